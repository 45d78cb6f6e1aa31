package groups

import (
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func TestWhoIsSeenOnAnotherGroundIsNotOfferedAsUnseen(t *testing.T) {
	s := demoScene(t, words.Dutch, 140, 45)
	for p := range s.World.Persons() {
		var c scene.Screen = New()
		c, _ = c.Update(s, scene.Look{Person: p.ID})
		want := c.(Screen).preview.unseenPeople()
		c, _ = scenetest.Keys(s, c, "tab", "tab", "tab", "/")
		for _, key := range scenetest.Type("zzz") {
			c, _ = c.Update(s, key)
		}
		if got := c.(Screen).preview.unseenPeople(); len(got) != len(want) {
			t.Errorf("%s: a filter of the tiles makes %d unseen people %d", p.ID, len(want), len(got))
		}
		for id := range want {
			if sight.Between(s.World, p.ID, id, s.On).Sees() {
				t.Errorf("%s sees %s", p.ID, id)
			}
		}
	}
}

func TestAnAdministratorToldToSeeSomebodyBreaksThatAgreement(t *testing.T) {
	w := scenetest.Demonstration(t)
	var admin domain.PersonID
	for p := range w.Persons() {
		if p.Role == domain.Administrator {
			admin = p.ID
		}
	}
	w = scenetest.After(t, w, domain.AddAgreement{Agreement: domain.Agreement{Kind: domain.Sees, Viewer: admin, Other: "P28"}})
	s := scenetest.At(w, words.Dutch, 200, 60)
	var c scene.Screen = New()
	c, _ = c.Update(s, scene.Look{Person: admin})
	if view := strings.Join(strings.Fields(scenetest.Screen(t, s, c)), " "); !strings.Contains(view, "✗ schendt F") || !strings.Contains(view, "G7") {
		t.Errorf("nothing says that %s should see P28\n%s", admin, scenetest.Screen(t, s, c))
	}
}
