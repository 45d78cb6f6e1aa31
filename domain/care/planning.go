package care

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// Shift is a shift or route with its stars and signals (DOMAIN.md 3.2).
type Shift struct {
	domain.Shift
	Stars   []Mark // L1, by employee and client
	Signals []Mark // L2, by employee and client; they warn and never block
}

// Mark is a star or a signal for one employee with one client, on the shift's
// own date.
type Mark struct {
	Rule             Rule // L1 or L2
	Employee, Client domain.PersonID
	Relations        []domain.RelationID // every relation that causes it, by id; never empty
}

// Monday returns the first day of the week in which a day lies.
func Monday(of domain.Date) domain.Date {
	return of - domain.Date((of.Weekday()+6)%7)
}

// Shifts returns the shifts of a number of days from the day from on, by date, begin
// and id.
func Shifts(w domain.World, from domain.Date, days int) []Shift {
	return collect(w, from, days, func(domain.Shift) bool { return true }, MarkShift)
}

// MarkShift returns a shift with its stars and signals. The shift need not be in w,
// so that a dialog can show them while it is being edited.
func MarkShift(w domain.World, s domain.Shift) Shift { return marked(w, s, s.Employees, s.Clients) }

// ClientShifts returns the shifts of one client, marked for this client only
// ("Bekijk de zorg die aan deze cliënt geleverd wordt").
func ClientShifts(w domain.World, client domain.PersonID, from domain.Date, days int) []Shift {
	return collect(w, from, days,
		func(s domain.Shift) bool { return slices.Contains(s.Clients, client) },
		func(w domain.World, s domain.Shift) Shift {
			return marked(w, s, s.Employees, []domain.PersonID{client})
		})
}

// EmployeeShifts returns the shifts of one employee, marked for this employee only.
func EmployeeShifts(w domain.World, employee domain.PersonID, from domain.Date, days int) []Shift {
	return collect(w, from, days,
		func(s domain.Shift) bool { return slices.Contains(s.Employees, employee) },
		func(w domain.World, s domain.Shift) Shift {
			return marked(w, s, []domain.PersonID{employee}, s.Clients)
		})
}

// collect returns the shifts of some days that belong, each marked by mark.
func collect(w domain.World, from domain.Date, days int, belongs func(domain.Shift) bool, mark func(domain.World, domain.Shift) Shift) []Shift {
	end := int64(from) + int64(days) // the first day after: a Date could overflow
	var out []Shift
	for s := range w.Shifts() {
		if s.Date >= from && int64(s.Date) < end && belongs(s) {
			out = append(out, mark(w, s))
		}
	}
	slices.SortFunc(out, func(a, b Shift) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Begin, b.Begin), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// marked judges each employee with each client on the shift's date. It reads the
// relations of the shorter list, which is less than all pairs.
func marked(w domain.World, s domain.Shift, employees, clients []domain.PersonID) Shift {
	out := Shift{Shift: s}
	few := clients
	if len(employees) < len(clients) {
		few = employees
	}
	for _, id := range few {
		for r := range w.RelationsOf(id) {
			if !slices.Contains(clients, r.Client) || !slices.Contains(employees, r.Person) {
				continue
			}
			t, ok := w.InEffect(r, s.Date)
			if ok && t.Primary {
				out.Stars = addMark(out.Stars, L1, r)
			}
			if ok && t.Negative {
				out.Signals = addMark(out.Signals, L2, r)
			}
		}
	}
	slices.SortFunc(out.Stars, compareMarks)
	slices.SortFunc(out.Signals, compareMarks)
	return out
}

// addMark adds a relation to the mark of its two people, so that each pair has one.
func addMark(marks []Mark, rule Rule, r domain.Relation) []Mark {
	for i, m := range marks {
		if m.Employee == r.Person && m.Client == r.Client {
			if !slices.Contains(m.Relations, r.ID) {
				marks[i].Relations = append(m.Relations, r.ID)
			}
			return marks
		}
	}
	return append(marks, Mark{rule, r.Person, r.Client, []domain.RelationID{r.ID}})
}

func compareMarks(a, b Mark) int {
	return cmp.Or(cmp.Compare(a.Employee, b.Employee), cmp.Compare(a.Client, b.Client))
}
