package domain_test

import (
	"reflect"
	"testing"

	"zichtlijn/domain"
)

// Property must not become a language: each of its fields is used by several nouns.
func TestAPropertySeesNoWorldAndHasNothingForOneNounOnly(t *testing.T) {
	used := map[string]int{}
	describe(t, used, domain.InstitutionProperties())
	describe(t, used, domain.AcceptedSignalProperties())
	describe(t, used, domain.PersonProperties())
	describe(t, used, domain.GroupProperties())
	describe(t, used, domain.MembershipProperties())
	describe(t, used, domain.RelationTypeProperties())
	describe(t, used, domain.RelationProperties())
	describe(t, used, domain.AccessRoleProperties())
	describe(t, used, domain.AssignmentProperties())
	describe(t, used, domain.ShiftProperties())
	describe(t, used, domain.AgreementProperties())
	for _, f := range reflect.VisibleFields(reflect.TypeFor[domain.Property[domain.Person]]()) {
		if used[f.Name] < 2 {
			t.Errorf("%s serves %d nouns", f.Name, used[f.Name])
		}
	}
}

// describe counts in used the fields of Property that a noun uses.
func describe[T any](t *testing.T, used map[string]int, all []domain.Property[T]) {
	t.Helper()
	here := map[string]bool{}
	for _, p := range all {
		v := reflect.ValueOf(p)
		for _, f := range reflect.VisibleFields(v.Type()) {
			if !v.FieldByIndex(f.Index).IsZero() {
				here[f.Name] = true
			}
			if f.Type.Kind() != reflect.Func {
				continue
			}
			for i := range f.Type.NumIn() {
				if f.Type.In(i) == reflect.TypeFor[domain.World]() {
					t.Errorf("%s of %s sees a World", f.Name, p.Field)
				}
			}
		}
	}
	for name := range here {
		used[name]++
	}
}

// A property reads what it writes.
func TestAPropertyTakesItsOwnText(t *testing.T) {
	takes(t, domain.PersonProperties(), domain.Person{Role: domain.Client, GivenName: "Sem", BirthDate: domain.NewDate(2001, 2, 3), Note: "a\nb"})
	takes(t, domain.RelationTypeProperties(), domain.RelationType{Name: "arts", Primary: true, Exclusive: true, SwitchedOff: true})
	takes(t, domain.AccessRoleProperties(), domain.AccessRole{Name: "arts", Kind: domain.RelationAccess, Tasks: []string{"a", "b c"},
		Scope: domain.Scope{Kind: domain.RelationScope, RelationTypes: []domain.RelationTypeID{"T1", "T2"}}})
	takes(t, domain.ShiftProperties(), domain.Shift{Date: domain.NewDate(2026, 1, 2), Begin: 7 * 60, End: 15*60 + 30, Employees: []domain.PersonID{"P1"}})
	takes(t, domain.AgreementProperties(), domain.Agreement{Kind: domain.GroupAtMost, Group: "G1", MostVisible: domain.GroupVisible})
	takes(t, domain.MembershipProperties(), domain.Membership{})
}

func takes[T interface{ Equal(T) bool }](t *testing.T, all []domain.Property[T], of T) {
	t.Helper()
	var again, copied T
	for _, p := range all {
		if text := p.Text(&of); text != "" && !p.Put(&again, text) {
			t.Errorf("%s does not take %q", p.Field, text)
		}
		p.Copy(&copied, &of)
	}
	if !again.Equal(of) || !copied.Equal(of) {
		t.Errorf("%+v became %+v and %+v", of, again, copied)
	}
}
