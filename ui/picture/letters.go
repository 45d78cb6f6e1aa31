package picture

import (
	"strings"
	"unicode"
	"unicode/utf8"

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

// advance is about how wide a text is in a sans-serif font, in sizes of its letters: rather
// too much than too little, because the fonts of those who look are not known.
func advance(text string, bold bool) float64 {
	out := 0.0
	for _, r := range text {
		switch {
		case width(string(r)) == 0:
		case width(string(r)) > 1:
			out++
		case strings.ContainsRune("ijlIt.,:;'!|()[]f ·r-", r):
			out += 0.36
		case strings.ContainsRune("mwMW@%…—", r):
			out += 0.95
		case unicode.IsUpper(r):
			out += 0.74
		case r < 0x250:
			out += 0.57
		default:
			out += 0.75
		}
	}
	if bold {
		out *= 1.06
	}
	return out
}

// fitting is a text from outside, safe to show, in a room of so many sizes of its letters.
func fitting(text string, room float64, bold bool) string {
	text = words.Clean(text)
	if advance(text, bold) <= room {
		return text
	}
	for text != "" && advance(text+"…", bold) > room {
		_, n := utf8.DecodeLastRuneInString(text)
		text = strings.TrimRight(text[:len(text)-n], " ")
	}
	if text == "" {
		return ""
	}
	return text + "…"
}
