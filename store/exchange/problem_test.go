package exchange

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"zichtlijn/domain"
)

// wrong is a set-up with one problem, and that problem.
type wrong struct {
	because string
	file    string // a whole file, or
	members string // what follows the head
	code    Code
	path    string
	value   string
	args    string // joined by spaces
}

func wrongFiles() []wrong {
	return []wrong{
		{because: "nothing in it", file: "", code: NotJSON},
		{because: "cut short", file: `{"format":"zichtlijn-setup",`, code: NotJSON},
		{because: "a comma too many", file: `{"format":"zichtlijn-setup","version":1,}`, code: NotJSON},
		{because: "a bare word", file: `{"format":nix}`, code: NotJSON},
		{because: "a line break in a text", file: "{\"format\":\"a\nb\"}", code: NotJSON},
		{because: "two values", file: `{} {}`, code: NotJSON},
		{because: "a number with a leading zero", file: `{"version":01}`, code: NotJSON},
		{because: "UTF-16", file: "\xff\xfe{\x00}\x00", code: NotUTF8},
		{because: "bytes of another encoding", members: "\"groups\":[{\"id\":\"G1\",\"name\":\"Caf\xe9\"}]", code: NotUTF8, path: "groups[0].name", value: "Caf\ufffd"},
		{because: "half a pair of escapes", members: `"groups":[{"id":"G1","name":"\ud83d"}]`, code: NotUTF8, path: "groups[0].name", value: "\ufffd"},
		{because: "nested beyond measure", members: `"extensions":` + strings.Repeat("[", 99), code: TooDeep, args: "64"},
		{because: "a list", file: `[1]`, code: NotOurs},
		{because: "another format", file: `{"format":"iets-anders","version":1}`, code: NotOurs, value: "iets-anders"},
		{because: "no format", file: `{"version":1}`, code: NotOurs},
		{because: "a newer version", file: `{"format":"zichtlijn-setup","version":2,"news":1}`, code: Newer, value: "2"},
		{because: "no version", file: `{"format":"zichtlijn-setup"}`, code: NoVersion},
		{because: "a version as text", file: `{"format":"zichtlijn-setup","version":"1"}`, code: NoVersion, value: "1"},
		{because: "a version that never was", file: `{"format":"zichtlijn-setup","version":0}`, code: NoVersion, value: "0"},
		{because: "a mistyped key", members: `"perosns":[]`, code: UnknownKey, path: "perosns", value: "perosns", args: "persons"},
		{because: "a key from nowhere", members: `"weather":1`, code: UnknownKey, path: "weather", value: "weather"},
		{because: "a key within a record", members: `"groups":[{"id":"G1","name":"A","visiblity":"hidden"}]`, code: UnknownKey, path: "groups[0].visiblity", value: "visiblity", args: "visibility"},
		{because: "an empty key", members: `"":1`, code: UnknownKey, path: `[""]`},
		{because: "a key twice", members: `"groups":[{"id":"G1","name":"A","name":"B"}]`, code: KeyTwice, path: "groups[0].name", value: "name"},
		{because: "a key twice in an extension", members: `"extensions":{"x":{"a":1,"a":2}}`, code: KeyTwice, path: "extensions.x.a", value: "a"},
		{because: "a citizen service number", members: `"persons":[{"id":"P1","role":"CLIENT","givenName":"A","familyName":"B","BSN":"123456782"}]`, code: BSN, path: "persons[0].BSN"},
	}
}

