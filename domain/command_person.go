package domain

// The verbs about persons.
const (
	VerbPersonAdd        Verb = "person.add"
	VerbPersonEdit       Verb = "person.edit"
	VerbPersonDeactivate Verb = "person.deactivate"
	VerbPersonReactivate Verb = "person.reactivate"
	VerbPersonRemove     Verb = "person.remove"
)

// AddPerson adds somebody. Without an id they get the next free one.
type AddPerson struct{ Person Person }

// Verb implements Command.
func (AddPerson) Verb() Verb { return VerbPersonAdd }

// Plan implements Command.
func (c AddPerson) Plan(w World) ([]Change, error) {
	p := c.Person
	if p.ID == "" {
		p.ID = PersonID(w.Next(PersonNoun))
	}
	if err := fresh(w, refPerson(p.ID)); err != nil {
		return nil, err
	}
	return settle(w, Change{Person: between(nil, &p)})
}

// EditPerson replaces what is known of somebody by Person, whose id says whom.
type EditPerson struct{ Person Person }

// Verb implements Command.
func (EditPerson) Verb() Verb { return VerbPersonEdit }

// Plan implements Command.
func (c EditPerson) Plan(w World) ([]Change, error) { return replacePerson(w, c.Person) }

// DeactivatePerson makes somebody count no more from the day From on: they see
// nobody and nobody sees them, while memberships and relations stay on record.
type DeactivatePerson struct {
	ID   PersonID
	From Date
}

// Verb implements Command.
func (DeactivatePerson) Verb() Verb { return VerbPersonDeactivate }

// Plan implements Command.
func (c DeactivatePerson) Plan(w World) ([]Change, error) {
	p, ok := w.Person(c.ID)
	if !ok {
		return nil, missing(refPerson(c.ID))
	}
	if c.From == 0 {
		return nil, Refusal{Code: ValueMissing, Subject: refPerson(c.ID), Field: "inactiveFrom"}
	}
	p.InactiveFrom = c.From
	return replacePerson(w, p)
}

// ReactivatePerson makes somebody count again, on every day.
type ReactivatePerson struct{ ID PersonID }

// Verb implements Command.
func (ReactivatePerson) Verb() Verb { return VerbPersonReactivate }

// Plan implements Command.
func (c ReactivatePerson) Plan(w World) ([]Change, error) {
	p, ok := w.Person(c.ID)
	if !ok {
		return nil, missing(refPerson(c.ID))
	}
	p.InactiveFrom = 0
	return replacePerson(w, p)
}

// RemovePerson forgets somebody to whom nothing refers any more.
type RemovePerson struct{ ID PersonID }

// Verb implements Command.
func (RemovePerson) Verb() Verb { return VerbPersonRemove }

// Plan implements Command.
func (c RemovePerson) Plan(w World) ([]Change, error) {
	p, ok := w.Person(c.ID)
	if !ok {
		return nil, missing(refPerson(c.ID))
	}
	return settle(w, Change{Person: between(&p, nil)})
}

func replacePerson(w World, p Person) ([]Change, error) {
	was, ok := w.Person(p.ID)
	if !ok {
		return nil, missing(refPerson(p.ID))
	}
	if was.Equal(p) {
		return nil, Refusal{Code: NothingToDo, Subject: refPerson(p.ID)}
	}
	return settle(w, Change{Person: between(&was, &p)})
}
