package groups

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

func TestANewGroupIsHiddenUnlessOneChooses(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 30)
	_, wish := do(s, newGroup(s), " Kookgroep ", "enter")
	if got := commandOf[domain.AddGroup](t, wish).Group; got != (domain.Group{Name: "Kookgroep"}) {
		t.Errorf("wished %+v", got)
	}
	_, wish = do(s, newGroup(s), "Kookgroep", "tab", "right", "right", "tab", "Steiger", "enter")
	want := domain.Group{Name: "Kookgroep", Visibility: domain.MembersVisible, Location: "Steiger"}
	if got := commandOf[domain.AddGroup](t, wish).Group; got != want {
		t.Errorf("wished %+v", got)
	}
}

func TestAGroupWithoutANameIsNotAskedFor(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 30)
	d, wish := do(s, newGroup(s), "x", "backspace", "tab", "right", "enter")
	if wish != nil {
		t.Fatalf("wished %#v", wish)
	}
	mustSee(t, s, d, "Geef de groep een naam.")
}

func TestATakenNameIsSaidUnderTheNameAndNothingTypedIsLost(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 30)
	d, wish := do(s, newGroup(s), "oudercafé", "tab", "tab", "Vlierhof", "enter")
	_, err := commandOf[domain.AddGroup](t, wish).Plan(s.World)
	d, _ = d.Update(s, scene.Refused{Refusal: err.(domain.Refusal)})
	mustSee(t, s, d, "De naam ‘oudercafé’ is al in gebruik bij groep ‘Oudercafé’; kies een andere naam.", "Vlierhof")
	if d.(dialog.Form).Fields.Focused() != "name" {
		t.Error("the keys are not at the name")
	}
}

func TestARefusalAboutNoFieldStandsBelowTheForm(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 30)
	d, _ := do(s, editGroup(s, groupOf(t, s, "G1")), "x")
	d, _ = d.Update(s, scene.Refused{Refusal: domain.Refusal{Code: domain.Outdated, Subject: domain.Ref{Noun: domain.GroupNoun, Key: "G1"}}})
	mustSee(t, s, d, "Niet opgeslagen: groep ‘Woongroep Steiger A’ is intussen veranderd", "Woongroep Steiger Ax")
}

func TestSavingWhatWasNotChangedOnlyCloses(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 30)
	if _, wish := do(s, editGroup(s, groupOf(t, s, "G2")), "enter"); wish != (scene.Close{}) {
		t.Errorf("wished %#v", wish)
	}
}

func TestEditingAGroupLeavesItsVisibilityAlone(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 30)
	g := groupOf(t, s, "G2")
	d, wish := do(s, editGroup(s, g), "tab", "Werf", "enter")
	want := g
	want.Location = "Werf"
	if got := commandOf[domain.EditGroup](t, wish).Group; got != want {
		t.Errorf("wished %+v, want %+v", got, want)
	}
	if strings.Contains(seen(s, d), "zichtbaarheid") {
		t.Error("it offers the visibility")
	}
}

func TestNewsGroupsAreAskedForOnlyWhereTheyAreUsed(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 30)
	mustSee(t, s, newGroup(s), "nieuwsgroep")
	s = edited(t, s, domain.EditInstitution{Name: "Hazelmeander", WithoutNewsGroups: true})
	if strings.Contains(seen(s, newGroup(s)), "nieuwsgroep") {
		t.Error("it asks for a news group where none are used")
	}
	mustSee(t, s, editGroup(s, groupOf(t, s, "G2")), "Nieuws Steiger") // what is there is not hidden
}

func TestEscAsksOnceWhenSomethingWasTyped(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 30)
	if _, wish := do(s, newGroup(s), "esc"); wish != (scene.Close{}) {
		t.Errorf("nothing typed: wished %#v", wish)
	}
	d, wish := do(s, newGroup(s), "Kook", "esc")
	if wish != nil {
		t.Fatalf("wished %#v without asking", wish)
	}
	mustSee(t, s, d, "Weggooien wat u typte?")
	back, wish := do(s, d, "esc", "groep", "enter")
	if got := commandOf[domain.AddGroup](t, wish).Group.Name; got != "Kookgroep" {
		t.Errorf("after typing on it is %q", got)
	}
	if strings.Contains(seen(s, back), "Weggooien") {
		t.Error("it still asks")
	}
	if _, wish := do(s, d, "enter"); wish != (scene.Close{}) {
		t.Errorf("wished %#v", wish)
	}
}

