package domain

import "slices"

// Standard is a relation type or an access role that most institutions have. The code is
// by which it is chosen; names are those of the care field in the Netherlands.
type Standard struct {
	Code string
	Type RelationType // without an id; without a name: it is a role
	Role AccessRole   // without an id
	By   []string     // of a role: the codes of the types that give it its scope
}

// standards are in the order in which they are offered, types before the roles that need
// them. Their flags are those of DOMAIN.md 3 and of the demonstration institution.
var standards = []Standard{
	{Code: "ouder", Type: RelationType{Name: "Ouder of voogd", Kind: GuardianKind, Network: true}},
	{Code: "behandelaar", Type: RelationType{Name: "Gekoppelde behandelaar", Network: true}},
	{Code: "begeleider", Type: RelationType{Name: "Persoonlijk begeleider", Primary: true, Exclusive: true, Relevant: true}},
	{Code: "evv", Type: RelationType{Name: "EVV (eerstverantwoordelijk verzorgende)", Primary: true, Exclusive: true, Relevant: true}},
	{Code: "regie", Type: RelationType{Name: "Regiebehandelaar", Exclusive: true, Relevant: true, Legal: true}},
	{Code: "niet-inplannen", Type: RelationType{Name: "Niet inplannen", Negative: true}},
	{Code: "netwerk", Type: RelationType{Name: "Netwerkcontact", Kind: ExternalKind, Network: true}},
	{Code: "rol-inkijk", Role: AccessRole{Name: "Basisinkijk", Kind: StandardAccess, Tasks: []string{"basisgegevens inzien"}, Scope: Scope{Kind: LocationScope}}},
	{Code: "rol-team", Role: AccessRole{Name: "Begeleider", Tasks: []string{"dossier inzien", "rapportage schrijven"}, Scope: Scope{Kind: LocationScope}}},
	{Code: "rol-begeleider", By: []string{"begeleider", "evv"},
		Role: AccessRole{Name: "Persoonlijk begeleider", Kind: RelationAccess, Tasks: []string{"zorgplan bewerken", "doelen aftekenen"}, Scope: Scope{Kind: RelationScope}}},
	{Code: "rol-regie", By: []string{"regie"},
		Role: AccessRole{Name: "Regiebehandelaar", Tasks: []string{"behandelplan bewerken", "medisch overzicht inzien"}, Scope: Scope{Kind: RelationScope}}},
	{Code: "rol-beheer", Role: AccessRole{Name: "Beheer", Tasks: []string{"gebruikers en rollen beheren"}, Scope: Scope{Kind: AllClients}}},
}

// Standards returns the usual relation types and access roles, in the order of a choice.
func Standards() []Standard { return slices.Clone(standards) }

// IsRole reports whether it is an access role.
func (s Standard) IsRole() bool { return s.Type.Name == "" }

// Name is what it is called.
func (s Standard) Name() string {
	if s.IsRole() {
		return s.Role.Name
	}
	return s.Type.Name
}

// In returns the record of w that has its name; false: there is none.
func (s Standard) In(w World) (Ref, bool) {
	name := SameName(s.Name())
	if s.IsRole() {
		for a := range w.AccessRoles() {
			if SameName(a.Name) == name {
				return refRole(a.ID), true
			}
		}
		return Ref{}, false
	}
	for t := range w.RelationTypes() {
		if SameName(t.Name) == name {
			return refType(t.ID), true
		}
	}
	return Ref{}, false
}

// VerbStandardAdd is the verb of AddStandard.
const VerbStandardAdd Verb = "type.standard"

// AddStandard adds the usual types and roles of those codes, as one edit. A role by types
// names those that there are or come with it, and is refused without any.
type AddStandard struct{ Codes []string }

func (AddStandard) Verb() Verb { return VerbStandardAdd }

func (c AddStandard) Plan(w World) ([]Change, error) {
	for _, code := range c.Codes {
		if !slices.ContainsFunc(standards, func(s Standard) bool { return s.Code == code }) {
			return nil, missing(Ref{RelationTypeNoun, code})
		}
	}
	var all []Change
	at := w
	for _, s := range standards {
		if !slices.Contains(c.Codes, s.Code) {
			continue
		}
		changes, err := s.plan(at)
		if err == nil {
			at, err = at.With(changes...)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, changes...)
	}
	return plan(w, all...)
}

func (s Standard) plan(w World) ([]Change, error) {
	if !s.IsRole() {
		return AddRelationType{Type: s.Type}.Plan(w)
	}
	if there, has := s.In(w); has {
		return nil, Refusal{Code: NameTaken, Subject: there, Field: "name", Value: s.Name(), Others: []Ref{there}}
	}
	role := s.Role
	for _, t := range standards {
		if !slices.Contains(s.By, t.Code) {
			continue
		}
		if there, has := t.In(w); has {
			role.Scope.RelationTypes = append(role.Scope.RelationTypes, RelationTypeID(there.Key))
		}
	}
	if len(s.By) > 0 && len(role.Scope.RelationTypes) == 0 {
		return nil, Refusal{Code: ValueMissing, Subject: refRole(AccessRoleID(w.Next(AccessRoleNoun))), Field: "scope.relationTypes", Value: s.Name()}
	}
	return AddAccessRole{Role: role}.Plan(w)
}
