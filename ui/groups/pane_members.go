package groups

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// memberRow is a member of the group, or a heading.
type memberRow struct {
	domain.Member
	name string
	runs bool      // counts on the reference date
	head words.Key // of a heading
}

func (r memberRow) heading() bool { return r.head != "" }

// memberRows are the members as the pane lists them, and from what they were built.
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

// find returns the row of a person who counts today, else any of theirs.
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
	lane := g.lanes[membersPane]
	key := memberKey{true, s.World, g.group, s.On, s.ShowEnded, lane.query(), g.arrange(s).members.inner.H}
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
	lane.list = lane.list.Set(widget.Rows{N: len(rows), Selectable: func(i int) bool { return !rows[i].heading() }}, key.height)
	if old.group != key.group {
		lane.list = lane.list.Home()
	}
	if i := g.members.index(stand); i >= 0 {
		lane.list = lane.list.Select(i)
	}
	g.lanes[membersPane] = lane
	g.marked = slices.DeleteFunc(slices.Clone(g.marked), func(id domain.PersonID) bool { return g.members.index(id) < 0 })
	return g
}

// listMembers lists counselors and users apart, each by name.
func (g Screen) listMembers(s scene.Scene) []memberRow {
	var counselors, users []memberRow
	for m := range s.World.MembersOf(g.group) {
		p, ok := s.World.Person(m.Person)
		row := memberRow{Member: domain.Member{Membership: m, As: s.World.RoleIn(m)}, name: words.Clean(p.Shown())}
		row.runs = m.Covers(s.On) && p.ActiveOn(s.On)
		if !ok || !s.ShowEnded && !row.runs || !g.lanes[membersPane].matches(p.Shown()+" "+p.Number+" "+row.As.String()) {
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
		words.SortBy(part.rows, func(r memberRow) string {
			p, _ := s.World.Person(r.Person)
			return s.Roster.NameKey(p)
		})
		out = append(append(out, memberRow{head: part.head}), part.rows...)
	}
	return out
}

// member returns the member under the cursor.
func (g Screen) member() (memberRow, bool) {
	at := g.lanes[membersPane].list.Cursor()
	if at < 0 || at >= len(g.members.rows) || g.members.rows[at].heading() {
		return memberRow{}, false
	}
	return g.members.rows[at], true
}

// chosen returns the memberships that an edit is about: the marked ones, else
// the one under the cursor.
func (g Screen) chosen() []domain.Membership {
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
	g.lanes[membersPane].list = g.lanes[membersPane].list.Move(1)
	return g
}

func (g Screen) drawMembers(s scene.Scene, box widget.Box) string {
	lane, focused := g.lanes[membersPane], g.focus == membersPane
	title := s.Words.Say("members.title-none")
	if g.group != "" {
		title = s.Words.Say("members.title", s.Words.Group(s.World, g.group))
	}
	f := widget.Pane(s.Theme, lane.title(s.Words, title), focused)
	if n := len(g.marked); n > 0 {
		f.Foot = s.Words.Say("members.marked", n)
	}
	f.Thumb = lane.list.Thumb()
	inner := f.Inner(box)
	lines := lane.list.Lines(func(i int, state widget.RowState) string {
		r := g.members.rows[i]
		// Without the keys the mark stands on the one as whom one looks, or nowhere:
		// it must never point at another than the preview does.
		state.Selected = state.Selected && (focused || r.Person == g.person)
		return g.drawMember(s, r, inner.W, state, focused)
	})
	if len(g.members.rows) == 0 {
		lines = g.noMembers(s, inner.W)
	}
	return f.View(box.W, box.H, lines)
}

func (g Screen) drawMember(s scene.Scene, r memberRow, w int, state widget.RowState, focused bool) string {
	if r.heading() {
		return widget.Line(w, s.Theme.Heading, widget.Cell{Text: s.Words.Say(r.head), Style: s.Theme.Heading, W: w})
	}
	base := widget.RowStyle(s.Theme, state, focused)
	mark, marked := "  ", s.Theme.Text
	if slices.Contains(g.marked, r.Person) {
		mark, marked = "✓ ", s.Theme.Marked
	}
	name, role := s.Theme.Text, s.Theme.Roles[r.As-domain.Client]
	text := r.name
	if !r.runs {
		name, role = s.Theme.Faint, s.Theme.Faint
		text += " · " + s.Words.Period(r.Period)
	}
	return widget.Line(w, base,
		widget.Cell{Text: cursorMark(state), W: 1},
		widget.Cell{Text: mark, Style: marked, W: 2},
		widget.Cell{Text: text, Style: name, W: widget.Share(1)},
		widget.Cell{Text: " " + s.Words.RoleShort(r.As), Style: role, W: roleWidth},
	)
}

const roleWidth = 11

func (g Screen) noMembers(s scene.Scene, w int) []string {
	switch {
	case g.group == "":
		return nil
	case g.lanes[membersPane].query() != "":
		return widget.Wrap(s.Words.Say("list.no-match"), w)
	}
	return widget.Wrap(s.Words.Say("members.empty"), w)
}
