package people

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The signs before a name, explained in the details. They differ in shape, for
// terminals without colour.
const (
	stoppedSign  = "×" // counts no more
	stoppingSign = "◔" // counts until a day that is known
)

// areas are the rectangles of the screen; a click looks in the same ones.
type areas struct {
	list, query, head, rows scene.Box
	side, day, about        scene.Box
}

const (
	oneColumn  = 60 // below this width one pane at a time
	enoughRows = 5  // below this height the column heads give way
)

func (c Screen) arrange(s scene.Scene) areas {
	var a areas
	if s.Body.W < oneColumn {
		if c.inside {
			a.side = s.Body
		} else {
			a.list = s.Body
		}
	} else {
		list, side := 11, 9
		if c.second { // there is more to read
			list, side = side, list
		}
		parts := s.Body.Columns(widget.Share(list), widget.Share(side))
		a.list, a.side = parts[0], parts[1]
	}
	inner := widget.Frame{}.Inner(a.list)
	query, head := 0, 0
	if c.typing || c.query.Value() != "" {
		query = 1
	}
	if inner.H-query > enoughRows {
		head = 1
	}
	parts := inner.Rows(query, head, widget.Share(1))
	a.query, a.head, a.rows = parts[0], parts[1], parts[2]
	on := 0
	if c.second {
		on = 1
	}
	sections := widget.Frame{}.Inner(a.side).Inset(1, 0).Rows(on, widget.Share(1))
	a.day, a.about = sections[0], sections[1]
	return a
}

// View implements scene.Screen.
func (c Screen) View(s scene.Scene) (string, *tea.Cursor) {
	c, people := c.settle(s)
	a := c.arrange(s)
	var blocks []string
	var cursor *tea.Cursor
	if !a.list.Empty() {
		block, at := c.viewList(s, a, people)
		blocks, cursor = append(blocks, block), at
	}
	if !a.side.Empty() {
		block, at := c.viewDetails(s, a)
		blocks = append(blocks, block)
		if c.inside {
			cursor = at
		}
	}
	return widget.Fit(strings.Split(widget.Beside(blocks...), "\n"), s.Body.W, s.Body.H), cursor
}

func (c Screen) viewList(s scene.Scene, a areas, people crowd) (string, *tea.Cursor) {
	frame := widget.Pane(s.Theme, c.title(s, people.len()), !c.inside)
	frame.Right = s.Words.Say("people.sorted")
	if a.side.Empty() {
		frame.Right = s.Words.Say("people.tab-about")
	}
	frame.Foot, frame.Thumb = c.list.Position(), c.list.Thumb()
	offset := a.rows.Y - a.list.Y - 1
	if frame.Thumb != (widget.Thumb{}) {
		frame.Thumb.From += offset
		frame.Thumb.To += offset
	}
	var lines []string
	var cursor *tea.Cursor
	if a.query.H > 0 {
		line, x := c.query.View(a.query.W-2, s.Theme.Input, s.Theme.Faint)
		lines = append(lines, widget.Paint(s.Theme.Key, "/ ")+line)
		if c.typing {
			cursor = a.query.Cursor(2+x, 0)
		}
	}
	if a.head.H > 0 {
		lines = append(lines, c.columns(s, a.head.W).head(s))
	}
	if people.len() == 0 {
		lines = append(lines, c.nobody(s, a.rows.W)...)
		return frame.View(a.list.W, a.list.H, lines), cursor
	}
	columns := c.columns(s, a.rows.W)
	lines = append(lines, c.list.Lines(func(i int, state widget.RowState) string {
		return columns.row(s, *people.person(i), state, !c.inside)
	})...)
	if from, _ := c.list.Window(); !c.typing && !c.inside {
		cursor = a.rows.Cursor(0, c.list.Cursor()-from)
	}
	return frame.View(a.list.W, a.list.H, lines), cursor
}

// title says how many people the list holds and by which role it was narrowed.
func (c Screen) title(s scene.Scene, found int) string {
	name, total := s.Words.Say("screen.people"), s.World.Count(domain.PersonNoun)
	if c.role != domain.NoRole {
		name = s.Words.Say("people.only-role", name, s.Words.Role(c.role))
	}
	if found == total {
		return s.Words.Say("people.all", total, name)
	}
	return s.Words.Say("people.some", found, name, total)
}

// nobody says why the list is empty and what to do.
func (c Screen) nobody(s scene.Scene, w int) []string {
	said := s.Words.Say("people.nobody")
	if s.World.Count(domain.PersonNoun) > 0 {
		said = s.Words.Say("list.no-match") + " " + s.Words.Say("people.widen")
	}
	lines := widget.Wrap(said, w)
	for i := range lines {
		lines[i] = widget.Paint(s.Theme.Faint, lines[i])
	}
	return lines
}

// columns are the widths of the list's columns; 0 is left out. A name is what
// one looks for: it gets what the others leave.
type columns struct{ w, role, number, location, status int }

func (c Screen) columns(s scene.Scene, w int) columns {
	out := columns{w: w}
	if w >= 32 {
		out.role = 13 // ADMINISTRATOR
	}
	if w >= 48 {
		out.number = 8
	}
	if w >= 60 {
		out.location = 10
	}
	if w >= 90 {
		out.status = 26
	}
	return out
}

func (k columns) head(s scene.Scene) string {
	faint := s.Theme.Faint
	word := func(f domain.Field) string { return s.Words.Field(f) }
	cells := []widget.Cell{{W: 2}, {Text: word("name"), Style: faint, W: widget.Share(1)}}
	for _, one := range []widget.Cell{
		{Text: word("role"), W: k.role}, {Text: word("number"), W: k.number},
		{Text: word("location"), W: k.location}, {Text: s.Words.Say("people.status"), W: k.status},
	} {
		if one.W > 0 {
			one.Style = faint
			cells = append(cells, widget.Cell{W: 1}, one)
		}
	}
	return widget.Line(k.w, s.Theme.Text, cells...)
}

func (k columns) row(s scene.Scene, p domain.Person, state widget.RowState, focused bool) string {
	t, style, role := s.Theme, s.Theme.Text, s.Theme.Roles[max(int(p.Role)-1, 0)]
	active := p.ActiveOn(s.On)
	if !active {
		style, role = t.Faint, t.Faint
	}
	sign := ""
	if p.InactiveFrom != 0 {
		sign = stoppingSign
	}
	if !active {
		sign = stoppedSign
	}
	cells := []widget.Cell{{Text: sign, Style: t.Warning, W: 2}, {Text: words.Clean(p.Shown()), Style: style, W: widget.Share(1)}}
	for _, one := range []widget.Cell{
		{Text: s.Words.RoleShort(p.Role), Style: role, W: k.role},
		{Text: words.Clean(p.Number), Style: style, W: k.number},
		{Text: words.Clean(p.Location), Style: style, W: k.location},
		{Text: status(s, p), Style: style, W: k.status},
	} {
		if one.W > 0 {
			cells = append(cells, widget.Cell{W: 1}, one)
		}
	}
	return widget.Line(k.w, widget.RowStyle(t, state, focused), cells...)
}

// status says in a word or two that somebody counts no more, or only until a day.
func status(s scene.Scene, p domain.Person) string {
	switch {
	case p.InactiveFrom == 0:
		return ""
	case p.InactiveFrom == domain.FirstDate:
		return s.Words.Say("people.not-active")
	case p.ActiveOn(s.On):
		return s.Words.Say("people.active-through", s.Words.Date(p.InactiveFrom-1))
	}
	return s.Words.Say("people.not-since", s.Words.Date(p.InactiveFrom))
}
