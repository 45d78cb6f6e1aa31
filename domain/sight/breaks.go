package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Breaks returns the first day after on on which an agreement that holds on it
// no longer does, by the periods that are known now; false where it goes on to
// hold, and where it is broken already.
func Breaks(w domain.World, a domain.Agreement, on domain.Date) (domain.Date, bool) {
	if !VerdictOn(w, a, on).Holds {
		return 0, false
	}
	for _, day := range turning(w, a, on) {
		if !VerdictOn(w, a, day).Holds {
			return day, true
		}
	}
	return 0, false
}

// turning returns, in order, the days after on on which anything begins or ends
// that the agreement could hang on: between two of them nothing changes. It may
// name too many days, never too few.
func turning(w domain.World, a domain.Agreement, on domain.Date) []domain.Date {
	d := days{w: w, after: on}
	if a.Kind.OfPair() {
		for _, p := range []domain.PersonID{a.Viewer, a.Other} {
			d.person(p)
			for m := range w.MembershipsOf(p) {
				d.period(m.Period)
			}
			for r := range w.RelationsOf(p) {
				d.period(r.Period)
				d.person(r.Opposite(p)) // the client whose network it is
			}
		}
	} else {
		for m := range w.MembersOf(a.Group) {
			d.period(m.Period)
			d.person(m.Person)
		}
	}
	slices.Sort(d.found)
	return slices.Compact(d.found)
}

// days gathers the days after one day.
type days struct {
	w     domain.World
	after domain.Date
	found []domain.Date
}

func (d *days) add(on domain.Date) {
	if on > d.after {
		d.found = append(d.found, on)
	}
}

func (d *days) period(p domain.Period) {
	d.add(p.From)
	if p.Through != 0 {
		d.add(p.Through + 1)
	}
}

// person adds the first day on which somebody counts no more.
func (d *days) person(id domain.PersonID) {
	p, _ := d.w.Person(id)
	d.add(p.InactiveFrom)
}
