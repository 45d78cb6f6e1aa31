package sight_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

func plan(t *testing.T, w domain.World, c domain.Command) []domain.Change {
	t.Helper()
	changes, err := c.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

// What passes without a reason is tried against the matrices of every day, which
// share no code with the weighing: nobody comes to see or message anybody, no group
// comes into view, no agreement breaks and no news group reaches users of a hidden group.
func TestWhatPassesWithoutAReasonRevealsNothingAndBreaksNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		changes, err := domaintest.Command(t, w).Plan(w)
		if err != nil {
			return
		}
		if rapid.Bool().Draw(t, "taken back") {
			if w, err = w.With(changes...); err != nil {
				t.Fatal(err)
			}
			changes = domain.Inverse(changes)
		}
		if (sight.Consent{On: today()}).Check(w, changes) != nil {
			return
		}
		after, err := w.With(changes...)
		if err != nil {
			t.Fatal(err)
		}
		was, is := groupFacts(w), groupFacts(after)
		for at := range is {
			if is[at].Sees() && !was[at].Sees() {
				t.Fatalf("%v comes into view unasked", at)
			}
		}
		for p := range after.Persons() {
			for _, n := range sight.NewsGroups(after, p.ID, today()) {
				had := slices.ContainsFunc(sight.NewsGroups(w, p.ID, today()), func(one sight.NewsGroup) bool { return one.Is(n.Name) })
				for _, id := range n.Groups {
					g, _ := after.Group(id)
					if !had && g.Visibility == domain.Hidden && roleIn(after, p.ID, id).IsUser() {
						t.Fatalf("%s comes to reach %s unasked", n.Name, p.ID)
					}
				}
			}
		}
		for on := today(); on < today()+70; on++ {
			for _, turn := range turnsOn(w, after, on) {
				if turn.Gains() {
					t.Fatalf("%s: %+v unasked", on, turn)
				}
			}
			for a := range w.Agreements() {
				if now, there := after.Agreement(a.ID); there && now == a && sight.VerdictOn(w, a, on).Holds && !sight.VerdictOn(after, a, on).Holds {
					t.Fatalf("%s: %s is broken unasked", on, a.ID)
				}
			}
		}
	})
}

func roleIn(w domain.World, p domain.PersonID, g domain.GroupID) domain.Role {
	for _, m := range w.GroupsOn(p, today()) {
		if m.Group == g {
			return m.As
		}
	}
	return domain.NoRole
}

func TestWhatRevealsPassesOnlyAsItWasShownAndWithAReason(t *testing.T) {
	w := demonstration(t)
	changes := plan(t, w, domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible})
	shown := func(changes []domain.Change, most int) *sight.Weighing {
		weighing, err := sight.Weigh(w, changes, today(), most)
		if err != nil {
			t.Fatal(err)
		}
		return &weighing
	}
	less := plan(t, w, domain.SetVisibility{ID: "G1", Visibility: domain.GroupVisible})
	for _, c := range []struct {
		name    string
		consent sight.Consent
		passes  bool
	}{
		{"nothing", sight.Consent{On: today()}, false},
		{"a reason for what was not shown", sight.Consent{Reason: "overleg", On: today()}, false},
		{"shown without a reason", sight.Consent{To: shown(changes, 0), On: today()}, false},
		{"shown of another edit", sight.Consent{Reason: "overleg", To: shown(less, 0), On: today()}, false},
		{"shown of another day", sight.Consent{Reason: "overleg", To: shown(changes, 0), On: today() + 1}, false},
		{"shown with a reason", sight.Consent{Reason: "overleg", To: shown(changes, 0), On: today()}, true},
		{"the worst shown with a reason", sight.Consent{Reason: "overleg", To: shown(changes, 5), On: today()}, true},
	} {
		err := c.consent.Check(w, changes)
		var asked sight.Asked
		if c.passes != (err == nil) || !c.passes && (!errors.As(err, &asked) || !asked.Reveals()) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestOnlyAFirstSetUpIsReadInUnasked(t *testing.T) {
	w := demonstration(t)
	first := domain.Creation(w)
	if err := (sight.Consent{On: today(), Import: true}).Check(domain.World{}, first); err != nil {
		t.Error(err)
	}
	more := plan(t, w, domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29"}}})
	for name, err := range map[string]error{
		"the first one repeated": sight.Consent{On: today()}.Check(domain.World{}, first),
		"a further one":          sight.Consent{On: today(), Import: true}.Check(w, more),
	} {
		if asked := (sight.Asked{}); !errors.As(err, &asked) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
