package disk_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/store/whole"
	"zichtlijn/ui"
	"zichtlijn/ui/disk"
	"zichtlijn/ui/prefs"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

func newFiles(t *testing.T) (disk.Files, string) {
	t.Helper()
	dir := t.TempDir()
	return disk.Files{
		File: filepath.Join(dir, "own", "zichtlijn.db"), Settings: filepath.Join(dir, "settings", "settings.json"), Home: dir,
		Options: store.Options{Now: time.Now, Owner: "lotte", PID: os.Getpid()}, Zone: time.UTC,
	}, dir
}

func TestAnExportReadBackChangesNothing(t *testing.T) {
	d, dir := newFiles(t)
	demo, _, err := d.Demo()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = demo.Close() })
	path := filepath.Join(dir, "uit.json")
	if _, exists, err := d.WriteSetup(ui.Export{World: demo.World(), Path: path, Overwrite: false}); exists || err != nil {
		t.Fatalf("exists %v, %v", exists, err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info, err)
	}
	setup, err := d.ReadSetup("~/uit.json", nil)
	if err != nil {
		t.Fatal(err)
	}
	plan := setup.Plan(ui.Planning{World: demo.World(), Words: tell.In(words.Dutch)})
	if !plan.Nothing || len(plan.Problems) > 0 || len(plan.Counts) == 0 {
		t.Errorf("planned %+v", plan)
	}
	if plan := setup.Plan(ui.Planning{Words: tell.In(words.Dutch)}); plan.Nothing || !strings.Contains(strings.Join(plan.Counts, "\n"), "41") {
		t.Errorf("into an empty file: %+v", plan)
	}
}

// The end of the name chooses the form, and what went out is told without its place.
func TestTheNameChoosesTheFormAndInventedNamesAreInvented(t *testing.T) {
	d, dir := newFiles(t)
	d.Options.Random = rand.Reader
	demo, _, err := d.Demo()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = demo.Close() })
	what, _, err := d.WriteSetup(ui.Export{World: demo.World(), Path: filepath.Join(dir, "uit.xlsx"), Words: tell.In(words.Dutch)})
	if err != nil || what.Form != "xlsx" || what.To != domain.ToFile || what.Pseudonymised || what.Counts[domain.PersonNoun] != 41 {
		t.Errorf("%+v, %v", what, err)
	}
	path := filepath.Join(dir, "uit.json")
	if what, _, err = d.WriteSetup(ui.Export{World: demo.World(), Path: path, Words: tell.In(words.Dutch), Masked: true}); err != nil || !what.Pseudonymised {
		t.Errorf("%+v, %v", what, err)
	}
	if b, _ := os.ReadFile(path); strings.Contains(string(b), "Haddad") || !strings.Contains(string(b), `"pseudonymised": true`) {
		t.Error("the names are real")
	}
}

// A name that promises a table or a page for print gets no file of another form.
func TestANameThatPromisesAnotherFormIsRefused(t *testing.T) {
	d, dir := newFiles(t)
	path := filepath.Join(dir, "uit.PDF")
	_, _, err := d.WriteSetup(ui.Export{Path: path, Words: tell.In(words.Dutch)})
	if err == nil {
		t.Fatal("it is written")
	}
	if said := d.Explain(tell.In(words.Dutch), domain.World{}, err); !strings.HasPrefix(said, "Een bestand dat op .pdf eindigt schrijft Zichtlijn niet; kies .json") {
		t.Errorf("said %q", said)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("there is a file all the same")
	}
}

