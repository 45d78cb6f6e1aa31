package tell

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// verbs reads the constants of type Verb out of the domain's source, so that a
// new command cannot be forgotten here.
func verbs(t *testing.T) []domain.Verb {
	t.Helper()
	files, err := filepath.Glob("../../domain/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var out []domain.Verb
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			v, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if typ, ok := v.Type.(*ast.Ident); ok && typ.Name == "Verb" && len(v.Values) == 1 {
				text, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, domain.Verb(text))
			}
			return true
		})
	}
	return out
}

func TestEveryVerbHasWordsInEveryLanguage(t *testing.T) {
	all := verbs(t)
	if len(all) < 20 {
		t.Fatalf("only %d verbs found in the domain", len(all))
	}
	for _, l := range words.Languages() {
		for _, v := range all {
			if !In(l).Has(words.Key("summary." + string(v))) {
				t.Errorf("%s has no words for the verb %s", l, v)
			}
		}
	}
}

func TestAnEditAlwaysNamesWhatItChanged(t *testing.T) {
	jan := domain.Person{ID: "P1", Role: domain.Counselor, GivenName: "Jan", FamilyName: "Vos"}
	other := jan
	other.ID = "P2"
	was := domain.Relation{ID: "R1", Client: "C1", Person: "P1", Type: "T1"}
	now := was
	now.Person = "P2"
	world, err := domain.World{}.With(domain.Change{Person: &domain.Swap[domain.Person]{After: &jan}}, domain.Change{Person: &domain.Swap[domain.Person]{After: &other}})
	if err != nil {
		t.Fatal(err)
	}
	plain, odd := domain.Group{ID: "G1", Name: "Kring"}, domain.Group{ID: "G1", Name: "Kr\u200bing"}
	for _, c := range []struct {
		of     domain.Entry
		dutch  string
		detail string
	}{
		{domain.Entry{Verb: domain.VerbInstitutionEdit, Changes: []domain.Change{{Institution: &domain.Swap[domain.Institution]{After: &domain.Institution{Name: "Kade", WithoutNewsGroups: true}}}}},
			"Instelling gewijzigd (naam, gebruikt nieuwsgroepen)", ""},
		{domain.Entry{Kind: domain.Undo, Verb: domain.VerbInstitutionEdit, Changes: []domain.Change{{Institution: &domain.Swap[domain.Institution]{Before: &domain.Institution{Name: "Kade"}}}}},
			"Ongedaan gemaakt: instelling gewijzigd (naam)", ""},
		{domain.Entry{Verb: domain.VerbRelationEdit, Changes: []domain.Change{{Relation: &domain.Swap[domain.Relation]{Before: &was, After: &now}}}},
			"(persoon)", `persoon: "P1" → "P2"`},
		{domain.Entry{Verb: domain.VerbGroupEdit, Changes: []domain.Change{{Group: &domain.Swap[domain.Group]{Before: &plain, After: &odd}}}},
			"(naam)", "naam: Kring → Kr<U+200B>ing"},
	} {
		if got := In(words.Dutch).Summary(world, c.of); !strings.Contains(got, c.dutch) {
			t.Errorf("%q, want %q", got, c.dutch)
		}
		if got := strings.Join(In(words.Dutch).Details(world, c.of), "\n"); !strings.Contains(got, c.detail) {
			t.Errorf("%q, want %q", got, c.detail)
		}
	}
}

func TestEveryFieldThatDetailsTellHasALabel(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "record.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []domain.Field
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		if name, ok := call.Fun.(*ast.Ident); ok && name.Name == "panic" {
			return true
		}
		field, ok := call.Args[0].(*ast.BasicLit)
		if !ok || field.Kind != token.STRING || strings.Contains(field.Value, ".") {
			return true // a key of the catalogue
		}
		names = append(names, domain.Field(strings.Trim(field.Value, `"`)))
		return true
	})
	names = slices.Concat(names, labelled(t, domain.InstitutionProperties()), labelled(t, domain.PersonProperties()),
		labelled(t, domain.GroupProperties()), labelled(t, domain.MembershipProperties()), labelled(t, domain.RelationTypeProperties()),
		labelled(t, domain.RelationProperties()), labelled(t, domain.AccessRoleProperties()), labelled(t, domain.AssignmentProperties()),
		labelled(t, domain.ShiftProperties()), labelled(t, domain.AgreementProperties()))
	for _, name := range names {
		for _, l := range words.Languages() {
			if !In(l).Has(words.Key("field." + string(name))) {
				t.Errorf("%s: the field %s has no label", l, name)
			}
		}
	}
	if len(names) < 40 {
		t.Errorf("only %d fields found", len(names))
	}
}

// labelled returns the fields of properties, every code of which must have a word.
func labelled[T any](t *testing.T, all []domain.Property[T]) []domain.Field {
	t.Helper()
	var out []domain.Field
	for _, p := range all {
		out = append(out, p.Field)
		for _, code := range p.Choices {
			for _, l := range words.Languages() {
				if !slices.ContainsFunc(choiceWords[p.Field], func(set string) bool { return In(l).Has(words.Key(set + code)) }) {
					t.Errorf("%s: %s of %s has no word", l, code, p.Field)
				}
			}
		}
	}
	return out
}

