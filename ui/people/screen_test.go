package people

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func TestTheScreenAsItIsDrawn(t *testing.T) {
	for _, one := range []struct {
		language words.Language
		w, h     int
		ended    bool
	}{{words.Dutch, 80, 24, false}, {words.Dutch, 120, 40, true}, {words.English, 120, 40, false}, {words.Dutch, 200, 30, true}, {words.Dutch, 40, 10, false}} {
		t.Run(fmt.Sprintf("%s-%dx%d", one.language, one.w, one.h), func(t *testing.T) {
			s := scenetest.At(house(t), one.language, one.w, one.h)
			s.ShowEnded = one.ended
			c, _ := scenetest.Keys(s, New(), "j", "j")
			golden.RequireEqual(t, scenetest.Trimmed(scenetest.Screen(t, s, c)))
		})
	}
}

func TestNoSizeAndNoNameBreaksALine(t *testing.T) {
	long := strings.Repeat("Wéé\u202e漢字 e\u0301 ", 9)
	full := plan(t, house(t), domain.AddPerson{Person: domain.Person{Role: domain.Client, GivenName: long, FamilyName: long, Number: "9999999999999999", Location: long, Note: long + "\n\n" + long}})
	rapid.Check(t, func(r *rapid.T) {
		w := rapid.SampledFrom([]domain.World{{}, full}).Draw(r, "world")
		s := scenetest.At(w, rapid.SampledFrom(words.Languages()).Draw(r, "language"), rapid.IntRange(1, 200).Draw(r, "w"), rapid.IntRange(4, 60).Draw(r, "h"))
		s.ShowEnded = rapid.Bool().Draw(r, "ended")
		c := New()
		for _, k := range rapid.SliceOfN(rapid.SampledFrom([]string{"j", "k", "G", "g", "tab", "/", "esc", "a", "é", "e", "n", "i", "d", "f", "enter", "pgdown"}), 0, 12).Draw(r, "keys") {
			var wish scene.Wish
			c, wish = c.Update(s, scenetest.Press(k))
			if open, ok := wish.(scene.Open); ok {
				scenetest.Dialog(t, s, open.Dialog)
			}
		}
		scenetest.Screen(t, s, c)
	})
}

func plan(t *testing.T, w domain.World, c domain.Command) domain.World {
	t.Helper()
	changes, err := c.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	if w, err = w.With(changes...); err != nil {
		t.Fatal(err)
	}
	return w
}

func onto(s scene.Scene, c scene.Screen, id domain.PersonID) scene.Screen {
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.PersonNoun, Key: string(id)}})
	return c
}

// under is who is under the cursor: as whom v looks.
func under(s scene.Scene, c scene.Screen) domain.PersonID {
	_, wish := scenetest.Keys(s, c, "v")
	if several, ok := wish.(scene.Several); ok {
		return several[0].(scene.Look).Person
	}
	return ""
}

// listed is everybody in the list, from the top.
func listed(s scene.Scene, c scene.Screen) []domain.PersonID {
	var out []domain.PersonID
	c, _ = scenetest.Keys(s, c, "home")
	for id := under(s, c); id != "" && !slices.Contains(out, id); id = under(s, c) {
		out = append(out, id)
		c, _ = scenetest.Keys(s, c, "down")
	}
	return out
}

func TestAFilterFindsPeopleByNameNumberAndPlaceWithoutAccents(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 120, 40)
	for query, want := range map[string]int{"nguyen": 1, "vries jan": 2, "200003": 1, "STEIGER": 4, "vaktherapeut": 1, "zzz": 0} {
		c, _ := scenetest.Keys(s, New(), append([]string{"/"}, strings.Split(query, "")...)...)
		found, _ := scenetest.Keys(s, c, "enter")
		if got := len(listed(s, found)); got != want {
			t.Errorf("%q finds %d people, not %d", query, got, want)
		}
		if c, _ = scenetest.Keys(s, c, "esc"); len(listed(s, c)) != 11 || c.(scene.Typist).Typing() {
			t.Errorf("esc leaves %q", query)
		}
	}
}

func TestLettersAreTextWhileAFilterIsTyped(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 120, 40)
	c, wish := scenetest.Keys(s, New(), "/", "n", "i", "d", "f")
	if wish != nil {
		t.Errorf("wished %#v", wish)
	}
	scenetest.Says(t, scenetest.Screen(t, s, c), "/ nidf")
}

func TestTheRoleFilterGoesRoundAndShowsItself(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 120, 40)
	c := New()
	for _, r := range domain.Roles() {
		c, _ = scenetest.Keys(s, c, "f")
		text := scenetest.Screen(t, s, c)
		scenetest.Says(t, text, "Personen · "+s.Words.RoleWord(r))
		for _, id := range listed(s, c) {
			if p, _ := s.World.Person(id); p.Role != r {
				t.Errorf("%s is listed as %s", p.FullName(), r)
			}
		}
	}
	c, _ = scenetest.Keys(s, c, "f")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Personen (11)")
	c, _ = scenetest.Keys(s, c, "f", "esc")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Personen (11)")
}

