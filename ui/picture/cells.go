package picture

import (
	"math"
	"strings"
	"unicode/utf8"
)

// Charset is which characters a terminal has.
type Charset uint8

// The charsets.
const (
	Braille Charset = iota // lines as dots of braille, surfaces as shades
	ASCII                  // nothing but plain letters and signs
)

// canvas is a drawing in cells. Letters lie over shades, and shades over lines.
type canvas struct {
	w, h    int
	scale   float64 // cells of width for a unit
	charset Charset
	dots    []uint8 // of braille, by cell; in ASCII a sign
	shades  []string
	letters []string // each with its marks; taken: the right half of one
}

// taken stands in the cell behind a letter of two cells.
const taken = "\x00"

// Cells draws in at most w cells of width and h lines; h 0: as many lines as it takes.
// Nothing stands behind the last letter of a line.
func (d Drawing) Cells(w, h int, charset Charset) []string {
	if w <= 0 || h < 0 || !(d.W > 0 && d.H > 0 && finite(d.W, d.H)) {
		return nil
	}
	scale := float64(w) / d.W
	if h > 0 {
		scale = min(scale, 2*float64(h)/d.H)
	}
	c := &canvas{w: max(int(math.Ceil(d.W*scale-0.01)), 1), h: max(int(math.Ceil(d.H*scale/2-0.01)), 1), scale: scale, charset: charset}
	c.dots, c.shades, c.letters = make([]uint8, c.w*c.h), make([]string, c.w*c.h), make([]string, c.w*c.h)
	for _, m := range d.Marks {
		m.cells(c)
	}
	return c.lines()
}

func (c *canvas) lines() []string {
	out := make([]string, c.h)
	for y := range out {
		var b strings.Builder
		for x := range c.w {
			at := y*c.w + x
			switch {
			case c.letters[at] == taken:
			case c.letters[at] != "":
				b.WriteString(c.letters[at])
			case c.shades[at] != "":
				b.WriteString(c.shades[at])
			case c.dots[at] == 0:
				b.WriteByte(' ')
			case c.charset == ASCII:
				b.WriteByte(c.dots[at])
			default:
				b.WriteRune(0x2800 + rune(c.dots[at]))
			}
		}
		out[y] = strings.TrimRight(b.String(), " ")
	}
	return out
}

// cell is the column and row of a spot.
func (c *canvas) cell(s Spot) (x, y int) {
	return whole(s.X * c.scale), whole(s.Y * c.scale / 2)
}

// whole rounds down, but not because of the last digit of a sum.
func whole(f float64) int { return int(math.Floor(f + 1e-6)) }

func (c *canvas) within(x, y int) bool { return 0 <= x && x < c.w && 0 <= y && y < c.h }

// dot sets one dot of braille, of the two by four in a cell.
func (c *canvas) dot(s Spot) {
	x, y := whole(s.X*c.scale*2), whole(s.Y*c.scale*2)
	if x < 0 || y < 0 || !c.within(x/2, y/4) {
		return
	}
	c.dots[y/4*c.w+x/2] |= [4][2]uint8{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}[y%4][x%2]
}

// stroke draws a straight line.
func (c *canvas) stroke(a, b Spot, style Style) {
	c.curve(a, Spot{(a.X + b.X) / 2, (a.Y + b.Y) / 2}, b, style)
}

// slant is the sign of a line with a direction, in cells that are twice as high as wide.
func slant(dx, dy float64) byte {
	switch {
	case math.Abs(dy) < math.Abs(dx)*0.35:
		return '-'
	case math.Abs(dx) < math.Abs(dy)*0.2:
		return '|'
	case (dx < 0) == (dy < 0):
		return '\\'
	}
	return '/'
}

// mark puts a sign of a line in a cell. Where two lines cross there is a plus.
func (c *canvas) mark(x, y int, sign byte, style Style) {
	at := &c.dots[y*c.w+x]
	if style == Dotted {
		sign = '.'
	}
	switch {
	case *at == 0 || *at == '.':
		*at = sign
	case *at != sign && sign != '.':
		*at = '+'
	}
}

