package cli_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene/scenetest"
)

type remedy struct {
	Edit           string
	Command        []string
	Sees, Messages bool
	AlsoTurns      int
}

type why struct {
	Viewer, Other, Date string
	Sees, Messages      bool
	Grounds             []ground
	Breaks              []string
	Missing             []struct {
		Rule, Group, Client, Relation, Person, Reading, Because string
		Sees, Messages                                          bool
	}
	Turns, Ends []remedy
}

// fataler is a test, or a draw of rapid.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

func asked(t fataler, w domain.World, viewer, other domain.PersonID) why {
	t.Helper()
	var out bytes.Buffer
	if code, said := call(&fakeStore{world: w}, &out, "why", string(viewer), string(other), "--format", "json"); code != 0 {
		t.Fatalf("ended with %d: %s", code, said)
	}
	var a why
	d := json.NewDecoder(&out)
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		t.Fatalf("%v", err)
	}
	return a
}

// carries runs the command of a remedy as it is typed, and compares what it
// changes with what sight tried.
func carries(t fataler, w domain.World, typed remedy, meant sight.Remedy) {
	t.Helper()
	d := &fakeStore{world: w}
	code, said := call(d, &bytes.Buffer{}, append(slices.Clone(typed.Command), "--reason", "proef")...)
	if code > 1 || !reflect.DeepEqual(d.did, meant.Changes) {
		t.Fatalf("%q ended with %d, said %q and did %+v, not %+v", typed.Command, code, said, d.did, meant.Changes)
	}
	if typed.Edit == "" || typed.AlsoTurns != meant.Others || typed.Sees != meant.Sees || typed.Messages != meant.Messages {
		t.Fatalf("%+v, of %+v", typed, meant)
	}
}

func TestEveryEditThatWhyNamesIsACommandThatDoesIt(t *testing.T) {
	w := scenetest.Demonstration(t)
	later := domain.Membership{Group: "G3", Person: "P41", Period: domain.Period{From: domaintest.Today() + 10}}
	w = scenetest.After(t, w, domain.AddMembers{Memberships: []domain.Membership{later}})
	for _, pair := range [][2]domain.PersonID{{"P15", "P18"}, {"P29", "P28"}, {"P39", "P21"}, {"P41", "P21"}} {
		for _, one := range edits(t, w, pair[0], pair[1]) {
			carries(t, w, one.typed, one.meant)
		}
	}
}

// edit is one that why names, as it is typed and as sight means it.
type edit struct {
	typed remedy
	meant sight.Remedy
}

func edits(t fataler, w domain.World, viewer, other domain.PersonID) []edit {
	t.Helper()
	a := asked(t, w, viewer, other)
	typed := slices.Concat(a.Turns, a.Ends)
	meant := slices.Concat(sight.Remedies(w, viewer, other, domaintest.Today()), sight.EndingRemedies(w, viewer, other, domaintest.Today()))
	if len(typed) != len(meant) {
		t.Fatalf("%s and %s: %d edits are typed and %d meant", viewer, other, len(typed), len(meant))
	}
	var out []edit
	for i := range typed {
		out = append(out, edit{typed[i], meant[i]})
	}
	return out
}

func TestEveryEditThatWhyNamesInAnyInstitutionIsACommandThatDoesIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		people := slices.Collect(w.Persons())
		if len(people) < 2 {
			return
		}
		viewer := rapid.IntRange(0, len(people)-1).Draw(t, "viewer")
		other := (viewer + rapid.IntRange(1, len(people)-1).Draw(t, "other")) % len(people)
		if all := edits(t, w, people[viewer].ID, people[other].ID); len(all) > 0 {
			one := rapid.SampledFrom(all).Draw(t, "edit")
			carries(t, w, one.typed, one.meant)
		}
	})
}
