package dialog

import (
	"charm.land/lipgloss/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Lines are sentences under each other, in one style and in lines of at most w cells.
func Lines(style lipgloss.Style, w int, sentences ...string) []string {
	var out []string
	for _, sentence := range sentences {
		for _, line := range widget.Wrap(sentence, w) {
			out = append(out, widget.Paint(style, line))
		}
	}
	return out
}

// Page keeps text as it was wrapped: what an edit turns can be hundreds of names,
// and wrapping them in every frame would be felt. The zero value has no text.
type Page struct {
	wrap     func(s scene.Scene, w int) []string
	lines    []string
	width    int
	kind     theme.Kind
	language words.Language
}

// NewPage wraps a text to w cells; wrap is asked again when the width, the theme
// or the language is another.
func NewPage(s scene.Scene, w int, wrap func(s scene.Scene, w int) []string) Page {
	return Page{wrap, wrap(s, w), w, s.Theme.Kind, s.Words.Language()}
}

func (p Page) fits(s scene.Scene, w int) bool {
	return p.wrap == nil || p.width == w && p.kind == s.Theme.Kind && p.language == s.Words.Language()
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

// Scroll is a window on lines that are read and not chosen from. The zero value
// is at the top.
type Scroll struct{ from int }

func (c Scroll) clamp(n, h int) Scroll { return Scroll{max(min(c.from, n-max(h, 0)), 0)} }

// By moves a window of h lines over n lines, as far as there are any.
func (c Scroll) By(lines, n, h int) Scroll { return Scroll{c.from + lines}.clamp(n, h) }

// Part is what of the lines is in view.
func (c Scroll) Part(lines []string, h int) []string {
	from := c.clamp(len(lines), h).from
	return lines[from:min(from+max(h, 0), len(lines))]
}

// View draws w by h cells; where the lines are more, a mark at the right edge
// shows where one is.
func (c Scroll) View(t theme.Theme, lines []string, w, h int) string {
	if len(lines) <= h || w < 4 {
		return widget.Fit(c.Part(lines, h), w, h)
	}
	thumb := widget.List{}.Set(widget.Rows{N: len(lines)}, h).Scroll(c.clamp(len(lines), h).from).Thumb()
	shown := make([]string, 0, h)
	for i, line := range c.Part(lines, h) {
		bar := widget.Paint(t.Border, "│")
		if i >= thumb.From && i < thumb.To {
			bar = widget.Paint(t.Accent, "┃")
		}
		shown = append(shown, widget.FitLine(line, w-2)+" "+bar)
	}
	return widget.Fit(shown, w, h)
}
