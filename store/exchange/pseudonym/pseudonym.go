// Package pseudonym makes a World that says of nobody who they are (EXCHANGE.md 8): the
// same groups, relations and settings among people with invented names.
//
// It promises that no name, number, address, note or other text that somebody typed about
// a person or place is left, and that the same secret gives the same person the same name
// every time. Names of relation types and tasks stay, because they say what a relation
// does. It refuses to promise more: who knows the institution can know a person by their
// groups.
package pseudonym

import (
	"cmp"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/invented"
)

// How is what becomes of a property.
type How uint8

// The ways.
const (
	Invented How = iota // something made up, the same for the same
	Emptied
	Coarser // a birth date becomes the first of July of its year
)

// Replaced is a property that is replaced in every record of a noun.
type Replaced struct {
	Noun  domain.Noun
	Field domain.Field
	How   How
}

// Fields are all that World replaces, by noun. Accepted signals and what a newer version
// added are left out as a whole.
func Fields() []Replaced {
	return []Replaced{
		{domain.InstitutionNoun, "name", Invented},
		{domain.PersonNoun, "id", Invented},
		{domain.PersonNoun, "givenName", Invented},
		{domain.PersonNoun, "familyNamePrefix", Invented},
		{domain.PersonNoun, "familyName", Invented},
		{domain.PersonNoun, "location", Invented},
		{domain.PersonNoun, "birthDate", Coarser},
		{domain.PersonNoun, "initials", Emptied},
		{domain.PersonNoun, "displayName", Emptied},
		{domain.PersonNoun, "number", Emptied},
		{domain.PersonNoun, "userName", Emptied},
		{domain.PersonNoun, "email", Emptied},
		{domain.PersonNoun, "function", Emptied},
		{domain.PersonNoun, "note", Emptied},
		{domain.GroupNoun, "name", Invented},
		{domain.GroupNoun, "location", Invented},
		{domain.GroupNoun, "newsGroup", Invented},
		{domain.GroupNoun, "description", Emptied},
		{domain.RelationNoun, "note", Emptied},
		{domain.AgreementNoun, "note", Emptied},
		{domain.AccessRoleNoun, "name", Invented},
		{domain.AccessRoleNoun, "scope.locations", Invented},
		{domain.ShiftNoun, "name", Emptied},
	}
}

// ID is the id that a person has in World with the same secret.
func ID(id domain.PersonID, secret []byte) domain.PersonID { return masker{secret}.id(id) }

// masker replaces what tells who somebody is.
type masker struct{ secret []byte }

// World returns w without anything that tells who somebody is.
func World(w domain.World, secret []byte) domain.World {
	m, r := masker{secret}, w.Records()
	r.AcceptedSignal = nil
	for i := range r.Institution {
		r.Institution[i] = m.institution(r.Institution[i])
	}
	for i, p := range r.Persons {
		r.Persons[i] = m.person(p)
	}
	for i := range r.Groups {
		g := &r.Groups[i]
		g.Name, g.Location, g.NewsGroup, g.Description = m.label("Groep", g.Name), m.place(g.Location), m.news(g.NewsGroup), ""
	}
	for i := range r.Memberships {
		m.refer(&r.Memberships[i].Person)
	}
	for i := range r.Relations {
		one := &r.Relations[i]
		m.refer(&one.Client)
		m.refer(&one.Person)
		one.Note = ""
	}
	for i := range r.AccessRoles {
		a := &r.AccessRoles[i]
		a.Name, a.Scope.Locations = m.label("Toegangsrol", a.Name), m.all(a.Scope.Locations, m.place)
	}
	for i := range r.Assignments {
		m.refer(&r.Assignments[i].Person)
	}
	for i := range r.Shifts {
		s := &r.Shifts[i]
		s.Name = ""
		s.Employees, s.Clients = m.people(s.Employees), m.people(s.Clients)
	}
	for i := range r.Agreements {
		a := &r.Agreements[i]
		m.refer(&a.Viewer)
		m.refer(&a.Other)
		a.Note = ""
	}
	sortByKey(r.Persons)
	sortByKey(r.Memberships)
	sortByKey(r.Assignments)
	return domain.NewWorld(r).At(w.Today())
}

func sortByKey[T domain.Keyed](all []T) {
	slices.SortFunc(all, func(a, b T) int { return cmp.Compare(a.Key(), b.Key()) })
}

func (m masker) institution(i domain.Institution) domain.Institution {
	if i.Name != "" {
		i.Name = m.label("Instelling", i.Name)
	}
	i.Words, i.Extensions, i.Pseudonymised = nil, nil, true
	return i
}

func (m masker) person(p domain.Person) domain.Person {
	name := invented.Person(m.secret, string(p.ID))
	out := domain.Person{
		ID: m.id(p.ID), Role: p.Role, GivenName: name.Given, FamilyNamePrefix: name.Prefix, FamilyName: name.Family,
		Location: m.place(p.Location), InactiveFrom: p.InactiveFrom,
	}
	if p.BirthDate != 0 {
		const july = 7
		out.BirthDate = domain.NewDate(p.BirthDate.Time().Year(), july, 1)
	}
	return out
}

func (m masker) id(id domain.PersonID) domain.PersonID {
	return domain.PersonID(invented.ID(m.secret, "P", string(id)))
}

// refer replaces a reference to a person, if there is one.
func (m masker) refer(id *domain.PersonID) {
	if *id != "" {
		*id = m.id(*id)
	}
}

func (m masker) people(ids []domain.PersonID) []domain.PersonID {
	out := make([]domain.PersonID, len(ids))
	for i, id := range ids {
		out[i] = m.id(id)
	}
	slices.Sort(out)
	return out
}

func (m masker) all(texts []string, replace func(string) string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = replace(s)
	}
	slices.Sort(out)
	return slices.Clip(out)
}

func (m masker) place(s string) string { return m.label("Locatie", s) }

func (m masker) news(s string) string { return m.label("Nieuws", s) }

// label is an invented label for a text; none for none. What counts as one name stays one.
func (m masker) label(word, s string) string {
	folded := domain.SameName(s)
	if strings.TrimSpace(folded) == "" {
		return ""
	}
	return invented.Label(m.secret, word, folded)
}
