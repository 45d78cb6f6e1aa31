package widget

import (
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/theme"
)

// Hint is one key and what it does here, for the bar at the bottom.
type Hint struct {
	Key  string // the key as tea.KeyPressMsg.String names it: what a click on the hint stands for
	Show string // how the key is shown; empty: as Key
	Text string
}

// Hit is the part of a drawn line that stands for a key.
type Hit struct {
	X, W int
	Key  string
}

// HitAt finds the key at column x of a line.
func HitAt(hits []Hit, x int) (key string, ok bool) {
	for _, h := range hits {
		if x >= h.X && x < h.X+h.W {
			return h.Key, true
		}
	}
	return "", false
}

// Hints draws a bar of exactly w cells with as many whole hints as fit, in order, and where each of them is.
func Hints(t theme.Theme, w int, hints []Hint) (string, []Hit) {
	const gap = 2
	var parts []string
	var hits []Hit
	x := 1
	for _, h := range hints {
		show := h.Show
		if show == "" {
			show = h.Key
		}
		show, text := tame(show), tame(h.Text)
		width := ansi.StringWidth(show) + 1 + ansi.StringWidth(text)
		if x+width > w {
			break
		}
		if len(parts) == 0 {
			parts = append(parts, " ")
		}
		parts = append(parts, Paint(t.Key, show), " ", Paint(t.Hint, text), spaces(min(gap, w-x-width)))
		hits = append(hits, Hit{X: x, W: width, Key: h.Key})
		x += width + gap
	}
	return FitLine(splice(parts...), w), hits
}