func wrongValues() []wrong {
	group := func(rest string) string { return `"groups":[{"id":"G1","name":"A",` + rest + `}]` }
	person := func(rest string) string {
		return `"persons":[{"id":"P1","role":"CLIENT","givenName":"A","familyName":"B",` + rest + `}]`
	}
	return []wrong{
		{because: "no name", members: `"groups":[{"id":"G1"}]`, code: Required, path: "groups[0].name"},
		{because: "an empty name", members: `"groups":[{"id":"G1","name":""}]`, code: Required, path: "groups[0].name"},
		{because: "a name of spaces", members: `"groups":[{"id":"G1","name":"  "}]`, code: Required, path: "groups[0].name", value: "  "},
		{because: "a promise about a pair without the other", members: people + `,"agreements":[{"id":"F1","kind":"sees","viewer":"P1"}]`, code: Required, path: "agreements[0].other"},
		{because: "a number for a text", members: group(`"location":3`), code: WrongKind, path: "groups[0].location", value: "3", args: "text"},
		{because: "null", members: group(`"location":null`), code: WrongKind, path: "groups[0].location", value: "null", args: "text"},
		{because: "an object for a list", members: `"groups":{}`, code: WrongKind, path: "groups", args: "list"},
		{because: "a text for a record", members: `"groups":["G1"]`, code: WrongKind, path: "groups[0]", value: "G1", args: "object"},
		{because: "a word for yes", members: person(`"active":"ja"`), code: WrongYesNo, path: "persons[0].active", value: "ja"},
		{because: "a mistyped role", members: `"persons":[{"id":"P1","role":"COUNSELER","givenName":"A","familyName":"B"}]`, code: WrongRole, path: "persons[0].role", value: "COUNSELER", args: "COUNSELOR CLIENT GUARDIAN EXTERNAL COUNSELOR COUNSELOR_PLUS ADMINISTRATOR"},
		{because: "an administrator as a member", members: people + `,` + groep + `,"memberships":[{"group":"G1","person":"P1","role":"ADMINISTRATOR"}]`, code: WrongRole, path: "memberships[0].role", value: "ADMINISTRATOR", args: " CLIENT GUARDIAN EXTERNAL COUNSELOR COUNSELOR_PLUS"},
		{because: "a visibility that is none", members: group(`"visibility":"open"`), code: WrongVisibility, path: "groups[0].visibility", value: "open", args: " hidden group-visible members-visible"},
		{because: "a kind that is none", members: `"relationTypes":[{"id":"T1","name":"A","kind":"guardians"}]`, code: WrongChoice, path: "relationTypes[0].kind", value: "guardians", args: "guardian employee guardian external"},
		{because: "a day that never was", members: person(`"birthDate":"2026-02-30"`), code: WrongDate, path: "persons[0].birthDate", value: "2026-02-30"},
		{because: "a day the other way round", members: person(`"birthDate":"01-02-2020"`), code: WrongDate, path: "persons[0].birthDate", value: "01-02-2020"},
		{because: "a birth to come", members: person(`"birthDate":"2026-03-03"`), code: BornAhead, path: "persons[0].birthDate", value: "2026-03-03"},
		{because: "a day before the first", members: person(`"birthDate":"0000-12-31"`), code: WrongDate, path: "persons[0].birthDate", value: "0000-12-31"},
		{because: "a moment that is none", members: `"createdAt":"yesterday"`, code: WrongDate, path: "createdAt", value: "yesterday"},
		{because: "a time after midnight", members: `"shifts":[{"id":"S1","date":"2026-03-02","begin":"24:00","end":"08:00","employees":[],"clients":[]}]`, code: WrongTime, path: "shifts[0].begin", value: "24:00"},
		{because: "an id with a space", members: `"groups":[{"id":"G 1","name":"A"}]`, code: WrongID, path: "groups[0].id", value: "G 1"},
		{because: "a number of 33 characters", members: person(`"number":"` + strings.Repeat("é", 33) + `"`), code: TooLong, path: "persons[0].number", value: strings.Repeat("é", 33), args: "32"},
		{because: "a long value, quoted in part", members: group(`"location":"` + strings.Repeat("é", 121) + `"`), code: TooLong, path: "groups[0].location", value: strings.Repeat("é", 40), args: "120"},
		{because: "a bell in a name", members: `"groups":[{"id":"G1","name":"A\u0007"}]`, code: WrongCharacter, path: "groups[0].name", value: "A\a", args: "U+0007 2"},
		{because: "a C1 control in a note", members: group(`"description":"\u009b"`), code: WrongCharacter, path: "groups[0].description", value: "\u009b", args: "U+009B 1"},
		{because: "a line break in a name", members: `"groups":[{"id":"G1","name":"A\nB"}]`, code: WrongCharacter, path: "groups[0].name", value: "A\nB", args: "U+000A 2"},
		{because: "a space in a user name", members: person(`"userName":"a b"`), code: WrongCharacter, path: "persons[0].userName", value: "a b", args: "U+0020 2"},
		{because: "an escape sequence in an extension", members: `"extensions":{"x":["\u001b[2J"]}`, code: WrongCharacter, path: "extensions.x[0]", value: "\x1b[2J", args: "U+001B 1"},
		{because: "no address", members: person(`"email":"a@b@c"`), code: WrongEmail, path: "persons[0].email", value: "a@b@c"},
		{because: "a task twice", members: `"accessRoles":[{"id":"A1","name":"A","kind":"manual","tasks":["x","y","x"]}]`, code: Repeated, path: "accessRoles[0].tasks[2]", value: "x"},
		{because: "a last day for somebody active", members: person(`"active":true`) + `,"extensions":{"zichtlijn.inactiveFrom":{"P1":"2026-07-01"}}`, code: NotInactive, path: `extensions["zichtlijn.inactiveFrom"].P1`, value: "P1"},
		{because: "a last day for nobody", members: `"extensions":{"zichtlijn.inactiveFrom":{"P1":"2026-07-01"}}`, code: NotInactive, path: `extensions["zichtlijn.inactiveFrom"].P1`, value: "P1"},
		{because: "a last day that is none", members: person(`"active":false`) + `,"extensions":{"zichtlijn.inactiveFrom":{"P1":"ooit"}}`, code: WrongDate, path: `extensions["zichtlijn.inactiveFrom"].P1`, value: "ooit"},
		{because: "last days that are no object", members: `"extensions":{"zichtlijn.inactiveFrom":[]}`, code: WrongKind, path: `extensions["zichtlijn.inactiveFrom"]`, args: "object"},
	}
}

