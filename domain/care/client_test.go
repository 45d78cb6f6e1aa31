package care_test

import (
	"fmt"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
)

// views is one row of a table that a care expert can sign: the contents of each view
// of Henk on a day, with the state in V7 and the last day in V8.
type views struct {
	medical, involved, app, legal, vbm, notToPlan string
	course                                        []string
	missing                                       string
}

func said(c care.Client) views {
	out := views{
		medical: relations(c.Medical), involved: relations(c.Involved), app: relations(c.App),
		legal: relations(c.Legal), vbm: relations(c.VBM), notToPlan: relations(c.NotToPlan),
	}
	for _, p := range c.Course {
		line := fmt.Sprintf("%s %s", p.Relation.ID, p.State)
		if p.After != "" {
			line += " after " + string(p.After)
		}
		out.course = append(out.course, line)
	}
	var lacks []string
	if c.Missing.Primary {
		lacks = append(lacks, "primary")
	}
	if c.Missing.Legal {
		lacks = append(lacks, "legal")
	}
	for _, e := range c.Missing.Ending {
		line := fmt.Sprintf("%s until %s", e.Relation.ID, e.Last)
		if e.Successor != "" {
			line += ", then " + string(e.Successor)
		}
		lacks = append(lacks, line)
	}
	out.missing = strings.Join(lacks, "; ")
	return out
}

func TestEveryViewOfHenkDependsOnTheDay(t *testing.T) {
	for _, c := range []struct {
		on   string
		want views
	}{
		{"2023-12-31", views{
			course: []string{
				"henk-femke-evv planned", "henk-tomasz-tweede planned", "henk-chantal planned", "henk-emre planned",
				"henk-emre-bopz planned", "henk-femke planned", "henk-joke planned", "henk-karin planned", "henk-ria planned",
				"henk-femke-evv-2 withdrawn", "henk-tomasz planned", "henk-ria-evv planned", "henk-chantal-2 planned"},
			missing: "primary; legal",
		}},
		{"2025-08-31", views{
			medical: "henk-femke-evv", involved: "henk-femke-evv henk-tomasz-tweede", app: "henk-femke-evv henk-tomasz-tweede",
			course: []string{
				"henk-chantal planned after henk-femke-evv", "henk-emre planned", "henk-emre-bopz planned", "henk-femke planned",
				"henk-joke planned", "henk-karin planned", "henk-ria planned", "henk-femke-evv-2 withdrawn", "henk-tomasz planned",
				"henk-ria-evv planned", "henk-chantal-2 planned"},
			missing: "legal; henk-femke-evv until 2025-08-31, then henk-chantal",
		}},
		{"2026-03-02", views{
			medical: "henk-chantal", involved: "henk-chantal henk-emre henk-ria", app: "henk-chantal henk-emre henk-ria",
			legal: "henk-emre", vbm: "henk-emre-bopz", notToPlan: "henk-tomasz",
			course: []string{
				"henk-femke-evv replaced", "henk-tomasz-tweede ended", "henk-femke type-off", "henk-karin inactive",
				"henk-femke-evv-2 withdrawn", "henk-ria-evv planned after henk-chantal", "henk-chantal-2 planned"},
			missing: "henk-chantal until 2026-03-15, then henk-ria-evv; henk-ria until 2026-03-20",
		}},
		{"2026-03-16", views{ // the primary one stands first, whatever its id
			medical: "henk-ria-evv", involved: "henk-ria-evv henk-emre henk-ria", app: "henk-ria-evv henk-emre henk-ria",
			legal: "henk-emre", vbm: "henk-emre-bopz", notToPlan: "henk-tomasz",
			course: []string{
				"henk-femke-evv replaced", "henk-tomasz-tweede ended", "henk-chantal ended", "henk-femke type-off",
				"henk-karin inactive", "henk-femke-evv-2 withdrawn", "henk-chantal-2 planned"},
			missing: "henk-ria-evv until 2026-03-20; henk-ria until 2026-03-20",
		}},
		{"2026-03-21", views{ // Ria has left: nobody is primary
			involved: "henk-emre", app: "henk-emre", legal: "henk-emre", vbm: "henk-emre-bopz", notToPlan: "henk-tomasz",
			course: []string{
				"henk-femke-evv replaced", "henk-tomasz-tweede ended", "henk-chantal ended", "henk-femke type-off",
				"henk-karin inactive", "henk-ria inactive", "henk-femke-evv-2 withdrawn", "henk-ria-evv inactive", "henk-chantal-2 planned"},
			missing: "primary",
		}},
	} {
		t.Run(c.on, func(t *testing.T) {
			got := said(care.Views(vlier(), "henk", day(c.on)))
			equal(t, "course", strings.Join(got.course, "\n"), strings.Join(c.want.course, "\n"))
			got.course, c.want.course = nil, nil
			if g, w := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", c.want); g != w {
				t.Errorf("\ngot  %s\nwant %s", g, w)
			}
		})
	}
}

