package people

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene/scenetest"
)

// house is a small institution: two groups, a family around one client, two
// namesakes, somebody who left and somebody who is to leave.
func house(t *testing.T) domain.World {
	t.Helper()
	since := domain.Period{From: domain.NewDate(2025, 9, 1)}
	return scenetest.After(t, domain.World{},
		domain.AddPerson{Person: domain.Person{ID: "P01", Role: domain.Administrator, GivenName: "Marloes", FamilyName: "Hoekstra", Location: "Centraal"}},
		domain.AddPerson{Person: domain.Person{ID: "P03", Role: domain.CounselorPlus, GivenName: "Saskia", FamilyNamePrefix: "van den", FamilyName: "Berg-Özdemir", DisplayName: "Saskia van den Berg-Özdemir", Number: "200003", Location: "Steiger", Function: "gz-psycholoog, regiebehandelaar"}},
		domain.AddPerson{Person: domain.Person{ID: "P06", Role: domain.Counselor, GivenName: "Jan", FamilyNamePrefix: "de", FamilyName: "Vries", DisplayName: "Jan de Vries (Vlierhof)", Number: "200006", Location: "Vlierhof"}},
		domain.AddPerson{Person: domain.Person{ID: "P07", Role: domain.Counselor, GivenName: "Jan", FamilyNamePrefix: "de", FamilyName: "Vries", DisplayName: "Jan de Vries (Steiger)", Number: "200007", Location: "Steiger"}},
		domain.AddPerson{Person: domain.Person{ID: "P12", Role: domain.Counselor, GivenName: "Bao", FamilyName: "Nguyễn", Number: "200012", Location: "Steiger", Function: "vaktherapeut"}},
		domain.AddPerson{Person: domain.Person{ID: "P13", Role: domain.Counselor, GivenName: "Femke", FamilyName: "Dijkstra", Number: "200013", InactiveFrom: domain.NewDate(2026, 7, 1)}},
		domain.AddPerson{Person: domain.Person{ID: "P15", Role: domain.Client, GivenName: "Noor", FamilyName: "Haddad", Number: "100015", BirthDate: domain.NewDate(2010, 1, 20), Location: "Steiger", Function: "jeugd", Note: "16 geworden: inzage door ouders vraagt haar toestemming"}},
		domain.AddPerson{Person: domain.Person{ID: "P26", Role: domain.Client, GivenName: "Selam", FamilyName: domain.NoFamilyName, Number: "100026", Location: "Vlierhof"}},
		domain.AddPerson{Person: domain.Person{ID: "P30", Role: domain.Guardian, GivenName: "Rania", FamilyName: "Haddad", Function: "moeder van Noor"}},
		domain.AddPerson{Person: domain.Person{ID: "P41", Role: domain.External, GivenName: "Rob", FamilyName: "Mulder", InactiveFrom: domain.NewDate(2026, 1, 1)}},
		domain.AddPerson{Person: domain.Person{ID: "P42", Role: domain.External, GivenName: "Olga", FamilyName: "Shevchenko"}},
		domain.AddGroup{Group: domain.Group{ID: "G2", Name: "Dagbehandeling Steiger", Visibility: domain.GroupVisible}},
		domain.AddGroup{Group: domain.Group{ID: "G3", Name: "Oudercafé", Visibility: domain.MembersVisible}},
		domain.AddMembers{Memberships: []domain.Membership{
			{Group: "G2", Person: "P15"}, {Group: "G2", Person: "P03"}, {Group: "G2", Person: "P12"},
			{Group: "G3", Person: "P30"}, {Group: "G3", Person: "P15", Period: domain.Period{Through: domain.NewDate(2026, 1, 31)}},
		}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T1", Name: "Persoonlijk begeleider", Primary: true, Exclusive: true, Relevant: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T3", Name: "Regiebehandelaar", Exclusive: true, Relevant: true, Legal: true}},
		domain.AddRelationType{Type: domain.RelationType{ID: "T10", Name: "Ouder of voogd", Kind: domain.GuardianKind, Network: true}},
		domain.AddRelation{Relation: domain.Relation{ID: "R01", Client: "P15", Person: "P12", Type: "T1", Period: since}},
		domain.AddRelation{Relation: domain.Relation{ID: "R02", Client: "P15", Person: "P03", Type: "T3", Period: since}},
		domain.AddRelation{Relation: domain.Relation{ID: "R03", Client: "P15", Person: "P30", Type: "T10", Period: since}},
	)
}