func wrongReferences() []wrong {
	related := func(client, person, kind string) string {
		return people + `,` + groep + `,` + types + `,"relations":[{"id":"R1","client":"` + client + `","person":"` + person + `","type":"` + kind + `","from":"2026-01-01"}]`
	}
	return []wrong{
		{because: "a member nobody knows", members: groep + `,"memberships":[{"group":"G1","person":"P9"}]`, code: UnknownReference, path: "memberships[0].person", value: "P9", args: "person"},
		{because: "an employee nobody knows", members: people + `,"shifts":[{"id":"S1","date":"2026-03-02","begin":"23:00","end":"07:00","employees":["P2","P9"],"clients":[]}]`, code: UnknownReference, path: "shifts[0].employees[1]", value: "P9", args: "person"},
		{because: "a type nobody knows, in a scope", members: `"accessRoles":[{"id":"A1","name":"A","kind":"relation","tasks":[],"scope":{"kind":"relation","relationTypes":["T9"]}}]`, code: UnknownReference, path: "accessRoles[0].scope.relationTypes[0]", value: "T9", args: "relationType"},
		{because: "a guardian as an employee", members: related("P1", "P5", "T1"), code: RoleMisfit, path: "relations[0].person", value: "P5", args: "employee P5 T1"},
		{because: "a counselor as the client", members: related("P2", "P3", "T1"), code: NotAClient, path: "relations[0].client", value: "P2", args: "P2"},
		{because: "a client on both sides", members: related("P1", "P1", "T1"), code: OtherIsClient, path: "relations[0].person", value: "P1", args: "P1"},
		{because: "an administrator in a relation", members: related("P1", "P4", "T1"), code: AdministratorJoined, path: "relations[0].person", value: "P4", args: "P4"},
		{because: "an administrator in a group", members: people + `,` + groep + `,"memberships":[{"group":"G1","person":"P4"}]`, code: AdministratorJoined, path: "memberships[0].person", value: "P4", args: "P4"},
	}
}

