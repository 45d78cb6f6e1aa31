package handover_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/handover"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

var _ handover.Words = tell.Words{}

func demonstration(t testing.TB) domain.World {
	t.Helper()
	changes, err := exchange.Demonstration().Plan(domain.World{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := domain.World{}.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// edited is the set-up after some commands.
func edited(t testing.TB, w domain.World, commands ...domain.Command) domain.World {
	t.Helper()
	for _, c := range commands {
		changes, err := c.Plan(w)
		if err != nil {
			t.Fatal(err)
		}
		if w, err = w.With(changes...); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

var dutch = tell.In(words.Dutch)

type writer func(io.Writer, handover.Sheet, handover.Words) error

func text(t testing.TB, write writer, s handover.Sheet, l words.Language) string {
	t.Helper()
	var b strings.Builder
	if err := write(&b, s, tell.In(l)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// later is the demonstration a week on, with something of each kind that is new, changed
// or over.
func later(t testing.TB) (domain.World, *handover.Since) {
	before := demonstration(t)
	today := domaintest.Today()
	noor, _ := before.Person("P15")
	noor.Email = "noor@voorbeeld.nl"
	after := edited(t, before,
		domain.EditPerson{Person: noor},
		domain.AddPerson{Person: domain.Person{Role: domain.Counselor, GivenName: "Joris", FamilyName: "Kok", Number: "200099", Note: "broer van een ouder"}},
		domain.SetVisibility{ID: "G1", Visibility: domain.GroupVisible},
		domain.EndMembers{Keys: []domain.MembershipKey{keyOf(before, "G5", "P18")}, Through: today + 2},
		domain.AddMembers{Memberships: []domain.Membership{{Group: "G6", Person: "P42", Period: domain.Period{From: today + 1}}}},
		domain.RemoveMembers{Keys: []domain.MembershipKey{keyOf(before, "G4", "P10")}},
		domain.DeactivatePerson{ID: "P39", From: today + 3},
	)
	return after, &handover.Since{World: before, On: today, Name: "regel 1 van het logboek"}
}

func keyOf(w domain.World, g domain.GroupID, p domain.PersonID) domain.MembershipKey {
	for m := range w.MembershipsOf(p) {
		if m.Group == g {
			return domain.MembershipKey{Group: g, Person: p, From: m.From}
		}
	}
	panic("not in it")
}

func TestNotesAboutPeopleAreNotHandedOver(t *testing.T) {
	after, since := later(t)
	petra, _ := after.Person("P28")
	petra.Note = "verhuisd"
	after = edited(t, after, domain.EditPerson{Person: petra})
	for _, s := range []handover.Sheet{handover.New(after, domaintest.Today(), nil), handover.New(after, domaintest.Today(), since)} {
		md := text(t, handover.Markdown, s, words.Dutch)
		for p := range after.Persons() {
			if p.Note != "" && strings.Contains(md, p.Note) {
				t.Errorf("it says of %s: %s", p.ID, p.Note)
			}
		}
	}
}

func TestTheDemonstrationIsHandedOver(t *testing.T) {
	whole := handover.New(demonstration(t), domaintest.Today(), nil)
	after, since := later(t)
	part := handover.New(after, domaintest.Today()+7, since)
	for _, l := range words.Languages() {
		for _, c := range []struct {
			name  string
			sheet handover.Sheet
		}{{"whole", whole}, {"since", part}} {
			for name, write := range map[string]writer{"html": handover.HTML, "md": handover.Markdown} {
				t.Run(c.name+"-"+l.String()+"."+name, func(t *testing.T) {
					got := text(t, write, c.sheet, l)
					if strings.Contains(got, "%!") || strings.Contains(got, "handover.") {
						t.Error("a sentence is missing an argument, or its words")
					}
					golden.RequireEqual(t, got)
				})
			}
		}
	}
}

// TestEverySentenceOfTheSheetIsSaid: the keys are texts here, which the test of the words
// does not follow.
func TestEverySentenceOfTheSheetIsSaid(t *testing.T) {
	said := ""
	sources, _ := filepath.Glob("*.go") // the pattern is sound
	for _, name := range sources {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "_test.go") {
			said += string(b)
		}
	}
	catalogue, err := os.ReadFile("../../../ui/words/nl.toml")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(catalogue), "\n[handover]\n")
	section, _, _ = strings.Cut(section, "\n[")
	keys := 0
	for line := range strings.Lines(section) {
		key, _, ok := strings.Cut(line, " = ")
		key = strings.TrimPrefix(strings.Trim(key, `"`), "ends.")
		if ok && !strings.Contains(said, `"`+key+`"`) {
			t.Errorf("nobody says %q", key)
		}
		keys++
	}
	if keys < 50 {
		t.Errorf("found %d keys only", keys)
	}
}
