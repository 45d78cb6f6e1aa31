package fhir_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/store/exchange/fhir"
)

// kade is a client, a mother, a contact, an employee and a colleague of another rank,
// without groups and relations. change adds them.
func kade(change func(*domain.Records)) domain.World {
	r := domain.Records{Persons: []domain.Person{
		{ID: "ingrid", Role: domain.External, GivenName: "Ingrid", FamilyName: "Jansen"},
		{ID: "jan", Role: domain.Counselor, GivenName: "Jan", FamilyName: "Vries"},
		{ID: "petra", Role: domain.Guardian, GivenName: "Petra", FamilyName: "Bakker"},
		{ID: "sem", Role: domain.Client, GivenName: "Sem", FamilyName: "Bakker"},
		{ID: "vera", Role: domain.CounselorPlus, GivenName: "Vera", FamilyName: "Groot"},
	}}
	change(&r)
	return domain.NewWorld(r)
}

// relate adds a type and relations of it with sem: each "id person from..through".
func relate(of domain.RelationType, relations ...string) func(*domain.Records) {
	return func(r *domain.Records) {
		r.RelationTypes = append(r.RelationTypes, of)
		for _, one := range relations {
			f := strings.Fields(one)
			r.Relations = append(r.Relations, domain.Relation{ID: domain.RelationID(f[0]), Client: "sem", Person: domain.PersonID(f[1]), Type: of.ID, Period: period(f[2])})
		}
	}
}

func period(s string) domain.Period {
	from, through, _ := strings.Cut(s, "..")
	var p domain.Period
	if from != "" {
		p.From = day(from)
	}
	if through != "" {
		p.Through = day(through)
	}
	return p
}

func group(v domain.Visibility, members ...domain.Membership) func(*domain.Records) {
	return func(r *domain.Records) {
		r.Groups = append(r.Groups, domain.Group{ID: "G1", Name: "Oudercafé", Visibility: v})
		for _, m := range members {
			m.Group = "G1"
			r.Memberships = append(r.Memberships, m)
		}
	}
}

func with(changes ...func(*domain.Records)) func(*domain.Records) {
	return func(r *domain.Records) {
		for _, c := range changes {
			c(r)
		}
	}
}

var (
	begeleider = domain.RelationType{ID: "T1", Name: "Begeleider", Primary: true, Exclusive: true, Relevant: true}
	regie      = domain.RelationType{ID: "T2", Name: "Regie", Legal: true}
	ouder      = domain.RelationType{ID: "T3", Name: "Ouder", Kind: domain.GuardianKind, Network: true}
	contact    = domain.RelationType{ID: "T4", Name: "School", Kind: domain.ExternalKind, Network: true}
	unwanted   = domain.RelationType{ID: "T5", Name: "Niet inplannen", Negative: true}
)

func TestARoleDecidesWhichResourceSomebodyIs(t *testing.T) {
	says(t, kade(func(*domain.Records) {}), `
		Practitioner jan COUNSELOR
		PractitionerRole jan COUNSELOR practitioner=Practitioner jan
		Patient sem CLIENT
		Practitioner vera COUNSELOR_PLUS
		PractitionerRole vera COUNSELOR_PLUS practitioner=Practitioner vera
		left: person ingrid  F-GEEN-CLIENT
		left: person petra  F-GEEN-CLIENT`)
}

func TestSomebodyIsARelatedPersonOfEachClient(t *testing.T) {
	says(t, kade(with(
		relate(ouder, "R1 petra 2020-01-01.."),
		relate(contact, "R3 ingrid 2026-04-01.."),
		relate(domain.RelationType{ID: "T6", Name: "Huisarts", Kind: domain.ExternalKind}, "R4 ingrid 2026-04-01.."),
		func(r *domain.Records) {
			r.Persons = append(r.Persons, domain.Person{ID: "zoe", Role: domain.Client, GivenName: "Zoë", FamilyName: "Bakker"})
			r.Relations = append(r.Relations, domain.Relation{ID: "R9", Client: "zoe", Person: "petra", Type: "T3", Period: period("2021-01-01..2027-01-01")})
		},
	)), `
		RelatedPerson ingrid EXTERNAL patient=Patient sem 23 «School» 09 «Huisarts» 2026-04-01..
		Practitioner jan COUNSELOR
		PractitionerRole jan COUNSELOR practitioner=Practitioner jan
		RelatedPerson petra GUARDIAN patient=Patient sem 24 «Ouder» 2020-01-01..
		RelatedPerson petra GUARDIAN patient=Patient zoe 24 «Ouder» 2021-01-01..2027-01-01
		Patient sem CLIENT
		Practitioner vera COUNSELOR_PLUS
		PractitionerRole vera COUNSELOR_PLUS practitioner=Practitioner vera
		Patient zoe CLIENT
		left: relationType T3  F-GEEN-VORM
		left: relationType T4  F-GEEN-VORM
		left: relationType T6  F-GEEN-VORM`)
}

