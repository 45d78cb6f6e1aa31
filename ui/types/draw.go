package types

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// offSign stands before what is switched off, loudSign before what gives access
// to whom it should not; unset where a flag is not.
const (
	offSign  = "×"
	loudSign = "!"
	unset    = "·"
)

// areas are the rectangles of the screen; a click looks in the same ones.
type areas struct {
	list, query, head, rows scene.Box
	side, about             scene.Box
}

const (
	oneColumn  = 60 // below this width one pane at a time
	enoughRows = 5  // below this height the column heads give way
)

func (c shelf) arrange(s scene.Scene) areas {
	var a areas
	if s.Body.W < oneColumn {
		if c.inside {
			a.side = s.Body
		} else {
			a.list = s.Body
		}
	} else {
		parts := s.Body.Columns(widget.Share(11), widget.Share(9))
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
	a.about = widget.Frame{}.Inner(a.side).Inset(1, 0)
	return a
}

// titled reports whether a cell is in the edge that bears the title of the list.
func (c shelf) titled(s scene.Scene, x, y int) bool {
	list := c.arrange(s).list
	return list.Contains(x, y) && y == list.Y
}

func (c shelf) view(s scene.Scene) (string, *tea.Cursor) {
	c, entries := c.settle(s)
	a := c.arrange(s)
	var blocks []string
	var cursor *tea.Cursor
	if !a.list.Empty() {
		block, at := c.viewList(s, a, entries)
		blocks, cursor = append(blocks, block), at
	}
	if !a.side.Empty() {
		block, at := c.viewDetails(s, a, entries)
		blocks = append(blocks, block)
		if c.inside {
			cursor = at
		}
	}
	return widget.Fit(strings.Split(widget.Beside(blocks...), "\n"), s.Body.W, s.Body.H), cursor
}

func (c shelf) viewList(s scene.Scene, a areas, entries []entry) (string, *tea.Cursor) {
	frame := widget.Pane(s.Theme, c.title(s, len(entries)), !c.inside)
	frame.Right = s.Words.Say(c.stock.words().turn)
	if a.side.Empty() {
		frame.Right = s.Words.Say(lang.TypesTabAbout)
	}
	frame.Foot, frame.Thumb = c.list.Position(), c.list.Thumb()
	if offset := a.rows.Y - a.list.Y - 1; frame.Thumb != (widget.Thumb{}) {
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
		lines = append(lines, c.stock.head(s, a.rows.W))
	}
	if len(entries) == 0 {
		lines = append(lines, c.nothing(s, a.rows.W)...)
		return frame.View(a.list.W, a.list.H, lines), cursor
	}
	lines = append(lines, c.list.Lines(func(i int, state widget.RowState) string {
		return c.stock.row(s, entries[i].id, a.rows.W, state, !c.inside)
	})...)
	if from, _ := c.list.Window(); !c.typing && !c.inside {
		cursor = a.rows.Cursor(0, c.list.Cursor()-from)
	}
	return frame.View(a.list.W, a.list.H, lines), cursor
}

func (c shelf) title(s scene.Scene, found int) string {
	words := c.stock.words()
	name, total := s.Words.Say(words.name), s.World.Count(c.stock.noun())
	if found == total {
		return s.Words.Say(words.all, total, name)
	}
	return s.Words.Say(words.some, found, name, total)
}

// nothing says why the list is empty and what to do.
func (c shelf) nothing(s scene.Scene, w int) []string {
	said := s.Words.Say(c.stock.words().none)
	if s.World.Count(c.stock.noun()) > 0 {
		said = s.Words.Say(lang.NoMatch) + " " + s.Words.Say(lang.TypesWiden)
	}
	lines := widget.Wrap(said, w)
	for i := range lines {
		lines[i] = widget.Paint(s.Theme.Faint, lines[i])
	}
	return lines
}

func (c shelf) viewDetails(s scene.Scene, a areas, entries []entry) (string, *tea.Cursor) {
	lines := c.details(s)
	list := c.detail.Set(rowsOf(lines), a.about.H)
	title := s.Words.Say(lang.TypesAbout)
	if i := c.list.Cursor(); i >= 0 {
		title = lang.Clean(entries[i].name)
		if a.list.Empty() { // nothing else says which list one is in
			title = s.Words.Say(c.stock.words().one, title)
		}
	}
	frame := widget.Pane(s.Theme, title, c.inside)
	frame.Thumb = list.Thumb()
	if a.list.Empty() {
		frame.Right = s.Words.Say(lang.TypesTabList)
	}
	drawn := list.Lines(func(i int, state widget.RowState) string {
		style := s.Theme.Text
		if c.inside {
			style = widget.RowStyle(s.Theme, state, true)
		}
		return " " + widget.Line(a.about.W, style, lines[i].cells...)
	})
	var cursor *tea.Cursor
	if from, _ := list.Window(); list.Cursor() >= 0 {
		cursor = a.about.Cursor(0, list.Cursor()-from)
	}
	return frame.View(a.side.W, a.side.H, drawn), cursor
}
