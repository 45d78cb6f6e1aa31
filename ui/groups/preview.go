package groups

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// preview is what one person sees, made ready to be drawn, and from what it was made.
type preview struct {
	onlooker
	key    previewKey
	rows   []sightRow
	hidden sight.Hidden
}

// onlooker is as whom one looks; without a name it is nobody.
type onlooker struct {
	world  domain.World // has an invented person in it, too
	person domain.PersonID
	name   string
	as     domain.Role // the role shown in the title
	unreal bool        // an invented person, for a role that nobody in the group has
	member bool        // of the group under the cursor, on the reference date
}

type previewKey struct {
	built    bool
	world    domain.World
	person   domain.PersonID
	role     domain.Role
	group    domain.GroupID // matters for an invented person only
	on       domain.Date
	language words.Language
	query    string
}

// invented is an id that no person can have.
const invented domain.PersonID = "?"

func (g Screen) syncPreview(s scene.Scene) Screen {
	lane := g.lanes[previewPane]
	key := previewKey{
		built: true, world: s.Seen(), person: g.person, role: g.role, on: s.On,
		language: s.Words.Language(), query: lane.query(),
	}
	if g.person == "" {
		key.group = g.group
	}
	old := g.preview.key
	if old != key {
		g.preview = g.look(s)
		g.preview.key = key
	}
	rows := g.preview.rows
	lane.list = lane.list.Set(widget.Rows{N: len(rows), Selectable: func(i int) bool { return rows[i].selectable() }}, g.listHeight(s))
	if old.person != key.person || old.world != key.world && lane.list.Cursor() < 0 {
		lane.list = lane.list.Home()
	}
	g.lanes[previewPane] = lane
	return g
}

// look asks sight what the person sees.
func (g Screen) look(s scene.Scene) preview {
	out := preview{onlooker: g.onlooker(s)}
	if out.name == "" {
		return out
	}
	p, b := sight.Tiles(out.world, out.person, s.On)
	out.hidden = sight.HiddenFrom(out.world, out.person, s.On)
	out.rows = sightRows(s, out.world, g.lanes[previewPane], p, b)
	return out
}

// onlooker finds as whom one looks. Nobody chosen: nobody. A role that nobody in
// the group has: an invented member, in a world that has them and is thrown away.
func (g Screen) onlooker(s scene.Scene) onlooker {
	if g.person == "" {
		if g.role == domain.NoRole {
			return onlooker{}
		}
		world, ok := g.invent(s)
		if !ok {
			return onlooker{}
		}
		return onlooker{
			world, invented, s.Words.Say("preview.invented", s.Words.RoleWord(g.role)), g.role, true,
			g.role != domain.Administrator && g.group != "",
		}
	}
	p, _ := s.World.Person(g.person)
	out := onlooker{world: s.Seen(), person: g.person, name: words.Clean(p.Shown()), as: p.Role}
	for _, m := range s.World.GroupsOn(g.person, s.On) {
		if m.Group == g.group {
			out.as, out.member = m.As, true
		}
	}
	return out
}

// invent returns the world with one more member of the group, in the chosen
// role. An administrator is in no group (G7).
func (g Screen) invent(s scene.Scene) (domain.World, bool) {
	p := domain.Person{ID: invented, Role: g.role, GivenName: "?", FamilyName: domain.NoFamilyName}
	changes := []domain.Change{{Person: &domain.Swap[domain.Person]{After: &p}}}
	if g.role != domain.Administrator && g.group != "" {
		m := domain.Membership{Group: g.group, Person: invented}
		changes = append(changes, domain.Change{Membership: &domain.Swap[domain.Membership]{After: &m}})
	}
	w, err := s.Seen().With(changes...)
	return w, err == nil
}