// small is a client, an employee, a type that replaces and a group.
func small(t *testing.T) domain.World {
	t.Helper()
	w, err := domain.World{}.With(
		domain.Change{Person: &domain.Swap[domain.Person]{After: &domain.Person{ID: "P1", Role: domain.Client, GivenName: "Lotte", FamilyName: "Smit"}}},
		domain.Change{Person: &domain.Swap[domain.Person]{After: &domain.Person{ID: "P2", Role: domain.Counselor, GivenName: "Bao", FamilyName: "Nguyễn"}}},
		domain.Change{Person: &domain.Swap[domain.Person]{After: &domain.Person{ID: "P3", Role: domain.Counselor, GivenName: "Fatima", FamilyName: "El Amrani"}}},
		domain.Change{RelationType: &domain.Swap[domain.RelationType]{After: &domain.RelationType{ID: "T1", Name: "Persoonlijk begeleider", Exclusive: true}}},
		domain.Change{Group: &domain.Swap[domain.Group]{After: &domain.Group{ID: "G1", Name: "Oudercafé"}}},
		domain.Change{Relation: &domain.Swap[domain.Relation]{After: &domain.Relation{ID: "R1", Client: "P1", Person: "P2", Type: "T1", Period: domain.Period{From: domain.NewDate(2025, 9, 1)}}}},
	)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func entry(t *testing.T, w domain.World, c domain.Command) domain.Entry {
	t.Helper()
	changes, err := c.Plan(w)
	if err != nil {
		t.Fatalf("%s: %v", c.Verb(), err)
	}
	kind := domain.Edit
	if c.Verb() == domain.VerbImport {
		kind = domain.Import
	}
	return domain.Entry{Seq: 1, Kind: kind, Verb: c.Verb(), Changes: changes}
}

func TestASummarySaysWhatWasDoneAndToWhom(t *testing.T) {
	w := small(t)
	march := domain.NewDate(2026, 3, 16)
	lotte, _ := w.Person("P1")
	lotte.FamilyName, lotte.Email = "de Wit", "lotte@example.org"
	cases := []struct {
		command domain.Command
		want    string
	}{
		{domain.AddPerson{Person: domain.Person{Role: domain.Guardian, GivenName: "Petra", FamilyName: "Smit"}}, "Toegevoegd: Petra Smit"},
		{domain.EditPerson{Person: lotte}, "Gewijzigd: Lotte de Wit (achternaam, e-mail)"},
		{domain.DeactivatePerson{ID: "P3", From: march}, "Niet meer actief vanaf 16-03-2026: Fatima El Amrani"},
		{domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}, "Zichtbaarheid van Oudercafé: onzichtbaar → elkaar zichtbaar"},
		{domain.AddMembers{Memberships: []domain.Membership{{Group: "G1", Person: "P1"}, {Group: "G1", Person: "P2"}}}, "In groep Oudercafé: Lotte Smit en Bao Nguyễn"},
		{domain.AddRelation{Relation: domain.Relation{Client: "P1", Person: "P3", Type: "T1", Period: domain.Period{From: march}}},
			"Relatie toegevoegd: Fatima El Amrani, Persoonlijk begeleider van Lotte Smit; in plaats van Bao Nguyễn"},
		{domain.EndRelations{IDs: []domain.RelationID{"R1"}, Through: march}, "Relatie t/m 16-03-2026: Bao Nguyễn, Persoonlijk begeleider van Lotte Smit"},
		{domain.RemoveGroup{ID: "G1"}, "Groep verwijderd: Oudercafé (lidmaatschappen: 0)"},
		{domain.CopyGroup{Of: "G1", Group: domain.Group{Name: "Oudercafé 2"}, On: march}, "Groep gekopieerd als Oudercafé 2 (leden: 0)"},
		{domain.SetReading{Reading: domain.ReadNetwork}, "Lezing N3 staat nu op nee: Zien mensen die een directe relatie met dezelfde cliënt hebben elkaar ook?"},
		{domain.EditInstitution{Name: "Hazelmeander"}, "Instelling gewijzigd (naam)"},
		{domain.Leave{Person: "P2", Through: march}, "Vertrek: Bao Nguyễn, niet meer actief vanaf 17-03-2026"},
		{domain.AddShift{Shift: domain.Shift{Date: march, Code: "VV"}}, "Dienst toegevoegd: VV op 16-03-2026"},
		{domain.AddAccessRole{Role: domain.AccessRole{Name: "Begeleider"}}, "Toegangsrol toegevoegd: Begeleider"},
		{domain.AddAgreement{Agreement: domain.Agreement{Viewer: "P1", Other: "P2"}}, "Afspraak gemaakt: Lotte Smit ziet Bao Nguyễn nooit"},
	}
	for _, c := range cases {
		e := entry(t, w, c.command)
		if c.command.Verb() == domain.VerbInstitutionEdit { // the first of all has nothing before it
			e.Changes[0].Institution.Before = &domain.Institution{}
		}
		if got := In(words.Dutch).Summary(w, e); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", e.Verb, got, c.want)
		}
		undo := domain.Entry{Kind: domain.Undo, Of: 1, Verb: e.Verb, Changes: domain.Inverse(e.Changes)}
		if got, want := In(words.Dutch).Summary(w, undo), "Ongedaan gemaakt: "+lowerFirst(c.want); got != want {
			t.Errorf("%s taken back:\n got %q\nwant %q", e.Verb, got, want)
		}
	}
}

