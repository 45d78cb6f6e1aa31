package exchange

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
)

func TestAGivenFieldWinsAnAbsentOneStaysAndNothingIsDeleted(t *testing.T) {
	w := worldOf(t, setupOf(t, people+`,"groups":[{"id":"G1","name":"Oudercafé","visibility":"group-visible","location":"Kade"},{"id":"G2","name":"Tuin"}]`))
	i := Import{Setups: []Setup{setupOf(t, `"groups":[{"id":"G1","name":"Ouderavond","visibility":"hidden"},{"id":"G3","name":"Koken"}]`)}}
	after := taken(t, w, i)
	if g, _ := after.Group("G1"); g != (domain.Group{ID: "G1", Name: "Ouderavond", Location: "Kade"}) {
		t.Errorf("got %+v", g)
	}
	if after.Count(domain.GroupNoun) != 3 || after.Count(domain.PersonNoun) != 5 {
		t.Error("something went or did not come")
	}
	want := Count{Noun: domain.GroupNoun, New: 1, Changed: 1}
	if got := countOf(i.Outcome(w), domain.GroupNoun); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestAFileThatIsImportedTwiceChangesNothing(t *testing.T) {
	for because, members := range map[string]string{
		"the head only":        ``,
		"an organisation":      `"organisation":{"name":"Hazelmeander","usesNewsGroups":false}`,
		"words":                `"revealingWords":[]`,
		"readings":             `"readings":{"network":false,"openExternalMessages":true}`,
		"pseudonymised":        `"pseudonymised":true`,
		"extensions":           `"extensions":{"b":{"y":1,"x":[2]},"a":"e\u0301"}`,
		"people and groups":    people + `,` + groep + `,"memberships":[{"group":"G1","person":"P1"}]`,
		"relations without id": people + `,` + types + `,"relations":[{"client":"P1","person":"P2","type":"T1","from":"2026-01-01"},{"client":"P1","person":"P2","type":"T1","from":"2025-01-01","through":"2025-02-01","withdrawn":true}]`,
		"somebody inactive":    `"persons":[{"id":"P1","role":"CLIENT","givenName":"A","familyName":"B","active":false}]`,
		"inactive from a day":  `"persons":[{"id":"P1","role":"CLIENT","givenName":"A","familyName":"B","active":false}],"extensions":{"zichtlijn.inactiveFrom":{"P1":"2026-07-01"}}`,
	} {
		t.Run(because, func(t *testing.T) {
			i := Import{Setups: []Setup{setupOf(t, members)}}
			var w domain.World
			if members != "" {
				w = taken(t, w, i)
			}
			wantNothingToDo(t, w, i)
		})
	}
}

func TestOneProblemMeansThatNothingIsTaken(t *testing.T) {
	i := Import{Setups: []Setup{setupOf(t, groep+`,"memberships":[{"group":"G1","person":"P9"}]`)}}
	o := i.Outcome(domain.World{})
	if len(o.Changes) != 0 || len(o.Problems) != 1 {
		t.Errorf("got %d changes and %d problems", len(o.Changes), len(o.Problems))
	}
	changes, err := i.Plan(domain.World{})
	var r Rejected
	if !errors.As(err, &r) || len(r.Problems) != 1 || changes != nil {
		t.Errorf("got %v and %v", changes, err)
	}
	if g, m := countOf(o, domain.GroupNoun), countOf(o, domain.MembershipNoun); g.New != 1 || m.Rejected != 1 || m.New != 0 {
		t.Errorf("got %+v and %+v", g, m)
	}
}

func TestTheCountsAddUpToTheRecordsRead(t *testing.T) {
	for _, c := range wrongs() {
		if c.members == "" {
			continue
		}
		s := setupOf(t, c.members)
		read := 0
		for _, n := range (Import{Setups: []Setup{s}}).Outcome(domain.World{}).Counts {
			read += n.Read()
		}
		if read != s.Records() {
			t.Errorf("%s: counted %d of %d records", c.because, read, s.Records())
		}
	}
}

func TestARelationWithoutAnIDGetsTheNextFreeOneInTheOrderOfTheFile(t *testing.T) {
	one := func(id, from string) string {
		if id != "" {
			id = `"id":"` + id + `",`
		}
		return `{` + id + `"client":"P1","person":"P2","type":"T1","from":"` + from + `"}`
	}
	w := worldOf(t, setupOf(t, people+`,`+types+`,"relations":[`+one("R7", "2020-01-01")+`]`))
	after := taken(t, w, Import{Setups: []Setup{setupOf(t,
		`"relations":[`+one("", "2024-01-01")+`,`+one("R11", "2021-01-01")+`,`+one("", "2020-01-01")+`,`+one("", "2023-01-01")+`]`)}})
	for id, from := range map[domain.RelationID]string{"R7": "2020-01-01", "R11": "2021-01-01", "R12": "2024-01-01", "R13": "2023-01-01"} {
		if r, ok := after.Relation(id); !ok || r.From.String() != from {
			t.Errorf("%s began on %s, want %s", id, r.From, from)
		}
	}
	if n := after.Count(domain.RelationNoun); n != 4 {
		t.Errorf("%d relations, want 4: the one of 2020 is there already", n)
	}
}

func TestAnImportNeverReplacesARelation(t *testing.T) {
	w := worldOf(t, setupOf(t, people+`,`+types+`,"relations":[{"id":"R1","client":"P1","person":"P2","type":"T2","from":"2026-01-01"}]`))
	found := problemsOf(w, setupOf(t, `"relations":[{"client":"P1","person":"P3","type":"T2","from":"2026-02-01"}]`))
	if got := codesOf(found); !slices.Equal(got, []Code{NotAlone}) || found[0].Args[0] != "R1" {
		t.Errorf("got %+v, want the overlap with R1", found)
	}
}

func TestAProblemWithWhatIsThereAlreadyIsLaidAtTheRecordThatBroughtIt(t *testing.T) {
	w := worldOf(t, setupOf(t, people+`,`+types+`,`+groep+`,"memberships":[{"group":"G1","person":"P5","role":"COUNSELOR"}],
		"relations":[{"id":"R1","client":"P1","person":"P2","type":"T1","from":"2026-01-01"},{"id":"R2","client":"P1","person":"P5","type":"T1","from":"2026-01-01"}]`))
	for because, c := range map[string]struct{ members, path string }{
		"a counselor made a client":       {`"persons":[{"id":"P2","role":"CLIENT","givenName":"Bao","familyName":"Nguyễn"}]`, "persons[0]"},
		"a type made another kind":        {`"relationTypes":[{"id":"T1","name":"Begeleider","kind":"external"}]`, "relationTypes[0]"},
		"a role that a relation rests on": {`"memberships":[{"group":"G1","person":"P5","role":"GUARDIAN"}]`, "memberships[0]"},
	} {
		found := problemsOf(w, setupOf(t, c.members))
		if len(found) == 0 || found[0].Path != c.path || found[0].Line == 0 {
			t.Errorf("%s: got %+v, want one at %s", because, found, c.path)
		}
	}
}

func TestOrganisationReadingsAndWordsAreTakenOnlyWhereThereAreNone(t *testing.T) {
	first := `"organisation":{"name":"Hazelmeander"},"readings":{"network":false},"revealingWords":["trauma"]`
	second := `"organisation":{"name":"Elders","usesNewsGroups":false},"readings":{"openPeerMessages":false},"revealingWords":[]`
	w := worldOf(t, setupOf(t, first))
	wantNothingToDo(t, w, Import{Setups: []Setup{setupOf(t, second)}})
	i := w.Institution()
	if i.Name != "Hazelmeander" || i.WithoutNewsGroups || i.Readings.On(domain.ReadNetwork) || !slices.Equal(i.Words, []string{"trauma"}) {
		t.Errorf("got %+v", i)
	}
}

func TestAnAnswerOfBeforeThatIsTheDefaultNowIsNone(t *testing.T) {
	w := worldOf(t, setupOf(t, `"organisation":{"name":"Hazelmeander"}`))
	was := w.Institution()
	is := was
	is.Readings = 1 << 9 // newsGroupReachesHidden was off unless this was set
	w, err := w.With(domain.Change{Institution: &domain.Swap[domain.Institution]{Before: &was, After: &is}})
	if err != nil {
		t.Fatal(err)
	}
	wantNothingToDo(t, w, Import{Setups: []Setup{setupOf(t, `"readings":{"newsGroupReachesHidden":true}`)}})
	if got := taken(t, w, Import{Setups: []Setup{setupOf(t, `"readings":{"network":false}`)}}).Readings(); got.On(domain.ReadNetwork) {
		t.Error("the answers of the file are not taken")
	}
}

func TestTheReferenceDateIsTakenOnlyForADemonstration(t *testing.T) {
	s := setupOf(t, `"date":"2026-03-02","organisation":{"name":"A"}`)
	if got := worldOf(t, s).Institution().Date; got != 0 {
		t.Errorf("a file froze the set-up on %s", got)
	}
	if got := taken(t, domain.World{}, Import{Setups: []Setup{s}, TakeDate: true}).Institution().Date; got.String() != "2026-03-02" {
		t.Errorf("the demonstration opens on %q", got)
	}
	wantNothingToDo(t, domain.World{}, Import{Setups: []Setup{setupOf(t, `"date":"2026-03-02"`)}})
}

func TestWhatIsPseudonymisedStaysSo(t *testing.T) {
	w := worldOf(t, setupOf(t, `"pseudonymised":true`))
	wantNothingToDo(t, w, Import{Setups: []Setup{setupOf(t, `"pseudonymised":false`)}})
}

func TestExtensionsAreMergedPerKeyAndTheFileWins(t *testing.T) {
	w := worldOf(t, setupOf(t, `"extensions":{"b":{"y":1,"x":2},"a":1}`))
	w = taken(t, w, Import{Setups: []Setup{setupOf(t, `"extensions":{"b":[1.50, true],"c":null}`)}})
	if got := string(w.Institution().Extensions); got != `{"a":1,"b":[1.50,true],"c":null}` {
		t.Errorf("got %s", got)
	}
}

func TestSomebodyBecomesInactiveFromTheDayThatIsKnown(t *testing.T) {
	file := func(active, extension string) Setup {
		return setupOf(t, `"persons":[{"id":"P1","role":"CLIENT","givenName":"A","familyName":"B"`+active+`}]`+extension)
	}
	const since = `,"extensions":{"zichtlijn.inactiveFrom":{"P1":"2026-07-01"}}`
	july := domain.NewDate(2026, 7, 1)
	for because, c := range map[string]struct {
		now  domain.Date
		file Setup
		want domain.Date
	}{
		"not active":                      {0, file(`,"active":false`, ``), domain.FirstDate},
		"not active, from July":           {0, file(`,"active":false`, since), july},
		"not active, the day known":       {july, file(`,"active":false`, ``), july},
		"not active, another day known":   {july - 9, file(`,"active":false`, since), july},
		"active":                          {july, file(`,"active":true`, ``), 0},
		"nothing said":                    {july, file(``, ``), july},
		"never active, and now from July": {domain.FirstDate, file(`,"active":false`, since), july},
	} {
		was := domain.Person{ID: "P1", Role: domain.Client, GivenName: "A", FamilyName: "B", InactiveFrom: c.now}
		w, err := domain.World{}.With(domain.Change{Person: &domain.Swap[domain.Person]{After: &was}})
		if err != nil {
			t.Fatal(err)
		}
		after, err := w.With((Import{Setups: []Setup{c.file}}).Outcome(w).Changes...)
		if err != nil {
			t.Fatal(err)
		}
		if p, _ := after.Person("P1"); p.InactiveFrom != c.want {
			t.Errorf("%s: from %q, want %q", because, p.InactiveFrom, c.want)
		}
		if after.Institution().Extensions != nil {
			t.Errorf("%s: our own extension is kept as somebody else's", because)
		}
	}
}

func TestSeveralFilesAreOneEditAndEachMayBuildOnTheOthers(t *testing.T) {
	members := fileNamed(t, "leden.json", groep+`,"memberships":[{"group":"G1","person":"P1"}]`)
	persons := fileNamed(t, "mensen.json", people+`,"groups":[{"id":"G1","name":"Oudercafé","location":"Kade"}]`)
	w := worldOf(t, members, persons)
	if g, _ := w.Group("G1"); g.Location != "Kade" || w.Count(domain.MembershipNoun) != 1 {
		t.Errorf("got %+v and %d members", g, w.Count(domain.MembershipNoun))
	}
	c := countOf(Import{Setups: []Setup{members, persons}}.Outcome(domain.World{}), domain.GroupNoun)
	if want := (Count{Noun: domain.GroupNoun, New: 1, Changed: 1}); c != want {
		t.Errorf("got %+v, want %+v", c, want)
	}
	found := problemsOf(domain.World{}, persons, fileNamed(t, "fout.json", `"memberships":[{"group":"G8","person":"P1"}]`))
	if len(found) != 1 || found[0].File != "fout.json" || found[0].Path != "memberships[0].group" {
		t.Errorf("got %+v", found)
	}
}

func fileNamed(t *testing.T, name, members string) Setup {
	t.Helper()
	s, err := Read(name, strings.NewReader(`{"format":"zichtlijn-setup","version":1,`+members+`}`), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTextsAreTakenInOneNormalForm(t *testing.T) {
	w := worldOf(t, setupOf(t, `"groups":[{"id":"G1","name":"Oudercafe\u0301"},{"id":"G2","name":"\ud83d\ude00 \u202e\"\\\/"}]`))
	if g, _ := w.Group("G1"); g.Name != "Oudercafé" {
		t.Errorf("got %q", g.Name)
	}
	if g, _ := w.Group("G2"); g.Name != "😀 \u202e\"\\/" {
		t.Errorf("got %q: invisible characters are data", g.Name)
	}
}

func TestPlanningTwiceGivesTheSameAndTouchesNoSetup(t *testing.T) {
	i := Import{Setups: []Setup{setupOf(t, people+`,`+types+`,"date":"2026-03-02","relations":[{"client":"P1","person":"P2","type":"T1","from":"2026-01-01"}]`)}}
	a, b := taken(t, domain.World{}, i), taken(t, domain.World{}, i)
	if written(t, a) != written(t, b) {
		t.Error("the second time it is another set-up")
	}
}
