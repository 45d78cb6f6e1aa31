package sight

import (
	"slices"

	"zichtlijn/domain"
)

// dates collects the days on which periods begin or have ended: between two of
// them nothing turns. It may hold too many days, never too few; zero stands for
// no day.
type dates []domain.Date

// addPeriod adds the first day and the day after the last.
func (d *dates) addPeriod(p domain.Period) {
	first, end := ends(p)
	*d = append(*d, first, end)
}

// ends returns the first day and the day after the last; zero for one that is open.
func ends(p domain.Period) (first, end domain.Date) {
	if p.Through != 0 && p.Through < domain.LastDate {
		end = p.Through + 1
	}
	return p.From, end
}

// addInactive adds the first day on which somebody is no longer active.
func (d *dates) addInactive(w domain.World, id domain.PersonID) {
	p, _ := w.Person(id)
	*d = append(*d, p.InactiveFrom)
}

// addPerson adds the days of a person, their memberships and their relations.
func (d *dates) addPerson(w domain.World, id domain.PersonID) {
	d.addInactive(w, id)
	for m := range w.MembershipsOf(id) {
		d.addPeriod(m.Period)
	}
	for r := range w.RelationsOf(id) {
		d.addPeriod(r.Period)
	}
}

// after returns the days after on, in order, each once.
func (d dates) after(on domain.Date) []domain.Date {
	slices.Sort(d)
	days := slices.Compact(d)
	at, _ := slices.BinarySearch(days, on+1)
	return days[at:]
}

// pairDays returns the days on which a sightline between two people may turn.
func pairDays(w domain.World, viewer, other domain.PersonID) dates {
	var out dates
	for _, id := range []domain.PersonID{viewer, other} {
		out.addPerson(w, id)
		for r := range w.RelationsOf(id) {
			out.addInactive(w, r.Client) // N3: a client who is no longer active joins nobody
		}
	}
	return out
}
