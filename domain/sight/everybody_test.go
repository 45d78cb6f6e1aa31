package sight_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

func TestEverybodySeesWhomTheyHaveAGroundToSee(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		people, sees := sight.NewEvaluator(w, today()).Everybody()
		at := 0
		for viewer, seen := range sees {
			if viewer != at {
				t.Fatalf("place %d follows %d", viewer, at-1)
			}
			at++
			var got, want []domain.PersonID
			for _, n := range seen {
				got = append(got, people[n])
			}
			for _, l := range sight.Persons(w, people[viewer], today()) {
				if l.Sees() {
					want = append(want, l.Other)
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Fatalf("%s sees %v, not %v", people[viewer], got, want)
			}
		}
		if at != w.Count(domain.PersonNoun) {
			t.Fatalf("%d of %d people", at, w.Count(domain.PersonNoun))
		}
	})
}
