package exchange

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

// form is a World in the exchange form.
func form(t *rapid.T, w domain.World) string {
	var b strings.Builder
	if err := Write(&b, w); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// difference is the JSON of what differs.
func difference(t rapid.TB, before, after domain.World) string {
	t.Helper()
	var b strings.Builder
	if err := WriteDifference(&b, Difference(before, after)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheDifferenceMakesOneSetUpOfAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := domaintest.Small(t), domaintest.Small(t)
		changes := Difference(before, after)
		made, err := before.With(changes...)
		if err != nil {
			t.Fatal(err)
		}
		if form(t, made) != form(t, after) {
			t.Fatal("it made another set-up")
		}
		if len(Difference(after, made)) > 0 {
			t.Fatal("two that are the same differ")
		}
		var read map[string]map[string][]struct {
			ID, Change string
			Fields     map[string][2]any
		}
		text := difference(t, before, after)
		if err := json.Unmarshal([]byte(text), &read); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		told := 0
		for _, of := range read["nouns"] {
			for _, one := range of {
				if told++; len(one.Fields) == 0 && one.Change == "changed" {
					t.Fatalf("%s changed, and it does not say what", one.ID)
				}
			}
		}
		if told != len(changes) {
			t.Fatalf("%d changes are told as %d", len(changes), told)
		}
	})
}

func TestADifferenceIsToldInTheExchangeForm(t *testing.T) {
	day := domain.NewDate(2026, 3, 2)
	was := domain.NewWorld(domain.Records{
		Persons: []domain.Person{{ID: "P1", Role: domain.Client, GivenName: "Noor", FamilyName: "Haddad"}, {ID: "P2", Role: domain.Guardian, GivenName: "Rania", FamilyName: "-"}},
		Groups:  []domain.Group{{ID: "G1", Name: "Kade"}},
	})
	now := domain.NewWorld(domain.Records{
		Persons:     []domain.Person{{ID: "P1", Role: domain.Client, GivenName: "Noor\u202e", FamilyName: "Haddad", InactiveFrom: day}},
		Groups:      []domain.Group{{ID: "G1", Name: "Kade", Visibility: domain.GroupVisible}},
		Memberships: []domain.Membership{{Group: "G1", Person: "P1", Period: domain.Period{From: day}}},
	})
	want := `{"nouns":{"person":[` +
		`{"id":"P1","change":"changed","fields":{"givenName":["Noor","Noor\u202e"],"active":[true,false],"inactiveFrom":[null,"2026-03-02"]}},` +
		`{"id":"P2","change":"gone","fields":{"role":["GUARDIAN",null],"givenName":["Rania",null],"familyName":["-",null]}}],` +
		`"group":[{"id":"G1","change":"changed","fields":{"visibility":["hidden","group-visible"]}}],` +
		`"membership":[{"id":"G1/P1/2026-03-02","change":"new","fields":{"group":[null,"G1"],"person":[null,"P1"],"from":[null,"2026-03-02"]}}]}}` + "\n"
	if got := difference(t, was, now); got != want {
		t.Errorf("told\n%s\nwant\n%s", got, want)
	}
	if got := difference(t, now, now); got != `{"nouns":{}}`+"\n" {
		t.Errorf("nothing is told as %s", got)
	}
}

func TestAPartCanBeReadByItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := domaintest.Small(t)
		after := before
		for range rapid.IntRange(0, 5).Draw(t, "edits") {
			if changes, err := domaintest.Command(t, after).Plan(after); err == nil {
				after, _ = after.With(changes...)
			}
		}
		changes := Difference(before, after)
		part := Part(after, changes)
		s, err := Read("part.json", bytes.NewReader([]byte(form(t, part))), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		i := Import{Setups: []Setup{s}}
		if out := i.Outcome(domain.World{}); len(out.Problems) > 0 {
			t.Fatalf("it can not be read: %s", told(out.Problems[0]))
		}
		for _, c := range changes {
			if st := c.Step(); st.After != nil && !part.Has(st.Ref) {
				t.Fatalf("%v is missing", st.Ref)
			}
		}
	})
}

func TestTablesGiveTheNounsOfTheirTables(t *testing.T) {
	read := func(name, text string) Setup {
		s, err := ReadAs(name, strings.NewReader(text), How{})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for _, c := range []struct {
		name, text string
		gives      []domain.Noun
		not        []domain.Noun
	}{
		{"a.json", `{"format":"zichtlijn-setup","version":1}`, domain.Nouns(), nil},
		{"personen.csv", "rol;voornaam;achternaam\r\n", []domain.Noun{domain.PersonNoun}, []domain.Noun{domain.GroupNoun, domain.AgreementNoun}},
		{"lijst.csv", "rol;voornaam;achternaam;groep\r\ncliënt;Noor;Haddad;Kade\r\n", []domain.Noun{domain.PersonNoun, domain.GroupNoun, domain.MembershipNoun}, []domain.Noun{domain.RelationNoun, domain.InstitutionNoun}},
	} {
		s := read(c.name, c.text)
		for _, n := range c.gives {
			if !s.Gives(n) {
				t.Errorf("%s does not give %v", c.name, n)
			}
		}
		for _, n := range c.not {
			if s.Gives(n) {
				t.Errorf("%s gives %v", c.name, n)
			}
		}
	}
}

func BenchmarkDifference(b *testing.B) {
	w := domaintest.Large()
	other := domaintest.Institution(2, domaintest.Size{Persons: 10_000, Groups: 1_000, Memberships: 50_000, Relations: 30_000})
	b.ReportAllocs()
	for b.Loop() {
		if len(Difference(w, other)) == 0 {
			b.Fatal("no difference")
		}
	}
}
