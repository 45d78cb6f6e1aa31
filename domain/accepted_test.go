package domain_test

import (
	"testing"

	"zichtlijn/domain"
)

func TestASignalIsAcceptedWithAReasonAndReopened(t *testing.T) {
	few := domain.AcceptedSignal{Code: "group.few-counselors", Objects: []string{"G4"}, Reason: "vacature loopt", By: "Wil", On: domain.NewDate(2026, 3, 2)}
	w, _ := do(t, domain.World{}, domain.AcceptSignal{Signal: few})
	if got, ok := w.Accepted(few.Key()); !ok || !got.Equal(few) {
		t.Fatalf("accepted is %v", got)
	}
	silent := few
	silent.Reason = "  "
	refuse(t, w, []attempt{
		{"once more the same", domain.AcceptSignal{Signal: few}, domain.Refusal{Code: domain.NothingToDo}},
		{"without a reason", domain.AcceptSignal{Signal: silent}, domain.Refusal{Code: domain.ValueMissing, Field: "reason"}},
	})

	again := few
	again.Reason = "nog een maand"
	w, _ = do(t, w, domain.AcceptSignal{Signal: again})
	if got, _ := w.Accepted(few.Key()); got.Reason != again.Reason || w.Count(domain.AcceptedSignalNoun) != 1 {
		t.Fatalf("accepted again is %v", got)
	}
	w, _ = do(t, w, domain.ReopenSignal{Code: few.Code, Objects: few.Objects})
	if _, ok := w.Accepted(few.Key()); ok {
		t.Error("a reopened signal is accepted still")
	}
	refuse(t, w, []attempt{
		{"reopened twice", domain.ReopenSignal{Code: few.Code, Objects: few.Objects}, domain.Refusal{Code: domain.UnknownRef}},
	})
}
