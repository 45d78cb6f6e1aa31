package domain

import "slices"

// Departure is what a person leaves behind who leaves with a given day as their
// last: everything that runs on after it or begins later.
type Departure struct {
	Memberships []Membership // by group and first day
	Relations   []Relation   // by id, withdrawn ones left out
	Assignments []Assignment // by role and first day
	// Handovers are those of Relations that only one at a time can hold.
	Handovers []Handover
	// Shifts still roster the leaver after the last day, by id. Leaving changes
	// none of them: planning is somebody's decision.
	Shifts []Shift
}

// Handover is a relation of an exclusive type that a leaver gives up.
type Handover struct {
	Relation Relation
	// Vacant are the days that somebody could take over.
	Vacant Period
	// Planned is who holds the type for the client next; empty where nobody does.
	Planned RelationID
	// Candidates are proposed, by id: people who stand in another relation of the
	// same kind with the client on the first vacant day, and in no negative one.
	Candidates []PersonID
}

// Asks reports whether somebody has to be found: nobody is planned.
func (h Handover) Asks() bool { return h.Planned == "" }

func (d Departure) handover(id RelationID) (Handover, bool) {
	at := slices.IndexFunc(d.Handovers, func(h Handover) bool { return h.Relation.ID == id })
	if at < 0 {
		return Handover{}, false
	}
	return d.Handovers[at], true
}

// Leaving returns what person leaves behind with through as their last day.
func Leaving(w World, person PersonID, through Date) Departure {
	var d Departure
	after := through + 1
	for m := range w.MembershipsOf(person) {
		if !m.Ended(after) {
			d.Memberships = append(d.Memberships, m)
		}
	}
	for r := range w.RelationsOf(person) {
		if r.Withdrawn || r.Ended(after) {
			continue
		}
		d.Relations = append(d.Relations, r)
		// A client who leaves needs nobody new; nor does a type without effect (E7).
		if t, _ := w.RelationType(r.Type); r.Person == person && t.Exclusive && !t.SwitchedOff {
			d.Handovers = append(d.Handovers, handover(w, r, t, after))
		}
	}
	for a := range w.AssignmentsOf(person) {
		if !a.Ended(after) {
			d.Assignments = append(d.Assignments, a)
		}
	}
	for s := range w.Shifts() {
		if s.Date > through && (slices.Contains(s.Employees, person) || slices.Contains(s.Clients, person)) {
			d.Shifts = append(d.Shifts, s)
		}
	}
	return d
}

func handover(w World, r Relation, t RelationType, after Date) Handover {
	h := Handover{Relation: r, Vacant: Period{From: max(after, r.From), Through: r.Through}}
	var next Date
	for o := range w.RelationsOf(r.Client) {
		planned := o.Client == r.Client && o.Type == r.Type && o.Person != r.Person && !o.Withdrawn && o.From > r.last()
		if planned && (next == 0 || o.From < next) {
			h.Planned, next = o.ID, o.From
		}
	}
	var unwanted []PersonID
	for o := range w.RelationsOf(r.Client) {
		u, counts := w.InEffect(o, h.Vacant.From)
		switch other, _ := w.Person(o.Person); {
		case !counts || o.Client != r.Client || o.Person == r.Person:
		case u.Negative:
			unwanted = append(unwanted, o.Person)
		case u.Kind == t.Kind && w.FitsKind(other, t.Kind): // N1; a counselor who is the client's mother is not proposed
			h.Candidates = append(h.Candidates, o.Person)
		}
	}
	slices.Sort(h.Candidates)
	h.Candidates = slices.DeleteFunc(slices.Compact(h.Candidates), func(p PersonID) bool { return slices.Contains(unwanted, p) })
	return h
}
