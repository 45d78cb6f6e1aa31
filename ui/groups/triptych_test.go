package groups

import (
	"fmt"
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

// opened is the triptych of a group as somebody sees it.
func opened(t testing.TB, s scene.Scene, group domain.GroupID, person domain.PersonID) scene.Screen {
	t.Helper()
	var c scene.Screen = New()
	c, _ = c.Update(s, scene.Refresh{})
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: string(group)}})
	c, _ = c.Update(s, scene.Look{Person: person})
	c, _ = scenetest.Keys(s, c, "c")
	return c
}

// The triptych as it was looked at and found good: Noor and the hidden group, an
// viewer from outside, a counselor of an open group, a guardian who would see
// less of one, and another who sees nothing of theirs (DOMAIN.md 5).
func TestTheTriptychLooksAsItWasFoundGood(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}, {40, 10}} {
		for _, l := range words.Languages() {
			s := demoScene(t, l, size[0], size[1])
			for name, c := range map[string]scene.Screen{
				"noor": opened(t, s, "G1", "P15"), "outside": opened(t, s, "G4", "P15"), "counselor": opened(t, s, "G3", "P08"),
				"petra": opened(t, s, "G4", "P28"), "dennis": opened(t, s, "G1", "P29"),
			} {
				t.Run(fmt.Sprintf("%s-%v-%dx%d", name, l, size[0], size[1]), func(t *testing.T) {
					golden.RequireEqual(t, scenetest.Trimmed(scenetest.Screen(t, s, c)))
				})
			}
		}
	}
}

func TestTheTriptychFillsEverySizeAtEveryBreakpoint(t *testing.T) {
	long := strings.Repeat("Wijdlopig 世界 ", 8)
	for _, l := range words.Languages() {
		s := demoScene(t, l, 120, 40)
		s = edited(t, s, domain.EditGroup{Group: domain.Group{ID: "G4", Name: long, Visibility: domain.MembersVisible}})
		petra, _ := s.World.Person("P28")
		petra.DisplayName = long
		s = edited(t, s, domain.EditPerson{Person: petra})
		c := opened(t, s, "G4", "P28")
		for _, w := range []int{40, 41, 59, 60, 61, 79, 80, 81, 99, 100, 101, 102, 103, 119, 120, 121, 167, 168, 169, 200} {
			for _, h := range []int{10, 11, 13, 14, 15, 16, 17, 18, 23, 24, 25, 40, 60} {
				at := scenetest.At(s.World, l, w, h)
				c, _ = c.Update(at, scene.Refresh{})
				scenetest.Screen(t, at, c)
			}
		}
	}
}

func TestOpeningAndLeavingTheTriptychMovesNobody(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	for _, way := range [][]string{{}, {"tab", "j", "j"}, {"]", "]", "]"}, {"tab", "tab"}, {"tab", "tab", "tab", "j"}} {
		c, _ := scenetest.Keys(s, New(), way...)
		before := scenetest.Screen(t, s, c)
		for _, leave := range []string{"c", "esc"} {
			over, _ := scenetest.Keys(s, c, "c")
			if scenetest.Screen(t, s, over) == before {
				t.Fatalf("after %v c opens nothing", way)
			}
			back, _ := scenetest.Keys(s, over, leave)
			if after := scenetest.Screen(t, s, back); after != before {
				t.Errorf("after %v and %s:\n%s\nbefore:\n%s", way, leave, after, before)
			}
		}
	}
}

func TestTheTriptychWalksThroughMembersRolesAndGroups(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	c := opened(t, s, "G5", "P15")
	says := func(want ...string) {
		t.Helper()
		scenetest.Says(t, scenetest.Screen(t, s, c), want...)
	}
	says("Zo ziet Noor Haddad het · cliënt · groep Vaardigheidstraining dinsdag")
	c, _ = scenetest.Keys(s, c, "l") // Noor stays, in another of her groups
	says("Zo ziet Noor Haddad het · cliënt · groep Woongroep Steiger A", "ziet 12 personen +7")
	c, _ = scenetest.Keys(s, c, "g")
	says("Zo ziet Fatima El Amrani het · behandelaar")
	c, _ = scenetest.Keys(s, c, "j", "k", "G")
	says("Zo ziet Jayden Pinas het · cliënt · groep Woongroep Steiger A")
	c, _ = scenetest.Keys(s, c, "]")
	says("· ouder/voogd · groep Woongroep Steiger A")
	c, _ = scenetest.Keys(s, c, "[", "[")
	says("Zo ziet een verzonnen beheerder het · beheerder", "alleen beheer (regel G7)")
	c, _ = scenetest.Keys(s, c, "esc")
	says("Zo ziet een verzonnen beheerder het", "rol vastgehouden")
}

