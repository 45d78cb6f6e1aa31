package domain

import "slices"

// Departure is everything of a person who leaves that runs on after their last day,
// or begins later.
type Departure struct {
	Memberships []Membership // by group and first day
	Relations   []Relation   // by id, withdrawn ones left out
	Assignments []Assignment // by role and first day
	// Handovers are those of Relations that only one at a time can hold.
	Handovers []Handover
	// Shifts are those after the last day that still roster the leaver, by id. Leave
	// changes none of them: planning is a decision of its own.
	Shifts []Shift
}

// Handover is a relation of an exclusive type that a leaver gives up.
type Handover struct {
	Relation Relation
	// Vacant are the days for a successor.
	Vacant Period
	// Planned is the client's next relation of the type; empty if there is none.
	Planned RelationID
	// Candidates are proposed successors, by id: people in another relation of the
	// same kind with the client on the first vacant day, and in no negative one.
	Candidates []PersonID
}

// NeedsSuccessor reports whether nobody is planned.
func (h Handover) NeedsSuccessor() bool { return h.Planned == "" }

func (d Departure) handover(id RelationID) (Handover, bool) {
	at := slices.IndexFunc(d.Handovers, func(h Handover) bool { return h.Relation.ID == id })
	if at < 0 {
		return Handover{}, false
	}
	return d.Handovers[at], true
}

// Leaving returns the Departure of person with the last day through.
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

// VerbPersonLeave is the verb of the one-date leaver action.
const VerbPersonLeave Verb = "person.leave"

// Why a handover is refused.
const (
	// NotHandedOver: Subject needs no successor, because it is no relation of the
	// leaver's of an exclusive type, or ends by itself before that day.
	NotHandedOver Code = "not-handed-over"
	// LeaverSucceeds: the leaver can not be their own successor on Subject.
	LeaverSucceeds Code = "leaver-succeeds"
)

// Successor is who takes over a relation of a leaver.
type Successor struct {
	Relation RelationID
	Person   PersonID
}

// Leave ends everything of a person with the last day Through, as one edit
// (DOMAIN.md 4). Memberships, relations and assignments that run on end then. Later
// ones are removed; later relations are withdrawn. From the day after the person is
// inactive; an earlier such day stays.
//
// Successors take over relations of exclusive types from the day after until the
// leaver's own last day in them, so that whoever is planned next keeps their place.
// The relations that they take over name them in ReplacedBy (E8).
type Leave struct {
	Person     PersonID
	Through    Date
	Successors []Successor
}

func (Leave) Verb() Verb { return VerbPersonLeave }

func (c Leave) Plan(w World) ([]Change, error) {
	at := refPerson(c.Person)
	p, ok := w.Person(c.Person)
	switch {
	case !ok:
		return nil, missing(at)
	case c.Through == 0:
		return nil, Refusal{Code: ValueMissing, Subject: at, Field: "through"}
	case c.Through >= LastDate: // there is no day after it
		return nil, Refusal{Code: NoDayAfter, Subject: at, Field: "through", Date: LastDate}
	}
	d := Leaving(w, c.Person, c.Through)
	successors, err := c.successors(w, d)
	if err != nil {
		return nil, err
	}
	var changes []Change
	if after := c.Through + 1; p.ActiveOn(after) {
		now := p
		now.InactiveFrom = after
		changes = append(changes, Change{Person: newSwap(&p, &now)})
	}
	changes = append(changes, leave(MembershipNoun, d.Memberships, c.Through, (*Membership).period)...)
	changes = append(changes, c.relations(d, successors)...)
	changes = append(changes, leave(AssignmentNoun, d.Assignments, c.Through, (*Assignment).period)...)
	for _, h := range d.Handovers {
		if n, ok := successors[h.Relation.ID]; ok {
			changes = append(changes, Change{Relation: newSwap(nil, &n)})
		}
	}
	return plan(w, changes...)
}

// successors returns the new relations by the relation that each takes over.
func (c Leave) successors(w World, d Departure) (map[RelationID]Relation, error) {
	highest := numberAfter("R", w.Next(RelationNoun)) - 1
	out := make(map[RelationID]Relation, len(c.Successors))
	for i, s := range c.Successors {
		at := Ref{RelationNoun, string(s.Relation)}
		h, ok := d.handover(s.Relation)
		switch {
		case !w.Has(at):
			return nil, missing(at)
		case !ok:
			return nil, Refusal{Code: NotHandedOver, Subject: at}
		case s.Person == c.Person:
			return nil, Refusal{Code: LeaverSucceeds, Subject: at, Field: "person", Others: []Ref{refPerson(s.Person)}}
		}
		if _, twice := out[s.Relation]; twice {
			return nil, Refusal{Code: ValueRepeated, Subject: at, Field: "successor", Value: string(s.Relation)}
		}
		out[s.Relation] = Relation{
			ID:     RelationID(following("R", highest+i)),
			Client: h.Relation.Client,
			Person: s.Person,
			Type:   h.Relation.Type,
			Period: h.Vacant,
			// Whoever replaces the leaver later replaces the successor.
			ReplacedBy: h.Relation.ReplacedBy,
		}
	}
	return out, nil
}

func (c Leave) relations(d Departure, successors map[RelationID]Relation) []Change {
	var changes []Change
	for _, r := range d.Relations {
		now := r
		if r.Ahead(c.Through) {
			now.Withdrawn = true
		} else {
			now.Through = c.Through
		}
		if n, ok := successors[r.ID]; ok {
			now.ReplacedBy = n.ID
		}
		changes = append(changes, Change{Relation: newSwap(&r, &now)})
	}
	return changes
}

// leave ends the records that run on, and removes those that would begin later.
func leave[T record[T]](n Noun, all []T, through Date, period func(*T) *Period) []Change {
	var changes []Change
	for _, one := range all {
		if period(&one).Ahead(through) {
			changes = append(changes, changeOf(n, &one, nil))
			continue
		}
		changes = append(changes, ending(n, one, through, period))
	}
	return changes
}
