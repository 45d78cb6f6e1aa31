package sight_test

import (
	"testing"

	"zichtlijn/domain"
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
	raised := after(t, w, domain.SetVisibility{ID: "G6", Visibility: domain.GroupVisible})
	broken, newly := sight.Broken(w, raised, today())
	if len(broken) != 2 || len(newly) != 1 || newly[0].Agreement.ID != "F2" {
		t.Errorf("raising G6 breaks %v, newly %v", broken, newly)
	}
	external := after(t, w, domain.AddMembers{Memberships: []domain.Membership{{Group: "G6", Person: "P39"}}})
	if _, newly = sight.Broken(w, external, today()); len(newly) != 1 || newly[0].Agreement.ID != "F3" || len(newly[0].Members) != 1 || newly[0].Members[0].Person != "P39" {
		t.Errorf("an external in G6 newly breaks %v", newly)
	}
	promise := domain.Agreement{ID: "F9", Kind: domain.NeverMessages, Viewer: "P28", Other: "P31"}
	promised, err := w.With(domain.Change{Agreement: &domain.Swap[domain.Agreement]{After: &promise}})
	if err != nil {
		t.Fatal(err)
	}
	if broken, newly = sight.Broken(w, promised, today()); len(broken) != 2 || len(newly) != 0 {
		t.Errorf("a promise that is broken already: broken %v, newly %v", broken, newly)
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
