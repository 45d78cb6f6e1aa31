package groups

import (
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func TestRaisingAGroupSaysWhomItRevealsBeforeItIsSaved(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	d, wish := do(s, setVisibility(s, groupOf(t, s, "G1")), "down", "down", "ouderavond", "enter")
	mustSee(t, s, d,
		"7 mensen zien er anderen bij (44 zichtlijnen erbij: 44 zien, 32 berichten)", "▮▮▮ Cliënten onder elkaar",
		"Verlagen maakt niet ongezien wat al gezien is.",
		"De groep en haar naam worden zichtbaar voor: Dennis Bakker, Petra Bakker, Sem Bakker, Yusuf Demir, Noor Haddad, Ingrid Jansen en Jayden Pinas",
		"Dennis Bakker ziet en kan berichten sturen aan: Yusuf Demir, Noor Haddad en Jayden Pinas",
		"Ingrid Jansen ziet: Yusuf Demir en Noor Haddad")
	want := domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}
	if got := commandOf[domain.SetVisibility](t, wish); got != want {
		t.Errorf("wished %+v", got)
	}
	if got := wish.(scene.Edit).Reason; got != "ouderavond" {
		t.Errorf("for the reason %q", got)
	}
}

func TestLoweringAGroupSaysWhoSeesWhomNoMore(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	d, _ := do(s, setVisibility(s, groupOf(t, s, "G4")), "up")
	mustSee(t, s, d, "Wat al gezien is, wordt hiermee niet ongezien.",
		"Petra Bakker ziet niet meer en kan geen berichten meer sturen aan: Hatice Demir, Jana Nováková en Wendy Pinas")
	if strings.Contains(scenetest.Flat(seen(s, d)), "Verlagen maakt niet ongezien") {
		t.Error("it warns as if something opened")
	}
}

func TestTheSameVisibilityIsNoEdit(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 30)
	d, wish := do(s, setVisibility(s, groupOf(t, s, "G1")), "een reden", "enter")
	if wish != (scene.Close{}) {
		t.Errorf("wished %#v", wish)
	}
	if strings.Contains(seen(s, d), "een reden") {
		t.Error("it takes a reason for nothing")
	}
}

func TestAGroupWithoutCounselorsStillRevealsItsName(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	s = edited(t, s, domain.AddGroup{Group: domain.Group{ID: "G9", Name: "Zonder behandelaar"}})
	s = edited(t, s, domain.AddMembers{Memberships: []domain.Membership{{Group: "G9", Person: "P15"}}})
	d, _ := do(s, setVisibility(s, groupOf(t, s, "G9")), "down")
	mustSee(t, s, d, "1 persoon gaat een groepsnaam zien", "De groep en haar naam worden zichtbaar voor: Noor Haddad")
}

func TestARefusedVisibilityKeepsTheChoiceAndTheReason(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	d, _ := do(s, setVisibility(s, groupOf(t, s, "G1")), "down", "omdat", "enter")
	d, _ = d.Update(s, scene.Refused{Refusal: domain.Refusal{Code: domain.Outdated, Subject: domain.Ref{Noun: domain.GroupNoun, Key: "G1"}}})
	mustSee(t, s, d, "is intussen veranderd", "omdat")
	if _, wish := do(s, d, "enter"); commandOf[domain.SetVisibility](t, wish).Visibility != domain.GroupVisible {
		t.Errorf("wished %#v", wish)
	}
}

