package groups

import (
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// C4: whoever looks as a user of a hidden group and searches there finds exactly
// what they would find if the group had never been.
func TestSearchingInThePreviewTellsNothingOfAHiddenGroup(t *testing.T) {
	with := demoScene(t, words.Dutch, 120, 40)
	if all, few := searched(with, "P15", ""), searched(with, "P15", "haddad"); len(few) >= len(all) || len(few) == 0 {
		t.Fatalf("a search leaves %d of %d rows: it asks nothing", len(few), len(all))
	}
	for _, query := range []string{"", "lotus", "steiger", "milan", "a", "haddad", "x"} {
		for g := range with.World.Groups() {
			if g.Visibility != domain.Hidden {
				continue
			}
			without := scenetest.At(scenetest.After(t, with.World, domain.RemoveGroup{ID: g.ID}), words.Dutch, 120, 40)
			for _, m := range with.World.MembersOn(g.ID, with.On) {
				if m.As.IsUser() && !slices.EqualFunc(searched(with, m.Person, query), searched(without, m.Person, query), sameRow) {
					t.Errorf("%s looks for %q and finds otherwise without %s", m.Person, query, g.ID)
				}
			}
		}
	}
}

// searched are the rows of somebody's preview in which a query is typed.
func searched(s scene.Scene, as domain.PersonID, query string) []sightRow {
	var c scene.Screen = New()
	c, _ = c.Update(s, scene.Look{Person: as})
	c, _ = scenetest.Keys(s, c, "tab", "tab", "tab", "/")
	for _, key := range scenetest.Type(query) {
		c, _ = c.Update(s, key)
	}
	return c.(Screen).preview.rows
}

func sameRow(a, b sightRow) bool {
	return a.spot == b.spot && a.text == b.text && a.as == b.as && a.message == b.message &&
		slices.Equal(a.sight, b.sight) && slices.Equal(a.mail, b.mail)
}

// C4: the head and the roles below it are those of a world without the hidden group, also
// where somebody has another role in it.
func TestTheHeadAndTheRolesOfAPreviewTellNothingOfAHiddenGroup(t *testing.T) {
	w := scenetest.After(t, scenetest.Demonstration(t),
		domain.AddMembers{Memberships: []domain.Membership{{Group: "G1", Person: "P12", Role: domain.External}}})
	with := scenetest.At(w, words.Dutch, 120, 40)
	without := scenetest.At(scenetest.After(t, w, domain.RemoveGroup{ID: "G1"}), words.Dutch, 120, 40)
	for _, m := range w.MembersOn("G1", with.On) {
		if !m.As.IsUser() {
			continue
		}
		inGroup, roles := headOf(with, m.Person)
		elsewhere, same := headOf(without, m.Person)
		if inGroup != elsewhere || roles != same {
			t.Errorf("%s as %v: %q %q, without the group %q %q", m.Person, m.As, inGroup, roles, elsewhere, same)
		}
	}
}

// headOf is the title of somebody's preview and the roles below it, with the cursor on G1.
func headOf(s scene.Scene, as domain.PersonID) (title, roles string) {
	var c scene.Screen = New()
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: "G1"}})
	c, _ = c.Update(s, scene.Look{Person: as})
	g := c.(Screen)
	roles, _ = g.switcher(s, 60)
	return g.previewTitle(s, 60), roles
}

// Nobody to see in common is no reassurance: who is in no group sees nobody but their network.
func TestWhoIsInNoGroupSeesNobodyElse(t *testing.T) {
	w := scenetest.After(t, domain.World{}, domain.AddPerson{Person: domain.Person{Role: domain.Client, GivenName: "Noa", FamilyName: "Vos"}})
	s := scenetest.At(w, words.Dutch, 120, 40)
	c, _ := New().Update(s, scene.Look{Person: "P1"})
	scenetest.Says(t, scenetest.Screen(t, s, c), "in geen groep.")
	if strings.Contains(scenetest.Screen(t, s, c), "Niets: wie in dezelfde") {
		t.Error("it reassures")
	}
}
