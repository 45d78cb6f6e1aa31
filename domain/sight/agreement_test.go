package sight_test

import (
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// F1 of the demonstration is broken from the start: Dennis sees Petra through
// the network of the child they share, whatever their group's mode.
func TestAnAgreementSaysByWhichRouteItIsBroken(t *testing.T) {
	w := demonstration(t)
	holds := map[domain.AgreementID]bool{}
	for _, v := range sight.Verdicts(w, today()) {
		holds[v.Agreement.ID] = v.Holds
		if v.Agreement.ID == "F1" {
			if len(v.Grounds) != 1 || v.Grounds[0].Rule != sight.N3 || v.Grounds[0].Client != "P14" {
				t.Errorf("F1 is broken by %v", v.Grounds)
			}
		}
	}
	if len(holds) != 3 || holds["F1"] || !holds["F2"] || !holds["F3"] {
		t.Errorf("the agreements hold: %v", holds)
	}
}

func TestAnAgreementIsNewlyBrokenOnlyByAnEditAfterItWasMade(t *testing.T) {
	w := demonstration(t)
	raised := weigh(t, w, domain.SetVisibility{ID: "G6", Visibility: domain.GroupVisible})
	if broken, newly := raised.Broken, raised.Days[0].Broken; len(broken) != 1 || len(newly) != 1 || newly[0].Agreement.ID != "F2" {
		t.Errorf("raising G6 breaks %v, newly %v", broken, newly)
	}
	external := weigh(t, w, domain.AddMembers{Memberships: []domain.Membership{{Group: "G6", Person: "P39"}}})
	if newly := external.Days[0].Broken; len(newly) != 1 || newly[0].Agreement.ID != "F3" || len(newly[0].Members) != 1 || newly[0].Members[0].Person != "P39" {
		t.Errorf("an external in G6 newly breaks %v", newly)
	}
	promise := domain.Agreement{ID: "F9", Kind: domain.NeverMessages, Viewer: "P28", Other: "P31"}
	promised := weigh(t, w, domain.AddAgreement{Agreement: promise})
	if broken := promised.Broken; len(broken) != 1 || broken[0].Agreement.ID != "F9" || promised.Breaks() {
		t.Errorf("a promise that is broken already: broken %v, on %v", broken, promised.Days)
	}
}

func TestTheOtherKindsOfAgreementHoldAndBreak(t *testing.T) {
	w := demonstration(t)
	for name, c := range map[string]struct {
		promise domain.Agreement
		holds   bool
	}{
		"Noor sees Bao":              {domain.Agreement{Kind: domain.Sees, Viewer: "P15", Other: "P12"}, true},
		"Noor sees Yusuf":            {domain.Agreement{Kind: domain.Sees, Viewer: "P15", Other: "P18"}, false},
		"Ingrid never messages Bao":  {domain.Agreement{Kind: domain.NeverMessages, Viewer: "P37", Other: "P12"}, true},
		"G4 at most hidden":          {domain.Agreement{Kind: domain.GroupAtMost, Group: "G4"}, false},
		"G4 at most members-visible": {domain.Agreement{Kind: domain.GroupAtMost, Group: "G4", MostVisible: domain.MembersVisible}, true},
		"no guardian in G3":          {domain.Agreement{Kind: domain.NoRoleInGroup, Group: "G3", Role: domain.Guardian}, false},
		"an ended member counts not": {domain.Agreement{Kind: domain.NeverSees, Viewer: "P41", Other: "P21"}, true},
	} {
		if v := sight.VerdictOn(w, c.promise, today()); v.Holds != c.holds {
			t.Errorf("%s: holds %v", name, v.Holds)
		}
	}
}

// after is the world after one command.
func after(t testing.TB, w domain.World, c domain.Command) domain.World {
	t.Helper()
	changes, err := c.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	next, err := w.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// Looking at the ends of periods gives the same day as trying every day.
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
