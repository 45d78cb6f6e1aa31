package scenetest

import (
	"sync"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
)

// RelationTypes returns a small institution with types of every kind: a client, two
// parents, two employees, and a type without relations.
func RelationTypes(t *testing.T) domain.World {
	t.Helper()
	since := domain.Period{From: domain.NewDate(2025, 9, 1)}
	ended := domain.Period{From: domain.NewDate(2025, 1, 1), Through: domain.NewDate(2025, 8, 31)}
	return After(t, domain.World{},
		domain.AddPerson{Person: domain.Person{ID: "P05", Role: domain.Counselor, GivenName: "Fatima", FamilyNamePrefix: "El", FamilyName: "Amrani"}},
		domain.AddPerson{Person: domain.Person{ID: "P12", Role: domain.Counselor, GivenName: "Bao", FamilyName: "Nguyễn"}},
		domain.AddPerson{Person: domain.Person{ID: "P14", Role: domain.Client, GivenName: "Sem", FamilyName: "Bakker"}},
		domain.AddPerson{Person: domain.Person{ID: "P28", Role: domain.Guardian, GivenName: "Petra", FamilyName: "Bakker"}},
		domain.AddPerson{Person: domain.Person{ID: "P29", Role: domain.Guardian, GivenName: "Dennis", FamilyName: "Bakker"}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T1", Name: "Persoonlijk begeleider", Primary: true, Exclusive: true, Relevant: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T2", Name: "EVV (eerstverantwoordelijk verzorgende)", Primary: true, Exclusive: true, Relevant: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T3", Name: "Regiebehandelaar", Exclusive: true, Relevant: true, Legal: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T7", Name: "Niet inplannen", Negative: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T8", Name: "Oud-begeleider", Relevant: true, SwitchedOff: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T10", Name: "Ouder of voogd", Kind: domain.GuardianKind, Network: true}},
		domain.AddRelation{Relation: domain.Relation{ID: "R01", Client: "P14", Person: "P05", Type: "T1", Period: ended}},
		domain.AddRelation{Relation: domain.Relation{ID: "R02", Client: "P14", Person: "P12", Type: "T1", Period: since}},
		domain.AddRelation{Relation: domain.Relation{ID: "R03", Client: "P14", Person: "P28", Type: "T10", Period: since}},
		domain.AddRelation{Relation: domain.Relation{ID: "R04", Client: "P14", Person: "P29", Type: "T10", Period: since}},
	)
}

// AccessRoles is RelationTypes with access roles of every kind: one by a negative type, one
// that is off, and one that three people have, had and will have.
func AccessRoles(t *testing.T) domain.World {
	t.Helper()
	role := func(a domain.AccessRole) domain.Command { return domain.AddAccessRole{Role: a} }
	since := domain.Period{From: domain.NewDate(2025, 9, 1)}
	ended := domain.Period{From: domain.NewDate(2025, 1, 1), Through: domain.NewDate(2025, 8, 31)}
	ahead := domain.Period{From: domain.NewDate(2026, 4, 1)}
	return After(t, RelationTypes(t),
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

// Demonstration returns the institution of the demonstration.
func Demonstration(t testing.TB) domain.World {
	t.Helper()
	world, err := demonstration()
	if err != nil {
		t.Fatal(err)
	}
	return world
}

// demonstration is read once: worlds do not change.
var demonstration = sync.OnceValues(func() (domain.World, error) {
	changes, err := exchange.Demonstration().Plan(domain.World{})
	if err != nil {
		return domain.World{}, err
	}
	return domain.World{}.With(changes...)
})

// After returns the world after commands.
func After(t testing.TB, world domain.World, commands ...domain.Command) domain.World {
	t.Helper()
	for _, c := range commands {
		changes, err := c.Plan(world)
		if err != nil {
			t.Fatalf("%s: %v", c.Verb(), err)
		}
		if world, err = world.With(changes...); err != nil {
			t.Fatal(err)
		}
	}
	return world
}
