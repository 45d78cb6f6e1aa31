package dialog

import (
	"strings"

	"charm.land/lipgloss/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// Tone is how a remark is meant, and so how it is drawn.
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

// Remark is a sentence of a dialog about what is typed or would happen. Its words
// are clean already.
type Remark struct {
	Tone  Tone
	Words string
}

// Remark is a remark in that tone.
func (t Tone) Remark(words string) Remark { return Remark{t, words} }

// Remarks are read below a form; they scroll when they do not fit.
type Remarks []Remark

// Remarks are sentences in that tone.
func (t Tone) Remarks(sentences ...string) Remarks {
	out := make(Remarks, len(sentences))
	for i, words := range sentences {
		out[i] = t.Remark(words)
	}
	return out
}

// Lines wraps the remarks to a width; remarks under a heading are indented.
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
		for i, line := range widget.Wrap(t.Measure, words, w-len(indent)-2) {
			if i > 0 {
				line = "  " + line
			}
			out = append(out, widget.Paint(one.Tone.style(t), indent+line))
		}
	}
	return out
}

// Page wraps the remarks to a width.
func (r Remarks) Page(s scene.Scene, w int) Page {
	return NewPage(s, w, func(s scene.Scene, w int) []string { return r.Lines(s.Theme, w) })
}

// Lines wraps a text to lines of at most w cells, in one style.
func Lines(m theme.Measure, style lipgloss.Style, w int, text string) []string {
	out := widget.Wrap(m, text, w)
	for i, line := range out {
		out[i] = widget.Paint(style, line)
	}
	return out
}

// Sentence wraps a sentence to lines of at most w cells, with what stands behind it in grey.
func Sentence(t theme.Theme, w int, said tell.Sentence) []string {
	return widget.Wrap(t.Measure, widget.Paint(t.Text, said.Says)+widget.Paint(t.Faint, said.Behind), w)
}

// Page keeps wrapped text: the consequences of an edit can be hundreds of names,
// too many to wrap in every frame. The zero value has no text.
type Page struct {
	wrap    func(s scene.Scene, w int) []string
	lines   []string
	width   int
	kind    theme.Kind
	measure theme.Measure
	voice   tell.Voice
}

// NewPage wraps a text to w cells; wrap is called again when the width, the theme
// or the language changed.
func NewPage(s scene.Scene, w int, wrap func(s scene.Scene, w int) []string) Page {
	return Page{wrap, wrap(s, w), w, s.Theme.Kind, s.Theme.Measure, s.Words.Voice()}
}

func (p Page) fits(s scene.Scene, w int) bool {
	return p.wrap == nil || p.width == w && p.kind == s.Theme.Kind && p.measure == s.Theme.Measure && p.voice == s.Words.Voice()
}

// Resize keeps the text for the width and the scene as they are now.
func (p Page) Resize(s scene.Scene, w int) Page {
	if p.fits(s, w) {
		return p
	}
	return NewPage(s, w, p.wrap)
}

// Lines is the text in lines of at most w cells.
func (p Page) Lines(s scene.Scene, w int) []string { return p.Resize(s, w).lines }

// Scroll is a window on lines without a cursor. The zero value is at the top.
type Scroll struct{ from int }

func (c Scroll) clamp(n, h int) Scroll { return Scroll{max(min(c.from, n-max(h, 0)), 0)} }

// By moves a window of h lines over n lines, from where it is seen, and stops at the ends.
func (c Scroll) By(lines, n, h int) Scroll { return Scroll{c.clamp(n, h).from + lines}.clamp(n, h) }

// Key moves a window over a text that is only read; ok is false for any other key.
func (c Scroll) Key(key string, n, h int) (moved Scroll, ok bool) {
	page := max(h-1, 1)
	by, ok := map[string]int{
		"up": -1, "k": -1, "down": 1, "j": 1, "pgup": -page, "pgdown": page, "space": page, "home": -n, "g": -n, "end": n, "G": n,
	}[key]
	return c.By(by, n, h), ok
}

// Part returns the lines in view.
func (c Scroll) Part(lines []string, h int) []string {
	from := c.clamp(len(lines), h).from
	return lines[from:min(from+max(h, 0), len(lines))]
}

// View draws w by h cells; where the lines do not fit, a mark at the right edge
// shows the place of the window.
func (c Scroll) View(t theme.Theme, lines []string, w, h int) string {
	if len(lines) <= h || w < 4 {
		return widget.Fit(t.Measure, c.Part(lines, h), w, h)
	}
	thumb := widget.List{}.Set(widget.Rows{N: len(lines)}, h).Scroll(c.clamp(len(lines), h).from).Thumb()
	shown := make([]string, 0, h)
	for i, line := range c.Part(lines, h) {
		shown = append(shown, beside(t, widget.FitLine(t.Measure, line, w-BarWidth), thumb, i))
	}
	return widget.Fit(t.Measure, shown, w, h)
}
