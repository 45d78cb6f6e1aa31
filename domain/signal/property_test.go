package signal_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/signal"
)

func TestTheOrderInWhichASetUpComesInDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		other, err := domain.World{}.With(rapid.Permutation(domain.Creation(w)).Draw(t, "order")...)
		if err != nil {
			t.Fatal(err)
		}
		if one, two := signal.Look(w, today()), signal.Look(other, today()); !reflect.DeepEqual(one, two) {
			t.Fatalf("another order, other findings:\n%v\n%v", one, two)
		}
	})
}

func TestEverySignalIsOnceThereCanBeAcceptedAndPointsAtWhatIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		keys := map[string]bool{}
		for _, s := range signal.Find(w, today()) {
			if keys[s.Key()] {
				t.Fatalf("%s twice", s.Key())
			}
			keys[s.Key()] = true
			if _, ok := signal.Parse(string(s.Code)); !ok || len(s.Objects) == 0 || len(s.Refs) == 0 {
				t.Fatalf("%v", s)
			}
			for i, o := range s.Objects {
				if at := (domain.Ref{Noun: s.Code.Noun(i), Key: o}); !domain.ValidID(o) || !w.Has(at) || !slices.Contains(s.Refs, at) {
					t.Fatalf("%v: no %v", s, at)
				}
			}
			for _, r := range s.Refs {
				if !w.Has(r) {
					t.Fatalf("%v points at nothing: %v", s, r)
				}
			}
		}
	})
}

func TestAcceptingHidesExactlyThatSignalAndReopeningBringsItBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		before := signal.Look(w, today())
		if len(before.Open) == 0 {
			return
		}
		at := rapid.IntRange(0, len(before.Open)-1).Draw(t, "signal")
		s := before.Open[at]
		next := step(t, w, domain.AcceptSignal{Signal: s.Accept("besproken", "Wil", today())})
		now := signal.Look(next, today())
		if want := slices.Delete(slices.Clone(before.Open), at, at+1); !equal(now.Open, want) {
			t.Fatalf("open are %v, not %v", now.Open, want)
		}
		i := slices.IndexFunc(now.Accepted, func(a signal.Accepted) bool { return a.Key() == s.Key() })
		if i < 0 || now.Accepted[i].Acceptance.Reason != "besproken" || len(now.Accepted) != len(before.Accepted)+1 {
			t.Fatalf("accepted are %v", now.Accepted)
		}
		back := step(t, next, domain.ReopenSignal{Code: string(s.Code), Objects: s.Objects})
		if again := signal.Open(back, today()); !equal(again, before.Open) {
			t.Fatalf("reopened: %v, not %v", again, before.Open)
		}
	})
}

func step(t *rapid.T, w domain.World, c domain.Command) domain.World {
	changes, err := c.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	if w, err = w.With(changes...); err != nil {
		t.Fatal(err)
	}
	return w
}

func equal(a, b []signal.Signal) bool {
	return slices.EqualFunc(a, b, func(x, y signal.Signal) bool { return reflect.DeepEqual(x, y) })
}

// Ticks of steps are kept as accepted signals, but are no signals.
func TestWhatIsAcceptedUnderACodeOfSomethingElseIsNobodysSignal(t *testing.T) {
	w := after(t, demonstration(t), domain.AcceptSignal{Signal: domain.AcceptedSignal{Code: "step.people", Reason: "gedaan"}})
	if f := signal.Look(w, today()); len(f.Accepted) != 0 || len(f.Open) != len(signal.Open(demonstration(t), today())) {
		t.Errorf("%v", f.Accepted)
	}
	if _, ok := signal.Parse("step.people"); ok {
		t.Error("a step is a signal")
	}
}

// Who is seen, and the mirror list, come from a look at roles instead of pairs.
// OneWaySight depends on this too: only a counselor's sight of a group, linked or not, is
// one-way.
func TestWhoIsSeenIsWhatThePairsSayAndOnlyACounselorsSightOfAGroupWorksOneWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		listed := map[[2]domain.PersonID]bool{}
		for _, line := range signal.Mirror(w, today()) {
			for _, other := range line.Others {
				listed[[2]domain.PersonID{line.Viewer, other}] = true
			}
		}
		all := sight.NewEvaluator(w, today()).Seen()
		seen := map[domain.PersonID]bool{}
		for a := range w.Persons() {
			for b := range w.Persons() {
				there, back := sight.Between(w, a.ID, b.ID, today()), sight.Between(w, b.ID, a.ID, today())
				seen[b.ID] = seen[b.ID] || there.Sees()
				oneWay := there.Sees() && !back.Sees()
				if oneWay != listed[[2]domain.PersonID{a.ID, b.ID}] {
					t.Fatalf("%s sees %s %v, back %v, and listed %v", a.ID, b.ID, there.Sees(), back.Sees(), !oneWay)
				}
				for _, g := range there.Sight {
					if oneWay && g.Rule != sight.G2 && g.Rule != sight.G6 {
						t.Fatalf("%s sees %s one way by %s", a.ID, b.ID, g.Short())
					}
				}
			}
		}
		for i, id := range all.People {
			if all.Any[i] != seen[id] {
				t.Fatalf("somebody sees %s: %v, and marked %v", id, seen[id], all.Any[i])
			}
		}
	})
}