func TestNothingIsOverwrittenUnasked(t *testing.T) {
	d, dir := newFiles(t)
	path := filepath.Join(dir, "uit.json")
	if err := os.WriteFile(path, []byte("van een ander"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, exists, err := d.WriteSetup(ui.Export{World: domain.World{}, Path: path, Overwrite: false}); !exists || err != nil {
		t.Errorf("exists %v, %v", exists, err)
	}
	if kept, _ := os.ReadFile(path); string(kept) != "van een ander" {
		t.Errorf("the file is now %q", kept)
	}
	if _, exists, err := d.WriteSetup(ui.Export{World: domain.World{}, Path: path, Overwrite: true}); exists || err != nil {
		t.Errorf("asked for: exists %v, %v", exists, err)
	}
}

func TestEveryErrorNamesTheFileItIsAbout(t *testing.T) {
	d, dir := newFiles(t)
	words := tell.In(words.Dutch)
	absent := filepath.Join(dir, "weg", "inrichting.json")
	_, reading := d.ReadSetup(absent, nil)
	_, _, writing := d.WriteSetup(ui.Export{Path: absent})
	for what, err := range map[string]error{"reading": reading, "writing": writing} {
		if err == nil {
			t.Fatalf("%s: no error", what)
		}
		if got := d.Explain(words, domain.World{}, err); !strings.Contains(got, "inrichting.json") || strings.Contains(got, "no such file") {
			t.Errorf("%s: %q", what, got)
		}
	}
	if got := d.Explain(words, domain.World{}, store.ErrFull); !strings.Contains(got, "zichtlijn.db") {
		t.Errorf("an edit on a full disk: %q", got)
	}
	if got := d.Explain(words, domain.World{}, domain.Refusal{Code: domain.NothingToUndo}); got != "Er is niets om ongedaan te maken." {
		t.Errorf("a refusal: %q", got)
	}
}

// failing is a store whose copies fail.
type failing struct {
	ui.Store
	with error
}

func (s failing) Backup(string) error { return s.with }

func TestABackupThatFailsIsExplainedByTheCopyUnlessTheOpenFileIsWhatFailed(t *testing.T) {
	d, dir := newFiles(t)
	at := filepath.Join(dir, "kopie.db")
	for with, named := range map[error]string{
		&whole.UnconfirmedError{}: "kopie.db", store.ErrExists: "kopie.db", store.ErrFull: "kopie.db", os.ErrNotExist: "kopie.db",
		store.ErrNotOurs: "zichtlijn.db", store.ErrStopped: "zichtlijn.db",
	} {
		said := d.Explain(tell.In(words.Dutch), domain.World{}, d.Backup(failing{with: with}, at))
		if other := strings.Replace("kopie.db zichtlijn.db", named, "", 1); !strings.Contains(said, named) || strings.Contains(said, strings.TrimSpace(other)) {
			t.Errorf("%v: %s", with, said)
		}
	}
}

func TestABackupGoesWhereItsNameSaysAndOfTheDemonstrationToo(t *testing.T) {
	d, dir := newFiles(t)
	open, _, err := d.Demo()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = open.Close() })
	if err := d.Backup(open, "~/kopie.db"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "kopie.db")); err != nil {
		t.Error(err)
	}
	err = d.Backup(open, "~/kopie.db")
	if said := d.Explain(tell.In(words.Dutch), domain.World{}, err); !strings.Contains(said, "kopie.db") {
		t.Errorf("a second time: %v, %s", err, said)
	}
}

func TestTheUsersOwnFileIsMadeOnce(t *testing.T) {
	d, _ := newFiles(t)
	own, err := d.Create()
	if err != nil {
		t.Fatal(err)
	}
	if d.CopyError(own) != nil {
		t.Error("a new file has trouble with its copy")
	}
	if err := own.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Create(); !errors.Is(err, store.ErrExists) {
		t.Errorf("a second time: %v", err)
	}
}

