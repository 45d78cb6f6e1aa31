package groups

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func TestSeveralPeopleComeIntoAGroupInOneEdit(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d, wish := saved(s, addMembers(s, groupOf(t, s, "G4")), "noor haddad", "down", "space", "ctrl+u", "dennis", "down", "space", "enter", "enter")
	mustSee(t, s, d, "2 personen erbij", "Dennis Bakker", "Noor Haddad")
	from := domain.Period{From: s.On}
	got := commandOf[domain.AddMembers](t, wish).Memberships
	want := []domain.Membership{{Group: "G4", Person: "P29", Period: from}, {Group: "G4", Person: "P15", Period: from}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("wished %+v", got)
	}
}

func TestWhoIsInTheGroupOrCannotBeIsNotOfferedAndCounted(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	s = edited(t, s, domain.DeactivatePerson{ID: "P13", From: domain.NewDate(2026, 3, 1)})
	d := addMembers(s, groupOf(t, s, "G4"))
	mustSee(t, s, d, "Niet in deze lijst: 5 al in de groep, 2 beheerders (zitten in geen groep) en 1 niet actief.")
	for _, name := range []string{"Petra", "Marloes", "Femke"} {
		typed, _ := do(s, d, name)
		mustSee(t, s, typed, "Niets gevonden.")
	}
}

func TestAFilterIgnoresCaseAndAccents(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d, _ := do(s, addMembers(s, groupOf(t, s, "G4")), "nguyen")
	mustSee(t, s, d, "Bao Nguyễn", "1/")
}

func TestNamesakesAreAlwaysToldApart(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	for _, number := range []string{"300001", "300002"} {
		s = edited(t, s, domain.AddPerson{Person: domain.Person{Role: domain.Client, GivenName: "Sem", FamilyName: "Bakker", Number: number}})
	}
	n := dialog.NewNamer(s)
	if got := n.Name("P14"); got != "Sem Bakker (100014)" {
		t.Errorf("he is called %q", got)
	}
	if got := n.Name("P15"); got != "Noor Haddad" {
		t.Errorf("she is called %q", got)
	}
	d := paste(s, addMembers(s, groupOf(t, s, "G4")), "Sem Bakker\nNoor Haddad")
	mustSee(t, s, d, "Kies wie bedoeld is (1 regel)", "cliënt · 100014", "cliënt · 300001", "cliënt · 300002", "Gevonden (1)")
}

func TestAPastedListIsSortedOutBeforeAnythingIsSaved(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d := paste(s, addMembers(s, groupOf(t, s, "G4")),
		"1. Dennis Bakker\r\n- 100014\nVries\n\nPetra Bakker\nPiet Puk\nHoekstra, Marloes\nbakker sem\nHaddad, Noor\t100015\n")
	mustSee(t, s, d, "Kies wie bedoeld is (1 regel)", "‘Vries’", "niemand van hen",
		"‘Petra Bakker’ zit al in de groep", "‘Piet Puk’ niemand gevonden", "‘Hoekstra, Marloes’ beheerder: zit in geen groep",
		"‘bakker sem’ staat twee keer in de lijst", "Gevonden (3)", "[✓] Sem Bakker")
	d, wish := do(s, d, "enter")
	if wish != nil {
		t.Fatalf("wished %#v while one is undecided", wish)
	}
	mustSee(t, s, d, "Kies eerst wie bedoeld is met ‘Vries’")
	_, wish = saved(s, d, "down", "space", "enter", "enter")
	var got []domain.PersonID
	for _, m := range commandOf[domain.AddMembers](t, wish).Memberships {
		got = append(got, m.Person)
	}
	if fmt.Sprint(got) != "[P29 P14 P15 P07]" {
		t.Errorf("added %v", got)
	}
}

func TestALineThatNamesTwoPeopleIsNeverGuessed(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d := paste(s, addMembers(s, groupOf(t, s, "G4")), "100014\tNoor Haddad\nSoraya\n")
	mustSee(t, s, d, "Kies wie bedoeld is (2 regels)", "Sem Bakker", "Noor Haddad", "Soraya Ramdin")
	d, wish := do(s, d, "enter")
	if wish != nil || d.(membersDialog).step != sortStep {
		t.Errorf("it goes on: %#v", wish)
	}
}

func TestWhoWasFoundCanBeLeftOut(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d := paste(s, addMembers(s, groupOf(t, s, "G4")), "Sem Bakker\nNoor Haddad\n")
	_, wish := saved(s, d, "space", "enter", "enter")
	if got := commandOf[domain.AddMembers](t, wish).Memberships; len(got) != 1 || got[0].Person != "P15" {
		t.Errorf("added %+v", got)
	}
	d, _ = do(s, d, "space", "down", "space", "enter")
	mustSee(t, s, d, "Er is niemand om toe te voegen")
}

func TestAPastedSingleNameOnlyFilters(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d := paste(s, addMembers(s, groupOf(t, s, "G4")), "Noor Haddad\n")
	if got := d.(membersDialog); got.step != pickStep || got.pick.Picker.Query() != "Noor Haddad" {
		t.Errorf("step %v, query %q", got.step, got.pick.Picker.Query())
	}
}

