package domain

import "slices"

// Kind is whom a relation joins with the client (N1). The numbers are stored: never
// reorder them.
type Kind uint8

// The three kinds.
const (
	EmployeeKind Kind = iota
	GuardianKind
	ExternalKind
)

// Kinds returns the three in list order.
func Kinds() []Kind { return []Kind{EmployeeKind, GuardianKind, ExternalKind} }

var kindCodes = [...]string{"employee", "guardian", "external"}

// String returns the code of the exchange form.
func (k Kind) String() string { return codeOf("Kind", kindCodes[:], k) }

// ParseKind reads what String writes.
func ParseKind(s string) (k Kind, ok bool) { return parseCode(Kinds(), s) }

// Fits reports whether somebody in role r may have a relation of the kind (N1).
func (k Kind) Fits(r Role) bool {
	switch k {
	case EmployeeKind:
		return r.IsCounselor()
	case GuardianKind:
		return r == Guardian
	case ExternalKind:
		return r == External
	}
	return false
}

// UsuallyNetwork reports whether a relation of the kind is as a rule a direct one (E6):
// where a new type starts. A parent or contact without it is not in the client's network.
func (k Kind) UsuallyNetwork() bool { return k == GuardianKind || k == ExternalKind }

// RelationType is a configurable kind of relation with its flags, named as in
// the Ons API (E1–E7).
type RelationType struct {
	ID             RelationTypeID `cbor:"1,keyasint"`
	Name           string         `cbor:"2,keyasint"` // unique, see SameName
	Kind           Kind           `cbor:"3,keyasint,omitempty"`
	Primary        bool           `cbor:"4,keyasint,omitempty"`  // E1: forces Exclusive
	Exclusive      bool           `cbor:"5,keyasint,omitempty"`  // E2
	Relevant       bool           `cbor:"6,keyasint,omitempty"`  // E3
	Negative       bool           `cbor:"7,keyasint,omitempty"`  // E4
	Legal          bool           `cbor:"8,keyasint,omitempty"`  // E5
	VBMResponsible bool           `cbor:"9,keyasint,omitempty"`  // E5
	Network        bool           `cbor:"10,keyasint,omitempty"` // E6
	SwitchedOff    bool           `cbor:"11,keyasint,omitempty"` // E7: the flag Active, turned so that zero is active
}

// Key names the type among all relation types.
func (t RelationType) Key() string { return string(t.ID) }

// Equal reports whether t and u say the same.
func (t RelationType) Equal(u RelationType) bool { return t == u }

// Active is the flag of the Ons API (E7).
func (t RelationType) Active() bool { return !t.SwitchedOff }

// LacksNetwork reports whether people may expect from the type's kind a direct relation
// that it does not make.
func (t RelationType) LacksNetwork() bool {
	return t.Active() && t.Kind.UsuallyNetwork() && !t.Network
}

var relationTypeProperties = []Property[RelationType]{
	TextProperty("name", Name, nameLimit, func(t *RelationType) *string { return &t.Name }).Needed(),
	ChoiceProperty("kind", Kinds(), func(t *RelationType) *Kind { return &t.Kind }).Needed(),
	FlagProperty("primary", func(t *RelationType) *bool { return &t.Primary }),
	FlagProperty("exclusive", func(t *RelationType) *bool { return &t.Exclusive }),
	FlagProperty("relevant", func(t *RelationType) *bool { return &t.Relevant }),
	FlagProperty("negative", func(t *RelationType) *bool { return &t.Negative }),
	FlagProperty("legal", func(t *RelationType) *bool { return &t.Legal }),
	FlagProperty("vbmResponsible", func(t *RelationType) *bool { return &t.VBMResponsible }),
	FlagProperty("network", func(t *RelationType) *bool { return &t.Network }),
	TurnedProperty("active", func(t *RelationType) *bool { return &t.SwitchedOff }),
}

// EmployeeOnly reports whether f is a flag that only a type for employees may have
// (DOMAIN.md 3).
func EmployeeOnly(f Field) bool {
	return slices.Contains([]Field{"primary", "negative", "legal", "vbmResponsible"}, f)
}

// RelationTypeProperties describes a relation type, in the order of a form, with its
// flags as in DOMAIN.md 3.
func RelationTypeProperties() []Property[RelationType] { return slices.Clone(relationTypeProperties) }

