package start

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Screen offers the three choices.
type Screen struct{ at int }

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

// Actions implements scene.Screen.
func (v Screen) Actions(scene.Scene) []scene.Action {
	var out []scene.Action
	for i, c := range choices {
		out = append(out, scene.Action{
			Key: c.key, Also: []string{strconv.Itoa(i + 1)}, Name: c.action, Bar: true,
			Wish: func() scene.Wish { return scene.Start{How: c.how} },
			Turn: func(scene.Screen) scene.Screen { return Screen{at: i} },
		})
	}
	return append(out, scene.Wishes("enter", "", scene.Start{How: choices[v.at].how}, "space"))
}

// Update implements scene.Screen.
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
				v.at = l.choice
				return v, scene.Start{How: choices[v.at].how}
			}
		}
	}
	return v, nil
}

// move puts the cursor on another choice.
func (v Screen) move(key string) Screen {
	switch key {
	case "up", "k", "shift+tab":
		v.at = (v.at + len(choices) - 1) % len(choices)
	case "down", "j", "tab":
		v.at = (v.at + 1) % len(choices)
	case "home", "g":
		v.at = 0
	case "end", "G":
		v.at = len(choices) - 1
	}
	return v
}

// line is one line of the screen: of a choice (its name first), or of the words
// around them.
type line struct {
	y      int
	text   string
	style  kind
	choice int // -1: none
}

type kind uint8

const (
	textLine kind = iota
	titleLine
	nameLine
	explainLine
)

const (
	width  = 76
	indent = 4
)

// column is where the lines stand in the body.
func column(s scene.Scene) widget.Box { return s.Body.Center(min(width, max(s.Body.W-2, 1)), s.Body.H) }

// layout returns the lines where they stand. What has no room goes in this
// order: air, what the choices mean, what Zichtlijn is. The choices stay.
func layout(s scene.Scene) []line {
	for spare := mostAir; ; spare-- {
		lines := written(s, spare)
		if len(lines) > s.Body.H && spare > 0 {
			continue
		}
		top := s.Body.Y + max((s.Body.H-len(lines))/3, 0)
		for i := range lines {
			lines[i].y = top + i
		}
		return lines[:min(len(lines), max(s.Body.H, 0))]
	}
}

// mostAir is spare enough for everything.
const mostAir = 4

// written is everything for spare 4, without air for 3, without explanations for
// 2, one sentence and the choices for 1, and the choices alone for 0.
func written(s scene.Scene, spare int) []line {
	var out []line
	words, w := s.Words, column(s).W
	air := func() {
		if spare == mostAir {
			out = append(out, line{choice: -1})
		}
	}
	put := func(k kind, choice, w int, text string) {
		for _, l := range widget.Wrap(text, w) {
			out = append(out, line{text: l, style: k, choice: choice})
		}
	}
	if spare > 1 {
		put(titleLine, -1, w, words.Say("app.name"))
	}
	if spare > 0 {
		put(textLine, -1, w, words.Say("start.what"))
	}
	if spare > 1 {
		put(textLine, -1, w, words.Say("start.where"))
		air()
	}
	for i, c := range choices {
		out = append(out, line{text: words.Say(c.name), style: nameLine, choice: i})
		if spare > 2 {
			put(explainLine, i, w-indent, words.Say(c.explain))
		}
		air()
	}
	return out
}

// View implements scene.Screen.
func (v Screen) View(s scene.Scene) (string, *tea.Cursor) {
	t, box := s.Theme, column(s)
	var cursor *tea.Cursor
	body := make([]string, s.Body.H)
	margin := widget.FitLine("", box.X-s.Body.X)
	for _, l := range layout(s) {
		var drawn string
		switch l.style {
		case titleLine:
			drawn = widget.Paint(t.Title, l.text)
		case nameLine:
			here := l.choice == v.at
			pointer := "  "
			if here {
				pointer = "▸ "
				cursor = tea.NewCursor(box.X, l.y)
			}
			drawn = widget.Line(box.W, widget.RowStyle(t, widget.RowState{Selected: here}, true),
				widget.Cell{Text: pointer, Style: t.Text, W: 2}, widget.Cell{Text: choices[l.choice].key, Style: t.Key, W: 2},
				widget.Cell{Text: l.text, Style: t.Text, W: widget.Share(1)})
		case explainLine:
			drawn = widget.FitLine("", indent) + widget.Paint(t.Faint, l.text)
		default:
			drawn = widget.Paint(t.Text, l.text)
		}
		body[l.y-s.Body.Y] = margin + drawn
	}
	return widget.Fit(body, s.Body.W, s.Body.H), cursor
}
