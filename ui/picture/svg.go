package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"zichtlijn/ui/words"
)

// fontSize is that of the usual letter. The widest sans-serif fonts in use take a good
// half of it for a letter of a name: LetterW.
const fontSize = 16.0

// pen writes marks as elements.
type pen struct{ bytes.Buffer }

// SVG writes the drawing as one svg element that stands alone or within HTML. It has no
// styles, references or fonts of its own, so that several may stand on one page.
func (d Drawing) SVG(out io.Writer) error {
	p := &pen{}
	for _, m := range d.Marks {
		m.svg(p)
	}
	id := d.id(p.Bytes())
	head := &pen{}
	fmt.Fprintf(head, `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="%[1]s-title %[1]s-desc" viewBox="0 0 %[2]s %[3]s" width="%[2]s" height="%[3]s" font-family="Arial, Helvetica, sans-serif" font-size="%[4]s">`+"\n",
		id, number(d.W), number(d.H), number(fontSize))
	head.element("title", `id="`+id+`-title"`, d.Title)
	head.element("desc", `id="`+id+`-desc"`, d.InWords())
	fmt.Fprintf(head, `<rect x="0" y="0" width="%s" height="%s" fill="#fff"/>`+"\n", number(d.W), number(d.H))
	head.Write(p.Bytes())
	head.WriteString("</svg>\n")
	_, err := out.Write(head.Bytes())
	return err
}

// id is what the ids of the drawing begin with.
func (d Drawing) id(marks []byte) string {
	kept := strings.Map(func(r rune) rune {
		if r == '-' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return -1
	}, d.ID)
	if kept != "" {
		return "picture-" + kept
	}
	sum := sha256.Sum256(append([]byte(d.Title+"\x00"+d.InWords()+"\x00"), marks...))
	return "picture-" + hex.EncodeToString(sum[:6])
}

