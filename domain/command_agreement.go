package domain

// The verbs about agreements.
const (
	VerbAgreementAdd    Verb = "agreement.add"
	VerbAgreementEdit   Verb = "agreement.edit"
	VerbAgreementRemove Verb = "agreement.remove"
)

// AddAgreement writes a promise down. Without an id it gets the next free one.
// One that does not hold today is written down all the same: that it does not is
// what the coordinator wants to see.
type AddAgreement struct{ Agreement Agreement }

// Verb implements Command.
func (AddAgreement) Verb() Verb { return VerbAgreementAdd }

// Plan implements Command.
func (c AddAgreement) Plan(w World) ([]Change, error) {
	a := c.Agreement
	if a.ID == "" {
		a.ID = AgreementID(w.Next(AgreementNoun))
	}
	if err := fresh(w, refAgreement(a.ID)); err != nil {
		return nil, err
	}
	return settle(w, Change{Agreement: between(nil, &a)})
}

// EditAgreement replaces a promise by Agreement, whose id says which.
type EditAgreement struct{ Agreement Agreement }

// Verb implements Command.
func (EditAgreement) Verb() Verb { return VerbAgreementEdit }

// Plan implements Command.
func (c EditAgreement) Plan(w World) ([]Change, error) {
	at := refAgreement(c.Agreement.ID)
	was, ok := w.Agreement(c.Agreement.ID)
	switch {
	case !ok:
		return nil, missing(at)
	case was.Equal(c.Agreement):
		return nil, Refusal{Code: NothingToDo, Subject: at}
	}
	return settle(w, Change{Agreement: between(&was, &c.Agreement)})
}

// RemoveAgreement takes a promise back: nothing is re-checked for it any more.
type RemoveAgreement struct{ ID AgreementID }

// Verb implements Command.
func (RemoveAgreement) Verb() Verb { return VerbAgreementRemove }

// Plan implements Command.
func (c RemoveAgreement) Plan(w World) ([]Change, error) {
	was, ok := w.Agreement(c.ID)
	if !ok {
		return nil, missing(refAgreement(c.ID))
	}
	return settle(w, Change{Agreement: between(&was, nil)})
}

func refAgreement(id AgreementID) Ref { return Ref{AgreementNoun, string(id)} }