func TestSomebodyFromOutsideTheGroupIsSaidToBe(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	c, _ := scenetest.Keys(s, opened(t, s, "G5", "P15"), "h", "h", "h")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Zo ziet Noor Haddad het", "is geen lid van deze groep")
	c, _ = scenetest.Keys(s, c, "j") // the first press goes to the member under the cursor
	if strings.Contains(scenetest.Screen(t, s, c), "is geen lid") {
		t.Error("a member is said to be none")
	}
}

func TestAFilterThatLeavesFewMembersToWalkThroughIsNamed(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	c, _ := scenetest.Keys(s, New(), "tab", "/", "k", "e", "e", "s", "enter", "c")
	scenetest.Says(t, scenetest.Screen(t, s, c), "zoek: kees")
}

// The pane of members looks as whoever its cursor is on; leaving the triptych
// from outside the group must not put somebody else there.
func TestLeavingFromAnotherGroupHoldsThePerson(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	c, _ := scenetest.Keys(s, New(), "tab", "j")
	c, _ = scenetest.Keys(s, c, "c", "l", "l")
	name, _, _ := strings.Cut(scenetest.Screen(t, s, c), " het ·")
	c, _ = scenetest.Keys(s, c, "c")
	scenetest.Says(t, scenetest.Screen(t, s, c), strings.TrimSpace(name)+" het", "vastgehouden · esc laat los")
}

func TestTheTriptychOpensTheVisibilityAtItsColumn(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	for _, key := range []string{"z", "enter"} {
		c, wish := scenetest.Keys(s, opened(t, s, "G1", "P15"), "tab", "tab", key)
		d := scenetest.Opened(t, wish)
		mustSee(t, s, d, "(•) ◉ Gebruikers kunnen elkaar zien", "mensen zien er anderen bij")
		_, wish = saved(s, d, "enter")
		if got := commandOf[domain.SetVisibility](t, wish); got != (domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}) {
			t.Errorf("wished %+v", got)
		}
		after := edited(t, s, domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible})
		c, _ = c.Update(after, scene.Refresh{})
		scenetest.Says(t, scenetest.Screen(t, after, c), "ziet 5 personen −7", "− Woongroep Steiger A")
	}
}

func TestANarrowWindowShowsTheChosenColumnAndAllThreeNumbers(t *testing.T) {
	s := demoScene(t, words.Dutch, 80, 24)
	c := opened(t, s, "G1", "P15")
	scenetest.Says(t, scenetest.Screen(t, s, c), "○ ziet 5 · nu ◐ ziet 6 ◉ ziet 12", "Groep is onzichtbaar")
	c, _ = scenetest.Keys(s, c, "shift+tab")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Gebruikers kunnen elkaar zien", "+ Dennis Bakker", "(+) Fatima El Amrani")
}

func TestThePagesOfAllColumnsTurnTogetherAndStopAtTheirEnds(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 24)
	c := opened(t, s, "G1", "P15")
	top := scenetest.Screen(t, s, c)
	c, _ = scenetest.Keys(s, c, "pgdown", "space", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Soraya Ramdin beh.", "Jan de Vries (Steiger) beh.")
	c, _ = scenetest.Keys(s, c, "pgup", "pgup", "pgup", "pgup", "pgup", "pgup", "pgup")
	if scenetest.Screen(t, s, c) != top {
		t.Error("it does not come back to where it began")
	}
}

func TestTheTriptychOpensWhereTheColumnsDiffer(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 14)
	c := opened(t, s, "G6", "P15")
	scenetest.Says(t, scenetest.Screen(t, s, c), "+ Traumagroep Lotus")
}

