package groups

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// wideOn is what stands below the members in a wide window, on one line: nothing, where
// there is no room.
func wideOn(t testing.TB, w domain.World, group domain.GroupID, person domain.PersonID) string {
	s := scenetest.At(w, words.Dutch, 200, 60)
	var c scene.Screen = New()
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: string(group)}})
	c, _ = c.Update(s, scene.Look{Person: person})
	scenetest.Screen(t, s, c) // it fits
	return strings.Join(strings.Fields(ansi.Strip(strings.Join(belowMembers(s, c), " "))), " ")
}

// belowMembers are the lines below the members of a screen.
func belowMembers(s scene.Scene, c scene.Screen) []string {
	g := c.(Screen)
	inner := g.arrange(s).panes[membersPane].inner
	return g.settings.lines(s, inner.W, g.roomBelow(inner))
}

func TestWhatAnotherSettingWouldChangeFollowsTheTheme(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 200, 60)
	var c scene.Screen = New()
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: "G5"}})
	c, _ = c.Update(s, scene.Look{Person: "P15"})
	dark := belowMembers(s, c)
	s.Theme = theme.Resolve(theme.Light, true, false)
	c, _ = c.Update(s, nil)
	light := belowMembers(s, c)
	if len(light) == 0 || slices.Equal(dark, light) {
		t.Errorf("another theme draws in the old colours:\n%s", strings.Join(light, "\n"))
	}
}

func TestAWideScreenSaysWhatAnotherSettingWouldChange(t *testing.T) {
	scenetest.Says(t, wideOn(t, scenetest.Demonstration(t), "G5", "P15"),
		"○ In de stand ‘onzichtbaar’, voor Noor Haddad:", "ziet 2 mensen niet meer: Fatima El Amrani en Bao Nguyễn.", "ziet de groep zelf niet meer",
		"◉ In de stand ‘elkaar zichtbaar’, voor Noor Haddad:", "ziet er 4 mensen bij: Yusuf Demir, Milan Novák, Hatice Demir en Delano Kartosen.",
		"mag dan ook een bericht sturen aan 3 mensen aan wie het nu niet mag: Yusuf Demir, Milan Novák en Hatice Demir.")
	scenetest.Says(t, wideOn(t, scenetest.Demonstration(t), "G5", "P05"), "○ In de stand ‘onzichtbaar’ verandert er niets voor Fatima El Amrani.")
}

// A group without counselors shows nobody when it becomes visible, but its name.
func TestAGroupThatOnlyComesToExistIsNoNothing(t *testing.T) {
	w := scenetest.After(t, scenetest.Demonstration(t), domain.AddGroup{Group: domain.Group{ID: "G9", Name: "Kookgroep"}},
		domain.AddMembers{Memberships: []domain.Membership{{Group: "G9", Person: "P15", Role: domain.Client}}})
	scenetest.Says(t, wideOn(t, w, "G9", "P15"), "◐ In de stand ‘groep zichtbaar’, voor Noor Haddad:", "ziet ook de groep zelf: Kookgroep.")
}

// What stands there is what Tiles show in a world with that setting: all of it, or nothing.
func TestWhatAnotherSettingWouldChangeIsWhatTheTilesThenShow(t *testing.T) {
	w := scenetest.Demonstration(t)
	on, looked := domaintest.Today(), 0
	for g := range w.Groups() {
		for _, m := range w.MembersOn(g.ID, on) {
			view := wideOn(t, w, g.ID, m.Person)
			if view == "" {
				continue
			}
			for _, v := range domain.Visibilities() {
				if v == g.Visibility {
					continue
				}
				looked++
				then := w.InSetting(g.ID, v)
				same := true
				for p := range w.Persons() {
					a, b := sight.Why(w, m.Person, p.ID, on), sight.Why(then, m.Person, p.ID, on)
					same = same && a.Sees() == b.Sees() && a.MayMessage() == b.MayMessage()
				}
				same = same && slices.Equal(groupsOfTiles(w, m.Person), groupsOfTiles(then, m.Person))
				said := scenetest.At(w, words.Dutch, 200, 60).Words
				sentence := said.Say("setting-turns.same", said.VisibilityShort(v), said.Person(w, m.Person))
				if got := strings.Contains(view, sentence); got != same {
					t.Errorf("%s in %s, %v: says that nothing changes: %v, is so: %v\n%s", m.Person, g.ID, v, got, same, view)
				}
			}
		}
	}
	if looked < 20 {
		t.Fatalf("only %d settings were looked at", looked)
	}
}

// groupsOfTiles are the groups of the Personentegel, and behind them those of the Berichtentegel.
func groupsOfTiles(w domain.World, viewer domain.PersonID) []domain.GroupID {
	p, b := sight.Tiles(w, viewer, domaintest.Today())
	var out []domain.GroupID
	for _, g := range p.Groups {
		out = append(out, g.Group)
	}
	out = append(out, "")
	for _, g := range b.Groups {
		out = append(out, g.Group)
	}
	return out
}

// BenchmarkOtherSettings is a key through the members of a group in a large institution, in
// a window with room for what the other settings change. It is to stay under 16 ms.
func BenchmarkOtherSettings(b *testing.B) {
	s := scenetest.At(domaintest.Large(), words.Dutch, 200, 60)
	var small domain.GroupID
	for g := range s.World.Groups() {
		if n := len(s.World.MembersOn(g.ID, s.On)); n > 8 && n < 20 {
			small = g.ID
			break
		}
	}
	var c scene.Screen = New()
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: string(small)}})
	c, _ = scenetest.Keys(s, c, "tab")
	if view, _ := c.View(s); !strings.Contains(view, "Een andere stand") {
		b.Fatal("there is no room for it")
	}
	keys := []string{"j", "j", "j", "k"}
	for i := 0; b.Loop(); i++ {
		c, _ = c.Update(s, scenetest.Press(keys[i%len(keys)]))
		c.View(s)
	}
}
