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

// RowState is how a row is drawn, besides its content.
type RowState struct {
	Selected bool // the cursor is on it
}

// RowStyle is the base style of a row; focused says whether its pane has the keys.
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

// Line draws a row of exactly w cells. On a base with a background of its own (a cursor row) the cells lose their
// colours: the row reads as one bar, and no colour loses its contrast on it.
func Line(m theme.Measure, w int, base lipgloss.Style, cells ...Cell) string {
	wanted := make([]int, len(cells))
	for i, c := range cells {
		wanted[i] = c.W
	}
	solid := hasBackground(base)
	parts := make([]string, 0, len(cells)+1)
	used := 0
	for i, n := range lengths(w, wanted) {
		used += n
		text := FitLine(m, cells[i].Text, n)
		if cells[i].Right {
			text = FitRight(m, cells[i].Text, n)
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

func hasBackground(s lipgloss.Style) bool {
	_, none := s.GetBackground().(lipgloss.NoColor)
	return s.GetReverse() || !none
}

// Hint is a key and its action, for the bar at the bottom.
type Hint struct {
	Key  string // as tea.KeyPressMsg.String names it; a click on the hint presses it
	Show string // how the key is shown; empty: as Key
	Text string
}

// Hit is a part of a drawn line where a click presses a key.
type Hit struct {
	X, W int
	Key  string
}

// HitAt returns the key at column x of a line.
func HitAt(hits []Hit, x int) (key string, ok bool) {
	for _, h := range hits {
		if x >= h.X && x < h.X+h.W {
			return h.Key, true
		}
	}
	return "", false
}

// Hints draws a bar of exactly w cells with as many whole hints as fit, in order, and returns where each can be clicked.
func Hints(t theme.Theme, w int, hints []Hint) (string, []Hit) {
	const gap = 2
	m := t.Measure
	var parts []string
	var hits []Hit
	x := 1
	for _, h := range hints {
		show := h.Show
		if show == "" {
			show = h.Key
		}
		show, text := safe(m, show), safe(m, h.Text)
		width := m.Width(show) + 1 + m.Width(text)
		if x+width > w {
			break
		}
		if len(parts) == 0 {
			parts = append(parts, " ")
		}
		parts = append(parts, Paint(t.Key, show), " ", Paint(t.Hint, text), spaces(min(gap, w-x-width)))
		hits = append(hits, Hit{X: x, W: width, Key: h.Key})
		x += width + gap
	}
	return FitLine(m, splice(parts...), w), hits
}