func TestSomebodyIsAnEmployeeByARelationToo(t *testing.T) {
	was := domain.Membership{Person: "petra", Role: domain.CounselorPlus, Period: period("..2026-01-01")} // why N1 allows the relation
	for _, of := range []domain.RelationType{regie, unwanted} {
		text, _ := written(t, kade(with(relate(of, "R1 petra 2025-01-01.."), group(domain.Hidden, was))), day("2026-03-02"), fhir.Options{})
		got := parsed(t, text).sentences()
		if !slices.Contains(got, "Practitioner petra COUNSELOR") || strings.Contains(strings.Join(got, "\n"), "PractitionerRole petra") {
			t.Errorf("petra is no Practitioner only, in\n%s", strings.Join(got, "\n"))
		}
	}
}

// people are the lines of kade without relations, which most cases begin with.
const people = `
	Practitioner jan COUNSELOR
	PractitionerRole jan COUNSELOR practitioner=Practitioner jan
	Patient sem CLIENT
	Practitioner vera COUNSELOR_PLUS
	PractitionerRole vera COUNSELOR_PLUS practitioner=Practitioner vera
`

const nobody = `
	left: person ingrid  F-GEEN-CLIENT
	left: person petra  F-GEEN-CLIENT
`

func TestWhatARelationWithAnEmployeeBecomes(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*domain.Records)
		want   string
	}{
		{"one participant for each relation, with its own period", with(relate(begeleider, "R1 jan 2025-01-01..2026-03-15", "R2 vera 2026-03-16.."), relate(regie, "R3 jan 2025-06-01..")), `
			CareTeam active subject=Patient sem | Practitioner jan, 405623001 «Begeleider», primary, exclusive, relevant 2025-01-01..2026-03-15 | Practitioner vera, 405623001 «Begeleider», primary, exclusive, relevant 2026-03-16.. | Practitioner jan, 405623001 «Regie», RESP, legal 2025-06-01..` +
			nobody + `left: relationType T1  F-GEEN-VORM
			left: relationType T2  F-GEEN-VORM`},
		{"a team of later is proposed", relate(regie, "R1 jan 2026-03-03.."), `
			CareTeam proposed subject=Patient sem | Practitioner jan, 405623001 «Regie», RESP, legal 2026-03-03..` +
			nobody + `left: relationType T2  F-GEEN-VORM`},
		{"an unwanted employee is a flag, and no participant", relate(unwanted, "R1 jan 2026-01-01..2026-03-02"), `
			Flag R1 active subject=Patient sem admin negative «Niet inplannen: Jan Vries» Practitioner jan 2026-01-01..2026-03-02` +
			nobody + `left: relationType T5  F-GEEN-VORM`},
		{"the last day still counts, the day after does not", relate(regie, "R1 jan 2025-01-01..2026-03-02", "R2 vera 2025-01-01..2026-03-01"), `
			CareTeam active subject=Patient sem | Practitioner jan, 405623001 «Regie», RESP, legal 2025-01-01..2026-03-02` +
			nobody + `left: relationType T2  F-GEEN-VORM
			left: relation R2  F-BEEINDIGD`},
		{"withdrawn", with(relate(regie, "R1 jan 2025-01-01.."), func(r *domain.Records) { r.Relations[0].Withdrawn = true }),
			nobody + `left: relationType T2  F-GEEN-VORM
			left: relation R1  F-INGETROKKEN`},
		{"a type that is switched off", relate(domain.RelationType{ID: "T2", Name: "Regie", Legal: true, SwitchedOff: true}, "R1 jan 2025-01-01.."),
			nobody + `left: relationType T2  F-GEEN-VORM
			left: relation R1  F-TYPE-UIT`},
		{"its note is left", with(relate(regie, "R1 jan 2025-01-01..9999-12-31"), func(r *domain.Records) { r.Relations[0].Note = "besproken" }), `
			CareTeam active subject=Patient sem | Practitioner jan, 405623001 «Regie», RESP, legal 2025-01-01..` +
			nobody + `left: relationType T2  F-GEEN-VORM
			left: relation R1 note F-VELD`},
	} {
		t.Run(c.name, func(t *testing.T) { says(t, kade(c.change), people+c.want) })
	}
}

