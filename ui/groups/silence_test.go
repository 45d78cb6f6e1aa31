package groups

import (
	"slices"
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