func TestTheImpactFollowsAnEditThatWasMadeMeanwhile(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	d, _ := do(s, setVisibility(s, groupOf(t, s, "G4")))
	s = edited(t, s, domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29", Period: domain.Period{From: s.On}}}})
	d, _ = do(s, d, "up")
	mustSee(t, s, d, "Dennis Bakker ziet niet meer en kan geen berichten meer sturen aan: Hatice Demir")
}

func TestALongImpactCanBeReadToItsEnd(t *testing.T) {
	s := demoScene(t, words.Dutch, 60, 14)
	d, _ := do(s, setVisibility(s, groupOf(t, s, "G1")), "down", "down")
	if strings.Contains(scenetest.Flat(seen(s, d)), "komt in de Personentegel") {
		t.Fatal("it fits: the test asks nothing")
	}
	d, _ = do(s, d, "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown")
	mustSee(t, s, d, "komt in de Personentegel te staan van:")
	d, _ = d.Update(s, scene.Clicked{X: 20, Y: 6, Wheel: -1})
	scenetest.Dialog(t, s, d)
}

func TestAClickChoosesASettingAndAHintSaves(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	d, _ := setVisibility(s, groupOf(t, s, "G1")).Update(s, scene.Clicked{X: 10, Y: 3})
	mustSee(t, s, d, "(•) ◐ Gebruikers kunnen groep zien")
	lines := strings.Split(seen(s, d), "\n")
	d, _ = do(s, d, "overleg")
	_, wish := d.Update(s, scene.Clicked{X: 4, Y: len(lines) - 2})
	if got := commandOf[domain.SetVisibility](t, wish).Visibility; got != domain.GroupVisible {
		t.Errorf("wished %v", got)
	}
}

// One question: the dialog that shows whom a setting reveals asks for the reason itself,
// also of one that breaks an agreement.
func TestASettingThatRevealsAsksForItsReasonHere(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	for group, says := range map[domain.GroupID][]string{
		"G2": {"reden *", "Schrijf op waarom dit zichtbaar mag worden"},
		"G6": {"Schrijf op waarom de afspraak hiervoor wijkt", "Schendt een afspraak: "},
	} {
		d, wish := do(s, chooseVisibility(s, groupOf(t, s, group), domain.MembersVisible), "enter")
		if wish != nil {
			t.Fatalf("without a reason it wishes %#v", wish)
		}
		mustSee(t, s, d, says...)
		_, wish = do(s, d, "teamoverleg", "enter")
		edit, ok := wish.(scene.Edit)
		if !ok || edit.Reason != "teamoverleg" || edit.Shown == nil || edit.Shown.Concern() == "" {
			t.Errorf("%s: wishes %#v", group, wish)
		}
	}
}

func TestTheReasonOfTheLastTimeIsTakenOverByTabAndThatOfTheFirstDayNeedsNoKey(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	s.LastReason = "startgesprek"
	d := chooseVisibility(s, groupOf(t, s, "G1"), domain.MembersVisible)
	mustSee(t, s, d, "zelfde reden als zojuist")
	if _, wish := do(s, d, "tab", "enter"); wish.(scene.Edit).Reason != "startgesprek" {
		t.Errorf("wishes %#v", wish)
	}
	s = undated(t, s)
	s.FirstDay = sight.FirstDay{On: s.On, Reason: "opbouw"}
	d = chooseVisibility(s, groupOf(t, s, "G2"), domain.MembersVisible)
	mustSee(t, s, d, "Enter bewaart dit met de reden van vandaag: “opbouw”.")
	if _, wish := do(s, d, "enter"); wish.(scene.Edit).Reason != "" {
		t.Errorf("wishes %#v", wish)
	}
	s.FirstDay.Reason = ""
	mustSee(t, s, chooseVisibility(s, groupOf(t, s, "G2"), domain.MembersVisible), "Deze reden geldt vandaag ook voor")
}

// undated is the scene of a set-up without a date of its own.
func undated(t *testing.T, s scene.Scene) scene.Scene {
	now := s.World.Institution()
	then := now
	then.Date = 0
	w, err := s.World.With(domain.Change{Institution: &domain.Swap[domain.Institution]{Before: &now, After: &then}})
	if err != nil {
		t.Fatal(err)
	}
	s.World = w
	return s
}

func TestAGroupThatOnlyMovesToAnotherTileIsNotSaidToStayAsItWas(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	s = edited(t, s, domain.AddGroup{Group: domain.Group{ID: "G9", Name: "Alleen een behandelaar"}})
	s = edited(t, s, domain.AddMembers{Memberships: []domain.Membership{{Group: "G9", Person: "P08"}}})
	d, _ := do(s, setVisibility(s, groupOf(t, s, "G9")), "down", "down")
	mustSee(t, s, d, "komt in de Personentegel te staan van", words.Clean(s.Words.Person(s.World, "P08")))
}