func TestNobodyIsGivenADayOnWhichTheyDoNotCount(t *testing.T) {
	leaves := func(id domain.PersonID, from string) func(*domain.Records) {
		return func(r *domain.Records) {
			for i := range r.Persons {
				if r.Persons[i].ID == id {
					r.Persons[i].InactiveFrom = day(from)
				}
			}
		}
	}
	t.Run("an employee who leaves", func(t *testing.T) {
		says(t, kade(with(relate(regie, "R1 jan 2025-01-01..", "R2 jan 2026-08-01.."), group(domain.Hidden, domain.Membership{Person: "jan"}), leaves("jan", "2026-07-01"))), `
			Practitioner jan COUNSELOR
			PractitionerRole jan COUNSELOR practitioner=Practitioner jan ..2026-06-30
			Patient sem CLIENT
			Practitioner vera COUNSELOR_PLUS
			PractitionerRole vera COUNSELOR_PLUS practitioner=Practitioner vera
			Group G1 hidden
			CareTeam proposed subject=Group G1 | Practitioner jan, 405623001 COUNSELOR ..2026-06-30
			CareTeam active subject=Patient sem | Practitioner jan, 405623001 «Regie», RESP, legal 2025-01-01..2026-06-30`+nobody+`
			left: relationType T2  F-GEEN-VORM
			left: relation R2  F-INACTIEF`)
	})
	t.Run("a client who leaves", func(t *testing.T) {
		says(t, kade(with(relate(regie, "R1 jan 2025-01-01..2026-05-01"), relate(ouder, "R2 petra 2020-01-01.."), leaves("sem", "2026-04-01"))), `
			Practitioner jan COUNSELOR
			PractitionerRole jan COUNSELOR practitioner=Practitioner jan
			RelatedPerson petra GUARDIAN patient=Patient sem 24 «Ouder» 2020-01-01..2026-03-31
			Patient sem CLIENT
			Practitioner vera COUNSELOR_PLUS
			PractitionerRole vera COUNSELOR_PLUS practitioner=Practitioner vera
			CareTeam active subject=Patient sem | Practitioner jan, 405623001 «Regie», RESP, legal 2025-01-01..2026-03-31
			left: person ingrid  F-GEEN-CLIENT
			left: person sem inactiveFrom F-VELD
			left: relationType T2  F-GEEN-VORM
			left: relationType T3  F-GEEN-VORM`)
	})
	t.Run("an employee who has left today", func(t *testing.T) {
		says(t, kade(with(relate(regie, "R1 jan 2025-01-01.."), group(domain.Hidden, domain.Membership{Person: "jan"}), leaves("jan", "2026-03-02"))), `
			Patient sem CLIENT
			Practitioner vera COUNSELOR_PLUS
			PractitionerRole vera COUNSELOR_PLUS practitioner=Practitioner vera
			Group G1 hidden
			left: person ingrid  F-GEEN-CLIENT
			left: person jan  F-INACTIEF
			left: person petra  F-GEEN-CLIENT
			left: membership G1/jan/  F-INACTIEF
			left: relationType T2  F-GEEN-VORM
			left: relation R1  F-INACTIEF`)
	})
}

func TestARelatedPersonHasOnePeriodWithoutGaps(t *testing.T) {
	const others = `
		Practitioner jan COUNSELOR
		PractitionerRole jan COUNSELOR practitioner=Practitioner jan`
	const sem = `
		Patient sem CLIENT
		Practitioner vera COUNSELOR_PLUS
		PractitionerRole vera COUNSELOR_PLUS practitioner=Practitioner vera
		left: person ingrid  F-GEEN-CLIENT
		left: relationType T3  F-GEEN-VORM`
	t.Run("what follows on the next day is the same period", func(t *testing.T) {
		says(t, kade(relate(ouder, "R1 petra 2025-01-01..2026-05-31", "R2 petra 2026-06-01..2026-12-31")), others+`
			RelatedPerson petra GUARDIAN patient=Patient sem 24 «Ouder» 2025-01-01..2026-12-31`+sem+`
			left: relation R1  F-EIGEN-DAGEN
			left: relation R2  F-EIGEN-DAGEN`)
	})
	t.Run("what begins after a gap is left", func(t *testing.T) {
		says(t, kade(relate(ouder, "R1 petra 2025-01-01..2026-05-31", "R2 petra 2026-06-02..")), others+`
			RelatedPerson petra GUARDIAN patient=Patient sem 24 «Ouder» 2025-01-01..2026-05-31`+sem+`
			left: relation R2  F-ONDERBROKEN`)
	})
	t.Run("what lies inside changes nothing", func(t *testing.T) {
		says(t, kade(relate(ouder, "R1 petra 2025-01-01..", "R2 petra 2026-06-02..2026-07-01")), others+`
			RelatedPerson petra GUARDIAN patient=Patient sem 24 «Ouder» 2025-01-01..`+sem+`
			left: relation R2  F-EIGEN-DAGEN`)
	})
}

