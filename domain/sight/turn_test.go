package sight_test

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

func TestImpactIsTheDifferenceOfTheMatrices(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		changes, err := domaintest.Command(t, w).Plan(w)
		if err == nil {
			impact(t, w, changes)
		}
	})
}

// A random command seldom turns a sightline. These changes do if anything does: each
// removes or turns something on which sight can rest, whether or not a rule allows
// it.
func TestImpactMissesNoGroundThatGoesOrComes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		blows := drastic(w)
		if len(blows) == 0 {
			return
		}
		for range 8 {
			c := rapid.SampledFrom(blows).Draw(t, "change")
			impact(t, w, []domain.Change{c})
			after, err := w.With(c)
			if err != nil {
				t.Fatal(err)
			}
			impact(t, after, []domain.Change{c.Inverse()})
		}
	})
}

// drastic returns a change for every record on which sight can rest.
func drastic(w domain.World) []domain.Change {
	var out []domain.Change
	for r := range w.Relations() {
		out = append(out, domain.Change{Relation: &domain.Swap[domain.Relation]{Before: &r}})
	}
	for ty := range w.RelationTypes() {
		off, network := ty, ty
		off.SwitchedOff, network.Network = !ty.SwitchedOff, !ty.Network
		for _, after := range []domain.RelationType{off, network} {
			out = append(out, domain.Change{RelationType: &domain.Swap[domain.RelationType]{Before: &ty, After: &after}})
		}
	}
	for p := range w.Persons() {
		gone, other := p, p
		gone.InactiveFrom = today()
		other.Role = domain.Counselor
		for _, after := range []domain.Person{gone, other} {
			out = append(out, domain.Change{Person: &domain.Swap[domain.Person]{Before: &p, After: &after}})
		}
	}
	for m := range w.Memberships() {
		other := m
		other.Role = domain.Guardian
		out = append(out, domain.Change{Membership: &domain.Swap[domain.Membership]{Before: &m}},
			domain.Change{Membership: &domain.Swap[domain.Membership]{Before: &m, After: &other}})
	}
	for g := range w.Groups() {
		for _, v := range domain.Visibilities() {
			after := g
			after.Visibility = v
			out = append(out, domain.Change{Group: &domain.Swap[domain.Group]{Before: &g, After: &after}})
		}
	}
	return append(out, turnedReadings(w)...)
}

func turnedReadings(w domain.World) []domain.Change {
	var out []domain.Change
	before := w.Institution()
	for _, r := range domain.AllReadings() {
		after := before
		after.Readings = before.Readings.With(r, !before.Readings.On(r))
		out = append(out, domain.Change{Institution: &domain.Swap[domain.Institution]{Before: &before, After: &after}})
	}
	return out
}

// impact compares what Impact says with the two matrices.
func impact(t *rapid.T, w domain.World, changes []domain.Change) {
	t.Helper()
	after, err := w.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	found, err := sight.Turns(w, changes, today())
	if err != nil {
		t.Fatal(err)
	}
	var got []sight.Turn
	for turn := range found {
		turn.Pairing = 0
		got = append(got, turn)
	}
	want := difference(w, after)
	if !slices.Equal(got, want) {
		t.Fatalf("%v: turns %+v\nmatrices differ by %+v", changes[0].Step().Ref, got, want)
	}
	if n, err := sight.NewEvaluator(w, today()).Count(changes); err != nil || n != len(want) {
		t.Fatalf("%v: %d turns are counted, %v; matrices differ by %d", changes[0].Step().Ref, n, err, len(want))
	}
	ranked, err := sight.Impact(w, changes, today())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(ranked, func(a, b sight.Turn) int { return cmp.Compare(a.Pairing, b.Pairing) }) {
		t.Fatalf("not worst first: %+v", ranked)
	}
	byPair := func(a, b sight.Turn) int {
		return cmp.Or(cmp.Compare(a.Viewer, b.Viewer), cmp.Compare(a.Other, b.Other))
	}
	slices.SortFunc(ranked, byPair)
	for i := range ranked {
		ranked[i].Pairing = 0
	}
	if !slices.Equal(ranked, want) {
		t.Fatalf("%v: impact %+v\nmatrices differ by %+v", changes[0].Step().Ref, ranked, want)
	}
}

// One evaluator answers for many hypothetical edits of one World: what it kept from
// one does not change the answer to the next.
func TestAnEvaluatorAnswersForOneEditAfterAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		l := sight.NewEvaluator(w, today())
		for range 5 {
			changes, err := domaintest.Command(t, w).Plan(w)
			if err != nil {
				continue
			}
			after, err := w.With(changes...)
			if err != nil {
				t.Fatal(err)
			}
			if n, err := l.Count(changes); err != nil || n != len(difference(w, after)) {
				t.Fatalf("%d turns are counted, %v; matrices differ by %d", n, err, len(difference(w, after)))
			}
		}
	})
}

