package care_test

import (
	"fmt"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/domain/domaintest"
)

// busy returns the large institution with 200 shifts of 5 employees and 30
// clients in one week.
func busy() domain.World {
	r := domaintest.Large().Records()
	var clients, employees []domain.PersonID
	for _, p := range r.Persons {
		switch {
		case p.Role == domain.Client:
			clients = append(clients, p.ID)
		case p.Role.IsCounselor():
			employees = append(employees, p.ID)
		}
	}
	r.Shifts = nil
	for i := range 200 {
		r.Shifts = append(r.Shifts, domain.Shift{
			ID: domain.ShiftID(fmt.Sprintf("S%03d", i)), Date: today() + domain.Date(i%7), Begin: 7 * 60, End: 15 * 60,
			Employees: some(employees, 5*i, 5), Clients: some(clients, 30*i, 30),
		})
	}
	return domain.NewWorld(r)
}

func some(of []domain.PersonID, at, n int) []domain.PersonID {
	var out []domain.PersonID
	for i := range n {
		out = append(out, of[(at+i)%len(of)])
	}
	return out
}

// BenchmarkWeek judges 200 shifts × 30 clients: together with the drawing it has 16 ms.
func BenchmarkWeek(b *testing.B) {
	w := busy()
	for b.Loop() {
		if len(care.Shifts(w, today(), 7)) != 200 {
			b.Fatal("not all shifts")
		}
	}
}

// BenchmarkViews asks for every view of clients of the large institution, access
// of everybody included.
func BenchmarkViews(b *testing.B) {
	w := busy()
	var clients []domain.PersonID
	for p := range w.Persons() {
		if p.Role == domain.Client {
			clients = append(clients, p.ID)
		}
	}
	i := 0
	for b.Loop() {
		care.Views(w, clients[i%len(clients)], today())
		i++
	}
}
