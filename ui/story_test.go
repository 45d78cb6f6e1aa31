package ui

import (
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

func TestTheMainScreenShowsWhatThePersonUnderTheCursorSees(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.shows("Stichting Hazelmeander", "ma 2 maart 2026", "demonstratie", "Bewoners Vlierhof", "Personentegel")
	d.keys("down", "down", "down", "down", "enter")
	d.shows("Leden van Vaardigheidstraining", "Zo ziet")
	d.keys("/").typed("noor").keys("enter")
	d.shows("Zo ziet Noor Haddad het · cliënt", "groepsbericht aan 3 behandelaars", "Ziet niet", "Woongroep Steiger A", "Traumagroep Lotus")
	d.whole()
}

func TestTheCursorOfGroupsNeverChangesThePerson(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	who := d.m.screens[scene.GroupsScreen]
	d.keys("down", "down")
	if got := d.m.screens[scene.GroupsScreen]; personOf(t, d) == "" || got == nil || who == nil {
		t.Fatal("nobody is looked at")
	}
	before := personOf(t, d)
	d.keys("down", "up", "up")
	if after := personOf(t, d); after != before {
		t.Errorf("the preview went from %q to %q", before, after)
	}
}

// personOf reads as whom the preview looks from its title.
func personOf(t *testing.T, d *driver) string {
	t.Helper()
	_, rest, ok := cut(d.screen(), "Zo ziet ")
	if !ok {
		t.Fatalf("no preview:\n%s", d.screen())
	}
	name, _, _ := cut(rest, " het ·")
	return name
}

func cut(s, sep string) (string, string, bool) {
	for i := 0; i+len(sep) <= len(s); i++ {
		if s[i:i+len(sep)] == sep {
			return s[:i], s[i+len(sep):], true
		}
	}
	return s, "", false
}

func TestARoleThatNobodyHasShowsAnInventedPersonAndSaysSo(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("down", "down", "/").typed("ouder").keys("enter") // Oudercafé has no clients
	d.keys("]", "]")
	for range 6 {
		if name := personOf(t, d); name == "een verzonnen cliënt" {
			return
		}
		d.keys("]")
	}
	t.Errorf("no invented client is ever shown:\n%s", d.screen())
}

func TestHoldingAPersonLastsUntilEsc(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("v").typed("petra").keys("enter")
	d.shows("Zo ziet Petra Bakker het · ouder/voogd", "vastgehouden", "Dennis Bakker")
	d.keys("down", "down").shows("Zo ziet Petra Bakker het")
	d.keys("esc").hides("vastgehouden")
}

func TestAnEditIsShownOnlyWhenTheDiskHasIt(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.slow = true
	d.keys("n").typed("Kookclub").keys("enter")
	d.hides("Bewaard:").shows("bewaren…")
	d.disk()
	d.shows("Bewaard:", "Kookclub").hides("bewaren…")
}

func TestARefusalStaysInTheDialogWithEverythingTyped(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("n").typed("oudercafé").keys("enter")
	d.shows("al in gebruik", "oudercafé")
	d.typed(" 2").keys("enter").shows("Bewaard:", "oudercafé 2")
}

func TestADiskThatFailsBringsTheDialogBack(t *testing.T) {
	m := demonstration()
	d := drive(t, opening(m, &fakeFiles{}), 120, 40)
	m.fail = errors.New("disk")
	d.keys("n").typed("Kookclub").keys("enter")
	d.shows("Kookclub", "Niet opgeslagen")
	d.keys("enter").shows("Bewaard:")
}

func TestUndoAndRedoSayWhatTheyDid(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("n").typed("Kookclub").keys("enter", "u")
	d.hides("▸Kookclub").shows("Kookclub") // in the notice
	d.keys("ctrl+r").shows("Kookclub")
	d.keys("u", "u").shows("niets om ongedaan te maken")
}

func TestTypingAheadThroughADialogLosesNoKey(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.slow = true
	d.keys("n").typed("Eerste").keys("enter", "n").typed("Tweede").keys("enter")
	d.disk()
	for _, name := range []string{"Eerste", "Tweede"} {
		found := false
		for g := range d.m.scene.World.Groups() {
			found = found || g.Name == name
		}
		if !found {
			t.Errorf("%s is not there", name)
		}
	}
}

func TestLeavingWaitsForTheDisk(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.slow = true
	d.keys("n").typed("Kookclub").keys("enter", "q")
	if d.quit {
		t.Fatal("it left before the disk had the edit")
	}
	d.shows("Nog even")
	d.disk()
	if !d.quit {
		t.Error("it did not leave when the disk had the edit")
	}
}

func TestASecondCtrlCLeavesAtOnce(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.slow = true
	d.keys("n").typed("Kookclub").keys("enter", "ctrl+c", "ctrl+c")
	var left bool
	for _, c := range d.held[len(d.held)-1:] {
		_, left = c().(tea.QuitMsg)
	}
	if !left {
		t.Error("the second ctrl+c did not leave")
	}
}

func TestASignalEndsWithItsOwnCode(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.send(signalReceived{143})
	if !d.quit || d.m.exit != 143 {
		t.Errorf("quit %v with %d", d.quit, d.m.exit)
	}
}

func TestALockHoldsBackEveryEdit(t *testing.T) {
	k := &fakeFiles{}
	o := opening(demonstration(), k)
	o.Source = scene.File
	d := drive(t, o, 120, 40)
	d.keys("L").shows("op slot (L)")
	if !k.remembered.Locked {
		t.Error("the lock is not remembered")
	}
	d.keys("n").shows("op slot. L haalt het van slot").hides("Nieuwe groep")
	d.keys("u").shows("op slot")
	d.keys("L", "n").typed("Kookclub").keys("enter").shows("Bewaard:")
}

func TestAFileForReadingIsNeverEdited(t *testing.T) {
	o := opening(demonstration(), &fakeFiles{})
	o.Source = scene.FileRead
	d := drive(t, o, 120, 40)
	d.shows("alleen lezen")
	d.keys("n").shows("alleen te lezen")
	d.keys("L").hides("op slot (L)")
}

func TestAnotherReferenceDateStandsOut(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("t", "end")
	for range 12 {
		d.keys("backspace")
	}
	d.typed("16-3-2026").keys("enter").shows("peildatum ma 16 maart 2026")
	d.keys("t", "end")
	for range 12 {
		d.keys("backspace")
	}
	d.typed("31-4-2026").keys("enter").shows("april 2026 heeft 30").keys("esc").shows("ma 16 maart 2026")
}

func TestLanguageAndThemeAreRemembered(t *testing.T) {
	k := &fakeFiles{}
	d := drive(t, opening(demonstration(), k), 120, 40)
	d.keys("ctrl+l").shows("Groups", "Mon 2 March 2026")
	d.keys("ctrl+t")
	if k.remembered.Language != words.English || k.remembered.Theme != theme.Dark {
		t.Errorf("remembered %+v", k.remembered)
	}
}

func TestThePaletteFindsAnActionByNameAndPressesItsKey(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys(":").typed("logboek").keys("enter")
	if d.m.active != scene.JournalScreen {
		t.Errorf("screen %d", d.m.active)
	}
	d.keys("ctrl+k").typed("peildatum").keys("enter").shows("Alles wordt op deze dag beoordeeld")
}

func TestAPasteOnTheScreenIsNoCommand(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	before := d.screen()
	d.send(tea.PasteMsg{Content: "nnnqqq"})
	if d.quit || d.screen() != before {
		t.Error("a paste did something")
	}
}

func TestTheFirstStartAsksOneThing(t *testing.T) {
	d := drive(t, opening(nil, &fakeFiles{}), 120, 40)
	d.shows("Zichtlijn").hides("2 Personen")
	d.send(scene.Refresh{})
	m, cmd := d.m.grant(scene.Start{How: scene.StartDemo}, nil)
	d.m = m
	d.run(cmd)
	d.shows("Stichting Hazelmeander", "demonstratie")
}

func TestAnImportOnTheFirstStartMakesTheFile(t *testing.T) {
	c := domain.AddGroup{Group: domain.Group{Name: "Uit een bestand"}}
	k := &fakeFiles{setup: does(c, "groepen: 1 nieuw")}
	d := drive(t, opening(nil, k), 120, 40)
	m, cmd := d.m.grant(scene.Start{How: scene.StartImport}, nil)
	d.m = m
	d.run(cmd)
	d.typed("een.json").keys("enter").shows("groepen: 1 nieuw")
	d.keys("enter").shows("Uit een bestand")
	if d.m.scene.Source != scene.File {
		t.Errorf("source %d", d.m.scene.Source)
	}
}

func TestTheMouseChoosesTabsRowsAndHints(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.send(tea.MouseClickMsg{X: 14, Y: 1, Button: tea.MouseLeft})
	if d.m.active != scene.PeopleScreen {
		t.Errorf("a click on the second tab opens screen %d", d.m.active)
	}
	d.keys("1")
	d.send(tea.MouseClickMsg{X: 5, Y: 5, Button: tea.MouseLeft})
	d.shows("Leden van Oudercafé")
	d.send(tea.MouseClickMsg{X: 2, Y: 39, Button: tea.MouseLeft})
	d.shows("tab andere stand") // the three settings
}

func TestInThePreviewNothingIsRemoved(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("tab", "tab", "tab", "down", "d").shows("Hier ziet u wat een ander ziet").hides("verwijderen")
	if len(d.m.dialogs) != 0 {
		t.Error("a dialog opened")
	}
}

func TestTheMarkInTheMembersPaneNeverPointsAtAnotherThanThePreview(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("down", "down") // Tomasz is not in Oudercafé
	d.shows("Zo ziet Tomasz Kowalczyk", "Leden van Oudercafé").hides("▸  Anouk Visser")
	d.keys("tab").shows("▸  Anouk Visser", "Zo ziet Anouk Visser")
}

func TestAnEmptyFileOffersOnlyWhatItCanDo(t *testing.T) {
	o := opening(&memory{}, &fakeFiles{})
	o.Source = scene.File
	d := drive(t, o, 120, 40)
	d.shows("n maakt er", "demonstratie bekijken").hides("z zichtbaarheid", "leden toevoegen")
	for _, key := range []string{"e", "d", "z", "a", "C"} {
		d.keys(key).shows("Er is nog geen groep")
	}
	d.keys("r").shows("Er is nog niemand")
	d.keys("ctrl+d").shows("Stichting Hazelmeander", "Dit is de demonstratie", "niets wordt bewaard")
}

func TestANoticeIsNeverCutOff(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 40, 10)
	d.m = d.m.say(scene.Fail, "failure.full", "zichtlijn.db")
	d.whole()
	for _, part := range []string{"is vol", "maak", "opnieuw"} {
		d.shows(part)
	}
}

