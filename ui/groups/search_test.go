package groups

import (
	"slices"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// found is the screen on a group after keys, in whose focused pane a query is typed.
func found(t *testing.T, s scene.Scene, group domain.GroupID, query string, keys ...string) Screen {
	t.Helper()
	var c scene.Screen = New()
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: string(group)}})
	c, _ = scenetest.Keys(s, c, append(keys, "/")...)
	for _, key := range scenetest.Type(query) {
		c, _ = c.Update(s, key)
	}
	return c.(Screen)
}

func TestASearchThatFindsNobodyChangesTheViewerOnlyWhileItIsTyped(t *testing.T) {
	s := demoScene(t, words.Dutch, 140, 45)
	first := found(t, s, "G5", "", "tab").person
	if g := found(t, s, "G5", "noorzz", "tab"); g.person != first {
		t.Errorf("while it is typed the viewer is %s, not %s as before it", g.person, first)
	}
	var c scene.Screen = found(t, s, "G5", "noor", "tab")
	c, _ = scenetest.Keys(s, c, "enter")
	noor := c.(Screen).person
	if noor == first {
		t.Fatalf("the search found nobody else than %s", noor)
	}
	s = edited(t, s, domain.RemoveMembers{Keys: []domain.MembershipKey{{Group: "G5", Person: noor}}})
	c, _ = c.Update(s, nil)
	if g := c.(Screen); !g.nothingFound() || g.person != noor {
		t.Errorf("the viewer is %s; nobody chose another than %s", g.person, noor)
	}
}

// Elsewhere is another group, and is searched for what the members are searched for.
func TestASearchFindsElsewhereWhatItWouldFindThere(t *testing.T) {
	s := demoScene(t, words.Dutch, 140, 45)
	for p := range s.World.Persons() {
		in := s.World.GroupsOn(p.ID, s.On)
		if p.Number == "" || len(in) == 0 {
			continue
		}
		for g := range s.World.Groups() {
			if slices.ContainsFunc(in, func(m domain.Member) bool { return m.Group == g.ID }) {
				continue
			}
			if got := found(t, s, g.ID, p.Number, "tab").elsewhere.found; len(got) != 1 || got[0].Person != p.ID {
				t.Errorf("%s: number %s finds %v elsewhere, not %s", g.ID, p.Number, got, p.ID)
			}
		}
		query := p.Shown() + " zonder relatie"
		if got := found(t, s, in[0].Group, query, "tab", "tab").elsewhere.found; len(got) > 0 {
			t.Errorf("%q finds %v", query, got)
		}
		for _, m := range found(t, s, in[0].Group, p.Shown(), "tab", "tab").elsewhere.found {
			if m.Group == in[0].Group {
				t.Errorf("%s is found in other groups than %s: in %s", p.ID, in[0].Group, m.Group)
			}
		}
	}
}
