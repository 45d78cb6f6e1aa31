package domain_test

import (
	"reflect"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

func TestAnOldWorldStaysAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		kept, before := []domain.World{w}, []domain.Records{w.Records()}
		for range rapid.IntRange(1, 6).Draw(t, "edits") {
			changes, err := domaintest.Command(t, w).Plan(w)
			if err != nil {
				continue
			}
			w, _ = w.With(changes...)
			kept, before = append(kept, w), append(before, w.Records())
		}
		for i := range kept {
			if !reflect.DeepEqual(kept[i].Records(), before[i]) {
				t.Fatalf("world %d of %d changed when a later one was made", i+1, len(kept))
			}
			sameLookups(t, kept[i], domain.NewWorld(before[i]))
		}
	})
}

func TestMembersStandByPersonAlsoWhereAKeyDoesNot(t *testing.T) {
	var r domain.Records
	for _, g := range []domain.GroupID{"G1-2", "G1", "G10"} { // in the order of G1-2/…, G1/… and G10/…
		for _, p := range []domain.PersonID{"P1-2", "P1.2", "P1", "P10"} {
			r.Memberships = append(r.Memberships, domain.Membership{Group: g, Person: p})
		}
	}
	w := domain.NewWorld(r)
	for _, g := range []domain.GroupID{"G1", "G1-2", "G10"} {
		var got []domain.PersonID
		for m := range w.MembersOf(g) {
			if m.Group != g {
				t.Errorf("a member of %s stands in %s", m.Group, g)
			}
			got = append(got, m.Person)
		}
		if want := []domain.PersonID{"P1", "P1-2", "P1.2", "P10"}; !slices.Equal(got, want) {
			t.Errorf("members of %s: %v, want %v", g, got, want)
		}
	}
}

func TestTwoFuturesOfOneWorldDoNotMix(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		var futures []domain.World
		var records []domain.Records
		for range 3 {
			changes, err := domaintest.Command(t, w).Plan(w)
			if err != nil {
				continue
			}
			next, err := w.With(changes...)
			if err != nil {
				t.Fatal(err)
			}
			futures, records = append(futures, next), append(records, next.Records())
		}
		for i := range futures {
			if !reflect.DeepEqual(futures[i].Records(), records[i]) {
				t.Fatalf("future %d changed when another was made", i+1)
			}
		}
	})
}

// sameLookups fails unless every lookup of w gives the same as that of a new World of
// the same records.
func sameLookups(t *rapid.T, w, fresh domain.World) {
	t.Helper()
	for p := range fresh.Persons() {
		same(t, "memberships of "+p.Key(), w.MembershipsOf(p.ID), fresh.MembershipsOf(p.ID))
		same(t, "relations of "+p.Key(), w.RelationsOf(p.ID), fresh.RelationsOf(p.ID))
		if !slices.Equal(w.GroupsOn(p.ID, today()), fresh.GroupsOn(p.ID, today())) {
			t.Fatalf("groups of %s differ", p.ID)
		}
		if !slices.Equal(w.Refers(p.ID), fresh.Refers(p.ID)) {
			t.Fatalf("what refers to %s differs", p.ID)
		}
	}
	for g := range fresh.Groups() {
		same(t, "members of "+g.Key(), w.MembersOf(g.ID), fresh.MembersOf(g.ID))
		if !slices.Equal(w.MembersOn(g.ID, today()), fresh.MembersOn(g.ID, today())) {
			t.Fatalf("members of %s today differ", g.ID)
		}
	}
	for _, n := range domain.Nouns() {
		if w.Count(n) != fresh.Count(n) || w.Next(n) != fresh.Next(n) {
			t.Fatalf("%s: %d, next %q; read in: %d, next %q", n, w.Count(n), w.Next(n), fresh.Count(n), fresh.Next(n))
		}
	}
}

func same[T comparable](t *rapid.T, what string, a, b func(func(T) bool)) {
	t.Helper()
	if x, y := slices.Collect(a), slices.Collect(b); !slices.Equal(x, y) {
		t.Fatalf("%s: %v, read in: %v", what, x, y)
	}
}

func TestAnEmptyWorldAnswersEverythingWithNothing(t *testing.T) {
	var w domain.World
	for _, n := range domain.Nouns() {
		if w.Count(n) != 0 || w.Has(domain.Ref{Noun: n, Key: "x"}) {
			t.Errorf("%s in an empty world", n)
		}
	}
	if len(w.MembersOn("G1", today()))+len(w.GroupsOn("P1", today()))+len(w.Refers("P1"))+len(domain.JudgeAll(w)) != 0 {
		t.Error("an empty world has links")
	}
	if !w.Institution().Equal(domain.Institution{}) || w.Readings() != 0 {
		t.Error("an empty world has an institution")
	}
	if _, err := w.With(); err != nil {
		t.Error(err)
	}
}

func TestEveryRecordIsFoundByItsReference(t *testing.T) {
	w := kade()
	found := map[domain.Noun]int{}
	for _, c := range domain.Creation(w) {
		s := c.Step()
		found[s.Noun]++
		if record, ok := w.Record(s.Ref); !ok || !reflect.DeepEqual(record, s.After) || s.Before != nil {
			t.Errorf("%v: %v, want %v", s.Ref, record, s.After)
		}
	}
	for _, n := range domain.Nouns() {
		if found[n] != w.Count(n) {
			t.Errorf("%d of %d %s created", found[n], w.Count(n), n)
		}
	}
	if w.Has(domain.Ref{Noun: domain.Noun(99), Key: "sem"}) {
		t.Error("a record of no noun is there")
	}
}

