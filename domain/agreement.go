package domain

import "slices"

// AgreementKind says what an agreement promises. The numbers are stored.
type AgreementKind uint8

// The five promises that can be kept.
const (
	NeverSees AgreementKind = iota
	NeverMessages
	Sees
	GroupAtMost
	NoRoleInGroup
)

// AgreementKinds returns the five in list order.
func AgreementKinds() []AgreementKind {
	return []AgreementKind{NeverSees, NeverMessages, Sees, GroupAtMost, NoRoleInGroup}
}

var agreementKindCodes = [...]string{"never-sees", "never-messages", "sees", "group-at-most", "no-role-in-group"}

// String returns the code of the exchange form.
func (k AgreementKind) String() string { return codeOf("AgreementKind", agreementKindCodes[:], k) }

// OfPair reports whether the promise is about two people. The others are about a
// group.
func (k AgreementKind) OfPair() bool { return k <= Sees }

// Agreement is a coordinator's own promise (afspraak). Viewer and Other belong
// to promises about a pair, Group with MostVisible or Role to those about a group.
type Agreement struct {
	ID          AgreementID   `cbor:"1,keyasint"`
	Kind        AgreementKind `cbor:"2,keyasint,omitempty"`
	Viewer      PersonID      `cbor:"3,keyasint,omitempty"`
	Other       PersonID      `cbor:"4,keyasint,omitempty"`
	Group       GroupID       `cbor:"5,keyasint,omitempty"`
	MostVisible Visibility    `cbor:"6,keyasint,omitempty"` // GroupAtMost: the most open setting allowed
	Role        Role          `cbor:"7,keyasint,omitempty"` // NoRoleInGroup
	Note        string        `cbor:"8,keyasint,omitempty"`
}

// Key names the agreement among all agreements.
func (a Agreement) Key() string { return string(a.ID) }

// Equal reports whether a and b say the same.
func (a Agreement) Equal(b Agreement) bool { return a == b }

// Fitting clears the fields that a's kind does not use. Call it after changing the
// kind: leftovers are refused.
func (a Agreement) Fitting() Agreement {
	fit := Agreement{ID: a.ID, Kind: a.Kind, Note: a.Note}
	switch a.Kind {
	case NeverSees, NeverMessages, Sees:
		fit.Viewer, fit.Other = a.Viewer, a.Other
	case GroupAtMost:
		fit.Group, fit.MostVisible = a.Group, a.MostVisible
	case NoRoleInGroup:
		fit.Group, fit.Role = a.Group, a.Role
	}
	return fit
}

// unusedFields returns the fields that a fills in though its kind does not use them.
func (a Agreement) unusedFields() []Field {
	fit := a.Fitting()
	var out []Field
	for _, f := range []struct {
		name Field
		fits bool
	}{
		{"viewer", a.Viewer == fit.Viewer}, {"other", a.Other == fit.Other}, {"group", a.Group == fit.Group},
		{"visibility", a.MostVisible == fit.MostVisible}, {"role", a.Role == fit.Role},
	} {
		if !f.fits {
			out = append(out, f.name)
		}
	}
	return out
}

var agreementProperties = []Property[Agreement]{
	ChoiceProperty("kind", AgreementKinds(), func(a *Agreement) *AgreementKind { return &a.Kind }).Needed(),
	OneProperty("viewer", PersonNoun, func(a *Agreement) *PersonID { return &a.Viewer }),
	OneProperty("other", PersonNoun, func(a *Agreement) *PersonID { return &a.Other }),
	OneProperty("group", GroupNoun, func(a *Agreement) *GroupID { return &a.Group }),
	mostVisible(),
	ChoiceProperty("role", Roles(), func(a *Agreement) *Role { return &a.Role }), // ADMINISTRATOR promises what G7 keeps anyway
	TextProperty("note", Prose, noteLimit, func(a *Agreement) *string { return &a.Note }),
}

// mostVisible writes Hidden out too: for GroupAtMost it is the strictest promise,
// for other kinds it is empty.
func mostVisible() Property[Agreement] {
	p := ChoiceProperty("visibility", Visibilities(), func(a *Agreement) *Visibility { return &a.MostVisible })
	p.Text = func(a *Agreement) string {
		if a.Kind != GroupAtMost {
			return ""
		}
		return a.MostVisible.String()
	}
	return p
}

// AgreementProperties describes an agreement, in the order of a form.
func AgreementProperties() []Property[Agreement] { return slices.Clone(agreementProperties) }

// The verbs about agreements.
const (
	VerbAgreementAdd    Verb = "agreement.add"
	VerbAgreementEdit   Verb = "agreement.edit"
	VerbAgreementRemove Verb = "agreement.remove"
)

// AddAgreement adds a promise. Without an id it gets the next free one. A promise
// that is broken today is not refused: the coordinator wants to see that.
type AddAgreement struct{ Agreement Agreement }

func (AddAgreement) Verb() Verb { return VerbAgreementAdd }

func (c AddAgreement) Plan(w World) ([]Change, error) {
	a := c.Agreement
	if a.ID == "" {
		a.ID = AgreementID(w.Next(AgreementNoun))
	}
	return planAdd(w, AgreementNoun, a)
}

// EditAgreement replaces the promise with Agreement's id.
type EditAgreement struct{ Agreement Agreement }

func (EditAgreement) Verb() Verb { return VerbAgreementEdit }

func (c EditAgreement) Plan(w World) ([]Change, error) {
	return planEdit(w, AgreementNoun, c.Agreement)
}

// RemoveAgreement removes a promise.
type RemoveAgreement struct{ ID AgreementID }

func (RemoveAgreement) Verb() Verb { return VerbAgreementRemove }

func (c RemoveAgreement) Plan(w World) ([]Change, error) {
	return planRemove[Agreement](w, AgreementNoun, string(c.ID))
}
