package files

import (
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// stage looks at another day than today: files are named by today.
func stage(l words.Language, w, h int) scene.Scene {
	s := scenetest.At(domain.World{}, l, w, h)
	s.On += 100
	return s
}

// drive hands messages to a dialog and returns what the last one wished.
func drive(s scene.Scene, d scene.Dialog, messages ...any) (scene.Dialog, scene.Wish) {
	var wish scene.Wish
	for _, m := range messages {
		if name, ok := m.(string); ok {
			m = scenetest.Press(name)
		}
		d, wish = d.Update(s, m)
	}
	return d, wish
}

func text(s scene.Scene, d scene.Dialog) string {
	view, _ := d.View(s)
	return ansi.Strip(view)
}

func says(t *testing.T, s scene.Scene, d scene.Dialog, wants ...string) {
	t.Helper()
	scenetest.Says(t, text(s, d), wants...)
}

func TestFilesAreNamedByTheDayAndNothingElse(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	_, wish := drive(s, Export(s, About{}), "enter")
	if wish != scene.Wish(scene.Transfer{What: scene.Export, Path: "zichtlijn-2026-03-02.json"}) {
		t.Errorf("export wishes %#v", wish)
	}
	_, wish = drive(s, Backup(s), "enter")
	if wish != scene.Wish(scene.Transfer{What: scene.Backup, Path: "zichtlijn-2026-03-02.db"}) {
		t.Errorf("backup wishes %#v", wish)
	}
	d, wish := drive(s, Import(s), "enter")
	if wish != nil {
		t.Errorf("import wishes %#v", wish)
	}
	says(t, s, d, "Typ eerst een bestandsnaam.")
}

func TestAnExportSaysThatItHoldsCareData(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 10}} {
		s := stage(words.Dutch, size[0], size[1])
		says(t, s, Export(s, About{}), "zorggegevens")
		says(t, s, Backup(s), "zorggegevens")
	}
}

// Whose names go out stands in the title, also while a file of that name is asked about.
func TestAnExportSaysThatNamesAreInvented(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	there := scene.Transferred{Transfer: scene.Transfer{What: scene.Export}, Exists: true}
	for _, keys := range [][]any{{"ctrl+g"}, {"ctrl+g", "enter", there}} {
		d, _ := drive(s, Export(s, About{}), keys...)
		says(t, s, d, "Inrichting exporteren, met verzonnen namen")
	}
	if d, _ := drive(s, Export(s, About{}), "ctrl+g", "ctrl+g"); strings.Contains(text(s, d), "met verzonnen namen") {
		t.Error("the names are real again, and the title says otherwise")
	}
}

func TestAnExportOverwritesOnlyAfterASecondEnter(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	there := scene.Transferred{Transfer: scene.Transfer{What: scene.Export}, Exists: true}
	d, wish := drive(s, Export(s, About{}), "enter", there)
	if wish != nil {
		t.Fatalf("wish %#v", wish)
	}
	says(t, s, d, "‘zichtlijn-2026-03-02.json’ bestaat al. Overschrijven?")
	_, wish = drive(s, d, "enter")
	if wish != scene.Wish(scene.Transfer{What: scene.Export, Path: "zichtlijn-2026-03-02.json", Overwrite: true}) {
		t.Errorf("enter wishes %#v", wish)
	}
	d, wish = drive(s, d, "esc", "x", "enter")
	if wish != scene.Wish(scene.Transfer{What: scene.Export, Path: "x"}) {
		t.Errorf("after another name it wishes %#v, %s", wish, text(s, d))
	}
}

func TestABackupNeverOverwrites(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	d, _ := drive(s, Backup(s), "enter", scene.Transferred{Transfer: scene.Transfer{What: scene.Backup}, Exists: true})
	says(t, s, d, "een reservekopie overschrijft niets", "zichtlijn-2026-03-02.db")
	if _, wish := drive(s, d, "enter"); wish != scene.Wish(scene.Transfer{What: scene.Backup, Path: "zichtlijn-2026-03-02.db"}) {
		t.Errorf("enter wishes %#v", wish)
	}
}

func plan(p scene.Planned) scene.Transferred {
	return scene.Transferred{Transfer: scene.Transfer{What: scene.Import}, Planned: &p}
}

