package widget

import (
	"strings"

	"charm.land/lipgloss/v2"

	"zichtlijn/ui/theme"
)

// Edge is the shape of a frame's border. The shape distinguishes the preview from the coordinator's own panes on a
// terminal without colour.
type Edge uint8

// The edges. The zero value is the ordinary pane.
const (
	Rounded Edge = iota
	Double
)

// Frame is a border with a title in its top edge. Made by Pane, Preview or Window; Title, Right, Foot and Thumb are
// then set freely.
type Frame struct {
	Title string // in the top edge, at the left
	Right string // in the top edge, at the right; gives way to the title
	Foot  string // in the bottom edge, at the right, such as "12/340"
	Thumb Thumb  // drawn on the right edge
	Edge  Edge
	Line  lipgloss.Style
	Head  lipgloss.Style

	measure theme.Measure
}

// Thumb shows on a frame's right edge which rows are in view: it covers lines From up to, not including, To. The zero
// value draws nothing.
type Thumb struct{ From, To int }

// Pane is the frame of one of the coordinator's own panes.
func Pane(t theme.Theme, title string, focused bool) Frame {
	if focused {
		return Frame{Title: title, Line: t.BorderFocus, Head: t.Title, measure: t.Measure}
	}
	return Frame{Title: title, Line: t.Border, Head: t.Text, measure: t.Measure}
}

// Preview is the frame around what another person sees.
func Preview(t theme.Theme, title string, focused bool) Frame {
	return Frame{Title: title, Edge: Double, Line: t.Preview.Bold(focused), Head: t.Preview.Bold(true), measure: t.Measure}
}

// Window is the frame of a dialog.
func Window(t theme.Theme, title string) Frame {
	return Frame{Title: title, Line: t.Accent, Head: t.Title, measure: t.Measure}
}

// Inner is the box for the content of a frame drawn in b.
func (f Frame) Inner(b Box) Box {
	if b.W < 2 || b.H < 2 {
		return Box{X: b.X, Y: b.Y}
	}
	return b.Inset(1, 1)
}

// View draws the frame around the lines in exactly w by h cells, cutting what does not fit. A box too small for a
// border is left blank.
func (f Frame) View(w, h int, lines []string) string {
	if w < 2 || h < 2 {
		return Fit(f.measure, nil, w, h)
	}
	e := f.Edge.runes()
	left, right := Paint(f.Line, e.side), Paint(f.Line, e.side)
	thumb := Paint(f.Line, e.thumb)
	out := make([]string, 0, h)
	out = append(out, f.top(w, e))
	for y, line := range fitLines(f.measure, lines, w-2, h-2) {
		if y >= f.Thumb.From && y < f.Thumb.To {
			out = append(out, splice(left, line, thumb))
			continue
		}
		out = append(out, splice(left, line, right))
	}
	return strings.Join(append(out, f.bottom(w, e)), "\n")
}

func (f Frame) top(w int, e edgeRunes) string {
	room := w - 2
	title, tw := label(f.measure, f.Title, room-1)
	second, sw := label(f.measure, f.Right, room-tw-2)
	if tw > 0 {
		tw++
		title = Paint(f.Line, e.flat) + Paint(f.Head, title)
	}
	if sw > 0 {
		sw++
		second = Paint(f.Head, second) + Paint(f.Line, e.flat)
	}
	middle := Paint(f.Line, strings.Repeat(e.flat, max(room-tw-sw, 0)))
	return splice(Paint(f.Line, e.topLeft), title, middle, second, Paint(f.Line, e.topRight))
}

func (f Frame) bottom(w int, e edgeRunes) string {
	foot, fw := label(f.measure, f.Foot, w-3)
	if fw > 0 {
		fw++
		foot = Paint(f.Line, foot+e.flat)
	}
	line := Paint(f.Line, e.bottomLeft+strings.Repeat(e.flat, max(w-2-fw, 0)))
	return splice(line, foot, Paint(f.Line, e.bottomRight))
}

// label returns a word between spaces in at most room cells, and its width; nothing where not even one letter fits.
func label(m theme.Measure, word string, room int) (string, int) {
	if word == "" || room < 3 {
		return "", 0
	}
	word = " " + truncate(m, cutName(m, safe(m, word), room-2), room-2, "…") + " "
	return word, m.Width(word)
}

type edgeRunes struct {
	topLeft, topRight, bottomLeft, bottomRight, flat, side, thumb string
}

func (e Edge) runes() edgeRunes {
	if e == Double {
		return edgeRunes{"╔", "╗", "╚", "╝", "═", "║", "█"}
	}
	return edgeRunes{"╭", "╮", "╰", "╯", "─", "│", "┃"}
}
