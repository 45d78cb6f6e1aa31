package groups

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// preview is what one person sees, made ready to be drawn, and from what it was made.
type preview struct {
	key    previewKey
	as     domain.Role // the role shown in the title
	name   string
	unreal bool // an invented person, for a role that nobody in the group has
	rows   []sightRow
	hidden sight.Hidden
}

type previewKey struct {
	built    bool
	world    domain.World
	person   domain.PersonID
	role     domain.Role
	group    domain.GroupID // matters for an invented person only
	on       domain.Date
	language lang.Language
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

// look asks sight what the person sees. Nobody chosen: nothing. A role that
// nobody in the group has: what an invented member would see, in a world that
// has them and is thrown away.
func (g Screen) look(s scene.Scene) preview {
	world, person := s.Seen(), g.person
	out := preview{}
	if person == "" {
		if g.role == domain.NoRole {
			return out
		}
		var ok bool
		if world, ok = g.invent(s); !ok {
			return out
		}
		person, out.unreal, out.as = invented, true, g.role
		out.name = s.Words.Say(lang.PreviewInvented, s.Words.RoleWord(g.role))
	} else {
		p, _ := world.Person(person)
		out.name, out.as = lang.Clean(p.Shown()), p.Role
		if m, ok := g.members.find(person); ok && m.runs {
			out.as = m.As
		}
	}
	p, b := sight.Tiles(world, person, s.On)
	out.hidden = sight.HiddenFrom(world, person, s.On)
	out.rows = sightRows(s, world, g.lanes[previewPane], p, b)
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
