package care_test

import (
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/store/exchange"
)

func demonstration(t testing.TB) domain.World {
	t.Helper()
	changes, err := exchange.Demonstration().Plan(domain.World{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := domain.World{}.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// The stars and signals of DOMAIN.md 5, with the relations that cause them.
func TestTheWeekOfTheDemonstrationHasTheStarsAndSignalsThatWereExpected(t *testing.T) {
	const early = "P06→P21 (R11), P06→P25 (R15)"
	const night = "P09→P23 (R13), P09→P26 (R16)"
	const late = "P08→P22 (R12), P08→P24 (R14)"
	want := []struct{ id, stars, signals string }{
		{"S01", early + ", " + night, "P09→P25 (R40)"},
		{"S02", late, ""},
		{"S03", late, "P13→P22 (R42)"},
		{"S04", "P12→P19 (R05)", ""},
		{"S05", "P07→P18 (R04)", "P07→P16 (R41)"},
		{"S07", "", ""}, // begins before S06
		{"S06", "P07→P18 (R04)", ""},
		{"S08", night, "P09→P25 (R40)"},
		{"S09", early + ", " + late, ""},
		{"S10", "P11→P15 (R02), P11→P16 (R07)", ""},
	}
	week := care.Shifts(demonstration(t), today(), 7)
	if len(week) != len(want) {
		t.Fatalf("%d shifts", len(week))
	}
	for i, c := range want {
		equal(t, "shift", string(week[i].ID), c.id)
		equal(t, c.id+" stars", saidMarks(week[i].Stars), c.stars)
		equal(t, c.id+" signals", saidMarks(week[i].Signals), c.signals)
	}
}

func TestWithoutTomaszTheEarlyShiftOfMondayHasNoSignal(t *testing.T) {
	w := demonstration(t)
	s, _ := w.Shift("S01")
	s.Employees = slices.DeleteFunc(slices.Clone(s.Employees), func(p domain.PersonID) bool { return p == "P09" })
	got := care.MarkShift(w, s)
	equal(t, "stars", saidMarks(got.Stars), "P06→P21 (R11), P06→P25 (R15)")
	equal(t, "signals", saidMarks(got.Signals), "")
}

// Femke's relation with Henk is of a type that is switched off (E7).
func TestFemkeIsNotAmongTheEmployeesInvolvedWithHenk(t *testing.T) {
	henk := care.Views(demonstration(t), "P23", today())
	equal(t, "involved", relations(henk.Involved), "R13 R27")
	equal(t, "app", relations(henk.App), "R13 R27")
	equal(t, "course", strings.Join(said(henk).course, "; "), "R43 type-off")
}

func TestJaydenHasAPlannedSuccessor(t *testing.T) {
	jayden := said(care.Views(demonstration(t), "P16", today()))
	equal(t, "medical", jayden.medical, "R07")
	equal(t, "not to plan", jayden.notToPlan, "R41")
	equal(t, "missing", jayden.missing, "R41 until 2026-03-04; R07 until 2026-03-15, then R08")
	equal(t, "course", strings.Join(jayden.course, "; "), "R08 planned after R07")
}

func TestWhoMayDoWhatWithWillem(t *testing.T) {
	var got []string
	for _, h := range care.Holders(demonstration(t), "P21", today()) {
		got = append(got, string(h.Person)+": "+saidGrants(h.Grants))
	}
	equal(t, "access", strings.Join(got, "\n"), strings.Join([]string{
		"P01: A2 A5", "P02: A2 A5",
		"P04: A3 A1 own Vlierhof, A2 A4 by R25",
		"P05: A2 A2 at Vlierhof",
		"P06: A3 A1 own Vlierhof, A2 A2 at Vlierhof, A1 A3 by R11",
		"P07: A2 A2 at Vlierhof",
		"P08: A3 A1 own Vlierhof, A2 A2 at Vlierhof",
		"P09: A3 A1 own Vlierhof, A2 A2 at Vlierhof",
		"P10: A2 A2 at Vlierhof", "P11: A2 A2 at Vlierhof", "P12: A2 A2 at Vlierhof",
		"P13: A3 A1 own Vlierhof, A2 A2 at Vlierhof",
	}, "\n"))
}

func TestNoRoleOfTheDemonstrationNamesANegativeType(t *testing.T) {
	w := demonstration(t)
	roles := 0
	for r := range w.AccessRoles() {
		roles++
		equal(t, string(r.ID), len(care.NegativeTypes(w, r)), 0)
	}
	equal(t, "roles", roles, 5)
}
