package widget

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// cluster is the length in bytes and the width in cells of the character s begins with, as a person sees it: a letter
// with its accents is one.
func cluster(s string) (n, width int) {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1
	}
	c, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return max(len(c), 1), ansi.StringWidth(plain(c))
}

// around gives the bounds of the character that byte i of a line is part of; behind the last both are the end.
func around(line string, i int) (from, to int) {
	for to <= i && to < len(line) {
		from = to
		n, _ := cluster(line[to:])
		to += n
	}
	if i >= len(line) {
		return len(line), len(line)
	}
	return from, to
}

// columnIn finds the byte of a line that is drawn at a column; its end when the column is behind it.
func columnIn(line string, column int) int {
	for i := 0; i < len(line); {
		n, width := cluster(line[i:])
		if column < width {
			return i
		}
		column -= width
		i += n
	}
	return len(line)
}
