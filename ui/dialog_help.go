package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// help says what the keys do where one is.
type help struct {
	here, all []scene.Action
	top       int
}

func newHelp(here, all []scene.Action) scene.Dialog { return help{here: here, all: all} }

// Update implements scene.Dialog. Any key that does not scroll closes.
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
	_, body := h.frame(s).Place(s.Size, helpWidth, len(h.lines(s, helpWidth)))
	lines := len(h.lines(s, body.W))
	h.top = max(0, min(h.top+by, lines-body.H))
	return h
}

const helpWidth = 76

func (h help) frame(s scene.Scene) widget.Dialog {
	return widget.Dialog{Title: s.Words.Say(lang.HelpTitle), Hints: []widget.Hint{
		{Key: "down", Show: "↑↓", Text: s.Words.Say(lang.HelpScroll)}, {Key: "esc", Text: s.Words.Say(lang.CloseHint)},
	}}
}

// lines are the whole help at a width.
func (h help) lines(s scene.Scene, w int) []string {
	t := s.Theme
	section := func(out []string, title lang.Key, actions []scene.Action) []string {
		out = append(out, widget.Paint(t.Heading, s.Words.Say(title)))
		for _, a := range actions {
			keys := []string{showKey(a.Key)}
			for _, k := range a.Also {
				keys = append(keys, showKey(k))
			}
			key := strings.Join(keys, " ")
			pad := strings.Repeat(" ", max(1, 14-ansi.StringWidth(key)))
			out = append(out, "  "+widget.Paint(t.Key, key)+pad+s.Words.Say(a.Name))
		}
		return append(out, "")
	}
	out := section(nil, lang.HelpHere, h.here)
	out = section(out, lang.HelpAll, h.all)
	for _, k := range []lang.Key{lang.HelpMove, lang.HelpPanes, lang.HelpMark, lang.HelpFilter, lang.HelpMouse, lang.HelpSigns, lang.HelpRights} {
		out = append(out, widget.Wrap(s.Words.Say(k), w)...)
	}
	return out
}

// View implements scene.Dialog.
func (h help) View(s scene.Scene) (string, *tea.Cursor) {
	d := h.frame(s)
	outer, body := d.Place(s.Size, helpWidth, len(h.lines(s, helpWidth)))
	lines := h.lines(s, body.W)
	top := max(0, min(h.top, len(lines)-body.H))
	picture, _ := d.View(s.Theme, outer, widget.Fit(lines[top:], body.W, body.H))
	return picture, nil
}
