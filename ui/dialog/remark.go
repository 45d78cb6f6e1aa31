package dialog

import (
	"strings"

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

// Each is a remark of that tone for each of the sentences.
func (t Tone) Each(sentences ...string) Remarks {
	out := make(Remarks, len(sentences))
	for i, words := range sentences {
		out[i] = t.Of(words)
	}
	return out
}

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
		words := strings.TrimLeft(one.Words, " ")
		indent += strings.Repeat(" ", len(one.Words)-len(words))
		for i, line := range widget.Wrap(words, w-len(indent)-2) {
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