// number writes a finite number; what is none is a mistake of a picture and stands as 0.
func number(f float64) string {
	if !finite(f) {
		return "0"
	}
	f = math.Round(f*100)/100 + 0 // -0 is 0
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// element writes an element with a text from outside.
func (p *pen) element(name, attributes, text string) {
	fmt.Fprintf(p, "<%s %s>", name, attributes)
	// EscapeText fails only where the buffer does.
	_ = xml.EscapeText(p, []byte(words.Clean(text)))
	fmt.Fprintf(p, "</%s>\n", name)
}

func stroke(style Style, weight float64) string {
	if weight == 0 {
		weight = 1.5
	}
	out := `stroke="#000" stroke-width="` + number(weight) + `"`
	if style == Dotted {
		out += ` stroke-dasharray="` + number(weight*0.1) + " " + number(weight*2.2+2) + `" stroke-linecap="round"`
	}
	return out
}

func (m Line) svg(p *pen) {
	a, b, ok := m.ends(m.Gap)
	if !ok {
		return
	}
	const long, half = 15.0, 6.0
	via := m.via(a, b)
	ux, uy := unit(via, b)
	end := b
	if m.Arrow {
		end = b.plus(-ux*long*0.8, -uy*long*0.8)
	}
	if m.Bend == 0 {
		fmt.Fprintf(p, `<line x1="%s" y1="%s" x2="%s" y2="%s" %s/>`+"\n", number(a.X), number(a.Y), number(end.X), number(end.Y), stroke(m.Style, m.Weight))
	} else {
		fmt.Fprintf(p, `<path d="M%s %sQ%s %s %s %s" fill="none" %s/>`+"\n",
			number(a.X), number(a.Y), number(via.X), number(via.Y), number(end.X), number(end.Y), stroke(m.Style, m.Weight))
	}
	if m.Arrow {
		foot := b.plus(-ux*long, -uy*long)
		fmt.Fprintf(p, `<polygon points="%s,%s %s,%s %s,%s" fill="#000"/>`+"\n", number(b.X), number(b.Y),
			number(foot.X-uy*half), number(foot.Y+ux*half), number(foot.X+uy*half), number(foot.Y-ux*half))
	}
}

// ends are the ends of a line without its gaps; ok is false where nothing is left.
func (m Line) ends(gap float64) (from, to Spot, ok bool) {
	if math.Hypot(m.To.X-m.From.X, m.To.Y-m.From.Y) <= 2*gap {
		return m.From, m.To, false
	}
	via := m.via(m.From, m.To)
	ux, uy := unit(m.From, via)
	vx, vy := unit(via, m.To)
	return m.From.plus(ux*gap, uy*gap), m.To.plus(-vx*gap, -vy*gap), true
}

// via is the point to which a line goes first: of a straight one its middle.
func (m Line) via(a, b Spot) Spot {
	ux, uy := unit(a, b)
	return Spot{(a.X+b.X)/2 - uy*2*m.Bend, (a.Y+b.Y)/2 + ux*2*m.Bend}
}

// unit is the direction from one spot to another.
func unit(from, to Spot) (x, y float64) {
	long := math.Hypot(to.X-from.X, to.Y-from.Y)
	if long == 0 {
		return 1, 0
	}
	return (to.X - from.X) / long, (to.Y - from.Y) / long
}

func (m Ring) svg(p *pen) {
	if m.Corners {
		fmt.Fprintf(p, `<rect x="%s" y="%s" width="%s" height="%s" rx="14" fill="none" %s/>`+"\n",
			number(m.At.X-m.RX), number(m.At.Y-m.RY), number(2*m.RX), number(2*m.RY), stroke(m.Style, m.Weight))
		return
	}
	fmt.Fprintf(p, `<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="none" %s/>`+"\n",
		number(m.At.X), number(m.At.Y), number(m.RX), number(m.RY), stroke(m.Style, m.Weight))
}

func (m Rect) svg(p *pen) {
	outline := `fill="#fff" ` + stroke(Solid, 1)
	switch {
	case m.Density >= 1:
		outline = `fill="#000" ` + stroke(Solid, 1)
	case m.Bare:
		outline = `fill="#fff"`
	}
	fmt.Fprintf(p, `<rect x="%s" y="%s" width="%s" height="%s" %s/>`+"\n", number(m.At.X), number(m.At.Y), number(m.W), number(m.H), outline)
	if path := m.hatch(); path != "" {
		fmt.Fprintf(p, `<path d="%s" fill="none" %s/>`+"\n", path, stroke(Solid, hatchWeight))
	}
}

const hatchWeight = 3.0

// hatch are slanting lines that cover as much of the surface as its density says.
func (m Rect) hatch() string {
	if m.Density <= 0 || m.Density >= 1 || m.W <= 0 || m.H <= 0 {
		return ""
	}
	// A line of weight w under 45° takes w·√2 of the width.
	step := max(hatchWeight*math.Sqrt2/m.Density, 4.5)
	var b strings.Builder
	// The least density has one line: it must not look like none.
	for at := min(step/2, (m.W+m.H)/2); at < m.W+m.H; at += step {
		// From (at, 0) down to the left to (at-H, H), within the surface.
		x1, y1, x2, y2 := at, 0.0, at-m.H, m.H
		if x1 > m.W {
			x1, y1 = m.W, at-m.W
		}
		if x2 < 0 {
			x2, y2 = 0, at
		}
		fmt.Fprintf(&b, "M%s %sL%s %s", number(m.At.X+x1), number(m.At.Y+y1), number(m.At.X+x2), number(m.At.Y+y2))
	}
	return b.String()
}

func (m Point) svg(p *pen) {
	r, fill, ink, weight := radius, "#fff", "#000", 2.0
	if m.Strong {
		r, fill, ink = radius*1.3, "#000", "#fff"
	}
	how := `fill="` + fill + `" ` + stroke(Solid, weight)
	x, y := m.At.X, m.At.Y
	switch m.Form {
	case Disc:
		fmt.Fprintf(p, `<circle cx="%s" cy="%s" r="%s" %s/>`+"\n", number(x), number(y), number(r), how)
	case Square:
		fmt.Fprintf(p, `<rect x="%s" y="%s" width="%s" height="%s" %s/>`+"\n", number(x-r), number(y-r), number(2*r), number(2*r), how)
	case Diamond:
		d := r * 1.3
		p.polygon(how, Spot{x, y - d}, Spot{x + d, y}, Spot{x, y + d}, Spot{x - d, y})
	case Triangle:
		d := r * 1.35
		p.polygon(how, Spot{x, y - d}, Spot{x + d, y + d*0.72}, Spot{x - d, y + d*0.72})
	}
	p.letters(Spot{x, y + 0.5}, m.Letter, fmt.Sprintf(`text-anchor="middle" font-size="13" font-weight="bold" fill="%s"`, ink))
	if m.Form >= Diamond { // they reach further than the others
		r *= 1.35
	}
	at, anchor := m.label(r + 6)
	Text{At: at, Text: m.Label, Anchor: anchor, Room: m.Room, Bold: m.Strong}.svg(p)
}

// label is where the label of a point stands, gap away from its middle.
func (m Point) label(gap float64) (Spot, Anchor) {
	switch m.Side {
	case Left:
		return m.At.plus(-gap, 0), End
	case Above:
		return m.At.plus(0, -gap-LetterH/2), Middle
	case Below:
		return m.At.plus(0, gap+LetterH/2), Middle
	}
	return m.At.plus(gap, 0), Start
}

func (p *pen) polygon(how string, spots ...Spot) {
	var points []string
	for _, s := range spots {
		points = append(points, number(s.X)+","+number(s.Y))
	}
	fmt.Fprintf(p, `<polygon points="%s" %s/>`+"\n", strings.Join(points, " "), how)
}

// letters writes a text with its middle on a spot: viewers differ in what dominant-baseline
// does, so that the shift of a third of a letter is written out.
func (p *pen) letters(at Spot, text, how string) {
	if text == "" {
		return
	}
	p.element("text", fmt.Sprintf(`x="%s" y="%s" %s`, number(at.X), number(at.Y+fontSize*0.34), how), text)
}

func (m Text) svg(p *pen) {
	size := m.Size
	if size == 0 {
		size = 1
	}
	text := words.Clean(m.Text)
	if m.Room > 0 {
		text = fitting(text, m.Room/(fontSize*size), m.Bold)
	}
	if text == "" {
		return
	}
	wide := advance(text, m.Bold) * fontSize * size
	if m.Plate {
		left := m.At.X
		switch m.Anchor {
		case Middle:
			left -= wide / 2
		case End:
			left -= wide
		}
		fmt.Fprintf(p, `<rect x="%s" y="%s" width="%s" height="%s" fill="#fff"/>`+"\n", number(left-3), number(m.At.Y-LetterH*size/2), number(wide+6), number(LetterH*size))
	}
	how := `text-anchor="` + [...]string{"start", "middle", "end"}[m.Anchor] + `"`
	if size != 1 {
		how += ` font-size="` + number(fontSize*size) + `"`
	}
	if m.Bold {
		how += ` font-weight="bold"`
	}
	p.letters(m.At.plus(0, fontSize*0.34*(size-1)), text, how)
}
