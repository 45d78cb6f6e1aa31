package domain_test

import (
	"slices"
	"testing"

	"zichtlijn/domain"
)

func early(edit func(*domain.Shift)) domain.Shift {
	s, _ := kade().Shift("maandag")
	edit(&s)
	return s
}

func shiftsOf(w domain.World) []string {
	var out []string
	for s := range w.Shifts() {
		out = append(out, string(s.ID)+" "+s.Date.String())
	}
	return out
}

func TestANewShiftGetsTheNextId(t *testing.T) {
	w, _ := do(t, kade(), domain.AddShift{Shift: domain.Shift{Date: today(), Employees: []domain.PersonID{"bao"}, Clients: []domain.PersonID{"sem"}}})
	if s, ok := w.Shift("S1"); !ok || s.Employees[0] != "bao" || s.Clients[0] != "sem" {
		t.Errorf("%v, %v", s, ok)
	}
}

// L2 warns and never blocks: a shift is planned with whom a client must not have.
func TestAnUnwantedEmployeeIsRosteredAllTheSame(t *testing.T) {
	w, _ := do(t, kade(), relate("noor", "bao", "niet", "2026-01-01"))
	do(t, w, domain.AddShift{Shift: domain.Shift{Date: today(), Employees: []domain.PersonID{"bao"}, Clients: []domain.PersonID{"noor"}}})
}

func TestAShiftIsRefused(t *testing.T) {
	as := func(edit func(*domain.Shift)) domain.Command {
		return domain.AddShift{Shift: early(func(s *domain.Shift) { s.ID = ""; edit(s) })}
	}
	refuse(t, kade(), []attempt{
		{"whose id is in use", domain.AddShift{Shift: early(func(*domain.Shift) {})},
			domain.Refusal{Code: domain.AlreadyExists, Subject: domain.Ref{Noun: domain.ShiftNoun, Key: "maandag"}}},
		{"on no day", as(func(s *domain.Shift) { s.Date = 0 }), domain.Refusal{Code: domain.ValueMissing, Field: "date"}},
		{"by somebody who does not exist", as(func(s *domain.Shift) { s.Employees = []domain.PersonID{"niemand"} }),
			domain.Refusal{Code: domain.UnknownRef, Field: "employees", Others: one(domain.PersonNoun, "niemand")}},
		{"for a client who does not exist", as(func(s *domain.Shift) { s.Clients = []domain.PersonID{"niemand"} }),
			domain.Refusal{Code: domain.UnknownRef, Field: "clients", Others: one(domain.PersonNoun, "niemand")}},
		{"with one client twice", as(func(s *domain.Shift) { s.Clients = []domain.PersonID{"sem", "sem"} }),
			domain.Refusal{Code: domain.ValueRepeated, Field: "clients"}},
		{"edited though it is not there", domain.EditShift{Shift: domain.Shift{ID: "weg", Date: today()}}, domain.Refusal{Code: domain.UnknownRef}},
		{"edited into what it is", domain.EditShift{Shift: early(func(*domain.Shift) {})}, domain.Refusal{Code: domain.NothingToDo}},
		{"moved to no day", domain.EditShift{Shift: early(func(s *domain.Shift) { s.Date = 0 })}, domain.Refusal{Code: domain.ValueMissing, Field: "date"}},
		{"cancelled though it is not there", domain.RemoveShift{ID: "weg"}, domain.Refusal{Code: domain.UnknownRef}},
		{"copied though it is not there", domain.CopyShift{Of: "weg", Dates: []domain.Date{today()}}, domain.Refusal{Code: domain.UnknownRef}},
		{"copied to no day at all", domain.CopyShift{Of: "maandag"}, domain.Refusal{Code: domain.ValueMissing, Field: "date"}},
		{"copied to a day that is none", domain.CopyShift{Of: "maandag", Dates: []domain.Date{0}}, domain.Refusal{Code: domain.ValueMissing, Field: "date"}},
		{"copied to one day twice", domain.CopyShift{Of: "maandag", Dates: []domain.Date{today() + 1, today() + 1}},
			domain.Refusal{Code: domain.ValueRepeated, Field: "date"}},
		{"copied to its own day only", domain.CopyShift{Of: "maandag", Dates: []domain.Date{today()}}, domain.Refusal{Code: domain.NothingToDo}},
	})
}

func TestAShiftIsCopiedOverAWeekAsOneEdit(t *testing.T) {
	var week []domain.Date
	for n := range domain.Date(7) {
		week = append(week, today()+n)
	}
	w, changes := do(t, kade(), domain.CopyShift{Of: "maandag", Dates: week})
	want := []string{"S1 2026-03-03", "S2 2026-03-04", "S3 2026-03-05", "S4 2026-03-06", "S5 2026-03-07", "S6 2026-03-08", "maandag 2026-03-02"}
	if got := shiftsOf(w); !slices.Equal(got, want) || len(changes) != 6 {
		t.Errorf("%d changes: %q\nwant %q", len(changes), got, want)
	}
	was, _ := w.Shift("maandag")
	for s := range w.Shifts() {
		s.ID, s.Date = was.ID, was.Date
		if !s.Equal(was) {
			t.Errorf("a copy differs: %+v", s)
		}
	}
}

func TestAShiftIsEditedAndCancelled(t *testing.T) {
	w, _ := do(t, kade(), domain.EditShift{Shift: early(func(s *domain.Shift) { s.Employees = []domain.PersonID{"bao"} })})
	if s, _ := w.Shift("maandag"); !slices.Equal(s.Employees, []domain.PersonID{"bao"}) {
		t.Errorf("%v", s.Employees)
	}
	if was, _ := kade().Shift("maandag"); was.Employees[0] != "tomasz" {
		t.Error("the shift of before was written to")
	}
	w, _ = do(t, w, domain.RemoveShift{ID: "maandag"})
	if w.Count(domain.ShiftNoun) != 0 {
		t.Error("it is still there")
	}
}
