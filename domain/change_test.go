package domain_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

func TestTheInverseOfTheInverseIsTheChangeItself(t *testing.T) {
	changes := domain.Creation(kade())
	if !reflect.DeepEqual(domain.Inverse(domain.Inverse(changes)), changes) {
		t.Error("taking back twice is not the same as doing")
	}
	for _, c := range changes {
		there, back := c.Step(), c.Inverse().Step()
		if there.Ref != back.Ref || !reflect.DeepEqual(there.After, back.Before) || !reflect.DeepEqual(there.Before, back.After) {
			t.Errorf("%v is taken back as %v", there, back)
		}
	}
}

func TestAChangeOfNothingIsAMistakeOfTheProgram(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("it has a step")
		}
	}()
	domain.Change{}.Step()
}

// Equal decides whether a change is outdated: if it missed a field, that field could
// be overwritten unnoticed.
func TestRecordsThatDifferInAnyFieldAreNotEqual(t *testing.T) {
	differ(t, domain.Institution{Words: []string{"a"}, Extensions: []byte("{}")})
	differ(t, domain.AcceptedSignal{Objects: []string{"a"}})
	differ(t, domain.Person{})
	differ(t, domain.Group{})
	differ(t, domain.Membership{})
	differ(t, domain.RelationType{})
	differ(t, domain.Relation{})
	differ(t, domain.AccessRole{Tasks: []string{"a"}, Scope: domain.Scope{Locations: []string{"a"}, RelationTypes: []domain.RelationTypeID{"a"}}})
	differ(t, domain.Assignment{})
	differ(t, domain.Shift{Employees: []domain.PersonID{"a"}, Clients: []domain.PersonID{"a"}})
	differ(t, domain.Agreement{})
	if (domain.Institution{Words: []string{}}).Equal(domain.Institution{}) {
		t.Error("no words at all counts as the built-in list")
	}
}

func differ[T interface{ Equal(T) bool }](t *testing.T, one T) {
	t.Helper()
	if !one.Equal(one) {
		t.Errorf("%T is not equal to itself", one)
	}
	for _, at := range leaves(reflect.TypeFor[T](), nil) {
		other := one
		bump(reflect.ValueOf(&other).Elem().FieldByIndex(at))
		if one.Equal(other) || other.Equal(one) {
			t.Errorf("%T: equal though %v differs", one, reflect.TypeFor[T]().FieldByIndex(at).Name)
		}
	}
}

func leaves(t reflect.Type, under []int) [][]int {
	var out [][]int
	for i := range t.NumField() {
		at := append(append([]int(nil), under...), i)
		if f := t.Field(i).Type; f.Kind() == reflect.Struct {
			out = append(out, leaves(f, at)...)
		} else {
			out = append(out, at)
		}
	}
	return out
}

func bump(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Slice:
		v.Set(reflect.Append(reflect.MakeSlice(v.Type(), 0, 2), v.Index(0), v.Index(0)))
	case reflect.Int32:
		v.SetInt(v.Int() + 1)
	default:
		v.SetUint(v.Uint() + 1)
	}
}

func TestKeysTellRecordsApart(t *testing.T) {
	seen := map[domain.Ref]bool{}
	for _, c := range domain.Creation(domaintest.Large()) {
		at := c.Step().Ref
		if seen[at] {
			t.Fatalf("%v twice", at)
		}
		seen[at] = true
	}
}

func TestWhateverIsPlannedCanBeTakenBackExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		changes, err := domaintest.Command(t, w).Plan(w)
		if err != nil {
			return
		}
		after, err := w.With(changes...)
		if err != nil {
			t.Fatalf("a plan can not be carried out: %v", err)
		}
		if reflect.DeepEqual(after.Records(), w.Records()) {
			t.Fatalf("a plan of %d changes changes nothing", len(changes))
		}
		back, err := after.With(domain.Inverse(changes)...)
		if err != nil {
			t.Fatalf("it can not be taken back: %v", err)
		}
		if !reflect.DeepEqual(back.Records(), w.Records()) {
			t.Fatal("taken back, the world is another one")
		}
		sameLookups(t, back, w)
		again, err := back.With(changes...)
		if err != nil || !reflect.DeepEqual(again.Records(), after.Records()) {
			t.Fatalf("repeated, the world is another one: %v", err)
		}
	})
}

func TestNoSequenceOfCommandsBreaksARule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for range rapid.IntRange(1, 8).Draw(t, "edits") {
			command := domaintest.Command(t, w)
			changes, err := command.Plan(w)
			if err != nil {
				if _, ok := err.(domain.Refusal); !ok || changes != nil {
					t.Fatalf("%s: refused with %v", command.Verb(), err)
				}
				continue
			}
			w, err = w.With(changes...)
			if err != nil {
				t.Fatal(err)
			}
			if found := domain.JudgeAll(w); len(found) > 0 {
				t.Fatalf("after %s: %v", command.Verb(), found[0])
			}
			onePerDay(t, w)
		}
	})
}

// onePerDay checks E2: a client has at most one relation of an exclusive type on any
// day. It counts days, so that it shares no code with the rule.
func onePerDay(t *rapid.T, w domain.World) {
	t.Helper()
	for ty := range w.RelationTypes() {
		if !ty.Exclusive {
			continue
		}
		for on := domaintest.Today() - 800; on < domaintest.Today()+100; on++ {
			running := map[domain.PersonID]domain.RelationID{}
			for r := range w.Relations() {
				if r.Type != ty.ID || !r.RunsOn(on) {
					continue
				}
				if other, twice := running[r.Client]; twice {
					t.Fatalf("%s has %s and %s of %s on %s", r.Client, other, r.ID, ty.ID, on)
				}
				running[r.Client] = r.ID
			}
		}
	}
}

func TestARefusalNamesNobody(t *testing.T) {
	group := domain.Group{ID: "nieuw", Name: "oudercafé"}
	_, err := domain.AddGroup{Group: group}.Plan(kade())
	if err == nil || strings.Contains(strings.ToLower(err.Error()), "café") {
		t.Errorf("%v", err)
	}
}

func TestChangesAreTakenBackLastFirst(t *testing.T) {
	w := kade()
	first, _ := w.Group("leeg")
	second, third := first, first
	second.Visibility, third.Visibility = domain.GroupVisible, domain.MembersVisible
	changes := []domain.Change{
		{Group: &domain.Swap[domain.Group]{Before: &first, After: &second}},
		{Group: &domain.Swap[domain.Group]{Before: &second, After: &third}},
	}
	after, err := w.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	back, err := after.With(domain.Inverse(changes)...)
	if err != nil || !reflect.DeepEqual(back.Records(), w.Records()) {
		t.Errorf("two steps on one record can not be taken back: %v", err)
	}
}
