package relationtypes

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func TestTheScreenAsItIsDrawn(t *testing.T) {
	scenetest.Golden(t, func(l scenetest.Look) (scene.Scene, scene.Screen) {
		return scenetest.At(scenetest.RelationTypes(t), l.Language, l.W, l.H), New()
	},
		scenetest.Look{Language: words.Dutch, W: 80, H: 24, Keys: "j j"}, scenetest.Look{Language: words.Dutch, W: 120, H: 40, Keys: "j j"},
		scenetest.Look{Language: words.English, W: 120, H: 40, Keys: "j j"}, scenetest.Look{Language: words.Dutch, W: 40, H: 10, Keys: "j j"},
		scenetest.Look{Language: words.Dutch, W: 200, H: 60, Keys: "j j"})
}

func TestNoSizeAndNoNameBreaksALine(t *testing.T) {
	full := scenetest.After(t, scenetest.AccessRoles(t), domain.AddRelationType{Type: domain.RelationType{Name: scenetest.LongName(), Network: true}})
	scenetest.Unbroken(t, New, domain.World{}, full)
}

func TestAFilterFindsTypesByNameKindAndFlagWithoutAccents(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 120, 40)
	for query, want := range map[string]int{"begel": 2, "ouder": 1, "primair": 2, "Niet": 1, "zzz": 0} {
		c, _ := scenetest.Keys(s, New(), append([]string{"/"}, strings.Split(query, "")...)...)
		scenetest.Says(t, scenetest.Screen(t, s, c), fmt.Sprintf("Relatietypen (%d van 6)", want))
		if c, _ = scenetest.Keys(s, c, "esc"); c.(scene.Typist).Typing() {
			t.Errorf("esc leaves %q", query)
		}
		scenetest.Says(t, scenetest.Screen(t, s, c), "Relatietypen (6)")
	}
}

func TestTheCursorStaysOnItsTypeAndGoesToANewOne(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 120, 40)
	c, _ := scenetest.Keys(s, New(), "G")
	was := under(t, s, c)
	next := s
	next.World = plan(t, s.World, domain.AddRelationType{Type: domain.RelationType{Name: "Aaa"}})
	next.Roster = scene.NewRoster(next.World, s.Roster)
	if now := under(t, next, c); now.Name != "Aaa" {
		t.Errorf("the cursor is on %q, not on the type that was just added", now.Name)
	}
	other, _ := s.World.RelationType(was.ID)
	other.Name = "Bbb"
	next.World = plan(t, s.World, domain.EditRelationType{Type: other})
	next.Roster = scene.NewRoster(next.World, s.Roster)
	c, _ = scenetest.Keys(s, New(), "G")
	if now := under(t, next, c); now.ID != was.ID {
		t.Errorf("the cursor left type %s for %s when it got another name", was.ID, now.ID)
	}
}

// under is the type under the cursor, as the dialog that switches it has it.
func under(t *testing.T, s scene.Scene, c scene.Screen) domain.RelationType {
	t.Helper()
	_, wish := scenetest.Keys(s, c, "o")
	_, wish = scenetest.Typed(s, scenetest.Opened(t, wish), "x", "enter")
	return wish.(scene.Edit).Command.(domain.EditRelationType).Type
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

func TestAClickSelectsTheRowUnderIt(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 120, 40)
	c, _ := New().Update(s, tea.MouseClickMsg{X: 5, Y: s.Body.Y + 2 + 3, Button: tea.MouseLeft})
	if now := under(t, s, c); now.Name != "Ouder of voogd" {
		t.Errorf("the click landed on %q", now.Name)
	}
	c, _ = c.Update(s, tea.MouseClickMsg{X: 90, Y: s.Body.Y + 4, Button: tea.MouseLeft})
	if _, cursor := c.View(s); cursor == nil || cursor.X < s.Body.W/2 {
		t.Errorf("a click on the details leaves the cursor at %v", cursor)
	}
}

func TestAnArrivalGoesToTheTypeEvenThroughAFilter(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 120, 40)
	c, _ := scenetest.Keys(s, New(), "/", "r", "e", "g", "i", "e", "enter")
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.RelationTypeNoun, Key: "T10"}})
	if now := under(t, s, c); now.ID != "T10" {
		t.Errorf("arrived at %s", now.ID)
	}
}

func TestRelationsAreCountedOnTheReferenceDate(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 120, 40)
	c, _ := scenetest.Keys(s, New(), "/", "p", "e", "r", "s")
	scenetest.Says(t, scenetest.Screen(t, s, c), "PUR···· 1/2")
	s.On = domain.NewDate(2030, 1, 1)
	s.World = plan(t, s.World, domain.EndRelations{IDs: []domain.RelationID{"R02"}, Through: s.Today})
	s.Roster = scene.NewRoster(s.World, s.Roster)
	scenetest.Says(t, scenetest.Screen(t, s, c), "PUR···· 0/2")
}

func BenchmarkKeyInALargeInstitution(b *testing.B) {
	w := domaintest.Large()
	s := scenetest.At(w, words.Dutch, 120, 40)
	var c scene.Screen = New()
	c.View(s)
	for i := 0; b.Loop(); i++ {
		c, _ = c.Update(s, scenetest.Press([]string{"j", "k"}[i%2]))
		c.View(s)
	}
}

func TestAnEmptyListOffersTheStandardSetAndAFullOneKeepsItOffTheBar(t *testing.T) {
	s := scenetest.At(domain.World{}, words.Dutch, 80, 24)
	c, wish := scenetest.Keys(s, New(), "s")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Druk op s en kies uit de gebruikelijke")
	scenetest.Says(t, scenetest.Dialog(t, s, scenetest.Opened(t, wish)), "Gebruikelijke relatietypen en toegangsrollen")
	for _, w := range []domain.World{{}, scenetest.RelationTypes(t)} {
		for _, a := range New().Actions(scenetest.At(w, words.Dutch, 80, 24)) {
			if a.Key == "s" && a.Bar != (w.Count(domain.RelationTypeNoun) == 0) {
				t.Errorf("in the bar: %v", a.Bar)
			}
		}
	}
}