// The verbs about relation types.
const (
	VerbTypeAdd    Verb = "type.add"
	VerbTypeEdit   Verb = "type.edit"
	VerbTypeRemove Verb = "type.remove"
)

// AddRelationType adds a relation type. Without an id it gets the next free one.
type AddRelationType struct{ Type RelationType }

func (AddRelationType) Verb() Verb { return VerbTypeAdd }

func (c AddRelationType) Plan(w World) ([]Change, error) {
	t := c.Type
	if t.ID == "" {
		t.ID = RelationTypeID(w.Next(RelationTypeNoun))
	}
	return planAdd(w, RelationTypeNoun, t)
}

// EditRelationType replaces the type with Type's id.
type EditRelationType struct{ Type RelationType }

func (EditRelationType) Verb() Verb { return VerbTypeEdit }

func (c EditRelationType) Plan(w World) ([]Change, error) {
	return planEdit(w, RelationTypeNoun, c.Type)
}

// RemoveRelationType removes a type that nothing refers to. One in use is switched
// off instead (E7).
type RemoveRelationType struct{ ID RelationTypeID }

func (RemoveRelationType) Verb() Verb { return VerbTypeRemove }

func (c RemoveRelationType) Plan(w World) ([]Change, error) {
	return planRemove[RelationType](w, RelationTypeNoun, string(c.ID))
}

func (RelationType) judge(j *judge, s *Swap[RelationType]) {
	if s.After == nil {
		j.removal(refType(s.Before.ID), j.usesOfType(s.Before.ID))
		return
	}
	t := *s.After
	at := refType(t.ID)
	j.id(at)
	properties(j, at, relationTypeProperties, &t)
	if s.Before == nil || s.Before.Name != t.Name {
		j.unique(at, t.Name)
	}
	j.flags(at, t)
	if s.Before == nil {
		return // whatever refers to a new type is new and judged itself
	}
	if t.Exclusive && !s.Before.Exclusive {
		j.nowExclusive(at, t)
	}
	for _, r := range j.relationsOfType(t.ID) {
		if t.Kind != s.Before.Kind {
			j.sides(r)
		}
		j.notBoth(r)
	}
}

func (j *judge) usesOfType(id RelationTypeID) []Ref {
	var out []Ref
	for _, r := range j.relationsOfType(id) {
		out = append(out, Ref{RelationNoun, r.Key()})
	}
	for a := range j.AccessRoles() {
		if slices.Contains(a.Scope.RelationTypes, id) {
			out = append(out, refRole(a.ID))
		}
	}
	return out
}

// flags judges which flags go together (DOMAIN.md 3).
func (j *judge) flags(at Ref, t RelationType) {
	if t.Primary && !t.Exclusive { // E1
		j.refuse(Refusal{Code: PrimaryNotExclusive, Subject: at, Field: "exclusive"})
	}
	if t.Primary && t.Negative { // E1
		j.refuse(Refusal{Code: TypePrimaryNegative, Subject: at, Field: "negative"})
	}
	if t.Negative && t.Network { // N4
		j.refuse(Refusal{Code: TypeNegativeNetwork, Subject: at, Field: "network"})
	}
	if t.Kind == EmployeeKind {
		return
	}
	for _, p := range relationTypeProperties {
		if EmployeeOnly(p.Field) && p.Text(&t) == "true" {
			j.refuse(Refusal{Code: TypeEmployeeOnly, Subject: at, Field: p.Field})
		}
	}
}

// nowExclusive refuses a type if a client has overlapping relations of it (E2).
// Others are all of those.
func (j *judge) nowExclusive(at Ref, t RelationType) {
	var others []Ref
	byClient := map[PersonID][]Relation{}
	for _, r := range j.relationsOfType(t.ID) {
		for _, o := range byClient[r.Client] {
			if !r.Withdrawn && !o.Withdrawn && r.Overlaps(o.Period) {
				others = append(others, Ref{RelationNoun, o.Key()}, Ref{RelationNoun, r.Key()})
			}
		}
		byClient[r.Client] = append(byClient[r.Client], r)
	}
	if len(others) > 0 {
		j.refuse(Refusal{Code: ExclusiveOverlap, Subject: at, Field: "exclusive", Others: withoutRepeats(others)})
	}
}

func withoutRepeats(refs []Ref) []Ref {
	var out []Ref
	for _, r := range refs {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}
