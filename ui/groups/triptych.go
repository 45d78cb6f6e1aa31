package groups

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
)

// triptych shows the modes of one group side by side: what the viewer would see
// under each, in worlds that are thrown away. It covers the whole body; group, viewer
// and role are those of the screen below.
type triptych struct {
	open   bool
	column domain.Visibility // the chosen one; in a narrow window the only one shown
	offset int               // of all columns together
	key    triptychKey
	before standing
	user   domain.PersonID // on whom it opened
	viewer viewer
	group  domain.Group
	filter string // of the members pane: j and k go through the members it leaves
	modes  [domain.VisibilityCount]modeSight
	rows   []triptychRow
	alone  [domain.VisibilityCount][]int // of each column: the lines that have a row in it
}

// standing is whom one looked as, and where the cursor of the members stood.
type standing struct {
	group  domain.GroupID
	person domain.PersonID
	cursor int
}

// triptychRow is the same row of each column, on one line.
type triptychRow [domain.VisibilityCount]markedRow

// triptychKey is what the columns were built from.
type triptychKey struct {
	built  bool
	world  domain.World
	group  domain.GroupID
	person domain.PersonID
	role   domain.Role
	on     domain.Date
	voice  tell.Voice
}

// openTriptych opens on the present mode of the group, and on a user: for a counselor no
// mode changes much. Whoever was chosen stays.
func (g Screen) openTriptych(s scene.Scene) Screen {
	before := standing{g.group, g.person, g.panes[membersPane].list.Cursor()}
	g = g.lookAsUser()
	one, _ := s.Seen().Group(g.group)
	g.triptych = triptych{open: true, column: one.Visibility, before: before, user: g.person}
	return g
}

// lookAsUser makes the first user of the group the viewer, unless one is already or
// somebody was chosen.
func (g Screen) lookAsUser() Screen {
	isUser := func(r memberRow) bool { return !r.heading() && r.runs && r.As.IsUser() }
	if m, ok := g.members.find(g.person); g.pinned || g.role != domain.NoRole || ok && isUser(m) {
		return g
	}
	if at := slices.IndexFunc(g.members.rows, isUser); at >= 0 {
		g.person = g.members.rows[at].Person
		g.panes[membersPane].list = g.panes[membersPane].list.Select(at)
	}
	return g
}

// closeTriptych goes back to whoever one looked as before, where the opening chose
// another and one did not go on from there. Else it keeps the viewer: without a pin the members pane would take the person
// under its cursor.
func (g Screen) closeTriptych() Screen {
	if was := g.triptych.before; g.person == g.triptych.user && g.group == was.group && g.person != was.person {
		g.person = was.person
		g.panes[membersPane].list = g.panes[membersPane].list.Select(was.cursor)
	}
	under, ok := g.member()
	if g.focus == membersPane && g.role == domain.NoRole && ok && under.Person != g.person {
		g.pinned = true
	}
	g.triptych = triptych{}
	return g
}

// syncTriptych rebuilds the columns where they are out of date, and keeps the scroll
// offset within them.
func (g Screen) syncTriptych(s scene.Scene) Screen {
	key := triptychKey{true, s.Seen(), g.group, g.person, g.role, s.On, s.Words.Voice()}
	t := g.triptych
	if old := t.key; old != key {
		t = triptych{open: true, column: t.column, offset: t.offset, before: t.before, user: t.user, key: key, viewer: g.viewer(s)}
		one, ok := s.Seen().Group(g.group)
		if ok && t.viewer.name != "" {
			t.group = one
			t = t.compare(s)
		}
		if old.group != key.group || old.person != key.person || old.role != key.role {
			t.offset = t.start(s)
		}
	}
	t.filter = ""
	if pane := g.panes[membersPane]; pane.filtered() {
		t.filter, _ = pane.filterText(s, s.Body.W)
	}
	t.offset = max(min(t.offset, t.length(s)-t.arrange(s).height()), 0)
	g.triptych = t
	return g
}

// compare asks sight what the viewer sees under each mode, and marks the differences
// from the present one.
func (t triptych) compare(s scene.Scene) triptych {
	spots := spotNumbers{}
	for _, v := range domain.Visibilities() {
		t.modes[v] = newModeSight(s, t.viewer.world.InSetting(t.group.ID, v), t.viewer.person, spots)
	}
	now := t.modes[t.group.Visibility]
	columns := make([][]markedRow, len(t.modes))
	for v := range t.modes {
		t.modes[v].turn = t.modes[v].turnFrom(now)
		columns[v] = t.modes[v].withSigns(now, len(spots))
	}
	t.rows = alignColumns(columns, len(spots))
	for i, row := range t.rows {
		for v := range row {
			if row[v].sign != absent {
				t.alone[v] = append(t.alone[v], i)
			}
		}
	}
	return t
}

