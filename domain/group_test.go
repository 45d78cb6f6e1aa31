package domain_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
)

func TestANewGroupIsHiddenAndGetsTheNextId(t *testing.T) {
	w, _ := do(t, kade(), domain.AddGroup{Group: domain.Group{Name: "Moestuin"}})
	g, ok := w.Group("G1")
	if !ok || g.Visibility != domain.Hidden || g.Name != "Moestuin" {
		t.Errorf("%v, %v", g, ok)
	}
}

func TestAGroupIsRefused(t *testing.T) {
	w := kade()
	group := func(edit func(*domain.Group)) domain.Group {
		g, _ := w.Group("oudercafe")
		edit(&g)
		return g
	}
	named := func(name string) domain.Command { return domain.AddGroup{Group: domain.Group{Name: name}} }
	refuse(t, w, []attempt{
		{"whose id is in use", domain.AddGroup{Group: domain.Group{ID: "leeg", Name: "Moestuin"}},
			domain.Refusal{Code: domain.AlreadyExists, Subject: domain.Ref{Noun: domain.GroupNoun, Key: "leeg"}}},
		{"whose id would need escaping", domain.AddGroup{Group: domain.Group{ID: "a/b", Name: "Moestuin"}},
			domain.Refusal{Code: domain.ValueMalformed, Field: "id"}},
		{"without a name", named(" \t"), domain.Refusal{Code: domain.ValueMissing, Field: "name"}},
		{"whose name another group has", named("Kookgroep"),
			domain.Refusal{Code: domain.NameTaken, Field: "name", Others: one(domain.GroupNoun, "kookgroep")}},
		{"whose name another group has in capitals", named(" OUDERCAFÉ "),
			domain.Refusal{Code: domain.NameTaken, Field: "name", Others: one(domain.GroupNoun, "oudercafe")}},
		{"renamed to what another group is called", domain.EditGroup{Group: group(func(g *domain.Group) { g.Name = "kookgroep" })},
			domain.Refusal{Code: domain.NameTaken, Field: "name", Others: one(domain.GroupNoun, "kookgroep")}},
		{"whose name is too long", named(strings.Repeat("é", 121)), domain.Refusal{Code: domain.ValueTooLong, Field: "name"}},
		{"whose name would drive a terminal", named("Kook\x1b[2J"), domain.Refusal{Code: domain.ValueCharacter, Field: "name"}},
		{"whose name holds a C1 control", named("Kook\u009b2J"), domain.Refusal{Code: domain.ValueCharacter, Field: "name"}},
		{"whose name is not text", named("Kook\xff"), domain.Refusal{Code: domain.ValueMalformed, Field: "name"}},
		{"whose place is too long", domain.EditGroup{Group: group(func(g *domain.Group) { g.Location = strings.Repeat("x", 121) })},
			domain.Refusal{Code: domain.ValueTooLong, Field: "location"}},
		{"whose news group is two lines", domain.EditGroup{Group: group(func(g *domain.Group) { g.NewsGroup = "a\nb" })},
			domain.Refusal{Code: domain.ValueCharacter, Field: "newsGroup"}},
		{"whose description is too long", domain.EditGroup{Group: group(func(g *domain.Group) { g.Description = strings.Repeat("x", 2001) })},
			domain.Refusal{Code: domain.ValueTooLong, Field: "description"}},
		{"with a mode that does not exist", domain.SetVisibility{ID: "leeg", Visibility: 3},
			domain.Refusal{Code: domain.ValueMalformed, Field: "visibility"}},
		{"set to the mode that it has", domain.SetVisibility{ID: "oudercafe", Visibility: domain.GroupVisible},
			domain.Refusal{Code: domain.NothingToDo}},
		{"edited into what it is", domain.EditGroup{Group: group(func(*domain.Group) {})}, domain.Refusal{Code: domain.NothingToDo}},
		{"edited though it is not there", domain.EditGroup{Group: domain.Group{ID: "weg", Name: "Weg"}}, domain.Refusal{Code: domain.UnknownRef}},
		{"set to a mode though it is not there", domain.SetVisibility{ID: "weg"}, domain.Refusal{Code: domain.UnknownRef}},
		{"removed though it is not there", domain.RemoveGroup{ID: "weg"}, domain.Refusal{Code: domain.UnknownRef}},
		{"copied though it is not there", domain.CopyGroup{Of: "weg", Group: domain.Group{Name: "Kopie"}}, domain.Refusal{Code: domain.UnknownRef}},
		{"copied under its own name", domain.CopyGroup{Of: "kookgroep", Group: domain.Group{Name: "kookgroep"}, On: today()},
			domain.Refusal{Code: domain.NameTaken, Field: "name", Others: one(domain.GroupNoun, "kookgroep")}},
		{"copied over another", domain.CopyGroup{Of: "kookgroep", Group: domain.Group{ID: "leeg", Name: "Kopie"}, On: today()},
			domain.Refusal{Code: domain.AlreadyExists}},
	})
}

