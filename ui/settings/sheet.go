package settings

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// dialogWidth is how wide the dialogs of this screen would like their body.
const dialogWidth = 72

// sheet is what a dialog is drawn on: outer is the picture with its corner at
// 0,0, and body where the content goes.
type sheet struct {
	frame       widget.Dialog
	outer, body widget.Box
}

// newSheet makes room for a body of h lines, or fewer where the window has fewer.
func newSheet(s scene.Scene, title string, hints []widget.Hint, h int) sheet {
	frame := widget.Dialog{Title: title, Hints: hints}
	outer, body := frame.Place(widget.Box{W: s.Size.W, H: s.Size.H}, bodyWidth(s), h)
	body.X, body.Y = body.X-outer.X, body.Y-outer.Y
	outer.X, outer.Y = 0, 0
	return sheet{frame, outer, body}
}

func bodyWidth(s scene.Scene) int { return max(min(dialogWidth, s.Size.W-4), 1) }

func (p sheet) draw(s scene.Scene, body string, cursor *tea.Cursor) (string, *tea.Cursor) {
	picture, _ := p.frame.View(s.Theme, p.outer, body)
	if cursor != nil {
		cursor.X += p.body.X
		cursor.Y += p.body.Y
	}
	return picture, cursor
}

// hint returns the key that a click on the picture stands for.
func (p sheet) hint(s scene.Scene, at scene.Clicked) (tea.KeyPressMsg, bool) {
	if at.Wheel != 0 || at.Y != p.frame.HintLine(p.outer) {
		return tea.KeyPressMsg{}, false
	}
	_, hits := p.frame.View(s.Theme, p.outer, "")
	switch key, _ := widget.HitAt(hits, at.X); key {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}, true
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}, true
	case "pgdown":
		return tea.KeyPressMsg{Code: tea.KeyPgDown}, true
	}
	return tea.KeyPressMsg{}, false
}

// hints are the two ways out of a dialog, or the answers to whether what was
// typed may be thrown away.
func hints(w lang.Words, asking bool) []widget.Hint {
	if asking {
		return []widget.Hint{{Key: "enter", Text: w.Say(lang.SettingsDiscard)}, {Key: "esc", Text: w.Say(lang.SettingsTypeOn)}}
	}
	return []widget.Hint{{Key: "enter", Text: w.Say(lang.SaveHint)}, {Key: "esc", Text: w.Say(lang.CancelHint)}}
}

// styled wraps a sentence, each line drawn in a style by paint.
func styled(sentence string, w int, paint func(string) string) []string {
	lines := widget.Wrap(sentence, w)
	for i, line := range lines {
		lines[i] = paint(line)
	}
	return lines
}
