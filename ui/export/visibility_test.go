package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

func content(w domain.World, l words.Language) Content {
	return Content{World: w, On: domaintest.Today(), Words: tell.In(l)}
}

func rowsOf(s spreadsheet.Sheet) [][]string {
	var out [][]string
	for row := range exchange.Texts(s) {
		out = append(out, append([]string{}, row...))
	}
	return out[1:]
}

// Each line of the sheet is a sightline, and each sightline has one.
func TestTheSheetSaysWhoSeesWhom(t *testing.T) {
	w := scenetest.Demonstration(t)
	c := content(w, words.Dutch)
	rows := rowsOf(visibility(c, mostSightlines))
	want := 0
	for line := range sight.Matrix(w, c.On) {
		for _, l := range line.Persons {
			got, role := rows[want], func(id domain.PersonID) string { p, _ := w.Person(id); return c.Words.RoleWord(p.Role) }
			facts := fmt.Sprint(got[:8])
			if says := fmt.Sprint([]string{
				string(l.Viewer), c.Words.Person(w, l.Viewer), role(l.Viewer), string(l.Other), c.Words.Person(w, l.Other), role(l.Other),
				c.Words.YesNo(l.Sees()), c.Words.YesNo(l.MayMessage()),
			}); facts != says || !strings.Contains(got[8], "regel ") {
				t.Fatalf("line %d says %s (%s), want %s", want, facts, got[8], says)
			}
			want++
		}
	}
	if len(rows) != want || want == 0 {
		t.Errorf("%d lines for %d sightlines", len(rows), want)
	}
}

// A sheet that can not hold every line holds none, and says so first: people are counted.
func TestASheetThatIsNotCompleteSaysSo(t *testing.T) {
	c := content(scenetest.Demonstration(t), words.Dutch)
	all := countSightlines(c.World, c.On).all
	if len(rowsOf(visibility(c, all))) != all {
		t.Fatalf("%d lines do not fit on a sheet for %d", all, all)
	}
	s := visibility(c, all-1)
	rows := rowsOf(s)
	if !strings.HasPrefix(rows[0][0], "Dit blad telt alleen: "+strconv.Itoa(all)+" zichtlijnen") || !strings.Contains(rows[0][0], "matrix --format csv") {
		t.Errorf("first it says %q", rows[0][0])
	}
	for _, row := range rows[1:] {
		id := domain.PersonID(row[0])
		if sees, seen := len(sight.Persons(c.World, id, c.On)), len(sight.Viewers(c.World, id, c.On)); row[3] != strconv.Itoa(sees) || row[4] != strconv.Itoa(seen) {
			t.Errorf("%s sees %d and is seen by %d, and the sheet says %v", id, sees, seen, row)
		}
	}
	if len(rows)-1 != c.World.Count(domain.PersonNoun) {
		t.Errorf("%d of %d people", len(rows)-1, c.World.Count(domain.PersonNoun))
	}
}

func workbook(t *testing.T, c Content) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := writeWorkbook(c, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What is read back is what it was: the sheet is told once, by name, and changes nothing.
func TestTheSheetIsNotReadBack(t *testing.T) {
	for l, name := range map[words.Language]string{words.Dutch: "Zichtbaarheid", words.English: "Visibility"} {
		c := content(scenetest.Demonstration(t), l)
		s, err := exchange.ReadAs("uit.xlsx", bytes.NewReader(workbook(t, c)), exchange.How{})
		if err != nil {
			t.Fatal(err)
		}
		out := exchange.Import{Setups: []exchange.Setup{s}, On: c.On}.Outcome(c.World)
		if len(out.Problems)+len(out.Changes) > 0 || len(out.Notices) != 1 || fmt.Sprint(out.Notices[0].Args) != "[sheet "+name+"]" {
			t.Errorf("%s: problems %v, %d changes, notices %v", name, out.Problems, len(out.Changes), out.Notices)
		}
	}
}

// A part, and a form to fill in, have no such sheet: on it nobody would see anybody.
func TestAnEmptyFormHasNoSheetOfWhoSeesWhom(t *testing.T) {
	if all := text(t, workbook(t, content(domain.World{}, words.Dutch))); strings.Contains(all, "Zichtbaarheid") {
		t.Error("it has one")
	}
}

// text is everything in a workbook.
func text(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&out, r); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

func TestAPseudonymisedWorkbookHoldsInventedNamesOnly(t *testing.T) {
	r := scenetest.Demonstration(t).Records()
	for i := range r.Persons {
		r.Persons[i].GivenName, r.Persons[i].FamilyName, r.Persons[i].DisplayName = "Echtvoor", "Echtachter", ""
	}
	for i := range r.Groups {
		r.Groups[i].Name = "Echtegroep" + strconv.Itoa(i)
	}
	c := content(domain.NewWorld(r), words.Dutch)
	masked, _ := Pseudonymised(c, []byte("een geheim van 32 tekens, of meer"))
	if all := text(t, workbook(t, c)); strings.Count(all, "Echtvoor") < countSightlines(c.World, c.On).all {
		t.Fatal("without invented names the real ones are not in it")
	}
	all := text(t, workbook(t, masked))
	if !strings.Contains(all, "waardoor") || strings.Contains(all, "Echt") || strings.Contains(all, ">P15<") {
		t.Error("there is a real name or id in it, or no sheet of who sees whom")
	}
}

// What a name does to a terminal or in a formula it does not do here.
func TestNamesInTheSheetAreCleaned(t *testing.T) {
	r := scenetest.Demonstration(t).Records()
	for i := range r.Persons {
		r.Persons[i].DisplayName = "=1+1\u202egnp"
	}
	all := text(t, workbook(t, content(domain.NewWorld(r), words.Dutch)))
	_, sheet, _ := strings.Cut(all, "waardoor")
	sheet, _, _ = strings.Cut(sheet, "</worksheet>")
	if strings.Contains(sheet, "\u202e") || !strings.Contains(sheet, "&#39;=1+1&lt;U+202E&gt;gnp") {
		t.Errorf("they are not: %.400s", sheet)
	}
}

func BenchmarkWriteWorkbook(b *testing.B) {
	for _, of := range []struct {
		name string
		w    domain.World
	}{
		{"48,000 sightlines", domaintest.Crowd(220, 1000)}, {"91,000 records", domaintest.Large()}, {"a group of 10,000", domaintest.Crowd(10_000, 10_000)},
	} {
		b.Run(of.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := writeWorkbook(content(of.w, words.Dutch), io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
