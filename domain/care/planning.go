package care

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// Shift is a shift or route with what planning shows beside it (DOMAIN.md 3.2).
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

// Week returns the shifts of days days from the day from on, by date, begin and
// id. No days at all have no shifts.
func Week(w domain.World, from domain.Date, days int) []Shift {
	return span(w, from, days, func(domain.Shift) bool { return true }, Of)
}

// Of returns a shift with its stars and signals. It need not be in w: so a dialog
// can show the signal while somebody is being rostered.
func Of(w domain.World, s domain.Shift) Shift { return marked(w, s, s.Employees, s.Clients) }

// OfClient returns the care that one client gets ("Bekijk de zorg die aan deze
// cliënt geleverd wordt"): their shifts, marked for this client only.
func OfClient(w domain.World, client domain.PersonID, from domain.Date, days int) []Shift {
	return span(w, from, days,
		func(s domain.Shift) bool { return slices.Contains(s.Clients, client) },
		func(w domain.World, s domain.Shift) Shift {
			return marked(w, s, s.Employees, []domain.PersonID{client})
		})
}

// OfEmployee returns the shifts of one employee, marked for this employee only.
func OfEmployee(w domain.World, employee domain.PersonID, from domain.Date, days int) []Shift {
	return span(w, from, days,
		func(s domain.Shift) bool { return slices.Contains(s.Employees, employee) },
		func(w domain.World, s domain.Shift) Shift {
			return marked(w, s, []domain.PersonID{employee}, s.Clients)
		})
}

// span collects the shifts of some days. Whatever lies beyond the last date that
// can be written has no shifts.
func span(w domain.World, from domain.Date, days int, belongs func(domain.Shift) bool, as func(domain.World, domain.Shift) Shift) []Shift {
	end := int64(from) + int64(days) // the first day after: a Date could overflow
	var out []Shift
	for s := range w.Shifts() {
		if s.Date >= from && int64(s.Date) < end && belongs(s) {
			out = append(out, as(w, s))
		}
	}
	slices.SortFunc(out, func(a, b Shift) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Begin, b.Begin), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// marked judges each employee with each client on the shift's date. It walks the
// relations of the shorter list, and not all pairs.
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
				out.Stars = mark(out.Stars, L1, r)
			}
			if ok && t.Negative {
				out.Signals = mark(out.Signals, L2, r)
			}
		}
	}
	slices.SortFunc(out.Stars, compareMarks)
	slices.SortFunc(out.Signals, compareMarks)
	return out
}

// mark adds a relation to the mark of its two people. Somebody who stands in a
// shift twice is marked once.
func mark(marks []Mark, rule Rule, r domain.Relation) []Mark {
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
