package sight_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

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

// standings lists how groups stand for everybody, as the matrix says.
func standings(w domain.World) map[place]sight.Standing {
	out := map[place]sight.Standing{}
	for s := range sight.Matrix(w, domaintest.Today()) {
		for _, g := range s.Groups {
			out[place{s.Viewer, g.Group}] = g.Stake.Standing()
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
		was, is := standings(w), standings(after)
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
