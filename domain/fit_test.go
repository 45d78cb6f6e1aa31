package domain_test

import (
	"testing"

	"zichtlijn/domain"
)

func TestSomebodyFitsAKindByDefaultRoleOrByAnyRoleInAGroup(t *testing.T) {
	w := kade()
	for _, c := range []struct {
		who  domain.PersonID
		kind domain.Kind
		fits bool
	}{
		{"bao", domain.EmployeeKind, true}, {"vera", domain.EmployeeKind, true}, {"petra", domain.EmployeeKind, false},
		{"ingrid", domain.EmployeeKind, false}, {"sem", domain.EmployeeKind, false}, {"beheer", domain.EmployeeKind, false},
		{"petra", domain.GuardianKind, true}, {"bao", domain.GuardianKind, false},
		{"fatima", domain.GuardianKind, true}, {"fatima", domain.EmployeeKind, true}, // counselor, and mother in the Oudercafé
		{"fatima", domain.ExternalKind, false}, {"ingrid", domain.ExternalKind, true}, {"ingrid", domain.GuardianKind, false},
	} {
		p, _ := w.Person(c.who)
		if got := w.FitsKind(p, c.kind); got != c.fits {
			t.Errorf("%s as %s: %v", c.who, c.kind, got)
		}
	}
}

// N1 says "on record": an ended membership counts too.
func TestAnEndedMembershipStillSaysWhatSomebodyIs(t *testing.T) {
	w, _ := do(t, kade(), domain.EndMembers{Keys: []domain.MembershipKey{key("oudercafe", "fatima", 0)}, Through: day("2026-01-31")})
	do(t, w, relate("sem", "fatima", "ouder", "2026-03-02"))
}

// Fatima is a counselor. Her relation with Lotte, as her mother, needs her guardian
// role in the Oudercafé. That membership can not be removed or changed: the set-up
// could not be imported again.
func TestTheMembershipOnWhichARelationRestsStays(t *testing.T) {
	w := kade()
	misfit := domain.Refusal{
		Code: domain.KindMisfit, Field: "person", Subject: domain.Ref{Noun: domain.RelationNoun, Key: "lotte-fatima"},
		Others: []domain.Ref{{Noun: domain.PersonNoun, Key: "fatima"}, {Noun: domain.RelationTypeNoun, Key: "ouder"}},
	}
	asCounselor := domain.EditMembership{Key: key("oudercafe", "fatima", 0), Membership: domain.Membership{Role: domain.Counselor}}
	refuse(t, w, []attempt{
		{"taken off the record", domain.RemoveMembers{Keys: []domain.MembershipKey{key("oudercafe", "fatima", 0)}}, misfit},
		{"in another role", asCounselor, misfit},
		{"with the whole group", domain.RemoveGroup{ID: "oudercafe"}, misfit},
	})
	w, _ = do(t, w, domain.AddMembers{Memberships: []domain.Membership{{Group: "leeg", Person: "fatima", Role: domain.Guardian}}})
	do(t, w, domain.RemoveGroup{ID: "oudercafe"}) // another group says the same of her
	do(t, w, asCounselor)
	w, _ = do(t, kade(), domain.RemoveRelation{ID: "lotte-fatima"})
	do(t, w, domain.RemoveGroup{ID: "oudercafe"}) // nothing rests on it any more
}

func TestAMembershipOnWhichARelationRestsMayMoveItsFirstDay(t *testing.T) {
	do(t, kade(), domain.EditMembership{
		Key:        key("oudercafe", "fatima", 0),
		Membership: domain.Membership{Role: domain.Guardian, Period: from("2026-01-01")},
	})
}
