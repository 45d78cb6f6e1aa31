package domain

import (
	"slices"
	"strings"
)

// Person is somebody known to the portal or the care record. Never stored: BSN,
// diagnosis, medication, address.
type Person struct {
	ID               PersonID `cbor:"1,keyasint"`
	Number           string   `cbor:"2,keyasint,omitempty"` // clientnummer or medewerkernummer; text, leading zeros count
	Role             Role     `cbor:"3,keyasint"`           // default role; prefills memberships
	GivenName        string   `cbor:"4,keyasint"`
	Initials         string   `cbor:"5,keyasint,omitempty"`
	FamilyNamePrefix string   `cbor:"6,keyasint,omitempty"`
	FamilyName       string   `cbor:"7,keyasint"`           // NoFamilyName for a person with one name
	DisplayName      string   `cbor:"8,keyasint,omitempty"` // empty: made from the name, see Shown
	UserName         string   `cbor:"9,keyasint,omitempty"`
	Email            string   `cbor:"10,keyasint,omitempty"`
	BirthDate        Date     `cbor:"11,keyasint,omitempty"`
	Location         string   `cbor:"12,keyasint,omitempty"`
	Function         string   `cbor:"13,keyasint,omitempty"`
	Note             string   `cbor:"14,keyasint,omitempty"`
	// InactiveFrom is the first day on which the person is inactive; zero if they
	// stay active. FirstDate is "never active", as an exchange form without a date
	// means.
	InactiveFrom Date `cbor:"15,keyasint,omitempty"`
}

// NoFamilyName is the family name of a person who has one name only.
const NoFamilyName = "-"

// Key names the person among all persons.
func (p Person) Key() string { return string(p.ID) }

// Equal reports whether p and q say the same.
func (p Person) Equal(q Person) bool { return p == q }

// ActiveOn reports whether the person counts on the given day (DOMAIN.md 2).
func (p Person) ActiveOn(on Date) bool { return p.InactiveFrom == 0 || on < p.InactiveFrom }

