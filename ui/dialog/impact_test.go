package dialog_test

import (
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// foretold is the impact of a command on the demonstration, as it is read.
func foretold(t *testing.T, s scene.Scene, c domain.Command, own domain.GroupID) (dialog.Impact, string) {
	t.Helper()
	changes, err := c.Plan(s.World)
	if err != nil {
		t.Fatal(err)
	}
	i := dialog.NewImpact(s, dialog.NewNamer(s), changes, s.On)
	i.Own = own
	var told []string
	for _, r := range i.Full() {
		told = append(told, r.Words)
	}
	return i, strings.Join(told, "\n")
}

func demoScene(t *testing.T) scene.Scene {
	return scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
}

func TestOtherGroupsThatComeIntoViewAreNamed(t *testing.T) {
	_, told := foretold(t, demoScene(t), domain.SetReading{Reading: domain.ReadUnlinkedCounselorsSeeGroups, On: true}, "G1") // G6
	scenetest.Says(t, told,
		"De groep en haar naam worden zichtbaar voor: Femke Dijkstra", "Groep ‘Oudercafé’ en haar naam worden zichtbaar voor: Fatima El Amrani")
	if strings.Contains(told, "Groep ‘Woongroep Steiger A’") {
		t.Error("the group of the dialog is told as another one")
	}
}

func TestTheMessageToAllCounselorsComesAndGoesWithTheGroup(t *testing.T) {
	_, told := foretold(t, demoScene(t), domain.SetVisibility{ID: "G5", Visibility: domain.Hidden}, "G5")
	scenetest.Says(t, told, "Geen groepsbericht meer sturen aan de behandelaars van ‘Vaardigheidstraining dinsdag’: Yusuf Demir, Noor Haddad en Milan Novák")
	_, told = foretold(t, demoScene(t), domain.SetVisibility{ID: "G6", Visibility: domain.GroupVisible}, "G6")
	scenetest.Says(t, told, "Een groepsbericht sturen aan de behandelaars van ‘Traumagroep Lotus’ kan dan: Aminata Diallo, Noor Haddad en Milan Novák")
}

func TestAnAgreementThatIsMendedIsNamedWithUntilWhen(t *testing.T) {
	s := demoScene(t)
	end := domain.EndRelations{IDs: []domain.RelationID{"R44"}, Through: s.On - 1}
	_, told := foretold(t, s, end, "")
	scenetest.Says(t, told, "Niet meer geschonden vanaf 02-03-2026: “Dennis Bakker ziet Petra Bakker nooit”.")
	again := domain.AddRelation{Relation: domain.Relation{ID: "R99", Client: "P14", Person: "P28", Type: "T10", Period: domain.Period{From: s.On + 10}}}
	s.World = scenetest.After(t, s.World, domain.EndRelations{IDs: end.IDs, Through: s.On + 5}, again)
	_, told = foretold(t, s, end, "")
	scenetest.Says(t, told, "Niet meer geschonden van 02-03-2026 t/m 11-03-2026: “Dennis Bakker ziet Petra Bakker nooit”.")
}

func TestASightlineIsCountedOnce(t *testing.T) {
	// DOMAIN.md 1: seeing and messaging are what one sightline consists of.
	i, _ := foretold(t, demoScene(t), domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}, "G1")
	pairs := map[[2]domain.PersonID]bool{}
	for _, turn := range i.Days[0].Turns {
		if turn.Gains() {
			pairs[[2]domain.PersonID{turn.Viewer, turn.Other}] = true
		}
	}
	if all := i.Days[0].Gained.All(); all.Pairs != len(pairs) || all.Pairs >= all.Sees+all.Messages {
		t.Errorf("%+v for %d pairs", all, len(pairs))
	}
}

func TestWhatOpensIsToldWorstFirstAndBrokenAgreementsOnTop(t *testing.T) {
	s := demoScene(t)
	s.World = scenetest.After(t, s.World, domain.AddAgreement{Agreement: domain.Agreement{Kind: domain.NeverSees, Viewer: "P28", Other: "P15"}})
	_, told := foretold(t, s, domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}, "G1")
	order := []string{
		"Schendt een afspraak: “Petra Bakker ziet Noor Haddad nooit", "Opent een tweede weg: Dennis Bakker → Petra Bakker (regel G4 · groep Woongroep Steiger A)",
		"Gaat open op 02-03-2026", "maakt niet ongezien", "Cliënten onder elkaar: 12 zien", "Noor Haddad ziet en kan berichten sturen aan",
		"Ouders of voogden en andermans cliënt: 12 zien", "Externen en andermans cliënt: 4 zien", "Gebruikers en behandelaars",
	}
	at := 0
	for _, want := range order {
		i := strings.Index(told[at:], want)
		if i < 0 {
			t.Fatalf("%q does not stand where it should in:\n%s", want, told)
		}
		at += i
	}
}

func TestOfThousandsTheWorstAreNamedAndAllAreCounted(t *testing.T) {
	s := demoScene(t)
	var people []domain.Command
	var members []domain.Membership
	for range 60 {
		people = append(people, domain.AddPerson{Person: domain.Person{Role: domain.Client, GivenName: "Kim", FamilyName: "Jansen"}})
	}
	s.World = scenetest.After(t, s.World, people...)
	for p := range s.World.Persons() {
		if p.GivenName == "Kim" {
			members = append(members, domain.Membership{Group: "G1", Person: p.ID})
		}
	}
	s.World = scenetest.After(t, s.World, domain.AddMembers{Memberships: members})
	i, told := foretold(t, s, domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}, "G1")
	day := i.Days[0]
	if len(day.Turns) != dialog.MostNamed || day.Gained[0].Sees != 64*63 {
		t.Errorf("%d by name, %d clients come to see clients", len(day.Turns), day.Gained[0].Sees)
	}
	scenetest.Says(t, told, "Cliënten onder elkaar: 4.032 zien", "en nog 3.032 zichtlijnen, hier niet bij naam")
}

func TestOfThousandsForWhomAGroupTurnsAllAreCounted(t *testing.T) {
	s := demoScene(t)
	s.World = domaintest.ParentsFirst(1_050, 60)
	show := domain.SetVisibility{ID: "G1", Visibility: domain.GroupVisible}
	_, told := foretold(t, s, show, "G1")
	scenetest.Says(t, told, "De groep en haar naam worden zichtbaar voor: Noor Berg 1, Noor Berg 2", "Nog 110 keer verandert er voor iemand iets aan een groep")
	s.World = scenetest.After(t, s.World, domain.RemoveMembers{Keys: []domain.MembershipKey{{Group: "G1", Person: "P001110"}}})
	i, _ := foretold(t, s, show, "G1")
	if want := "1.110 keer wordt een groepsnaam zichtbaar voor iemand"; i.Counts() != want {
		t.Errorf("in one line: %s, not %s", i.Counts(), want)
	}
}