func TestEveryLineNamesTheRuleThatPutsItThere(t *testing.T) {
	c := care.Views(vlier(), "henk", today())
	for _, v := range []struct {
		rule string
		list []care.Line
	}{{"V1", c.Medical}, {"V2", c.Involved}, {"V3", c.App}, {"V4", c.Legal}, {"V4", c.VBM}, {"V5", c.NotToPlan}} {
		if len(v.list) == 0 {
			t.Errorf("nothing under %s", v.rule)
		}
		for _, l := range v.list {
			equal(t, string(l.Relation.ID), l.Rule.String(), v.rule)
		}
	}
	equal(t, "course", c.Course[0].Rule, care.V7)
	equal(t, "missing", c.Missing.Ending[0].Rule, care.V8)
}

func TestAParentIsInNoViewOfEmployees(t *testing.T) {
	c := care.Views(vlier(), "henk", today())
	for _, list := range [][]care.Line{c.Medical, c.Involved, c.App, c.Legal, c.VBM, c.NotToPlan} {
		for _, l := range list {
			if l.Relation.Person == "joke" {
				t.Errorf("Joke stands under %s", l.Rule)
			}
		}
	}
}

func TestAnEndCountsAsNearForThirtyDays(t *testing.T) {
	for _, c := range []struct {
		on   string
		near bool
	}{{"2026-02-12", false}, {"2026-02-13", true}, {"2026-03-15", true}, {"2026-03-16", false}} {
		near := false
		for _, e := range care.Views(vlier(), "henk", day(c.on)).Missing.Ending {
			near = near || e.Relation.ID == "henk-chantal"
		}
		equal(t, c.on, near, c.near)
	}
}

func TestASuccessorWhoWillHaveLeftByThenIsNone(t *testing.T) {
	w := vlier()
	ria, _ := w.Person("ria")
	early := ria
	early.InactiveFrom = day("2026-03-10")
	w, err := w.With(domain.Change{Person: &domain.Swap[domain.Person]{Before: &ria, After: &early}})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "missing", said(care.Views(w, "henk", today())).missing, "henk-ria until 2026-03-09; henk-chantal until 2026-03-15")
}

func TestWhoeverHasLeftOrIsNoClientLacksNothing(t *testing.T) {
	w := vlier()
	rob := care.Views(w, "rob", today())
	equal(t, "Rob's course", strings.Join(said(rob).course, " "), "rob-chantal inactive")
	for _, id := range []domain.PersonID{"rob", "chantal", "nobody"} {
		c := care.Views(w, id, today())
		if c.Missing.Any() || len(c.Access)+len(c.Medical)+len(c.Involved) > 0 {
			t.Errorf("%s: %+v", id, c)
		}
	}
	lotte := care.Views(w, "lotte", today())
	if !lotte.Missing.Primary || !lotte.Missing.Legal || !lotte.Missing.Any() {
		t.Errorf("Lotte, who has nobody: %+v", lotte.Missing)
	}
}

func TestEveryStateAndRuleHasACodeOfItsOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range care.States() {
		seen[s.String()] = true
	}
	for r := care.V1; r <= care.A3; r++ {
		seen[r.String()] = true
	}
	equal(t, "codes", len(seen), len(care.States())+int(care.A3))
	equal(t, "no state", care.State(99).String(), "State(99)")
	equal(t, "no rule", care.Rule(99).String(), "Rule(99)")
}