// modeSight is what the viewer sees under one mode.
type modeSight struct {
	rows   []sightRow
	spots  []int32 // the number of each row's spot
	at     rowAt
	sees   people
	mails  people
	groups map[domain.GroupID]bool
	turn   modeTurn

	breaches sight.Breaches
}

// modeTurn counts the people that a mode adds to the present one, and takes away.
type modeTurn struct{ moreSees, lessSees, moreMails, lessMails int }

// spotNumbers numbers the spots of all columns: numbers are compared and looked up
// thousands of times for one key, and spots hold names.
type spotNumbers map[spot]int32

func (n spotNumbers) of(at spot) int32 {
	number, ok := n[at]
	if !ok {
		number = int32(len(n))
		n[at] = number
	}
	return number
}

// rowAt is by the number of a spot which row has it, counted from 1.
type rowAt []int32

func (a rowAt) find(spot int32) (int, bool) {
	if int(spot) >= len(a) || a[spot] == 0 {
		return 0, false
	}
	return int(a[spot]) - 1, true
}

// put notes that a row has a spot.
func (a rowAt) put(spot int32, row int) rowAt {
	if more := int(spot) + 1 - len(a); more > 0 {
		a = append(a, make(rowAt, more)...)
	}
	a[spot] = int32(row) + 1
	return a
}

// people is a set of people by their rank in the roster.
type people struct {
	in    []bool
	count int
}

func (p *people) add(rank int32) {
	if !p.in[rank] {
		p.in[rank] = true
		p.count++
	}
}

func newModeSight(s scene.Scene, w domain.World, person domain.PersonID, spots spotNumbers) modeSight {
	p, b := sight.Tiles(w, person, s.On)
	rows := sightRows(s, w, newPane(), p, b)
	all := len(s.Roster.People()) + 1
	m := modeSight{
		rows: rows, spots: make([]int32, len(rows)), groups: map[domain.GroupID]bool{},
		sees: people{in: make([]bool, all)}, mails: people{in: make([]bool, all)},
		breaches: sight.NewBreaches(w, s.On),
	}
	// Counts come from the rows, so that they equal the rows shown (C3).
	for i, r := range rows {
		m.spots[i] = spots.of(r.spot)
		m.at = m.at.put(m.spots[i], i)
		switch {
		case r.kind == personRow && r.section == addresseesSection:
			m.mails.add(r.rank)
		case r.kind == personRow:
			m.sees.add(r.rank)
		case r.kind == groupRow && r.group != "":
			m.groups[r.group] = true
		}
	}
	return m
}

// has reports whether the person or group of a row is seen, or messaged, in any row.
func (m modeSight) has(r *sightRow, spot int32) bool {
	switch {
	case r.kind == personRow && r.section == addresseesSection:
		return m.mails.in[r.rank]
	case r.kind == personRow:
		return m.sees.in[r.rank]
	case r.kind == groupRow:
		return m.groups[r.group]
	}
	_, ok := m.at.find(spot)
	return ok
}

func (m modeSight) turnFrom(now modeSight) modeTurn {
	return modeTurn{
		countMissing(m.sees, now.sees), countMissing(now.sees, m.sees),
		countMissing(m.mails, now.mails), countMissing(now.mails, m.mails),
	}
}

// countMissing counts who is in a and not in b.
func countMissing(a, b people) int {
	n := 0
	for rank, in := range a.in {
		if in && !b.in[rank] {
			n++
		}
	}
	return n
}

// sign compares a row of a column with the column of the present mode.
type sign uint8

const (
	absent  sign = iota // the column has no such row
	kept                // both have the row
	added               // a new person, group or ability
	placed              // new only in this place: the present mode has it elsewhere
	removed             // only the present mode has it
	moved               // gone only from this place: the column has it elsewhere
)

// String is the sign as it is drawn: two shapes, not two colours.
func (n sign) String() string { return [...]string{"", "", "+", "(+)", "−", "(−)"}[n] }

// here reports whether the viewer would see the row.
func (n sign) here() bool { return n == kept || n == added || n == placed }

// differs reports whether the column differs from the present one there.
func (n sign) differs() bool { return n > kept }

// markedRow is a row of one column with its sign; where that is absent there is no row.
// word is the sign of "message", where only that differs.
type markedRow struct {
	*sightRow
	at         int32 // the number of its spot
	sign, word sign
}

