package widget

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks text into lines of at most w cells, at spaces where it can and inside a word where it must; breaks in
// the text stay. Text may be styled: each line carries its own style. A w at or below zero gives nothing, and one too
// narrow for a wide character gives it a line of its own.
func Wrap(s string, w int) []string {
	if w <= 0 || s == "" {
		return nil
	}
	var broken []string
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		for line := range strings.SplitSeq(ansi.Wrap(tame(paragraph), w, ""), "\n") {
			if ansi.StringWidth(line) > w { // ansi.Wrap lets a line that begins with a space run on
				line = ansi.Hardwrap(line, w, true)
			}
			broken = append(broken, line)
		}
	}
	var styled strings.Builder
	pen := lipgloss.NewWrapWriter(&styled)
	_, _ = pen.Write([]byte(strings.Join(broken, "\n"))) // a strings.Builder does not fail
	_ = pen.Close()
	return strings.Split(styled.String(), "\n")
}