// FullName returns given name, prefix and family name.
func (p Person) FullName() string {
	parts := make([]string, 0, 3)
	for _, s := range []string{p.GivenName, p.FamilyNamePrefix, p.FamilyName} {
		if s != "" && s != NoFamilyName {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}

// Shown returns the schermnaam: what other users see.
func (p Person) Shown() string {
	if p.DisplayName != "" {
		return p.DisplayName
	}
	return p.FullName()
}

var personProperties = []Property[Person]{
	ChoiceProperty("role", Roles(), func(p *Person) *Role { return &p.Role }).Needed(),
	TextProperty("givenName", Name, nameLimit, func(p *Person) *string { return &p.GivenName }).Needed(),
	TextProperty("initials", Line, 20, func(p *Person) *string { return &p.Initials }),
	TextProperty("familyNamePrefix", Line, 30, func(p *Person) *string { return &p.FamilyNamePrefix }),
	TextProperty("familyName", Name, nameLimit, func(p *Person) *string { return &p.FamilyName }).Needed(),
	TextProperty("displayName", Name, nameLimit, func(p *Person) *string { return &p.DisplayName }),
	TextProperty("number", Line, 32, func(p *Person) *string { return &p.Number }),
	TextProperty("userName", Word, userLimit, func(p *Person) *string { return &p.UserName }),
	TextProperty("email", Mail, emailLimit, func(p *Person) *string { return &p.Email }),
	DayProperty("birthDate", func(p *Person) *Date { return &p.BirthDate }),
	TextProperty("location", Line, nameLimit, func(p *Person) *string { return &p.Location }),
	TextProperty("function", Line, nameLimit, func(p *Person) *string { return &p.Function }),
	TextProperty("note", Prose, noteLimit, func(p *Person) *string { return &p.Note }),
}

// PersonProperties describes a person, in the order of a form. Other commands set
// the id and the day of leaving.
func PersonProperties() []Property[Person] { return slices.Clone(personProperties) }

// inactiveFrom is the first day without activity, which DeactivatePerson sets.
func inactiveFrom() Property[Person] {
	return DayProperty("inactiveFrom", func(p *Person) *Date { return &p.InactiveFrom })
}

// The verbs about persons.
const (
	VerbPersonAdd        Verb = "person.add"
	VerbPersonEdit       Verb = "person.edit"
	VerbPersonDeactivate Verb = "person.deactivate"
	VerbPersonReactivate Verb = "person.reactivate"
	VerbPersonRemove     Verb = "person.remove"
)

// AddPerson adds a person. Without an id they get the next free one.
type AddPerson struct{ Person Person }

func (AddPerson) Verb() Verb { return VerbPersonAdd }

func (c AddPerson) Plan(w World) ([]Change, error) {
	p := c.Person
	if p.ID == "" {
		p.ID = PersonID(w.Next(PersonNoun))
	}
	return planAdd(w, PersonNoun, p)
}

// EditPerson replaces the person with Person's id.
type EditPerson struct{ Person Person }

func (EditPerson) Verb() Verb { return VerbPersonEdit }

func (c EditPerson) Plan(w World) ([]Change, error) {
	return planEdit(w, PersonNoun, c.Person)
}

// DeactivatePerson makes a person inactive from the day From on: they see nobody
// and nobody sees them. Memberships and relations stay on record.
type DeactivatePerson struct {
	ID   PersonID
	From Date
}

func (DeactivatePerson) Verb() Verb { return VerbPersonDeactivate }

func (c DeactivatePerson) Plan(w World) ([]Change, error) {
	p, ok := w.Person(c.ID)
	if !ok {
		return nil, missing(refPerson(c.ID))
	}
	if c.From == 0 {
		return nil, Refusal{Code: ValueMissing, Subject: refPerson(c.ID), Field: "inactiveFrom"}
	}
	p.InactiveFrom = c.From
	return planEdit(w, PersonNoun, p)
}

// ReactivatePerson makes a person active on every day.
type ReactivatePerson struct{ ID PersonID }

func (ReactivatePerson) Verb() Verb { return VerbPersonReactivate }

func (c ReactivatePerson) Plan(w World) ([]Change, error) {
	p, ok := w.Person(c.ID)
	if !ok {
		return nil, missing(refPerson(c.ID))
	}
	p.InactiveFrom = 0
	return planEdit(w, PersonNoun, p)
}

// RemovePerson removes a person to whom nothing refers.
type RemovePerson struct{ ID PersonID }

func (RemovePerson) Verb() Verb { return VerbPersonRemove }

func (c RemovePerson) Plan(w World) ([]Change, error) {
	return planRemove[Person](w, PersonNoun, string(c.ID))
}

func (Person) judge(j *judge, s *Swap[Person]) {
	if s.After == nil {
		j.removal(refPerson(s.Before.ID), j.Refers(s.Before.ID))
		return
	}
	p := *s.After
	at := refPerson(p.ID)
	j.id(at)
	properties(j, at, personProperties, &p)
	properties(j, at, []Property[Person]{inactiveFrom()}, &p)
	// What stood in a file of before does not refuse an edit beside it.
	if (s.Before == nil || s.Before.BirthDate != p.BirthDate) && j.Today() != 0 && p.BirthDate > j.Today() {
		j.refuse(Refusal{Code: BornAhead, Subject: at, Field: "birthDate", Date: p.BirthDate})
	}
	// Links to a new person are new themselves, and judged as such.
	if s.Before != nil && s.Before.Role != p.Role {
		j.newRole(p)
	}
}

// newRole judges whether a person's links fit their new role.
func (j *judge) newRole(p Person) {
	if p.Role == Administrator { // G7
		var links []Ref
		for m := range j.MembershipsOf(p.ID) {
			links = append(links, Ref{MembershipNoun, m.Key()})
		}
		for r := range j.RelationsOf(p.ID) {
			links = append(links, Ref{RelationNoun, r.Key()})
		}
		if len(links) > 0 {
			j.refuse(Refusal{Code: AdministratorLinked, Subject: refPerson(p.ID), Field: "role", Others: links})
			return
		}
	}
	for r := range j.RelationsOf(p.ID) {
		j.sides(r)
	}
}
