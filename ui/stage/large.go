package stage

import (
	"math"
	"strings"

	"golang.org/x/text/unicode/norm"

	"zichtlijn/domain"
)

// Large text and signs are drawn in half blocks, two points to a cell: the sizing that some
// terminals have for text (OSC 66) does not come through the renderer, which drops it with
// the text in it.

const (
	letterWide = 5 // points
	letterHigh = 8 // with the accent above
	letterRows = letterHigh / 2
)

// letters are the capitals, from the top: seven rows of five points.
var letters = map[rune][7]byte{
	'A': {0x0E, 0x11, 0x11, 0x1F, 0x11, 0x11, 0x11}, 'B': {0x1E, 0x11, 0x11, 0x1E, 0x11, 0x11, 0x1E}, 'C': {0x0E, 0x11, 0x10, 0x10, 0x10, 0x11, 0x0E},
	'D': {0x1E, 0x11, 0x11, 0x11, 0x11, 0x11, 0x1E}, 'E': {0x1F, 0x10, 0x10, 0x1E, 0x10, 0x10, 0x1F}, 'F': {0x1F, 0x10, 0x10, 0x1E, 0x10, 0x10, 0x10},
	'G': {0x0E, 0x11, 0x10, 0x17, 0x11, 0x11, 0x0F}, 'H': {0x11, 0x11, 0x11, 0x1F, 0x11, 0x11, 0x11}, 'I': {0x0E, 0x04, 0x04, 0x04, 0x04, 0x04, 0x0E},
	'J': {0x07, 0x02, 0x02, 0x02, 0x02, 0x12, 0x0C}, 'K': {0x11, 0x12, 0x14, 0x18, 0x14, 0x12, 0x11}, 'L': {0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x1F},
	'M': {0x11, 0x1B, 0x15, 0x15, 0x11, 0x11, 0x11}, 'N': {0x11, 0x19, 0x15, 0x13, 0x11, 0x11, 0x11}, 'O': {0x0E, 0x11, 0x11, 0x11, 0x11, 0x11, 0x0E},
	'P': {0x1E, 0x11, 0x11, 0x1E, 0x10, 0x10, 0x10}, 'Q': {0x0E, 0x11, 0x11, 0x11, 0x15, 0x12, 0x0D}, 'R': {0x1E, 0x11, 0x11, 0x1E, 0x14, 0x12, 0x11},
	'S': {0x0F, 0x10, 0x10, 0x0E, 0x01, 0x01, 0x1E}, 'T': {0x1F, 0x04, 0x04, 0x04, 0x04, 0x04, 0x04}, 'U': {0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x0E},
	'V': {0x11, 0x11, 0x11, 0x11, 0x11, 0x0A, 0x04}, 'W': {0x11, 0x11, 0x11, 0x15, 0x15, 0x1B, 0x11}, 'X': {0x11, 0x11, 0x0A, 0x04, 0x0A, 0x11, 0x11},
	'Y': {0x11, 0x11, 0x0A, 0x04, 0x04, 0x04, 0x04}, 'Z': {0x1F, 0x01, 0x02, 0x04, 0x08, 0x10, 0x1F},
	'-': {0x00, 0x00, 0x00, 0x0E, 0x00, 0x00, 0x00}, '\'': {0x04, 0x04, 0x08, 0x00, 0x00, 0x00, 0x00}, ' ': {},
}

// accents are the points above a letter; a cedilla is left out.
var accents = map[rune]byte{'\u0300': 0x08, '\u0301': 0x02, '\u0302': 0x04, '\u0303': 0x0D, '\u0308': 0x0A, '\u030C': 0x0A, '\u0306': 0x0A, '\u0307': 0x04, '\u0327': 0}

// bitmap is points, drawn or not.
type bitmap struct {
	w, h int
	on   func(x, y int) bool
}

// rows draws points in half blocks.
func (b bitmap) rows() []string {
	out := make([]string, 0, (b.h+1)/2)
	for y := 0; y < b.h; y += 2 {
		var line strings.Builder
		for x := range b.w {
			upper, lower := b.on(x, y), y+1 < b.h && b.on(x, y+1)
			switch {
			case upper && lower:
				line.WriteRune('█')
			case upper:
				line.WriteRune('▀')
			case lower:
				line.WriteRune('▄')
			default:
				line.WriteRune(' ')
			}
		}
		out = append(out, line.String())
	}
	return out
}

// glyph is a letter with its accent, from the top.
type glyph [letterHigh]byte

// glyphs returns the letters of a text in capitals; ok is false where one is not known.
func glyphs(text string) (out []glyph, ok bool) {
	for _, r := range norm.NFD.String(strings.ToUpper(text)) {
		if accent, known := accents[r]; known && len(out) > 0 {
			out[len(out)-1][0] |= accent
			continue
		}
		rows, known := letters[r]
		if !known {
			return nil, false
		}
		var g glyph
		copy(g[1:], rows[:])
		out = append(out, g)
	}
	return out, len(out) > 0
}

// largeText draws a text as large as fits in w by h cells, at most most times; nil where it
// does not fit, or a letter is not known.
func largeText(text string, w, h, most int) []string {
	all, ok := glyphs(text)
	if !ok {
		return nil
	}
	cells := len(all)*(letterWide+1) - 1
	scale := min(w/cells, h/letterRows, most)
	if scale < 1 {
		return nil
	}
	return bitmap{cells * scale, letterHigh * scale, func(x, y int) bool {
		x, y = x/scale, y/scale
		at, column := x/(letterWide+1), x%(letterWide+1)
		return column < letterWide && all[at][y]&(1<<(letterWide-1-column)) != 0
	}}.rows()
}

// disc draws the sign of a setting, h cells high and twice as wide: an empty ring, one that
// is half full, and a full one in a ring.
func disc(v domain.Visibility, h int) []string {
	size := 2 * h
	middle, outer := float64(size-1)/2, float64(size)/2
	return bitmap{size, size, func(x, y int) bool {
		dx, dy := float64(x)-middle, float64(y)-middle
		r := math.Hypot(dx, dy)
		ring := r <= outer && r > outer*0.78
		switch v {
		case domain.GroupVisible:
			return ring || r <= outer && dx < 0
		case domain.MembersVisible:
			return ring || r <= min(outer*0.55, outer-2) // a gap between them, however small
		}
		return ring
	}}.rows()
}
