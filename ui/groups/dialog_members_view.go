package groups

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// View implements scene.Dialog.
func (d membersDialog) View(s scene.Scene) (string, *tea.Cursor) {
	p := d.sheet(s)
	if d.discard.Asking() {
		ask := d.discard.Lines(s, p.Body.W)
		return p.View(s.Theme, widget.Fit(ask, p.Body.W, p.Body.H), nil)
	}
	var drawn string
	var cursor *tea.Cursor
	switch d.step {
	case pasteStep:
		drawn, cursor = d.pasteView(s, p)
	case sortStep:
		drawn, cursor = d.sorted.view(s, d.n, d.sortBox(s))
	case termsStep:
		drawn, cursor = d.terms.view(s, d.n, p.Body)
	default:
		at := d.pickBox(s)
		drawn, cursor = d.picker.View(s.Theme, at.W, at.H)
		drawn = widget.Stack(drawn, widget.Fit(d.left.Lines(s.Theme, at.W), at.W, p.Body.H-at.H))
	}
	return p.View(s.Theme, drawn, cursor)
}

// sheet is as high as the window lets it be in every step, so that nothing jumps
// from one step to the next.
func (d membersDialog) sheet(s scene.Scene) dialog.Sheet {
	title := s.Words.Say([...]words.Key{
		"add-members.pick-title", "add-members.paste-title", "add-members.sort-title", "add-members.terms-title",
	}[d.step], words.Clean(d.group.Name))
	return dialog.NewSheet(s, title, d.hints(s.Words), dialog.BodyWidth(s, formWidth), min(max(s.Size.H-6, 7), 30))
}

func (d membersDialog) hints(w tell.Words) []widget.Hint {
	if d.discard.Asking() {
		return d.discard.Hints(w)
	}
	back := widget.Hint{Key: "esc", Text: w.Say("hint.back")}
	next := widget.Hint{Key: "enter", Text: w.Say("add-members.next")}
	switch d.step {
	case pasteStep:
		return []widget.Hint{{Key: "ctrl+s", Text: w.Say("add-members.next")}, back}
	case sortStep:
		return []widget.Hint{next, {Key: "space", Show: w.Say("hint.space"), Text: w.Say("hint.choose")}, back}
	case termsStep:
		hints := []widget.Hint{{Key: "enter", Text: w.Say("hint.save")}, {Key: "tab", Text: w.Say("add-members.tab")}}
		if d.terms.inList {
			hints = append(hints, widget.Hint{Key: "space", Show: w.Say("hint.space"), Text: w.Say("add-members.other-role")})
		}
		return append(hints, back)
	}
	return []widget.Hint{
		next,
		{Key: "space", Show: w.Say("hint.space"), Text: w.Say("hint.mark")},
		{Key: "ctrl+v", Text: w.Say("add-members.paste")},
		{Key: "esc", Text: w.Say("hint.cancel")},
	}
}

// pickBox is where the picker is, above who is not offered.
func (d membersDialog) pickBox(s scene.Scene) widget.Box {
	at := d.sheet(s).Body
	left := min(len(d.left.Lines(s.Theme, at.W)), at.H/3)
	return at.Rows(at.H-left, left)[0]
}

func (d membersDialog) sortBox(s scene.Scene) widget.Box { return d.sheet(s).Body }

func (d membersDialog) pasteView(s scene.Scene, p dialog.Sheet) (string, *tea.Cursor) {
	said := dialog.QuietTone.Of(s.Words.Say("add-members.paste-help"))
	if kept, cut := d.paste.Cut(); cut {
		said = dialog.WarnTone.Of(dialog.CutPaste(s.Words)(kept))
	}
	help := dialog.Remarks{said}.Lines(s.Theme, p.Body.W)
	parts := p.Body.Rows(min(len(help), p.Body.H/3), widget.Share(1))
	drawn, x, y := d.paste.View(parts[1].W, parts[1].H, s.Theme.Input, s.Theme.Faint)
	if parts[1].H == 0 {
		drawn = ""
	}
	return widget.Stack(widget.Fit(help, parts[0].W, parts[0].H), drawn), tea.NewCursor(x, y+parts[0].H)
}
