package domain_test

import (
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
)

func TestAPromiseIsWrittenDownChangedAndTakenBack(t *testing.T) {
	promise := domain.Agreement{Kind: domain.NeverMessages, Viewer: "ingrid", Other: "noor", Note: "op verzoek van Noor"}
	w, _ := do(t, kade(), domain.AddAgreement{Agreement: promise})
	promise.ID = "F1"
	if a, ok := w.Agreement("F1"); !ok || !a.Equal(promise) {
		t.Fatalf("%+v, %v", a, ok)
	}
	other := domain.Agreement{ID: "F1", Kind: domain.NoRoleInGroup, Group: "kookgroep", Role: domain.External}
	w, changes := do(t, w, domain.EditAgreement{Agreement: other})
	if a, _ := w.Agreement("F1"); !a.Equal(other) || len(changes) != 1 {
		t.Errorf("after the edit %+v", a)
	}
	if w, _ = do(t, w, domain.RemoveAgreement{ID: "F1"}); w.Has(domain.Ref{Noun: domain.AgreementNoun, Key: "F1"}) {
		t.Error("it is still there")
	}
}

// A promise that is broken from the start is what a coordinator wants to see,
// not what the program should refuse.
func TestAPromiseThatDoesNotHoldIsWrittenDownAllTheSame(t *testing.T) {
	do(t, kade(), domain.AddAgreement{Agreement: domain.Agreement{Kind: domain.GroupAtMost, Group: "kookgroep"}})
	do(t, kade(), domain.AddAgreement{Agreement: domain.Agreement{Kind: domain.NeverSees, Viewer: "petra", Other: "dennis"}})
}

func TestAPromiseIsRefused(t *testing.T) {
	edited := func(edit func(*domain.Agreement)) domain.Command {
		a, _ := kade().Agreement("contactverbod")
		edit(&a)
		return domain.EditAgreement{Agreement: a}
	}
	refuse(t, kade(), []attempt{
		{"whose id is in use", domain.AddAgreement{Agreement: domain.Agreement{ID: "dicht", Kind: domain.GroupAtMost, Group: "leeg"}},
			domain.Refusal{Code: domain.AlreadyExists, Subject: domain.Ref{Noun: domain.AgreementNoun, Key: "dicht"}}},
		{"about nobody", domain.AddAgreement{Agreement: domain.Agreement{Other: "sem"}}, domain.Refusal{Code: domain.ValueMissing, Field: "viewer"}},
		{"about nobody who exists", domain.AddAgreement{Agreement: domain.Agreement{Viewer: "sem", Other: "niemand"}},
			domain.Refusal{Code: domain.UnknownRef, Field: "other", Others: one(domain.PersonNoun, "niemand")}},
		{"edited to be about one person twice", edited(func(a *domain.Agreement) { a.Other = a.Viewer }),
			domain.Refusal{Code: domain.SamePerson, Field: "other", Others: one(domain.PersonNoun, "dennis")}},
		{"edited into another kind with the people left in it", edited(func(a *domain.Agreement) { a.Kind, a.Group = domain.GroupAtMost, "leeg" }),
			domain.Refusal{Code: domain.NotOfKind, Field: "viewer"}},
		{"edited into what it is", edited(func(*domain.Agreement) {}), domain.Refusal{Code: domain.NothingToDo}},
		{"edited though it is not there", domain.EditAgreement{Agreement: domain.Agreement{ID: "weg"}}, domain.Refusal{Code: domain.UnknownRef}},
		{"taken back though it is not there", domain.RemoveAgreement{ID: "weg"}, domain.Refusal{Code: domain.UnknownRef}},
	})
}

// A made-up record of all fields at once becomes one that is let in whatever its
// kind, and loses nothing that its kind needs.
func TestAPromiseMadeFittingSaysWhatItsKindNeedsAndNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		full := domain.Agreement{ID: "f", Kind: rapid.SampledFrom(domain.AgreementKinds()).Draw(t, "kind"), Note: "n",
			Viewer: "sem", Other: "noor", Group: "leeg", MostVisible: domain.GroupVisible, Role: domain.External}
		fit := full.Fitting()
		if _, err := (domain.AddAgreement{Agreement: fit}).Plan(kade()); err != nil {
			t.Fatalf("%+v: %v", fit, err)
		}
		if fit.Kind != full.Kind || fit.Note != full.Note || !fit.Fitting().Equal(fit) {
			t.Fatalf("%+v became %+v", full, fit)
		}
		if _, err := (domain.AddAgreement{Agreement: full}).Plan(kade()); err == nil {
			t.Fatalf("%+v is let in", full)
		}
	})
}