func TestAGroupMayKeepItsNameInOtherLetters(t *testing.T) {
	w := kade()
	g, _ := w.Group("oudercafe")
	g.Name, g.Description = "OUDERCAFÉ", "eerste regel\n\ttweede regel"
	if after, _ := do(t, w, domain.EditGroup{Group: g}); after.Count(domain.GroupNoun) != 4 {
		t.Error("another group appeared")
	}
}

func TestRaisingAModeChangesTheGroupAndNothingElse(t *testing.T) {
	w, changes := do(t, kade(), domain.SetVisibility{ID: "steiger", Visibility: domain.MembersVisible})
	if g, _ := w.Group("steiger"); len(changes) != 1 || g.Visibility != domain.MembersVisible {
		t.Errorf("%d changes, %s", len(changes), g.Visibility)
	}
}

func TestRemovingAGroupRemovesItsMembershipsAndAgreementsAsOneEdit(t *testing.T) {
	before := kade()
	after, changes := do(t, before, domain.RemoveGroup{ID: "steiger"})
	var gone []string
	for _, c := range changes {
		if s := c.Step(); s.After == nil {
			gone = append(gone, s.Noun.String()+" "+s.Key)
		}
	}
	want := []string{
		"membership steiger/bao/", "membership steiger/dennis/", "membership steiger/petra/", "membership steiger/sem/",
		"membership steiger/vera/", "agreement dicht", "group steiger",
	}
	if !slices.Equal(gone, want) {
		t.Errorf("removed: %v\nwant: %v", gone, want)
	}
	if len(after.MembersOn("steiger", today())) != 0 || len(after.GroupsOn("sem", today())) != 0 {
		t.Error("somebody is still in it")
	}
	back, err := after.With(domain.Inverse(changes)...)
	if err != nil || !reflect.DeepEqual(back.Records(), before.Records()) {
		t.Errorf("one step back is not where we were: %v", err)
	}
}

func TestACopyOfAGroupHasItsMembersOfTheDayInTheirRoles(t *testing.T) {
	w, _ := do(t, kade(), domain.CopyGroup{Of: "oudercafe", Group: domain.Group{Name: "Oudercafé avond"}, On: today()})
	g, _ := w.Group("G1")
	if g.Visibility != domain.Hidden {
		t.Errorf("the copy is %s: it takes over nobody's choice to be seen", g.Visibility)
	}
	for _, m := range w.MembersOn("G1", today()) {
		was, ok := w.Membership("oudercafe", m.Person, 0)
		if !ok || m.Role != was.Role || m.From != today() {
			t.Errorf("%s: %v, was %v", m.Person, m.Membership, was)
		}
	}
	if got := len(w.MembersOn("G1", today())); got != 3 {
		t.Errorf("%d members, want 3", got)
	}
	if len(w.MembersOn("G1", today()-1)) != 0 {
		t.Error("somebody was in the copy before there was one")
	}
}

func TestACopyLeavesOutWhoHasLeftAndKeepsTheLastDayOfWhoLeavesLater(t *testing.T) {
	w, _ := do(t, kade(), domain.CopyGroup{Of: "kookgroep", Group: domain.Group{Name: "Bakgroep"}, On: today()})
	var got []domain.Membership
	for m := range w.MembersOf("G1") {
		got = append(got, m)
	}
	want := []domain.Membership{
		{Group: "G1", Person: "ingrid", Period: through("2026-03-02", "2026-12-31")},
		{Group: "G1", Person: "lotte", Period: from("2026-03-02")},
		{Group: "G1", Person: "noor", Period: from("2026-03-02")},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v\nwant %v", got, want)
	}
}
