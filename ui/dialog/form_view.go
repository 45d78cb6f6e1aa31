package dialog

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// lineWidth is how wide a line of a dialog gets at most: longer ones read badly.
const lineWidth = 72

// formLayout is where the parts of a form stand in its picture.
type formLayout struct {
	Sheet
	lead, foot                []string
	leadBox, formBox, footBox widget.Box
}

func (d Form) arrange(s scene.Scene) formLayout {
	w := BodyWidth(s, lineWidth)
	var l formLayout
	for _, paragraph := range d.Lead {
		l.lead = append(l.lead, widget.Wrap(paragraph, w)...)
	}
	if len(l.lead) > 0 {
		l.lead = append(l.lead, "")
	}
	l.foot = d.foot(s, w)
	form := max(d.Fields.Lines(s.Theme, w), d.Room)
	l.Sheet = NewSheet(s, d.Title, d.hints(s.Words), w, len(l.lead)+form+len(l.foot))
	foot := min(len(l.foot), max(l.Body.H/2, l.Body.H-len(l.lead)-form))
	rest := l.Body.H - foot
	lead := min(len(l.lead), max(rest-form, rest/2))
	parts := l.Body.Rows(lead, rest-lead, foot)
	l.leadBox, l.formBox, l.footBox = parts[0], parts[1], parts[2]
	return l
}

func (d Form) hints(w lang.Words) []widget.Hint {
	if d.discard.Asking() {
		return d.discard.Hints(w)
	}
	return []widget.Hint{{Key: "enter", Text: w.Say(d.Save)}, {Key: "esc", Text: w.Say(lang.CancelHint)}}
}

// foot is what must not be overlooked: the question, a refusal, remarks.
func (d Form) foot(s scene.Scene, w int) []string {
	var out []string
	switch {
	case d.discard.Asking():
		out = d.discard.Lines(s, w)
	case d.wrong != "":
		out = Lines(s.Theme.Error, w, d.wrong)
	default:
		out = Lines(s.Theme.Warning, w, d.notes...)
	}
	if len(out) > 0 {
		out = slices.Insert(out, 0, "")
	}
	return out
}

// part is what of the lines fits in h, from where one has scrolled to; it says
// that there is more.
func (d Form) part(s scene.Scene, lines []string, h int) []string {
	shown := slices.Clone(d.at.Part(lines, h))
	if h > 1 && d.at.clamp(len(lines), h).from+h < len(lines) {
		shown[h-1] = widget.Paint(s.Theme.Faint, s.Words.Say(lang.MoreBelow))
	}
	return shown
}

// View implements scene.Dialog.
func (d Form) View(s scene.Scene) (string, *tea.Cursor) {
	l := d.arrange(s)
	lead, foot := d.part(s, l.lead, l.leadBox.H), d.part(s, l.foot, l.footBox.H)
	form, cursor := d.Fields.View(s.Theme, l.formBox.W, l.formBox.H)
	body := widget.Stack(widget.Fit(lead, l.leadBox.W, l.leadBox.H), form, widget.Fit(foot, l.footBox.W, l.footBox.H))
	if cursor == nil || d.discard.Asking() {
		return l.View(s.Theme, body, nil)
	}
	picture, _ := l.View(s.Theme, body, nil)
	return picture, l.formBox.Cursor(cursor.X, cursor.Y)
}
