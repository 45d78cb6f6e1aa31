package groups

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

func membershipOf(t *testing.T, s scene.Scene, g domain.GroupID, p domain.PersonID) domain.Membership {
	t.Helper()
	for m := range s.World.MembersOf(g) {
		if m.Person == p {
			return m
		}
	}
	t.Fatalf("%s is not in %s", p, g)
	return domain.Membership{}
}

func TestAMembershipTakesAnotherRoleAndPeriod(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	m := membershipOf(t, s, "G1", "P29")
	d, wish := do(s, editMembership(s, m), "right", "right", "right", "tab", "1-3-2026", "tab", "30 juni 2026", "enter")
	want := m
	want.Role, want.Period = domain.External, domain.Period{From: domain.NewDate(2026, 3, 1), Through: domain.NewDate(2026, 6, 30)}
	got := commandOf[domain.EditMembership](t, wish)
	if got.Membership != want || got.Key != keyOf(m) {
		t.Errorf("wished %+v", got)
	}
	mustSee(t, s, d, "Dennis Bakker in groep ‘Woongroep Steiger A’")
}

func TestAnExternalWithoutAnEndDateIsRemarkedQuietly(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d := editMembership(s, membershipOf(t, s, "G1", "P37"))
	mustSee(t, s, d, "Een externe zonder einddatum (Ingrid Jansen): kies liever een laatste dag.")
}

func TestADayThatIsNoneIsSaidUnderItsField(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d, wish := do(s, editMembership(s, membershipOf(t, s, "G1", "P29")), "tab", "31-2-2026", "enter")
	if wish != nil {
		t.Fatalf("wished %#v", wish)
	}
	mustSee(t, s, d, "‘31-2-2026’ bestaat niet: februari 2026 heeft 28 dagen")
}

func TestEndingMembershipsNamesThemAndWhatCloses(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	list := []domain.Membership{membershipOf(t, s, "G1", "P05"), membershipOf(t, s, "G1", "P07")}
	d, wish := do(s, endMembers(s, list), "enter")
	mustSee(t, s, d, "2 lidmaatschappen beëindigen: Woongroep Steiger A", "Fatima El Amrani · behandelaar", "Jan de Vries (Steiger) · behandelaar",
		"Gaat dicht op 03-03-2026", "De groep en haar naam verdwijnen voor: Fatima El Amrani en Jan de Vries (Steiger)")
	got := commandOf[domain.EndMembers](t, wish)
	if got.Through != s.On || len(got.Keys) != 2 || got.Keys[0] != keyOf(list[0]) {
		t.Errorf("wished %+v", got)
	}
}

func TestAMembershipThatBeginsLaterEndsOnItsFirstDayAtTheSoonest(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	begin := domain.NewDate(2026, 4, 1)
	m := domain.Membership{Group: "G2", Person: "P15", Period: domain.Period{From: begin}}
	s = edited(t, s, domain.AddMembers{Memberships: []domain.Membership{m}})
	_, wish := do(s, endMembers(s, []domain.Membership{m}), "enter")
	if got := commandOf[domain.EndMembers](t, wish).Through; got != begin {
		t.Errorf("ends on %v", got)
	}
}

func TestRemovingAMembershipWarnsThatItNeverWas(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	m := membershipOf(t, s, "G1", "P05")
	d, wish := do(s, removeMembers(s, []domain.Membership{m}), "vergissing", "enter")
	mustSee(t, s, d, "alsof het lidmaatschap er nooit was", "Dit lidmaatschap verdwijnt", "Fatima El Amrani · behandelaar")
	if got := commandOf[domain.RemoveMembers](t, wish).Keys; len(got) != 1 || got[0] != keyOf(m) {
		t.Errorf("wished %+v", got)
	}
	if wish.(scene.Edit).Reason != "vergissing" {
		t.Errorf("wished %#v", wish)
	}
}
