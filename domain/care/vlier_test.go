package care_test

import (
	"strings"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
)

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

func person(id domain.PersonID, r domain.Role, location string) domain.Person {
	return domain.Person{ID: id, Role: r, GivenName: string(id), FamilyName: "Vlier", Location: location}
}

// vlier is a small institution; names serve as ids. Henk and Agnes live there,
// Lotte lives at the Kade; Rob has left.
func vlier() domain.World {
	since := from("2025-09-01")
	left := person("rob", domain.Client, "Vlier")
	left.InactiveFrom = day("2026-02-01")
	gone := person("karin", domain.Counselor, "Vlier")
	gone.InactiveFrom = day("2026-01-01")
	leaving := person("ria", domain.Counselor, "Vlier")
	leaving.InactiveFrom = day("2026-03-21")
	return domain.NewWorld(domain.Records{
		Persons: []domain.Person{
			person("agnes", domain.Client, "Vlier"), person("beheer", domain.Administrator, ""),
			person("chantal", domain.Counselor, "Vlier"), person("emre", domain.CounselorPlus, ""),
			person("femke", domain.Counselor, "Vlier"), person("henk", domain.Client, "Vlier"),
			person("joke", domain.Guardian, "Vlier"), gone,
			person("lotte", domain.Client, "Kade"), leaving, left, person("tomasz", domain.Counselor, "Kade"),
		},
		RelationTypes: []domain.RelationType{
			{ID: "bopz", Name: "Wzd-verantwoordelijke", Exclusive: true, VBMResponsible: true},
			{ID: "evv", Name: "EVV", Primary: true, Exclusive: true, Relevant: true},
			{ID: "niet", Name: "Niet inplannen", Negative: true},
			{ID: "oud", Name: "Oud-begeleider", Relevant: true, Negative: true, SwitchedOff: true},
			{ID: "ouder", Name: "Ouder of voogd", Kind: domain.GuardianKind, Relevant: true, Network: true},
			{ID: "regie", Name: "Regiebehandelaar", Exclusive: true, Relevant: true, Legal: true},
			{ID: "tweede", Name: "Tweede begeleider", Relevant: true},
		},
		Relations: []domain.Relation{
			{ID: "henk-chantal", Client: "henk", Person: "chantal", Type: "evv", Period: through("2025-09-01", "2026-03-15")},
			{ID: "henk-chantal-2", Client: "henk", Person: "chantal", Type: "tweede", Period: from("2026-05-01")},
			{ID: "henk-emre", Client: "henk", Person: "emre", Type: "regie", Period: since},
			{ID: "henk-emre-bopz", Client: "henk", Person: "emre", Type: "bopz", Period: since},
			{ID: "henk-femke", Client: "henk", Person: "femke", Type: "oud", Period: since},
			{ID: "henk-femke-evv", Client: "henk", Person: "femke", Type: "evv", Period: through("2024-01-01", "2025-08-31"), ReplacedBy: "henk-chantal"},
			{ID: "henk-femke-evv-2", Client: "henk", Person: "femke", Type: "evv", Period: from("2025-10-01"), ReplacedBy: "henk-chantal", Withdrawn: true},
			{ID: "henk-joke", Client: "henk", Person: "joke", Type: "ouder", Period: since},
			{ID: "henk-karin", Client: "henk", Person: "karin", Type: "tweede", Period: since},
			{ID: "henk-ria", Client: "henk", Person: "ria", Type: "tweede", Period: since},
			{ID: "henk-ria-evv", Client: "henk", Person: "ria", Type: "evv", Period: from("2026-03-16")},
			{ID: "henk-tomasz", Client: "henk", Person: "tomasz", Type: "niet", Period: from("2026-03-01")},
			{ID: "henk-tomasz-tweede", Client: "henk", Person: "tomasz", Type: "tweede", Period: through("2024-01-01", "2025-12-31")},
			{ID: "rob-chantal", Client: "rob", Person: "chantal", Type: "evv", Period: since},
		},
		AccessRoles: []domain.AccessRole{
			{ID: "basis", Name: "Basisinkijk", Kind: domain.StandardAccess, Tasks: []string{"gegevens inzien"}, Scope: domain.Scope{Kind: domain.LocationScope}},
			{ID: "beheer", Name: "Beheer", Tasks: []string{"rollen beheren"}, Scope: domain.Scope{Kind: domain.AllClients}},
			{ID: "evv", Name: "EVV", Kind: domain.RelationAccess, Tasks: []string{"zorgplan bewerken", "doelen aftekenen"},
				Scope: domain.Scope{Kind: domain.RelationScope, RelationTypes: []domain.RelationTypeID{"evv"}}},
			{ID: "fout", Name: "Verkeerd", Kind: domain.RelationAccess, Tasks: []string{"dossier inzien"},
				Scope: domain.Scope{Kind: domain.RelationScope, RelationTypes: []domain.RelationTypeID{"niet", "oud", "ouder"}}},
			{ID: "leeg", Name: "Zonder taken", Scope: domain.Scope{Kind: domain.AllClients}},
			{ID: "nacht", Name: "Nachtdienst", Tasks: []string{"rapporteren"},
				Scope: domain.Scope{Kind: domain.LocationScope, Locations: []string{"VLIER ", "Werf"}}},
			{ID: "nergens", Name: "Zonder rolbereik", Tasks: []string{"dossier inzien"}},
			{ID: "regie", Name: "Regie", Tasks: []string{"behandelplan bewerken"},
				Scope: domain.Scope{Kind: domain.RelationScope, RelationTypes: []domain.RelationTypeID{"regie"}}},
			{ID: "uit", Name: "Uitgeschakeld", Kind: domain.StandardAccess, Tasks: []string{"alles"}, Scope: domain.Scope{Kind: domain.AllClients}, SwitchedOff: true},
		},
		Assignments: []domain.Assignment{
			{Role: "beheer", Person: "beheer"}, {Role: "evv", Person: "emre"}, {Role: "leeg", Person: "femke"},
			{Role: "nacht", Person: "tomasz", Period: through("2026-03-01", "2026-03-31")},
			{Role: "nergens", Person: "femke"}, {Role: "regie", Person: "chantal"}, {Role: "regie", Person: "emre"},
		},
	})
}

func TestTheSmallHouseBreaksNoRule(t *testing.T) {
	if found := domain.JudgeAll(vlier()); len(found) > 0 {
		t.Fatalf("%v", found)
	}
}

// relations names the relations of a view, in its order.
func relations(lines []care.Line) string {
	var out []string
	for _, l := range lines {
		out = append(out, string(l.Relation.ID))
	}
	return strings.Join(out, " ")
}

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s\ngot  %v\nwant %v", what, got, want)
	}
}
