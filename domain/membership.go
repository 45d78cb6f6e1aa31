package domain

import (
	"cmp"
	"slices"
	"strings"
)

// Membership is one person in one group, in a role, for a period. Its key is
// group, person and first day; periods of one person in one group never overlap.
type Membership struct {
	Group  GroupID  `cbor:"1,keyasint"`
	Person PersonID `cbor:"2,keyasint"`
	Role   Role     `cbor:"3,keyasint,omitempty"` // NoRole: the person's default role, see World.RoleIn
	Period
}

// Key names the membership among all memberships.
func (m Membership) Key() string {
	return strings.Join([]string{string(m.Group), string(m.Person), m.From.String()}, "/")
}

// Equal reports whether m and n say the same.
func (m Membership) Equal(n Membership) bool { return m == n }

// compareMemberships orders by group, person and first day.
func compareMemberships(a, b *Membership) int {
	return cmp.Or(cmp.Compare(a.Group, b.Group), cmp.Compare(a.Person, b.Person), cmp.Compare(a.From, b.From))
}

var membershipProperties = []Property[Membership]{
	ChoiceProperty("role", MemberRoles(), func(m *Membership) *Role { return &m.Role }),
	DayProperty("from", func(m *Membership) *Date { return &m.From }),
	DayProperty("through", func(m *Membership) *Date { return &m.Through }),
}

// MembershipProperties are what one says of a membership beside who is in which group.
func MembershipProperties() []Property[Membership] { return slices.Clone(membershipProperties) }
