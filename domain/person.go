package domain

import "strings"

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
	// InactiveFrom is the first day on which the person counts no more; zero
	// while they are active. FirstDate is "never active", as an exchange form
	// without a date says it.
	InactiveFrom Date `cbor:"15,keyasint,omitempty"`
}

// NoFamilyName stands in the family name of a person who has one name only.
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
