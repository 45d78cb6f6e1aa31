package sight

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// boundary is something that begins or has ended on a day, in one of the two Worlds
// of a weighing: a membership (group is set), a relation (client is set), or the
// activity of a person.
type boundary struct {
	on     domain.Date
	person domain.PersonID
	group  domain.GroupID
	client domain.PersonID
}

// boundaries are in order of their day. Between two of them nothing turns.
type boundaries []boundary

// boundariesOf returns what begins or ends after the day on, in either World, for
// people and for the clients to whom they are linked. It is of everybody where counselors
// see every group (G6), and where the Worlds share no index: what each knows of others
// must be of the same day.
func (s weigher) boundariesOf(people []domain.PersonID, on domain.Date) boundaries {
	if s.unlinked() || !shareable(s.changes) {
		people = everybody(s.before, s.after)
	}
	var out boundaries
	for _, w := range []domain.World{s.before, s.after} {
		seen := map[domain.PersonID]bool{}
		add := func(id domain.PersonID) {
			if !seen[id] {
				seen[id] = true
				out.addPerson(w, id, on)
			}
		}
		for _, id := range people {
			add(id)
			for r := range w.RelationsOf(id) {
				add(r.Client)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b boundary) int { return cmp.Compare(a.on, b.on) })
	return out
}

// unlinked reports whether counselors see every group in either World (G6).
func (s weigher) unlinked() bool {
	return (policy{s.before.Readings()}).unlinked().Holds() || (policy{s.after.Readings()}).unlinked().Holds()
}

func (b *boundaries) addPerson(w domain.World, id domain.PersonID, after domain.Date) {
	add := func(one boundary, days ...domain.Date) {
		for _, one.on = range days {
			if one.on > after {
				*b = append(*b, one)
			}
		}
	}
	p, _ := w.Person(id)
	add(boundary{person: id}, p.InactiveFrom)
	for m := range w.MembershipsOf(id) {
		first, end := ends(m.Period)
		add(boundary{person: id, group: m.Group}, first, end)
	}
	for r := range w.RelationsOf(id) {
		first, end := ends(r.Period)
		add(boundary{person: r.Person, client: r.Client}, first, end)
	}
}

// days returns the days of the boundaries, each once.
func (b boundaries) days() dates {
	var out dates
	for _, one := range b {
		if len(out) == 0 || out[len(out)-1] != one.on {
			out = append(out, one.on)
		}
	}
	return out
}

// through divides b into the boundaries up to and including a day, and the rest.
func (b boundaries) through(on domain.Date) (until, rest boundaries) {
	at, _ := slices.BinarySearchFunc(b, on+1, func(one boundary, on domain.Date) int { return cmp.Compare(one.on, on) })
	return b[:at], b[at:]
}

// stale returns what the boundaries make out of date in the index of the day before.
// Every sightline that they turn has one of its people at one end.
func (b boundaries) stale(worlds ...domain.World) stale {
	s := noStale()
	for _, one := range b {
		switch {
		case one.group != "":
			s.groups[one.group], s.people[one.person] = true, true
		case one.client != "":
			s.relation(domain.Relation{Client: one.client, Person: one.person})
		default:
			for _, w := range worlds {
				s.person(w, one.person)
			}
		}
	}
	return s
}
