package domain_test

import (
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
)

func TestNobodyIsBornAfterTheDayOfTheWorkstation(t *testing.T) {
	child := person("nieuw", domain.Client)
	born := func(d domain.Date) domain.AddPerson { child.BirthDate = d; return domain.AddPerson{Person: child} }
	w := kade().At(today())
	refuse(t, w, []attempt{{"tomorrow", born(today() + 1), domain.Refusal{Code: domain.BornAhead, Field: "birthDate", Date: today() + 1}}})
	w, _ = do(t, w, born(today()))
	child.BirthDate++
	refuse(t, w, []attempt{{"by an edit", domain.EditPerson{Person: child}, domain.Refusal{Code: domain.BornAhead, Field: "birthDate"}}})

	// What stands in a file of before does not refuse an edit beside it.
	w, _ = do(t, kade(), born(today()+1))
	child.Location = "Kade"
	if _, err := (domain.EditPerson{Person: child}).Plan(w.At(today())); err != nil {
		t.Error(err)
	}
}

func TestANewPersonGetsTheNextId(t *testing.T) {
	w, _ := do(t, kade(), domain.AddPerson{Person: domain.Person{Role: domain.External, GivenName: "Piet", FamilyName: "Groot"}})
	if got, ok := w.Person("P1"); !ok || got.Role != domain.External {
		t.Errorf("%v, %v", got, ok)
	}
}

func TestAPersonIsRefused(t *testing.T) {
	w := kade()
	with := func(edit func(*domain.Person)) domain.Command {
		p := person("nieuw", domain.Client)
		edit(&p)
		return domain.AddPerson{Person: p}
	}
	refuse(t, w, []attempt{
		{"whose id is in use", domain.AddPerson{Person: person("sem", domain.Client)},
			domain.Refusal{Code: domain.AlreadyExists, Subject: domain.Ref{Noun: domain.PersonNoun, Key: "sem"}}},
		{"without a role", with(func(p *domain.Person) { p.Role = domain.NoRole }), domain.Refusal{Code: domain.ValueMissing, Field: "role"}},
		{"in a role that does not exist", with(func(p *domain.Person) { p.Role = 7 }), domain.Refusal{Code: domain.ValueMissing, Field: "role"}},
		{"without a given name", with(func(p *domain.Person) { p.GivenName = "" }), domain.Refusal{Code: domain.ValueMissing, Field: "givenName"}},
		{"without a family name", with(func(p *domain.Person) { p.FamilyName = " " }), domain.Refusal{Code: domain.ValueMissing, Field: "familyName"}},
		{"with a number that is too long", with(func(p *domain.Person) { p.Number = strings.Repeat("0", 33) }), domain.Refusal{Code: domain.ValueTooLong, Field: "number"}},
		{"with initials that are too long", with(func(p *domain.Person) { p.Initials = strings.Repeat("J.", 11) }), domain.Refusal{Code: domain.ValueTooLong, Field: "initials"}},
		{"with a prefix that is too long", with(func(p *domain.Person) { p.FamilyNamePrefix = strings.Repeat("x", 31) }), domain.Refusal{Code: domain.ValueTooLong, Field: "familyNamePrefix"}},
		{"with a screen name of two lines", with(func(p *domain.Person) { p.DisplayName = "a\nb" }), domain.Refusal{Code: domain.ValueCharacter, Field: "displayName"}},
		{"with a space in the user name", with(func(p *domain.Person) { p.UserName = "sem vos" }), domain.Refusal{Code: domain.ValueMalformed, Field: "userName"}},
		{"with an odd space in the user name", with(func(p *domain.Person) { p.UserName = "sem\u2003vos" }), domain.Refusal{Code: domain.ValueMalformed, Field: "userName"}},
		{"with a user name that is too long", with(func(p *domain.Person) { p.UserName = strings.Repeat("x", 101) }), domain.Refusal{Code: domain.ValueTooLong, Field: "userName"}},
		{"with an email without an @", with(func(p *domain.Person) { p.Email = "sem.kade.nl" }), domain.Refusal{Code: domain.ValueMalformed, Field: "email"}},
		{"with an email with two @", with(func(p *domain.Person) { p.Email = "sem@vos@kade.nl" }), domain.Refusal{Code: domain.ValueMalformed, Field: "email"}},
		{"with an email of nobody", with(func(p *domain.Person) { p.Email = "@kade.nl" }), domain.Refusal{Code: domain.ValueMalformed, Field: "email"}},
		{"with a space in the email", with(func(p *domain.Person) { p.Email = "sem vos@kade.nl" }), domain.Refusal{Code: domain.ValueMalformed, Field: "email"}},
		{"with an email that is too long", with(func(p *domain.Person) { p.Email = strings.Repeat("x", 250) + "@k.nl" }), domain.Refusal{Code: domain.ValueTooLong, Field: "email"}},
		{"with a note that is too long", with(func(p *domain.Person) { p.Note = strings.Repeat("x", 2001) }), domain.Refusal{Code: domain.ValueTooLong, Field: "note"}},
		{"edited though they are not there", domain.EditPerson{Person: person("weg", domain.Client)}, domain.Refusal{Code: domain.UnknownRef}},
		{"edited into who they are", domain.EditPerson{Person: person("sem", domain.Client)}, domain.Refusal{Code: domain.NothingToDo}},
		{"made inactive though they are not there", domain.DeactivatePerson{ID: "weg", From: today()}, domain.Refusal{Code: domain.UnknownRef}},
		{"made inactive from no day", domain.DeactivatePerson{ID: "sem"}, domain.Refusal{Code: domain.ValueMissing, Field: "inactiveFrom"}},
		{"made active though they are", domain.ReactivatePerson{ID: "sem"}, domain.Refusal{Code: domain.NothingToDo}},
		{"made active though they are not there", domain.ReactivatePerson{ID: "weg"}, domain.Refusal{Code: domain.UnknownRef}},
		{"removed though they are not there", domain.RemovePerson{ID: "weg"}, domain.Refusal{Code: domain.UnknownRef}},
	})
}

