package stage

import (
	"math"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"zichtlijn/domain"
)

// Large text and signs are drawn in half blocks, two points to a cell: the sizing that some
// terminals have for text (OSC 66) does not come through the renderer, which drops it with
// the text in it.

// typeface is the letters of one height.
type typeface struct {
	rows   int // cells, with the accent above: two points to a cell
	letter func(rune) (letter, bool)
}

// letter is points from the top, the first row for an accent, each row from its highest bit.
type letter struct {
	wide int
	rows []byte
}

func large() typeface { return typeface{4, largeLetter} }

// smaller letters are for many names on a small screen.
func smaller() typeface { return typeface{3, smallerLetter} }

func largeLetter(r rune) (letter, bool) {
	rows, known := letters[r]
	return letter{5, append([]byte{0}, rows[:]...)}, known
}

func smallerLetter(r rune) (letter, bool) {
	drawn, known := smallerLetters[r]
	out := letter{rows: []byte{0}}
	for _, row := range strings.Fields(drawn) {
		out.wide = len(row)
		var points byte
		for _, point := range row {
			points <<= 1
			if point == '#' {
				points |= 1
			}
		}
		out.rows = append(out.rows, points)
	}
	return out, known
}

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

// smallerLetters are the same capitals, from the top: five rows of points.
var smallerLetters = map[rune]string{
	'A': ".#. #.# ### #.# #.#", 'B': "##. #.# ##. #.# ##.", 'C': ".## #.. #.. #.. .##", 'D': "##. #.# #.# #.# ##.",
	'E': "### #.. ##. #.. ###", 'F': "### #.. ##. #.. #..", 'G': ".### #... #.## #..# .###", 'H': "#.# #.# ### #.# #.#",
	'I': "# # # # #", 'J': "..# ..# ..# #.# .#.", 'K': "#..# #.#. ##.. #.#. #..#", 'L': "#.. #.. #.. #.. ###",
	'M': "#...# ##.## #.#.# #...# #...#", 'N': "#..# ##.# #.## #..# #..#", 'O': ".##. #..# #..# #..# .##.", 'P': "##. #.# ##. #.. #..",
	'Q': ".##. #..# #..# #.## .###", 'R': "##. #.# ##. #.# #.#", 'S': ".## #.. .#. ..# ##.", 'T': "### .#. .#. .#. .#.",
	'U': "#.# #.# #.# #.# ###", 'V': "#.# #.# #.# #.# .#.", 'W': "#...# #...# #.#.# ##.## #...#", 'X': "#.# #.# .#. #.# #.#",
	'Y': "#.# #.# .#. .#. .#.", 'Z': "### ..# .#. #.. ###", '-': "... ... ### ... ...", '\'': "# # . . .", ' ': ".. .. .. .. ..",
}

// accents are the points above a letter of five; a cedilla is left out.
var accents = map[rune]byte{'\u0300': 0x08, '\u0301': 0x02, '\u0302': 0x04, '\u0303': 0x0D, '\u0308': 0x0A, '\u030C': 0x0A, '\u0306': 0x0A, '\u0307': 0x04, '\u0327': 0}

// accented puts an accent on a letter: where it is narrow, two dots or one.
func (l letter) accented(accent byte) letter {
	switch {
	case l.wide == 5 || accent == 0:
	case accent&(accent-1) == 0:
		accent = 1 << (l.wide / 2)
	default:
		accent = 1<<(l.wide-1) | 1
	}
	rows := slices.Clone(l.rows)
	rows[0] |= accent
	return letter{l.wide, rows}
}

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

// spell returns the letters of a text in capitals; ok is false where one is not known.
func (f typeface) spell(text string) (out []letter, ok bool) {
	for _, r := range norm.NFD.String(strings.ToUpper(text)) {
		if accent, known := accents[r]; known && len(out) > 0 {
			out[len(out)-1] = out[len(out)-1].accented(accent)
			continue
		}
		l, known := f.letter(r)
		if !known {
			return nil, false
		}
		out = append(out, l)
	}
	return out, len(out) > 0
}

// write draws a text as large as fits in w by h cells, at most most times; nil where it does
// not fit, or a letter is not known.
func (f typeface) write(text string, w, h, most int) []string {
	all, ok := f.spell(text)
	if !ok {
		return nil
	}
	var points [][]bool // by column
	for i, l := range all {
		if i > 0 {
			points = append(points, make([]bool, 2*f.rows))
		}
		for x := range l.wide {
			column := make([]bool, 2*f.rows)
			for y, row := range l.rows {
				column[y] = row&(1<<(l.wide-1-x)) != 0
			}
			points = append(points, column)
		}
	}
	scale := min(w/len(points), h/f.rows, most)
	if scale < 1 {
		return nil
	}
	return bitmap{len(points) * scale, 2 * f.rows * scale, func(x, y int) bool { return points[x/scale][y/scale] }}.rows()
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
