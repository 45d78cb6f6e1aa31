package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// prepends are the letters that join the next character into one cell, so that a name ending in one would swallow the
// border beside it. The format characters of this kind are caught by their category.
var prepends = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x0d4e, Hi: 0x0d4e, Stride: 1}},
	R32: []unicode.Range32{
		{Lo: 0x111c2, Hi: 0x111c3, Stride: 1}, {Lo: 0x113d1, Hi: 0x113d1, Stride: 1},
		{Lo: 0x1193f, Hi: 0x1193f, Stride: 1}, {Lo: 0x11941, Hi: 0x11941, Stride: 1},
		{Lo: 0x11a3a, Hi: 0x11a3a, Stride: 1}, {Lo: 0x11a84, Hi: 0x11a89, Stride: 1},
		{Lo: 0x11d46, Hi: 0x11d46, Stride: 1}, {Lo: 0x11f02, Hi: 0x11f02, Stride: 1},
	},
}

const (
	escape     = 0x1b
	nonJoiner  = '\u200c'
	joiner     = '\u200d'
	reset      = "\x1b[m"
	standIn    = string(utf8.RuneError)
	dottedRing = "\u25cc" // what typography puts under an accent that has no letter
)

// tame makes one line safe to place in a frame: escape sequences other than colour and weight, control and invisible
// characters become a visible stand-in, a break becomes a space. It is the last defence of the layout and of the
// terminal; naming what was found is the work of whoever cleaned the text before.
func tame(s string) string { return tamed(s, true) }

// plain is tame for text that must not bring styles of its own, such as what a person typed.
func plain(s string) string { return tamed(s, false) }

func tamed(s string, styles bool) string {
	if printable(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 4)
	for i := 0; i < len(s); {
		if s[i] == escape {
			n := sgr(s[i:])
			if n == 0 || !styles {
				b.WriteString(standIn)
				i++
				continue
			}
			b.WriteString(s[i : i+n])
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case breaks(r):
			b.WriteByte(' ')
		case r == utf8.RuneError || unseen(r) || unicode.Is(prepends, r):
			b.WriteString(standIn)
		case i == 0 && joins(s[:n]):
			b.WriteString(dottedRing)
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

// joins says whether a character melts into the one before it, as an accent does: at the start of a cell that would
// be its neighbour's.
func joins(r string) bool {
	c, _ := ansi.FirstGraphemeCluster("x"+r, ansi.GraphemeWidth)
	return len(c) > 1
}

func printable(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// sgr is the length of the style sequence s begins with, or 0 if it begins with another.
func sgr(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

func breaks(r rune) bool {
	return r == '\n' || r == '\r' || r == '\t' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// unseen says whether a character would act on the terminal or hide instead of showing. The two joiners are part of
// ordinary writing.
func unseen(r rune) bool {
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) && r != joiner && r != nonJoiner
}
