package picture

import (
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/words"
)

// width is how many cells a text takes.
func width(text string) int { return ansi.StringWidthWc(text) }

// shorten returns a text from outside, safe to show, in at most so many cells.
func shorten(text string, most int, ellipsis string) string {
	text = words.Clean(text)
	if width(text) <= most {
		return text
	}
	if most <= width(ellipsis) {
		return ansi.TruncateWc(text, max(most, 0), "")
	}
	return ansi.TruncateWc(text, most, ellipsis)
}
