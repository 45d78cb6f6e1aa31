package types

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene/scenetest"
)

// house is a small institution with types of every kind: a client, the two
// parents, two employees, and a type that nothing uses.
func house(t *testing.T) domain.World {
	t.Helper()
	since := domain.Period{From: domain.NewDate(2025, 9, 1)}
	ended := domain.Period{From: domain.NewDate(2025, 1, 1), Through: domain.NewDate(2025, 8, 31)}
	return scenetest.After(t, domain.World{},
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