func TestAnImportIsFirstPlannedAndThenCarriedOut(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	d, wish := drive(s, Import(s), tea.PasteMsg{Content: " ~/opzet.json\n"}, "enter")
	if wish != scene.Wish(scene.Transfer{What: scene.Import, Path: "~/opzet.json"}) {
		t.Fatalf("enter wishes %#v", wish)
	}
	says(t, s, d, "bezig…")
	if _, wish := drive(s, d, "enter"); wish != nil {
		t.Errorf("while it is busy enter wishes %#v", wish)
	}
	if _, wish := drive(s, d, "esc"); wish != scene.Wish(scene.Stop{}) {
		t.Errorf("while it is busy esc wishes %#v", wish)
	}
	d, _ = drive(s, d, plan(scene.Planned{Counts: []string{"personen: 41 nieuw"}}))
	says(t, s, d, "personen: 41 nieuw", "Er is nog niets gewijzigd.", "ongedaan")
	_, wish = drive(s, d, "enter")
	if wish != scene.Wish(scene.Transfer{What: scene.Import, Path: "~/opzet.json", Apply: true}) {
		t.Errorf("enter wishes %#v", wish)
	}
}

func TestAnImportWithProblemsCannotBeCarriedOut(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	var problems []string
	for i := range 300 {
		problems = append(problems, "persons["+strconv.Itoa(i)+"].role (regel 17): ‘CLIENTX’ is geen rol.")
	}
	d, wish := drive(s, Import(s), "x", "enter", plan(scene.Planned{Problems: problems}), "enter")
	if wish != nil {
		t.Errorf("enter wishes %#v", wish)
	}
	says(t, s, d, "Importeren kan niet: 300 problemen", "Er is niets gewijzigd.", "persons[0]")
	d, _ = drive(s, d, "end")
	says(t, s, d, "persons[299]")
	d, _ = drive(s, d, "esc")
	if got := d.(transfer); got.step != naming || got.typed() != "x" {
		t.Error("esc does not go back to the path that was typed")
	}
}

// planOf answers the wish for a plan of a table.
func planOf(how scene.Take, p scene.Planned) scene.Transferred {
	p.Table = &scene.PlannedTable{}
	return scene.Transferred{Transfer: scene.Transfer{What: scene.Import, Take: how}, Planned: &p}
}

func TestWhoHasTheNameOfAnotherIsSaidInThePlan(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	asks := planOf(scene.TakeIn, scene.Planned{Alike: true, Problems: []string{"Rij 2: er is al iemand met deze naam."}})
	d, wish := drive(s, Import(s), "x", "enter", asks, "n")
	if wish != scene.Wish(scene.Transfer{What: scene.Import, Path: "x", Again: true, SameName: scene.SameNameOne}) {
		t.Fatalf("n wishes %#v", wish)
	}
	d, _ = drive(s, d, planOf(scene.TakeIn, scene.Planned{Alike: true, Counts: []string{"1 persoon"}}))
	says(t, s, d, "Wie dezelfde naam heeft als iemand die er al is: is dezelfde", "zelfde naam: is een ander")
	if _, wish = drive(s, d, "m"); wish != scene.Wish(scene.Transfer{What: scene.Import, Path: "x", Again: true, Take: scene.TakeMatch, SameName: scene.SameNameOne}) {
		t.Errorf("matching forgets the answer: %#v", wish)
	}
}

func TestATableCanBeMatchedAndTakenInAgain(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	d, wish := drive(s, Import(s), "x", "enter", planOf(scene.TakeIn, scene.Planned{}), "m")
	if wish != scene.Wish(scene.Transfer{What: scene.Import, Path: "x", Again: true, Take: scene.TakeMatch}) {
		t.Fatalf("m wishes %#v", wish)
	}
	says(t, s, d, "Bezig met nagaan")
	d, _ = drive(s, d, planOf(scene.TakeMatch, scene.Planned{Ends: []string{"Eindigt: Sem Bakker."}}))
	says(t, s, d, "Gelijkmaken: wat niet in de tabellen staat, eindigt.", "Eindigt: Sem Bakker.", "m aanvullen")
	if _, wish := drive(s, d, "m"); wish != scene.Wish(scene.Transfer{What: scene.Import, Path: "x", Again: true}) {
		t.Errorf("m again wishes %#v", wish)
	}
}

func TestAFileWithoutTablesIsNotMatched(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	d, wish := drive(s, Import(s), "x", "enter", plan(scene.Planned{}), "m")
	if wish != nil || strings.Contains(text(s, d), "gelijkmaken") {
		t.Errorf("m wishes %#v:\n%s", wish, text(s, d))
	}
}