// put writes a text over what is there, within the picture.
func (c *canvas) put(x, y int, text string) {
	for text != "" {
		cluster := nextLetter(text)
		text = text[len(cluster):]
		wide := width(cluster)
		if wide > 0 && c.within(x, y) && c.within(x+wide-1, y) {
			c.split(x, y)
			c.split(x+wide-1, y)
			c.letters[y*c.w+x] = cluster
			for i := 1; i < wide; i++ {
				c.letters[y*c.w+x+i] = taken
			}
		}
		x += wide
	}
}

// split clears the other half of a letter of two cells of which one is written over.
func (c *canvas) split(x, y int) {
	at := y*c.w + x
	if c.letters[at] == taken && x > 0 {
		c.letters[at-1] = " "
	}
	if x+1 < c.w && c.letters[at+1] == taken {
		c.letters[at+1] = " "
	}
}

// nextLetter is the first letter of a text with the marks that stand on it.
func nextLetter(text string) string {
	_, n := utf8.DecodeRuneInString(text)
	for n < len(text) {
		r, more := utf8.DecodeRuneInString(text[n:])
		if width(string(r)) > 0 {
			break
		}
		n += more
	}
	return text[:n]
}

// free reports whether no text stands in a run of cells yet.
func (c *canvas) free(x, y, wide int) bool {
	for i := range wide {
		if c.within(x+i, y) && strings.Trim(c.letters[y*c.w+x+i], " ") != "" {
			return false
		}
	}
	return true
}

// say writes a text in its room. Where another stands there already it is left out: half of
// each is no name.
func (c *canvas) say(at Spot, text string, anchor Anchor, room float64) {
	most, ellipsis := c.w, "…"
	if room > 0 {
		most = int(room*c.scale + 0.01)
	}
	if c.charset == ASCII {
		ellipsis = "~"
	}
	x, y := c.cell(at)
	switch anchor {
	case Start:
		most = min(most, c.w-x)
	case End:
		most = min(most, x)
	}
	text = shorten(text, most, ellipsis)
	wide := width(text)
	switch anchor {
	case Middle:
		x = max(min(x-wide/2, c.w-wide), 0)
	case End:
		x -= wide
	}
	if c.free(x, y, wide) {
		c.put(x, y, text)
	}
}

func (m Line) cells(c *canvas) {
	a, b, ok := m.ends(m.Gap)
	if !ok {
		return
	}
	via := m.via(a, b)
	c.curve(a, via, b, m.Style)
	if m.Weight >= bold && c.charset == Braille {
		ux, uy := unit(a, b)
		dx, dy := -uy/c.scale/2, ux/c.scale/2
		c.curve(a.plus(dx, dy), via.plus(dx, dy), b.plus(dx, dy), m.Style)
	}
	if m.Arrow {
		if x, y := c.cell(b); c.within(x, y) && c.free(x, y, 1) {
			c.put(x, y, c.head(b.X-via.X, b.Y-via.Y))
		}
	}
}

// curve draws a line that goes to a point first.
func (c *canvas) curve(a, via, b Spot, style Style) {
	if !finite(a.X, a.Y, via.X, via.Y, b.X, b.Y) {
		return
	}
	steps := max(int((math.Hypot(via.X-a.X, via.Y-a.Y)+math.Hypot(b.X-via.X, b.Y-via.Y))*c.scale*2.5), 1)
	for i := range steps + 1 {
		t := float64(i) / float64(steps)
		p, q, r := (1-t)*(1-t), 2*t*(1-t), t*t
		at := Spot{p*a.X + q*via.X + r*b.X, p*a.Y + q*via.Y + r*b.Y}
		switch {
		case c.charset == Braille && style == Dotted && i%6 > 1:
		case c.charset == Braille:
			c.dot(at)
		default:
			if x, y := c.cell(at); c.within(x, y) {
				c.mark(x, y, slant((1-t)*(via.X-a.X)+t*(b.X-via.X), (1-t)*(via.Y-a.Y)+t*(b.Y-via.Y)), style)
			}
		}
	}
}

const bold = 3.0 // from this weight on a line is drawn twice

