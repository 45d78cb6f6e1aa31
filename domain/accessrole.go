package domain

import "slices"

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
func (k AccessKind) String() string { return codeOf("AccessKind", accessKindCodes[:], k) }

// ScopeKind says over which clients an access role reaches (rolbereik). The numbers are stored.
type ScopeKind uint8

// The scopes of an access role.
const (
	NoScope ScopeKind = iota // not stated
	AllClients
	LocationScope // none listed: the employee's own
	RelationScope
)

// ScopeKinds returns all but NoScope, in list order.
func ScopeKinds() []ScopeKind { return []ScopeKind{AllClients, LocationScope, RelationScope} }

var scopeKindCodes = [...]string{"", "all-clients", "locations", "relation"}

// String returns the code of the exchange form.
func (k ScopeKind) String() string { return codeOf("ScopeKind", scopeKindCodes[:], k) }

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

// Reach returns the scope that a has in effect: a role of kind relation has relation
// scope, whatever else its Scope is (A1).
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

var accessRoleProperties = []Property[AccessRole]{
	TextProperty("name", Name, nameLimit, func(a *AccessRole) *string { return &a.Name }).Needed(),
	ChoiceProperty("kind", AccessKinds(), func(a *AccessRole) *AccessKind { return &a.Kind }).Needed(),
	LinesProperty("tasks", nameLimit, func(a *AccessRole) *[]string { return &a.Tasks }).Once().Needed(),
	ChoiceProperty("scope.kind", ScopeKinds(), func(a *AccessRole) *ScopeKind { return &a.Scope.Kind }),
	LinesProperty("scope.locations", nameLimit, func(a *AccessRole) *[]string { return &a.Scope.Locations }),
	ManyProperty("scope.relationTypes", RelationTypeNoun, func(a *AccessRole) *[]RelationTypeID { return &a.Scope.RelationTypes }),
	TurnedProperty("active", func(a *AccessRole) *bool { return &a.SwitchedOff }),
}

// AccessRoleProperties describes an access role, in the order of a form.
func AccessRoleProperties() []Property[AccessRole] { return slices.Clone(accessRoleProperties) }

// The verbs about access roles.
const (
	VerbRoleAdd    Verb = "role.add"
	VerbRoleEdit   Verb = "role.edit"
	VerbRoleRemove Verb = "role.remove"
)

// AddAccessRole adds an access role. Without an id it gets the next free one.
type AddAccessRole struct{ Role AccessRole }

func (AddAccessRole) Verb() Verb { return VerbRoleAdd }

func (c AddAccessRole) Plan(w World) ([]Change, error) {
	a := c.Role
	if a.ID == "" {
		a.ID = AccessRoleID(w.Next(AccessRoleNoun))
	}
	return planAdd(w, AccessRoleNoun, a)
}

// EditAccessRole replaces the access role with Role's id.
type EditAccessRole struct{ Role AccessRole }

func (EditAccessRole) Verb() Verb { return VerbRoleEdit }

func (c EditAccessRole) Plan(w World) ([]Change, error) {
	return planEdit(w, AccessRoleNoun, c.Role)
}

// RemoveAccessRole removes an access role that was never assigned. One that was is
// switched off instead.
type RemoveAccessRole struct{ ID AccessRoleID }

func (RemoveAccessRole) Verb() Verb { return VerbRoleRemove }

func (c RemoveAccessRole) Plan(w World) ([]Change, error) {
	return planRemove[AccessRole](w, AccessRoleNoun, string(c.ID))
}

func (AccessRole) judge(j *judge, s *Swap[AccessRole]) {
	if s.After == nil {
		var others []Ref
		for a := range j.Assignments() {
			if a.Role == s.Before.ID {
				others = append(others, Ref{AssignmentNoun, a.Key()})
			}
		}
		j.removal(refRole(s.Before.ID), others)
		return
	}
	a := *s.After
	at := refRole(a.ID)
	j.id(at)
	properties(j, at, accessRoleProperties, &a)
	if a.Scope.Kind == NoScope && len(a.Scope.Locations)+len(a.Scope.RelationTypes) > 0 {
		j.refuse(Refusal{Code: ValueMissing, Subject: at, Field: "scope.kind"})
	}
	for _, t := range a.Scope.RelationTypes {
		j.resolves(at, "scope.relationTypes", refType(t))
	}
}