func TestAClickChoosesAColumnAndTheWheelScrolls(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 24)
	c := opened(t, s, "G1", "P15")
	top := scenetest.Screen(t, s, c)
	c, _ = c.Update(s, tea.MouseClickMsg{X: 100, Y: 12, Button: tea.MouseLeft})
	scenetest.Says(t, scenetest.Screen(t, s, c), "▸◉ Gebruikers kunnen elkaar zien")
	c, _ = c.Update(s, tea.MouseClickMsg{X: 3, Y: 12, Button: tea.MouseLeft})
	c, _ = c.Update(s, tea.MouseWheelMsg{X: 3, Y: 12, Button: tea.MouseWheelDown})
	if scenetest.Screen(t, s, c) == top {
		t.Error("the wheel does not scroll")
	}
	c, _ = c.Update(s, tea.MouseWheelMsg{X: 3, Y: 12, Button: tea.MouseWheelUp})
	if scenetest.Screen(t, s, c) != top {
		t.Error("the wheel does not scroll back")
	}
	narrow := demoScene(t, words.Dutch, 80, 24)
	c, _ = c.Update(narrow, scene.Refresh{})
	c, _ = c.Update(narrow, tea.MouseClickMsg{X: 20, Y: 3, Button: tea.MouseLeft})
	scenetest.Says(t, scenetest.Screen(t, narrow, c), "Gebruikers kunnen groep zien")
}

func TestATriptychOfNothingSaysWhichKeysToPress(t *testing.T) {
	s := scenetest.At(domain.World{}, words.Dutch, 80, 24)
	c, _ := scenetest.Keys(s, New(), "c", "j", "l", "tab", "]")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Er is geen groep gekozen", "n een groep")
	if _, wish := scenetest.Keys(s, c, "z"); wish == nil {
		t.Error("z says nothing")
	}
	s = edited(t, s, domain.AddGroup{Group: domain.Group{ID: "G1", Name: "Leeg"}})
	c, _ = scenetest.Keys(s, New(), "c")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Er is niemand gekozen", "v kiest een persoon")
	c, _ = scenetest.Keys(s, c, "]")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Zo ziet een verzonnen")
}

func TestTheTriptychHasOnlyItsOwnKeys(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	c := opened(t, s, "G1", "P15")
	for _, key := range []string{"n", "e", "d", "D", "a", "r", "C", "/", "w", "M", "o"} {
		next, wish := scenetest.Keys(s, c, key)
		if wish != nil || scenetest.Screen(t, s, next) != scenetest.Screen(t, s, c) {
			t.Errorf("%s does something nobody sees: %#v", key, wish)
		}
	}
	names := map[words.Key]bool{}
	for _, a := range c.Actions(s) {
		names[a.Name] = true
	}
	if !names["act.back"] || !names["act.triptych-column"] || names["act.members-add"] {
		t.Errorf("it offers %v", names)
	}
	main, _ := scenetest.Keys(s, New(), "down")
	for _, a := range main.Actions(s) {
		names[a.Name] = true
	}
	if !names["act.triptych"] {
		t.Error("the main screen does not offer it")
	}
}

func TestARecordThatIsAskedForClosesTheTriptych(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	c := opened(t, s, "G1", "P15")
	c, _ = c.Update(s, scene.Arrived{})
	scenetest.Says(t, scenetest.Screen(t, s, c), "Gebruikers kunnen elkaar zien")
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: "G4"}})
	scenetest.Says(t, scenetest.Screen(t, s, c), "Leden van Oudercafé")
}

func TestRandomKeysBreakNoTriptych(t *testing.T) {
	keys := []string{"c", "esc", "up", "down", "left", "right", "tab", "shift+tab", "pgup", "pgdown", "home", "end", "[", "]", "space", "h", "l", "g", "G", "x"}
	rapid.Check(t, func(r *rapid.T) {
		s := scenetest.At(domaintest.Small(r), rapid.SampledFrom(words.Languages()).Draw(r, "language"), 120, 40)
		c, _ := scenetest.Keys(s, New(), "c")
		for range rapid.IntRange(1, 25).Draw(r, "presses") {
			switch key := rapid.SampledFrom(keys).Draw(r, "key"); key {
			case "x":
				size := scenetest.At(s.World, s.Words.Language(), rapid.IntRange(40, 200).Draw(r, "w"), rapid.IntRange(10, 60).Draw(r, "h"))
				s.Body, s.Size = size.Body, size.Size
				c, _ = c.Update(s, scene.Refresh{})
			default:
				c, _ = scenetest.Keys(s, c, key)
			}
			scenetest.Screen(t, s, c)
		}
	})
}