func TestTheCursorStaysOnItsPersonAndGoesToANewOne(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 120, 40)
	c := onto(s, New(), "P42")
	moved, _ := s.World.Person("P42")
	moved.FamilyName = "Aa"
	next := s
	next.World = plan(t, s.World, domain.EditPerson{Person: moved})
	next.Roster = scene.NewRoster(next.World, s.Roster)
	if got := under(next, c); got != "P42" {
		t.Errorf("the cursor left P42 for %s when their name changed", got)
	}
	c = onto(s, New(), "P42")
	next.World = plan(t, s.World, domain.AddPerson{Person: domain.Person{Role: domain.Client, GivenName: "Mies", FamilyName: "Mol"}})
	next.Roster = scene.NewRoster(next.World, s.Roster)
	if got := under(next, c); got != "P43" {
		t.Errorf("the cursor is on %s, not on the person who was just added", got)
	}
	c, _ = scenetest.Keys(next, c, "up")
	if got := under(next, c); got != "P01" {
		t.Errorf("up from P43 leads to %s", got)
	}
}

func TestAnArrivalGoesToThePersonEvenThroughAFilter(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 120, 40)
	c, _ := scenetest.Keys(s, New(), "f", "/", "s", "e", "l", "enter")
	if got := under(s, onto(s, c, "P12")); got != "P12" {
		t.Errorf("arrived at %s", got)
	}
}

func TestEnterInTheDetailsGoesToTheGroupOrTheOtherPerson(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 120, 40)
	c, wish := scenetest.Keys(s, onto(s, New(), "P30"), "tab", "G", "up", "enter") // the line of a relation
	if under(s, c) != "P15" || wish != nil {
		t.Errorf("the relation leads to %s", under(s, c))
	}
	_, wish = scenetest.Keys(s, onto(s, New(), "P30"), "tab", "G", "up", "up", "enter")
	if wish != (scene.Go{Screen: scene.GroupsScreen, At: domain.Ref{Noun: domain.GroupNoun, Key: "G3"}}) {
		t.Errorf("the group leads to %#v", wish)
	}
}

func TestLookingAsSomebodyHoldsThemAndShowsTheGroups(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 120, 40)
	_, wish := scenetest.Keys(s, onto(s, New(), "P15"), "v")
	several, ok := wish.(scene.Several)
	if !ok || several[0] != (scene.Look{Person: "P15"}) || several[1] != (scene.Go{Screen: scene.GroupsScreen}) {
		t.Errorf("wished %#v", wish)
	}
}

func TestEndedLinksAreShownOnlyWhenAskedForAndCounted(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 120, 40)
	c := onto(s, New(), "P15")
	text := scenetest.Screen(t, s, c)
	scenetest.Says(t, text, "Groepen (1)", "Nog 1 niet op deze dag; x toont die ook.")
	if strings.Contains(text, "Oudercafé") {
		t.Error("an ended membership is shown")
	}
	s.ShowEnded = true
	scenetest.Says(t, scenetest.Screen(t, s, c), "Groepen (2)", "Oudercafé", "beëindigd · t/m 31-01-2026")
}

func TestWhoIsInactiveIsMarkedInTheListAndExplained(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 120, 40)
	scenetest.Says(t, scenetest.Screen(t, s, onto(s, New(), "P41")), "× Rob Mulder", "niet meer actief vanaf 01-01-2026:", "ziet niemand en wordt door niemand gezien")
	scenetest.Says(t, scenetest.Screen(t, s, onto(s, New(), "P13")), "◔ Femke Dijkstra", "Femke Dijkstra is actief t/m 30-06-2026")
}

func TestAnEmptySetUpSaysWhichKeyMakesTheFirstPerson(t *testing.T) {
	s := scenetest.At(domain.World{}, words.Dutch, 80, 24)
	scenetest.Says(t, scenetest.Screen(t, s, New()), "Druk op n")
	for _, k := range []string{"e", "i", "d", "v", "enter", "G", "tab"} {
		if _, wish := scenetest.Keys(s, New(), k); wish != nil {
			t.Errorf("%s on nobody wishes %#v", k, wish)
		}
	}
}

func TestAClickSelectsTheRowUnderItAndTheWheelScrolls(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 120, 12)
	click := tea.MouseClickMsg{X: 5, Y: s.Body.Y + 2 + 2, Button: tea.MouseLeft}
	c, _ := New().Update(s, click)
	if got := under(s, c); got != "P15" {
		t.Errorf("the click landed on %s", got)
	}
	_, wish := c.Update(s, click)
	if _, ok := wish.(scene.Open); !ok {
		t.Errorf("the second click wishes %#v", wish)
	}
	c, _ = c.Update(s, tea.MouseWheelMsg{X: 5, Y: s.Body.Y + 3, Button: tea.MouseWheelDown})
	if text := scenetest.Screen(t, s, c); strings.Contains(text, "Femke") {
		t.Errorf("the wheel does not move the list:\n%s", text)
	}
}

func BenchmarkKeyInALargeInstitution(b *testing.B) {
	s := scenetest.At(domaintest.Large(), words.Dutch, 120, 40)
	c := New()
	c.View(s)
	for i := 0; b.Loop(); i++ {
		c, _ = c.Update(s, scenetest.Press([]string{"j", "k"}[i%2]))
		c.View(s)
	}
}

func BenchmarkFilterKeyInALargeInstitution(b *testing.B) {
	s := scenetest.At(domaintest.Large(), words.Dutch, 120, 40)
	c, _ := scenetest.Keys(s, New(), "/", "a")
	for i := 0; b.Loop(); i++ {
		c, _ = c.Update(s, scenetest.Press([]string{"n", "backspace"}[i%2]))
		c.View(s)
	}
}

func BenchmarkOpeningThePersonFormInALargeInstitution(b *testing.B) {
	s := scenetest.At(domaintest.Large(), words.Dutch, 120, 40)
	for b.Loop() {
		addPerson(s, domain.Client).View(s)
	}
}
