package domain

// The verbs about relations and their types.
const (
	VerbTypeAdd        Verb = "type.add"
	VerbTypeEdit       Verb = "type.edit"
	VerbTypeRemove     Verb = "type.remove"
	VerbRelationAdd    Verb = "relation.add"
	VerbRelationEdit   Verb = "relation.edit"
	VerbRelationEnd    Verb = "relation.end"
	VerbRelationRemove Verb = "relation.remove"
)

// AddRelationType adds a type. Without an id it gets the next free one.
type AddRelationType struct{ Type RelationType }

// Verb implements Command.
func (AddRelationType) Verb() Verb { return VerbTypeAdd }

// Plan implements Command.
func (c AddRelationType) Plan(w World) ([]Change, error) {
	t := c.Type
	if t.ID == "" {
		t.ID = RelationTypeID(w.Next(RelationTypeNoun))
	}
	if err := fresh(w, refType(t.ID)); err != nil {
		return nil, err
	}
	return settle(w, Change{RelationType: between(nil, &t)})
}

// EditRelationType replaces a type by Type, whose id says which.
type EditRelationType struct{ Type RelationType }

// Verb implements Command.
func (EditRelationType) Verb() Verb { return VerbTypeEdit }

// Plan implements Command.
func (c EditRelationType) Plan(w World) ([]Change, error) {
	was, ok := w.RelationType(c.Type.ID)
	if !ok {
		return nil, missing(refType(c.Type.ID))
	}
	if was.Equal(c.Type) {
		return nil, Refusal{Code: NothingToDo, Subject: refType(c.Type.ID)}
	}
	return settle(w, Change{RelationType: between(&was, &c.Type)})
}

// RemoveRelationType removes a type that nothing uses; one in use is switched off instead (E7).
type RemoveRelationType struct{ ID RelationTypeID }

// Verb implements Command.
func (RemoveRelationType) Verb() Verb { return VerbTypeRemove }

// Plan implements Command.
func (c RemoveRelationType) Plan(w World) ([]Change, error) {
	was, ok := w.RelationType(c.ID)
	if !ok {
		return nil, missing(refType(c.ID))
	}
	return settle(w, Change{RelationType: between(&was, nil)})
}

// AddRelation adds a relation. Without an id it gets the next free one. A
// relation of an exclusive type replaces the client's others of that type (E8):
// the changes name each of them, and all is one edit.
type AddRelation struct{ Relation Relation }

// Verb implements Command.
func (AddRelation) Verb() Verb { return VerbRelationAdd }

// Plan implements Command.
func (c AddRelation) Plan(w World) ([]Change, error) {
	n := c.Relation
	if n.ID == "" {
		n.ID = RelationID(w.Next(RelationNoun))
	}
	at := Ref{RelationNoun, n.Key()}
	if err := fresh(w, at); err != nil {
		return nil, err
	}
	t, _ := w.RelationType(n.Type)
	var changes []Change
	for r := range w.RelationsOf(n.Client) {
		if r.Client != n.Client || r.Type != n.Type || r.Withdrawn || !r.Overlaps(n.Period) {
			continue
		}
		if t.Exclusive {
			changes = append(changes, replaced(r, n))
		} else if r.Person == n.Person {
			return nil, Refusal{Code: AlreadyRelated, Subject: at, Field: "from", Others: []Ref{{RelationNoun, r.Key()}}}
		}
	}
	return settle(w, append(changes, Change{Relation: between(nil, &n)})...)
}

// replaced is what n does to r (E8): r ends on the day before n begins, or never
// begins at all.
func replaced(r, n Relation) Change {
	now := r
	now.ReplacedBy = n.ID
	if r.From < n.From {
		now.Through = n.From - 1
	} else {
		now.Withdrawn = true
	}
	return Change{Relation: between(&r, &now)}
}

// EditRelation replaces a relation by Relation, whose id says which. It never
// replaces another: an overlap of an exclusive type is refused (E8).
type EditRelation struct{ Relation Relation }

// Verb implements Command.
func (EditRelation) Verb() Verb { return VerbRelationEdit }

// Plan implements Command.
func (c EditRelation) Plan(w World) ([]Change, error) {
	was, ok := w.Relation(c.Relation.ID)
	at := Ref{RelationNoun, c.Relation.Key()}
	if !ok {
		return nil, missing(at)
	}
	if was.Equal(c.Relation) {
		return nil, Refusal{Code: NothingToDo, Subject: at}
	}
	return settle(w, Change{Relation: between(&was, &c.Relation)})
}

// EndRelations ends relations with the day Through as their last, as one edit.
// Nobody returns by itself who was replaced before (E8).
type EndRelations struct {
	IDs     []RelationID
	Through Date
}

// Verb implements Command.
func (EndRelations) Verb() Verb { return VerbRelationEnd }

// Plan implements Command.
func (c EndRelations) Plan(w World) ([]Change, error) {
	changes := make([]Change, 0, len(c.IDs))
	for _, id := range c.IDs {
		was, ok := w.Relation(id)
		at := Ref{RelationNoun, string(id)}
		if !ok {
			return nil, missing(at)
		}
		if was.Withdrawn && c.Through != 0 {
			return nil, Refusal{Code: NotRunning, Subject: at, Date: was.Through}
		}
		if err := mayEnd(at, was.Period, c.Through); err != nil {
			return nil, err
		}
		if was.Through == c.Through {
			continue
		}
		now := was
		now.Through = c.Through
		changes = append(changes, Change{Relation: between(&was, &now)})
	}
	return settle(w, changes...)
}

// RemoveRelation takes a relation off the record, as if it had never been: for
// a mistake. What was so and is over is ended instead.
type RemoveRelation struct{ ID RelationID }

// Verb implements Command.
func (RemoveRelation) Verb() Verb { return VerbRelationRemove }

// Plan implements Command.
func (c RemoveRelation) Plan(w World) ([]Change, error) {
	was, ok := w.Relation(c.ID)
	if !ok {
		return nil, missing(Ref{RelationNoun, string(c.ID)})
	}
	return settle(w, Change{Relation: between(&was, nil)})
}
