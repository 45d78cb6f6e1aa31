package domain_test

import (
	"reflect"
	"testing"
	"time"

	"zichtlijn/domain"
)

// kade is a small institution with somebody for every rule.
// Names serve as ids, so that a table of cases reads like a sentence.
func kade() domain.World {
	since := domain.Period{From: day("2025-09-01")}
	return domain.NewWorld(domain.Records{
		Institution: []domain.Institution{{Name: "Zorg aan de Kade"}},
		Persons: []domain.Person{
			person("bao", domain.Counselor), person("beheer", domain.Administrator),
			person("dennis", domain.Guardian), person("fatima", domain.Counselor),
			person("ingrid", domain.External), person("lotte", domain.Client),
			person("noor", domain.Client), person("petra", domain.Guardian),
			person("sem", domain.Client), person("tomasz", domain.Counselor),
			person("vera", domain.CounselorPlus), person("zeno", domain.Client), // nothing refers to Zeno
		},
		Groups: []domain.Group{
			{ID: "kookgroep", Name: "Kookgroep", Visibility: domain.MembersVisible},
			{ID: "leeg", Name: "Nog leeg"},
			{ID: "oudercafe", Name: "Oudercafé", Visibility: domain.GroupVisible},
			{ID: "steiger", Name: "Woongroep Steiger A"},
		},
		Memberships: []domain.Membership{
			{Group: "kookgroep", Person: "ingrid", Period: through("2026-01-01", "2026-12-31")},
			{Group: "kookgroep", Person: "lotte"},
			{Group: "kookgroep", Person: "noor"},
			{Group: "kookgroep", Person: "tomasz", Period: through("2025-01-01", "2025-12-31")},
			{Group: "oudercafe", Person: "bao"},
			{Group: "oudercafe", Person: "fatima", Role: domain.Guardian}, // the counselor who is a mother
			{Group: "oudercafe", Person: "petra"},
			{Group: "steiger", Person: "bao"},
			{Group: "steiger", Person: "dennis"},
			{Group: "steiger", Person: "petra"},
			{Group: "steiger", Person: "sem"},
			{Group: "steiger", Person: "vera"},
		},
		RelationTypes: []domain.RelationType{
			{ID: "begeleider", Name: "Persoonlijk begeleider", Primary: true, Exclusive: true, Relevant: true},
			{ID: "contact", Name: "Netwerkcontact", Kind: domain.ExternalKind, Network: true},
			{ID: "niet", Name: "Niet inplannen", Negative: true},
			{ID: "ouder", Name: "Ouder of voogd", Kind: domain.GuardianKind, Network: true},
			{ID: "oud", Name: "Oud-begeleider", Relevant: true, SwitchedOff: true},
			{ID: "regie", Name: "Regiebehandelaar", Exclusive: true, Legal: true},
			{ID: "tweede", Name: "Tweede begeleider", Relevant: true},
		},
		Relations: []domain.Relation{
			{ID: "lotte-bao", Client: "lotte", Person: "bao", Type: "begeleider", Period: since},
			{ID: "lotte-fatima", Client: "lotte", Person: "fatima", Type: "ouder", Period: since},
			{ID: "noor-ingrid", Client: "noor", Person: "ingrid", Type: "contact", Period: since},
			{ID: "noor-tomasz", Client: "noor", Person: "tomasz", Type: "tweede", Period: since},
			{ID: "noor-vera", Client: "noor", Person: "vera", Type: "tweede", Period: since},
			{ID: "sem-dennis", Client: "sem", Person: "dennis", Type: "ouder", Period: since},
			{ID: "sem-petra", Client: "sem", Person: "petra", Type: "ouder", Period: since},
		},
		AccessRoles: []domain.AccessRole{
			{ID: "dossier", Name: "Dossier", Kind: domain.RelationAccess, Tasks: []string{"dossier inzien"},
				Scope: domain.Scope{Kind: domain.RelationScope, RelationTypes: []domain.RelationTypeID{"regie"}}},
			{ID: "nacht", Name: "Nachtdienst", Scope: domain.Scope{Kind: domain.AllClients}},
		},
		Assignments: []domain.Assignment{{Role: "nacht", Person: "vera"}},
		Shifts: []domain.Shift{{ID: "maandag", Date: today(), Begin: 7 * 60, End: 15 * 60,
			Employees: []domain.PersonID{"tomasz"}, Clients: []domain.PersonID{"noor"}}},
		Agreements: []domain.Agreement{
			{ID: "contactverbod", Kind: domain.NeverSees, Viewer: "dennis", Other: "petra"},
			{ID: "dicht", Kind: domain.GroupAtMost, Group: "steiger", MostVisible: domain.Hidden},
		},
	})
}

func person(id domain.PersonID, r domain.Role) domain.Person {
	return domain.Person{ID: id, Role: r, GivenName: string(id), FamilyName: "Kade"}
}

func today() domain.Date { return domain.NewDate(2026, time.March, 2) }

func day(s string) domain.Date {
	d, err := domain.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func from(first string) domain.Period { return domain.Period{From: day(first)} }

func through(first, last string) domain.Period {
	return domain.Period{From: day(first), Through: day(last)}
}

// one returns the reference to a single record, as in Refusal.Others.
func one(n domain.Noun, key string) []domain.Ref { return []domain.Ref{{Noun: n, Key: key}} }

// attempt is a command and the refusal that it must get. Code, Field and Others are
// compared, and Subject if the case has one.
type attempt struct {
	name    string
	command domain.Command
	want    domain.Refusal
}

func refuse(t *testing.T, w domain.World, cases []attempt) {
	t.Helper()
	before := w.Records()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			changes, err := c.command.Plan(w)
			got, ok := err.(domain.Refusal)
			if !ok || changes != nil {
				t.Fatalf("planned %d changes, error %v; want a refusal %s", len(changes), err, c.want.Code)
			}
			if got.Code != c.want.Code || got.Field != c.want.Field || !reflect.DeepEqual(got.Others, c.want.Others) {
				t.Errorf("refused with %s, field %q, others %v\nwant %s, field %q, others %v",
					got.Code, got.Field, got.Others, c.want.Code, c.want.Field, c.want.Others)
			}
			if c.want.Subject.Key != "" && got.Subject != c.want.Subject {
				t.Errorf("about %v, want %v", got.Subject, c.want.Subject)
			}
		})
	}
	if !reflect.DeepEqual(before, w.Records()) {
		t.Error("a refused command changed the world")
	}
}

// do carries a command out and fails if a rule is broken then.
func do(t *testing.T, w domain.World, c domain.Command) (domain.World, []domain.Change) {
	t.Helper()
	changes, err := c.Plan(w)
	if err != nil {
		t.Fatalf("%s: %v", c.Verb(), err)
	}
	after, err := w.With(changes...)
	if err != nil {
		t.Fatalf("%s: %v", c.Verb(), err)
	}
	if found := domain.JudgeAll(after); len(found) > 0 {
		t.Fatalf("%s leaves a world that breaks a rule: %v", c.Verb(), found[0])
	}
	return after, changes
}

func TestTheSmallInstitutionBreaksNoRule(t *testing.T) {
	if found := domain.JudgeAll(kade()); len(found) > 0 {
		t.Fatalf("%v", found)
	}
}
