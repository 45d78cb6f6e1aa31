package domain_test

import (
	"testing"

	"zichtlijn/domain"
)

func assigned(role domain.AccessRoleID, who domain.PersonID, p domain.Period) domain.Assignment {
	return domain.Assignment{Role: role, Person: who, Period: p}
}

func assignment(key string) []domain.Ref { return one(domain.AssignmentNoun, key) }

func TestAnAccessRoleIsRefused(t *testing.T) {
	w := kade()
	role := func(id domain.AccessRoleID, edit func(*domain.AccessRole)) domain.Command {
		a, _ := w.AccessRole(id)
		edit(&a)
		return domain.EditAccessRole{Role: a}
	}
	refuse(t, w, []attempt{
		{"whose id is in use", domain.AddAccessRole{Role: domain.AccessRole{ID: "nacht", Name: "Nacht"}},
			domain.Refusal{Code: domain.AlreadyExists, Subject: domain.Ref{Noun: domain.AccessRoleNoun, Key: "nacht"}}},
		{"without a name", domain.AddAccessRole{}, domain.Refusal{Code: domain.ValueMissing, Field: "name"}},
		{"with one task twice", domain.AddAccessRole{Role: domain.AccessRole{Name: "A", Tasks: []string{"inzien", "inzien"}}},
			domain.Refusal{Code: domain.ValueRepeated, Field: "tasks"}},
		{"that reaches over a relation type that does not exist", role("dossier", func(a *domain.AccessRole) { a.Scope.RelationTypes = []domain.RelationTypeID{"geen"} }),
			domain.Refusal{Code: domain.UnknownRef, Field: "scope.relationTypes", Others: one(domain.RelationTypeNoun, "geen")}},
		{"with places but without saying that they are its scope", role("nacht", func(a *domain.AccessRole) { a.Scope = domain.Scope{Locations: []string{"Kade"}} }),
			domain.Refusal{Code: domain.ValueMissing, Field: "scope.kind"}},
		{"edited though it is not there", domain.EditAccessRole{Role: domain.AccessRole{ID: "weg", Name: "Weg"}}, domain.Refusal{Code: domain.UnknownRef}},
		{"edited into what it is", role("nacht", func(*domain.AccessRole) {}), domain.Refusal{Code: domain.NothingToDo}},
		{"removed though it is not there", domain.RemoveAccessRole{ID: "weg"}, domain.Refusal{Code: domain.UnknownRef}},
		{"removed while Vera has it", domain.RemoveAccessRole{ID: "nacht"},
			domain.Refusal{Code: domain.StillReferred, Others: assignment("nacht/vera/")}},
	})
}

func TestAnAccessRoleIsAddedSwitchedOffAndRemoved(t *testing.T) {
	w, _ := do(t, kade(), domain.AddAccessRole{Role: domain.AccessRole{Name: "Waarnemer", Tasks: []string{"dossier inzien"}}})
	a, ok := w.AccessRole("A1")
	if !ok || a.Kind != domain.ManualAccess {
		t.Fatalf("%v, %v", a, ok)
	}
	a.SwitchedOff = true
	w, _ = do(t, w, domain.EditAccessRole{Role: a})
	w, _ = do(t, w, domain.RemoveAccessRole{ID: "A1"})
	w, _ = do(t, w, domain.RemoveAssignments{Keys: []domain.AssignmentKey{{Role: "nacht", Person: "vera"}}})
	w, _ = do(t, w, domain.RemoveAccessRole{ID: "nacht"})
	if w.Count(domain.AccessRoleNoun) != 1 {
		t.Errorf("%d access roles, want only the dossier's", w.Count(domain.AccessRoleNoun))
	}
}

func TestARoleIsAssignedToSeveralAsOneEdit(t *testing.T) {
	w, changes := do(t, kade(), domain.Assign{Assignments: []domain.Assignment{
		assigned("nacht", "bao", from("2026-03-02")), assigned("nacht", "tomasz", through("2026-03-02", "2026-06-30")),
	}})
	if _, ok := w.Assignment(domain.AssignmentKey{Role: "nacht", Person: "bao", From: today()}); !ok || len(changes) != 2 {
		t.Errorf("%d changes, Bao has it: %v", len(changes), ok)
	}
}