func TestAnInventedAdministratorHasNoTilesAndTheScreenSaysWhy(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("[", "[", "[", "[")
	for range 6 {
		if personOf(t, d) == "een verzonnen beheerder" {
			d.shows("zit in geen groep", "regel G7")
			return
		}
		d.keys("[")
	}
	t.Errorf("no administrator is ever shown:\n%s", d.screen())
}

func TestAGroupWithoutTheViewerSaysSoAndOffersItsFirstMember(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	before := personOf(t, d)
	d.keys("down") // to Oudercafé
	d.shows(before+" is geen lid van", "m kijkt als").hides("Niets: wie in dezelfde groepen zit")
	d.keys("m")
	if personOf(t, d) == before {
		t.Fatal("m changes nothing")
	}
	d.hides("is geen lid van")
}

func TestEnteringAGroupLooksAsAMemberUnlessSomebodyIsHeld(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("down", "enter").hides("is geen lid van")
	d = drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("v").typed("noor").keys("enter", "down", "enter").shows("Zo ziet Noor Haddad", "Noor Haddad is geen lid van")
}

func TestASearchWithoutAHitLeavesTheViewerAndSaysWhereTheNameIs(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("enter")
	before := personOf(t, d)
	d.keys("/").typed("noor haddad")
	if after := personOf(t, d); after != before {
		t.Errorf("the search moved the viewer from %q to %q", before, after)
	}
	d.shows("Niets gevonden.", "In andere groepen:")
	d.keys("enter").shows("Zo ziet Noor Haddad", "Leden van").hides("Niets gevonden", "zoek:")
	d.keys("/").typed("zzz").shows("Niets gevonden.").hides("In andere groepen")
	d.whole()
}

