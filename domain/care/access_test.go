package care_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/domain/domaintest"
)

// saidGrants writes grants in short: rule, role, and through what.
func saidGrants(grants []care.Grant) string {
	var out []string
	for _, g := range grants {
		line := fmt.Sprintf("%s %s", g.Rule, g.Role)
		switch {
		case g.OwnLocation:
			line += " own " + g.Location
		case g.Location != "":
			line += " at " + g.Location
		}
		for _, r := range g.Relations {
			line += " by " + string(r)
		}
		if g.Unwanted {
			line += "!"
		}
		out = append(out, line)
	}
	return strings.Join(out, ", ")
}

func TestWhatAnEmployeeMayDoIsTheUnionOfTheRolesThatReachTheClient(t *testing.T) {
	for _, c := range []struct {
		name             string
		employee, client domain.PersonID
		on               string
		want             string
	}{
		{"the primary one: by the relation, and as any employee of the house", "chantal", "henk", "2026-03-02", "A3 basis own Vlier, A1 evv by henk-chantal"},
		{"the same on the day after the relation ended", "chantal", "henk", "2026-03-16", "A3 basis own Vlier"},
		{"the same with a client without a relation", "chantal", "agnes", "2026-03-02", "A3 basis own Vlier"},
		{"the same with a client at another location", "chantal", "lotte", "2026-03-02", ""},
		{"an assignment with relation scope reaches that client", "emre", "henk", "2026-03-02", "A2 regie by henk-emre"},
		{"and no other", "emre", "agnes", "2026-03-02", ""},
		{"an assignment at listed locations, however they are typed", "tomasz", "agnes", "2026-03-02", "A2 nacht at Vlier"},
		{"not before its first day", "tomasz", "agnes", "2026-02-28", ""},
		{"on its last day", "tomasz", "agnes", "2026-03-31", "A2 nacht at Vlier"},
		{"not after it", "tomasz", "agnes", "2026-04-01", ""},
		{"a role on a negative type gives access because one is unwanted", "tomasz", "henk", "2026-03-02", "A1 fout by henk-tomasz!, A2 nacht at Vlier"},
		{"all clients", "beheer", "lotte", "2026-03-02", "A2 beheer"},
		{"no tasks, no stated scope, a type that is switched off: nothing", "femke", "lotte", "2026-03-02", ""},
		{"the same at home", "femke", "henk", "2026-03-02", "A3 basis own Vlier"},
		{"a parent is no employee, whatever type a role names", "joke", "henk", "2026-03-02", ""},
		{"somebody who has left", "karin", "henk", "2026-03-02", ""},
		{"a client who has left", "chantal", "rob", "2026-03-02", ""},
		{"the client while they were there", "chantal", "rob", "2026-01-31", "A3 basis own Vlier, A1 evv by rob-chantal"},
		{"a client with another", "agnes", "henk", "2026-03-02", ""},
		{"an employee without a location has none of their own", "emre", "lotte", "2026-03-02", ""},
		{"nobody", "nobody", "henk", "2026-03-02", ""},
		{"with nobody", "chantal", "nobody", "2026-03-02", ""},
		{"with a colleague", "chantal", "emre", "2026-03-02", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			equal(t, c.name, saidGrants(care.Access(vlier(), c.employee, c.client, day(c.on))), c.want)
		})
	}
}

func TestNoLocationIsNoPlaceToBeTogether(t *testing.T) {
	w := vlier()
	henk, _ := w.Person("henk")
	nowhere := henk
	nowhere.Location = ""
	w, err := w.With(domain.Change{Person: &domain.Swap[domain.Person]{Before: &henk, After: &nowhere}})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "Emre, who has none either", saidGrants(care.Access(w, "emre", "henk", today())), "A2 regie by henk-emre")
}

func TestWhoMayDoSomethingWithHenk(t *testing.T) {
	var got []string
	for _, h := range care.Holders(vlier(), "henk", today()) {
		got = append(got, string(h.Person)+": "+saidGrants(h.Grants))
	}
	equal(t, "holders", strings.Join(got, "\n"), strings.Join([]string{
		"beheer: A2 beheer",
		"chantal: A3 basis own Vlier, A1 evv by henk-chantal",
		"emre: A2 regie by henk-emre",
		"femke: A3 basis own Vlier",
		"ria: A3 basis own Vlier",
		"tomasz: A1 fout by henk-tomasz!, A2 nacht at Vlier",
	}, "\n"))
}

func TestAGrantByRelationSaysThatSomeScreensIgnoreIt(t *testing.T) {
	for _, c := range []struct {
		employee domain.PersonID
		by       map[domain.AccessRoleID]bool
	}{
		{"chantal", map[domain.AccessRoleID]bool{"basis": false, "evv": true}},
		{"emre", map[domain.AccessRoleID]bool{"regie": true}},
		{"beheer", map[domain.AccessRoleID]bool{"beheer": false}},
		{"tomasz", map[domain.AccessRoleID]bool{"fout": true, "nacht": false}},
	} {
		grants := care.Access(vlier(), c.employee, "henk", today())
		equal(t, string(c.employee), len(grants), len(c.by))
		for _, g := range grants {
			equal(t, string(g.Role), g.ByRelation(), c.by[g.Role])
		}
	}
}

func TestARoleOnANegativeTypeIsALoudSignal(t *testing.T) {
	w := vlier()
	for _, c := range []struct{ role, want string }{{"fout", "[niet]"}, {"evv", "[]"}, {"basis", "[]"}} {
		role, _ := w.AccessRole(domain.AccessRoleID(c.role))
		equal(t, c.role, fmt.Sprint(care.NegativeTypes(w, role)), c.want)
		role.SwitchedOff = true
		equal(t, c.role+", switched off", len(care.NegativeTypes(w, role)), 0)
	}
}

func TestTheTasksOfAGrantStandAsTheRoleNamesThem(t *testing.T) {
	for _, g := range care.Access(vlier(), "chantal", "henk", today()) {
		if g.Role == "evv" {
			equal(t, "tasks", strings.Join(g.Tasks, ", "), "zorgplan bewerken, doelen aftekenen")
			return
		}
	}
	t.Error("Chantal has no EVV role")
}

func TestWhatSomebodyMayIsTheSameAskedForAllClientsAtOnce(t *testing.T) { // A4
	rapid.Check(t, func(t *rapid.T) {
		w, on := domaintest.Small(t), somewhen(t)
		for p := range w.Persons() {
			var want []care.Reach
			for client := range w.Persons() {
				if grants := care.Access(w, p.ID, client.ID, on); len(grants) > 0 {
					want = append(want, care.Reach{Client: client.ID, Grants: grants})
				}
			}
			if got := care.AccessibleClients(w, p.ID, on); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s may %+v, want %+v", p.ID, got, want)
			}
		}
	})
}

// BenchmarkMay asks what employees of the large institution may do with whom.
func BenchmarkAccessibleClients(b *testing.B) {
	w := busy()
	var employees []domain.PersonID
	for p := range w.Persons() {
		if p.Role.IsCounselor() {
			employees = append(employees, p.ID)
		}
	}
	i := 0
	for b.Loop() {
		care.AccessibleClients(w, employees[i%len(employees)], today())
		i++
	}
}
