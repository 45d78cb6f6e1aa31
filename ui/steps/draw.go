package steps

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// areas are the rectangles of the screen; a click looks in the same ones.
type areas struct {
	list, query, rows scene.Box
	side, lines, how  scene.Box // how is what the step under the cursor asks
}

const (
	oneColumn  = 64 // below this width one pane at a time
	besideList = 30 // the list, where the window is narrow
	enoughHow  = 16 // from this height of the pane on there is room for what a step asks
	howLines   = 6
)

func (c Screen) arrange(s scene.Scene) areas {
	var a areas
	switch {
	case s.Body.W >= oneColumn:
		parts := s.Body.Columns(max(besideList, s.Body.W*2/5), widget.Share(1))
		if s.Body.W < 100 {
			parts = s.Body.Columns(besideList, widget.Share(1))
		}
		a.list, a.side = parts[0], parts[1]
	case c.inside:
		a.side = s.Body
	default:
		a.list = s.Body
	}
	a.rows = widget.Frame{}.Inner(a.list)
	if c.typing || c.query.Value() != "" {
		parts := a.rows.Rows(1, widget.Share(1))
		a.query, a.rows = parts[0], parts[1]
	}
	inner := widget.Frame{}.Inner(a.side).Inset(1, 0)
	a.lines = inner
	if inner.H >= enoughHow {
		parts := inner.Rows(widget.Share(1), howLines)
		a.lines, a.how = parts[0], parts[1]
	}
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
		block, at := c.viewSteps(s, a)
		blocks = append(blocks, block)
		if c.inside {
			cursor = at
		}
	}
	return widget.Fit(strings.Split(widget.Beside(blocks...), "\n"), s.Body.W, s.Body.H), cursor
}

func (c Screen) viewList(s scene.Scene, a areas, rows []subject) (string, *tea.Cursor) {
	frame := widget.Pane(s.Theme, s.Words.Say("screen.steps"), !c.inside)
	if a.side.Empty() {
		frame.Right = s.Words.Say("steps.tab-steps")
	}
	frame.Foot, frame.Thumb = c.list.Position(), c.list.Thumb()
	var lines []string
	var cursor *tea.Cursor
	if a.query.H > 0 {
		if frame.Thumb != (widget.Thumb{}) {
			frame.Thumb.From, frame.Thumb.To = frame.Thumb.From+1, frame.Thumb.To+1
		}
		line, x := c.query.View(max(a.query.W-2, 0), s.Theme.Input, s.Theme.Faint)
		lines = append(lines, widget.Paint(s.Theme.Key, "/ ")+line)
		if c.typing {
			cursor = a.query.Cursor(2+x, 0)
		}
	}
	lines = append(lines, c.list.Lines(func(i int, state widget.RowState) string { return c.row(s, rows[i], a.rows.W, state) })...)
	if len(rows) == 0 || rows[len(rows)-1].kind == heading {
		key := words.Key("steps.no-groups")
		if s.World.Count(domain.GroupNoun) > 0 {
			key = "list.no-match"
		}
		for _, line := range widget.Wrap(s.Words.Say(key), a.rows.W-2) {
			lines = append(lines, "  "+widget.Paint(s.Theme.Faint, line))
		}
	}
	if from, _ := c.list.Window(); !c.typing && !c.inside {
		cursor = a.rows.Cursor(0, c.list.Cursor()-from)
	}
	return frame.View(a.list.W, a.list.H, lines), cursor
}

// row draws one subject with how far it is.
func (c Screen) row(s scene.Scene, at subject, w int, state widget.RowState) string {
	t, words := s.Theme, s.Words
	pointer, name, right := "", "", ""
	if state.Selected {
		pointer = "▸"
	}
	switch at.kind {
	case heading:
		return widget.Line(w, t.Text, widget.Cell{Text: words.Say("steps.groups"), Style: t.Heading, W: w})
	case institution:
		name, right = words.Say("steps.institution"), c.progress(s, at)
	case periodic:
		name, right = words.Say("steps.periodic"), words.Say("steps.never")
		if last, ever := s.World.LastCheck(); ever {
			right = words.Ago(last.On, usual(s))
		}
	case ofGroup:
		name, right = words.Group(s.World, at.group), c.progress(s, at)
	}
	if room := w - 2 - ansi.StringWidth(name) - 1; at.kind == periodic && ansi.StringWidth(right) > room {
		right = "" // the pane beside it says it in full
	}
	return widget.Line(w, widget.RowStyle(t, state, !c.inside),
		widget.Cell{Text: pointer, Style: t.Text, W: 2},
		widget.Cell{Text: name, Style: t.Text, W: widget.Share(1)}, widget.Cell{W: 1},
		widget.Cell{Text: right, Style: t.Faint, W: ansi.StringWidth(right)})
}

// progress is how many steps are done, with a sign that they all are.
func (c Screen) progress(s scene.Scene, at subject) string {
	all := c.book.states(s, at)
	done, sign := steps.Count(all), openSign
	if done == len(all) {
		sign = doneSign
	}
	return s.Words.Say("steps.of-all", done, len(all)) + " " + sign
}

func (c Screen) viewSteps(s scene.Scene, a areas) (string, *tea.Cursor) {
	lines := c.lines(s)
	list := c.detailed(s, lines)
	frame := widget.Pane(s.Theme, c.title(s), c.inside)
	frame.Thumb = list.Thumb()
	if a.list.Empty() {
		frame.Right = s.Words.Say("steps.tab-list")
	}
	drawn := list.Lines(func(i int, state widget.RowState) string {
		style := s.Theme.Text
		if c.inside {
			style = widget.RowStyle(s.Theme, state, true)
		}
		return " " + widget.Line(a.lines.W, style, lines[i].cells...)
	})
	for len(drawn) < a.lines.H {
		drawn = append(drawn, "")
	}
	var cursor *tea.Cursor
	if from, _ := list.Window(); list.Cursor() >= 0 {
		cursor = a.lines.Cursor(0, list.Cursor()-from)
	}
	return frame.View(a.side.W, a.side.H, append(drawn, c.asks(s, a, lines, list)...)), cursor
}

func (c Screen) title(s scene.Scene) string {
	switch c.at.kind {
	case periodic:
		return s.Words.Say("steps.periodic")
	case institution:
		all := c.book.states(s, c.at)
		return s.Words.Say("steps.title", s.Words.Say("steps.institution"), steps.Count(all), len(all))
	}
	all := c.book.states(s, c.at)
	return s.Words.Say("steps.title", s.Words.Group(s.World, c.at.group), steps.Count(all), len(all))
}

// asks says below the steps what the one under the cursor asks.
func (c Screen) asks(s scene.Scene, a areas, lines []line, list widget.List) []string {
	if a.how.H < 2 {
		return nil
	}
	how := s.Words.Say("periodic.how")
	if c.at.kind != periodic {
		i := list.Cursor()
		if i < 0 {
			return nil
		}
		how = s.Words.StepHow(lines[i].at.step)
	}
	rule := strings.Repeat("─", max(a.how.W, 0))
	out := []string{" " + widget.Paint(s.Theme.Border, rule)}
	for _, line := range widget.Wrap(how, a.how.W) {
		out = append(out, " "+widget.Paint(s.Theme.Text, line))
	}
	return out
}