func TestRowsWithProblemsCanBeSetAside(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	d, _ := drive(s, Import(s), "x", "enter", planOf(scene.TakeIn, scene.Planned{Problems: []string{"FOUT rij 2"}}))
	says(t, s, d, "r rijen apart", "m gelijkmaken")
	d, wish := drive(s, d, "r")
	if wish != scene.Wish(scene.Transfer{What: scene.Import, Path: "x", Again: true, Take: scene.TakeAside}) {
		t.Fatalf("r wishes %#v", wish)
	}
	d, _ = drive(s, d, planOf(scene.TakeAside, scene.Planned{Aside: []string{"FOUT rij 2"}}))
	says(t, s, d, "1 rij wordt apart gezet: enter schrijft die", "FOUT rij 2", "r alles lezen")
	if strings.Contains(text(s, d), "is in orde") {
		t.Errorf("a file with a bad row is in order:\n%s", text(s, d))
	}
	if _, wish := drive(s, d, "enter"); wish != scene.Wish(scene.Transfer{What: scene.Import, Path: "x", Apply: true}) {
		t.Errorf("enter wishes %#v", wish)
	}
	only, wish := drive(s, d, "r", planOf(scene.TakeAside, scene.Planned{Nothing: true, Aside: []string{"FOUT rij 2"}}), "enter")
	says(t, s, only, "er wordt niets apart gezet")
	if wish != scene.Wish(scene.Close{}) {
		t.Errorf("where nothing is left enter wishes %#v", wish)
	}
}

func TestMatchingAndSettingAsideDoNotGoTogether(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	for key, how := range map[string]scene.Take{"m": scene.TakeAside, "r": scene.TakeMatch} {
		d, wish := drive(s, Import(s), "x", "enter", planOf(how, scene.Planned{}), key)
		if said, is := wish.(scene.Say); !is || !strings.HasPrefix(said.Words, "Gelijkmaken en rijen apart zetten gaan niet samen") || d.(transfer).step != planned {
			t.Errorf("%s wishes %#v", key, wish)
		}
	}
}

func TestWhatEndsMuchTakesAReasonAndMoreTheExactNumber(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	much := func(number int) any {
		return planOf(scene.TakeMatch, scene.Planned{Much: &scene.Much{Words: "Dit beëindigt 2 personen van 9.", Number: number}})
	}
	apply := scene.Wish(scene.Transfer{What: scene.Import, Path: "x", Apply: true, Reason: "op"})
	for _, c := range []struct {
		number int
		keys   []any
		says   string
		wish   scene.Wish
	}{
		{0, []any{"enter"}, "Zeg waarom: dit beëindigt veel.", nil},
		{0, []any{"o", "p", "enter"}, "", apply},
		{12, []any{"1", "tab", "o", "p", "enter"}, "Zoveel eindigen er niet", nil},
		{12, []any{"1", "2", "enter"}, "Zeg waarom: dit beëindigt veel.", nil},
		{12, []any{"1", "2", "tab", "o", "p", "enter"}, "", apply},
	} {
		d, wish := drive(s, Import(s), "x", "enter", much(c.number), "enter")
		if wish != nil {
			t.Fatalf("unasked it wishes %#v", wish)
		}
		says(t, s, d, "Dit beëindigt 2 personen van 9.")
		d, wish = drive(s, d, c.keys...)
		if says(t, s, d, c.says); wish != c.wish {
			t.Errorf("%d, %v wishes %#v", c.number, c.keys, wish)
		}
	}
	d, _ := drive(s, Import(s), "x", "enter", much(12), "enter", "esc")
	says(t, s, d, "Gelijkmaken")
}

func TestAnImportThatChangesNothingSaysSo(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	d, wish := drive(s, Import(s), "x", "enter", plan(scene.Planned{Nothing: true}), "enter")
	says(t, s, d, "er is niets te importeren")
	if wish != scene.Wish(scene.Close{}) {
		t.Errorf("enter wishes %#v", wish)
	}
}

func TestAnExportThatTakesLongSaysSoAndCanBeStopped(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	d, _ := drive(s, Export(s, About{}), "enter")
	says(t, s, d, "Bezig met schrijven…")
	if _, wish := drive(s, d, "esc"); wish != scene.Wish(scene.Stop{}) {
		t.Errorf("esc wishes %#v", wish)
	}
}

func TestAFailureKeepsThePath(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	d, wish := drive(s, Import(s), "x", "enter", scene.Transferred{Transfer: scene.Transfer{What: scene.Import}, Failure: "Het bestand is er niet; kies een ander."})
	says(t, s, d, "Het bestand is er niet; kies een ander.")
	if wish != nil || d.(transfer).typed() != "x" {
		t.Errorf("wish %#v, path %q", wish, d.(transfer).typed())
	}
}