func TestAWorldCanBeBuiltFromItsOwnCreation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		again, err := domain.World{}.With(domain.Creation(w)...)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(again.Records(), w.Records()) {
			t.Fatal("the creation of a world makes another one")
		}
		sameLookups(t, again, w)
		none, err := again.With(domain.Inverse(domain.Creation(w))...)
		if err != nil || len(domain.Creation(none)) != 0 {
			t.Fatalf("taking everything back leaves %d records, %v", len(domain.Creation(none)), err)
		}
	})
}

func TestAChangeThatDoesNotStartFromWhatIsThereIsOutdated(t *testing.T) {
	w := kade()
	steiger, _ := w.Group("steiger")
	renamed := steiger
	renamed.Name = "Woongroep Steiger B"
	other := domain.Group{ID: "nieuw", Name: "Nieuw"}
	type swap = domain.Swap[domain.Group]
	for _, c := range []struct {
		name string
		swap *swap
	}{
		{"creating what is there already", &swap{After: &renamed}},
		{"editing what was never there", &swap{Before: &other, After: &other}},
		{"removing what was never there", &swap{Before: &other}},
		{"editing what somebody else has edited", &swap{Before: &renamed, After: &steiger}},
		{"removing what somebody else has edited", &swap{Before: &renamed}},
		{"turning one group into another", &swap{Before: &steiger, After: &other}},
		{"changing nothing at all", &swap{}},
		{"an empty change", nil},
	} {
		next, err := w.With(domain.Change{Group: c.swap})
		if refusal, ok := err.(domain.Refusal); !ok || refusal.Code != domain.Outdated {
			t.Errorf("%s: %v", c.name, err)
		}
		if !reflect.DeepEqual(next.Records(), w.Records()) {
			t.Errorf("%s: the world moved on", c.name)
		}
	}
}

func TestAnOutdatedChangeTakesTheWholeEditWithIt(t *testing.T) {
	w := kade()
	fine := domain.Group{ID: "nieuw", Name: "Nieuw"}
	leeg, _ := w.Group("leeg")
	next, err := w.With(
		domain.Change{Group: &domain.Swap[domain.Group]{After: &fine}},
		domain.Change{Group: &domain.Swap[domain.Group]{After: &leeg}},
	)
	if err == nil || next.Has(domain.Ref{Noun: domain.GroupNoun, Key: "nieuw"}) {
		t.Errorf("half an edit was made: %v", err)
	}
}

func TestWhoIsInAGroupDependsOnTheDay(t *testing.T) {
	w := kade()
	for _, c := range []struct {
		on   string
		want []domain.PersonID
	}{
		{"2024-12-31", []domain.PersonID{"lotte", "noor"}},
		{"2025-12-31", []domain.PersonID{"lotte", "noor", "tomasz"}},
		{"2026-03-02", []domain.PersonID{"ingrid", "lotte", "noor"}},
		{"2027-01-01", []domain.PersonID{"lotte", "noor"}},
	} {
		var got []domain.PersonID
		for _, m := range w.MembersOn("kookgroep", day(c.on)) {
			got = append(got, m.Person)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("on %s: %v, want %v", c.on, got, c.want)
		}
	}
}

func TestAMembershipHasItsOwnRoleElseThatOfThePerson(t *testing.T) {
	w := kade()
	for _, m := range w.MembersOn("oudercafe", today()) {
		want := map[domain.PersonID]domain.Role{"bao": domain.Counselor, "fatima": domain.Guardian, "petra": domain.Guardian}[m.Person]
		if m.As != want || w.RoleIn(m.Membership) != want {
			t.Errorf("%s is there as %s, want %s", m.Person, m.As, want)
		}
	}
}

func TestSomebodyInactiveIsInNoGroupAndInNoRelation(t *testing.T) {
	w, _ := do(t, kade(), domain.DeactivatePerson{ID: "petra", From: today()})
	relation, _ := w.Relation("sem-petra")
	if _, counts := w.InEffect(relation, today()); counts || len(w.GroupsOn("petra", today())) != 0 {
		t.Error("Petra counts on the day from which she is inactive")
	}
	if _, counts := w.InEffect(relation, today()-1); !counts || len(w.GroupsOn("petra", today()-1)) != 2 {
		t.Error("Petra does not count on the day before")
	}
	w, _ = do(t, w, domain.ReactivatePerson{ID: "petra"})
	if _, counts := w.InEffect(relation, today()); !counts {
		t.Error("Petra does not count again")
	}
}

func TestARelationOfATypeThatIsSwitchedOffHasNoEffect(t *testing.T) {
	w := kade()
	ouder, _ := w.RelationType("ouder")
	ouder.SwitchedOff = true
	after, _ := do(t, w, domain.EditRelationType{Type: ouder}) // E7
	relation, _ := after.Relation("sem-petra")
	if _, counts := after.InEffect(relation, today()); counts {
		t.Error("it counts")
	}
	if _, counts := w.InEffect(relation, today()); !counts {
		t.Error("it did not count before")
	}
}

// Under -race this checks that several goroutines may read one World and make their
// own next one of it.
func TestSeveralMayMakeTheirNextWorldOfOneAtOnce(t *testing.T) {
	w := kade()
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			id := domain.PersonID([]string{"bao", "sem", "noor", "petra"}[i%4])
			changes, err := domain.AddMembers{Memberships: []domain.Membership{{Group: "leeg", Person: id}}}.Plan(w)
			if err != nil {
				t.Error(err)
				return
			}
			next, err := w.With(changes...)
			if err != nil || len(next.MembersOn("leeg", today())) != 1 || len(w.MembersOn("leeg", today())) != 0 {
				t.Errorf("%s: %v", id, err)
			}
		})
	}
	all.Wait()
}
