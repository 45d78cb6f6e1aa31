package sight_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// TestEveryBreachStandsWhereItIsAndNowhereElse compares the marks of every pair, group
// and member with the verdicts.
func TestEveryBreachStandsWhereItIsAndNowhereElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, on := domaintest.Small(t), today()
		for i := range rapid.IntRange(0, 6).Draw(t, "more") {
			w = withPromise(t, w, i)
		}
		want := map[domain.AgreementID]bool{}
		for _, v := range sight.Verdicts(w, on) {
			if !v.Holds {
				want[v.Agreement.ID] = true
			}
		}
		b := sight.NewBreaches(w, on)
		got := map[domain.AgreementID]bool{}
		mark := func(ids []domain.AgreementID, fits func(domain.Agreement) bool) {
			for _, id := range ids {
				a, _ := w.Agreement(id)
				if got[id] = true; !want[id] || !fits(a) {
					t.Errorf("%+v is marked where it is not broken", a)
				}
			}
		}
		for v := range w.Persons() {
			for o := range w.Persons() {
				ids := b.Pair(v.ID, o.ID)
				mark(ids, func(a domain.Agreement) bool { return a.Viewer == v.ID && a.Other == o.ID })
				if !slices.Equal(ids, b.Sightline(sight.Between(w, v.ID, o.ID, on))) {
					t.Errorf("%s and %s: the pair and their sightline differ", v.ID, o.ID)
				}
			}
			for _, o := range b.Unseen(v.ID) {
				if len(b.Pair(v.ID, o)) == 0 {
					t.Errorf("%s does not see %s, and no agreement says so", v.ID, o)
				}
			}
		}
		for g := range w.Groups() {
			mark(b.Group(g.ID), func(a domain.Agreement) bool { return a.Group == g.ID })
			for _, m := range w.MembersOn(g.ID, on) {
				mark(b.Member(g.ID, m.As), func(a domain.Agreement) bool { return a.Group == g.ID && a.Role == m.As })
			}
		}
		if len(got) != len(want) {
			t.Errorf("marked %v, broken %v", got, want)
		}
	})
}

// withPromise adds an agreement between people or about a group of the world.
func withPromise(t *rapid.T, w domain.World, n int) domain.World {
	var people []domain.PersonID
	for p := range w.Persons() {
		people = append(people, p.ID)
	}
	var groups []domain.GroupID
	for g := range w.Groups() {
		groups = append(groups, g.ID)
	}
	if len(people) < 2 || len(groups) == 0 {
		return w
	}
	kind := rapid.SampledFrom(domain.AgreementKinds()).Draw(t, "kind")
	a := domain.Agreement{
		ID: domain.AgreementID("X" + string(rune('0'+n))), Kind: kind,
		Viewer: rapid.SampledFrom(people).Draw(t, "viewer"), Other: rapid.SampledFrom(people).Draw(t, "other"),
		Group: rapid.SampledFrom(groups).Draw(t, "group"), MostVisible: rapid.SampledFrom(domain.Visibilities()).Draw(t, "most"),
		Role: rapid.SampledFrom(domain.MemberRoles()).Draw(t, "role"),
	}.Fitting()
	if kind.OfPair() && a.Viewer == a.Other {
		return w
	}
	next, err := w.With(domain.Change{Agreement: &domain.Swap[domain.Agreement]{After: &a}})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func TestTheDemonstrationMarksDennisAndPetraAndNobodyElse(t *testing.T) {
	w := demonstration(t)
	b := sight.NewBreaches(w, today())
	for v := range w.Persons() {
		for o := range w.Persons() {
			want := []domain.AgreementID(nil)
			if v.ID == "P29" && o.ID == "P28" {
				want = []domain.AgreementID{"F1"}
			}
			if got := b.Pair(v.ID, o.ID); !slices.Equal(got, want) {
				t.Errorf("%s and %s break %v, not %v", v.ID, o.ID, got, want)
			}
		}
	}
}