func wrongTogether() []wrong {
	with := func(section string) string { return people + `,` + groep + `,` + types + `,` + section }
	kind := func(rest string) string { return `"relationTypes":[{"id":"T1","name":"A",` + rest + `}]` }
	relation := func(id, person, kind, from string) string {
		return `{"id":"` + id + `","client":"P1","person":"` + person + `","type":"` + kind + `","from":"` + from + `"}`
	}
	return []wrong{
		{because: "a group twice", members: `"groups":[{"id":"G1","name":"A"},{"id":"G1","name":"B"}]`, code: RecordTwice, path: "groups[1]", args: "groups[0]"},
		{because: "an assignment twice", members: people + `,"accessRoles":[{"id":"A1","name":"A","kind":"manual","tasks":[]}],"roleAssignments":[{"role":"A1","person":"P2"},{"role":"A1","person":"P2"}]`, code: RecordTwice, path: "roleAssignments[1]", args: "roleAssignments[0]"},
		{because: "an accepted signal twice", members: `"acceptedSignals":[{"code":"c","objects":["G1"],"reason":""},{"code":"c","objects":["G1"],"reason":"x"}]`, code: RecordTwice, path: "acceptedSignals[1]", args: "acceptedSignals[0]"},
		{because: "a relation twice, without an id", members: with(`"relations":[{"client":"P1","person":"P2","type":"T1","from":"2026-01-01"},{"client":"P1","person":"P2","type":"T1","from":"2026-01-01"}]`), code: RecordTwice, path: "relations[1]", args: "relations[0]"},
		{because: "a member twice", members: with(`"memberships":[{"group":"G1","person":"P1"},{"group":"G1","person":"P1","role":"GUARDIAN"}]`), code: MemberTwice, path: "memberships[1]", args: "memberships[0]"},
		{because: "a member on the same days, of what the file has", members: with(`"memberships":[{"group":"G1","person":"P1","from":"2026-01-01"},{"group":"G1","person":"P1","from":"2026-02-01"}]`), code: MemberTwice, path: "memberships[0].from", value: "2026-01-01", args: "G1/P1/2026-02-01"},
		{because: "two groups of one name", members: `"groups":[{"id":"G1","name":"Café"},{"id":"G2","name":"CAFÉ "}]`, code: SameNames, path: "groups[0].name", value: "Café", args: "G2"},
		{because: "an end before the beginning", members: with(`"memberships":[{"group":"G1","person":"P1","from":"2026-02-01","through":"2026-01-31"}]`), code: PeriodTurned, path: "memberships[0].through", value: "2026-01-31"},
		{because: "primary and not exclusive", members: kind(`"kind":"employee","primary":true`), code: PrimaryNeedsExclusive, path: "relationTypes[0].exclusive", value: "A"},
		{because: "primary and unwanted", members: kind(`"kind":"employee","primary":true,"exclusive":true,"negative":true`), code: NegativePrimary, path: "relationTypes[0].negative", value: "true"},
		{because: "unwanted and in the network", members: kind(`"kind":"employee","negative":true,"network":true`), code: NegativeNetwork, path: "relationTypes[0].network", value: "true"},
		{because: "a guardian who is legally responsible", members: kind(`"kind":"guardian","legal":true`), code: EmployeeFlag, path: "relationTypes[0].legal", value: "true"},
		{because: "two of an exclusive type", members: with(`"relations":[` + relation("R1", "P2", "T2", "2026-01-01") + `,` + relation("R2", "P3", "T2", "2026-02-01") + `]`), code: NotAlone, path: "relations[0].from", value: "2026-01-01", args: "R2"},
		{because: "one employee primary and unwanted", members: with(`"relations":[` + relation("R1", "P2", "T2", "2026-01-01") + `,` + relation("R2", "P2", "T3", "2026-02-01") + `]`), code: PrimaryUnwanted, path: "relations[0].person", value: "P2", args: "R2"},
		{because: "a relation that is replaced by itself", members: with(`"relations":[{"id":"R1","client":"P1","person":"P2","type":"T2","from":"2026-01-01","through":"2026-06-30","replacedBy":"R1"}]`), code: WrongSuccessor, path: "relations[0].replacedBy", value: "R1", args: "R1"},
		{because: "one agreement twice", members: with(`"agreements":[{"id":"F1","kind":"never-sees","viewer":"P1","other":"P2"},{"id":"F2","kind":"never-sees","viewer":"P1","other":"P2","note":"x"}]`), code: AgreementTwice, path: "agreements[0].kind", value: "never-sees", args: "F2"},
		{because: "an agreement of somebody with themselves", members: with(`"agreements":[{"id":"F1","kind":"never-sees","viewer":"P1","other":"P1"}]`), code: PersonTwice, path: "agreements[0].other", value: "P1", args: "P1"},
		{because: "an agreement about a pair that names a role", members: with(`"agreements":[{"id":"F1","kind":"sees","viewer":"P1","other":"P2","role":"EXTERNAL"}]`), code: NotOfKind, path: "agreements[0].role", value: "EXTERNAL"},
	}
}

