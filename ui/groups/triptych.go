package groups

import (
	"cmp"
	"strings"

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

// sign marks a row of a column against the column of the present mode.
type sign uint8

const (
	absent  sign = iota // the column has no such row
	kept                // there now, too
	added               // a person, group or ability that is new
	placed              // new in this place only: it is seen elsewhere now
	removed             // there now, and in this column no more
	moved               // no more in this place only
)

// String is the sign as it is drawn: two shapes, not two colours.
func (n sign) String() string { return [...]string{"", "", "+", "(+)", "−", "(−)"}[n] }

// here reports whether the row is one that the onlooker would see.
func (n sign) here() bool { return n == kept || n == added || n == placed }

// differs reports whether the column is another there than the present one.
func (n sign) differs() bool { return n > kept }

// markedRow is a row of one column with its sign. word is the sign of the word
// message in it, where that turns in a row that stays.
type markedRow struct {
	sightRow
	sign, word sign
}

// comparable reports whether a row is about somebody or something; a heading is
// there or not there with what stands below it.
func (r sightRow) comparable() bool {
	return r.kind == personRow || r.kind == abilityRow || r.kind == groupRow && r.group != ""
}

// marked are the rows of a mode with their signs, and between them the rows
// that only the present mode has.
func (m modeSight) marked(now modeSight) []markedRow {
	here, gone := make([]markedRow, 0, len(m.rows)), make([]markedRow, 0, len(now.rows))
	for _, r := range m.rows {
		here = append(here, m.mark(r, now))
	}
	for _, r := range now.rows {
		switch _, stays := m.at[r.spot]; {
		case stays:
			gone = append(gone, markedRow{sightRow: r, sign: kept})
		case !r.comparable():
		case m.has(r):
			gone = append(gone, markedRow{sightRow: r, sign: moved})
		default:
			gone = append(gone, markedRow{sightRow: r, sign: removed})
		}
	}
	return interleave(here, gone)
}

func (m modeSight) mark(r sightRow, now modeSight) markedRow {
	out := markedRow{sightRow: r, sign: kept}
	was, stood := now.row(r.spot)
	switch {
	case stood || !r.comparable():
	case now.has(r):
		out.sign = placed
	default:
		out.sign = added
	}
	switch {
	case r.message && !now.mails[r.person] && out.sign != added:
		out.word = added
	case was.message && !r.message && !m.mails[r.person]:
		out.word = removed
	}
	return out
}

// interleave puts the rows that are gone where they stood among those that stay.
func interleave(here, gone []markedRow) []markedRow {
	lines := lined([][]markedRow{here, gone})
	out := make([]markedRow, 0, len(lines))
	for _, row := range lines {
		if row[0].sign != absent {
			out = append(out, row[0])
		} else {
			out = append(out, row[1])
		}
	}
	return out
}

// sideBySide puts the same row of each column on one line. The word that a tile
// is empty needs no line of its own where the column is blank beside the first
// row of another.
func sideBySide(columns [3][]markedRow) [][3]markedRow {
	lines := lined(columns[:])
	out := make([][3]markedRow, 0, len(lines))
	for i, line := range lines {
		if i+1 < len(lines) && yields(line, lines[i+1]) {
			for v := range line {
				if line[v].sign != absent {
					lines[i+1][v] = line[v]
				}
			}
			continue
		}
		out = append(out, [3]markedRow(line))
	}
	return out
}

// yields reports whether a line says of tiles only that they are empty, and the
// next has room for that.
func yields(line, next []markedRow) bool {
	for v := range line {
		if line[v].sign != absent && (line[v].kind != emptyRow || next[v].sign != absent || next[v].kind == tileRow) {
			return false
		}
	}
	for _, r := range next {
		if r.sign != absent && (r.kind == blankRow || r.kind == tileRow) {
			return false // the tile ends here: the word would fall out of it
		}
	}
	return true
}

// lined merges columns that are in one order into lines: each line has one spot,
// and the columns without it are absent there.
func lined(columns [][]markedRow) [][]markedRow {
	at := make([]map[spot]int, len(columns))
	most := 0
	for i, rows := range columns {
		at[i] = make(map[spot]int, len(rows))
		for n, r := range rows {
			at[i][r.spot] = n
		}
		most = max(most, len(rows))
	}
	next := make([]int, len(columns))
	out := make([][]markedRow, 0, most)
	for {
		i := turnOf(columns, at, next)
		if i < 0 {
			return out
		}
		here := columns[i][next[i]].spot
		line := make([]markedRow, len(columns))
		for j, rows := range columns {
			if next[j] < len(rows) && rows[next[j]].spot == here {
				line[j] = rows[next[j]]
				next[j]++
			}
		}
		out = append(out, line)
	}
}

// turnOf returns the column whose next row no other column has further on; of
// several people in one section the first by name. It is -1 when all are at
// their end.
func turnOf(columns [][]markedRow, at []map[spot]int, next []int) int {
	turn, first := -1, -1
	for i, rows := range columns {
		if next[i] >= len(rows) {
			continue
		}
		if first < 0 {
			first = i
		}
		row := rows[next[i]]
		waits := false
		for j := range columns {
			n, has := at[j][row.spot]
			waits = waits || has && n > next[j]
		}
		if !waits && (turn < 0 || row.goesBefore(columns[turn][next[turn]].sightRow)) {
			turn = i
		}
	}
	if turn < 0 {
		return first
	}
	return turn
}

// goesBefore reports whether a row is of somebody whose name comes first among
// those of one section.
func (r sightRow) goesBefore(o sightRow) bool {
	if r.kind != personRow || o.kind != personRow || r.tile != o.tile || r.section != o.section || r.group != o.group {
		return false
	}
	return cmp.Or(strings.Compare(r.order, o.order), cmp.Compare(r.person, o.person)) < 0
}
