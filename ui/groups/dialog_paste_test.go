package groups

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func TestAPastedListMayNamePeopleByTheirIds(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d := paste(s, addMembers(s, groupOf(t, s, "G4")), "P29\n- p14\nNoor Haddad\tP15\nP999\n")
	mustSee(t, s, d, "Gevonden (3)", "‘P999’ niemand gevonden")
	_, wish := saved(s, d, "enter", "enter")
	var got []domain.PersonID
	for _, m := range commandOf[domain.AddMembers](t, wish).Memberships {
		got = append(got, m.Person)
	}
	if fmt.Sprint(got) != "[P29 P14 P15]" {
		t.Errorf("added %v", got)
	}
}

func TestAListThatIsTooLongIsReadInWholeLinesAndCounted(t *testing.T) {
	line := strings.Repeat("x", 99) + "\n"
	kept, unread := readable(strings.Repeat(line, 201) + "Sem Bakker\n")
	if got := strings.Count(kept, "x"); got%99 != 0 || got/99+unread != 202 {
		t.Errorf("kept %d letters, %d lines unread", got, unread)
	}
	if kept, unread = readable("Sem\r\nNoor\r\n\n"); kept != "Sem\nNoor\n\n" || unread != 0 {
		t.Errorf("a short list: %q, %d", kept, unread)
	}
}

func TestANameThatIsPastedAndDoesNotFitIsSaid(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d := paste(s, newGroup(s), strings.Repeat("x", 300))
	mustSee(t, s, d, "Geplakt: de eerste 120 tekens; de rest past niet.")
	d = paste(s, d, "y")
	mustSee(t, s, d, "Niets geplakt: het veld is vol.")
	v, _ := do(s, setVisibility(s, groupOf(t, s, "G1")), "down")
	mustSee(t, s, paste(s, v, strings.Repeat("x", 600)), "Geplakt: de eerste 500 tekens; de rest past niet.")
	list, _ := do(s, addMembers(s, groupOf(t, s, "G4")), "ctrl+v")
	mustSee(t, s, paste(s, list, strings.Repeat("x", pasteLimit+1)), "Geplakt: de eerste 20.000 tekens; de rest past niet.")
}

func TestTypingADateReplacesTheProposedOne(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	var m domain.Membership
	for m = range s.World.MembersOf("G1") {
		break
	}
	d, wish := do(s, endMembers(s, []domain.Membership{m}), "16-03-2026", "enter")
	if _, ok := wish.(scene.Edit); !ok {
		t.Fatalf("wished %#v", wish)
	}
	mustSee(t, s, d, "16-03-2026")
}

func TestInASmallWindowOneIsToldToReadOn(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {80, 24}} {
		s := demoScene(t, words.Dutch, size[0], size[1])
		d, _ := do(s, setVisibility(s, groupOf(t, s, "G1")), "down", "down")
		mustSee(t, s, d, "pgdn verder lezen")
	}
}

// A list that is pasted on a group is of its members: who is there already is found, and
// who is not can be made on the spot.
func TestAListPastedOnAGroupFindsWhoIsThereAndOffersToMakeTheRest(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: "G4"}})
	_, wish := c.Update(s, tea.PasteMsg{Content: "Noor Haddad\nIemand Nieuws\nP29\n"})
	d := scenetest.Opened(t, wish)
	mustSee(t, s, d, "Gevonden (2)", "Noor Haddad", "‘Iemand Nieuws’", "n maak de onbekende")
	_, wish = do(s, d, "n")
	all, _ := wish.(scene.Several)
	if want := (scene.Paste{Text: "persoon_id\tnaam\nP15\t\nP29\t\n\t\"Iemand Nieuws\"\n", Group: "G4"}); len(all) != 2 || all[0] != scene.Wish(scene.Close{}) || all[1] != scene.Wish(want) {
		t.Fatalf("wished %#v", wish)
	}
}

func TestAListOfNobodyWhoIsThereIsReadAsNewPeople(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: "G4"}})
	_, wish := c.Update(s, tea.PasteMsg{Content: "Iemand Nieuws\nNog Een\n"})
	if got, ok := wish.(scene.Paste); !ok || got.Group != "G4" {
		t.Errorf("wished %#v", wish)
	}
}

func TestATableWithColumnsIsNotReadAsMembersAlone(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: "G4"}})
	_, wish := c.Update(s, tea.PasteMsg{Content: "Noor Haddad\tOost\nNieuw Iemand\tWest\n"})
	if got, ok := wish.(scene.Paste); !ok || !strings.Contains(got.Text, "Oost") {
		t.Errorf("wished %#v", wish)
	}
}
