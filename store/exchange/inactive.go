package exchange

import "zichtlijn/domain"

// inactiveKey is our own extension: the schema says that somebody is not active,
// and we know since when. {"P13": "2026-07-01"} is the first day on which P13
// counts no more. A reader that does not know it takes P13 for inactive always,
// which shows less and never more.
const inactiveKey = "zichtlijn.inactiveFrom"

// activity is the flag active of a person. Without a date it means never active;
// a date that the set-up has already is not lost to it.
func activity() property[domain.Person] {
	type T = domain.Person
	return property[T]{
		key: "active",
		read: func(r *reader, n *node, into *T) bool {
			ok := r.is(n, boolean)
			if ok && n.text == "false" {
				into.InactiveFrom = domain.FirstDate
			}
			return ok
		},
		merge: func(into, from *T) {
			if from.InactiveFrom != domain.FirstDate || into.InactiveFrom == 0 {
				into.InactiveFrom = from.InactiveFrom
			}
		},
		write: func(from *T) (node, bool) { return boolNode(from.InactiveFrom == 0), from.InactiveFrom != 0 },
	}
}

// sinceWhen gives the dates of our extension to the persons of the same file.
func sinceWhen(r *reader, people patches[domain.Person]) {
	if r.inactive == nil || !r.is(r.inactive, object) {
		return
	}
	at := make(map[string]*patch[domain.Person], len(people))
	for i := range people {
		at[string(people[i].values.ID)] = &people[i]
	}
	for i := range r.inactive.kids {
		kid := &r.inactive.kids[i]
		r.in(step{key: kid.key}, func() {
			if !r.is(kid, text) {
				return
			}
			d, err := domain.ParseDate(kid.text)
			p, known := at[kid.key]
			switch {
			case err != nil:
				r.refuse(kid, WrongDate)
			case !known || p.values.InactiveFrom == 0:
				r.refuseValue(kid, NotInactive, kid.key)
			default:
				p.values.InactiveFrom = d
			}
		})
	}
}

// inactiveSince is our extension for everybody of whom the day is known.
func inactiveSince(w domain.World) (n node, set bool) {
	n = node{kind: object}
	for p := range w.Persons() {
		if p.InactiveFrom > domain.FirstDate {
			n.kids = append(n.kids, textNode(p.InactiveFrom.String()).under(string(p.ID)))
		}
	}
	return n.under(inactiveKey), len(n.kids) > 0
}
