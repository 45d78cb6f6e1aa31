package widget

import tea "charm.land/bubbletea/v2"

// Box is a rectangle of cells on the screen. A layout is made of boxes first; then View draws in them and a click looks
// in the same ones. A box with W or H at or below zero is empty.
type Box struct{ X, Y, W, H int }

// Share is a length for Columns and Rows: weight parts of what the fixed lengths leave over.
func Share(weight int) int { return -max(weight, 0) }

// Columns cuts the box into columns from left to right. A positive width is in cells; shares divide the rest, and the
// last of them gets the remainder. Columns that do not fit are cut off from the right, down to empty boxes. Without a
// share the rest belongs to no column.
func (b Box) Columns(widths ...int) []Box {
	out := make([]Box, len(widths))
	x := b.X
	for i, w := range lengths(b.W, widths) {
		out[i] = Box{X: x, Y: b.Y, W: w, H: b.H}
		x += w
	}
	return out
}

// Rows cuts the box into rows from top to bottom, by the rule of Columns.
func (b Box) Rows(heights ...int) []Box {
	out := make([]Box, len(heights))
	y := b.Y
	for i, h := range lengths(b.H, heights) {
		out[i] = Box{X: b.X, Y: y, W: b.W, H: h}
		y += h
	}
	return out
}

func lengths(total int, wanted []int) []int {
	rest := max(total, 0)
	out := make([]int, len(wanted))
	weights, last := 0, -1
	for i, n := range wanted {
		if n < 0 {
			weights, last = weights-n, i
			continue
		}
		out[i] = min(n, rest)
		rest -= out[i]
	}
	shared := rest
	for i, n := range wanted {
		switch {
		case n >= 0:
		case i == last:
			out[i] = rest
		default:
			out[i] = shared * -n / weights
			rest -= out[i]
		}
	}
	return out
}

// Inset takes dx cells off the left and the right and dy off the top and the bottom; it stops at an empty box.
func (b Box) Inset(dx, dy int) Box {
	return Box{X: b.X + dx, Y: b.Y + dy, W: max(b.W-2*dx, 0), H: max(b.H-2*dy, 0)}
}

// Contains reports whether the cell belongs to the box.
func (b Box) Contains(x, y int) bool {
	return x >= b.X && x < b.X+b.W && y >= b.Y && y < b.Y+b.H
}

// Center is a box of w by h in the middle of b, never larger than b.
func (b Box) Center(w, h int) Box {
	w, h = max(min(w, b.W), 0), max(min(h, b.H), 0)
	return Box{X: b.X + max(b.W-w, 0)/2, Y: b.Y + max(b.H-h, 0)/2, W: w, H: h}
}

// Local returns a cell of the screen as seen from the box's top left corner, as a click on a list or a form expects it.
func (b Box) Local(x, y int) (int, int) { return x - b.X, y - b.Y }

// Empty reports whether the box has no cell.
func (b Box) Empty() bool { return b.W <= 0 || b.H <= 0 }

// Cursor is the terminal's cursor at a cell as seen from the box's corner; nil where that is outside the box.
func (b Box) Cursor(x, y int) *tea.Cursor {
	if !b.Contains(b.X+x, b.Y+y) {
		return nil
	}
	return tea.NewCursor(b.X+x, b.Y+y)
}
