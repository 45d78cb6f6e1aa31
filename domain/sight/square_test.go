package sight_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// squareAgrees compares every cell of a group with Between: the facts, and whether
// they hold through the group.
func squareAgrees(t interface{ Errorf(string, ...any) }, w domain.World, group domain.GroupID) {
	members := w.MembersOn(group, today())
	slices.Reverse(members) // any order
	q := sight.NewSquare(w, group, members, today())
	for i, v := range members {
		line := q.Line(i)
		for j, o := range members {
			between := sight.Between(w, v.Person, o.Person, today())
			want := sight.Cell{Sight: route(between.Sight, group), Messages: route(between.Messages, group)}
			if line[j] != want {
				t.Errorf("%s in %s: %s of %s is %+v, want %+v", group, v.Group, v.Person, o.Person, line[j], want)
			}
		}
	}
}

func route(grounds []sight.Ground, group domain.GroupID) sight.Route {
	r := sight.NoRoute
	for _, g := range grounds {
		if g.Group == group {
			return sight.Here
		}
		r = sight.Elsewhere
	}
	return r
}

func TestASquareSaysWhatBetweenSays(t *testing.T) {
	demo := demonstration(t)
	for g := range demo.Groups() {
		squareAgrees(t, demo, g.ID)
	}
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for g := range w.Groups() {
			squareAgrees(t, w, g.ID)
		}
	})
}

func TestASquareOfAnEmptyGroupIsEmpty(t *testing.T) {
	if q := sight.NewSquare(domain.World{}, "G1", nil, today()); len(q.Members()) != 0 {
		t.Errorf("%d members", len(q.Members()))
	}
}

func TestWithinAGroupIsWhatTheMatrixSaysOfItsMembers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for g := range w.Groups() {
			in := map[domain.PersonID]bool{}
			for _, m := range w.MembersOn(g.ID, today()) {
				in[m.Person] = true
			}
			var want []sight.Sights
			for s := range sight.Matrix(w, today()) {
				s.Persons = slices.DeleteFunc(s.Persons, func(l sight.Sightline) bool { return !in[l.Other] })
				s.Groups = slices.DeleteFunc(s.Groups, func(o sight.GroupSight) bool { return o.Group != g.ID })
				if in[s.Viewer] && len(s.Persons)+len(s.Groups) > 0 {
					want = append(want, s)
				}
			}
			got := slices.Collect(sight.Within(w, g.ID, today()))
			if !slices.EqualFunc(got, want, sameSights) {
				t.Fatalf("%s: got %v, want %v", g.ID, got, want)
			}
		}
	})
}

func sameSights(a, b sight.Sights) bool {
	return a.Viewer == b.Viewer &&
		slices.EqualFunc(a.Persons, b.Persons, func(x, y sight.Sightline) bool {
			return x.Other == y.Other && slices.Equal(x.Sight, y.Sight) && slices.Equal(x.Messages, y.Messages)
		}) &&
		slices.EqualFunc(a.Groups, b.Groups, func(x, y sight.GroupSight) bool {
			return x.Group == y.Group && x.Access == y.Access && slices.Equal(x.Rows, y.Rows)
		})
}

func TestWhatASettingTurnsInASquareIsWhatItsCellsSay(t *testing.T) {
	check := func(t interface{ Errorf(string, ...any) }, w domain.World) {
		for g := range w.Groups() {
			members := w.MembersOn(g.ID, today())
			q := sight.NewSquare(w, g.ID, members, today())
			for _, v := range domain.Visibilities() {
				next, _ := inMode(w, g, v)
				then := q.In(next)
				var want sight.Turned
				for i := range members {
					before, after := q.Line(i), then.Line(i)
					for j := range members {
						turn := sight.Turn{Before: before[j].Fact(), After: after[j].Fact()}
						want.Differ += onePair(turn.Before != turn.After)
						want.Gain += onePair(turn.Gains())
						want.Lose += onePair(turn.Loses())
					}
				}
				if got := q.Turned(then); got != want {
					t.Errorf("%s to %v: %+v, want %+v", g.ID, v, got, want)
				}
			}
		}
	}
	check(t, demonstration(t))
	rapid.Check(t, func(t *rapid.T) { check(t, domaintest.Small(t)) })
}

func onePair(is bool) int {
	if is {
		return 1
	}
	return 0
}
