package groups

import (
	"cmp"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// groupRows are the rows of the groups pane, and what they were built from.
type groupRows struct {
	built  bool
	world  domain.World
	query  string
	height int
	rows   []domain.Group
}

func (g Screen) syncGroups(s scene.Scene) Screen {
	pane := g.panes[groupsPane]
	height := g.arrange(s).panes[groupsPane].inner.H
	old := g.groups
	if old.built && old.world == s.World && old.query == pane.query {
		if old.height != height {
			g.groups.height = height
			g.panes[groupsPane].list = pane.list.Set(widget.Rows{N: len(old.rows)}, height)
		}
		return g.pickGroup()
	}
	next := groupRows{built: true, world: s.World, query: pane.query, height: height}
	for _, one := range s.Roster.Groups() {
		if pane.matches(one.Name) {
			next.rows = append(next.rows, one)
		}
	}
	at := slices.IndexFunc(next.rows, func(one domain.Group) bool { return one.ID == g.group })
	if fresh, ok := addedGroup(old.rows, next.rows); ok && old.built && old.query == next.query {
		at = fresh
	}
	pane.list = pane.list.Set(widget.Rows{N: len(next.rows)}, height)
	if at >= 0 {
		pane.list = pane.list.Select(at)
	}
	g.groups, g.panes[groupsPane] = next, pane
	return g.pickGroup()
}

// addedGroup returns the row of the one group that is new, so that the cursor goes there.
func addedGroup(old, now []domain.Group) (int, bool) {
	if len(now) != len(old)+1 || len(old) == 0 {
		return 0, false
	}
	for i, one := range now {
		if !slices.ContainsFunc(old, func(o domain.Group) bool { return o.ID == one.ID }) {
			return i, true
		}
	}
	return 0, false
}

// pickGroup takes the group under the cursor for the members pane.
func (g Screen) pickGroup() Screen {
	g.group = ""
	if at := g.panes[groupsPane].list.Cursor(); at >= 0 && at < len(g.groups.rows) {
		g.group = g.groups.rows[at].ID
	}
	return g
}

// drawGroups draws the pane, with the meaning of the signs where there is room.
func (g Screen) drawGroups(s scene.Scene, box widget.Box) string {
	pane, focused := g.panes[groupsPane], g.focus == groupsPane
	f := widget.Pane(s.Theme, pane.title(s, s.Words.Say("groups.title"), box.W), focused)
	f.Thumb = pane.list.Thumb()
	inner := f.Inner(box)
	lines := pane.list.Lines(func(i int, state widget.RowState) string {
		one := g.groups.rows[i]
		base := widget.RowStyle(s.Theme, state, focused)
		sign := s.Theme.Visibility[one.Visibility]
		return widget.Line(s.Theme.Measure, inner.W, base,
			widget.Cell{Text: cursorMark(state), W: 1},
			widget.Cell{Text: words.Clean(one.Name), W: widget.Share(1)},
			s.Broken(g.breaches.Group(one.ID)),
			widget.Cell{Text: " " + tell.VisibilitySign(one.Visibility) + " ", Style: sign, W: 3},
		)
	})
	if len(g.groups.rows) == 0 {
		lines = widget.Wrap(s.Theme.Measure, s.Empty(steps.Groups, s.Words.Say("groups.empty")), inner.W) // it teaches which key makes one
		if pane.query != "" {
			lines = g.noMatch(s, inner.W)
		}
	}
	if legend := g.legend(s, inner.W, inner.H-len(g.groups.rows)); len(g.groups.rows)+len(legend)+1 <= inner.H {
		for len(lines) < inner.H-len(legend) {
			lines = append(lines, "")
		}
		lines = append(lines, legend...)
	}
	return f.View(box.W, box.H, lines)
}

// legend says what the signs mean, in sentences where the list leaves room for them.
func (g Screen) legend(s scene.Scene, w, room int) []string {
	const indent = 3
	var short, long []string
	for _, v := range domain.Visibilities() {
		line := widget.Line(s.Theme.Measure, w, s.Theme.Faint,
			widget.Cell{Text: " " + tell.VisibilitySign(v) + " ", Style: s.Theme.Visibility[v], W: indent},
			widget.Cell{Text: s.Words.VisibilityShort(v), Style: s.Theme.Faint, W: widget.Share(1)})
		short, long = append(short, line), append(long, line)
		for _, text := range widget.Wrap(s.Theme.Measure, s.Words.VisibilityExplain(v), w-indent) {
			long = append(long, strings.Repeat(" ", indent)+widget.Paint(s.Theme.Faint, text))
		}
	}
	if len(long) <= room/2 {
		return long
	}
	return short
}

// cursorMark shows the cursor row on a terminal without colour, too.
func cursorMark(state widget.RowState) string {
	if state.Selected {
		return "▸"
	}
	return " "
}

// memberRow is a member of the group, or a heading.
type memberRow struct {
	domain.Member
	name string
	runs bool      // the membership counts on the reference date
	head words.Key // of a heading
}

func (r memberRow) heading() bool { return r.head != "" }

// memberRows are the rows of the members pane, and what they were built from.
type memberRows struct {
	key  memberKey
	rows []memberRow
}

type memberKey struct {
	built  bool
	world  domain.World
	group  domain.GroupID
	on     domain.Date
	ended  bool
	query  string
	height int
}

// find returns a person's row that counts on the reference date, else any of theirs.
func (r memberRows) find(id domain.PersonID) (memberRow, bool) {
	i := r.index(id)
	if i < 0 {
		return memberRow{}, false
	}
	return r.rows[i], true
}

func (r memberRows) index(id domain.PersonID) int {
	is := func(runs bool) func(memberRow) bool {
		return func(m memberRow) bool { return !m.heading() && m.Person == id && (m.runs || !runs) }
	}
	if i := slices.IndexFunc(r.rows, is(true)); i >= 0 {
		return i
	}
	return slices.IndexFunc(r.rows, is(false))
}

func (g Screen) syncMembers(s scene.Scene) Screen {
	pane := g.panes[membersPane]
	key := memberKey{true, s.World, g.group, s.On, s.ShowEnded, pane.query, g.arrange(s).panes[membersPane].inner.H}
	old := g.members.key
	if old == key {
		return g
	}
	if old.group != key.group {
		g.marked = nil
	}
	stand := g.person
	if m, ok := g.member(); ok && old.group == key.group {
		stand = m.Person
	}
	g.members = memberRows{key, g.listMembers(s)}
	rows := g.members.rows
	pane.list = pane.list.Set(widget.Rows{N: len(rows), Selectable: func(i int) bool { return !rows[i].heading() }}, key.height)
	if old.group != key.group {
		pane.list = pane.list.Home()
	}
	if i := g.members.index(stand); i >= 0 {
		pane.list = pane.list.Select(i)
	}
	g.panes[membersPane] = pane
	g.marked = slices.DeleteFunc(slices.Clone(g.marked), func(id domain.PersonID) bool { return g.members.index(id) < 0 })
	return g
}

// memberText is the text in which a filter looks for a member.
func memberText(p domain.Person, as domain.Role) string {
	return p.Shown() + " " + p.Number + " " + as.String()
}

// listMembers lists counselors, then users, each by name.
func (g Screen) listMembers(s scene.Scene) []memberRow {
	var counselors, users []memberRow
	for m := range s.World.MembersOf(g.group) {
		p, ok := s.World.Person(m.Person)
		row := memberRow{Member: domain.Member{Membership: m, As: s.World.RoleIn(m)}, name: words.Clean(p.Shown())}
		row.runs = m.Covers(s.On) && p.ActiveOn(s.On)
		if !ok || !s.ShowEnded && !row.runs || !g.panes[membersPane].matches(memberText(p, row.As)) {
			continue
		}
		if row.As.IsCounselor() {
			counselors = append(counselors, row)
		} else {
			users = append(users, row)
		}
	}
	var out []memberRow
	for _, part := range []struct {
		head words.Key
		rows []memberRow
	}{{"members.counselors", counselors}, {"members.users", users}} {
		if len(part.rows) == 0 {
			continue
		}
		slices.SortStableFunc(part.rows, func(a, b memberRow) int { return cmp.Compare(s.Roster.Rank(a.Person), s.Roster.Rank(b.Person)) })
		out = append(append(out, memberRow{head: part.head}), part.rows...)
	}
	return out
}

// member returns the member under the cursor.
func (g Screen) member() (memberRow, bool) {
	row, ok := underCursor(g.panes[membersPane], g.members.rows)
	return row, ok && !row.heading()
}

// chosen returns the memberships that an edit is about: the marked ones, else
// the one under the cursor.
func (g Screen) selected() []domain.Membership {
	var out []domain.Membership
	for _, r := range g.members.rows {
		if !r.heading() && slices.Contains(g.marked, r.Person) {
			out = append(out, r.Membership)
		}
	}
	if m, ok := g.member(); ok && len(out) == 0 {
		out = append(out, m.Membership)
	}
	return out
}

func (g Screen) toggleMark() Screen {
	m, ok := g.member()
	if !ok {
		return g
	}
	if i := slices.Index(g.marked, m.Person); i >= 0 {
		g.marked = slices.Delete(slices.Clone(g.marked), i, i+1)
	} else {
		g.marked = append(slices.Clone(g.marked), m.Person)
	}
	g.panes[membersPane].list = g.panes[membersPane].list.Move(1)
	return g
}

func (g Screen) drawMembers(s scene.Scene, box widget.Box) string {
	pane, focused := g.panes[membersPane], g.focus == membersPane
	title := s.Words.Say("members.title-none")
	if g.group != "" {
		title = s.Words.Say("members.title", s.Words.Group(s.World, g.group))
	}
	f := widget.Pane(s.Theme, pane.title(s, title, box.W), focused)
	if n := len(g.marked); n > 0 {
		f.Foot = s.Words.Say("members.marked", n)
	}
	f.Thumb = pane.list.Thumb()
	inner := f.Inner(box)
	from, to := pane.list.Window()
	names := nameWidth(s, to-from, func(i int) string { return g.members.rows[from+i].said(s) })
	lines := pane.list.Lines(func(i int, state widget.RowState) string {
		r := g.members.rows[i]
		// In a pane without the keys only the viewer is marked: the mark must never
		// point at another person than the preview shows.
		state.Selected = state.Selected && (focused || r.Person == g.person)
		return g.drawMember(s, r, inner.W, names, state, focused)
	})
	if len(g.members.rows) == 0 {
		lines = g.noMembers(s, inner.W)
	}
	if below := g.settings.lines(s, inner.W, g.roomBelow(inner)); len(below) > 0 {
		for len(lines) < inner.H-len(below) {
			lines = append(lines, "")
		}
		lines = append(lines, below...)
	}
	return f.View(box.W, box.H, lines)
}

// said is the name of a member, and the period of one that does not run.
func (r memberRow) said(s scene.Scene) string {
	if r.runs || r.heading() {
		return r.name
	}
	return r.name + " · " + s.Words.Period(r.Period)
}

func (g Screen) drawMember(s scene.Scene, r memberRow, w, names int, state widget.RowState, focused bool) string {
	if r.heading() {
		return widget.Line(s.Theme.Measure, w, s.Theme.Heading, widget.Cell{Text: s.Words.Say(r.head), Style: s.Theme.Heading, W: w})
	}
	base := widget.RowStyle(s.Theme, state, focused)
	mark, marked := "  ", s.Theme.Text
	if slices.Contains(g.marked, r.Person) {
		mark, marked = "✓ ", s.Theme.Marked
	}
	name, role := s.Theme.Text, s.Theme.Roles[r.As-domain.Client]
	text := r.said(s)
	var broken widget.Cell
	if r.runs {
		broken = s.Broken(g.breaches.Member(r.Group, r.As))
	}
	if !r.runs {
		name, role = s.Theme.Faint, s.Theme.Faint
	}
	return widget.Line(s.Theme.Measure, w, base,
		widget.Cell{Text: cursorMark(state), W: 1},
		widget.Cell{Text: mark, Style: marked, W: 2},
		widget.Cell{Text: text, Style: name, W: nameCell(w, names, 3+broken.W+roleWidth)},
		broken,
		widget.Cell{Text: " " + s.Words.RoleShort(r.As), Style: role, W: roleWidth},
		widget.Cell{W: widget.Share(1)},
	)
}

// nameStep is what the column of names grows by: it must not follow every name that comes
// into view.
const nameStep = 8

// nameWidth is the width of a column for n names, so that what stands beside them is not at
// the other end of a wide window.
func nameWidth(s scene.Scene, n int, name func(i int) string) int {
	widest := 2 * nameStep
	for i := range n {
		widest = max(widest, s.Theme.Measure.Width(name(i)))
	}
	return (widest/nameStep + 1) * nameStep
}

// nameCell is the width of a name in a row of w cells, of which others need some; wanted 0
// is all that is left.
func nameCell(w, wanted, others int) int {
	if room := max(w-others, 0); wanted == 0 || wanted > room {
		return room
	}
	return wanted
}

const roleWidth = 13 // of a role in a narrow column, and a space

func (g Screen) noMembers(s scene.Scene, w int) []string {
	said := s.Words.Say("members.empty")
	switch {
	case g.group == "":
		said = ""
	case g.panes[membersPane].query != "":
		return g.noMatch(s, w)
	}
	return widget.Wrap(s.Theme.Measure, s.Empty(steps.Members, said), w)
}

// relationRow is a relation of the viewer.
type relationRow struct {
	domain.Relation
	name  string // who stands opposite
	kind  domain.RelationType
	tells bool // it has effect on the reference date
}

// relationRows are the rows of the relations pane, and what they were built from.
type relationRows struct {
	key  relationKey
	rows []relationRow
}

type relationKey struct {
	built  bool
	world  domain.World
	person domain.PersonID
	on     domain.Date
	ended  bool
	query  string
	height int
}

func (g Screen) syncRelations(s scene.Scene) Screen {
	pane := g.panes[relationsPane]
	key := relationKey{true, s.World, g.person, s.On, s.ShowEnded, pane.query, g.arrange(s).panes[relationsPane].inner.H}
	old := g.relations.key
	if old == key {
		return g
	}
	stand, _ := g.relation()
	g.relations = relationRows{key, g.listRelations(s)}
	pane.list = pane.list.Set(widget.Rows{N: len(g.relations.rows)}, key.height)
	if old.person != key.person {
		pane.list = pane.list.Home()
	}
	for i, r := range g.relations.rows {
		if r.ID == stand.ID && old.person == key.person {
			pane.list = pane.list.Select(i)
		}
	}
	g.panes[relationsPane] = pane
	return g
}

// listRelations lists relations that have effect first, ended ones last, each part by
// type and name.
func (g Screen) listRelations(s scene.Scene) []relationRow {
	var out []relationRow
	for r := range s.World.RelationsOf(g.person) {
		p, _ := s.World.Person(r.Opposite(g.person))
		t, tells := s.World.InEffect(r, s.On)
		row := relationRow{r, words.Clean(p.Shown()), t, tells}
		if t.ID == "" {
			row.kind, _ = s.World.RelationType(r.Type)
		}
		if !s.ShowEnded && !r.RunsOn(s.On) || !g.panes[relationsPane].matches(p.Shown()+" "+row.kind.Name) {
			continue
		}
		out = append(out, row)
	}
	words.SortBy(out, func(r relationRow) string {
		p, _ := s.World.Person(r.Opposite(g.person))
		order := "0"
		switch {
		case r.Withdrawn || r.Ended(s.On):
			order = "2"
		case !r.tells:
			order = "1"
		}
		if r.kind.Primary {
			order += "0"
		} else {
			order += "1"
		}
		return order + s.Roster.TextKey(r.kind.Name) + s.Roster.NameKey(p)
	})
	return out
}

// relation returns the relation under the cursor.
func (g Screen) relation() (relationRow, bool) {
	return underCursor(g.panes[relationsPane], g.relations.rows)
}

func (g Screen) drawRelations(s scene.Scene, box widget.Box) string {
	pane, focused := g.panes[relationsPane], g.focus == relationsPane
	title := s.Words.Say("relations.title-none")
	if g.person != "" {
		title = s.Words.Say("relations.title", s.Words.Person(s.World, g.person))
	}
	f := widget.Pane(s.Theme, pane.title(s, title, box.W), focused)
	f.Thumb = pane.list.Thumb()
	inner := f.Inner(box)
	lines := pane.list.Lines(func(i int, state widget.RowState) string {
		return g.drawRelation(s, g.relations.rows[i], inner.W, state, focused)
	})
	if len(g.relations.rows) == 0 {
		said := ""
		if g.person != "" {
			said = s.Words.Say("relations.empty")
		}
		lines = widget.Wrap(s.Theme.Measure, s.Empty(steps.Relations, said), inner.W)
		if pane.query != "" {
			lines = g.noMatch(s, inner.W)
		}
	}
	return f.View(box.W, box.H, lines)
}

func (g Screen) drawRelation(s scene.Scene, r relationRow, w int, state widget.RowState, focused bool) string {
	base := widget.RowStyle(s.Theme, state, focused)
	style := s.Theme.Text
	kind := words.Clean(r.kind.Name)
	switch {
	case r.Withdrawn:
		style, kind = s.Theme.Faint, kind+" · "+s.Words.Say("relation.withdrawn")
	case !r.RunsOn(s.On):
		style, kind = s.Theme.Faint, s.Words.Period(r.Period)+" · "+kind
	case r.Through != 0:
		// The end stands first: a narrow pane must not cut it off.
		kind = s.Words.Period(domain.Period{Through: r.Through}) + " · " + kind
	}
	if r.kind.SwitchedOff {
		style, kind = s.Theme.Faint, kind+" · "+s.Words.Say("relation.type-off")
	}
	sign, signStyle := "  ", s.Theme.Text
	switch {
	case r.kind.Primary && r.tells:
		sign, signStyle = "★ ", s.Theme.Primary
	case r.kind.Negative && r.tells:
		sign, signStyle = "! ", s.Theme.Warning
	}
	return widget.Line(s.Theme.Measure, w, base,
		widget.Cell{Text: cursorMark(state), W: 1},
		widget.Cell{Text: sign, Style: signStyle, W: 2},
		widget.Cell{Text: r.name, Style: style, W: widget.Share(5)},
		widget.Cell{Text: " " + kind, Style: style, W: widget.Share(6)},
	)
}
