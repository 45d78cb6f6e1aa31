package groups

import (
	"charm.land/lipgloss/v2"

	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// tone is how a remark is meant.
type tone uint8

const (
	plainTone tone = iota
	quietTone
	headTone
	warnTone
	wrongTone
)

func (t tone) style(th theme.Theme) lipgloss.Style {
	switch t {
	case quietTone:
		return th.Faint
	case headTone:
		return th.Heading
	case warnTone:
		return th.Warning
	case wrongTone:
		return th.Error
	default:
		return th.Text
	}
}

// remark is a sentence of a dialog about what is typed or would happen. Its
// words are said already, and clean.
type remark struct {
	tone  tone
	words string
}

// remarks are read below a form; they scroll when they do not fit.
type remarks []remark

// lines wraps the remarks to a width; what belongs under a heading is set in.
func (r remarks) lines(t theme.Theme, w int) []string {
	var out []string
	under := false
	for _, one := range r {
		indent := ""
		if one.tone == headTone {
			under = true
		} else if under && one.tone != wrongTone {
			indent = "  "
		}
		if one.words == "" {
			out, under = append(out, ""), false
			continue
		}
		for i, line := range widget.Wrap(one.words, w-len(indent)-2) {
			if i > 0 {
				line = "  " + line
			}
			out = append(out, widget.Paint(one.tone.style(t), indent+line))
		}
	}
	return out
}

// page keeps the remarks as they are wrapped to a width.
func (r remarks) page(s scene.Scene, w int) dialog.Page {
	return dialog.NewPage(s, w, func(s scene.Scene, w int) []string { return r.lines(s.Theme, w) })
}
