package files

import (
	"strconv"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// shownColumn is a column in view.
type shownColumn struct{ at, x, w int }

const (
	narrowColumn = 8
	wideColumn   = 28
	typedColumn  = 30 // of a cell that is being typed
)

// shown are the columns in view: from the first where that of the cursor fits too.
func (g grid) shown(m theme.Measure, box widget.Box) []shownColumn {
	from, to := g.list.Window()
	left := g.numbers()
	wide := func(at int) int {
		if g.mode == typing && at == g.column {
			return min(typedColumn, box.W-left)
		}
		w := m.Width(g.head(at)) + 3
		for row := from; row < to; row++ {
			_, text := g.cell(row, at)
			w = max(w, m.Width(words.Clean(text))+3)
		}
		return min(max(w, narrowColumn), wideColumn, max(box.W-left, 1))
	}
	first := g.column
	for room := box.W - left - wide(g.column); first > 0 && room >= wide(first-1); first-- {
		room -= wide(first - 1)
	}
	var out []shownColumn
	for at, x := first, left; at < g.width() && x < box.W; at++ {
		w := wide(at)
		if x+w > box.W && at > g.column {
			break
		}
		out = append(out, shownColumn{at, x, w})
		x += w
	}
	return out
}

// numbers is the width of the column with the numbers of the rows.
func (g grid) numbers() int {
	last := 0
	if g.table.Len > 0 {
		last, _ = g.table.Row(g.table.Len - 1)
	}
	return len(strconv.Itoa(last)) + 3
}

// head is how a column is headed: by what it holds, behind what it was called.
func (g grid) head(at int) string {
	c := g.columnAt(at)
	head := words.Clean(c.Head)
	switch {
	case c.As == "" && head == "":
		return "–"
	case c.As == "":
		return head + " → –"
	case head == "" || domain.LookUp(head) == domain.LookUp(c.As):
		return c.As
	}
	return head + " → " + c.As
}

// View draws the grid, and returns its cursor.
func (g grid) View(s scene.Scene, w, h int, focused bool) (string, *tea.Cursor) {
	t := s.Theme
	switch {
	case g.table == nil:
		return widget.Fit(t.Measure, nil, w, h), nil
	case g.mode == choosing:
		return g.picker.View(t, w, h)
	}
	g = g.resize(h)
	columns := g.shown(t.Measure, widget.Box{W: w, H: h})
	if len(columns) == 0 || h <= 0 { // no room for a cell
		return widget.Fit(t.Measure, nil, w, h), nil
	}
	lines := []string{g.heads(t, w, columns, focused)}
	var cursor *tea.Cursor
	from, _ := g.list.Window()
	for _, c := range columns {
		if c.at == g.column {
			cursor = tea.NewCursor(c.x+markWidth, 1+g.list.Cursor()-from)
			if g.onHeads {
				cursor.Y = 0
			}
		}
	}
	lines = append(lines, g.list.Lines(func(row int, state widget.RowState) string {
		line, x := g.line(t, w, columns, row, focused)
		if state.Selected && g.mode == typing && cursor != nil {
			cursor.X += x
		}
		return line
	})...)
	if !focused {
		cursor = nil
	}
	return widget.Fit(t.Measure, lines, w, h), cursor
}

// markWidth is how wide the sign before a cell is.
const markWidth = 2

func (g grid) heads(t theme.Theme, w int, columns []shownColumn, focused bool) string {
	cells := []widget.Cell{{W: g.numbers()}}
	if columns[0].at > 0 {
		cells[0].Text = "‹"
	}
	for _, c := range columns {
		style := t.Heading
		switch {
		case focused && g.onHeads && c.at == g.column:
			style = t.Selected
		case g.columnAt(c.at).As == "":
			style = t.Faint
		}
		mark, tone := g.mark(t, scene.CellAt{Row: g.table.HeadRow, Column: c.at + 1})
		cells = append(cells, widget.Cell{Text: mark, Style: tone, W: markWidth}, widget.Cell{Text: g.head(c.at), Style: style, W: c.w - markWidth - 1}, widget.Cell{W: 1})
	}
	if columns[len(columns)-1].at < g.width()-1 {
		cells[len(cells)-1].Text = "›"
	}
	return widget.Line(t.Measure, w, t.Text, cells...)
}

// mark is the sign before a cell: what is wrong goes before what was corrected.
func (g grid) mark(t theme.Theme, at scene.CellAt) (sign string, style lipgloss.Style) {
	_, corrected := g.cells[at]
	switch {
	case g.without[at.Row] && at.Row != g.table.HeadRow:
		return "", t.Faint
	case len(g.table.Problems[at]) > 0:
		return "!", t.Error
	case corrected:
		return "*", t.Accent
	}
	return "", t.Text
}

// line draws a row, and returns the column of the cursor in the cell that is typed.
func (g grid) line(t theme.Theme, w int, columns []shownColumn, row int, focused bool) (line string, x int) {
	at, _ := g.cell(row, 0)
	out := g.without[at.Row]
	number := widget.Cell{Text: strconv.Itoa(at.Row) + " ", Style: t.Faint, W: g.numbers(), Right: true}
	switch {
	case out:
		number.Text = "– " + number.Text
	case len(g.table.Problems[scene.CellAt{Row: at.Row}]) > 0:
		number.Text, number.Style = "! "+number.Text, t.Error
	}
	cells := []widget.Cell{number}
	first, last := g.rows()
	for _, c := range columns {
		at, text := g.cell(row, c.at)
		sign, style := g.mark(t, at)
		cell := widget.Cell{Text: words.Clean(text), Style: style, W: c.w - markWidth - 1}
		switch {
		case out || g.columnAt(c.at).As == "":
			cell.Style = t.Faint
		case text == "" && c.at >= len(g.table.Columns):
			cell.Text, cell.Style = "·", t.Faint
		}
		switch marked := focused && !g.onHeads && c.at == g.column && row >= first && row <= last; {
		case marked && row == g.list.Cursor() && g.mode == typing:
			cell.Text, x = g.input.View(t.Measure, cell.W, t.Input, t.Faint)
		case marked && row == g.list.Cursor():
			cell.Style = t.Selected
		case marked:
			cell.Style = t.SelectedDim
		}
		cells = append(cells, widget.Cell{Text: sign, Style: style, W: markWidth}, cell, widget.Cell{W: 1})
	}
	return widget.Line(t.Measure, w, t.Text, cells...), x
}
