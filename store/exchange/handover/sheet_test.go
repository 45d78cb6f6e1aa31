package handover

import (
	"io"
	"maps"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/tell"
)

// placed counts where each record stands on a sheet.
func (s Sheet) placed() (enter, end map[domain.Ref]int) {
	enter, end = map[domain.Ref]int{}, map[domain.Ref]int{}
	count(enter, domain.PersonNoun, s.people)
	count(enter, domain.GroupNoun, s.groups)
	count(enter, domain.MembershipNoun, s.members)
	count(enter, domain.RelationTypeNoun, s.types)
	count(enter, domain.RelationNoun, s.relations)
	for _, e := range s.endings {
		end[domain.Ref{Noun: e.noun, Key: e.record.Key()}]++
	}
	return enter, end
}

func count[T domain.Keyed](into map[domain.Ref]int, n domain.Noun, all []entry[T]) {
	for _, e := range all {
		into[domain.Ref{Noun: n, Key: e.record.Key()}]++
	}
}

// records are those that a sheet is about.
func records(w domain.World) []domain.Ref {
	var out []domain.Ref
	for p := range w.Persons() {
		out = append(out, domain.Ref{Noun: domain.PersonNoun, Key: p.Key()})
	}
	for g := range w.Groups() {
		out = append(out, domain.Ref{Noun: domain.GroupNoun, Key: g.Key()})
	}
	for m := range w.Memberships() {
		out = append(out, domain.Ref{Noun: domain.MembershipNoun, Key: m.Key()})
	}
	for r := range w.RelationTypes() {
		out = append(out, domain.Ref{Noun: domain.RelationTypeNoun, Key: r.Key()})
	}
	for r := range w.Relations() {
		out = append(out, domain.Ref{Noun: domain.RelationNoun, Key: r.Key()})
	}
	return out
}

func TestEveryRecordIsToEnterOrToEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		enter, end := New(w, domaintest.Today(), nil).placed()
		for _, ref := range records(w) {
			if enter[ref]+end[ref] != 1 {
				t.Fatalf("%v stands %d times under what to enter, %d times under what to end", ref, enter[ref], end[ref])
			}
		}
	})
}

// TestTwoHandOversTogetherAreTheWhole: whoever entered the first sheet and does what the
// second says has entered what a whole second sheet would say.
func TestTwoHandOversTogetherAreTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, today := domaintest.Small(t), domaintest.Today()
		after := before
		for range rapid.IntRange(0, 8).Draw(t, "edits") {
			if changes, err := domaintest.Command(t, after).Plan(after); err == nil {
				after, _ = after.With(changes...)
			}
		}
		on := today + domain.Date(rapid.IntRange(0, 20).Draw(t, "days"))
		entered, _ := New(before, today, nil).placed()
		enter, end := New(after, on, &Since{World: before, On: today}).placed()
		whole, _ := New(after, on, nil).placed()
		for _, ref := range append(records(before), records(after)...) {
			is := entered[ref] > 0 && end[ref] == 0 || enter[ref] > 0
			if m, begun := moved(before, after, on, ref); begun {
				if whole[m] == 0 {
					t.Fatalf("%v is gone, and %v is not entered", ref, m)
				}
				continue // it is entered anew, with another first day
			}
			if is != (whole[ref] > 0) {
				t.Fatalf("%v: entered %d, then enter %d, end %d, but whole %d", ref, entered[ref], enter[ref], end[ref], whole[ref])
			}
			if enter[ref] > 0 && end[ref] > 0 {
				t.Fatalf("%v is to enter and to end", ref)
			}
		}
	})
}

// moved returns the membership that stands in the place of one that is gone.
func moved(before, after domain.World, on domain.Date, ref domain.Ref) (domain.Ref, bool) {
	rec, _ := before.Record(ref)
	was, ok := rec.(domain.Membership)
	if !ok || after.Has(ref) {
		return ref, false
	}
	for m := range after.MembershipsOf(was.Person) {
		if m.Group == was.Group && (state{after, on}).member(m) == toEnter {
			return domain.Ref{Noun: domain.MembershipNoun, Key: m.Key()}, true
		}
	}
	return ref, false
}

