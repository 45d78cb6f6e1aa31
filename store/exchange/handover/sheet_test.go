package handover

import (
	"io"
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
