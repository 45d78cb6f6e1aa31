package domain_test

import (
	"slices"
	"testing"

	"zichtlijn/domain"
)

func TestAStepIsTickedByHandAndUnticked(t *testing.T) {
	w, changes := do(t, kade(), domain.TickStep{Step: domain.HandoverStep, Group: "kookgroep", Reason: " met Wil ", By: "Marloes", On: today()})
	want := domain.AcceptedSignal{Code: "step.handover", Objects: []string{"kookgroep"}, Reason: "met Wil", By: "Marloes", On: today()}
	got := w.Ticks(domain.HandoverStep, "kookgroep")
	if len(changes) != 1 || len(got) != 1 || !got[0].Equal(want) {
		t.Fatalf("ticked is %v", got)
	}
	if s, ok := got[0].TickedStep(); !ok || s != domain.HandoverStep {
		t.Errorf("it is the tick of %v, %v", s, ok)
	}
	refuse(t, w, []attempt{
		{"once more the same", domain.TickStep{Step: domain.HandoverStep, Group: "kookgroep", Reason: "met Wil", By: "Marloes", On: today()},
			domain.Refusal{Code: domain.NothingToDo}},
		{"of a group that is not there", domain.TickStep{Step: domain.HandoverStep, Group: "weg"}, domain.Refusal{Code: domain.UnknownRef}},
		{"looked as nobody", domain.TickStep{Step: domain.LookStep, Group: "leeg", On: today()},
			domain.Refusal{Code: domain.NobodyInGroup, Subject: domain.Ref{Noun: domain.GroupNoun, Key: "leeg"}, Date: today()}},
		{"of the institution, though it has no setting", domain.TickStep{Step: domain.ModeStep}, domain.Refusal{Code: domain.ValueMissing, Field: "group"}},
		{"unticked of a group that is not there", domain.UntickStep{Step: domain.LookStep, Group: "weg"}, domain.Refusal{Code: domain.UnknownRef}},
		{"unticked though it is open", domain.UntickStep{Step: domain.NewsStep, Group: "kookgroep"}, domain.Refusal{Code: domain.NothingToDo}},
	})
	w, _ = do(t, w, domain.UntickStep{Step: domain.HandoverStep, Group: "kookgroep"})
	if got := w.Ticks(domain.HandoverStep, "kookgroep"); len(got) != 0 {
		t.Errorf("unticked it is %v", got)
	}
}

func TestTheInstitutionIsHandedOverApartFromItsGroups(t *testing.T) {
	w, _ := do(t, kade(), domain.TickStep{Step: domain.HandoverStep, On: today()})
	if len(w.Ticks(domain.HandoverStep, "")) != 1 || len(w.Ticks(domain.HandoverStep, "kookgroep")) != 0 {
		t.Error("a group is handed over, or the institution is not")
	}
}

// A later group may get the id of one that was removed: it was never looked at.
func TestARemovedGroupTakesItsTicksAlong(t *testing.T) {
	w := kade()
	for _, s := range []domain.HandStep{domain.ModeStep, domain.NewsStep} {
		w, _ = do(t, w, domain.TickStep{Step: s, Group: "leeg", On: today()})
		w, _ = do(t, w, domain.TickStep{Step: s, Group: "kookgroep", On: today()})
	}
	w, _ = do(t, w, domain.RemoveGroup{ID: "leeg"})
	var left []string
	for a := range w.AcceptedSignals() {
		left = append(left, a.Key())
	}
	if !slices.Equal(left, []string{"step.mode/kookgroep/members-visible", "step.news/kookgroep"}) {
		t.Errorf("left are %v", left)
	}
}

func TestAPeriodicCheckIsMarkedWithWhatWasLookedAt(t *testing.T) {
	if _, ok := kade().LastCheck(); ok {
		t.Error("there was one before the first")
	}
	done := domain.DoneCheck{Reason: "nr. 1 t/m 7 nagelopen", By: "Marloes", On: today()}
	w, _ := do(t, kade(), done)
	got, ok := w.LastCheck()
	if !ok || got.Reason != done.Reason || got.By != done.By || got.On != today() || len(got.Objects) != 0 || !got.IsCheck() {
		t.Errorf("the check is %v", got)
	}
	refuse(t, w, []attempt{
		{"the same words on the same day", done, domain.Refusal{Code: domain.NothingToDo}},
		{"without a word", domain.DoneCheck{Reason: " ", On: today()}, domain.Refusal{Code: domain.ValueMissing, Field: "reason"}},
	})
	w, _ = do(t, w, domain.DoneCheck{Reason: "nr. 8 nagelopen", On: today() + 30})
	if got, _ := w.LastCheck(); w.Count(domain.AcceptedSignalNoun) != 1 || got.On != today()+30 {
		t.Errorf("the last check is %v", got)
	}
}
