package signals

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// areas are the rectangles of the screen; a click looks in the same ones. Where
// there is room for one pane only, the other is empty.
type areas struct {
	list, query, rows scene.Box
	side, text        scene.Box
}

const besideFrom = 100 // columns from which the two panes stand side by side

func (c Screen) arrange(s scene.Scene) areas {
	var a areas
	switch {
	case s.Body.W >= besideFrom:
		parts := s.Body.Columns(widget.Share(4), widget.Share(3))
		a.list, a.side = parts[0], parts[1]
	case c.inside:
		a.side = s.Body
	default:
		a.list = s.Body
	}
	query := 0
	if c.typing || c.query.Value() != "" {
		query = 1
	}
	parts := widget.Frame{}.Inner(a.list).Rows(query, widget.Share(1))
	a.query, a.rows = parts[0], parts[1]
	a.text = widget.Frame{}.Inner(a.side).Inset(1, 0)
	return a
}

// View implements scene.Screen.
func (c Screen) View(s scene.Scene) (string, *tea.Cursor) {
	c, rows := c.settle(s)
	a := c.arrange(s)
	var blocks []string
	var cursor *tea.Cursor
	if !a.list.Empty() {
		block, at := c.viewList(s, a, rows)
		blocks, cursor = append(blocks, block), at
	}
	if !a.side.Empty() {
		blocks = append(blocks, c.viewDetail(s, a, rows))
		if c.inside {
			cursor = a.text.Cursor(0, 0)
		}
	}
	return widget.Fit(strings.Split(widget.Beside(blocks...), "\n"), s.Body.W, s.Body.H), cursor
}

func (c Screen) viewList(s scene.Scene, a areas, rows []row) (string, *tea.Cursor) {
	t := s.Theme
	frame := widget.Pane(t, c.title(s), !c.inside)
	frame.Foot, frame.Thumb = c.list.Position(), c.list.Thumb()
	switch {
	case a.query.H > 0:
		frame.Right = s.Words.Say("signals.found", counted(rows), c.total(s))
	case a.side.Empty():
		frame.Right = s.Words.Say("signals.tab-detail")
	}
	var lines []string
	var cursor *tea.Cursor
	if from, to := c.list.Window(); !c.inside && c.list.Cursor() >= from && c.list.Cursor() < to {
		cursor = a.rows.Cursor(0, c.list.Cursor()-from)
	}
	if a.query.H > 0 {
		line, x := c.query.View(max(a.query.W-2, 0), t.Input, t.Faint)
		lines = append(lines, widget.Paint(t.Key, "/ ")+line)
		if c.typing {
			cursor = a.query.Cursor(2+x, 0)
		}
		if frame.Thumb != (widget.Thumb{}) {
			frame.Thumb.From++
			frame.Thumb.To++
		}
	}
	if len(rows) == 0 {
		return frame.View(a.list.W, a.list.H, append(lines, c.nothing(s, a.rows.W)...)), cursor
	}
	drawn := c.list.Lines(func(i int, state widget.RowState) string {
		return c.draw(s, rows[i], a.rows.W, state)
	})
	return frame.View(a.list.W, a.list.H, append(lines, drawn...)), cursor
}

// counted is how many of the rows are no headings.
func counted(rows []row) int {
	n := 0
	for _, r := range rows {
		if !r.heading() {
			n++
		}
	}
	return n
}

// total is how many there are without a filter.
func (c Screen) total(s scene.Scene) int {
	switch f := s.Signals; {
	case f == nil:
		return 0
	case c.mirror:
		return len(f.Mirror)
	case c.all:
		return len(f.Open) + len(f.Accepted)
	default:
		return len(f.Open)
	}
}

func (c Screen) title(s scene.Scene) string {
	switch f := s.Signals; {
	case f == nil:
		return s.Words.Say("screen.signals")
	case c.mirror:
		return s.Words.Say("mirror.title", len(f.Mirror))
	case c.all:
		return s.Words.Say("signals.with-accepted", len(f.Open), len(f.Accepted))
	default:
		return s.Words.Say("signals.count", len(f.Open))
	}
}

// nothing says why the list is empty.
func (c Screen) nothing(s scene.Scene, w int) []string {
	said := ""
	switch f := s.Signals; {
	case f == nil:
		said = s.Words.Say("signals.looking")
	case c.query.Value() != "":
		said = s.Words.Say("list.no-match")
	case c.mirror:
		said = s.Words.Say("mirror.none")
	case len(f.Accepted) > 0:
		said = s.Words.Say("signals.none-open", s.Words.Date(s.On), len(f.Accepted))
	default:
		said = s.Words.Say("signals.none", s.Words.Date(s.On))
	}
	lines := widget.Wrap(said, w-2)
	for i := range lines {
		lines[i] = " " + widget.Paint(s.Theme.Faint, lines[i])
	}
	return lines
}

// The sign before an accepted signal; the word stands at the right of it.
const acceptedSign = "✓"

func (c Screen) draw(s scene.Scene, r row, w int, state widget.RowState) string {
	t := s.Theme
	if r.heading() {
		text := s.Words.Say("signals.heading", s.Words.SignalTitle(r.code), r.count)
		return widget.Line(w, t.Text, widget.Cell{Text: text, Style: t.Heading, W: w})
	}
	pointer, style := "", t.Text
	if state.Selected {
		pointer = "▸"
	}
	sign, right := widget.Cell{W: 0}, widget.Cell{W: 0}
	if r.acceptance != nil {
		style = t.Faint
		sign = widget.Cell{Text: acceptedSign, Style: t.Success, W: 2}
		if word := s.Words.Say("signals.accepted"); w >= 50 {
			right = widget.Cell{Text: word, Style: t.Faint, W: len(word) + 1, Right: true}
		}
	}
	return widget.Line(w, widget.RowStyle(t, state, !c.inside),
		widget.Cell{Text: pointer, Style: t.Text, W: 2}, sign,
		widget.Cell{Text: c.stock.sentence(s, r), Style: style, W: widget.Share(1)}, right)
}

func (c Screen) viewDetail(s scene.Scene, a areas, rows []row) string {
	d := c.detail.of(s, c, rows).scrolled(0, a.text.H)
	frame := widget.Pane(s.Theme, c.heading(s, rows), c.inside)
	lines := make([]string, 0, a.text.H)
	for _, line := range d.part(a.text.H) {
		lines = append(lines, " "+line)
	}
	frame.Thumb = d.thumb(a.text.H)
	return frame.View(a.side.W, a.side.H, lines)
}

// heading names what the detail is about.
func (c Screen) heading(s scene.Scene, rows []row) string {
	at, ok := c.current(rows)
	switch {
	case !ok:
		return s.Words.Say("signals.detail")
	case at.oneWay != nil:
		return c.stock.who(s, at.oneWay.Viewer)
	}
	return s.Words.SignalTitle(at.code)
}
