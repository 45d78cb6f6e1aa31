package sight

import (
	"cmp"
	"iter"
	"slices"

	"zichtlijn/domain"
)

// Sights is everything that one viewer sees and may do: one line of the matrix.
type Sights struct {
	Viewer  domain.PersonID
	Persons []Sightline  // by other
	Groups  []GroupSight // by group
}

// GroupSight is a group that a viewer sees or can message.
type GroupSight struct {
	Group domain.GroupID
	Stake Stake
	Rows  []domain.PersonID // whom the viewer sees in it, by id
}

// Matrix returns every sightline on a day, viewer by viewer in order of id.
// Whoever sees nothing and nobody is left out.
func Matrix(w domain.World, on domain.Date) iter.Seq[Sights] {
	return func(yield func(Sights) bool) {
		for v := range w.Persons() {
			if s := sights(w, v.ID, on); !s.empty() && !yield(s) {
				return
			}
		}
	}
}

// Within returns what of Matrix runs between people who are both in a group on
// that day, on any ground; of groups it has that group only.
func Within(w domain.World, group domain.GroupID, on domain.Date) iter.Seq[Sights] {
	members := w.MembersOn(group, on) // by person
	outside := func(l Sightline) bool {
		_, in := slices.BinarySearchFunc(members, l.Other, func(m domain.Member, id domain.PersonID) int { return cmp.Compare(m.Person, id) })
		return !in
	}
	return func(yield func(Sights) bool) {
		for _, m := range members {
			s := sights(w, m.Person, on)
			s.Persons = slices.DeleteFunc(s.Persons, outside)
			s.Groups = slices.DeleteFunc(s.Groups, func(g GroupSight) bool { return g.Group != group })
			if !s.empty() && !yield(s) {
				return
			}
		}
	}
}

func (s Sights) empty() bool { return len(s.Persons) == 0 && len(s.Groups) == 0 }

func sights(w domain.World, viewer domain.PersonID, on domain.Date) Sights {
	p, b := Tiles(w, viewer, on)
	out := Sights{Viewer: viewer, Persons: gatherTiles(viewer, p, b)}
	// A group stands in either tile or in both; both lists are in order of id.
	for len(p.Groups) > 0 || len(b.Groups) > 0 {
		var g GroupRows
		switch {
		case len(b.Groups) == 0 || len(p.Groups) > 0 && p.Groups[0].Group <= b.Groups[0].Group:
			g, p.Groups = p.Groups[0], p.Groups[1:]
			if len(b.Groups) > 0 && b.Groups[0].Group == g.Group {
				b.Groups = b.Groups[1:]
			}
		default:
			g, b.Groups = b.Groups[0], b.Groups[1:]
		}
		line := GroupSight{Group: g.Group, Stake: g.Stake}
		for _, r := range g.Rows {
			line.Rows = append(line.Rows, r.Person)
		}
		out.Groups = append(out.Groups, line)
	}
	return out
}
