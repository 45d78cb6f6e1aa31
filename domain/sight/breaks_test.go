package sight_test

import (
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// Whatever is asked of the periods is what asking every day gives.
func TestAnAgreementBreaksOnTheDayOnWhichAskingEveryDayFindsIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for range rapid.IntRange(0, 4).Draw(t, "edits") {
			if changes, err := domaintest.Command(t, w).Plan(w); err == nil {
				if w, err = w.With(changes...); err != nil {
					t.Fatal(err)
				}
			}
		}
		on := domaintest.Today() + domain.Date(rapid.IntRange(-40, 10).Draw(t, "day"))
		for a := range w.Agreements() {
			want := domain.Date(0)
			for day := on + 1; want == 0 && day <= on+60 && sight.VerdictOn(w, a, on).Holds; day++ {
				if !sight.VerdictOn(w, a, day).Holds {
					want = day
				}
			}
			got, breaks := sight.Breaks(w, a, on)
			if breaks != (got != 0) {
				t.Fatalf("%+v: %s, %v", a, got, breaks)
			}
			if got != want && (got <= on+60 || want != 0) {
				t.Fatalf("%+v on %s: breaks on %s, asking every day says %s", a, on, got, want)
			}
		}
	})
}

func TestWhatIsPlannedBreaksAnAgreementOnItsFirstDay(t *testing.T) {
	w := demonstration(t)
	april := domain.NewDate(2026, 4, 1)
	promise := domain.Agreement{ID: "F8", Kind: domain.Sees, Viewer: "P15", Other: "P12"}
	w = after(t, w, domain.AddAgreement{Agreement: promise})
	w = after(t, w, domain.AddMembers{Memberships: []domain.Membership{{Group: "G6", Person: "P39", Period: domain.Period{From: april}}}})
	w = after(t, w, domain.DeactivatePerson{ID: "P12", From: april + 7})
	for id, want := range map[domain.AgreementID]domain.Date{"F1": 0, "F2": 0, "F3": april, "F8": april + 7} {
		a, _ := w.Agreement(id)
		if got, _ := sight.Breaks(w, a, today()); got != want {
			t.Errorf("%s breaks on %q, want %q", id, got, want)
		}
	}
	if got, breaks := sight.Breaks(w, promise, april+7); breaks {
		t.Errorf("what is broken breaks on %s", got)
	}
}