func TestAPathIsCompletedByNameAndHidesHiddenFiles(t *testing.T) {
	d, dir := newFiles(t)
	for _, name := range []string{"b.json", "a.json", ".geheim"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "map"), 0o700); err != nil {
		t.Fatal(err)
	}
	sep := string(filepath.Separator)
	if got, want := d.Complete("~"+sep), []string{"~" + sep + "a.json", "~" + sep + "b.json", "~" + sep + "map" + sep}; !slices.Equal(got, want) {
		t.Errorf("completions %q, want %q", got, want)
	}
	if got := d.Complete(dir + sep + ".g"); len(got) != 1 {
		t.Errorf("asked for by name: %q", got)
	}
	if got := d.Complete(filepath.Join(dir, "weg") + sep); got != nil {
		t.Errorf("of a folder that is not there: %q", got)
	}
}

func TestWhatTheUserChoseIsRemembered(t *testing.T) {
	d, _ := newFiles(t)
	d.SaveChoices(ui.Choices{Language: words.English, Theme: theme.Light, Locked: true})
	want := prefs.Preferences{Language: words.English, LanguageChosen: true, Theme: theme.Light, Locked: true}
	if got := prefs.Load(d.Settings); !reflect.DeepEqual(got, want) {
		t.Errorf("remembered %+v, want %+v", got, want)
	}
	disk.Files{}.SaveChoices(ui.Choices{}) // nowhere to keep it: no harm
}

func TestATableIsForTheOwnersEyesAndOverwritesNothingUnasked(t *testing.T) {
	d, dir := newFiles(t)
	path := filepath.Join(dir, "matrix.csv")
	rows := slices.Values([][]string{{"kijker", "=1+1"}})
	if exists, err := d.WriteTable(rows, "~/matrix.csv", false, nil); exists || err != nil {
		t.Fatalf("exists %v, %v", exists, err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info, err)
	}
	if got, _ := os.ReadFile(path); string(got) != "\uFEFFkijker;'=1+1\r\n" {
		t.Errorf("wrote %q", got)
	}
	if exists, err := d.WriteTable(slices.Values([][]string{{"anders"}}), path, false, nil); !exists || err != nil {
		t.Errorf("a second time: exists %v, %v", exists, err)
	}
	if exists, err := d.WriteTable(slices.Values([][]string{{"anders"}}), path, true, nil); exists || err != nil {
		t.Errorf("asked for: exists %v, %v", exists, err)
	}
	if got, _ := os.ReadFile(path); string(got) != "\uFEFFanders\r\n" {
		t.Errorf("wrote %q", got)
	}
	if _, err := d.WriteTable(rows, filepath.Join(dir, "weg", "matrix.csv"), false, nil); err == nil || !strings.Contains(d.Explain(tell.In(words.Dutch), domain.World{}, err), "matrix.csv") {
		t.Errorf("into a folder that is not there: %v", err)
	}
}

func TestTheDemonstrationOpensForReadingAndItsErrorsNameNoFileOfTheUser(t *testing.T) {
	d, _ := newFiles(t)
	d.Options.ReadOnly = true
	open, source, err := d.Demo()
	if err != nil || source != scene.DemoRead || open.World().Count(domain.PersonNoun) == 0 {
		t.Fatalf("%v, %v", source, err)
	}
	if err := open.Close(); err != nil {
		t.Fatal(err)
	}
	_, _, err = open.Undo(domain.By{}, domain.Unchecked)
	if said := d.Explain(tell.In(words.Dutch), domain.World{}, err); err == nil || strings.Contains(said, d.File) || !strings.Contains(said, "demonstratie") {
		t.Errorf("%v: %s", err, said)
	}
}

// What a column may hold is offered in the language of the screen, and taken in it.
func TestHeadsOfColumnsAreInTheLanguageOfTheScreen(t *testing.T) {
	d, _ := newFiles(t)
	for l, want := range map[words.Language][]string{words.Dutch: {"naam", "nummer"}, words.English: {"name", "number"}} {
		setup, err := d.ReadPasted("Anna de Bos\t12\nJo Bos\t13\n", scene.ImportHow{Role: domain.Client, Columns: want}, nil)
		if err != nil {
			t.Fatal(err)
		}
		plan := setup.Plan(ui.Planning{Words: tell.In(l)})
		var got []string
		for _, c := range plan.Table.Columns {
			got = append(got, c.As)
		}
		if !slices.Equal(got, want) || !slices.Contains(plan.Table.Could, want[1]) || len(plan.Problems) > 0 {
			t.Errorf("%s: understood %q of %q, problems %q", l, got, plan.Table.Could, plan.Problems)
		}
	}
}

