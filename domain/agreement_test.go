package domain_test

import (
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
)

func TestTheSamePromiseIsMadeOnce(t *testing.T) {
	never := domain.Agreement{Kind: domain.NeverSees, Viewer: "noor", Other: "bao", Note: "een"}
	w, _ := do(t, kade(), domain.AddAgreement{Agreement: never})
	never.Note = "twee"
	refuse(t, w, []attempt{{"by another", domain.AddAgreement{Agreement: never}, domain.Refusal{Code: domain.AgreementTwice, Field: "kind", Others: one(domain.AgreementNoun, "F1")}}})

	// The other way round, and another kind, are other promises; what is promised twice in a
	// file of before can be edited.
	turned := never
	turned.Viewer, turned.Other = never.Other, never.Viewer
	w, _ = do(t, w, domain.AddAgreement{Agreement: turned})
	turned.ID, turned.Viewer, turned.Other = "F2", never.Viewer, never.Other
	refuse(t, w, []attempt{{"by an edit", domain.EditAgreement{Agreement: turned}, domain.Refusal{Code: domain.AgreementTwice, Field: "kind", Others: one(domain.AgreementNoun, "F1")}}})
	twice, err := w.With(domain.Change{Agreement: &domain.Swap[domain.Agreement]{After: &domain.Agreement{ID: "F9", Kind: domain.NeverSees, Viewer: "noor", Other: "bao"}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (domain.EditAgreement{Agreement: domain.Agreement{ID: "F9", Kind: domain.NeverSees, Viewer: "noor", Other: "bao", Note: "drie"}}).Plan(twice); err != nil {
		t.Error(err)
	}
}

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

// A coordinator wants to see a promise that is broken from the start: it is not
// refused.
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

// Fitting turns a record with all fields into one that is allowed, whatever its
// kind, and keeps what the kind needs.
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
