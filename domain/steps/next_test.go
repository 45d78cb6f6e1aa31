package steps_test

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/steps"
)

func TestTheNextStepIsTheFirstThatIsOpenInTheOneOrder(t *testing.T) {
	w := domain.World{}
	next := func(want steps.Step, in domain.GroupID) {
		t.Helper()
		if s, group, ok := steps.Next(w, on()); !ok || s != want || group != in {
			t.Errorf("next is %q in %q (%v), want %q in %q", s, group, ok, want, in)
		}
	}
	does := func(c ...domain.Command) { t.Helper(); w = after(t, w, c...) }

	next(steps.People, "")
	does(domain.AddPerson{Person: domain.Person{GivenName: "An", FamilyName: "Bos", Role: domain.Client}})
	next(steps.People, "")
	for _, name := range []string{"Bo", "Cas"} {
		does(domain.AddPerson{Person: domain.Person{GivenName: name, FamilyName: "Bos", Role: domain.Counselor}})
	}
	next(steps.Types, "")
	does(domain.AddRelationType{Type: domain.RelationType{Name: "Begeleider", Kind: domain.EmployeeKind, Primary: true, Exclusive: true}})
	next(steps.Relations, "")
	does(domain.AddRelation{Relation: domain.Relation{Client: "P1", Person: "P2", Type: "T1", Period: domain.Period{From: on()}}})
	next(steps.Groups, "")
	does(domain.AddGroup{Group: domain.Group{Name: "Moestuin"}})
	next(steps.Members, "G1")
	does(domain.AddMembers{Memberships: []domain.Membership{{Group: "G1", Person: "P1"}, {Group: "G1", Person: "P2"}, {Group: "G1", Person: "P3"}}})
	next(steps.Look, "G1")
	does(tick(domain.LookStep, "G1"))
	next(steps.Mode, "G1")
	does(tick(domain.ModeStep, "G1"), tick(domain.NewsStep, "G1"), tick(domain.ProgrammesStep, "G1"))
	next(steps.Handover, "G1")
	does(tick(domain.HandoverStep, "G1"))
	next(steps.Handover, "")
	does(tick(domain.HandoverStep, ""))
	if s, group, ok := steps.Next(w, on()); ok {
		t.Errorf("all is done, and next is %q in %q", s, group)
	}
}

// BenchmarkNext is the next step in an institution of ten thousand people.
func BenchmarkNext(b *testing.B) {
	w := domaintest.Large()
	for b.Loop() {
		steps.Next(w, on())
	}
}
