// Package start is the screen of the first start: what Zichtlijn is, and three
// ways to begin.
//
// It promises to ask nothing else but the name of a new institution. It refuses to open or read anything itself.
package start

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Screen offers the three choices.
type Screen struct{ cursor int }

var _ scene.Screen = Screen{}

// New returns the screen with the cursor on the first choice.
func New() Screen { return Screen{} }

type choice struct {
	how          scene.StartHow
	key          string
	name, action words.Key
	explain      words.Key
}

var choices = [...]choice{
	{scene.StartEmpty, "e", "start.empty", "start.empty-act", "start.empty-explain"},
	{scene.StartDemo, "d", "start.demo", "start.demo-act", "start.demo-explain"},
	{scene.StartImport, "i", "start.import", "start.import-act", "start.import-explain"},
}

// wish is what a choice wishes: a new institution is asked its name first.
func (c choice) wish(s scene.Scene) scene.Wish {
	if c.how == scene.StartEmpty {
		return scene.Open{Dialog: newInstitution(s)}
	}
	return scene.Start{How: c.how}
}

func (v Screen) Actions(s scene.Scene) []scene.Action {
	var out []scene.Action
	for i, c := range choices {
		out = append(out, scene.Action{
			Key: c.key, Also: []string{strconv.Itoa(i + 1)}, Name: c.action, Bar: true,
			Wish: func() scene.Wish { return c.wish(s) },
			Turn: func(scene.Screen) scene.Screen { return Screen{cursor: i} },
		})
	}
	return append(out, scene.Action{Key: "enter", Also: []string{"space"}, Wish: func() scene.Wish { return choices[v.cursor].wish(s) }})
}

func (v Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if next, wish, ok := scene.Answer(v, v.Actions(s), msg.String()); ok {
			return next, wish
		}
		return v.move(msg.String()), nil
	case tea.MouseClickMsg:
		if !s.Body.Contains(msg.X, msg.Y) || msg.Button != tea.MouseLeft {
			return v, nil
		}
		for _, l := range layout(s) {
			if l.y == msg.Y && l.choice >= 0 {
				v.cursor = l.choice
				return v, choices[v.cursor].wish(s)
			}
		}
	}
	return v, nil
}

// move puts the cursor on another choice.
func (v Screen) move(key string) Screen {
	switch key {
	case "up", "k", "shift+tab":
		v.cursor = (v.cursor + len(choices) - 1) % len(choices)
	case "down", "j", "tab":
		v.cursor = (v.cursor + 1) % len(choices)
	case "home", "g":
		v.cursor = 0
	case "end", "G":
		v.cursor = len(choices) - 1
	}
	return v
}

// line is one line of the screen: of a choice (its name first), or of the text
// around the choices.
type line struct {
	y      int
	text   string
	style  lineStyle
	choice int // -1: none
}

type lineStyle uint8

const (
	textLine lineStyle = iota
	titleLine
	nameLine
	explainLine
)

const (
	width  = 76
	indent = 4
)

// column is the box of the lines within the body.
func column(s scene.Scene) widget.Box { return s.Body.Center(min(width, max(s.Body.W-2, 1)), s.Body.H) }

// layout returns the lines with their places. Where room is short these go, in this
// order: blank lines, the explanations, what Zichtlijn is. The choices stay.
func layout(s scene.Scene) []line {
	for spare := mostSpare; ; spare-- {
		all := lines(s, spare)
		if len(all) > s.Body.H && spare > 0 {
			continue
		}
		top := s.Body.Y + max((s.Body.H-len(all))/3, 0)
		for i := range all {
			all[i].y = top + i
		}
		return all[:min(len(all), max(s.Body.H, 0))]
	}
}

// mostSpare gives room for everything.
const mostSpare = 4

// lines are everything for spare 4; without blank lines for 3; without explanations
// for 2; one sentence and the choices for 1; the choices alone for 0.
func lines(s scene.Scene, spare int) []line {
	var out []line
	words, w := s.Words, column(s).W
	blank := func() {
		if spare == mostSpare {
			out = append(out, line{choice: -1})
		}
	}
	add := func(style lineStyle, choice, w int, text string) {
		for _, l := range widget.Wrap(s.Theme.Measure, text, w) {
			out = append(out, line{text: l, style: style, choice: choice})
		}
	}
	if spare > 1 {
		add(titleLine, -1, w, words.Say("app.name"))
	}
	if spare > 0 {
		add(textLine, -1, w, words.Say("start.what"))
	}
	if spare > 1 {
		add(textLine, -1, w, words.Say("start.where"))
		blank()
	}
	for i, c := range choices {
		out = append(out, line{text: words.Say(c.name), style: nameLine, choice: i})
		if spare > 2 {
			add(explainLine, i, w-indent, words.Say(c.explain))
		}
		blank()
	}
	return out
}

func (v Screen) View(s scene.Scene) (string, *tea.Cursor) {
	t, box := s.Theme, column(s)
	var cursor *tea.Cursor
	body := make([]string, s.Body.H)
	margin := widget.FitLine(t.Measure, "", box.X-s.Body.X)
	for _, l := range layout(s) {
		var text string
		switch l.style {
		case titleLine:
			text = widget.Paint(t.Title, l.text)
		case nameLine:
			selected := l.choice == v.cursor
			pointer := "  "
			if selected {
				pointer = "▸ "
				cursor = tea.NewCursor(box.X, l.y)
			}
			text = widget.Line(t.Measure, box.W, widget.RowStyle(t, widget.RowState{Selected: selected}, true),
				widget.Cell{Text: pointer, Style: t.Text, W: 2}, widget.Cell{Text: choices[l.choice].key, Style: t.Key, W: 2},
				widget.Cell{Text: l.text, Style: t.Text, W: widget.Share(1)})
		case explainLine:
			text = widget.FitLine(t.Measure, "", indent) + widget.Paint(t.Faint, l.text)
		case textLine:
			text = widget.Paint(t.Text, l.text)
		}
		body[l.y-s.Body.Y] = margin + text
	}
	return widget.Fit(t.Measure, body, s.Body.W, s.Body.H), cursor
}
