package domain

import (
	"fmt"
	"slices"
	"strings"
)

// AccessKind says how an access role reaches people (A1–A3). The numbers are stored.
type AccessKind uint8

// The three kinds of access role.
const (
	ManualAccess   AccessKind = iota // A2: assigned by hand, for a period
	RelationAccess                   // A1: whoever holds a relation of the named types, for that client
	StandardAccess                   // A3: every employee
)

// AccessKinds returns the three in list order.
func AccessKinds() []AccessKind { return []AccessKind{ManualAccess, RelationAccess, StandardAccess} }

var accessKindCodes = [...]string{"manual", "relation", "standard"}

// String returns the code of the exchange form.
func (k AccessKind) String() string {
	if int(k) < len(accessKindCodes) {
		return accessKindCodes[k]
	}
	return fmt.Sprintf("AccessKind(%d)", uint8(k))
}

// ScopeKind says over which clients an access role reaches (rolbereik). The numbers are stored.
type ScopeKind uint8

// NoScope is an access role without a stated scope.
const (
	NoScope ScopeKind = iota
	AllClients
	LocationScope // none listed: the employee's own
	RelationScope
)

// ScopeKinds returns the three that can be stated, in list order.
func ScopeKinds() []ScopeKind { return []ScopeKind{AllClients, LocationScope, RelationScope} }

var scopeKindCodes = [...]string{"", "all-clients", "locations", "relation"}

// String returns the code of the exchange form.
func (k ScopeKind) String() string {
	if int(k) < len(scopeKindCodes) {
		return scopeKindCodes[k]
	}
	return fmt.Sprintf("ScopeKind(%d)", uint8(k))
}

// Scope is the reach of an access role.
type Scope struct {
	Kind          ScopeKind        `cbor:"1,keyasint,omitempty"`
	Locations     []string         `cbor:"2,keyasint,omitempty"`
	RelationTypes []RelationTypeID `cbor:"3,keyasint,omitempty"`
}

// AccessRole bundles tasks of Ons Autorisatie and has a scope (DOMAIN.md 3.3).
type AccessRole struct {
	ID          AccessRoleID `cbor:"1,keyasint"`
	Name        string       `cbor:"2,keyasint"`
	Kind        AccessKind   `cbor:"3,keyasint,omitempty"`
	Tasks       []string     `cbor:"4,keyasint,omitempty"`
	Scope       Scope        `cbor:"5,keyasint,omitempty"`
	SwitchedOff bool         `cbor:"6,keyasint,omitempty"`
}

// Key names the access role among all access roles.
func (a AccessRole) Key() string { return string(a.ID) }

// Reach returns which part of its scope a goes by. One that comes with a relation
// reaches by relation, whatever else its scope says (A1).
func (a AccessRole) Reach() ScopeKind {
	if a.Kind == RelationAccess {
		return RelationScope
	}
	return a.Scope.Kind
}

// Equal reports whether a and b say the same.
func (a AccessRole) Equal(b AccessRole) bool {
	return a.ID == b.ID && a.Name == b.Name && a.Kind == b.Kind && a.SwitchedOff == b.SwitchedOff &&
		slices.Equal(a.Tasks, b.Tasks) && a.Scope.Kind == b.Scope.Kind &&
		slices.Equal(a.Scope.Locations, b.Scope.Locations) && slices.Equal(a.Scope.RelationTypes, b.Scope.RelationTypes)
}

// Assignment gives a person a manual access role for a period (A2).
type Assignment struct {
	Role   AccessRoleID `cbor:"1,keyasint"`
	Person PersonID     `cbor:"2,keyasint"`
	Period
}

// Key names the assignment among all assignments.
func (a Assignment) Key() string {
	return strings.Join([]string{string(a.Role), string(a.Person), a.From.String()}, "/")
}

// Equal reports whether a and b say the same.
func (a Assignment) Equal(b Assignment) bool { return a == b }

var accessRoleProperties = []Property[AccessRole]{
	TextProperty("name", Name, nameLimit, func(a *AccessRole) *string { return &a.Name }).Needed(),
	ChoiceProperty("kind", AccessKinds(), func(a *AccessRole) *AccessKind { return &a.Kind }).Needed(),
	LinesProperty("tasks", nameLimit, func(a *AccessRole) *[]string { return &a.Tasks }).Once().Needed(),
	ChoiceProperty("scope.kind", ScopeKinds(), func(a *AccessRole) *ScopeKind { return &a.Scope.Kind }),
	LinesProperty("scope.locations", nameLimit, func(a *AccessRole) *[]string { return &a.Scope.Locations }),
	ManyProperty("scope.relationTypes", RelationTypeNoun, func(a *AccessRole) *[]RelationTypeID { return &a.Scope.RelationTypes }),
	TurnedProperty("active", func(a *AccessRole) *bool { return &a.SwitchedOff }),
}

// AccessRoleProperties are what one says of an access role, in the order of a form.
func AccessRoleProperties() []Property[AccessRole] { return slices.Clone(accessRoleProperties) }

var assignmentProperties = []Property[Assignment]{
	DayProperty("from", func(a *Assignment) *Date { return &a.From }),
	DayProperty("through", func(a *Assignment) *Date { return &a.Through }),
}

// AssignmentProperties are what one says of an assignment beside who has which role.
func AssignmentProperties() []Property[Assignment] { return slices.Clone(assignmentProperties) }
