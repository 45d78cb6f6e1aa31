package exchange

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/store/exchange/spreadsheet"
)

// hostileTexts are what a spreadsheet, a separator or a reader could take for something
// else.
var hostileTexts = []string{
	"=1+1", "+31", "-", "- x", "@SUM(A1)", "＝1", "'", "''", "'t Hart", "'=x", "[leeg]", "[LEEG]", "'[leeg]", "a;b", "a,b", `"`, `a "b" c`, "a\"",
	"0010423", "1-2", "1e5", "12345678901234567", "TRUE", "ja", "31-12-9999", "<b>&amp;</b>", "\u202egnp", "a\u200bb", "é", "漢字", "😀", "sep=;", "#N/A", "_x000D_", "_x0041_", "]]>",
	"x\ufe0f", "naam", "Bos, Anna de", "\u00ad=1",
}

// hostile replaces texts of an institution of the five nouns of tables, each within its
// limits, and leaves the other nouns out.
func hostile(t *rapid.T, w domain.World) domain.World {
	r := five(w).Records()
	text := func(label string) string { return rapid.SampledFrom(hostileTexts).Draw(t, label) }
	note := func(label string) string {
		return text(label) + rapid.SampledFrom([]string{"", "\n" + text(label), "\ta"}).Draw(t, label+" more")
	}
	some := func() bool { return rapid.IntRange(0, 2).Draw(t, "some") == 0 }
	for i := range r.Persons {
		p := &r.Persons[i]
		if some() {
			p.GivenName, p.FamilyName, p.DisplayName = text("given"), text("family"), text("shown")
			p.Location, p.Function, p.Note = text("location"), text("function"), note("note")
		}
		if some() {
			p.BirthDate = domain.Date(rapid.Int32Range(1, int32(domaintest.Today())).Draw(t, "born"))
		}
	}
	for i := range r.Groups {
		r.Groups[i].Name = fmt.Sprint(text("group"), " ", i)
		r.Groups[i].Description = note("description")
	}
	for i := range r.RelationTypes {
		r.RelationTypes[i].Name = fmt.Sprint(text("type"), " ", i)
	}
	for i := range r.Relations {
		if some() {
			r.Relations[i].Note = note("remark")
		}
	}
	return domain.NewWorld(r)
}

// backFrom reads tables into an empty set-up, which must give the same bytes.
func backFrom(t rapid.TB, w domain.World, setups ...Setup) {
	t.Helper()
	i := Import{Setups: setups, On: domaintest.Today()}
	out := i.Outcome(domain.World{}.At(domaintest.Today()))
	if len(out.Problems) > 0 {
		t.Fatalf("what was written can not be read: %s", told(out.Problems[0]))
	}
	back, err := domain.World{}.With(out.Changes...)
	if err != nil {
		t.Fatalf("%v", err)
	}
	first, second := bytes.Buffer{}, bytes.Buffer{}
	if Write(&first, w) != nil || Write(&second, back) != nil {
		t.Fatalf("no exchange form")
	}
	if first.String() != second.String() {
		a, b := strings.Split(first.String(), "\n"), strings.Split(second.String(), "\n")
		for n := range a {
			if n >= len(b) || a[n] != b[n] {
				t.Fatalf("line %d: %q came back as %q", n+1, a[n], b[min(n, len(b)-1)])
			}
		}
		t.Fatalf("%d lines came back as %d", len(a), len(b))
	}
	if again := i.Outcome(w.At(domaintest.Today())); len(again.Changes) > 0 || len(again.Problems) > 0 {
		t.Fatalf("read over the same set-up it makes %d changes, %v", len(again.Changes), toldAll(again.Problems))
	}
}

// separatedFiles are the five files of an institution.
func separatedFiles(t rapid.TB, w domain.World, h Heads, form spreadsheet.Form, into encoding.Encoding) []Setup {
	t.Helper()
	var out []Setup
	for _, s := range Tables(w, h) {
		var b bytes.Buffer
		if err := spreadsheet.WriteAs(&b, form, Texts(s)); err != nil {
			t.Fatalf("%v", err)
		}
		data := b.Bytes()
		if into != nil {
			var err error
			if data, err = into.NewEncoder().Bytes(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))); err != nil {
				t.Fatalf("%v", err)
			}
		}
		read, err := ReadAs(s.Name+".csv", bytes.NewReader(data), How{})
		if err != nil {
			t.Fatalf("%v", err)
		}
		out = append(out, read)
	}
	return out
}

func TestSeparatedValuesForPeopleComeBackTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := hostile(t, domaintest.Small(t))
		backFrom(t, w, separatedFiles(t, w, DutchHeads, spreadsheet.ForPeople, nil)...)
	})
}

func TestSeparatedValuesForSystemsComeBackTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := hostile(t, domaintest.Small(t))
		backFrom(t, w, separatedFiles(t, w, SystemHeads, spreadsheet.ForSystems, nil)...)
	})
}

func workbookOf(t rapid.TB, w domain.World) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := spreadsheet.WriteWorkbook(&b, Tables(w, DutchHeads)); err != nil {
		t.Fatalf("%v", err)
	}
	return b.Bytes()
}

func TestAWorkbookComesBackTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := hostile(t, domaintest.Small(t))
		s, err := ReadAs("inrichting.xlsx", bytes.NewReader(workbookOf(t, w)), How{})
		if err != nil {
			t.Fatalf("%v", err)
		}
		backFrom(t, w, s)
	})
}

// Eight ways in which an office writes the same letters read alike.
func TestEncodingsReadAlike(t *testing.T) {
	text := "nummer;rol;voornaam;achternaam;locatie\r\n1;cliënt;Zoë;Müller;Café Óost\r\n2;cliënt;André;Nuñez-Façade;Één\r\n3;cliënt;Thaïs;Ångström;Ærø\r\n"
	var want string
	for _, e := range []struct {
		name string
		as   encoding.Encoding
		said string
	}{
		{"utf-8", encoding.Nop, ""}, {"utf-8 with a mark", utf.UTF8BOM, ""},
		{"utf-16, little end first", utf.UTF16(utf.LittleEndian, utf.UseBOM), ""}, {"utf-16, big end first", utf.UTF16(utf.BigEndian, utf.UseBOM), ""},
		{"windows-1252", charmap.Windows1252, ""}, {"cp850", charmap.CodePage850, ""},
		{"macroman", charmap.Macintosh, "macroman"}, {"latin-9", charmap.ISO8859_15, "latin9"}, {"latin-9, not said", charmap.ISO8859_15, ""},
	} {
		data, err := e.as.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		s, err := ReadAs("personen.csv", strings.NewReader(data), How{Encoding: e.said})
		if err != nil {
			t.Fatal(err)
		}
		got := written(t, taken(t, domain.World{}, tables(s)))
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("%s reads %s", e.name, got)
		}
	}
}

// What a text without a mark is was guessed: two lines of it show so.
func TestAGuessIsToldWithASample(t *testing.T) {
	for as, want := range map[*charmap.Charmap]string{
		charmap.CodePage850: "cp850", charmap.Windows1252: "windows-1252",
	} {
		data, _ := as.NewEncoder().String("nummer;rol;naam\n1;client;Zoë Bos\n2;client;An Bos\n3;client;André Bos\n")
		s, err := ReadAs("personen.csv", strings.NewReader(data), How{})
		if err != nil {
			t.Fatal(err)
		}
		notices := tables(s).Outcome(domain.World{}).Notices
		at := slices.IndexFunc(notices, func(p Problem) bool { return p.Row == 0 })
		if got, line := told(notices[at]), fmt.Sprintf("-:0 I-AANGENOMEN %q encoding|%s|1;client;Zoë Bos|3;client;André Bos", "", want); got != line {
			t.Errorf("got %s, want %s", got, line)
		}
	}
}

func TestAnInstitutionOfSomeSizeComesBackFromTables(t *testing.T) {
	w := five(domaintest.Institution(7, domaintest.Size{Persons: 600, Groups: 40, Memberships: 1500, Relations: 700}))
	s, err := ReadAs("inrichting.xlsx", bytes.NewReader(workbookOf(t, w)), How{})
	if err != nil {
		t.Fatal(err)
	}
	backFrom(t, w, s)
	backFrom(t, w, separatedFiles(t, w, DutchHeads, spreadsheet.ForPeople, nil)...)
}

// five leaves out what tables do not carry.
func five(w domain.World) domain.World {
	r := w.Records()
	return domain.NewWorld(domain.Records{Persons: r.Persons, Groups: r.Groups, Memberships: r.Memberships, RelationTypes: r.RelationTypes, Relations: r.Relations})
}
