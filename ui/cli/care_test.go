package cli_test

import (
	"slices"
	"strings"
	"testing"
)

type line struct {
	Rule, Person, Name, Relation, Type, TypeName, From, Through string
	Primary                                                     bool
}

// cared is what care answers, with what its lines add in the course and under missing.
type cared struct {
	Client, Name, Date                                            string
	MedischOverzicht, BetrokkenMedewerkers, DossierApp, NotToPlan []line
	Responsible                                                   struct{ Legal, VBMResponsible []line }
	Access                                                        []struct {
		Person, Name string
		Grants       []struct {
			Rule, Role, RoleName, Scope, Location string
			Tasks, Relations                      []string
			OwnLocation, Unwanted                 bool
		}
	}
	Course []struct {
		line
		State, ReplacedBy, Succeeds string
	}
	Missing struct {
		Primary, Legal bool
		Ending         []struct {
			line
			LastDay, Successor string
		}
	}
	SomeScreensIgnoreRelationScope bool
}

func inLines(list []line) string {
	var ids []string
	for _, l := range list {
		ids = append(ids, l.Person)
	}
	return strings.Join(ids, " ")
}

func TestFemkeIsInNoViewOfHenkButTheCourse(t *testing.T) {
	henk := demo[cared](t, "care", "P23")
	for _, v := range []struct {
		view string
		list []line
		want string
	}{
		{"Medisch overzicht", henk.MedischOverzicht, "P09"},
		{"Betrokken medewerkers", henk.BetrokkenMedewerkers, "P04 P09"},
		{"Dossier-app", henk.DossierApp, "P04 P09"},
		{"legally responsible", henk.Responsible.Legal, "P04"},
		{"BOPZ", henk.Responsible.VBMResponsible, ""},
		{"not to plan", henk.NotToPlan, ""},
	} {
		got := strings.Fields(inLines(v.list))
		slices.Sort(got)
		equal(t, v.view, strings.Join(got, " "), v.want)
	}
	if len(henk.Course) != 1 || henk.Course[0].Person != "P13" || henk.Course[0].State != "type-off" {
		t.Errorf("course: %+v", henk.Course)
	}
	if m := henk.Missing; m.Primary || m.Legal || len(m.Ending) > 0 || !henk.SomeScreensIgnoreRelationScope {
		t.Errorf("missing: %+v", m)
	}
}

func TestEveryGrantOfEveryClientHasItsGround(t *testing.T) {
	for _, client := range []string{"P14", "P16", "P21", "P26"} {
		c := demo[cared](t, "care", client)
		if len(c.Access) == 0 || c.Client != client || c.Date != "2026-03-02" {
			t.Errorf("%s: %+v", client, c)
		}
		for _, h := range c.Access {
			for _, g := range h.Grants {
				if len(g.Tasks) == 0 || g.RoleName == "" || (g.Scope == "relation") != (len(g.Relations) > 0) || (g.Scope == "locations") != (g.Location != "") {
					t.Errorf("%s with %s: %+v", h.Person, client, g)
				}
			}
		}
	}
}
