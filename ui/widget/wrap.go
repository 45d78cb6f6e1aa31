package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks text into lines of at most w cells, at spaces only: half a date is another date, and half a name another
// person. A word that is wider than a line is cut; breaks in the text stay. Text may be styled: each line carries its
// own style. A w at or below zero gives nothing, and one too narrow for a wide character gives it a line of its own.
func Wrap(s string, w int) []string {
	if w <= 0 || s == "" {
		return nil
	}
	var broken []string
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		broken = append(broken, wrapped(tame(paragraph), w)...)
	}
	var styled strings.Builder
	pen := lipgloss.NewWrapWriter(&styled)
	_, _ = pen.Write([]byte(strings.Join(broken, "\n"))) // a strings.Builder does not fail
	_ = pen.Close()
	return strings.Split(styled.String(), "\n")
}

// wrapped breaks one line. The spaces at a break go; those between words and before the first stay as they are.
// (ansi.Wrap would do, but takes every hyphen for a place to break.)
func wrapped(s string, w int) []string {
	var out []string
	line, width := "", 0
	for s != "" {
		space, word, rest := nextWord(s)
		s = rest
		gap, long := ansi.StringWidth(space), ansi.StringWidth(word)
		if width+gap+long <= w {
			line, width = line+space+word, width+gap+long
			continue
		}
		if word == "" { // spaces at the end that do not fit
			break
		}
		if line != "" {
			out = append(out, line)
		}
		cut := strings.Split(ansi.Hardwrap(word, w, true), "\n")
		line = cut[len(cut)-1]
		width = ansi.StringWidth(line)
		out = append(out, cut[:len(cut)-1]...)
	}
	return append(out, line)
}

// nextWord splits off the spaces a text begins with and the word behind them. A space that carries an accent is drawn,
// and belongs to the word.
func nextWord(s string) (space, word, rest string) {
	from := len(s) - len(strings.TrimLeftFunc(s, blank))
	if from > 0 && from < len(s) {
		_, last := utf8.DecodeLastRuneInString(s[:from])
		if n, _ := cluster(s[from-last:]); n > last {
			from -= last
		}
	}
	to := from
	for to < len(s) {
		n, _ := cluster(s[to:])
		if r, size := utf8.DecodeRuneInString(s[to:]); to > from && n == size && blank(r) {
			break
		}
		to += n
	}
	return s[:from], s[from:to], s[to:]
}

// blank says whether a line may be broken at a character.
func blank(r rune) bool {
	const unbroken = "\u00a0\u2007\u202f"
	return unicode.IsSpace(r) && !strings.ContainsRune(unbroken, r)
}
