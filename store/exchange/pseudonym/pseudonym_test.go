package pseudonym_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/pseudonym"
)

func written(t rapid.TB, w domain.World) string {
	t.Helper()
	var b bytes.Buffer
	if err := exchange.Write(&b, w); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// marked gives every text of an institution that somebody typed a mark of its own.
func marked(w domain.World) domain.World {
	r, n := w.Records(), 0
	mark := func(s *string) { n++; *s = fmt.Sprintf("Merk%dX", n) }
	for i := range r.Institution {
		mark(&r.Institution[i].Name)
		r.Institution[i].Extensions = []byte(`{"later":"MerkX"}`)
		r.Institution[i].Words = []string{"merkx"}
	}
	for i := range r.Persons {
		p := &r.Persons[i]
		for _, s := range []*string{&p.Number, &p.GivenName, &p.Initials, &p.FamilyNamePrefix, &p.FamilyName, &p.DisplayName, &p.UserName, &p.Location, &p.Function, &p.Note} {
			mark(s)
		}
		p.Email = "merkx@merkx.nl"
	}
	for i := range r.Groups {
		g := &r.Groups[i]
		for _, s := range []*string{&g.Name, &g.Location, &g.NewsGroup, &g.Description} {
			mark(s)
		}
	}
	for i := range r.Relations {
		mark(&r.Relations[i].Note)
	}
	for i := range r.Agreements {
		mark(&r.Agreements[i].Note)
	}
	for i := range r.AccessRoles {
		mark(&r.AccessRoles[i].Name)
	}
	for i := range r.Shifts {
		mark(&r.Shifts[i].Name)
	}
	return domain.NewWorld(r)
}

func TestNothingThatSomebodyTypedAboutAnybodyIsLeft(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := marked(domaintest.Small(t))
		out := written(t, pseudonym.World(w, []byte("sleutel")))
		if at := strings.Index(strings.ToLower(out), "merk"); at >= 0 {
			t.Fatalf("left: %.60s", out[at:])
		}
		for p := range w.Persons() {
			if strings.Contains(out, `"`+string(p.ID)+`"`) {
				t.Fatalf("%s is left", p.ID)
			}
		}
	})
}

// The people have other names, and see and message each other as before.
func TestWhoSeesWhomStaysTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		out, secret := pseudonym.World(w, []byte("sleutel")), []byte("sleutel")
		if again := pseudonym.World(w, secret); written(t, again) != written(t, out) {
			t.Fatal("the same secret gives another World")
		}
		i := exchange.Import{Setups: []exchange.Setup{setup(t, written(t, out))}}
		if found := i.Outcome(domain.World{}).Problems; len(found) > 0 {
			t.Fatalf("it can not be read: %+v", found[0])
		}
		count := func(w domain.World) []string {
			var all []string
			for p := range w.Persons() {
				lines := sight.Persons(w, p.ID, domaintest.Today())
				all = append(all, fmt.Sprint(p.Role, len(lines)))
			}
			slices.Sort(all)
			return all
		}
		if !slices.Equal(count(w), count(out)) {
			t.Fatal("other sightlines")
		}
	})
}

func setup(t rapid.TB, text string) exchange.Setup {
	t.Helper()
	s, err := exchange.Read("x.json", strings.NewReader(text), exchange.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A picture of one person in World is asked for by who they are outside it.
func TestSomebodyHasTheIDInWorldThatIDSays(t *testing.T) {
	w, secret := domaintest.Institution(3, domaintest.Size{Persons: 40}), []byte("een geheim van 32 tekens, of meer")
	masked := pseudonym.World(w, secret)
	for p := range w.Persons() {
		got, ok := masked.Person(pseudonym.ID(p.ID, secret))
		if !ok || got.Role != p.Role {
			t.Errorf("%s is not there", p.ID)
		}
	}
}
