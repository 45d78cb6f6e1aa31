package shelf

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

const (
	twoPanes   = 60 // least width for two panes
	enoughRows = 4  // more important than a bar and column heads
)

// areas are the rectangles of the screen; a click looks in the same ones.
type areas struct {
	list, bar, query, head, rows, legend scene.Box
	side, above, about, below            scene.Box
}

func (c Shelf) arrange(s scene.Scene) areas {
	var a areas
	a.list, a.side = c.panes(s.Body)
	inner := widget.Frame{}.Inner(a.list)
	bar, query, head := 0, 0, 0
	if c.typing || c.query.Value() != "" {
		query = 1
	}
	if _, ok := c.source.(Barred); ok {
		bar = 1
	}
	if _, ok := c.source.(Headed); ok {
		head = 1
	}
	if inner.H-query <= enoughRows+bar+head {
		bar, head = 0, 0
	}
	legend := 0
	if l, ok := c.source.(Legended); ok {
		legend = len(l.Legend(s, inner.W))
	}
	if inner.H-bar-query-head-legend < enoughRows {
		legend = 0
	}
	parts := inner.Rows(bar, query, head, widget.Share(1), legend)
	a.bar, a.query, a.head, a.rows, a.legend = parts[0], parts[1], parts[2], parts[3], parts[4]
	inner = widget.Frame{}.Inner(a.side).Inset(1, 0)
	above, below := 0, 0
	if p, ok := c.source.(Pinned); ok {
		above, below = p.Pins(inner.H)
	}
	parts = inner.Rows(above, widget.Share(1), below)
	a.above, a.about, a.below = parts[0], parts[1], parts[2]
	return a
}

// panes returns the boxes of list and details. Without room for both, one is empty.
func (c Shelf) panes(body scene.Box) (list, side scene.Box) {
	divided, ok := c.source.(Divided)
	switch {
	case body.W < twoPanes:
	case ok:
		list, side = divided.Divide(body)
	default:
		parts := body.Columns(widget.Share(11), widget.Share(9))
		list, side = parts[0], parts[1]
	}
	switch {
	case !side.Empty():
		return list, side
	case c.inside:
		return scene.Box{}, body
	}
	return body, scene.Box{}
}

// onTitle reports whether a cell is in the edge that has the title of the list.
func (c Shelf) onTitle(s scene.Scene, x, y int) bool {
	list := c.arrange(s).list
	return list.Contains(x, y) && y == list.Y
}

// View draws list and details; the cursor stands in the pane that has the keys.
func (c Shelf) View(s scene.Scene) (string, *tea.Cursor) {
	c = c.current(s)
	a := c.arrange(s)
	labels := c.source.Labels(s, c.position(s), a.rows.W)
	var list, side string
	var cursor *tea.Cursor
	if !a.list.Empty() {
		list, cursor = c.viewList(s, a, labels)
	}
	if !a.side.Empty() {
		var at *tea.Cursor
		if side, at = c.viewDetails(s, a, labels); c.inside {
			cursor = at
		}
	}
	switch {
	case a.side.Empty():
		side = list
	case a.list.Empty():
	case a.side.X > a.list.X:
		side = widget.Beside(list, side)
	default:
		side = widget.Stack(list, side)
	}
	return widget.Fit(s.Theme.Measure, strings.Split(side, "\n"), s.Body.W, s.Body.H), cursor
}

func (c Shelf) viewList(s scene.Scene, a areas, labels Labels) (string, *tea.Cursor) {
	frame := widget.Pane(s.Theme, labels.Title, !c.inside)
	frame.Right = labels.Right
	if a.side.Empty() && labels.TabAbout != "" {
		frame.Right = labels.TabAbout
	}
	frame.Foot, frame.Thumb = foot(s.Theme.Measure, labels.Foot, c.list.Position(), a.list.W), moveDown(c.list.Thumb(), a.rows.Y-a.list.Y-1)
	var lines []string
	var cursor *tea.Cursor
	if a.bar.H > 0 {
		line, _ := c.source.(Barred).Bar(s, a.bar.W)
		lines = append(lines, line)
	}
	if a.query.H > 0 {
		query := c.query
		query.Placeholder = labels.Find
		line, x := query.View(s.Theme.Measure, max(a.query.W-2, 0), s.Theme.Input, s.Theme.Faint)
		lines = append(lines, widget.Paint(s.Theme.Key, "/ ")+line)
		if c.typing {
			cursor = a.query.Cursor(2+x, 0)
		}
	}
	if a.head.H > 0 {
		lines = append(lines, c.source.(Headed).Head(s, a.head.W))
	}
	var rows []string
	if at := c.list.Cursor(); at >= 0 {
		rows = c.list.Lines(func(i int, state widget.RowState) string {
			return c.source.Draw(s, c.rows[i], a.rows.W, state, !c.inside)
		})
		if from, to := c.list.Window(); !c.typing && at >= from && at < to {
			cursor = a.rows.Cursor(0, at-from)
		}
	}
	rows = append(rows[:max(min(len(rows), a.rows.H-len(labels.Note)), 0)], labels.Note...)
	lines = append(lines, rows...)
	if a.legend.H > 0 {
		for len(lines) < a.legend.Y-a.list.Y-1 {
			lines = append(lines, "")
		}
		lines = append(lines, c.source.(Legended).Legend(s, a.legend.W)...)
	}
	return frame.View(a.list.W, a.list.H, lines), cursor
}

// foot returns the text at the foot, with the position in the list if both fit.
func foot(m theme.Measure, said, position string, w int) string {
	const edges = 9
	switch {
	case said == "":
		return position
	case position == "" || m.Width(said+position)+edges > w:
		return said
	}
	return said + " · " + position
}

// moveDown moves a thumb down by the lines above the list that it belongs to; no thumb
// stays none.
func moveDown(t widget.Thumb, by int) widget.Thumb {
	if t == (widget.Thumb{}) {
		return t
	}
	return widget.Thumb{From: t.From + by, To: t.To + by}
}

func (c Shelf) viewDetails(s scene.Scene, a areas, labels Labels) (string, *tea.Cursor) {
	frame := widget.Pane(s.Theme, labels.About, c.inside)
	frame.Right, frame.Thumb = labels.Beside, moveDown(c.detail.Thumb(), a.above.H)
	if a.list.Empty() && labels.TabList != "" {
		frame.Right = labels.TabList
	}
	var above, below []string
	if p, ok := c.source.(Pinned); ok && a.above.H+a.below.H > 0 {
		above, below = p.Pin(s, c.position(s), a.about.W)
	}
	lines := c.detail.Lines(func(i int, state widget.RowState) string {
		style := s.Theme.Text
		if c.inside {
			style = widget.RowStyle(s.Theme, state, true)
		}
		return widget.Line(s.Theme.Measure, a.about.W, style, c.lines[i].Cells...)
	})
	for len(lines) < a.about.H && len(below) > 0 {
		lines = append(lines, "")
	}
	drawn := append(append(above, lines...), below...)
	for i := range drawn {
		drawn[i] = " " + drawn[i]
	}
	var cursor *tea.Cursor
	if from, to := c.detail.Window(); c.detail.Cursor() >= from && c.detail.Cursor() < to {
		cursor = a.about.Cursor(0, c.detail.Cursor()-from)
	}
	return frame.View(a.side.W, a.side.H, drawn), cursor
}