func TestAPathIsCompleted(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	d, wish := drive(s, Import(s), "a", "tab")
	if wish != scene.Wish(scene.Complete{Path: "a"}) {
		t.Fatalf("tab wishes %#v", wish)
	}
	one, _ := drive(s, d, scene.Completions{Path: "a", Found: []string{"appels.json"}})
	if got := one.(transfer).typed(); got != "appels.json" {
		t.Errorf("the only one gives %q", got)
	}
	several, _ := drive(s, d, scene.Completions{Path: "a", Found: []string{"añjo/", "añjer.json"}})
	if got := several.(transfer).typed(); got != "añj" {
		t.Errorf("several give %q", got)
	}
	says(t, s, several, "añjo/", "añjer.json")
	took, wish := drive(s, several, "down", "enter")
	if took.(transfer).typed() != "añjo/" || wish != scene.Wish(scene.Complete{Path: "añjo/"}) {
		t.Errorf("choosing a folder gives %q and wishes %#v", took.(transfer).typed(), wish)
	}
	late, _ := drive(s, d, "b", scene.Completions{Path: "a", Found: []string{"appels.json"}})
	if got := late.(transfer).typed(); got != "ab" {
		t.Errorf("an answer that comes late changes what was typed to %q", got)
	}
	none, _ := drive(s, d, scene.Completions{Path: "a"})
	says(t, s, none, "Niets gevonden.")
}

func TestAClickTakesAnOffer(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	d, _ := drive(s, Import(s), scene.Completions{Found: []string{"appel.json", "beer.json"}})
	for y, line := range strings.Split(text(s, d), "\n") {
		if strings.Contains(line, "beer.json") {
			d, _ = drive(s, d, scene.Clicked{X: 6, Y: y})
		}
	}
	if got := d.(transfer).typed(); got != "beer.json" {
		t.Errorf("the click gives %q", got)
	}
}

func TestWhatWasTypedIsAskedForBeforeItIsLost(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	if _, wish := drive(s, Export(s, About{}), "esc"); wish != scene.Wish(scene.Close{}) {
		t.Errorf("with nothing typed esc wishes %#v", wish)
	}
	d, wish := drive(s, Export(s, About{}), "x", "esc")
	if wish != nil {
		t.Errorf("esc wishes %#v", wish)
	}
	says(t, s, d, "Weggooien wat u typte?")
	if _, wish := drive(s, d, "enter"); wish != scene.Wish(scene.Close{}) {
		t.Errorf("enter wishes %#v", wish)
	}
	if back, _ := drive(s, d, "esc", "y"); !strings.HasSuffix(back.(transfer).typed(), "xy") {
		t.Error("esc again does not go on typing")
	}
}

func TestThatTheFileIsGoneCanBeReadToTheEndInASmallWindow(t *testing.T) {
	s := stage(words.Dutch, 40, 10)
	var d scene.Dialog = Displaced{}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Terwijl Zichtlijn liep", "verder lezen")
	d, _ = drive(s, d, "pgdown", "pgdown", "pgdown")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "andere plaats.")
	d, _ = drive(s, d, "pgup", "pgup", "pgup")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Terwijl Zichtlijn liep")
	if wide := scenetest.Dialog(t, stage(words.Dutch, 120, 40), d); strings.Contains(wide, "verder lezen") {
		t.Errorf("where all of it fits there is more to read:\n%s", wide)
	}
}

func TestADialogFitsEveryWindow(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {41, 12}, {79, 23}, {120, 40}} {
		s := stage(words.Dutch, size[0], size[1])
		long := strings.Repeat("lange-náám-長/", 30)
		for _, open := range []func(scene.Scene) scene.Dialog{Import, func(s scene.Scene) scene.Dialog { return Export(s, About{}) }, Backup} {
			d := open(s)
			for _, m := range []any{tea.PasteMsg{Content: long}, scene.Completions{Path: d.(transfer).opened + long, Found: []string{long + "a", long + "b"}}, "down", "esc", "esc", "esc", "enter", plan(scene.Planned{Problems: []string{long, long}})} {
				d, _ = drive(s, d, m)
				scenetest.Dialog(t, s, d)
			}
		}
	}
}