func TestAGroupHoldsClientsAndATeamHoldsTheOthers(t *testing.T) {
	says(t, kade(with(relate(ouder, "R1 petra 2020-01-01.."), group(domain.MembersVisible,
		domain.Membership{Person: "ingrid"},
		domain.Membership{Person: "jan", Period: period("..2026-02-28")},
		domain.Membership{Person: "jan", Role: domain.CounselorPlus, Period: period("2026-04-01..2026-05-01")},
		domain.Membership{Person: "petra"},
		domain.Membership{Person: "sem", Period: period("2026-01-01..")},
		domain.Membership{Person: "vera", Role: domain.Client},
	))), `
		Practitioner jan COUNSELOR
		PractitionerRole jan COUNSELOR practitioner=Practitioner jan
		RelatedPerson petra GUARDIAN patient=Patient sem 24 «Ouder» 2020-01-01..
		Patient sem CLIENT
		Patient vera CLIENT
		Practitioner vera COUNSELOR_PLUS
		PractitionerRole vera COUNSELOR_PLUS practitioner=Practitioner vera
		Group G1 members-visible | Patient sem 2026-01-01.. | Patient vera
		CareTeam proposed subject=Group G1 | Practitioner jan, 405623001 COUNSELOR_PLUS 2026-04-01..2026-05-01 | RelatedPerson petra of sem, 310391000146105 GUARDIAN
		left: person ingrid  F-GEEN-CLIENT
		left: membership G1/ingrid/  F-GEEN-CLIENT
		left: membership G1/jan/  F-BEEINDIGD
		left: relationType T3  F-GEEN-VORM`)
}

func TestAGuardianTakesPartForTheirClientsInTheGroup(t *testing.T) {
	twice := func(r *domain.Records) {
		r.Persons = append(r.Persons, domain.Person{ID: "zoe", Role: domain.Client, GivenName: "Zoë", FamilyName: "Bakker"})
		r.Relations = append(r.Relations, domain.Relation{ID: "R2", Client: "zoe", Person: "petra", Type: "T3", Period: period("2020-01-01..")})
	}
	for _, c := range []struct {
		name    string
		members []domain.Membership
		want    string
	}{
		{"one is in it", []domain.Membership{{Person: "petra"}, {Person: "zoe"}}, " | RelatedPerson petra of zoe, 310391000146105 GUARDIAN"},
		{"none is in it", []domain.Membership{{Person: "petra"}}, " | RelatedPerson petra of sem, 310391000146105 GUARDIAN | RelatedPerson petra of zoe, 310391000146105 GUARDIAN"},
		{"one was in it", []domain.Membership{{Person: "petra", Period: period("2026-01-01..")}, {Person: "zoe", Period: period("..2026-03-01")}},
			" | RelatedPerson petra of sem, 310391000146105 GUARDIAN 2026-01-01.. | RelatedPerson petra of zoe, 310391000146105 GUARDIAN 2026-01-01.."},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := kade(with(relate(ouder, "R1 petra 2020-01-01.."), twice, group(domain.Hidden, c.members...)))
			text, _ := written(t, w, day("2026-03-02"), fhir.Options{})
			if want := "CareTeam proposed subject=Group G1" + c.want; !slices.Contains(parsed(t, text).sentences(), want) {
				t.Errorf("%s is not among\n%s", want, strings.Join(parsed(t, text).sentences(), "\n"))
			}
		})
	}
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestADiskThatIsFullIsTold(t *testing.T) {
	if _, err := fhir.Write(full{}, kade(func(*domain.Records) {}), day("2026-03-02"), fhir.Options{}); !errors.Is(err, errFull) {
		t.Errorf("the error is %v", err)
	}
}
