package domaintest

import "zichtlijn/domain"

// agreementKinds are the edits about agreements that w leaves room for.
func (e edits) agreementKinds() []func() domain.Command {
	var kinds []func() domain.Command
	if len(e.r.Persons) > 0 {
		kinds = append(kinds, e.addAgreement)
	}
	if len(e.r.Agreements) > 0 {
		kinds = append(kinds, e.editAgreement, e.removeAgreement)
	}
	return kinds
}

// promise says what a promise of a kind has to say; about one person twice, or
// about no group where there is none, it is refused.
func (e edits) promise(id domain.AgreementID) domain.Agreement {
	a := domain.Agreement{ID: id, Kind: pick(e, domain.AgreementKinds()), Note: pick(e, []string{"", "contactverbod"})}
	if a.Kind.OfPair() {
		a.Viewer, a.Other = pick(e, e.r.Persons).ID, pick(e, e.r.Persons).ID
		return a
	}
	if len(e.r.Groups) > 0 {
		a.Group = pick(e, e.r.Groups).ID
	}
	switch a.Kind {
	case domain.GroupAtMost:
		a.MostVisible = pick(e, domain.Visibilities())
	default:
		a.Role = pick(e, domain.Roles())
	}
	return a
}

func (e edits) addAgreement() domain.Command {
	return domain.AddAgreement{Agreement: e.promise("")}
}

// editAgreement makes another promise of one, or only says more about it.
func (e edits) editAgreement() domain.Command {
	a := pick(e, e.r.Agreements)
	if oneIn(e, 2) && len(e.r.Persons) > 0 {
		return domain.EditAgreement{Agreement: e.promise(a.ID)}
	}
	a.Note = pick(e, []string{"", "tot de zitting"})
	return domain.EditAgreement{Agreement: a}
}

func (e edits) removeAgreement() domain.Command {
	return domain.RemoveAgreement{ID: pick(e, e.r.Agreements).ID}
}