// harbour has a client with a relation for each reason not to enter one, and a member who
// is not active.
func harbour() domain.Records {
	today := domaintest.Today()
	person := func(id domain.PersonID, r domain.Role) domain.Person {
		return domain.Person{ID: id, Role: r, GivenName: string(id), FamilyName: "Bos"}
	}
	gone := person("P3", domain.Counselor)
	gone.InactiveFrom = today
	return domain.Records{
		Persons:       []domain.Person{person("P1", domain.Client), person("P2", domain.Counselor), gone},
		Groups:        []domain.Group{{ID: "G1", Name: "Haven"}},
		Memberships:   []domain.Membership{{Group: "G1", Person: "P1"}, {Group: "G1", Person: "P2", Period: domain.Period{Through: today - 1}}, {Group: "G1", Person: "P3"}},
		RelationTypes: []domain.RelationType{{ID: "T1", Name: "Begeleider"}, {ID: "T2", Name: "Oud", SwitchedOff: true}},
		Relations: []domain.Relation{
			{ID: "R1", Client: "P1", Person: "P2", Type: "T1"},
			{ID: "R2", Client: "P1", Person: "P2", Type: "T1", Period: domain.Period{Through: today - 1}},
			{ID: "R3", Client: "P1", Person: "P2", Type: "T1", Withdrawn: true},
			{ID: "R4", Client: "P1", Person: "P2", Type: "T2"},
			{ID: "R5", Client: "P1", Person: "P3", Type: "T1"},
		},
	}
}

func TestWhatDoesNotCountIsNotEnteredAndSaysWhy(t *testing.T) {
	s := New(domain.NewWorld(harbour()), domaintest.Today(), nil)
	got := map[string]reason{}
	for _, e := range s.endings {
		got[e.record.Key()] = e.why
	}
	want := map[string]reason{"P3": inactive, "G1/P2/": ended, "G1/P3/": inactive, "R2": ended, "R3": withdrawn, "R4": switchedOff, "R5": inactive}
	if !maps.Equal(got, want) {
		t.Errorf("not to enter: %v, not %v", got, want)
	}
}

func TestWhoeverCountsAgainIsEnteredAgainWithTheirLinks(t *testing.T) {
	before, after := harbour(), harbour()
	after.Persons[2].InactiveFrom = 0
	after.RelationTypes[1].SwitchedOff = false
	s := New(domain.NewWorld(after), domaintest.Today(), &Since{World: domain.NewWorld(before), On: domaintest.Today()})
	enter, end := s.placed()
	want := map[domain.Ref]int{{Noun: domain.PersonNoun, Key: "P3"}: 1, {Noun: domain.RelationTypeNoun, Key: "T2"}: 1,
		{Noun: domain.MembershipNoun, Key: "G1/P3/"}: 1, {Noun: domain.RelationNoun, Key: "R4"}: 1, {Noun: domain.RelationNoun, Key: "R5"}: 1}
	if !maps.Equal(enter, want) || len(end) > 0 {
		t.Errorf("to enter %v, not %v; to end %v", enter, want, end)
	}
}

func TestNamesakesAreToldApart(t *testing.T) {
	named := func(id domain.PersonID, number string) domain.Person {
		return domain.Person{ID: id, Role: domain.Guardian, GivenName: "Noor", FamilyName: "Bos", Number: number, Location: "Kade"}
	}
	before := domain.NewWorld(domain.Records{Persons: []domain.Person{named("P1", "7"), named("P2", ""), named("P3", ""), named("P4", "8")}})
	after := domain.NewWorld(domain.Records{Persons: []domain.Person{named("P1", "7"), named("P2", ""), named("P3", "")}})
	teller := newTeller(New(after, domaintest.Today(), &Since{World: before, On: domaintest.Today()}), tell.Words{})
	for id, want := range map[domain.PersonID]string{"P1": "Noor Bos (7)", "P2": "Noor Bos (P2)", "P3": "Noor Bos (P3)", "P4": "Noor Bos (8)"} {
		if got := teller.name(id); got != want {
			t.Errorf("%s is named %s, not %s", id, got, want)
		}
	}
}

func TestTheCheckSaysWhatSightSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, on := domaintest.Small(t), domaintest.Today()
		var people []domain.PersonID
		for p := range w.Persons() {
			people = append(people, p.ID)
		}
		for _, c := range allChecks(state{w, on}, people) {
			sees, seen := 0, 0
			for _, other := range people {
				if sight.Between(w, c.person.ID, other, on).Sees() {
					sees++
				}
				if sight.Between(w, other, c.person.ID, on).Sees() {
					seen++
				}
			}
			if c.sees.count != sees || c.seenBy.count != seen {
				t.Fatalf("%s sees %d and is seen by %d, not %d and %d", c.person.ID, sees, seen, c.sees.count, c.seenBy.count)
			}
		}
	})
}

func BenchmarkHTML(b *testing.B) {
	w := domaintest.Large()
	b.ReportAllocs()
	for b.Loop() {
		if err := HTML(io.Discard, New(w, domaintest.Today(), nil), tell.Words{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpenCrowd writes an open group of thousands, in which everybody sees everybody.
func BenchmarkOpenCrowd(b *testing.B) {
	w := domaintest.Crowd(3_000, 3_000)
	b.ReportAllocs()
	for b.Loop() {
		if err := HTML(io.Discard, New(w, domaintest.Today(), nil), tell.Words{}); err != nil {
			b.Fatal(err)
		}
	}
}
