package draw

import (
	"math"

	"zichtlijn/ui/picture"
)

// arcs is how people stand on two arcs.
type arcs struct {
	w, step float64 // the width of the picture, and how far one stands below another
	apart   float64 // between the two arcs
}

// newArcs gives the more room the fewer people there are.
func newArcs(w float64, people int) arcs {
	return arcs{w: w, step: max(48-1.5*max(float64(people)-8, 0), line)}
}

// spread puts people on two arcs, the first above and the others below, each with a line
// of its own for its label: half of an arc on the left, half on the right, and one that is
// over where the arc turns. All labels stand outside, so that no line runs through one.
func (a arcs) spread(above, below []picture.Point, top float64) (points []picture.Point, bottom float64) {
	center := a.center(len(above), top)
	upper, lower := picture.Spot{X: center.X, Y: center.Y - a.apart/2}, picture.Spot{X: center.X, Y: center.Y + a.apart/2}
	points = append(a.arc(above, upper, -1), a.arc(below, lower, 1)...)
	return points, lower.Y + a.height(len(below))
}

// center is the middle between the arcs of a picture with so many people above.
func (a arcs) center(above int, top float64) picture.Spot {
	return picture.Spot{X: a.w / 2, Y: top + a.height(above) + a.apart/2}
}

// height is how far an arc of n people reaches from the middle, with the label of the one
// where it turns.
func (a arcs) height(n int) float64 {
	if n%2 == 1 {
		return a.radius(n) + 20 + picture.LetterH
	}
	return (float64(n/2)-0.2)*a.step + 30
}

func (a arcs) radius(n int) float64 { return (float64(n/2) + 0.6) * a.step }

// arc puts people on half an ellipse: way -1 above its center, 1 below.
func (a arcs) arc(people []picture.Point, center picture.Spot, way float64) []picture.Point {
	half := len(people) / 2
	rx, ry := a.w*0.25, a.radius(len(people))
	for i := range people {
		p := &people[i]
		if i == len(people)-1 && len(people)%2 == 1 {
			p.At, p.Side, p.Room = picture.Spot{X: center.X, Y: center.Y + way*ry}, picture.Below, rx*1.6
			if way < 0 {
				p.Side = picture.Above
			}
			continue
		}
		dy := (float64(i%half) + 0.6) * a.step
		dx := rx * math.Sqrt(1-dy*dy/(ry*ry))
		p.Side = picture.Right
		if i < half {
			dx, p.Side = -dx, picture.Left
		}
		p.At = picture.Spot{X: center.X + dx, Y: center.Y + way*dy}
		p.Room = a.w/2 - math.Abs(dx) - 24
	}
	return people
}

// bend is how a line between two people goes round those between them: along one side of
// the picture towards its middle.
func (a arcs) bend(from, to picture.Spot) float64 {
	middle := a.w / 2
	if (from.X-middle)*(to.X-middle) <= 0 {
		return 0
	}
	long := math.Hypot(to.X-from.X, to.Y-from.Y)
	out := min(long*0.2, 45)
	if (to.Y > from.Y) == (from.X < middle) { // the middle is on the left of the way
		return -out
	}
	return out
}
