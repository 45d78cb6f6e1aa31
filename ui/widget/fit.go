package widget

import (
	"strings"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// FitLine makes s exactly w cells wide: longer text ends in "…", shorter text is padded with spaces, and anything
// that would break the line or reach the terminal is made visible. w at or below zero gives nothing.
func FitLine(s string, w int) string { return fit(tame(s), w, "…") }

// FitRight is FitLine with the padding on the left, for numbers and notes at a right edge.
func FitRight(s string, w int) string {
	s = ansi.Truncate(tame(s), max(w, 0), "…")
	return spaces(w-ansi.StringWidth(s)) + s
}

func fit(s string, w int, tail string) string {
	if w <= 0 {
		return ""
	}
	// The width of plain text is its length: most cells take this path.
	width := len(s)
	if !printable(s) {
		width = ansi.StringWidth(s)
	}
	if width > w {
		s = ansi.Truncate(s, w, tail)
		width = ansi.StringWidth(s)
	}
	return s + spaces(w-width)
}

// Fit makes a block of exactly h lines of exactly w cells, cutting and padding at the right and the bottom. A style
// that was left open does not run on into the next line.
func Fit(lines []string, w, h int) string { return strings.Join(fitLines(lines, w, h), "\n") }

func fitLines(lines []string, w, h int) []string {
	out := make([]string, max(h, 0))
	for i := range out {
		if i < len(lines) {
			out[i] = closed(FitLine(lines[i], w))
		} else {
			out[i] = spaces(w)
		}
	}
	return out
}

// closed ends a style that was left open.
func closed(s string) string {
	last := strings.LastIndexByte(s, escape)
	if last < 0 || strings.HasPrefix(s[last:], reset) || strings.HasPrefix(s[last:], "\x1b[0m") {
		return s
	}
	return s + reset
}

// Paint draws one line of text in a style. Unlike Style.Render it never splits a letter from its accent and never
// changes the width.
func Paint(style lipgloss.Style, s string) string {
	if s == "" {
		return ""
	}
	before, after, _ := strings.Cut(style.Render("x"), "x")
	return before + s + after
}

// Beside sets blocks next to each other, line by line. Each must already fill its box, as Fit and Frame.View do; a
// block with fewer lines leaves its neighbours' lines short.
func Beside(blocks ...string) string {
	var columns [][]string
	height := 0
	for _, block := range blocks {
		if block == "" {
			continue
		}
		lines := strings.Split(block, "\n")
		columns = append(columns, lines)
		height = max(height, len(lines))
	}
	out := make([]string, height)
	parts := make([]string, 0, len(columns))
	for y := range out {
		parts = parts[:0]
		for _, lines := range columns {
			if y < len(lines) {
				parts = append(parts, lines[y])
			}
		}
		out[y] = splice(parts...)
	}
	return strings.Join(out, "\n")
}

// Stack sets blocks under each other; an empty one takes no line.
func Stack(blocks ...string) string {
	kept := make([]string, 0, len(blocks))
	for _, block := range blocks {
		if block != "" {
			kept = append(kept, block)
		}
	}
	return strings.Join(kept, "\n")
}

// splice joins pieces of one line so that their widths add up. Two halves of a flag or of a joined emoji on either
// side of a joint would melt into one character; an empty style sequence keeps them apart.
func splice(parts ...string) string {
	var b strings.Builder
	before := rune(0)
	for _, part := range parts {
		if part == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(part)
		if meltable(before) && meltable(first) {
			b.WriteString(reset)
		}
		b.WriteString(part)
		before, _ = utf8.DecodeLastRuneInString(part)
	}
	return b.String()
}

func meltable(r rune) bool { return r >= utf8.RuneSelf && (r < 0x2500 || r > 0x25ff) }

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }
