package types

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene/scenetest"
)

// offices is the house with access roles of every kind: one that names an
// unwanted type, one that is off, and one that three people have, had and will have.
func offices(t *testing.T) domain.World {
	t.Helper()
	role := func(a domain.AccessRole) domain.Command { return domain.AddAccessRole{Role: a} }
	since := domain.Period{From: domain.NewDate(2025, 9, 1)}
	ended := domain.Period{From: domain.NewDate(2025, 1, 1), Through: domain.NewDate(2025, 8, 31)}
	ahead := domain.Period{From: domain.NewDate(2026, 4, 1)}
	return scenetest.After(t, house(t),
		domain.AddPerson{Person: domain.Person{ID: "P01", Role: domain.Administrator, GivenName: "Ria", FamilyName: "Post", Number: "100"}},
		domain.AddPerson{Person: domain.Person{ID: "P09", Role: domain.CounselorPlus, GivenName: "Tomasz", FamilyName: "Kowalczyk", Location: "Steiger"}},
		role(domain.AccessRole{ID: "A1", Name: "Basisinkijk", Kind: domain.StandardAccess, Tasks: []string{"basisgegevens inzien"}, Scope: domain.Scope{Kind: domain.LocationScope}}),
		role(domain.AccessRole{ID: "A2", Name: "Begeleider", Tasks: []string{"dossier inzien", "rapportage schrijven"}, Scope: domain.Scope{Kind: domain.LocationScope, Locations: []string{"Steiger", "Vlierhof"}}}),
		role(domain.AccessRole{ID: "A3", Name: "Persoonlijk begeleider", Kind: domain.RelationAccess, Tasks: []string{"zorgplan bewerken"}, Scope: domain.Scope{Kind: domain.RelationScope, RelationTypes: []domain.RelationTypeID{"T1", "T2"}}}),
		role(domain.AccessRole{ID: "A4", Name: "Noodtoegang", Tasks: []string{"medicatie inzien"}, Scope: domain.Scope{Kind: domain.RelationScope, RelationTypes: []domain.RelationTypeID{"T7"}}}),
		role(domain.AccessRole{ID: "A5", Name: "Oude rol", Tasks: []string{"dossier inzien"}, Scope: domain.Scope{Kind: domain.AllClients}, SwitchedOff: true}),
		domain.Assign{Assignments: []domain.Assignment{
			{Role: "A2", Person: "P05", Period: since}, {Role: "A2", Person: "P12", Period: ended}, {Role: "A2", Person: "P09", Period: ahead}, {Role: "A4", Person: "P12"},
		}},
	)
}