func wrongs() []wrong {
	return slices.Concat(wrongFiles(), wrongValues(), wrongReferences(), wrongTogether())
}

func TestEveryProblemIsNamedByItsPlaceItsValueAndWhatWouldBeRight(t *testing.T) {
	for _, c := range wrongs() {
		t.Run(c.because, func(t *testing.T) {
			s := fileOf(t, c.file)
			if c.members != "" {
				s = setupOf(t, c.members)
			}
			found := problemsOf(domain.World{}.At(domain.NewDate(2026, 3, 2)), s)
			if len(found) == 0 {
				t.Fatal("no problem found")
			}
			p := found[0]
			if p.Code != c.code || p.Path != c.path || p.Value != c.value || strings.Join(p.Args, " ") != c.args {
				t.Errorf("got  %s %q %q %q\nwant %s %q %q %q", p.Code, p.Path, p.Value, strings.Join(p.Args, " "), c.code, c.path, c.value, c.args)
			}
			if p.File != "test.json" || p.Line < 1 || p.Column < 1 {
				t.Errorf("it stands nowhere: %+v", p)
			}
			for _, x := range found[1:] {
				if x.Code != c.code {
					t.Errorf("another problem follows: %+v", x)
				}
			}
		})
	}
}

func TestEveryCodeIsCausedBySomeFile(t *testing.T) {
	// No file causes these: they are limits (which have their own tests), or refusals
	// of edits other than an import.
	caused := []Code{TooLarge, TooMany, RelatedTwice, InUse, SinceChanged, OtherRule, UnknownEncoding}
	for _, c := range wrongs() {
		caused = append(caused, c.code)
	}
	for _, c := range wrongTables() {
		for _, line := range c.want {
			caused = append(caused, codeIn(line))
		}
	}
	caused = append(caused, UnknownHead, Replaces, Assumed) // told, and no problem: see the tests of tables
	for _, c := range Codes() {
		if !slices.Contains(caused, c) {
			t.Errorf("%s has no file that causes it", c)
		}
	}
	if all := slices.Compact(slices.Sorted(slices.Values(Codes()))); len(all) != len(Codes()) {
		t.Error("two problems share a code")
	}
}

func TestAProblemPointsAtItsLineAndColumnInCharacters(t *testing.T) {
	s := fileOf(t, "\ufeff{\"format\": \"zichtlijn-setup\", \"version\": 1,\n \"groups\": [\n  {\"id\": \"G1\", \"name\": \"Oudercafé ⛵\", \"visibility\": \"open\"}\n ]}")
	found, _ := s.Problems()
	if len(found) != 1 || found[0].Line != 3 || found[0].Column != 53 {
		t.Errorf("got %+v, want line 3, column 53", found)
	}
}

