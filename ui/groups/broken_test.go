package groups

import (
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// In every window from 80 columns on, Dennis's rows about Petra say that they break an
// agreement, and no other row does.
func TestARowThatBreaksAnAgreementSaysSoInWords(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 40}, {200, 60}} {
		s := demoScene(t, words.Dutch, size[0], size[1])
		var c scene.Screen = New()
		c, _ = c.Update(s, scene.Look{Person: "P29"})
		rows := 0
		for line := range strings.Lines(scenetest.Screen(t, s, c)) {
			if strings.Contains(line, "✗ schendt F1") {
				rows++
				if !strings.Contains(line, "Petra") {
					t.Errorf("%v: marked %q", size, line)
				}
			}
		}
		if rows == 0 {
			t.Errorf("%v: no row says that Dennis breaks F1", size)
		}
	}
}

// A mode that would break an agreement says so in its own column only.
func TestTheTriptychMarksTheModesThatWouldBreakAnAgreement(t *testing.T) {
	s := demoScene(t, words.Dutch, 160, 45)
	view := scenetest.Screen(t, s, opened(t, s, "G6", "P15"))
	if n := strings.Count(view, "✗ schendt F2"); n != 4 {
		t.Errorf("%d rows are marked, not one in each tile of the two open modes\n%s", n, view)
	}
	view = scenetest.Screen(t, s, opened(t, s, "G1", "P29"))
	if n := strings.Count(view, "✗ schendt F1"); n < 4 {
		t.Errorf("%d rows are marked\n%s", n, view)
	}
}

func TestAMemberAndAGroupThatBreakAnAgreementSaySo(t *testing.T) {
	w := scenetest.After(t, scenetest.Demonstration(t),
		domain.AddMembers{Memberships: []domain.Membership{{Group: "G6", Person: "P39"}}},
		domain.SetVisibility{ID: "G6", Visibility: domain.GroupVisible},
		domain.AddAgreement{Agreement: domain.Agreement{Kind: domain.Sees, Viewer: "P15", Other: "P18"}})
	s := scenetest.At(w, words.Dutch, 140, 45)
	var c scene.Screen = New()
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: "G6"}})
	c, _ = c.Update(s, scene.Look{Person: "P15"})
	view := scenetest.Screen(t, s, c)
	for _, row := range []string{"Traumagroep Lotus ✗", "✗ schendt F2", "✗ schendt F3", "Noor Haddad ziet Yusuf"} {
		if !strings.Contains(strings.Join(strings.Fields(view), " "), row) {
			t.Errorf("nothing says %q\n%s", row, view)
		}
	}
}

// C4: external held in a hidden group alone would give that group away.
func TestTheHeadOfAPreviewNamesNoRoleOfAHiddenGroup(t *testing.T) {
	w := scenetest.After(t, scenetest.Demonstration(t),
		domain.AddMembers{Memberships: []domain.Membership{{Group: "G1", Person: "P12", Role: domain.External}}})
	s := scenetest.At(w, words.Dutch, 140, 45)
	var c scene.Screen = New()
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: "G1"}})
	c, _ = c.Update(s, scene.Look{Person: "P12"})
	view := scenetest.Screen(t, s, c)
	if !strings.Contains(view, "Zo ziet Bao Nguyễn het · behandelaar") || !strings.Contains(strings.Join(strings.Fields(view), " "), "extern") {
		t.Errorf("the head names a role that he may not know\n%s", view)
	}
}

func TestTheTriptychOpensOnAUserOfTheGroup(t *testing.T) {
	s := demoScene(t, words.Dutch, 160, 45)
	at := func(keys ...string) domain.PersonID {
		var c scene.Screen = New()
		c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: "G6"}})
		c, _ = scenetest.Keys(s, c, keys...)
		return c.(Screen).person
	}
	for _, keys := range [][]string{{"c"}, {"tab", "c"}, {"tab", "j", "c"}} { // the cursor stands on a counselor
		if got := at(keys...); got != "P15" && got != "P19" && got != "P24" {
			t.Errorf("%v opens on %s, who is no user of the group", keys, got)
		}
	}
	if got := at("tab", "v"); got == "" {
		t.Error("nobody is looked as")
	}
	if first, last := at("tab", "c"), at("tab", "G", "c"); first == last {
		t.Errorf("a user under the cursor gives way to %s", first)
	}
}