func TestAnAssignmentIsRefused(t *testing.T) {
	w, _ := do(t, kade(), domain.Assign{Assignments: []domain.Assignment{
		assigned("nacht", "bao", through("2026-01-01", "2026-03-31")), assigned("nacht", "bao", from("2026-05-01")),
	}})
	give := func(list ...domain.Assignment) domain.Command { return domain.Assign{Assignments: list} }
	key := func(first string) domain.AssignmentKey {
		return domain.AssignmentKey{Role: "nacht", Person: "bao", From: day(first)}
	}
	gone := domain.AssignmentKey{Role: "nacht", Person: "tomasz"}
	end := func(last domain.Date, k domain.AssignmentKey) domain.Command {
		return domain.EndAssignments{Keys: []domain.AssignmentKey{k}, Through: last}
	}
	edit := func(p domain.Period) domain.Command {
		return domain.EditAssignment{Key: key("2026-01-01"), Assignment: domain.Assignment{Period: p}}
	}
	refuse(t, w, []attempt{
		{"of a role that does not exist", give(assigned("geen", "bao", domain.Period{})),
			domain.Refusal{Code: domain.UnknownRef, Field: "role", Others: one(domain.AccessRoleNoun, "geen")}},
		{"to somebody who does not exist", give(assigned("nacht", "niemand", domain.Period{})),
			domain.Refusal{Code: domain.UnknownRef, Field: "person", Others: one(domain.PersonNoun, "niemand")}},
		{"that ends before it begins", give(assigned("nacht", "tomasz", through("2026-03-02", "2026-03-01"))),
			domain.Refusal{Code: domain.PeriodReversed, Field: "through"}},
		{"that Vera has from always on", give(assigned("nacht", "vera", from("2026-03-02"))),
			domain.Refusal{Code: domain.AlreadyAssigned, Field: "from", Others: assignment("nacht/vera/")}},
		{"to one person twice at once", give(assigned("nacht", "tomasz", from("2026-03-02")), assigned("nacht", "tomasz", from("2026-04-01"))),
			domain.Refusal{Code: domain.AlreadyAssigned, Field: "from", Others: assignment("nacht/tomasz/2026-03-02")}},
		{"to nobody", give(), domain.Refusal{Code: domain.NothingToDo}},
		{"edited though it is not there", domain.EditAssignment{Key: gone}, domain.Refusal{Code: domain.UnknownRef}},
		{"edited into what it is", edit(through("2026-01-01", "2026-03-31")), domain.Refusal{Code: domain.NothingToDo}},
		{"edited into the days of another", edit(from("2026-01-01")),
			domain.Refusal{Code: domain.AlreadyAssigned, Field: "from", Others: assignment("nacht/bao/2026-05-01")}},
		{"ended though it is not there", end(today(), gone), domain.Refusal{Code: domain.UnknownRef}},
		{"ended without a last day", end(0, key("2026-01-01")), domain.Refusal{Code: domain.ValueMissing, Field: "through"}},
		{"ended when it has ended", end(day("2026-04-15"), key("2026-01-01")), domain.Refusal{Code: domain.NotRunning}},
		{"ended before it begins", end(today(), key("2026-05-01")), domain.Refusal{Code: domain.BeforeFirstDay, Field: "through"}},
		{"ended on the day on which it ends", end(day("2026-03-31"), key("2026-01-01")), domain.Refusal{Code: domain.NothingToDo}},
		{"taken off though it is not there", domain.RemoveAssignments{Keys: []domain.AssignmentKey{gone}}, domain.Refusal{Code: domain.UnknownRef}},
	})
}

func TestAnAssignmentIsMovedAndEnded(t *testing.T) {
	always := domain.AssignmentKey{Role: "nacht", Person: "vera"}
	w, _ := do(t, kade(), domain.EndAssignments{Keys: []domain.AssignmentKey{always}, Through: today()})
	if a, _ := w.Assignment(always); a.Through != today() {
		t.Errorf("%v", a)
	}
	w, changes := do(t, w, domain.EditAssignment{Key: always, Assignment: domain.Assignment{Period: from("2026-03-02")}})
	if _, still := w.Assignment(always); still || len(changes) != 2 {
		t.Errorf("%d changes, the old one is there: %v", len(changes), still)
	}
	if a, ok := w.Assignment(domain.AssignmentKey{Role: "nacht", Person: "vera", From: today()}); !ok || a.Through != 0 {
		t.Errorf("%v, %v", a, ok)
	}
}
