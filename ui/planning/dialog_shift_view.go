package planning

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
)

// shiftLayout is where the parts of the dialog stand in its picture. It is as
// high while people are chosen as while the form is filled in: nothing jumps.
type shiftLayout struct {
	dialog.Sheet
	foot             []string
	formBox, footBox widget.Box
}

func (d shiftDialog) arrange(s scene.Scene) shiftLayout {
	const wide, high, formLines = 76, 24, 10 // seven fields, and what explains one
	w := dialog.BodyWidth(s, wide)
	name := d.title
	if d.pick.open {
		name = s.Words.Say("planning.pick", s.Words.Field(domain.Field(d.pick.field)))
	}
	l := shiftLayout{Sheet: dialog.NewSheet(s, name, d.hints(s.Words), w, min(max(s.Size.H-6, 6), high))}
	w, h := l.Body.W, l.Body.H
	l.foot = d.foot(s, w-2)
	lines := formLines
	if !d.pick.open {
		lines = max(d.fields.Lines(s.Theme, w), formLines)
	}
	foot := min(len(l.foot), max(h/2, h-lines))
	parts := l.Body.Rows(min(lines, h-foot), widget.Share(1))
	l.formBox, l.footBox = parts[0], parts[1]
	if len(l.foot) > l.footBox.H && !d.pick.open && !d.discard.Asking() {
		l.Sheet = l.WithHint(widget.Hint{Key: "pgdown", Show: "pgdn", Text: s.Words.Say("hint.read-on")})
	}
	return l
}

func (d shiftDialog) hints(w tell.Words) []widget.Hint {
	switch {
	case d.discard.Asking():
		return d.discard.Hints(w)
	case d.pick.open:
		return []widget.Hint{
			{Key: "enter", Text: w.Say("planning.pick-done")},
			{Key: "space", Show: w.Say("planning.space"), Text: w.Say("hint.mark")},
			{Key: "esc", Text: w.Say("hint.back")},
		}
	case d.onPeople():
		return []widget.Hint{
			{Key: "enter", Text: w.Say("hint.save")},
			{Key: "space", Show: w.Say("planning.space"), Text: w.Say("planning.pick-hint")},
			{Key: "esc", Text: w.Say("hint.cancel")},
		}
	}
	return []widget.Hint{{Key: "enter", Text: w.Say("hint.save")}, {Key: "esc", Text: w.Say("hint.cancel")}}
}

// foot is what must not be overlooked: the question, a refusal, the signals, and
// then the stars.
func (d shiftDialog) foot(s scene.Scene, w int) []string {
	var out []string
	switch {
	case d.discard.Asking():
		out = d.discard.Lines(s, w)
	case d.wrong != "":
		out = dialog.Lines(s.Theme.Error, w, d.wrong)
	default:
		out = dialog.Lines(s.Theme.Warning, w, sentences(s, d.who, signalSign, d.now.Signals)...)
		if len(d.now.Signals) > 0 {
			out = append(out, dialog.Lines(s.Theme.Faint, w, s.Words.Say("plan.warns"))...)
		}
		out = append(out, dialog.Lines(s.Theme.Warning, w, d.notes...)...)
		out = append(out, dialog.Lines(s.Theme.Text, w, sentences(s, d.who, starSign, d.now.Stars)...)...)
		if len(d.now.Signals)+len(d.now.Stars) == 0 && len(d.now.Employees) > 0 && len(d.now.Clients) > 0 {
			out = append(out, dialog.Lines(s.Theme.Faint, w, s.Words.Say("planning.quiet"))...)
		}
	}
	if len(out) > 0 {
		out = slices.Insert(out, 0, "")
	}
	return out
}

// View implements scene.Dialog.
func (d shiftDialog) View(s scene.Scene) (string, *tea.Cursor) {
	l := d.arrange(s)
	var drawn string
	var cursor *tea.Cursor
	if d.pick.open {
		drawn, cursor = d.pick.picker.View(s.Theme, l.formBox.W, l.formBox.H)
	} else {
		drawn, cursor = d.fields.View(s.Theme, l.formBox.W, l.formBox.H)
	}
	body := widget.Stack(drawn, d.at.View(s.Theme, l.foot, l.footBox.W, l.footBox.H))
	picture, _ := l.View(s.Theme, body, nil)
	if cursor == nil || d.discard.Asking() {
		return picture, nil
	}
	return picture, l.formBox.Cursor(cursor.X, cursor.Y)
}
