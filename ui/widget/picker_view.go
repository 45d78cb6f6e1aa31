package widget

import (
	"strconv"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/theme"
)

// View draws the picker in exactly w by h cells: the line to type in with the count at its right, and the items under
// it. The cursor is as seen from the picker's corner; nil when there is no room for the line.
func (p Picker) View(t theme.Theme, w, h int) (string, *tea.Cursor) {
	if w <= 0 || h <= 0 {
		return Fit(nil, w, h), nil
	}
	count := p.count()
	field := w - ansi.StringWidth(count) - 1
	if field < 8 {
		count, field = "", w
	}
	line, x := p.input.View(field, t.Input, t.Faint)
	if count != "" {
		line = splice(line, " ", Paint(t.Faint, count))
	}
	list := p.list.Set(p.rows(), h-1)
	lines := append([]string{line}, list.Lines(func(i int, s RowState) string { return p.draw(t, w, i, s) })...)
	if len(p.hits) == 0 && p.Empty != "" {
		for _, words := range Wrap(p.Empty, w) {
			lines = append(lines, Paint(t.Faint, words))
		}
	}
	return Fit(lines, w, h), tea.NewCursor(x, 0)
}

// count is "12/340", with the number of marks before it where there are any.
func (p Picker) count() string {
	found, offered, marked := p.Count()
	out := strconv.Itoa(found) + "/" + strconv.Itoa(offered)
	if marked > 0 {
		out = "✓" + strconv.Itoa(marked) + " " + out
	}
	return out
}

func (p Picker) draw(t theme.Theme, w, i int, state RowState) string {
	it := p.items[p.hits[i]]
	pointer, mark, markWidth := "", "", 0
	if state.Selected {
		pointer = "▸"
	}
	if p.several {
		markWidth = 2
	}
	if p.marked[it.Key] {
		mark = "✓"
	}
	label, detail := t.Text, it.Detail
	if it.Off != "" {
		label, detail = t.Faint, it.Off
	} else if p.marked[it.Key] {
		label = t.Marked
	}
	side := min(ansi.StringWidth(plain(detail)), w/2)
	gap := min(side, 1)
	return Line(w, RowStyle(t, state, true),
		Cell{Text: pointer, Style: label, W: 2}, Cell{Text: mark, Style: t.Marked, W: markWidth},
		Cell{Text: it.Label, Style: label, W: Share(1)}, Cell{W: gap}, Cell{Text: detail, Style: t.Faint, W: side})
}

// Click answers a click at a cell of the picker as View drew it: the first on an item goes there (and marks, in a
// picker for several), a second on the same item submits.
func (p Picker) Click(x, y, w, h int) (Picker, Event) {
	if x < 0 || x >= w || y <= 0 || y >= h {
		return p, None
	}
	p = p.Resize(h)
	i, ok := p.list.At(y - 1)
	if !ok {
		return p, None
	}
	again := i == p.list.Cursor() && p.browsing
	p.list, p.browsing = p.list.Select(i), true
	if p.several {
		there := p.list
		p, event := p.mark()
		p.list = there
		return p, event
	}
	if again {
		return p, Submit
	}
	return p, None
}
