package stage

import (
	"strings"

	"charm.land/lipgloss/v2"

	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// segment is text in one style.
type segment struct {
	text  string
	style lipgloss.Style
}

// line is segments from left to right.
type line []segment

func (l line) width(m theme.Measure) int {
	w := 0
	for _, s := range l {
		w += m.Width(s.text)
	}
	return w
}

// fit returns a line of exactly w cells: cut at the right, or filled with ground.
func (l line) fit(m theme.Measure, w int, ground lipgloss.Style) line {
	var out line
	room := max(w, 0)
	for _, s := range l {
		if room == 0 {
			break
		}
		wide := min(m.Width(s.text), room)
		out = append(out, segment{widget.FitLine(m, s.text, wide), s.style})
		room -= wide
	}
	return append(out, segment{strings.Repeat(" ", room), ground})
}

// block is lines, from the top.
type block []line

// lines are rows of text in one style.
func lines(rows []string, style lipgloss.Style) block {
	out := make(block, len(rows))
	for i, row := range rows {
		out[i] = line{{row, style}}
	}
	return out
}

func (b block) width(m theme.Measure) int {
	w := 0
	for _, l := range b {
		w = max(w, l.width(m))
	}
	return w
}

// fit returns exactly h lines of w cells.
func (b block) fit(m theme.Measure, w, h int, ground lipgloss.Style) block {
	out := make(block, max(h, 0))
	for i := range out {
		var l line
		if i < len(b) {
			l = b[i]
		}
		out[i] = l.fit(m, w, ground)
	}
	return out
}

// beside puts blocks next to each other; all must be fitted, and equally high.
func beside(blocks ...block) block {
	var out block
	for i := range blocks[0] {
		var l line
		for _, b := range blocks {
			l = append(l, b[i]...)
		}
		out = append(out, l)
	}
	return out
}

// paint draws lines that are fitted.
func (b block) paint() string {
	rows := make([]string, len(b))
	for i, l := range b {
		var row strings.Builder
		for _, s := range l {
			if s.text != "" {
				row.WriteString(widget.Paint(s.style, s.text))
			}
		}
		rows[i] = row.String()
	}
	return strings.Join(rows, "\n")
}
