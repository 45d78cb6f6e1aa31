package sight

import (
	"slices"

	"zichtlijn/domain"
)

// laterDay is a day after the reference date on which an edit may turn something
// anew, and for whom.
type laterDay struct {
	on      domain.Date
	viewers []domain.PersonID
}

// fewDays is how many viewers times days are looked at for every period that
// they have. An edit that touches more is looked at on the days that it sets
// itself.
const fewDays = 2000

// laterDays returns the days after on that are worth a look, in order. viewers
// are all whose sight the edit could turn, on whatever day.
func (s scale) laterDays(viewers []domain.PersonID, on domain.Date) []laterDay {
	var out []laterDay
	if len(viewers) <= fewDays {
		days := after(on, s.daysAround(viewers))
		if len(days)*len(viewers) <= fewDays {
			for _, d := range days {
				out = append(out, laterDay{d, viewers})
			}
			return out
		}
	}
	begins := map[domain.Date][]domain.Change{}
	var days []domain.Date
	for _, c := range s.changes {
		own := daysOf(c)
		days = append(days, own...)
		for _, d := range own {
			begins[d] = append(begins[d], c)
		}
	}
	for _, d := range after(on, days) {
		out = append(out, laterDay{d, touched(s.before, s.after, begins[d], d)})
	}
	return out
}

// after returns the days after on, in order, each once.
func after(on domain.Date, days []domain.Date) []domain.Date {
	slices.Sort(days)
	days = slices.Compact(days)
	at, _ := slices.BinarySearch(days, on+1)
	return days[at:]
}

// daysAround returns every day on which a period of one of the people begins or
// has ended, in either World: their own, and those of the clients to whom they
// are linked. Where counselors see every group (G6), whom somebody sees can hang
// on anybody's days.
func (s scale) daysAround(people []domain.PersonID) []domain.Date {
	if (policy{s.before.Readings()}).unlinked().Holds() || (policy{s.after.Readings()}).unlinked().Holds() {
		people = everybody(s.before, s.after)
	}
	var out []domain.Date
	seen := map[domain.PersonID]bool{}
	for _, w := range []domain.World{s.before, s.after} {
		clear(seen)
		for _, id := range people {
			out = daysOfPerson(out, w, id, seen)
			for r := range w.RelationsOf(id) {
				out = daysOfPerson(out, w, r.Client, seen)
			}
		}
	}
	return out
}

func daysOfPerson(out []domain.Date, w domain.World, id domain.PersonID, seen map[domain.PersonID]bool) []domain.Date {
	if seen[id] {
		return out
	}
	seen[id] = true
	if p, _ := w.Person(id); p.InactiveFrom != 0 {
		out = append(out, p.InactiveFrom)
	}
	for m := range w.MembershipsOf(id) {
		out = daysOfPeriod(out, m.Period)
	}
	for r := range w.RelationsOf(id) {
		out = daysOfPeriod(out, r.Period)
	}
	return out
}

// daysOf returns the days on which something begins or has ended by what a
// change replaces and sets.
func daysOf(c domain.Change) []domain.Date {
	var out []domain.Date
	switch {
	case c.Membership != nil:
		for _, m := range both(c.Membership) {
			out = daysOfPeriod(out, m.Period)
		}
	case c.Relation != nil:
		for _, r := range both(c.Relation) {
			out = daysOfPeriod(out, r.Period)
		}
	case c.Person != nil:
		for _, p := range both(c.Person) {
			if p.InactiveFrom != 0 {
				out = append(out, p.InactiveFrom)
			}
		}
	}
	return out
}

// daysOfPeriod adds the first day and the day after the last.
func daysOfPeriod(out []domain.Date, p domain.Period) []domain.Date {
	if p.From != 0 {
		out = append(out, p.From)
	}
	if p.Through != 0 && p.Through < domain.LastDate {
		out = append(out, p.Through+1)
	}
	return out
}