func TestADepartureOfWhoWasInactiveNamesWhatEnded(t *testing.T) {
	w := small(t)
	march := domain.NewDate(2026, 3, 16)
	w, err := w.With(entry(t, w, domain.DeactivatePerson{ID: "P2", From: march}).Changes...)
	if err != nil {
		t.Fatal(err)
	}
	e := entry(t, w, domain.Leave{Person: "P2", Through: march})
	if got, want := In(words.Dutch).Summary(w, e), "Vertrek van wie al niet meer actief was: Bao Nguyễn, Persoonlijk begeleider van Lotte Smit"; got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestARelationThatWasReplacedBeforeIsStillNamed(t *testing.T) {
	w := small(t)
	march := domain.NewDate(2026, 3, 16)
	add := domain.AddRelation{Relation: domain.Relation{Client: "P1", Person: "P3", Type: "T1", Period: domain.Period{From: march}}}
	w, err := w.With(entry(t, w, add).Changes...)
	if err != nil {
		t.Fatal(err)
	}
	bao, _ := w.Relation("R1")
	bao.Note = "overgedragen"
	if got, want := In(words.Dutch).Summary(w, entry(t, w, domain.EditRelation{Relation: bao})), "Relatie gewijzigd: Bao Nguyễn, Persoonlijk begeleider van Lotte Smit (opmerking)"; got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

func TestASummaryNamesWhoIsGoneSince(t *testing.T) {
	w := small(t)
	e := entry(t, w, domain.RemoveGroup{ID: "G1"})
	if got := In(words.English).Summary(domain.World{}, e); got != "Group removed: Oudercafé (memberships: 0)" {
		t.Errorf("got %q", got)
	}
}

func TestAnImportIsSummedUpInCounts(t *testing.T) {
	var changes []domain.Change
	for range 1200 {
		changes = append(changes, domain.Change{Person: &domain.Swap[domain.Person]{After: &domain.Person{ID: "P1"}}})
	}
	changes = append(changes, domain.Change{Group: &domain.Swap[domain.Group]{After: &domain.Group{ID: "G1"}}})
	e := domain.Entry{Kind: domain.Import, Verb: domain.VerbImport, Changes: changes}
	if got := In(words.Dutch).Summary(domain.World{}, e); got != "Ingelezen: 1.200 personen en 1 groep" {
		t.Errorf("got %q", got)
	}
	lines := In(words.Dutch).Details(domain.World{}, e)
	if len(lines) != detailLimit+1 || lines[detailLimit] != "en nog 1.001 wijzigingen" {
		t.Errorf("%d lines, the last %q", len(lines), lines[len(lines)-1])
	}
}

func TestDetailsGiveEveryFieldAsItWasAndBecame(t *testing.T) {
	w := small(t)
	lotte, _ := w.Person("P1")
	lotte.FamilyName, lotte.Email = "de Wit\x1b[2J", "lotte@example.org"
	edit := domain.Entry{Verb: domain.VerbPersonEdit, Changes: []domain.Change{{Person: &domain.Swap[domain.Person]{
		Before: &domain.Person{ID: "P1", Role: domain.Client, GivenName: "Lotte", FamilyName: "Smit"}, After: &lotte}}}}
	cases := []struct {
		e    domain.Entry
		want string
	}{
		{edit, "Lotte de Wit<U+001B>[2J · achternaam: Smit → de Wit<U+001B>[2J; e-mail: (leeg) → lotte@example.org"},
		{entry(t, w, domain.AddGroup{Group: domain.Group{Name: "Koor", Location: "Vlierhof"}}),
			"nieuw, groep: Koor · naam: Koor; zichtbaarheid: onzichtbaar; locatie: Vlierhof"},
		{entry(t, w, domain.SetReading{Reading: domain.ReadOpenPeerMessages}),
			"nieuw, instelling: de instelling · D7 ‘Mogen in de stand ‘elkaar zien’ ook cliënten elkaar een bericht sturen, en ouders en voogden elkaar, zoals een cliënt en een ouder of voogd dat daar altijd mogen?’: nee"},
		{entry(t, w, domain.RemoveRelation{ID: "R1"}),
			"verwijderd, relatie: Bao Nguyễn, Persoonlijk begeleider van Lotte Smit vanaf 01-09-2025 · cliënt: Lotte Smit; persoon: Bao Nguyễn; relatietype: Persoonlijk begeleider; eerste dag: 01-09-2025"},
	}
	for _, c := range cases {
		if got := In(words.Dutch).Details(w, c.e); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.e.Verb, got, c.want)
		}
	}
}