func TestAListCanBeTypedByHandAndGoesBackWithoutLoss(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d, _ := do(s, addMembers(s, groupOf(t, s, "G4")), "ctrl+v", "Sem Bakker", "enter", "Noor Haddad", "ctrl+s")
	mustSee(t, s, d, "Gevonden (2)")
	d, _ = do(s, d, "esc", "ctrl+v")
	mustSee(t, s, d, "Sem Bakker", "Noor Haddad")
	d, _ = do(s, d, "ctrl+s", "enter", "esc")
	if d.(membersDialog).step != sortStep {
		t.Error("esc does not go one step back")
	}
	d, wish := do(s, d, "esc", "esc")
	if wish != nil {
		t.Errorf("it closes without asking: %#v", wish)
	}
	mustSee(t, s, d, "Weggooien wat u typte?")
}

func TestMarkedPeopleStayWhenAListIsPasted(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d, _ := do(s, addMembers(s, groupOf(t, s, "G4")), "dennis", "down", "space")
	_, wish := saved(s, paste(s, d, "Sem Bakker\nDennis Bakker\n"), "enter", "enter")
	if got := commandOf[domain.AddMembers](t, wish).Memberships; len(got) != 2 {
		t.Errorf("added %+v", got)
	}
}

func TestARoleIsSetForAllOrForOne(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d := paste(s, addMembers(s, groupOf(t, s, "G4")), "Fatima El Amrani\nPiet Sowirono\n")
	all, wish := saved(s, d, "enter", "right", "right", "enter") // everybody a GUARDIAN
	for _, m := range commandOf[domain.AddMembers](t, wish).Memberships {
		if m.Role != domain.Guardian {
			t.Errorf("%s as %v", m.Person, m.Role)
		}
	}
	mustSee(t, s, all, "ouder/voogd (niet eigen)")
	one, wish := saved(s, d, "enter", "shift+tab", "space", "enter") // Fatima one further than COUNSELOR
	got := commandOf[domain.AddMembers](t, wish).Memberships
	if got[0].Person != "P05" || got[0].Role != domain.CounselorPlus || got[1].Role != domain.NoRole {
		t.Errorf("wished %+v", got)
	}
	mustSee(t, s, one, "verschillend, zie de namen", "Een externe zonder einddatum (Piet Sowirono)")
}

func TestAddingSaysWhoSeesWhomAndTakesAReason(t *testing.T) {
	// DOMAIN.md 5: whoever adds Dennis to the parents' café lets him see Petra's group.
	s := demoScene(t, words.Dutch, 120, 40)
	d, wish := do(s, addMembers(s, groupOf(t, s, "G4")), "dennis", "enter", "tab", "tab", "tab", "op verzoek", "enter")
	mustSee(t, s, d, "mensen zien er anderen bij", "De groep en haar naam worden zichtbaar voor: Dennis Bakker",
		"Dennis Bakker ziet en kan berichten sturen aan: Hatice Demir, Jana Nováková en Wendy Pinas")
	if got := wish.(scene.Edit).Reason; got != "op verzoek" {
		t.Errorf("for the reason %q", got)
	}
}

func TestARefusedMembershipIsSaidAtItsField(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	s = edited(t, s, domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29", Period: domain.Period{From: domain.NewDate(2026, 4, 1)}}}})
	d, wish := do(s, addMembers(s, groupOf(t, s, "G4")), "dennis", "enter", "enter")
	_, err := commandOf[domain.AddMembers](t, wish).Plan(s.World)
	d, _ = d.Update(s, scene.Refused{Refusal: err.(domain.Refusal)})
	mustSee(t, s, d, "Zit in deze dagen al in de groep")
	if got := d.(membersDialog).terms.form.Focused(); got != "from" {
		t.Errorf("the keys are at %s", got)
	}
}

func TestAHugePasteIsBounded(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d := paste(s, addMembers(s, groupOf(t, s, "G4")), strings.Repeat("Sem\n", 1<<18))
	if got := d.(membersDialog).sorted; len(got.lines) != linesLimit || got.unread == 0 {
		t.Errorf("read %d lines, %d unread", len(got.lines), got.unread)
	}
	scenetest.Dialog(t, s, d)
}

func BenchmarkOpeningAndOneKeyOfAddMembersInALargeInstitution(b *testing.B) {
	world := domaintest.Large()
	s := scenetest.At(world, words.Dutch, 120, 40)
	g, _ := world.Group("G1")
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			addMembers(s, g)
		}
	})
	d := addMembers(s, g)
	b.Run("key", func(b *testing.B) {
		for b.Loop() {
			next, _ := d.Update(s, tea.KeyPressMsg{Code: 'a', Text: "a"})
			next.View(s)
		}
	})
	b.Run("visibility", func(b *testing.B) {
		for b.Loop() {
			setVisibility(s, g)
		}
	})
	v, _ := do(s, setVisibility(s, g), "down", "down")
	b.Run("view", func(b *testing.B) {
		for b.Loop() {
			v.View(s)
		}
	})
	lines := strings.Repeat("Iemand Onbekends\n", linesLimit)
	b.Run("paste", func(b *testing.B) {
		for b.Loop() {
			paste(s, d, lines)
		}
	})
}

// What does not fit of the consequences of coming into a group is announced, and read by key.
func TestConsequencesThatDoNotFitAreAnnounced(t *testing.T) {
	s := demoScene(t, words.Dutch, 80, 24)
	d, _ := do(s, addMembers(s, groupOf(t, s, "G4")), "dennis", "down", "space", "enter")
	const last = "Anouk Visser ziet en kan berichten sturen aan: Dennis Bakker"
	mustSee(t, s, d, "pgdn verder lezen")
	if view, _ := d.View(s); strings.Contains(view, last) || !strings.Contains(view, "┃") {
		t.Errorf("all of it fits, or no bar says that it does not:\n%s", view)
	}
	d, _ = do(s, d, "pgdown", "pgdown")
	mustSee(t, s, d, last)
}
