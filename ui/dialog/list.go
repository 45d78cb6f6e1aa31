package dialog

import (
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// BarWidth is what the mark of a window's place needs at the right of a line.
const BarWidth = 2

// ListView draws a list in w by h cells; where not all of its rows are in view, a mark at the
// right edge shows the place of the window: a list that is cut without a word reassures. draw
// gets the width that is left.
func ListView(t theme.Theme, l widget.List, w, h int, draw func(i int, state widget.RowState, w int) string) string {
	place, inner := l.Thumb(), w
	if place.To > 0 {
		inner -= BarWidth
	}
	from, _ := l.Window()
	lines := l.Lines(func(i int, state widget.RowState) string {
		return beside(t, draw(i, state, inner), place, i-from)
	})
	return widget.Fit(t.Measure, lines, w, h)
}

// beside draws at the right of line y of a window a mark of the window's place; nothing, where
// all is in view.
func beside(t theme.Theme, line string, place widget.Thumb, y int) string {
	switch {
	case place.To == 0:
		return line
	case y >= place.From && y < place.To:
		return line + " " + widget.Paint(t.Accent, "┃")
	}
	return line + " " + widget.Paint(t.Border, "│")
}
