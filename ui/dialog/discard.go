package dialog

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
)

// Discard asks once, on the way out, whether to throw away what was typed. The
// zero value has not asked.
type Discard struct{ asking bool }

// Asking reports whether the question stands: then all keys are for Answer.
func (q Discard) Asking() bool { return q.asking }

// Leave closes, or asks first where something was typed.
func (q Discard) Leave(typed bool) (Discard, scene.Wish) {
	if typed {
		return Discard{asking: true}, nil
	}
	return q, scene.Close{}
}

// Answer takes enter for throwing away and esc for typing on; the question waits
// for one of them.
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
	return Lines(s.Theme.Warning, w, s.Words.Say("ask.discard"))
}

// CutPaste says under a field how much of a paste fitted in it: for the Pasted of
// a form.
func CutPaste(w tell.Words) func(kept int) string {
	return func(kept int) string {
		if kept == 0 {
			return w.Say("paste.full")
		}
		return w.Say("paste.cut", kept)
	}
}
