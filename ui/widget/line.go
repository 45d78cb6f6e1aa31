package widget

import (
	"charm.land/lipgloss/v2"

	"zichtlijn/ui/theme"
)

// Cell is one column of a row.
type Cell struct {
	Text  string
	Style lipgloss.Style
	W     int  // in cells, or a Share of what is left
	Right bool // set at the right edge of its column
}

// RowState is what a row must show about itself besides its content.
type RowState struct {
	Selected bool // the cursor is on it
}

// RowStyle is the ground a row is drawn on; focused says whether its pane has the keys.
func RowStyle(t theme.Theme, state RowState, focused bool) lipgloss.Style {
	switch {
	case state.Selected && focused:
		return t.Selected
	case state.Selected:
		return t.SelectedDim
	default:
		return t.Text
	}
}

// Line draws a row of exactly w cells. On a base with a ground of its own (a cursor row) the cells give up their
// colours, so that the row reads as one bar and no colour loses its contrast on it.
func Line(w int, base lipgloss.Style, cells ...Cell) string {
	wanted := make([]int, len(cells))
	for i, c := range cells {
		wanted[i] = c.W
	}
	solid := barred(base)
	parts := make([]string, 0, len(cells)+1)
	used := 0
	for i, n := range lengths(w, wanted) {
		used += n
		text := FitLine(cells[i].Text, n)
		if cells[i].Right {
			text = FitRight(cells[i].Text, n)
		}
		if !solid {
			text = Paint(cells[i].Style.Inherit(base), text)
		}
		parts = append(parts, text)
	}
	if !solid {
		return splice(append(parts, spaces(w-used))...)
	}
	return Paint(base, splice(append(parts, spaces(w-used))...))
}

func barred(s lipgloss.Style) bool {
	_, none := s.GetBackground().(lipgloss.NoColor)
	return s.GetReverse() || !none
}
