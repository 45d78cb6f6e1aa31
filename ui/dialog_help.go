package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// help lists the keys of the active screen and of everywhere.
type help struct {
	here, all []scene.Action
	at        dialog.Scroll
}

// moves say which keys move, each before a colon; panes and lists answer those.
var moves = [...]words.Key{"help.move", "help.panes", "help.mark", "help.filter"}

// Update scrolls; any other key closes.
func (h help) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	switch msg := msg.(type) {
	case scene.Clicked:
		return h.scroll(s, msg.Wheel), nil
	case tea.KeyPressMsg:
		switch msg.String() {
		case "down", "j":
			return h.scroll(s, 1), nil
		case "up", "k":
			return h.scroll(s, -1), nil
		case "pgdown", "space":
			return h.scroll(s, 10), nil
		case "pgup":
			return h.scroll(s, -10), nil
		}
		return h, scene.Close{}
	}
	return h, nil
}

func (h help) scroll(s scene.Scene, by int) help {
	p := h.sheet(s)
	h.at = h.at.By(by, len(h.lines(s, p.Body.W)), p.Body.H)
	return h
}

func (h help) sheet(s scene.Scene) dialog.Sheet {
	const width = 76
	return dialog.NewSheet(s, s.Words.Say("help.title"), []widget.Hint{
		{Key: "down", Show: "↑↓", Text: s.Words.Say("help.scroll")}, {Key: "esc", Text: s.Words.Say("hint.close")},
	}, width, len(h.lines(s, dialog.BodyWidth(s, width))))
}

func (h help) lines(s scene.Scene, w int) []string {
	t := s.Theme
	section := func(out []string, title words.Key, actions []scene.Action) []string {
		out = append(out, widget.Paint(t.Heading, s.Words.Say(title)))
		for _, a := range actions {
			keys := []string{showKey(a.Key)}
			for _, k := range a.Also {
				keys = append(keys, showKey(k))
			}
			key := strings.Join(keys, " ")
			pad := strings.Repeat(" ", max(1, 14-t.Measure.Width(key)))
			out = append(out, "  "+widget.Paint(t.Key, key)+pad+a.Said(s.Words))
		}
		return append(out, "")
	}
	out := section(nil, "help.here", h.here)
	out = section(out, "help.all", h.all)
	for _, k := range append(moves[:], "help.mouse", "help.signs", "help.rights") {
		out = append(out, widget.Wrap(t.Measure, s.Words.Say(k), w)...)
	}
	return out
}

func (h help) View(s scene.Scene) (string, *tea.Cursor) {
	p := h.sheet(s)
	lines := h.at.Part(h.lines(s, p.Body.W), p.Body.H)
	return p.View(s.Theme, widget.Fit(s.Theme.Measure, lines, p.Body.W, p.Body.H), nil)
}