func TestEveryProblemOfAFileIsFoundAtOnceAndInItsOrder(t *testing.T) {
	s := setupOf(t, `"groups":[{"id":"G1","name":"A","visibility":"open"},{"id":"G2","nmae":"B"},{"id":"G3","name":"C"},{"id":"G4","name":"c"}],
		"memberships":[{"group":"G9","person":"P1","from":"x"}], "persons":[`+client+`,{"id":"P2"}]`)
	got := codesOf(problemsOf(domain.World{}, s))
	want := []Code{WrongVisibility, Required, UnknownKey, SameNames, SameNames, WrongDate, Required, Required, Required}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestARecordThatCouldNotBeReadCausesNoFurtherProblems(t *testing.T) {
	s := setupOf(t, `"persons":[{"id":"P1","role":"KLANT","givenName":"A","familyName":"B"},`+counselor+`],`+groep+`,`+types+`,
		"memberships":[{"group":"G1","person":"P1"}],
		"relations":[{"id":"R1","client":"P1","person":"P2","type":"T1","from":"2026-01-01"}]`)
	o := Import{Setups: []Setup{s}}.Outcome(domain.World{})
	if got := codesOf(o.Problems); !slices.Equal(got, []Code{WrongRole}) {
		t.Errorf("got %v, want the role only", got)
	}
	if c := countOf(o, domain.PersonNoun); c.New != 1 || c.Rejected != 1 {
		t.Errorf("got %+v, want one new and one rejected", c)
	}
}

func TestAFileThatIsTooLargeIsNotReadToItsEnd(t *testing.T) {
	endless := io.MultiReader(strings.NewReader(`{"format":"`), forever{})
	s, err := Read("groot.json", endless, Limits{Bytes: 1000})
	found, _ := s.Problems()
	if err != nil || len(found) != 1 || found[0].Code != TooLarge || found[0].Args[0] != "1000" {
		t.Errorf("got %+v and %v, want it too large", found, err)
	}
}

type forever struct{}

func (forever) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'x'
	}
	return len(b), nil
}

func TestAFileWithTooManyRecordsOrValuesIsRefused(t *testing.T) {
	for because, members := range map[string]string{
		"records": `"groups":[{"id":"G1","name":"A"},{"id":"G2","name":"B"},{"id":"G3","name":"C"}]`,
		"values":  `"extensions":{"x":[` + strings.Repeat("1,", 20_000) + `1]}`,
	} {
		s, err := Read("veel.json", strings.NewReader(`{"format":"zichtlijn-setup","version":1,`+members+`}`), Limits{Records: 2})
		found, _ := s.Problems()
		if err != nil || len(found) != 1 || found[0].Code != TooMany || found[0].Args[0] != "2" {
			t.Errorf("%s: got %+v and %v, want too many", because, found, err)
		}
	}
}

func TestAFileThatCannotBeReadIsAnErrorAndNoProblem(t *testing.T) {
	gone := errors.New("the stick was pulled out")
	if _, err := Read("x.json", iotest.ErrReader(gone), Limits{}); !errors.Is(err, gone) {
		t.Errorf("got %v", err)
	}
}

func TestAListOfProblemsEndsWhereNobodyWouldReadOn(t *testing.T) {
	s := setupOf(t, `"groups":[`+strings.Repeat(`{},`, 1999)+`{}]`)
	found, more := s.Problems()
	if len(found) != 1000 || more != 3000 {
		t.Errorf("got %d problems and %d more, want 1000 and 3000", len(found), more)
	}
	_, err := Import{Setups: []Setup{s}}.Plan(domain.World{})
	var r Rejected
	if !errors.As(err, &r) || len(r.Problems) != 1000 || r.More != 3000 {
		t.Errorf("planning says %v", err)
	}
}

func TestAnErrorForALogQuotesNothingOfTheFile(t *testing.T) {
	s := setupOf(t, `"persons":[{"id":"P1","role":"Petra","givenName":"Petra","familyName":"Bakker"}]`)
	_, err := Import{Setups: []Setup{s}}.Plan(domain.World{})
	if err == nil || strings.Contains(err.Error(), "Petra") {
		t.Errorf("got %v", err)
	}
}

// codeIn returns the code in a line of told.
func codeIn(line string) Code {
	for _, word := range strings.Fields(line) {
		if slices.Contains(Codes(), Code(word)) {
			return Code(word)
		}
	}
	return ""
}
