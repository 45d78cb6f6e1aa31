package groups

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// mostElsewhere is how many people are named that a search finds elsewhere.
const mostElsewhere = 3

// elsewhere is who has the name that a pane is searched for without finding it, and what
// that was worked out from.
type elsewhere struct {
	key   elsewhereKey
	found []domain.Member // one membership of each person, by name
}

type elsewhereKey struct {
	world domain.World
	on    domain.Date
	pane  paneID
	query string // empty: the search found something
}

// syncElsewhere looks for the name in all groups once the focused pane has no row with it.
func (g Screen) syncElsewhere(s scene.Scene) Screen {
	key := elsewhereKey{pane: g.focus}
	if g.nothingFound() {
		key = elsewhereKey{s.World, s.On, g.focus, g.panes[g.focus].query}
	}
	if g.elsewhere.key != key {
		g.elsewhere = elsewhere{key: key}
		if key.query != "" {
			g.elsewhere.found = g.findElsewhere(s)
		}
	}
	return g
}

// nothingFound reports whether the search of the focused pane hides all its rows. Never of
// the preview: who is elsewhere is not what its viewer sees.
func (g Screen) nothingFound() bool {
	rows := len(g.groups.rows)
	switch g.focus {
	case groupsPane:
	case membersPane:
		rows = len(g.members.rows)
	case relationsPane:
		rows = len(g.relations.rows)
	default:
		return false
	}
	return rows == 0 && g.panes[g.focus].query != ""
}

// findElsewhere looks in the groups but the one under the cursor, as the members pane does.
func (g Screen) findElsewhere(s scene.Scene) []domain.Member {
	var out []domain.Member
	for _, p := range s.Roster.People() {
		in := s.World.GroupsOn(p.ID, s.On)
		at := slices.IndexFunc(in, func(m domain.Member) bool {
			return m.Group != g.group && g.panes[g.focus].matches(memberText(p, m.As))
		})
		if at < 0 {
			continue
		}
		if out = append(out, in[at]); len(out) == mostElsewhere {
			return out
		}
	}
	return out
}

// noMatch says that a search found nothing, and where else the name is found.
func (g Screen) noMatch(s scene.Scene, w int) []string {
	said := s.Words.Say("list.no-match")
	if len(g.elsewhere.found) > 0 {
		var names []string
		for _, m := range g.elsewhere.found {
			names = append(names, s.Words.Say("signals.about", s.Words.Group(s.World, m.Group), s.Words.Person(s.World, m.Person)))
		}
		said += " " + s.Words.Say("list.elsewhere", s.Words.List(names))
	}
	return widget.Wrap(s.Theme.Measure, said, w)
}

// goElsewhere goes to the first person that is found elsewhere, and ends the search.
func (g Screen) goElsewhere() Screen {
	at := g.elsewhere.found[0]
	for _, id := range []paneID{groupsPane, membersPane, relationsPane} {
		g.panes[id] = g.panes[id].clear()
	}
	g.groups, g.members = groupRows{}, memberRows{}
	g.group, g.person, g.focus = at.Group, at.Person, membersPane
	g.pinned, g.role = false, domain.NoRole
	return g
}

// outsider says that the viewer is not in the group under the cursor, and whom the key
// shows instead.
func (g Screen) outsider(s scene.Scene) []string {
	if g.group == "" || g.preview.member || g.preview.invented || g.preview.name == "" {
		return nil
	}
	said := s.Words.Say("hidden.outsider", g.preview.name, s.Words.Group(s.World, g.group))
	if m, ok := g.firstMember(); ok {
		said += " " + s.Words.Say("hidden.first-member", s.Words.Person(s.World, m.Person))
	}
	return []string{said}
}

// firstMember is the first that counts on the reference date.
func (g Screen) firstMember() (memberRow, bool) {
	for _, r := range g.members.rows {
		if !r.heading() && r.runs {
			return r, true
		}
	}
	return memberRow{}, false
}

// lookAsFirst makes the first member the viewer.
func (g Screen) lookAsFirst() Screen {
	if m, ok := g.firstMember(); ok {
		g.person, g.pinned, g.role = m.Person, false, domain.NoRole
		g.panes[membersPane].list = g.panes[membersPane].list.Select(g.members.index(m.Person))
	}
	return g
}
