// Package dialog holds the parts of the dialogs of all rooms: the sheet they are
// drawn on, text that scrolls, the question before typed text is lost, fields that
// several dialogs have, and the dialogs that several rooms have: a form described
// by its fields, a list of obstacles, a list to pick from.
//
// It promises that every dialog fits in the window, answers a click on a hint like
// its key, and never loses typed text without asking. It refuses to know the
// screens and the root.
package dialog

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// Sheet is the frame of a dialog with room for its body. Made by NewSheet.
type Sheet struct {
	Body  widget.Box // as seen from the corner of the picture
	frame widget.Dialog
	outer widget.Box // the whole picture, with its corner at 0,0
}

// NewSheet returns a sheet for a body of w by h cells, or less where the window has less.
func NewSheet(s scene.Scene, title string, hints []widget.Hint, w, h int) Sheet {
	frame := widget.Dialog{Title: title, Hints: hints}
	outer, body := frame.Place(widget.Box{W: s.Size.W, H: s.Size.H}, w, h)
	body.X, body.Y = body.X-outer.X, body.Y-outer.Y
	outer.X, outer.Y = 0, 0
	return Sheet{Body: body, frame: frame, outer: outer}
}

// NewTallSheet returns a sheet that is as high as the window allows, up to 30 lines
// of body: the steps of a dialog all have one, so that nothing jumps between them.
func NewTallSheet(s scene.Scene, title string, hints []widget.Hint, w int) Sheet {
	return NewSheet(s, title, hints, BodyWidth(s, w), min(max(s.Size.H-6, 7), 30))
}

// BodyWidth is w, or less where the window has less room for the body of a dialog.
func BodyWidth(s scene.Scene, w int) int { return max(min(w, s.Size.W-4), 1) }

// WithHint adds a hint after the sheet is placed: only then it is known, say, that
// the text does not fit. Where the bar has no room for all hints, it stands second:
// in a small window it is needed most.
func (p Sheet) WithHint(h widget.Hint) Sheet {
	all := append(slices.Clip(p.frame.Hints), h)
	if _, shown := widget.Hints(theme.Theme{}, p.outer.W-2, all); len(shown) < len(all) {
		all = slices.Insert(slices.Clone(p.frame.Hints), min(1, len(p.frame.Hints)), h)
	}
	p.frame.Hints = all
	return p
}

// View returns the picture, and the cursor of the body (nil: none) as seen from
// its corner.
func (p Sheet) View(t theme.Theme, body string, cursor *tea.Cursor) (string, *tea.Cursor) {
	picture, _ := p.frame.View(t, p.outer, body)
	if cursor == nil {
		return picture, nil
	}
	at := *cursor
	at.X, at.Y = at.X+p.Body.X, at.Y+p.Body.Y
	return picture, &at
}

// Key returns the key of the hint that was clicked.
func (p Sheet) Key(t theme.Theme, at scene.Clicked) (tea.KeyPressMsg, bool) {
	if at.Wheel != 0 || at.Y != p.frame.HintLine(p.outer) {
		return tea.KeyPressMsg{}, false
	}
	_, hits := p.frame.View(t, p.outer, "")
	key, _ := widget.HitAt(hits, at.X)
	return press(key)
}

// press is the key press with that name; false where no hint has such a key.
func press(key string) (tea.KeyPressMsg, bool) {
	switch key {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}, true
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}, true
	case "tab":
		return tea.KeyPressMsg{Code: tea.KeyTab}, true
	case "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, true
	case "pgdown":
		return tea.KeyPressMsg{Code: tea.KeyPgDown}, true
	}
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: []rune(letter)[0], Mod: tea.ModCtrl}, true
	}
	if r := []rune(key); len(r) == 1 {
		return tea.KeyPressMsg{Code: r[0], Text: key}, true
	}
	return tea.KeyPressMsg{}, false
}

// Discard asks on leaving a dialog whether to throw away what was typed. The zero
// value has not asked.
type Discard struct{ asking bool }

// Asking reports whether the question is open: then all keys are for Answer.
func (q Discard) Asking() bool { return q.asking }

// Leave closes the dialog, or asks first where something was typed.
func (q Discard) Leave(typed bool) (Discard, scene.Wish) {
	if typed {
		return Discard{asking: true}, nil
	}
	return q, scene.Close{}
}

// Answer throws away on enter and returns to typing on esc; any other key does
// nothing.
func (q Discard) Answer(msg tea.Msg) (Discard, scene.Wish) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "enter":
			return q, scene.Close{}
		case "esc":
			return Discard{}, nil
		}
	}
	return q, nil
}

// Hints are the two answers.
func (Discard) Hints(w tell.Words) []widget.Hint {
	return []widget.Hint{{Key: "enter", Text: w.Say("hint.discard")}, {Key: "esc", Text: w.Say("hint.type-on")}}
}

// Lines are the question, in lines of at most w cells.
func (Discard) Lines(s scene.Scene, w int) []string {
	return Lines(s.Theme.Measure, s.Theme.Warning, w, s.Words.Say("ask.discard"))
}

// CutPaste is the sentence for widget.Form.SetCutPaste.
func CutPaste(w tell.Words) func(kept int) string {
	return func(kept int) string {
		if kept == 0 {
			return w.Say("paste.full")
		}
		return w.Say("paste.cut", kept)
	}
}
