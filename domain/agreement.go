package domain

import "slices"

// AgreementKind says what an agreement promises. The numbers are stored.
type AgreementKind uint8

// The promises that can be kept, in list order.
const (
	NeverSees AgreementKind = iota
	NeverMessages
	Sees
	GroupAtMost
	NoRoleInGroup
	agreementKindCount
)

// AgreementKinds returns every kind in list order.
func AgreementKinds() []AgreementKind {
	all := make([]AgreementKind, agreementKindCount)
	for i := range all {
		all[i] = AgreementKind(i)
	}
	return all
}

var agreementKindCodes = [agreementKindCount]string{"never-sees", "never-messages", "sees", "group-at-most", "no-role-in-group"}

// agreementFields are what a promise of each kind is about: two people, or a group.
var agreementFields = [agreementKindCount][]Field{
	NeverSees:     {"viewer", "other"},
	NeverMessages: {"viewer", "other"},
	Sees:          {"viewer", "other"},
	GroupAtMost:   {"group", "visibility"},
	NoRoleInGroup: {"group", "role"},
}

// String returns the code of the exchange form.
func (k AgreementKind) String() string { return codeOf("AgreementKind", agreementKindCodes[:], k) }

// Fields returns what a promise of the kind says beside its kind and note, in the order
// of a form. It needs all of them; any other is refused.
func (k AgreementKind) Fields() []Field {
	if k >= agreementKindCount {
		return nil
	}
	return slices.Clone(agreementFields[k])
}

// Has reports whether f is one of Fields.
func (k AgreementKind) Has(f Field) bool {
	return k < agreementKindCount && slices.Contains(agreementFields[k], f)
}

// OfPair reports whether the promise is about two people. The others are about a
// group.
func (k AgreementKind) OfPair() bool { return k.Has("viewer") }

// Agreement is a coordinator's own promise (afspraak). Its kind says which of the other
// fields it uses.
type Agreement struct {
	ID          AgreementID   `cbor:"1,keyasint"`
	Kind        AgreementKind `cbor:"2,keyasint,omitempty"`
	Viewer      PersonID      `cbor:"3,keyasint,omitempty"`
	Other       PersonID      `cbor:"4,keyasint,omitempty"`
	Group       GroupID       `cbor:"5,keyasint,omitempty"`
	MostVisible Visibility    `cbor:"6,keyasint,omitempty"` // the most open setting allowed
	Role        Role          `cbor:"7,keyasint,omitempty"`
	Note        string        `cbor:"8,keyasint,omitempty"`
}

// Key names the agreement among all agreements.
func (a Agreement) Key() string { return string(a.ID) }

// Equal reports whether a and b say the same.
func (a Agreement) Equal(b Agreement) bool { return a == b }

// Fitting clears the fields that a's kind does not use. Call it after changing the
// kind: leftovers are refused.
func (a Agreement) Fitting() Agreement {
	fit, _ := a.fit()
	return fit
}

// fit is Fitting, and the fields that it cleared.
func (a Agreement) fit() (fit Agreement, cleared []Field) {
	fit = a
	for _, p := range Without(agreementProperties, "kind", "note") {
		was := fit
		if !a.Kind.Has(p.Field) {
			p.Copy(&fit, &Agreement{})
		}
		if !fit.Equal(was) {
			cleared = append(cleared, p.Field)
		}
	}
	return fit, cleared
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

// mostVisible writes Hidden out too: it is the strictest promise. For kinds without a
// setting it is empty.
func mostVisible() Property[Agreement] {
	p := ChoiceProperty("visibility", Visibilities(), func(a *Agreement) *Visibility { return &a.MostVisible })
	p.Text = func(a *Agreement) string {
		if !a.Kind.Has("visibility") {
			return ""
		}
		return a.MostVisible.String()
	}
	return p
}

// promise is what a promises, whatever it is called and whatever is noted.
func (a Agreement) promise() Agreement {
	a.ID, a.Note = "", ""
	return a
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

func (Agreement) judge(j *judge, s *Swap[Agreement]) {
	if s.After == nil {
		return
	}
	a := *s.After
	at := Ref{AgreementNoun, a.Key()}
	j.id(at)
	properties(j, at, agreementProperties, &a)
	if a.Kind >= agreementKindCount {
		return
	}
	// Refused and not dropped: whoever filled it in meant something by it.
	_, unused := a.fit()
	for _, f := range unused {
		j.refuse(Refusal{Code: NotOfKind, Subject: at, Field: f})
	}
	if s.Before == nil || s.Before.promise() != a.promise() {
		j.promisedOnce(at, a)
	}
	if a.Kind.OfPair() {
		viewer := j.resolves(at, "viewer", refPerson(a.Viewer))
		if other := j.resolves(at, "other", refPerson(a.Other)); viewer && other && a.Viewer == a.Other {
			j.refuse(Refusal{Code: SamePerson, Subject: at, Field: "other", Others: []Ref{refPerson(a.Other)}})
		}
		return
	}
	j.resolves(at, "group", refGroup(a.Group))
	if a.Kind.Has("role") && a.Role == NoRole {
		j.refuse(Refusal{Code: ValueMissing, Subject: at, Field: "role"})
	}
}

// promisedOnce refuses what another agreement promises already.
func (j *judge) promisedOnce(at Ref, a Agreement) {
	if j.promises == nil {
		j.promises = map[Agreement][]Ref{}
		for o := range j.Agreements() {
			j.promises[o.promise()] = append(j.promises[o.promise()], Ref{AgreementNoun, o.Key()})
		}
	}
	var others []Ref
	for _, o := range j.promises[a.promise()] {
		if o != at {
			others = append(others, o)
		}
	}
	if len(others) > 0 {
		j.refuse(Refusal{Code: AgreementTwice, Subject: at, Field: "kind", Others: others})
	}
}
