package words

import (
	"fmt"
	"strings"
	"unicode"
)

// Clean makes a text from outside safe to show: controls, bidirectional
// overrides and invisible characters become visible, such as <U+202E>, so that
// a name can neither drive a terminal nor pose as another. It stands at every
// output boundary but JSON, which escapes.
func Clean(s string) string {
	if !strings.ContainsFunc(s, hostile) {
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	var b strings.Builder
	for _, r := range s {
		if hostile(r) {
			fmt.Fprintf(&b, "<U+%04X>", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// CleanLines is Clean for a text of several lines.
func CleanLines(s string) []string {
	lines := strings.Split(strings.ReplaceAll(s, "\t", "    "), "\n")
	for i, l := range lines {
		lines[i] = Clean(l)
	}
	return lines
}

// CleanAll is Clean for each of several texts.
func CleanAll(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = Clean(t)
	}
	return out
}

// hostile reports whether a rune must not reach a terminal. Of spaces only the plain
// and the no-break ones may.
func hostile(r rune) bool {
	switch {
	case r == ' ' || r == 0xa0 || r == 0x202f:
		return false
	case r < 0x20, 0x7f <= r && r <= 0x9f:
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cs) || invisible(r)
}

// invisible reports whether a rune is a letter, mark or space that draws nothing.
func invisible(r rune) bool {
	switch r {
	case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180c, 0x180d, 0x3164, 0xffa0, 0x2800:
		return true
	}
	return 0xfe00 <= r && r <= 0xfe0f || 0xe0100 <= r && r <= 0xe01ef || unicode.Is(unicode.Zs, r)
}