// difference compares two matrices pair by pair, by viewer and other.
func difference(w, after domain.World) []sight.Turn {
	var everybody []domain.PersonID
	for _, world := range []domain.World{w, after} {
		for p := range world.Persons() {
			everybody = append(everybody, p.ID)
		}
	}
	slices.Sort(everybody)
	everybody = slices.Compact(everybody)
	var out []sight.Turn
	was, is := facts(w), facts(after)
	for _, viewer := range everybody {
		for _, other := range everybody {
			p := pair{viewer, other}
			if was[p] != is[p] {
				out = append(out, sight.Turn{Viewer: viewer, Other: other, Before: was[p], After: is[p]})
			}
		}
	}
	return out
}

func TestImpactOfWhatIsOutdatedIsARefusal(t *testing.T) {
	g := domain.Group{ID: "G1", Name: "Weg"}
	_, err := sight.Impact(domain.World{}, []domain.Change{{Group: &domain.Swap[domain.Group]{Before: &g}}}, today())
	if r, ok := err.(domain.Refusal); !ok || r.Code != domain.Outdated {
		t.Errorf("%v", err)
	}
}

func TestATurnGainsOrLoses(t *testing.T) {
	none, sees, both := sight.Fact{}, sight.Fact{Sees: true}, sight.Fact{Sees: true, Messages: true}
	for _, c := range []struct {
		before, after sight.Fact
		gains, loses  bool
	}{
		{none, sees, true, false}, {sees, both, true, false}, {none, both, true, false},
		{sees, none, false, true}, {both, sees, false, true}, {both, none, false, true},
		{sees, sees, false, false}, {sight.Fact{Messages: true}, sees, true, true},
	} {
		turn := sight.Turn{Before: c.before, After: c.after}
		if turn.Gains() != c.gains || turn.Loses() != c.loses {
			t.Errorf("%+v: gains %v, loses %v", turn, turn.Gains(), turn.Loses())
		}
	}
}

func TestAGroupWithOneClientShowsItsNameAndNobody(t *testing.T) {
	w := demonstration(t)
	group := domain.Group{ID: "G9", Name: "Depressiegroep"}
	changes, err := domain.AddGroup{Group: group}.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	w, _ = w.With(changes...)
	changes, _ = domain.AddMembers{Memberships: []domain.Membership{{Group: "G9", Person: "P26"}}}.Plan(w)
	w, _ = w.With(changes...)
	changes, _ = domain.SetVisibility{ID: "G9", Visibility: domain.GroupVisible}.Plan(w)
	if turns, _ := sight.Impact(w, changes, today()); len(turns) != 0 {
		t.Errorf("sightlines turn: %v", turns)
	}
	found, err := sight.GroupTurns(w, changes, today())
	if err != nil {
		t.Fatal(err)
	}
	turns := slices.Collect(found)
	if len(turns) != 1 || turns[0].Viewer != "P26" || turns[0].Group != "G9" || !turns[0].Reveals() || turns[0].Hides() {
		t.Errorf("groups turn: %+v", turns)
	}
}

// place is a viewer and a group.
type place struct {
	viewer domain.PersonID
	group  domain.GroupID
}

// groupFacts lists the facts of groups for everybody, as the matrix says.
func groupFacts(w domain.World) map[place]sight.GroupFact {
	out := map[place]sight.GroupFact{}
	for s := range sight.Matrix(w, domaintest.Today()) {
		for _, g := range s.Groups {
			out[place{s.Viewer, g.Group}] = g.Access.Fact()
		}
	}
	return out
}

func TestWhereGroupsStandIsTurnedExactlyAsTheMatrixSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		changes, err := domaintest.Command(t, w).Plan(w)
		if err != nil {
			return
		}
		after, err := w.With(changes...)
		if err != nil {
			t.Fatal(err)
		}
		found, err := sight.GroupTurns(w, changes, domaintest.Today())
		if err != nil {
			t.Fatal(err)
		}
		was, is := groupFacts(w), groupFacts(after)
		for turn := range found {
			k := place{turn.Viewer, turn.Group}
			if was[k] != turn.Before || is[k] != turn.After || turn.Before == turn.After {
				t.Fatalf("%+v; the matrices say %+v and %+v", turn, was[k], is[k])
			}
			delete(was, k)
			delete(is, k)
		}
		for k := range was {
			if was[k] != is[k] {
				t.Fatalf("%v turns from %+v to %+v untold", k, was[k], is[k])
			}
		}
		for k := range is {
			if was[k] != is[k] {
				t.Fatalf("%v turns from %+v to %+v untold", k, was[k], is[k])
			}
		}
	})
}
