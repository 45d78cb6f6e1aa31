package domain

import "fmt"

// Noun says of which kind a record is. The numbers are stored: never reorder them.
type Noun uint8

// The nouns that a set-up consists of, in the order of the exchange form.
const (
	InstitutionNoun Noun = iota
	AcceptedSignalNoun
	PersonNoun
	GroupNoun
	MembershipNoun
	RelationTypeNoun
	RelationNoun
	AccessRoleNoun
	AssignmentNoun
	ShiftNoun
	AgreementNoun
	nounCount
)

// Nouns returns every noun in the order of the exchange form.
func Nouns() []Noun {
	all := make([]Noun, nounCount)
	for i := range all {
		all[i] = Noun(i)
	}
	return all
}

// String returns the code, as in the command line's JSON.
func (n Noun) String() string {
	if n < nounCount {
		return kinds[n].name()
	}
	return fmt.Sprintf("Noun(%d)", uint8(n))
}

// Blank returns a record of the noun of which nothing is known.
func (n Noun) Blank() Keyed { return kinds[n].blank() }

// Ref points at one record.
type Ref struct {
	Noun Noun
	Key  string // as the record's Key method returns it
}

func refPerson(id PersonID) Ref     { return Ref{PersonNoun, string(id)} }
func refGroup(id GroupID) Ref       { return Ref{GroupNoun, string(id)} }
func refType(id RelationTypeID) Ref { return Ref{RelationTypeNoun, string(id)} }
func refRole(id AccessRoleID) Ref   { return Ref{AccessRoleNoun, string(id)} }