func TestSomebodyIsForgottenOnlyWhenNothingRefersToThem(t *testing.T) {
	w, _ := do(t, kade(), domain.RemovePerson{ID: "zeno"})
	if w.Has(domain.Ref{Noun: domain.PersonNoun, Key: "zeno"}) {
		t.Error("Zeno is still there")
	}
	ref := func(n domain.Noun, k string) domain.Ref { return domain.Ref{Noun: n, Key: k} }
	refuse(t, w, []attempt{
		{"Petra: memberships, a relation, an agreement", domain.RemovePerson{ID: "petra"}, domain.Refusal{Code: domain.StillReferred, Others: []domain.Ref{
			ref(domain.MembershipNoun, "oudercafe/petra/"), ref(domain.MembershipNoun, "steiger/petra/"),
			ref(domain.RelationNoun, "sem-petra"), ref(domain.AgreementNoun, "contactverbod")}}},
		{"Tomasz: an ended membership, a relation, a shift", domain.RemovePerson{ID: "tomasz"}, domain.Refusal{Code: domain.StillReferred, Others: []domain.Ref{
			ref(domain.MembershipNoun, "kookgroep/tomasz/2025-01-01"), ref(domain.RelationNoun, "noor-tomasz"), ref(domain.ShiftNoun, "maandag")}}},
		{"Vera: a membership, a relation, an access role", domain.RemovePerson{ID: "vera"}, domain.Refusal{Code: domain.StillReferred, Others: []domain.Ref{
			ref(domain.MembershipNoun, "steiger/vera/"), ref(domain.RelationNoun, "noor-vera"), ref(domain.AssignmentNoun, "nacht/vera/")}}},
		{"Noor: a client on a shift", domain.RemovePerson{ID: "noor"}, domain.Refusal{Code: domain.StillReferred, Others: []domain.Ref{
			ref(domain.MembershipNoun, "kookgroep/noor/"), ref(domain.RelationNoun, "noor-ingrid"), ref(domain.RelationNoun, "noor-tomasz"),
			ref(domain.RelationNoun, "noor-vera"), ref(domain.ShiftNoun, "maandag")}}},
	})
}

func TestARoleThatTheLinksOfAPersonDoNotAllowIsRefused(t *testing.T) {
	as := func(id domain.PersonID, r domain.Role) domain.Command {
		return domain.EditPerson{Person: person(id, r)}
	}
	ref := func(n domain.Noun, k string) domain.Ref { return domain.Ref{Noun: n, Key: k} }
	refuse(t, kade(), []attempt{
		{"administrator though in groups and relations", as("bao", domain.Administrator), domain.Refusal{Code: domain.AdministratorLinked, Field: "role", Others: []domain.Ref{
			ref(domain.MembershipNoun, "oudercafe/bao/"), ref(domain.MembershipNoun, "steiger/bao/"), ref(domain.RelationNoun, "lotte-bao")}}},
		{"no client though with an own network", as("sem", domain.External), domain.Refusal{Code: domain.ClientSide, Field: "client",
			Subject: ref(domain.RelationNoun, "sem-dennis"), Others: one(domain.PersonNoun, "sem")}},
		{"a client though the father of one", as("dennis", domain.Client), domain.Refusal{Code: domain.OtherSide, Field: "person",
			Subject: ref(domain.RelationNoun, "sem-dennis"), Others: one(domain.PersonNoun, "dennis")}},
		{"a guardian though somebody's counselor", as("bao", domain.Guardian), domain.Refusal{Code: domain.KindMisfit, Field: "person",
			Subject: ref(domain.RelationNoun, "lotte-bao"),
			Others:  []domain.Ref{ref(domain.PersonNoun, "bao"), ref(domain.RelationTypeNoun, "begeleider")}}},
	})
	if w, _ := do(t, kade(), as("bao", domain.CounselorPlus)); len(w.GroupsOn("bao", today())) != 2 {
		t.Error("Bao left a group by promotion")
	}
}

func TestEachFaultOfAnImportIsNamedOnce(t *testing.T) {
	w := domain.NewWorld(domain.Records{
		Persons:       []domain.Person{person("a", domain.Guardian), person("b", domain.Client)},
		Groups:        []domain.Group{{ID: "g", Name: "Groep"}},
		Memberships:   []domain.Membership{{Group: "g", Person: "weg"}},
		RelationTypes: []domain.RelationType{{ID: "t", Name: "Begeleider"}},
		Relations: []domain.Relation{
			{ID: "r1", Client: "a", Person: "b", Type: "t", Period: from("2026-01-01")},
			{ID: "r2", Client: "b", Person: "a", Type: "t", Period: from("2026-01-01")},
			{ID: "r3", Client: "b", Person: "a", Type: "t"},
		},
	})
	var got []string
	for _, r := range domain.JudgeAll(w) {
		got = append(got, string(r.Code)+" "+r.Subject.Key+" "+string(r.Field))
	}
	want := []string{
		"unknown-ref g/weg/ person", "client-side r1 client", "kind-misfit r2 person", "value-missing r3 from", "kind-misfit r3 person",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}
