package domain

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Noun is the kind of a record. The numbers are stored: never reorder them.
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

// Blank returns an empty record of the noun.
func (n Noun) Blank() Keyed { return kinds[n].blank() }

// Ref refers to one record.
type Ref struct {
	Noun Noun
	Key  string // as the record's Key method returns it
}

func refPerson(id PersonID) Ref     { return Ref{PersonNoun, string(id)} }
func refGroup(id GroupID) Ref       { return Ref{GroupNoun, string(id)} }
func refType(id RelationTypeID) Ref { return Ref{RelationTypeNoun, string(id)} }
func refRole(id AccessRoleID) Ref   { return Ref{AccessRoleNoun, string(id)} }

// Ids are chosen by people or by the program, never shown instead of a name, and
// never change. Each noun has a type of its own, so that the compiler keeps them apart.
type (
	PersonID       string
	GroupID        string
	RelationTypeID string
	RelationID     string
	AccessRoleID   string
	ShiftID        string
	AgreementID    string
)

var idForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// ValidID reports whether s may be an id: 1 to 64 of A–Z a–z 0–9 . _ -, beginning
// with a letter or digit. So an id needs no escaping in any key or format.
func ValidID(s string) bool { return idForm.MatchString(s) }

// following returns the id after the highest number that follows prefix.
func following(prefix string, highest int) string { return prefix + strconv.Itoa(highest+1) }

// numberAfter returns the number in an id such as R73; 0 where there is none.
func numberAfter(prefix, id string) int {
	rest, ok := strings.CutPrefix(id, prefix)
	if !ok {
		return 0
	}
	n, err := strconv.Atoi(rest)
	if err != nil || n < 0 || n > 1<<40 {
		return 0
	}
	return n
}
