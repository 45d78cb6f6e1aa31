package widget

import (
	"strings"

	"zichtlijn/ui/theme"
)

// Dialog is the frame of a dialog over the screen: a title and a line of key hints around a body.
type Dialog struct {
	Title string
	Hints []Hint
}

// Place returns the dialog's box and that of its body, for a body of w by h cells in the middle of the screen. Neither
// is ever larger than the screen: the body may get less than it asked for.
func (d Dialog) Place(screen Box, w, h int) (outer, body Box) {
	outer = screen.Center(w+4, h+2+d.footer())
	body = outer.Inset(2, 1)
	body.H = max(body.H-d.footer(), 0)
	return outer, body
}

func (d Dialog) footer() int {
	if len(d.Hints) == 0 {
		return 0
	}
	return 1
}

// View draws the dialog in the outer box that Place returned, and returns where its hints can be clicked on the line
// HintLine.
func (d Dialog) View(t theme.Theme, outer Box, body string) (string, []Hit) {
	inner := max(outer.H-2-d.footer(), 0)
	lines := make([]string, 0, inner+1)
	for _, line := range fitLines(t.Measure, strings.Split(body, "\n"), outer.W-4, inner) {
		lines = append(lines, " "+line)
	}
	var hits []Hit
	if d.footer() > 0 {
		var bar string
		bar, hits = Hints(t, outer.W-2, d.Hints)
		lines = append(lines, bar)
		for i := range hits {
			hits[i].X += outer.X + 1
		}
	}
	return Window(t, d.Title).View(outer.W, outer.H, lines), hits
}

// HintLine is the line of the screen with the hints of a dialog in outer.
func (d Dialog) HintLine(outer Box) int { return outer.Y + outer.H - 2 }

// Overlay draws top over base in the box: the rest of base stays as it was, and as wide. A character of base that an
// edge cuts in half becomes a space.
func Overlay(m theme.Measure, base, top string, at Box) string {
	if at.Empty() {
		return base
	}
	under := strings.Split(base, "\n")
	over := fitLines(m, strings.Split(top, "\n"), at.W, at.H)
	for i, line := range over {
		y := at.Y + i
		if y < 0 || y >= len(under) {
			continue
		}
		under[y] = overlayLine(m, under[y], line, at.X, at.W)
	}
	return strings.Join(under, "\n")
}

func overlayLine(m theme.Measure, under, over string, x, w int) string {
	width := m.Width(under)
	if x < 0 {
		over, w, x = cutLeft(m, over, -x, w), w+x, 0
	}
	if rest := width - x; w > rest {
		over, w = fit(m, over, rest, ""), rest
	}
	if w <= 0 {
		return under
	}
	left := closeStyle(fit(m, under, x, ""))
	return splice(left, closeStyle(over), cutLeft(m, under, x+w, width))
}

// cutLeft removes the first n cells of a line of the given width, in whole characters, and keeps its style.
// (ansi.TruncateLeft counts an accent after a plain letter as a cell.)
func cutLeft(m theme.Measure, s string, n, width int) string {
	if n >= width {
		return ""
	}
	var styles strings.Builder
	i := 0
	for gone := 0; i < len(s) && gone < n; {
		if s[i] == escape {
			if long := styleLength(s[i:]); long > 0 {
				styles.WriteString(s[i : i+long])
				i += long
				continue
			}
		}
		long := clusterLength(s[i:])
		gone += m.Width(s[i : i+long])
		i += long
	}
	rest := s[i:]
	return styles.String() + spaces(width-n-m.Width(rest)) + rest
}