func TestTheCaretOfTheFilterFollowsTheCursorAndALongSearchScrolls(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 100, 30)
	d.keys("/").typed("dag")
	_, at := d.m.picture()
	d.keys("left")
	if _, now := d.m.picture(); now.X != at.X-1 {
		t.Errorf("the caret is at %d after left, was at %d", now.X, at.X)
	}
	d.keys("right").typed("besteding op de dinsdagmiddag")
	d.shows("dinsdagmiddag ").whole()
	if _, now := d.m.picture(); now.X >= 27 {
		t.Errorf("the caret is at %d, outside its pane", now.X)
	}
	d.keys("home").shows("zoek: dagbesteding")
}

func TestTheDemonstrationForReadingShowsEverythingAndSavesNothing(t *testing.T) {
	o := opening(demonstration(), &fakeFiles{})
	o.Source = scene.DemoRead
	d := drive(t, o, 120, 40)
	d.shows("alleen lezen", "demonstratie")
	d.keys("z").keys("up", "enter")
	d.shows("De demonstratie is met --read-only geopend").hides("bestand is alleen te lezen")
	d.keys("esc", "esc", "L").shows("De demonstratie is met --read-only geopend").hides("op slot (L)")
}

func TestAt100ColumnsEveryTabHasItsNameAndEveryWordIsWhole(t *testing.T) {
	for _, l := range words.Languages() {
		o := opening(demonstration(), &fakeFiles{})
		o.Choices.Language = l
		d := drive(t, o, 100, 30)
		in := tell.In(l)
		for _, tab := range screens {
			d.shows(tab.key() + " " + in.Say(tab.label()))
		}
		d.shows("Kowalczyk").hides("COUN… ", "COU… ") // the role in the title of the preview
		d.keys("down", "down", "down", "enter")
		d.hides(in.Say("tile.message")[:5] + "…").whole()
		d.keys("4").shows("VV    Jan de Vr… (Vlierhof)…").hides("VV    VV")
	}
}

func TestAnEditThatTheDiskDoesNotConfirmIsShownAndNotAskedForAgain(t *testing.T) {
	store := demonstration()
	store.unsure = errors.New("disk")
	d := drive(t, opening(store, &fakeFiles{}), 120, 40)
	d.keys("n").typed("Kookclub").keys("enter")
	d.shows("Kookclub", "zichtlijn.db").hides("Nieuwe groep")
	if len(groupNames(store)) != 7 {
		t.Errorf("%q", groupNames(store))
	}
}
