package domaintest

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
)

func TestTheLargeInstitutionBreaksNoRuleAndHasItsSize(t *testing.T) {
	w := Large()
	if found := domain.JudgeAll(w); len(found) > 0 {
		t.Fatalf("%d refusals, first: %v", len(found), found[0])
	}
	for noun, want := range map[domain.Noun]int{
		domain.PersonNoun: 10_000, domain.GroupNoun: 1_000, domain.MembershipNoun: 50_000, domain.RelationNoun: 30_000,
	} {
		if got := w.Count(noun); got != want {
			t.Errorf("%s: %d, want %d", noun, got, want)
		}
	}
}

func TestOneSeedMakesOneInstitution(t *testing.T) {
	size := Size{Persons: 60, Groups: 8, Memberships: 200, Relations: 90, Shifts: 5, AccessRoles: 6, Assignments: 6, Agreements: 6, Accepted: 3}
	a, b := Institution(7, size), Institution(7, size)
	if !reflect.DeepEqual(a.Records(), b.Records()) {
		t.Error("two institutions of one seed differ")
	}
	if reflect.DeepEqual(a.Records(), Institution(8, size).Records()) {
		t.Error("two seeds made one institution")
	}
	for _, n := range domain.Nouns() {
		if a.Count(n) == 0 {
			t.Errorf("no %s in it", n)
		}
	}
}

func TestASmallInstitutionBreaksNoRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if found := domain.JudgeAll(Small(t)); len(found) > 0 {
			t.Fatalf("%v", found[0])
		}
	})
}

func TestAnAcceptedCommandLeavesAnInstitutionThatBreaksNoRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := Small(t)
		changes, err := Command(t, w).Plan(w)
		if err != nil {
			return
		}
		after, err := w.With(changes...)
		if err != nil {
			t.Fatal(err)
		}
		if found := domain.JudgeAll(after); len(found) > 0 {
			t.Fatalf("%v", found[0])
		}
	})
}