// hasSubject reports whether a row is about a person, group or ability. The others, such
// as headings, only go with the rows below them, and get no sign of their own.
func (r sightRow) hasSubject() bool {
	return r.kind == personRow || r.kind == abilityRow || r.kind == groupRow && r.group != ""
}

// withSigns are the rows of a mode with their signs, and between them the rows that
// only the present mode has.
func (m modeSight) withSigns(now modeSight, spots int) []markedRow {
	here, gone := make([]markedRow, 0, len(m.rows)), make([]markedRow, 0, len(now.rows))
	for i := range m.rows {
		here = append(here, m.withSign(i, now))
	}
	for i := range now.rows {
		r := markedRow{sightRow: &now.rows[i], at: now.spots[i]}
		switch _, stays := m.at.find(r.at); {
		case stays:
			r.sign = kept
		case !r.hasSubject():
			continue
		case m.has(r.sightRow, r.at):
			r.sign = moved
		default:
			r.sign = removed
		}
		gone = append(gone, r)
	}
	return interleave(here, gone, spots)
}

// withSign is a row of m with its sign.
func (m modeSight) withSign(row int, now modeSight) markedRow {
	r := &m.rows[row]
	out := markedRow{sightRow: r, at: m.spots[row], sign: kept}
	was, stood := now.at.find(out.at)
	switch {
	case stood || !r.hasSubject():
	case now.has(r, out.at):
		out.sign = placed
	default:
		out.sign = added
	}
	switch {
	case r.message && !now.mails.in[r.rank] && out.sign != added:
		out.word = added
	case stood && now.rows[was].message && !r.message && !m.mails.in[r.rank]:
		out.word = removed
	}
	return out
}

// interleave puts the gone rows in their place among the others.
func interleave(here, gone []markedRow, spots int) []markedRow {
	lines := alignRows([][]markedRow{here, gone}, spots)
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

// alignColumns puts the same row of each column on one line. The row that says that a
// tile is empty shares the first line of another column where it can.
func alignColumns(columns [][]markedRow, spots int) []triptychRow {
	lines := alignRows(columns, spots)
	out := make([]triptychRow, 0, len(lines))
	for i, line := range lines {
		if i+1 < len(lines) && fitsInNext(line, lines[i+1]) {
			for v := range line {
				if line[v].sign != absent {
					lines[i+1][v] = line[v]
				}
			}
			continue
		}
		out = append(out, line)
	}
	return out
}

// fitsInNext reports whether a line has nothing but rows of empty tiles, and the next
// line is free in their columns.
func fitsInNext(line, next triptychRow) bool {
	for v := range line {
		if line[v].sign != absent && (line[v].kind != emptyRow || next[v].sign != absent) {
			return false
		}
	}
	for _, r := range next {
		if r.sign != absent && (r.kind == blankRow || r.kind == tileRow) {
			return false // the next line belongs to another tile
		}
	}
	return true
}

// alignRows merges columns with the same order into lines: each line has one spot, and
// columns without that spot are absent there.
func alignRows(columns [][]markedRow, spots int) []triptychRow {
	at := make([]rowAt, len(columns))
	most := 0
	for i, rows := range columns {
		at[i] = make(rowAt, spots)
		for n, r := range rows {
			at[i].put(r.at, n)
		}
		most = max(most, len(rows))
	}
	next := make([]int, len(columns))
	out := make([]triptychRow, 0, most)
	for {
		i := nextColumn(columns, at, next)
		if i < 0 {
			return out
		}
		here := columns[i][next[i]].at
		var line triptychRow
		for j, rows := range columns {
			if next[j] < len(rows) && rows[next[j]].at == here {
				line[j] = rows[next[j]]
				next[j]++
			}
		}
		out = append(out, line)
	}
}

// nextColumn returns a column whose next row no other column has further on; of people
// in one section the first by name. It is -1 when all columns are at their end.
func nextColumn(columns [][]markedRow, at []rowAt, next []int) int {
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
			n, has := at[j].find(row.at)
			waits = waits || has && n > next[j]
		}
		if !waits && (turn < 0 || row.goesBefore(columns[turn][next[turn]])) {
			turn = i
		}
	}
	if turn < 0 {
		return first
	}
	return turn
}

// goesBefore reports whether both rows are people of one section, and r sorts first.
func (r markedRow) goesBefore(o markedRow) bool {
	if r.kind != personRow || o.kind != personRow || r.tile != o.tile || r.section != o.section || r.group != o.group {
		return false
	}
	return r.rank < o.rank
}
