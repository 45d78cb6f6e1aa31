package widget

import (
	"strconv"

	"zichtlijn/ui/theme"
)

// Rows describes the rows of a list: how many there are, and on which the cursor may stand.
type Rows struct {
	N          int
	Selectable func(i int) bool // nil: every row; false for a heading
}

func (r Rows) selectable(i int) bool { return r.Selectable == nil || r.Selectable(i) }

// seek returns the first selectable row from i on in steps of by, or -1.
func (r Rows) seek(i, by int) int {
	for ; i >= 0 && i < r.N; i += by {
		if r.selectable(i) {
			return i
		}
	}
	return -1
}

// nearest is i itself, else the next selectable row, else the one before, else -1.
func (r Rows) nearest(i int) int {
	i = max(min(i, r.N-1), 0)
	if next := r.seek(i, 1); next >= 0 {
		return next
	}
	return r.seek(i-1, -1)
}

// List is a window on rows with a cursor in it. It holds no row: the caller draws those in view, so that a hundred
// thousand cost what thirty cost (a run of headings is passed row by row). It is a value; after Set the zero List
// stands on the first selectable row.
//
// Call Set before moving whenever the rows or the height changed: the wheel, a page and a click use the height that was
// last set.
type List struct {
	rows           Rows
	height         int
	cursor, offset int
}

// Set sets the rows and the height in lines. The cursor goes to the nearest selectable row and stays in view.
func (l List) Set(rows Rows, height int) List {
	rows.N = max(rows.N, 0)
	l.rows, l.height = rows, max(height, 0)
	l.cursor = rows.nearest(l.cursor)
	return l.keepInView()
}

// keepInView moves the window as little as needed to have the cursor in it.
func (l List) keepInView() List {
	if l.height > 0 && l.cursor >= 0 {
		l.offset = min(l.offset, l.cursor)
		l.offset = max(l.offset, l.cursor-l.height+1)
	}
	l.offset = max(min(l.offset, l.rows.N-max(l.height, 1)), 0)
	return l
}

// reveal is keepInView that also shows the headings right above the cursor. Only a move may call it: it would pull the
// wheel back at every heading.
func (l List) reveal() List {
	l = l.keepInView()
	top := l.cursor
	for top > 0 && l.cursor-top+1 < l.height && !l.rows.selectable(top-1) {
		top--
	}
	if l.cursor >= 0 {
		l.offset = min(l.offset, top)
	}
	return l
}

// Cursor is the row of the cursor, or -1 when no row can have it.
func (l List) Cursor() int {
	if l.rows.N == 0 {
		return -1
	}
	return l.cursor
}

// Select puts the cursor on row i, or the nearest selectable one.
func (l List) Select(i int) List {
	l.cursor = l.rows.nearest(i)
	return l.reveal()
}

// Move moves the cursor by delta rows, passing over headings and stopping at the ends.
func (l List) Move(delta int) List {
	if delta == 0 || l.Cursor() < 0 {
		return l
	}
	by := 1
	if delta < 0 {
		by = -1
	}
	target := max(min(l.cursor+delta, l.rows.N-1), 0)
	next := l.rows.seek(target, by)
	if next < 0 {
		next = l.rows.seek(target, -by)
	}
	l.cursor = next
	return l.reveal()
}

// Page moves by windows, less the one row that stays in view.
func (l List) Page(delta int) List {
	const unknown = 10 // rows, while no height was set
	step := unknown
	if l.height > 0 {
		step = max(l.height-1, 1)
	}
	return l.Move(delta * step)
}

// Home goes to the first selectable row.
func (l List) Home() List {
	l.offset = 0
	return l.Select(0)
}

// End goes to the last selectable row.
func (l List) End() List { return l.Move(l.rows.N) }

// Key answers the keys that move in every list; false for any other.
func (l List) Key(key string) (List, bool) {
	switch key {
	case "up", "k":
		return l.Move(-1), true
	case "down", "j":
		return l.Move(1), true
	case "pgup":
		return l.Page(-1), true
	case "pgdown":
		return l.Page(1), true
	case "home", "g":
		return l.Home(), true
	case "end", "G":
		return l.End(), true
	}
	return l, false
}

// Scroll moves the window by delta lines, as a wheel does; the cursor moves only when it would leave the window.
func (l List) Scroll(delta int) List {
	if l.height == 0 {
		return l.Move(delta)
	}
	if l.Cursor() < 0 {
		l.offset += delta
		return l.keepInView()
	}
	moved := l
	moved.offset = max(min(l.offset+delta, l.rows.N-l.height), 0)
	switch {
	case l.cursor < moved.offset:
		moved.cursor = l.rows.seek(moved.offset, 1)
	case l.cursor >= moved.offset+l.height:
		moved.cursor = l.rows.seek(moved.offset+l.height-1, -1)
	}
	if moved.cursor < 0 {
		return l // nothing but headings that way
	}
	return moved.keepInView()
}

// At returns the selectable row on line y of the window; false on a heading and below the last row.
func (l List) At(y int) (int, bool) {
	i := l.offset + y
	if y < 0 || y >= l.height || i >= l.rows.N || !l.rows.selectable(i) {
		return -1, false
	}
	return i, true
}

// Window returns the rows in view: from up to, not including, to.
func (l List) Window() (from, to int) { return l.offset, min(l.offset+l.height, l.rows.N) }

// Thumb is the place of the window among the rows; zero when all are in view. It is always one cell: a thumb whose size
// followed the rows would redraw the whole edge at every step.
func (l List) Thumb() Thumb {
	if l.height <= 0 || l.rows.N <= l.height {
		return Thumb{}
	}
	at := l.offset * (l.height - 1) / (l.rows.N - l.height)
	return Thumb{From: at, To: at + 1}
}

// Position is "12/340": the row of the cursor and the number of rows, headings included; empty when all are in view.
func (l List) Position() string {
	if l.rows.N <= l.height || l.Cursor() < 0 {
		return ""
	}
	return strconv.Itoa(l.cursor+1) + "/" + strconv.Itoa(l.rows.N)
}

// Lines draws the rows in view, and no others.
func (l List) Lines(draw func(i int, state RowState) string) []string {
	from, to := l.Window()
	out := make([]string, 0, max(to-from, 0))
	for i := from; i < to; i++ {
		out = append(out, draw(i, RowState{Selected: i == l.cursor}))
	}
	return out
}

// View draws exactly the box. It sets rows and height first, so that it is right even where Set was not called.
func (l List) View(m theme.Measure, box Box, rows Rows, draw func(i int, state RowState) string) string {
	return Fit(m, l.Set(rows, box.H).Lines(draw), box.W, box.H)
}
