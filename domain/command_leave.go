package domain

// VerbPersonLeave is the verb of the one-date leaver action.
const VerbPersonLeave Verb = "person.leave"

// Why a handover is refused.
const (
	// NotHandedOver: Subject asks for no successor, because it is of no exclusive
	// type of the leaver's or ends of itself by then.
	NotHandedOver Code = "not-handed-over"
	// LeaverSucceeds: the leaver can not be their own successor on Subject.
	LeaverSucceeds Code = "leaver-succeeds"
)

// Successor says who takes over a relation that a leaver gives up.
type Successor struct {
	Relation RelationID
	Person   PersonID
}

// Leave ends everything of a person with the day Through as their last, as one
// edit (DOMAIN.md 4): memberships, relations and assignments that run on end
// then, those that would begin later are taken off or, for relations,
// withdrawn, and from the day after the person counts no more. Who was inactive
// earlier stays so.
//
// Successors take over relations of exclusive types from the day after for the
// rest of the leaver's own days, so that whoever is planned for later keeps
// their place; what they take over remembers it (E8).
type Leave struct {
	Person     PersonID
	Through    Date
	Successors []Successor
}

// Verb implements Command.
func (Leave) Verb() Verb { return VerbPersonLeave }

// Plan implements Command.
func (c Leave) Plan(w World) ([]Change, error) {
	at := refPerson(c.Person)
	p, ok := w.Person(c.Person)
	switch {
	case !ok:
		return nil, missing(at)
	case c.Through == 0:
		return nil, Refusal{Code: ValueMissing, Subject: at, Field: "through"}
	case c.Through >= LastDate: // there is no day after it
		return nil, Refusal{Code: ValueMalformed, Subject: at, Field: "through", Value: c.Through.String()}
	}
	d := Leaving(w, c.Person, c.Through)
	taken, err := c.taken(w, d)
	if err != nil {
		return nil, err
	}
	var changes []Change
	if after := c.Through + 1; p.ActiveOn(after) {
		now := p
		now.InactiveFrom = after
		changes = append(changes, Change{Person: between(&p, &now)})
	}
	changes = append(changes, c.memberships(d)...)
	changes = append(changes, c.relations(d, taken)...)
	changes = append(changes, c.assignments(d)...)
	for _, h := range d.Handovers {
		if n, ok := taken[h.Relation.ID]; ok {
			changes = append(changes, Change{Relation: between(nil, &n)})
		}
	}
	return settle(w, changes...)
}

// taken returns the successors' relations by what they take over.
func (c Leave) taken(w World, d Departure) (map[RelationID]Relation, error) {
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
			// Whoever ended the leaver's days early ends the successor's.
			ReplacedBy: h.Relation.ReplacedBy,
		}
	}
	return out, nil
}

func (c Leave) memberships(d Departure) []Change {
	var changes []Change
	for _, m := range d.Memberships {
		if m.Ahead(c.Through) {
			changes = append(changes, Change{Membership: between(&m, nil)})
			continue
		}
		now := m
		now.Through = c.Through
		changes = append(changes, Change{Membership: between(&m, &now)})
	}
	return changes
}

func (c Leave) relations(d Departure, taken map[RelationID]Relation) []Change {
	var changes []Change
	for _, r := range d.Relations {
		now := r
		if r.Ahead(c.Through) {
			now.Withdrawn = true
		} else {
			now.Through = c.Through
		}
		if n, ok := taken[r.ID]; ok {
			now.ReplacedBy = n.ID
		}
		changes = append(changes, Change{Relation: between(&r, &now)})
	}
	return changes
}

func (c Leave) assignments(d Departure) []Change {
	var changes []Change
	for _, a := range d.Assignments {
		if a.Ahead(c.Through) {
			changes = append(changes, Change{Assignment: between(&a, nil)})
			continue
		}
		now := a
		now.Through = c.Through
		changes = append(changes, Change{Assignment: between(&a, &now)})
	}
	return changes
}