// A table that lacks half of the people ends them when it is matched: by name, and not
// without more ado. What the plan names is what is done.
func TestAMatchedTableNamesWhatItEnds(t *testing.T) {
	d, dir := newFiles(t)
	path := func(at int) string { return filepath.Join(dir, strconv.Itoa(at)+".csv") }
	for at, rows := range []string{"12;cliënt;Anna;Bos\n13;cliënt;Sem;Bakker\n", "12;cliënt;Anna;Bos\n"} {
		if err := os.WriteFile(path(at), []byte("nummer;rol;voornaam;achternaam\n"+rows), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read := func(at int, in ui.Planning) ui.Plan {
		setup, err := d.ReadSetup(path(at), nil)
		if err != nil {
			t.Fatal(err)
		}
		in.Words, in.On = tell.In(words.Dutch), 20000
		return setup.Plan(in)
	}
	both, err := read(0, ui.Planning{}).Command.Plan(domain.World{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := domain.World{}.With(both...)
	if err != nil {
		t.Fatal(err)
	}
	if plan := read(1, ui.Planning{World: w}); !plan.Nothing || len(plan.Ends) > 0 || plan.Table == nil {
		t.Errorf("taken in: %+v", plan)
	}
	plan := read(1, ui.Planning{World: w, Take: scene.TakeMatch})
	if len(plan.Ends) != 1 || !strings.HasPrefix(plan.Ends[0], "Eindigt: Sem Bakker") || plan.Much == nil || plan.Much.Number != 1 {
		t.Errorf("matched: %+v, %+v", plan, plan.Much)
	}
	if changes, err := plan.Command.Plan(domain.World{}); err != nil || len(changes) != 1 {
		t.Errorf("it makes %d changes, %v", len(changes), err)
	}
}

// A cell with a problem stands in its row, and is read as it was corrected.
func TestACellOfPastedRowsIsCorrected(t *testing.T) {
	d, _ := newFiles(t)
	how := scene.ImportHow{Role: domain.Client}
	read := func(how scene.ImportHow) scene.PlannedTable {
		setup, err := d.ReadPasted("naam\trol\tgeboortedatum\nAnna Bos\tbegelijder\n\"Jo \"\"J\"\" Vos\"\tcliënt\t31-2-2019\n", how, nil)
		if err != nil {
			t.Fatal(err)
		}
		return *setup.Plan(ui.Planning{Words: tell.In(words.Dutch)}).Table
	}
	role, birth := scene.CellAt{Row: 2, Column: 2}, scene.CellAt{Row: 3, Column: 3}
	first := read(how)
	if len(first.Problems) != 2 || len(first.Problems[role]) != 1 || len(first.Problems[birth]) != 1 || first.HeadRow != 1 || first.Role != "rol" {
		t.Fatalf("it is %+v", first)
	}
	if number, texts := first.Row(1); first.Len != 2 || number != 3 || !slices.Equal(texts, []string{`Jo "J" Vos`, "cliënt", "31-2-2019"}) {
		t.Errorf("row %d of %d is %q", number, first.Len, texts)
	}
	how.Cells = map[scene.CellAt]string{role: "begeleider"}
	if second := read(how); len(second.Problems) != 1 || len(second.Problems[birth]) != 1 {
		t.Fatalf("left are %v", second.Problems)
	}
	how.Without = map[int]bool{birth.Row: true}
	if third := read(how); len(third.Problems) != 0 || third.Len != 2 {
		t.Errorf("without row 3 wrong: %v", third.Problems)
	}
	how.Without, how.Cells[birth] = nil, "28-2-2019"
	how.Cells[scene.CellAt{Row: 2, Column: 3}] = "1-3-2018" // a cell that the row did not have
	if last := read(how); len(last.Problems) > 0 {
		t.Errorf("wrong still: %v", last.Problems)
	}
}

// The words for roles that the screen offers are read as those roles, also in a column that
// no row had.
func TestTheRolesOfPastedRowsAreReadAsTheScreenWritesThem(t *testing.T) {
	d, _ := newFiles(t)
	for _, l := range words.Languages() {
		for _, role := range domain.Roles() {
			said := tell.In(l)
			how := scene.ImportHow{Role: domain.External, Columns: []string{"naam", "rol"}, Cells: map[scene.CellAt]string{{Row: 1, Column: 2}: said.RoleWord(role)}}
			setup, err := d.ReadPasted("Anna Bos\nJo Vos\n", how, nil)
			if err != nil {
				t.Fatal(err)
			}
			plan := setup.Plan(ui.Planning{Words: said})
			if len(plan.Problems) > 0 {
				t.Errorf("%s %q: %q", l, said.RoleWord(role), plan.Problems)
				continue
			}
			changes, err := plan.Command.Plan(domain.World{})
			if err != nil || len(changes) != 2 || changes[0].Person.After.Role != role || changes[1].Person.After.Role != domain.External {
				t.Errorf("%s %q: %v, %v", l, said.RoleWord(role), changes, err)
			}
		}
	}
}

// Who has the name of somebody who is there is asked, and read as it was answered.
func TestAnImportedNameThatSomebodyHasIsAnsweredOnTheScreen(t *testing.T) {
	d, dir := newFiles(t)
	path := filepath.Join(dir, "lijst.csv")
	if err := os.WriteFile(path, []byte("naam;rol\nAnna Bos;cliënt\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	setup, err := d.ReadSetup(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	in := ui.Planning{Words: tell.In(words.Dutch)}
	made, err := setup.Plan(in).Command.Plan(domain.World{})
	if err != nil {
		t.Fatal(err)
	}
	if in.World, err = (domain.World{}).With(made...); err != nil {
		t.Fatal(err)
	}
	for answer, people := range map[scene.SameName]int{scene.SameNameAsk: -1, scene.SameNameOne: 0, scene.SameNameSeparate: 1} {
		in.SameName = answer
		plan := setup.Plan(in)
		changes, _ := plan.Command.Plan(in.World)
		if !plan.Alike || (people < 0) != (len(plan.Problems) > 0) || len(changes) != max(people, 0) {
			t.Errorf("%d: %+v, %d changes", answer, plan.Planned, len(changes))
		}
	}
}

// Bad rows go to a file beside the source that can be corrected and read again; a file of
// that name stays as it is.
func TestRowsThatAreSetAsideStandBesideTheirSource(t *testing.T) {
	d, dir := newFiles(t)
	source := filepath.Join(dir, "lijst.csv")
	for path, content := range map[string]string{
		source: "nummer;rol;voornaam;achternaam\n12;begelijder;Anna;Bos\n13;cliënt;Sem;Bakker\n",
		filepath.Join(dir, "lijst-afgekeurd.csv"): "van iemand",
	} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	setup, err := d.ReadSetup(source, nil)
	if err != nil {
		t.Fatal(err)
	}
	in := ui.Planning{Words: tell.In(words.Dutch), On: 20000}
	if plan := setup.Plan(in); len(plan.Problems) != 1 || plan.SetAside != nil {
		t.Errorf("taken in: %+v", plan)
	}
	in.Take = scene.TakeAside
	plan := setup.Plan(in)
	if len(plan.Problems) > 0 || len(plan.Aside) != 1 || plan.Nothing {
		t.Fatalf("set aside: %+v", plan)
	}
	for range 2 { // asked twice it is written once
		if path, err := plan.SetAside(); err != nil || path != filepath.Join(dir, "lijst-afgekeurd-2.csv") {
			t.Fatalf("%s, %v", path, err)
		}
	}
	path := filepath.Join(dir, "lijst-afgekeurd-2.csv")
	written, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(written), "12;begelijder;Anna;Bos;rol;W-ROL;") || strings.Contains(string(written), "Sem") {
		t.Errorf("%s, %v", written, err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info, err)
	}
	if kept, _ := os.ReadFile(filepath.Join(dir, "lijst-afgekeurd.csv")); string(kept) != "van iemand" {
		t.Errorf("it holds %q", kept)
	}
	if changes, err := plan.Command.Plan(domain.World{}); err != nil || len(changes) != 1 {
		t.Errorf("the rest makes %d changes, %v", len(changes), err)
	}
}

// An export that is stopped leaves no file, and one that was there as it was.
func TestAnExportThatIsStoppedWritesNothing(t *testing.T) {
	d, dir := newFiles(t)
	path := filepath.Join(dir, "uit.json")
	if err := os.WriteFile(path, []byte("wat er stond"), 0o600); err != nil {
		t.Fatal(err)
	}
	work := new(exchange.Work)
	work.Stop()
	for _, e := range []ui.Export{{Path: path, Overwrite: true}, {Path: filepath.Join(dir, "nieuw.html")}, {Path: filepath.Join(dir, "nieuw.xlsx")}} {
		e.Words, e.Work = tell.In(words.Dutch), work
		if _, _, err := d.WriteSetup(e); !errors.Is(err, exchange.ErrStopped) {
			t.Errorf("%s: %v", e.Path, err)
		}
	}
	if _, err := d.WriteTable(slices.Values([][]string{{"a"}}), filepath.Join(dir, "tabel.csv"), false, work); !errors.Is(err, exchange.ErrStopped) {
		t.Error(err)
	}
	all, err := os.ReadDir(dir)
	if kept, _ := os.ReadFile(path); err != nil || len(all) != 1 || string(kept) != "wat er stond" {
		t.Errorf("%d files, %q, %v", len(all), kept, err)
	}
}

// Pictures and pages are written for the owner's eyes only, in the form that their name says,
// and the journal learns whom they name.
func TestPicturesAndPagesAreWritten(t *testing.T) {
	d, dir := newFiles(t)
	d.Options.Random = strings.NewReader(strings.Repeat("geheim", 100))
	w := scenetest.Demonstration(t)
	for of, name := range map[scene.ExportOf]string{scene.GroupPicture: "a.svg", scene.SightPicture: "b.html", scene.PersonPage: "c.html", scene.GroupPage: "d.html"} {
		for _, masked := range []bool{false, true} {
			path := filepath.Join(dir, fmt.Sprint(masked)+name)
			what, exists, err := d.WriteSetup(ui.Export{Path: path, Of: of, Group: "G4", Person: "P28", World: w, On: w.Institution().Date, Words: tell.In(words.Dutch), Masked: masked})
			b, _ := os.ReadFile(path)
			if err != nil || exists || what.Counts[domain.PersonNoun] == 0 || what.Pseudonymised != masked || len(b) == 0 {
				t.Errorf("%s: %+v, %v, %v", path, what, exists, err)
			}
			if names := strings.Contains(string(b), "Petra Bakker"); names == masked {
				t.Errorf("%s names Petra: %v", path, names)
			}
			if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
				t.Errorf("%s: %v, %v", path, info.Mode(), err)
			}
		}
	}
	if _, _, err := d.WriteSetup(ui.Export{Path: filepath.Join(dir, "page.svg"), Of: scene.PersonPage, Person: "P28", World: w, Words: tell.In(words.Dutch)}); err == nil {
		t.Error("a page is written as a picture")
	}
}
