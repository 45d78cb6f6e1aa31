package dialog

import (
	"charm.land/lipgloss/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// Tone is how a remark is meant.
type Tone uint8

// The tones of a remark.
const (
	PlainTone Tone = iota
	QuietTone
	HeadTone
	WarnTone
	WrongTone
)

func (t Tone) style(th theme.Theme) lipgloss.Style {
	switch t {
	case QuietTone:
		return th.Faint
	case HeadTone:
		return th.Heading
	case WarnTone:
		return th.Warning
	case WrongTone:
		return th.Error
	default:
		return th.Text
	}
}

// Remark is a sentence of a dialog about what is typed or would happen. Its
// words are said already, and clean.
type Remark struct {
	Tone  Tone
	Words string
}

// Of is a remark of that tone.
func (t Tone) Of(words string) Remark { return Remark{t, words} }

// Remarks are read below a form; they scroll when they do not fit.
type Remarks []Remark

// Lines wraps the remarks to a width; what belongs under a heading is set in.
func (r Remarks) Lines(t theme.Theme, w int) []string {
	var out []string
	under := false
	for _, one := range r {
		indent := ""
		if one.Tone == HeadTone {
			under = true
		} else if under && one.Tone != WrongTone {
			indent = "  "
		}
		if one.Words == "" {
			out, under = append(out, ""), false
			continue
		}
		for i, line := range widget.Wrap(one.Words, w-len(indent)-2) {
			if i > 0 {
				line = "  " + line
			}
			out = append(out, widget.Paint(one.Tone.style(t), indent+line))
		}
	}
	return out
}

// Page keeps the remarks as they are wrapped to a width.
func (r Remarks) Page(s scene.Scene, w int) Page {
	return NewPage(s, w, func(s scene.Scene, w int) []string { return r.Lines(s.Theme, w) })
}
