package domain_test

import (
	"errors"
	"slices"
	"testing"

	"zichtlijn/domain"
)

func standardCodes() []string {
	var out []string
	for _, s := range domain.Standards() {
		out = append(out, s.Code)
	}
	return out
}

func TestTheStandardSetIsAddedAsOneEditThatBreaksNoRule(t *testing.T) {
	changes, err := domain.AddStandard{Codes: standardCodes()}.Plan(domain.World{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := domain.World{}.With(changes...)
	if err != nil || len(changes) != len(domain.Standards()) {
		t.Fatalf("%d changes, %v", len(changes), err)
	}
	for _, s := range domain.Standards() {
		ref, has := s.In(w)
		if !has || s.IsRole() != (ref.Noun == domain.AccessRoleNoun) {
			t.Errorf("%s is not there: %v", s.Code, ref)
		}
	}
	if found := domain.Judge(w, changes); len(found) > 0 {
		t.Error(found[0])
	}
	back, err := w.With(domain.Inverse(changes)...)
	if err != nil || back.Count(domain.RelationTypeNoun)+back.Count(domain.AccessRoleNoun) != 0 {
		t.Errorf("taken back: %v", err)
	}
}

func TestOnlyWhatIsChosenIsAddedAndARoleNamesTheTypesThatThereAre(t *testing.T) {
	plan := func(w domain.World, codes ...string) domain.World {
		t.Helper()
		changes, err := domain.AddStandard{Codes: codes}.Plan(w)
		if err != nil {
			t.Fatal(err)
		}
		after, err := w.With(changes...)
		if err != nil {
			t.Fatal(err)
		}
		return after
	}
	w := plan(domain.World{}, "evv", "ouder")
	if w.Count(domain.RelationTypeNoun) != 2 || w.Count(domain.AccessRoleNoun) != 0 {
		t.Error("something came along")
	}
	w = plan(w, "rol-begeleider")
	for a := range w.AccessRoles() {
		var names []string
		for _, id := range a.Scope.RelationTypes {
			one, _ := w.RelationType(id)
			names = append(names, one.Name)
		}
		if !slices.Equal(names, []string{"EVV (eerstverantwoordelijk verzorgende)"}) {
			t.Errorf("the role names %v", names)
		}
	}
}

func TestWhatIsThereOrLacksItsTypeIsNotAdded(t *testing.T) {
	w, _ := domain.World{}.With(must(domain.AddStandard{Codes: []string{"evv", "rol-beheer"}}.Plan(domain.World{}))...)
	for code, want := range map[string]domain.Code{
		"evv": domain.NameTaken, "rol-beheer": domain.NameTaken, "rol-regie": domain.ValueMissing, "zoiets": domain.UnknownRef,
	} {
		var r domain.Refusal
		if _, err := (domain.AddStandard{Codes: []string{code}}).Plan(w); !errors.As(err, &r) || r.Code != want {
			t.Errorf("%s: %v", code, err)
		}
	}
	if _, err := (domain.AddStandard{}).Plan(w); err == nil {
		t.Error("nothing was added")
	}
}

func must(changes []domain.Change, err error) []domain.Change {
	if err != nil {
		panic(err)
	}
	return changes
}
