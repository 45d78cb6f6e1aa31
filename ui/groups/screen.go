package groups

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
)

// paneID says which pane has the keys.
type paneID int

const (
	groupsPane paneID = iota
	membersPane
	relationsPane
	previewPane
	paneCount
)

// Screen is the main screen. It is a value: what it caches is built in Update
// and never written to again.
type Screen struct {
	focus   paneID
	lanes   [paneCount]lane
	group   domain.GroupID    // under the cursor of the groups pane; empty: none
	person  domain.PersonID   // as whom one looks; empty: nobody yet
	held    bool              // by v, until esc
	role    domain.Role       // chosen with [ and ], until esc; NoRole: none
	marked  []domain.PersonID // in the members pane, for one edit of several
	groups  groupRows
	members memberRows
	ties    relationRows
	preview preview

	triptych triptych // over all of it, while it is open
}

// New returns the main screen.
func New() scene.Screen {
	s := Screen{}
	for i := range s.lanes {
		s.lanes[i] = newLane()
	}
	return s
}

// Typing implements scene.Typist: a filter that is being typed has the keys.
func (g Screen) Typing() bool { return g.lanes[g.focus].typing }

// Update implements scene.Screen.
func (g Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	g = g.sync(s)
	var wish scene.Wish
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		g, wish = g.key(s, msg)
	case tea.PasteMsg:
		if g.Typing() {
			g.lanes[g.focus] = g.lanes[g.focus].typed(msg)
		}
	case tea.MouseClickMsg:
		g, wish = g.click(s, msg.X, msg.Y)
	case tea.MouseWheelMsg:
		g = g.wheel(s, msg)
	case scene.Look:
		g.person, g.held, g.role = msg.Person, msg.Person != "", domain.NoRole
	case scene.Arrived:
		g = g.arrive(s, msg.At)
	}
	return g.sync(s), wish
}

// arrive puts the cursor on the record that was asked for.
func (g Screen) arrive(s scene.Scene, at domain.Ref) Screen {
	if at.Key != "" {
		g.triptych = triptych{}
	}
	switch at.Noun {
	case domain.GroupNoun:
		g.group, g.focus = domain.GroupID(at.Key), groupsPane
		g.lanes[groupsPane] = g.lanes[groupsPane].clear()
		g.groups = groupRows{}
	case domain.PersonNoun:
		g.person, g.held, g.role = domain.PersonID(at.Key), true, domain.NoRole
	}
	return g
}

// sync builds what is out of date, left to right: the groups, who is in the one
// under the cursor, as whom one looks, their relations, and what they see.
func (g Screen) sync(s scene.Scene) Screen {
	g = g.syncGroups(s)
	g = g.syncMembers(s)
	g = g.syncPerson(s)
	if g.triptych.open {
		return g.syncTriptych(s)
	}
	g = g.syncRelations(s)
	return g.syncPreview(s)
}

// syncPerson decides as whom one looks. The cursor of the members pane decides
// while that pane has the keys; the cursors of groups and relations never do.
// In the triptych somebody stays while one walks through the groups.
func (g Screen) syncPerson(s scene.Scene) Screen {
	if g.held {
		if _, ok := s.World.Person(g.person); ok {
			return g
		}
		g.held = false
	}
	if g.role != domain.NoRole {
		return g.firstInRole()
	}
	under, ok := g.member()
	if _, known := s.World.Person(g.person); !known || g.focus == membersPane && ok && !g.triptych.open {
		g.person = under.Person
	}
	return g
}

// firstInRole looks as the first member of the group in the chosen role; as
// nobody that exists when there is none.
func (g Screen) firstInRole() Screen {
	if m, ok := g.member(); ok && m.As == g.role {
		g.person = m.Person
		return g
	}
	g.person = ""
	for i, r := range g.members.rows {
		if !r.heading() && r.runs && r.As == g.role {
			g.person = r.Person
			g.lanes[membersPane].list = g.lanes[membersPane].list.Select(i)
			return g
		}
	}
	return g
}

// switchRole goes to the previous or next role in list order.
func (g Screen) switchRole(s scene.Scene, by int) Screen {
	roles := domain.Roles()
	now := g.role
	if now == domain.NoRole {
		p, _ := s.World.Person(g.person)
		now = p.Role
		if m, ok := g.members.find(g.person); ok {
			now = m.As
		}
	}
	at := slices.Index(roles, now)
	if at < 0 {
		at = 0
	}
	g.held = false
	g.role = roles[(at+by+len(roles))%len(roles)]
	return g
}

// chooseRole is a click on the role switcher.
func (g Screen) chooseRole(r domain.Role) Screen {
	g.held, g.role = false, r
	return g
}

// release takes back what holds the view, one thing at a time.
func (g Screen) release() Screen {
	switch {
	case g.lanes[g.focus].query() != "":
		g.lanes[g.focus] = g.lanes[g.focus].clear()
	case g.held:
		g.held = false
	case g.role != domain.NoRole:
		g.role = domain.NoRole
	case len(g.marked) > 0:
		g.marked = nil
	}
	return g
}
