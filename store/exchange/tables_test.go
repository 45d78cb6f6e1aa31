package exchange

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
)

var importDay = domain.NewDate(2026, 3, 2)

// table reads a table from a text, under a name.
func table(t testing.TB, name, text string) Setup {
	t.Helper()
	s, err := ReadAs(name, strings.NewReader(text), How{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// tables are an import of tables into an institution.
func tables(setups ...Setup) Import { return Import{Setups: setups, On: importDay} }

// told is a problem on one line: its place, code, value and arguments.
func told(p Problem) string {
	place := fmt.Sprintf("%s%d:%d «%s»", p.Sheet, p.Row, p.Column, p.Head)
	if p.Row == 0 {
		place = fmt.Sprintf("%s:%d", cmp.Or(p.Path, "-"), p.Line)
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s %q %s", place, p.Code, p.Value, strings.Join(p.Args, "|")))
}

func toldAll(found []Problem) []string {
	var out []string
	for _, p := range found {
		out = append(out, told(p))
	}
	return out
}

func wantTold(t *testing.T, what string, got []Problem, want ...string) {
	t.Helper()
	if lines := toldAll(got); !slices.Equal(lines, want) {
		t.Errorf("%s:\n%s\nwant:\n%s", what, strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

const hazel = "persoon_id;nummer;rol;voornaam;tussenvoegsel;achternaam;geboortedatum\r\n" +
	"P1;0010423;cliënt;Noor;van den;Haddad;1-3-2010\r\n" +
	"P2;77;behandelaar;Bao;;Nguyễn;\r\n"

func TestATableOfPeopleIsReadAsPeopleWriteIt(t *testing.T) {
	w := taken(t, domain.World{}, tables(table(t, "personen.csv", "\uFEFF"+hazel)))
	p, _ := w.Person("P1")
	if p.FullName() != "Noor van den Haddad" || p.Number != "0010423" || p.Role != domain.Client || p.BirthDate != domain.NewDate(2010, 3, 1) {
		t.Errorf("read %+v", p)
	}
}

func TestTheHeadsAreKnownInManyWordsAndAnyOrder(t *testing.T) {
	text := "Overzicht cliënten\n\nE-mailadres,Cliëntnr.,Naam,ROL,Afdeling\nnoor@voorbeeld.nl,12,\"Haddad, Noor van den\",Bewoner,Oost\n"
	w := taken(t, domain.World{}, tables(table(t, "lijst.csv", strings.ReplaceAll(text, "Cliëntnr.", "Cliënt-nr"))))
	p, _ := w.Person("P1")
	if p.FullName() != "Noor van den Haddad" || p.Number != "12" || p.Email != "noor@voorbeeld.nl" || p.Location != "Oost" {
		for one := range w.Persons() {
			t.Errorf("read %+v", one)
		}
	}
}

func TestAFlatListGivesPeopleGroupsAndMembers(t *testing.T) {
	text := "naam;nummer;rol;groep;begeleider\n" +
		"Noor Haddad;12;client;Steiger A;Bao Nguyễn\n" +
		"Noor Haddad;12;client;Oudercafé;Bao Nguyễn; \n" +
		"Sem Bakker;13;client;Steiger A;Bao Nguyễn\n"
	i := tables(table(t, "lijst.csv", text))
	out := i.Outcome(domain.World{})
	wantTold(t, "problems", out.Problems)
	w := taken(t, domain.World{}, i)
	if w.Count(domain.PersonNoun) != 3 || w.Count(domain.GroupNoun) != 2 || w.Count(domain.MembershipNoun) != 5 {
		t.Fatalf("%d people, %d groups, %d members", w.Count(domain.PersonNoun), w.Count(domain.GroupNoun), w.Count(domain.MembershipNoun))
	}
	for g := range w.Groups() {
		if g.Visibility != domain.Hidden {
			t.Errorf("group %s begins %s", g.Name, g.Visibility)
		}
	}
	wantNothingToDo(t, w, tables(table(t, "lijst.csv", text)))
}

func TestRelationsFindTheirPeopleByNumber(t *testing.T) {
	types := "relatietype;soort;primair;uniek\nRegie;medewerker;ja;ja\nMoeder van;ouder/voogd;;\n"
	relations := "clientnummer;medewerkernummer;relatietype;van;t/m\n0010423;77;Regie;1-1-2026;31-12-9999\n"
	i := tables(table(t, "relaties.csv", relations), table(t, "personen.csv", hazel), table(t, "relatietypen.csv", types))
	w := taken(t, domain.World{}, i)
	for r := range w.Relations() {
		if r.Client != "P1" || r.Person != "P2" || r.From != domain.NewDate(2026, 1, 1) || r.Through != 0 {
			t.Errorf("read %+v", r)
		}
	}
	if w.Count(domain.RelationNoun) != 1 {
		t.Errorf("%d relations", w.Count(domain.RelationNoun))
	}
	wantNothingToDo(t, w, i)
}

// E8: a new relation of an exclusive type without an id ends the one before it, by name in
// the plan; with an id the overlap is refused.
func TestANewRelationOfAnExclusiveTypeReplaces(t *testing.T) {
	people := hazel + "P3;78;behandelaar;Femke;;Dijkstra;\r\n"
	w := taken(t, domain.World{}, tables(table(t, "personen.csv", people), table(t, "relatietypen.csv", "relatietype_id;relatietype;soort;uniek\nT1;Regie;medewerker;ja\n"),
		table(t, "relaties.csv", "relatie_id;client_id;persoon_id;relatietype;van\nR1;P1;P2;Regie;2025-01-01\n")))
	new := tables(table(t, "relaties.csv", "client_id;persoon_id;relatietype;van\nP1;P3;regie;\n"))
	out := new.Outcome(w)
	wantTold(t, "notices", out.Notices, `2:0 «» I-AANGENOMEN "" today`, `2:0 «» C-VERVANGT "" R1`)
	if c := countOf(out, domain.RelationNoun); c.New != 1 || c.Replaced != 1 {
		t.Errorf("counted %+v", c)
	}
	after := taken(t, w, new)
	if was, _ := after.Relation("R1"); was.Through != importDay-1 || was.ReplacedBy != "R2" {
		t.Errorf("the old one is %+v", was)
	}
	withID := tables(table(t, "relaties.csv", "relatie_id;client_id;persoon_id;relatietype;van\nR9;P1;P3;Regie;2-3-2026\n"))
	if found := withID.Outcome(w).Problems; len(found) == 0 || found[0].Code != NotAlone {
		t.Errorf("with an id: %v", toldAll(found))
	}
}

func TestAnEmptyCellLeavesAndAWordEmpties(t *testing.T) {
	w := taken(t, domain.World{}, tables(table(t, "personen.csv", hazel)))
	after := taken(t, w, tables(table(t, "personen.csv", "persoon_id;nummer;rol;tussenvoegsel\nP1;;;[leeg]\n")))
	p, _ := after.Person("P1")
	if p.FullName() != "Noor Haddad" || p.Number != "0010423" || p.Role != domain.Client {
		t.Errorf("became %+v", p)
	}
	found := tables(table(t, "personen.csv", "persoon_id;nummer;achternaam\nP1;;[leeg]\n")).Outcome(w).Problems
	wantTold(t, "a name can not go", found, `2:3 «achternaam» W-VERPLICHT "[leeg]"`)
}

type wrongTable struct {
	because, name, text string
	want                []string
}

func wrongTables() []wrongTable {
	return []wrongTable{
		{"a role that there is not", "personen.csv", "nummer;rol;voornaam;achternaam\n1;begelijder;An;Bos\n", []string{
			`2:2 «rol» W-ROL "begelijder" COUNSELOR|CLIENT|GUARDIAN|EXTERNAL|COUNSELOR|COUNSELOR_PLUS|ADMINISTRATOR`}},
		{"a month that there is not", "personen.csv", "nummer;rol;voornaam;achternaam;geboortedatum\n1;client;An;Bos;3-21-2010\n", []string{
			`2:5 «geboortedatum» W-DATUM "3-21-2010" typed`}},
		{"a year of two digits", "personen.csv", "nummer;rol;voornaam;achternaam;geboortedatum\n1;client;An;Bos;3-2-10\n", []string{
			`2:5 «geboortedatum» W-DATUM-JAAR2 "3-2-10"`}},
		{"no yes and no no", "relatietypen.csv", "relatietype;soort;primair\nRegie;medewerker;misschien\n", []string{
			`2:3 «primair» W-JANEE "misschien"`}},
		{"a group that there is not", "lidmaatschappen.csv", "groep;nummer\nSteiger;77\n", []string{
			`2:1 «groep» R-ONBEKEND "Steiger" group`}},
		{"a number that nobody has", "lidmaatschappen.csv", "groep;nummer\nSteiger;99\n", []string{
			`2:1 «groep» R-ONBEKEND "Steiger" group`, `2:2 «nummer» R-ONBEKEND "99" person`}},
		{"a column that is missing", "personen.csv", "nummer;voornaam;achternaam\n1;An;Bos\n2;Jo;Bos\n", []string{
			`1:0 «rol» B-KOP-ONTBREEKT "" column`}},
		{"a column twice", "personen.csv", "nummer;rol;voornaam;roepnaam;achternaam\n1;client;An;An;Bos\n", []string{
			`1:4 «roepnaam» B-KOP-DUBBEL "roepnaam"`}},
		{"a citizen service number", "personen.csv", "nummer;rol;voornaam;achternaam;BSN\n1;client;An;Bos;123456782\n", []string{
			`1:5 «BSN» B-BSN ""`}},
		{"no heads at all", "lijst.csv", "An;Bos\nJo;Bos\n", []string{`1:0 «» B-KOP-ONTBREEKT ""`}},
		{"nothing at all", "lijst.csv", "", []string{`-:0 B-KOP-ONTBREEKT ""`}},
		{"the same name and nothing else", "lijst.csv", "naam;rol\nNoor van den Haddad;client\n", []string{
			`2:0 «» C-MOGELIJK-DUBBEL "" P1`}},
		{"two values of one person in a flat list", "lijst.csv", "naam;nummer;rol;groep;locatie\nAn Bos;5;client;A;Oost\nAn Bos;5;client;B;West\n", []string{
			`3:5 «locatie» C-GEWIJZIGD "West" Oost`}},
		{"a last day before the first", "lidmaatschappen.csv", "groep_id;persoon_id;van;tot_en_met\nG1;P1;2-3-2026;1-3-2026\n", []string{
			`2:1 «groep_id» R-ONBEKEND "G1" group`, `2:4 «tot_en_met» D-PERIODE "2026-03-01"`}},
		{"a control character", "personen.csv", "nummer;rol;voornaam;achternaam\n1;client;A\x01n;Bos\n", []string{
			`2:3 «voornaam» W-TEKEN "A\x01n" U+0001|2`}},
		{"a quote that is never closed", "personen.csv", "nummer;rol;voornaam;achternaam\n1;client;\"An;Bos\n2;client;Jo;Bos\n", []string{`-:2 B-SCHEIDING ""`}},
		{"an old spreadsheet", "personen.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", []string{`-:0 B-SOORT "" xls`}},
		{"a page in the clothes of a spreadsheet", "personen.xls", "<html><table>", []string{`-:0 B-SOORT "" html`}},
		{"a broken workbook", "personen.xlsx", "PK\x03\x04rubbish", []string{`-:0 B-KAPOT ""`}},
		{"half of a UTF-16 text", "personen.csv", "\xff\xfea", []string{`-:1 B-CODERING-FOUT "" utf-16`}},
		{"a number of two people", "lidmaatschappen.csv", "groep;nummer\nA;5\n", []string{`2:1 «groep» R-ONBEKEND "A" group`, `2:2 «nummer» R-MEERDUIDIG "5" P3|P4`}},
	}
}

func TestEveryProblemInATableIsNamedByItsCell(t *testing.T) {
	w := taken(t, domain.World{}, tables(table(t, "personen.csv", hazel+"P3;5;client;An;;Bos;\r\nP4;5;behandelaar;Jo;;Bos;\r\n")))
	for _, c := range wrongTables() {
		t.Run(c.because, func(t *testing.T) {
			wantTold(t, "problems", tables(table(t, c.name, c.text)).Outcome(w).Problems, c.want...)
		})
	}
}

func TestWhatIsAssumedIsTold(t *testing.T) {
	text := "naam;rol;groep;kleur\nAn\u00a0de Bos;client;Steiger;rood\n"
	out := tables(table(t, "lijst.csv", text)).Outcome(domain.World{})
	wantTold(t, "problems", out.Problems)
	wantTold(t, "notices", out.Notices,
		`1:4 «kleur» B-KOP-ONBEKEND "kleur"`,
		`2:1 «naam» I-AANGENOMEN "An de Bos" name|An · de · Bos`,
		`2:3 «groep» I-AANGENOMEN "Steiger" group`)
}

func TestAPersonMaySayThatTwoOfOneNameAreOneOrTwo(t *testing.T) {
	w := taken(t, domain.World{}, tables(table(t, "personen.csv", hazel)))
	text := "naam;rol;locatie\nNoor van den Haddad;client;Oost\n"
	for _, c := range []struct {
		answer SameName
		people int
	}{{SameNameOne, 2}, {SameNameSeparate, 3}} {
		i := tables(table(t, "lijst.csv", text))
		i.SameName = c.answer
		if after := taken(t, w, i); after.Count(domain.PersonNoun) != c.people {
			t.Errorf("answer %d: %d people", c.answer, after.Count(domain.PersonNoun))
		}
	}
}

func TestAColumnIsWhatSomebodySaidItIs(t *testing.T) {
	s, err := ReadAs("lijst.csv", strings.NewReader("Cl.nr;naam;rol\n5;An Bos;client\n"), How{Columns: map[string]string{head("Cl.nr"): "nummer"}})
	if err != nil {
		t.Fatal(err)
	}
	w := taken(t, domain.World{}, tables(s))
	for p := range w.Persons() {
		if p.Number != "5" {
			t.Errorf("read %+v", p)
		}
	}
}

func TestAListOfNamesNeedsNoHeads(t *testing.T) {
	s, err := ReadAs("", strings.NewReader("Anna de Bos\nBos, Jo\n"), How{Headless: true, Tables: true})
	if err != nil {
		t.Fatal(err)
	}
	i := tables(s)
	i.Role = domain.Client
	var b bytes.Buffer
	for p := range taken(t, domain.World{}, i).Persons() {
		fmt.Fprintln(&b, p.GivenName, p.FamilyNamePrefix, p.FamilyName, p.Role)
	}
	if b.String() != "Anna de Bos CLIENT\nJo  Bos CLIENT\n" {
		t.Errorf("read\n%s", b.String())
	}
}

// Rows that are pasted: what stands in a column is what somebody says, and the people may
// join a group.
func TestPastedRowsAreWhatSomebodySaysTheyAre(t *testing.T) {
	text := "Anna de Bos\t12\tOost\nBos, Jo\t13\tWest\n"
	s, err := ReadAs("", strings.NewReader(text), How{Headless: true, Tables: true})
	if err != nil {
		t.Fatal(err)
	}
	for h, want := range map[Heads][]string{SystemHeads: {"[{ name} { } { }]", "given_name", "role"}, DutchHeads: {"[{ naam} { } { }]", "nummer", "rol"}} {
		if u, ok := s.Understood(h); !ok || fmt.Sprint(u.Columns) != want[0] || !slices.Contains(u.Could, want[1]) || u.Role != want[2] || u.HeadRow != 0 || u.Len() != 2 {
			t.Errorf("understood %+v", u)
		}
	}
	if s, err = ReadAs("", strings.NewReader(text), How{Headless: true, Tables: true, Keys: []string{"naam", "number", "locatie"}}); err != nil {
		t.Fatal(err)
	}
	i := tables(table(t, "groepen.csv", "groep_id;naam;zichtbaarheid\nG1;A;1\n"), s)
	i.Role, i.Group = domain.Client, "G1"
	w := taken(t, domain.World{}, i)
	for p := range w.Persons() {
		if p.Number == "" || p.Location == "" || p.FamilyName != "Bos" {
			t.Errorf("read %+v", p)
		}
	}
	if w.Count(domain.MembershipNoun) != 2 {
		t.Errorf("%d members", w.Count(domain.MembershipNoun))
	}
}

// A head that is offered names its own column, in both languages.
func TestEveryHeadThatIsOfferedNamesItsColumn(t *testing.T) {
	for k := relationTable; k < tableKinds; k++ {
		for at, c := range k.columns() {
			for _, h := range []Heads{DutchHeads, SystemHeads} {
				if got := find(k.columns(), head(h.of(c))); got != at {
					t.Errorf("in table %d %q names column %d, not %d", k, h.of(c), got, at)
				}
			}
		}
	}
}

func TestMatchingEndsByNameWhatTheTablesDoNotHave(t *testing.T) {
	w := taken(t, domain.World{}, tables(table(t, "personen.csv", hazel), table(t, "groepen.csv", "groep_id;naam;zichtbaarheid\nG1;A;1\nG2;B;1\n"),
		table(t, "lidmaatschappen.csv", "groep_id;persoon_id;van\nG1;P1;1-1-2026\nG1;P2;1-4-2026\n")))
	i := tables(table(t, "personen.csv", "persoon_id;nummer;rol\nP1;;\n"), table(t, "groepen.csv", "groep_id;naam;zichtbaarheid\nG1;A;1\n"),
		table(t, "lidmaatschappen.csv", "groep_id;persoon_id;van\nG1;P1;1-1-2026\n"))
	i.Match = true
	out := i.Outcome(w)
	wantTold(t, "problems", out.Problems)
	if fmt.Sprint(out.Ended) != "[{person P2} {membership G1/P2/2026-04-01}]" || fmt.Sprint(out.Missing) != "[{group G2}]" {
		t.Errorf("ended %v, missing %v", out.Ended, out.Missing)
	}
	after := taken(t, w, i)
	if p, _ := after.Person("P2"); p.InactiveFrom != importDay {
		t.Errorf("P2 is inactive from %s", p.InactiveFrom)
	}
	if after.Count(domain.MembershipNoun) != 1 || after.Count(domain.GroupNoun) != 2 {
		t.Errorf("%d memberships, %d groups", after.Count(domain.MembershipNoun), after.Count(domain.GroupNoun))
	}
}

func TestRowsWithProblemsAreSetAsideAndTheRestIsTaken(t *testing.T) {
	people := "nummer;rol;voornaam;achternaam\n1;client;An;Bos\n2;begelijder;Jo;Bos\n3;client;Mo;Bos\n"
	members := "groep;nummer\nA;1\nA;2\nB;3\n"
	i, aside := tables(table(t, "personen.csv", people), table(t, "groepen.csv", "groep_id;naam;zichtbaarheid\nG1;A;1\n"), table(t, "lidmaatschappen.csv", members)).SetAside(domain.World{})
	var got []string
	for _, a := range aside {
		for _, r := range a.Rows {
			got = append(got, fmt.Sprint(a.File, " ", strings.Join(r.Cells, ";"), " ", r.Problem.Code))
		}
	}
	want := []string{"personen.csv 2;begelijder;Jo;Bos W-ROL", "lidmaatschappen.csv A;2 R-ONBEKEND", "lidmaatschappen.csv B;3 R-ONBEKEND"}
	if !slices.Equal(got, want) {
		t.Errorf("set aside\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	w := taken(t, domain.World{}, i)
	if w.Count(domain.PersonNoun) != 2 || w.Count(domain.MembershipNoun) != 1 {
		t.Errorf("%d people, %d members", w.Count(domain.PersonNoun), w.Count(domain.MembershipNoun))
	}
}

// A plan is made again when it is carried out: it must come out the same.
func TestAPlanComesOutTheSameEveryTime(t *testing.T) {
	w := taken(t, domain.World{}, tables(table(t, "personen.csv", hazel)))
	for _, c := range wrongTables() {
		i := tables(table(t, c.name, c.text))
		first := toldAll(i.Outcome(w).Problems)
		if again := toldAll(i.Outcome(w).Problems); !slices.Equal(first, again) {
			t.Errorf("%s: first %v, then %v", c.because, first, again)
		}
	}
}

func TestRowsCanNotBeSetAsideForAColumnThatIsMissing(t *testing.T) {
	i, aside := tables(table(t, "personen.csv", "nummer;voornaam;achternaam\n1;An;Bos\n")).SetAside(domain.World{})
	if out := i.Outcome(domain.World{}); len(aside) > 0 || len(out.Problems) != 1 || len(out.Changes) > 0 {
		t.Errorf("set aside %v, problems %v, %d changes", aside, toldAll(out.Problems), len(out.Changes))
	}
}
