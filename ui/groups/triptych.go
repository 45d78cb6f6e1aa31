package groups

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// triptych lays the three modes of one group side by side: what the onlooker
// would see under each, in worlds that are thrown away. It stands over the whole
// body, and only shows what the screen below has chosen: group, person and role.
type triptych struct {
	open   bool
	column domain.Visibility // what z would take; in a narrow window the one that is shown
	offset int               // of all columns together
	key    triptychKey
	who    onlooker
	group  domain.Group
	filter string // of the members below: one walks through those it leaves
	modes  [3]modeSight
	rows   [][3]markedRow // the same row of each column on one line
	alone  [3][]int       // the rows of one column, where it is shown alone
}

// triptychKey is from what the columns were made.
type triptychKey struct {
	built    bool
	world    domain.World
	group    domain.GroupID
	person   domain.PersonID
	role     domain.Role
	on       domain.Date
	language words.Language
}

// openTriptych begins at the mode that the group has.
func (g Screen) openTriptych(s scene.Scene) Screen {
	one, _ := s.Seen().Group(g.group)
	g.triptych = triptych{open: true, column: one.Visibility}
	return g
}

// closeTriptych leaves everybody where they are: the pane of members would
// else look as whoever its cursor is on.
func (g Screen) closeTriptych() Screen {
	under, ok := g.member()
	if g.focus == membersPane && g.role == domain.NoRole && ok && under.Person != g.person {
		g.held = true
	}
	g.triptych = triptych{}
	return g
}

// syncTriptych builds the columns where they are out of date, and keeps what is
// in view within them.
func (g Screen) syncTriptych(s scene.Scene) Screen {
	key := triptychKey{true, s.Seen(), g.group, g.person, g.role, s.On, s.Words.Language()}
	t := g.triptych
	if old := t.key; old != key {
		t = triptych{open: true, column: t.column, offset: t.offset, key: key, who: g.onlooker(s)}
		one, ok := s.Seen().Group(g.group)
		if ok && t.who.name != "" {
			t.group = one
			t = t.compared(s)
		}
		if old.group != key.group || old.person != key.person || old.role != key.role {
			t.offset = t.start(s)
		}
	}
	t.filter = ""
	if lane := g.lanes[membersPane]; lane.filtered() {
		t.filter = lane.filterText(s.Words)
	}
	t.offset = max(min(t.offset, t.length(s)-t.arrange(s).height()), 0)
	g.triptych = t
	return g
}

// compared asks sight what the onlooker has under each mode, and marks what
// differs from the present one.
func (t triptych) compared(s scene.Scene) triptych {
	for _, v := range domain.Visibilities() {
		t.modes[v] = lookIn(s, t.inMode(v), t.who.person)
	}
	now := t.modes[t.group.Visibility]
	var columns [3][]markedRow
	for v := range t.modes {
		t.modes[v].turn = t.modes[v].since(now)
		columns[v] = t.modes[v].marked(now)
	}
	t.rows = sideBySide(columns)
	for i, row := range t.rows {
		for v := range row {
			if row[v].sign != absent {
				t.alone[v] = append(t.alone[v], i)
			}
		}
	}
	return t
}

// inMode is the world in which the group has a mode. The present one is no change.
func (t triptych) inMode(v domain.Visibility) domain.World {
	if v == t.group.Visibility {
		return t.who.world
	}
	before, after := t.group, t.group
	after.Visibility = v
	w, err := t.who.world.With(domain.Change{Group: &domain.Swap[domain.Group]{Before: &before, After: &after}})
	if err != nil {
		return t.who.world // only a group that is not there is refused, and it was just looked up
	}
	return w
}

// modeSight is what the onlooker has under one mode.
type modeSight struct {
	rows   []sightRow
	at     map[spot]int
	sees   map[domain.PersonID]bool
	mails  map[domain.PersonID]bool
	groups map[domain.GroupID]bool
	turn   modeTurn
}

// modeTurn counts the people whom a mode adds to the present one, and takes away.
type modeTurn struct{ moreSees, lessSees, moreMails, lessMails int }

func lookIn(s scene.Scene, w domain.World, person domain.PersonID) modeSight {
	p, b := sight.Tiles(w, person, s.On)
	rows := sightRows(s, w, newLane(), p, b)
	m := modeSight{
		rows: rows, at: make(map[spot]int, len(rows)),
		sees: map[domain.PersonID]bool{}, mails: map[domain.PersonID]bool{}, groups: map[domain.GroupID]bool{},
	}
	// Everything is counted from the rows: a count equals the rows shown (C3).
	for i, r := range rows {
		m.at[r.spot] = i
		switch {
		case r.kind == personRow && r.section == addresseesSection:
			m.mails[r.person] = true
		case r.kind == personRow:
			m.sees[r.person] = true
		case r.kind == groupRow && r.group != "":
			m.groups[r.group] = true
		}
	}
	return m
}

// has reports whether what a row is about is seen, or messaged, somewhere.
func (m modeSight) has(r sightRow) bool {
	switch {
	case r.kind == personRow && r.section == addresseesSection:
		return m.mails[r.person]
	case r.kind == personRow:
		return m.sees[r.person]
	case r.kind == groupRow:
		return m.groups[r.group]
	}
	_, ok := m.at[r.spot]
	return ok
}

// row returns the row that stands on a spot.
func (m modeSight) row(at spot) (sightRow, bool) {
	i, ok := m.at[at]
	if !ok {
		return sightRow{}, false
	}
	return m.rows[i], true
}

func (m modeSight) since(now modeSight) modeTurn {
	return modeTurn{
		beyond(m.sees, now.sees), beyond(now.sees, m.sees),
		beyond(m.mails, now.mails), beyond(now.mails, m.mails),
	}
}

// beyond counts who is in a and not in b.
func beyond(a, b map[domain.PersonID]bool) int {
	n := 0
	for id := range a {
		if !b[id] {
			n++
		}
	}
	return n
}