func TestACopyIsHiddenAndNamesWhoComesAlong(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d, wish := saved(s, copyGroup(s, groupOf(t, s, "G4")), "enter")
	mustSee(t, s, d, "5 leden gaan mee, vanaf 02-03-2026", "Petra Bakker · ouder/voogd", "Anouk Visser · behandelaar")
	got := commandOf[domain.CopyGroup](t, wish)
	want := domain.CopyGroup{Of: "G4", On: s.On, Group: domain.Group{Name: "Oudercafé (kopie)"}}
	if got != want {
		t.Errorf("wished %+v", got)
	}
	s = edited(t, s, got)
	_, wish = saved(s, copyGroup(s, groupOf(t, s, "G4")), "enter")
	if name := commandOf[domain.CopyGroup](t, wish).Group.Name; name != "Oudercafé (kopie 2)" {
		t.Errorf("the second copy is %q", name)
	}
}

func TestTheNameOfACopyIsNeverTooLong(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	g := groupOf(t, s, "G4")
	g.Name = strings.Repeat("é", 120)
	s = edited(t, s, domain.EditGroup{Group: g})
	_, wish := saved(s, copyGroup(s, g), "enter")
	name := commandOf[domain.CopyGroup](t, wish).Group.Name
	if n := len([]rune(name)); n != 120 || !strings.HasSuffix(name, "é (kopie)") {
		t.Errorf("%d characters: %q", n, name)
	}
}

func TestAnOpenCopySaysWhomItReveals(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d, _ := do(s, copyGroup(s, groupOf(t, s, "G2")), "tab", "right", "right")
	mustSee(t, s, d, "De groep en haar naam worden zichtbaar voor:", "Ongedaan maken maakt niet ongezien wat al gezien is.")
}

func TestRemovingAGroupNamesItsMembersAndAgreementsFirst(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	d, wish := do(s, removeGroup(s, groupOf(t, s, "G6")), "opgeheven", "enter")
	mustSee(t, s, d, "Met de groep verdwijnen 5 lidmaatschappen", "Noor Haddad · cliënt",
		"En 2 afspraken over de groep", "hoogstens ‘Groep is onzichtbaar’ (de naam verraadt de behandeling)", "niemand als extern in de groep")
	if got := commandOf[domain.RemoveGroup](t, wish); got.ID != "G6" {
		t.Errorf("wished %+v", got)
	}
	if got := wish.(scene.Edit).Reason; got != "opgeheven" {
		t.Errorf("for the reason %q", got)
	}
}

// No key waits for the weighing of thousands: the dialog leaves it to the question before
// saving.
func TestWhatAHeavyRemovalOrCopyTurnsIsShownAfterEnter(t *testing.T) {
	w := domaintest.Institution(3, domaintest.Size{Persons: 600})
	add := domain.AddMembers{}
	for p := range w.Persons() {
		if p.Role != domain.Administrator && p.ActiveOn(domaintest.Today()) && len(add.Memberships) < 250 {
			add.Memberships = append(add.Memberships, domain.Membership{Group: "GX", Person: p.ID})
		}
	}
	w, err := w.With(domain.Change{Group: &domain.Swap[domain.Group]{After: &domain.Group{ID: "GX", Name: "Hele huis", Visibility: domain.MembersVisible}}})
	if err != nil {
		t.Fatal(err)
	}
	large := scenetest.At(scenetest.After(t, w, add), words.Dutch, 120, 40)
	small := demoScene(t, words.Dutch, 120, 40)
	for _, c := range []struct {
		s     scene.Scene
		group domain.GroupID
		heavy bool
	}{{large, "GX", true}, {small, "G5", false}} {
		g := groupOf(t, c.s, c.group)
		for name, d := range map[string]scene.Dialog{"remove": removeGroup(c.s, g), "copy": copyGroup(c.s, g)} {
			later := strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(everyLine(c.s, d), "│", " ")), " "), "gewogen en getoond")
			_, wish := saved(c.s, d, "q", "enter")
			if edit, ok := wish.(scene.Edit); !ok || edit.Ask != c.heavy || later != c.heavy {
				t.Errorf("%s %s: says so: %v; asks: %+v", name, c.group, later, wish)
			}
		}
	}
}

// everyLine is a dialog in a window that is high enough for all of it.
func everyLine(s scene.Scene, d scene.Dialog) string {
	s.Size.H, s.Body.H = 400, 397
	return seen(s, d)
}
