package steps_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/steps"
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

func on() domain.Date { return domaintest.Today() }

// written returns a state as a line of the tables: done, or what is open.
func written(s steps.State) string {
	var open []string
	for _, o := range s.Open {
		line := string(o.Code)
		for _, r := range o.Refs {
			line += " " + r.Key
		}
		for _, r := range o.Roles {
			line += " " + r.String()
		}
		if o.Code == steps.DecidedOther {
			line += " " + o.Was.String()
		}
		open = append(open, line)
	}
	if len(open) == 0 {
		return fmt.Sprintf("%s: done", s.Step)
	}
	return fmt.Sprintf("%s: %s", s.Step, strings.Join(open, "; "))
}

func look(t *testing.T, got []steps.State, want ...string) {
	t.Helper()
	var lines []string
	for _, s := range got {
		lines = append(lines, written(s))
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(lines, "\n  "), strings.Join(want, "\n  "))
	}
}

// The tables were made by hand, from the records of the demonstration, before the
// code: on 2 March 2026 every client has a primary counselor; of guardians and
// externals only Rob (P41), whose membership ended, has no direct relation; the
// Oudercafé has one counselor; two groups have a news group; nobody ticked anything.

func TestTheInstitutionOfTheDemonstrationLacksWhatWasFoundByHand(t *testing.T) {
	look(t, steps.Institution(demonstration(t), on()),
		"people: done",
		"types: done",
		"relations: user-without-network P41",
		"groups: group-open G1 G2 G3 G4 G5 G6",
		"handover: not-ticked",
	)
}

func TestTheGroupsOfTheDemonstrationLackWhatWasFoundByHand(t *testing.T) {
	w := demonstration(t)
	const (
		visible  = "hidden: visible-undecided"
		allFive  = "look: not-looked-as CLIENT GUARDIAN EXTERNAL COUNSELOR COUNSELOR_PLUS"
		noNews   = "news: no-news-group"
		undecid  = "mode: not-decided"
		program  = "programmes: not-ticked"
		handover = "handover: not-ticked"
	)
	for _, c := range []struct {
		group string
		done  int
		lines []string
	}{
		{"G1", 3, []string{"hidden: done", "members: done", "relations: done", allFive, undecid, noNews, program, handover}},
		{"G2", 3, []string{visible, "members: done", "relations: done", allFive, undecid, "news: done", program, handover}},
		{"G3", 3, []string{visible, "members: done", "relations: done", allFive, undecid, "news: done", program, handover}},
		{"G4", 1, []string{visible, "members: few-counselors P10", "relations: done", "look: not-looked-as GUARDIAN COUNSELOR", undecid, noNews, program, handover}},
		{"G5", 2, []string{visible, "members: done", "relations: done", allFive, undecid, noNews, program, handover}},
		{"G6", 3, []string{"hidden: done", "members: done", "relations: done", "look: not-looked-as CLIENT COUNSELOR COUNSELOR_PLUS", undecid, noNews, program, handover}},
	} {
		got := steps.Group(w, domain.GroupID(c.group), on())
		t.Run(c.group, func(t *testing.T) { look(t, got, c.lines...) })
		if steps.Count(got) != c.done {
			t.Errorf("%s: %d of %d done, want %d", c.group, steps.Count(got), len(got), c.done)
		}
	}
}

func TestAnEmptyInstitutionIsOpenInEveryStep(t *testing.T) {
	look(t, steps.Institution(domain.World{}, on()),
		"people: no-clients; no-counselors", "types: no-primary-type", "relations: nobody-yet", "groups: no-groups", "handover: not-ticked")
}

func TestANewGroupIsHiddenAndOtherwiseOpen(t *testing.T) {
	w := after(t, domain.World{}, domain.AddGroup{Group: domain.Group{Name: "Moestuin"}})
	look(t, steps.Group(w, "G1", on()),
		"hidden: done", "members: no-users; few-counselors", "relations: nobody-yet", "look: nobody-yet",
		"mode: not-decided", "news: no-news-group", "programmes: not-ticked", "handover: not-ticked")
	if got := steps.Group(w, "G2", on()); got != nil {
		t.Errorf("a group that is not there has steps: %v", got)
	}
}
