package care_test

import (
	"fmt"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
)

// saidMarks writes marks in short: P06→P21 (R11).
func saidMarks(marks []care.Mark) string {
	var out []string
	for _, m := range marks {
		var by []string
		for _, r := range m.Relations {
			by = append(by, string(r))
		}
		out = append(out, fmt.Sprintf("%s→%s (%s)", m.Employee, m.Client, strings.Join(by, " ")))
	}
	return strings.Join(out, ", ")
}

func people(ids ...domain.PersonID) []domain.PersonID { return ids }

func TestAShiftIsJudgedOnItsOwnDate(t *testing.T) {
	for _, c := range []struct {
		name, on       string
		employees      []domain.PersonID
		clients        []domain.PersonID
		stars, signals string
	}{
		{"the primary and the unwanted one", "2026-03-02", people("tomasz", "chantal"), people("lotte", "henk"),
			"chantal→henk (henk-chantal)", "tomasz→henk (henk-tomasz)"},
		{"on the last day of the primary one", "2026-03-15", people("chantal", "ria"), people("henk"), "chantal→henk (henk-chantal)", ""},
		{"on the first day of the successor", "2026-03-16", people("chantal", "ria"), people("henk"), "ria→henk (henk-ria-evv)", ""},
		{"when the successor has left", "2026-03-21", people("chantal", "ria"), people("henk"), "", ""},
		{"before somebody became unwanted", "2026-02-28", people("tomasz"), people("henk"), "", ""},
		{"a type that is switched off gives neither", "2026-03-02", people("femke"), people("henk"), "", ""},
		{"a client who has left", "2026-03-02", people("chantal"), people("rob"), "", ""},
		{"nobody with nobody", "2026-03-02", nil, nil, "", ""},
		{"a client who stands there twice is marked once", "2026-03-02", people("chantal", "tomasz"), people("henk", "henk"),
			"chantal→henk (henk-chantal)", "tomasz→henk (henk-tomasz)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := care.MarkShift(vlier(), domain.Shift{ID: "nieuw", Date: day(c.on), Employees: c.employees, Clients: c.clients})
			equal(t, "stars", saidMarks(s.Stars), c.stars)
			equal(t, "signals", saidMarks(s.Signals), c.signals)
			equal(t, "shift", s.ID, "nieuw")
		})
	}
}

func TestEveryRelationThatCausesAMarkIsNamed(t *testing.T) {
	w := vlier()
	second := domain.RelationType{ID: "ziekenhuis", Name: "Ziekenhuisbegeleider", Primary: true, Exclusive: true}
	relation := domain.Relation{ID: "henk-chantal-3", Client: "henk", Person: "chantal", Type: second.ID, Period: from("2026-01-01")}
	w, err := w.With(
		domain.Change{RelationType: &domain.Swap[domain.RelationType]{After: &second}},
		domain.Change{Relation: &domain.Swap[domain.Relation]{After: &relation}},
	)
	if err != nil {
		t.Fatal(err)
	}
	s := care.MarkShift(w, domain.Shift{Date: today(), Employees: people("chantal"), Clients: people("henk")})
	equal(t, "one star, two relations", saidMarks(s.Stars), "chantal→henk (henk-chantal henk-chantal-3)")
	equal(t, "rule", s.Stars[0].Rule, care.L1)
}

// rostered returns the small house with shifts, given out of order.
func rostered() domain.World {
	r := vlier().Records()
	at := func(id domain.ShiftID, date string, begin, end domain.Clock, employees, clients []domain.PersonID) domain.Shift {
		return domain.Shift{ID: id, Date: day(date), Begin: begin, End: end, Employees: employees, Clients: clients}
	}
	r.Shifts = []domain.Shift{
		at("a-laat", "2026-03-02", 15*60, 23*60, people("tomasz"), people("agnes", "henk")),
		at("b-vroeg", "2026-03-02", 7*60, 15*60, people("chantal", "tomasz"), people("henk")),
		at("c-vroeg", "2026-03-02", 7*60, 15*60, people("femke"), people("lotte")),
		at("d-nacht", "2026-03-08", 23*60, 7*60, people("chantal"), people("henk")),
		at("e-week-later", "2026-03-09", 7*60, 15*60, people("chantal"), people("henk")),
		at("f-week-eerder", "2026-03-01", 7*60, 15*60, people("chantal"), people("henk")),
	}
	return domain.NewWorld(r)
}

func saidShifts(shifts []care.Shift) string {
	var out []string
	for _, s := range shifts {
		out = append(out, fmt.Sprintf("%s: %d stars, %d signals", s.ID, len(s.Stars), len(s.Signals)))
	}
	return strings.Join(out, "; ")
}

func TestAWeekStandsInTheOrderInWhichItIsWorked(t *testing.T) {
	w := rostered()
	const whole = "b-vroeg: 1 stars, 1 signals; c-vroeg: 0 stars, 0 signals; a-laat: 0 stars, 1 signals; d-nacht: 1 stars, 0 signals"
	for _, c := range []struct {
		name, from string
		days       int
		want       string
	}{
		{"the week", "2026-03-02", 7, whole},
		{"a night belongs to the day on which it begins", "2026-03-09", 7, "e-week-later: 1 stars, 0 signals"},
		{"one day", "2026-03-08", 1, "d-nacht: 1 stars, 0 signals"},
		{"no days", "2026-03-02", 0, ""},
		{"fewer than none", "2026-03-02", -1, ""},
		{"more days than there are", "2026-03-09", 1 << 40, "e-week-later: 1 stars, 0 signals"},
	} {
		equal(t, c.name, saidShifts(care.Shifts(w, day(c.from), c.days)), c.want)
	}
}

func TestEitherSideSeesItsOwnShiftsAndMarks(t *testing.T) {
	w := rostered()
	equal(t, "Henk", saidShifts(care.ClientShifts(w, "henk", today(), 7)),
		"b-vroeg: 1 stars, 1 signals; a-laat: 0 stars, 1 signals; d-nacht: 1 stars, 0 signals")
	equal(t, "Agnes, in whose shift only Henk has a signal", saidShifts(care.ClientShifts(w, "agnes", today(), 7)), "a-laat: 0 stars, 0 signals")
	equal(t, "Chantal, in whose shift only Tomasz has a signal", saidShifts(care.EmployeeShifts(w, "chantal", today(), 7)),
		"b-vroeg: 1 stars, 0 signals; d-nacht: 1 stars, 0 signals")
	equal(t, "Tomasz", saidShifts(care.EmployeeShifts(w, "tomasz", today(), 7)), "b-vroeg: 0 stars, 1 signals; a-laat: 0 stars, 1 signals")
	equal(t, "Emre, who has none", saidShifts(care.EmployeeShifts(w, "emre", today(), 7)), "")
}

func TestAWeekBeginsOnMonday(t *testing.T) {
	for _, c := range []struct{ of, monday string }{
		{"2026-03-02", "2026-03-02"}, {"2026-03-04", "2026-03-02"}, {"2026-03-08", "2026-03-02"},
		{"2026-03-01", "2026-02-23"}, {"2027-01-01", "2026-12-28"}, {"0001-01-01", "0001-01-01"},
	} {
		equal(t, c.of, care.Monday(day(c.of)).String(), c.monday)
	}
}
