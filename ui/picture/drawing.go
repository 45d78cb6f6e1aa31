package picture

import (
	"math"
	"strings"
)

// The measures of a drawing. A letter is as wide and high as a cell of a terminal, so that
// what has room in one output has it in the other.
const (
	LetterW = 10.0
	LetterH = 20.0
	radius  = 13.0 // of a point
)

// Drawing is a picture as plain geometry. Later marks are drawn over earlier ones.
type Drawing struct {
	// ID begins the ids in the SVG. Empty: it is made from the content, which is enough as
	// long as no page holds the same drawing twice.
	ID string
	// Title and Desc say the picture, Desc in sentences, for whoever does not see it.
	Title string
	Desc  []string
	W, H  float64 // in units; the origin is above on the left
	Marks []Mark
}

// InWords is what Desc says, as one text.
func (d Drawing) InWords() string { return strings.Join(d.Desc, " ") }

// Spot is a place in a drawing.
type Spot struct{ X, Y float64 }

// Mark is one thing that is drawn: a Point, Line, Ring, Rect or Text.
type Mark interface {
	moved(dx, dy float64) Mark
	svg(*pen)
	cells(*canvas)
}

// Form is the outline of a point, which tells kinds of people apart.
type Form uint8

// The forms.
const (
	Disc Form = iota
	Square
	Diamond
	Triangle
)

// Side is where the label of a point stands.
type Side uint8

// The sides.
const (
	Right Side = iota
	Left
	Above
	Below
)

// Point is somebody: a form with a letter or two in it and a label beside it.
type Point struct {
	At     Spot
	Form   Form
	Letter string
	Label  string
	Side   Side
	Room   float64 // how wide the label may be; zero: as wide as it is
	Strong bool    // the one whom the picture is about
}

// Style is how a line or the outline of a ring is drawn.
type Style uint8

// The styles.
const (
	Solid Style = iota
	Dotted
)

// Line joins two spots.
type Line struct {
	From, To Spot
	Style    Style
	Arrow    bool    // with a head at To
	Weight   float64 // how thick, in units; zero: 1.5
	Gap      float64 // how far from both ends it stays
	Bend     float64 // how far its middle stands aside, to the right of the way
}

// Ring is an ellipse, or with Corners a rectangle with round corners.
type Ring struct {
	At      Spot // its middle
	RX, RY  float64
	Corners bool
	Style   Style
	Weight  float64 // zero: 1.5
}

// Rect is a surface. Density from 0 (blank) to 1 (black) is drawn by hatching that covers
// that share of it, so that it prints in black and white.
type Rect struct {
	At      Spot // its corner above on the left
	W, H    float64
	Density float64
	Bare    bool // without an outline
}

// Anchor is which part of a text stands on its spot.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Text is one line of letters.
type Text struct {
	At     Spot // the middle of its height
	Text   string
	Anchor Anchor
	Room   float64 // how wide it may be; zero: as wide as it is
	Size   float64 // times the usual size, in SVG only; zero: 1
	Bold   bool
	Plate  bool // on a white plate, where it stands on something
}

// finite reports whether all are numbers: what is none has no place in a picture.
func finite(all ...float64) bool {
	for _, f := range all {
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return false
		}
	}
	return true
}

func (s Spot) plus(dx, dy float64) Spot { return Spot{s.X + dx, s.Y + dy} }

func (m Point) moved(dx, dy float64) Mark { m.At = m.At.plus(dx, dy); return m }
func (m Line) moved(dx, dy float64) Mark {
	m.From, m.To = m.From.plus(dx, dy), m.To.plus(dx, dy)
	return m
}
func (m Ring) moved(dx, dy float64) Mark { m.At = m.At.plus(dx, dy); return m }
func (m Rect) moved(dx, dy float64) Mark { m.At = m.At.plus(dx, dy); return m }
func (m Text) moved(dx, dy float64) Mark { m.At = m.At.plus(dx, dy); return m }

// Beside returns one drawing with several side by side. Their own titles are lost: title and
// desc must say them.
func Beside(title string, desc []string, all ...Drawing) Drawing {
	out := Drawing{Title: title, Desc: desc}
	for _, d := range all {
		for _, m := range d.Marks {
			out.Marks = append(out.Marks, m.moved(out.W, 0))
		}
		out.W, out.H = out.W+d.W, max(out.H, d.H)
	}
	return out
}

// Stacked is Beside with each under the one before.
func Stacked(title string, desc []string, all ...Drawing) Drawing {
	out := Drawing{Title: title, Desc: desc}
	for _, d := range all {
		for _, m := range d.Marks {
			out.Marks = append(out.Marks, m.moved(0, out.H))
		}
		out.W, out.H = max(out.W, d.W), out.H+d.H
	}
	return out
}
