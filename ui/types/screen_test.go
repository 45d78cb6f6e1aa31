package types

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func TestTheScreenAsItIsDrawn(t *testing.T) {
	scenetest.Golden(t, func(l scenetest.Look) (scene.Scene, scene.Screen) {
		return scenetest.At(house(t), l.Language, l.W, l.H), New()
	},
		scenetest.Look{Language: words.Dutch, W: 80, H: 24, Keys: "j j"}, scenetest.Look{Language: words.Dutch, W: 120, H: 40, Keys: "j j"},
		scenetest.Look{Language: words.English, W: 120, H: 40, Keys: "j j"}, scenetest.Look{Language: words.Dutch, W: 40, H: 10, Keys: "j j"})
}

func TestNoSizeAndNoNameBreaksALine(t *testing.T) {
	long := domain.RelationType{Name: strings.Repeat("Wéé\u202e漢字 e\u0301 ", 9), Network: true}
	changes, err := domain.AddRelationType{Type: long}.Plan(offices(t))
	if err != nil {
		t.Fatal(err)
	}
	full, err := offices(t).With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	full = scenetest.After(t, full, domain.AddAccessRole{Role: domain.AccessRole{
		Name: long.Name, Tasks: []string{long.Name}, Scope: domain.Scope{Kind: domain.LocationScope, Locations: []string{long.Name}},
	}})
	rapid.Check(t, func(r *rapid.T) {
		w := rapid.SampledFrom([]domain.World{{}, full}).Draw(r, "world")
		s := scenetest.At(w, rapid.SampledFrom(words.Languages()).Draw(r, "language"), rapid.IntRange(1, 200).Draw(r, "w"), rapid.IntRange(4, 60).Draw(r, "h"))
		c := New()
		for _, k := range rapid.SliceOfN(rapid.SampledFrom([]string{"j", "k", "G", "g", "tab", "right", "/", "esc", "a", "é", "enter", "pgdown", "D", "d", "o"}), 0, 12).Draw(r, "keys") {
			var wish scene.Wish
			c, wish = c.Update(s, scenetest.Press(k))
			if open, ok := wish.(scene.Open); ok {
				scenetest.Dialog(t, s, open.Dialog)
			}
		}
		scenetest.Screen(t, s, c)
	})
}

func TestAFilterFindsTypesByNameKindAndFlagWithoutAccents(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 120, 40)
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
	s := scenetest.At(house(t), words.Dutch, 120, 40)
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
	s := scenetest.At(house(t), words.Dutch, 120, 40)
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
	s := scenetest.At(house(t), words.Dutch, 120, 40)
	c, _ := scenetest.Keys(s, New(), "/", "r", "e", "g", "i", "e", "enter")
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.RelationTypeNoun, Key: "T10"}})
	if now := under(t, s, c); now.ID != "T10" {
		t.Errorf("arrived at %s", now.ID)
	}
}

func TestRelationsAreCountedOnTheReferenceDate(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 120, 40)
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
	c := New()
	c.View(s)
	for i := 0; b.Loop(); i++ {
		c, _ = c.Update(s, scenetest.Press([]string{"j", "k"}[i%2]))
		c.View(s)
	}
}
