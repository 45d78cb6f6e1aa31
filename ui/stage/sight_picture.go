package stage

import (
	"math"

	"zichtlijn/domain"
)

// Sight is how many people the person sees under a setting: what the small picture of that
// setting is drawn from. Who is seen in the group is not counted in the network. Nobody else
// stands in it: the person may not know them (C4).
type Sight struct {
	Group   SightCounts `json:"group"`
	Network SightCounts `json:"network"`
}

// SightCounts are people who are seen in one place.
type SightCounts struct {
	Counselors int `json:"counselors,omitempty"`
	Users      int `json:"users,omitempty"`
}

func (s *SightCounts) add(as domain.Role) {
	if as.IsCounselor() {
		s.Counselors++
		return
	}
	s.Users++
}

func sightOf(here, network seen) Sight {
	var out Sight
	for _, p := range here {
		out.Group.add(p.as)
	}
	for id, p := range network {
		if here[id] == nil {
			out.Network.add(p.as)
		}
	}
	return out
}

const (
	reach    = 68.0 // degrees that an arc goes to each side of its middle
	mostDots = 48   // on an arc: more stand too close to be told apart
	// roundFrom is how large a disc must be to look like one.
	roundFrom = 4
)

// picture draws the person in the middle of w by h cells, with a line to each whom they see:
// counselors on the arc above, users on the one below, those of the network on dotted lines.
func (s Sight) picture(w, h int) []string {
	g := grid{w, 2 * h, make([]bool, max(w*2*h, 0))}
	size := 2 + min(max(h-4, 0)/3, 3) // points from side to side of somebody
	rx, ry := (w-size)/2, h-(size+1)/2
	for _, arc := range []struct {
		group, network, way int
		square              bool
	}{{s.Group.Counselors, s.Network.Counselors, -1, true}, {s.Group.Users, s.Network.Users, 1, size < roundFrom}} {
		group, network := shrunk(arc.group, arc.network)
		for i, angle := range angles(group + network) {
			x, y := round(float64(rx)*math.Sin(angle)), round(float64(ry)*math.Cos(angle))*arc.way
			g.line(x, y, i >= group)
			g.blot(x, y, size, arc.square)
		}
	}
	g.blot(0, 0, size+2, size+2 < roundFrom)
	return bitmap{g.w, g.h, func(x, y int) bool { return g.points[y*g.w+x] }}.rows()
}

// shrunk keeps the share of both where there are more than an arc can show, and one of each
// where there is one.
func shrunk(group, network int) (int, int) {
	group, network = max(group, 0), max(network, 0)
	if group <= mostDots && network <= mostDots-group {
		return group, network
	}
	shown := round(mostDots * float64(group) / (float64(group) + float64(network)))
	return max(min(group, shown), min(group, 1)), max(min(network, mostDots-shown), min(network, 1))
}

// angles are where n people stand on an arc, from its middle.
func angles(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		if n > 1 {
			out[i] = reach * math.Pi / 180 * (2*float64(i)/float64(n-1) - 1)
		}
	}
	return out
}

func round(f float64) int { return int(math.Round(f)) }

// grid is points that are drawn or not. Spots are counted from its middle.
type grid struct {
	w, h   int
	points []bool
}

func (g grid) set(x, y int) {
	x, y = x+g.w/2, y+g.h/2
	if 0 <= x && x < g.w && 0 <= y && y < g.h {
		g.points[y*g.w+x] = true
	}
}

// line goes from the middle.
func (g grid) line(x, y int, dotted bool) {
	steps := max(x, -x, y, -y)
	for i := range steps {
		if dotted && i%4 > 1 {
			continue
		}
		at := float64(i) / float64(steps)
		g.set(round(float64(x)*at), round(float64(y)*at))
	}
}

// blot draws somebody: a square, or a disc.
func (g grid) blot(x, y, size int, square bool) {
	middle := float64(size-1) / 2
	for dy := range size {
		for dx := range size {
			if square || math.Hypot(float64(dx)-middle, float64(dy)-middle) < float64(size)*0.54 {
				g.set(x+dx-size/2, y+dy-size/2)
			}
		}
	}
}
