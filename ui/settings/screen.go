// Package settings is the screen Instellingen: what the institution says of
// itself and how it reads the manual, and what the user chose for the screen.
//
// It promises that a reading never changes before its consequences were shown.
// It refuses to remember anything itself: what is chosen is wished of the root.
package settings

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// Screen is the list of settings with the one under the cursor explained
// beside or below it.
type Screen struct{ list widget.List }

var _ scene.Screen = Screen{}

// New returns the screen with the cursor on the first setting.
func New() scene.Screen { return Screen{} }

const (
	besideFrom = 100 // columns from which the explanation stands beside the list
	belowFrom  = 14  // lines from which there is room for it below
)

// arrange divides the body into list and explanation. Where room is short there is
// no explanation.
func arrange(body widget.Box) (list, detail widget.Box) {
	switch {
	case body.W >= besideFrom:
		parts := body.Columns(widget.Share(3), widget.Share(2))
		return parts[0], parts[1]
	case body.H >= belowFrom:
		parts := body.Rows(widget.Share(1), min(body.H/2, 11))
		return parts[0], parts[1]
	}
	return body, widget.Box{}
}

func selectableRows(all []row) widget.Rows {
	return widget.Rows{N: len(all), Selectable: func(i int) bool {
		_, heading := all[i].(headingRow)
		return !heading
	}}
}

func (v Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	all := rows()
	box, _ := arrange(s.Body)
	inner := widget.Frame{}.Inner(box)
	v.list = v.list.Set(selectableRows(all), inner.H)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if next, wish, ok := scene.Answer(v, v.Actions(s), msg.String()); ok {
			return next, wish
		}
		v.list, _ = v.list.Key(msg.String())
	case tea.MouseClickMsg:
		_, y := inner.Local(msg.X, msg.Y)
		i, ok := v.list.At(y)
		if !ok || !inner.Contains(msg.X, msg.Y) || msg.Button != tea.MouseLeft {
			return v, nil
		}
		again := i == v.list.Cursor()
		v.list = v.list.Select(i)
		if again {
			return v, v.press(s)
		}
	case tea.MouseWheelMsg:
		v.list = v.list.Scroll(scene.WheelLines(msg))
	}
	return v, nil
}

// press is the wish of enter on the row under the cursor.
func (v Screen) press(s scene.Scene) scene.Wish {
	if i := v.list.Cursor(); i >= 0 {
		return rows()[i].press(s)
	}
	return nil
}

func (v Screen) View(s scene.Scene) (string, *tea.Cursor) {
	all := rows()
	box, detail := arrange(s.Body)
	inner := widget.Frame{}.Inner(box)
	list := v.list.Set(selectableRows(all), inner.H)
	frame := widget.Pane(s.Theme, s.Words.Say("screen.settings"), true)
	frame.Foot, frame.Thumb = list.Position(), list.Thumb()
	drawn := frame.View(box.W, box.H, list.Lines(func(i int, state widget.RowState) string {
		return draw(s, all[i], inner.W, state)
	}))
	var cursor *tea.Cursor
	if from, to := list.Window(); list.Cursor() >= from && list.Cursor() < to {
		cursor = tea.NewCursor(inner.X, inner.Y+list.Cursor()-from)
	}
	if detail.Empty() || list.Cursor() < 0 {
		return drawn, cursor
	}
	beside := explanation(s, all[list.Cursor()], detail)
	if detail.X > box.X {
		return widget.Beside(drawn, beside), cursor
	}
	return widget.Stack(drawn, beside), cursor
}

// valueWidth is the width of the widest answer to a reading.
func valueWidth(s scene.Scene) int {
	return s.Theme.Measure.Width(s.Words.Say("settings.turned", s.Words.Say("word.no")))
}

func draw(s scene.Scene, r row, w int, state widget.RowState) string {
	t := s.Theme
	pointer := ""
	if state.Selected {
		pointer = "▸"
	}
	switch r := r.(type) {
	case headingRow:
		return widget.Line(t.Measure, w, t.Text, widget.Cell{Text: r.label(s), Style: t.Heading, W: w})
	case readingRow:
		rule := s.Words.ReadingRule(r.reading)
		value, width := r.value(s), valueWidth(s)
		if w < 60 { // a star stands for the words; the explanation has both
			value, width = s.Words.YesNo(r.on(s)), 4
			if r.on(s) != r.reading.Default() {
				value += "*"
			}
		}
		return widget.Line(t.Measure, w, widget.RowStyle(t, state, true),
			widget.Cell{Text: pointer, Style: t.Text, W: 2}, widget.Cell{Text: rule, Style: t.Accent, W: 7},
			widget.Cell{Text: r.label(s), Style: t.Text, W: widget.Share(1)}, widget.Cell{W: 1},
			widget.Cell{Text: value, Style: t.Marked, W: width})
	}
	return widget.Line(t.Measure, w, widget.RowStyle(t, state, true),
		widget.Cell{Text: pointer, Style: t.Text, W: 2},
		widget.Cell{Text: r.label(s), Style: t.Text, W: widget.Share(2)}, widget.Cell{W: 1},
		widget.Cell{Text: r.value(s), Style: t.Marked, W: widget.Share(3)})
}

func explanation(s scene.Scene, r row, box widget.Box) string {
	title := s.Words.Say("settings.means")
	if r, ok := r.(readingRow); ok {
		title = s.Words.Say("settings.rule", s.Words.ReadingRule(r.reading))
	}
	frame := widget.Pane(s.Theme, title, false)
	return frame.View(box.W, box.H, wrapped(s.Theme, r.explain(s), box.W-4))
}

// wrapped breaks paragraphs into lines with a space before each.
func wrapped(t theme.Theme, paragraphs []string, w int) []string {
	var out []string
	for _, p := range paragraphs {
		if p == "" {
			out = append(out, "")
		}
		for _, line := range widget.Wrap(t.Measure, p, w) {
			out = append(out, " "+widget.Paint(t.Text, line))
		}
	}
	return out
}

func (v Screen) Actions(s scene.Scene) []scene.Action {
	return []scene.Action{{Key: "enter", Also: []string{"space", "e"}, Name: "settings.act", Bar: true, Wish: func() scene.Wish { return v.press(s) }}}
}
