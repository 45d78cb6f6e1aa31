package access_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/access"
	"zichtlijn/ui/relationtypes"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/words"
)

// screen is the two lists as the program shows them.
func screen() scene.Screen {
	return shelf.NewPair(relationtypes.New(), access.New(), "access.to-types", "access.to-roles")
}

func TestTheTitleAlwaysSaysWhichListItIsAndTabTurns(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {80, 24}, {120, 40}} {
		s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, size[0], size[1])
		c := screen()
		for _, want := range []string{"Relatietypen (6)", "Toegangsrollen (Ons Autorisatie)", "Relatietypen (6)"} {
			scenetest.Says(t, scenetest.Screen(t, s, c), want)
			details, _ := scenetest.Keys(s, c, "right")
			scenetest.Says(t, scenetest.Screen(t, s, details), want[:len("Relatietype")])
			c, _ = scenetest.Keys(s, c, "tab")
		}
		c, _ = c.Update(s, tea.MouseClickMsg{X: 5, Y: s.Body.Y, Button: tea.MouseLeft})
		scenetest.Says(t, scenetest.Screen(t, s, c), "Relatietypen (6)")
	}
}

func TestEachListKeepsItsOwnFilter(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 120, 40)
	c, _ := scenetest.Keys(s, screen(), "/", "o", "u", "d", "enter", "tab", "/", "m", "e", "d", "i", "c")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Toegangsrollen (Ons Autorisatie): 1 van 5", "Noodtoegang")
	c, _ = scenetest.Keys(s, c, "enter", "tab")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Relatietypen (2 van 6)")
}

func TestAnAccessRoleOnAnUnwantedTypeIsLoudOnEitherList(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 120, 40)
	for at, row := range map[domain.Ref]string{
		{Noun: domain.AccessRoleNoun, Key: "A4"}: "! Noodtoegang", {Noun: domain.RelationTypeNoun, Key: "T7"}: "! Niet inplannen",
	} {
		c, _ := screen().Update(s, scene.Arrived{At: at})
		scenetest.Says(t, scenetest.Screen(t, s, c), "! SIGNAAL:", "krijgt daardoor juist toegang", row)
	}
	off, _ := s.World.AccessRole("A4")
	off.SwitchedOff = true
	s = scenetest.At(scenetest.After(t, s.World, domain.EditAccessRole{Role: off}), words.Dutch, 120, 40)
	c, _ := screen().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.RelationTypeNoun, Key: "T7"}})
	if text := scenetest.Screen(t, s, c); strings.Contains(text, "SIGNAAL") {
		t.Errorf("a role that is off still gives the signal:\n%s", text)
	}
}