// head is the head of an arrow with a direction.
func (c *canvas) head(dx, dy float64) string {
	heads := [4]string{"▶", "◀", "▼", "▲"}
	if c.charset == ASCII {
		heads = [4]string{">", "<", "v", "^"}
	}
	switch {
	case math.Abs(dx) >= math.Abs(dy) && dx >= 0:
		return heads[0]
	case math.Abs(dx) >= math.Abs(dy):
		return heads[1]
	case dy >= 0:
		return heads[2]
	}
	return heads[3]
}

func (m Ring) cells(c *canvas) {
	if m.Corners {
		l, r, t, b := m.At.X-m.RX, m.At.X+m.RX, m.At.Y-m.RY, m.At.Y+m.RY
		for _, side := range [4][2]Spot{{{l, t}, {r, t}}, {{l, b}, {r, b}}, {{l, t}, {l, b}}, {{r, t}, {r, b}}} {
			c.stroke(side[0], side[1], m.Style)
		}
		return
	}
	const parts = 48
	for i := range parts {
		if m.Style == Dotted && i%3 == 2 {
			continue
		}
		from, to := 2*math.Pi*float64(i)/parts, 2*math.Pi*float64(i+1)/parts
		c.stroke(m.At.plus(m.RX*math.Cos(from), m.RY*math.Sin(from)), m.At.plus(m.RX*math.Cos(to), m.RY*math.Sin(to)), Solid)
	}
}

func (m Rect) cells(c *canvas) {
	if !finite(m.At.X, m.At.Y, m.W, m.H) {
		return
	}
	// A cell belongs to the surface in which its middle is.
	x1, y1 := c.cell(m.At.plus(0.5/c.scale, 1/c.scale))
	x2, y2 := c.cell(m.At.plus(m.W+0.5/c.scale, m.H+1/c.scale))
	x2, y2 = max(x2, x1+1), max(y2, y1+1)
	if m.Density <= 0 && !m.Bare && y2-y1 > 1 {
		dot := 0.5 / c.scale
		Ring{At: m.At.plus(m.W/2, m.H/2), RX: (m.W - dot) / 2, RY: (m.H - dot) / 2, Corners: true}.cells(c)
		return
	}
	shade := c.shade(m.Density)
	for y := max(y1, 0); y < min(y2, c.h); y++ {
		for x := max(x1, 0); x < min(x2, c.w); x++ {
			c.shades[y*c.w+x] = shade
		}
	}
}

// shade is the sign of a density. No density but none is blank, and none but the whole
// is full.
func (c *canvas) shade(density float64) string {
	steps := [5]string{" ", "░", "▒", "▓", "█"}
	if c.charset == ASCII {
		steps = [5]string{" ", ".", ":", "%", "#"}
	}
	switch {
	case density <= 0:
		return steps[0]
	case density >= 1:
		return steps[4]
	}
	return steps[1+int(density*3)]
}

func (m Point) cells(c *canvas) {
	x, y := c.cell(m.At)
	c.put(x, y, m.sign(c.charset))
	right := x + 4 // behind a sign of two letters there is one blank, too
	if c.charset == ASCII {
		right++
	}
	edge := func(col, row int) Spot {
		return Spot{(float64(col) + 0.01) / c.scale, (float64(row) + 0.01) / c.scale * 2}
	}
	switch m.Side {
	case Right:
		c.say(edge(right, y), m.Label, Start, m.Room)
	case Left:
		c.say(edge(x-1, y), m.Label, End, m.Room)
	case Above:
		c.say(edge(x, y-1), m.Label, Middle, m.Room)
	case Below:
		c.say(edge(x, y+1), m.Label, Middle, m.Room)
	}
}

// sign is a point in cells: its form and its letter, with the blank that keeps a line away
// from it.
func (m Point) sign(charset Charset) string {
	letter := shorten(m.Letter, 2, "")
	if charset == ASCII {
		around := [4]string{"()", "[]", "<>", "{}"}[m.Form]
		if m.Strong {
			letter = "*" + letter
		}
		return around[:1] + letter + around[1:]
	}
	forms := [4]string{"●", "■", "◆", "▲"}
	return forms[m.Form] + letter + " "
}

func (m Text) cells(c *canvas) { c.say(m.At, m.Text, m.Anchor, m.Room) }