func TestHowTheDialogsLook(t *testing.T) {
	for _, c := range []struct {
		name string
		l    words.Language
		w, h int
	}{{"nl-120x40", words.Dutch, 120, 40}, {"nl-80x24", words.Dutch, 80, 24}, {"en-80x24", words.English, 80, 24}, {"nl-40x10", words.Dutch, 40, 10}} {
		t.Run(c.name, func(t *testing.T) {
			s := stage(c.l, c.w, c.h)
			ready, _ := drive(s, Import(s), "x", "enter", plan(scene.Planned{Counts: []string{"personen: 41 nieuw", "groepen: 6 nieuw"}}))
			masked, _ := drive(s, Export(s, About{}), "ctrl+g")
			reads, _ := drive(s, Import(s), "x", "enter", scene.Underway{Percent: 42})
			matched, _ := drive(s, Import(s), "x", "enter", planOf(scene.TakeMatch, scene.Planned{Ends: []string{"Eindigt: Sem Bakker."}, Much: &scene.Much{Words: "Dit beëindigt 1 persoon van 2.", Number: 1}}))
			asks, _ := drive(s, matched, "enter", "enter")
			aside, _ := drive(s, Import(s), "x", "enter", planOf(scene.TakeAside, scene.Planned{Counts: []string{"personen: 41 nieuw"}, Aside: []string{"FOUT  rij 2"}}))
			golden.RequireEqual(t, []byte(strings.Join([]string{text(s, Export(s, About{})), text(s, masked), text(s, Backup(s)), text(s, Import(s)), text(s, ready), text(s, reads), text(s, matched), text(s, asks), text(s, aside)}, "\n")+"\n"))
		})
	}
}

func TestTypingReplacesTheProposedNameAndTheCursorKeepsIt(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	for _, c := range []struct {
		keys []any
		want string
	}{
		{[]any{"k", "enter"}, "k"},
		{[]any{tea.PasteMsg{Content: "/mnt/stick/kopie.db"}, "enter"}, "/mnt/stick/kopie.db"},
		{[]any{"end", "x", "enter"}, "zichtlijn-2026-03-02.dbx"},
		{[]any{"backspace", "backspace", "d", "b", "enter"}, "zichtlijn-2026-03-02.db"},
	} {
		if _, wish := drive(s, Backup(s), c.keys...); wish != scene.Wish(scene.Transfer{What: scene.Backup, Path: c.want}) {
			t.Errorf("%v wishes %#v", c.keys, wish)
		}
	}
}

func TestAPathThatDoesNotFitIsSaid(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	d, _ := drive(s, Import(s), tea.PasteMsg{Content: strings.Repeat("x", pathLimit+1)})
	says(t, s, d, "Geplakt: de eerste 4.096 tekens; de rest past niet.")
}

func TestATableGoesWhereOneSaysAndOverwritesOnASecondEnterOnly(t *testing.T) {
	s := scenetest.At(domain.World{}, words.Dutch, 80, 24)
	table := &scene.Table{}
	d, wish := drive(s, Spreadsheet(s, scene.Write{Name: "zichtmatrix-G5-2026-03-02.csv", Table: table}), "enter")
	want := scene.Transfer{What: scene.Spreadsheet, Path: "zichtmatrix-G5-2026-03-02.csv", Table: table}
	if wish != scene.Wish(want) {
		t.Fatalf("wished %#v", wish)
	}
	d, _ = drive(s, d, scene.Transferred{Transfer: want, Exists: true})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "bestaat al. Overschrijven?")
	want.Overwrite = true
	if _, wish = drive(s, d, "enter"); wish != scene.Wish(want) {
		t.Errorf("wished %#v", wish)
	}
}

// Beside the set-up what one looks at can be exported: the name of its file says no name, and
// a name that was typed stays.
func TestPicturesAndPagesAreExportedToo(t *testing.T) {
	s := stage(words.Dutch, 100, 30)
	d, _ := drive(s, Export(s, About{Group: "Oudercafé", Person: "Petra Bakker"}), "ctrl+o")
	says(t, s, d, "Afbeelding: Oudercafé in de drie standen", "standen-", ".svg")
	d, _ = drive(s, d, "ctrl+o", "ctrl+o")
	says(t, s, d, "Pagina voor Petra Bakker", "wat-ik-zie-", "alleen op wat deze persoon zelf")
	if strings.Contains(d.(transfer).typed(), "etra") {
		t.Errorf("the file is called %s", d.(transfer).typed())
	}
	_, wish := drive(s, d, "enter")
	if got, ok := wish.(scene.Transfer); !ok || got.Of != scene.PersonPage || got.What != scene.Export {
		t.Errorf("it wishes %#v", wish)
	}
	d, _ = drive(s, d, "x", "ctrl+o")
	if got := d.(transfer); got.of != scene.GroupPage || got.typed() != "x" {
		t.Errorf("%q is exported as %d", got.typed(), got.of)
	}
	if d, _ = drive(s, Export(s, About{}), "ctrl+o"); d.(transfer).of != scene.SetupExport {
		t.Error("something is exported about nobody")
	}
}
