package groups

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// demoScene is the demonstration on its own day, in a window of w by h.
func demoScene(t testing.TB, l words.Language, w, h int) scene.Scene {
	t.Helper()
	return scenetest.At(scenetest.Demonstration(t), l, w, h)
}

// edited is the scene after an edit was carried out.
func edited(t testing.TB, s scene.Scene, c domain.Command) scene.Scene {
	t.Helper()
	world := scenetest.After(t, s.World, c)
	s.World, s.Roster = world, scene.NewRoster(world, s.Roster)
	return s
}

func groupOf(t testing.TB, s scene.Scene, id domain.GroupID) domain.Group {
	t.Helper()
	g, ok := s.World.Group(id)
	if !ok {
		t.Fatalf("no group %s", id)
	}
	return g
}

// do presses keys, by name or as letters to type, and returns the last wish that
// was not nil.
func do(s scene.Scene, d scene.Dialog, keys ...string) (scene.Dialog, scene.Wish) {
	var last scene.Wish
	for _, key := range scenetest.Type(keys...) {
		next, wish := d.Update(s, key)
		d = next
		if wish != nil {
			last = wish
		}
	}
	return d, last
}

// saved does keys of which the last is enter, and gives a reason where that asks for one.
func saved(s scene.Scene, d scene.Dialog, keys ...string) (scene.Dialog, scene.Wish) {
	d, wish := do(s, d, keys...)
	if wish == nil {
		return do(s, d, "overleg", "enter")
	}
	return d, wish
}

func paste(s scene.Scene, d scene.Dialog, content string) scene.Dialog {
	d, _ = d.Update(s, tea.PasteMsg{Content: content})
	return d
}

// commandOf is the command of the last wish, which must be an edit.
func commandOf[C domain.Command](t *testing.T, wish scene.Wish) C {
	t.Helper()
	edit, ok := wish.(scene.Edit)
	if !ok {
		t.Fatalf("wished %#v, not an edit", wish)
	}
	c, ok := edit.Command.(C)
	if !ok {
		t.Fatalf("wished %#v", edit.Command)
	}
	return c
}

func seen(s scene.Scene, d scene.Dialog) string {
	picture, _ := d.View(s)
	return ansi.Strip(picture)
}

func mustSee(t *testing.T, s scene.Scene, d scene.Dialog, all ...string) {
	t.Helper()
	scenetest.Says(t, seen(s, d), all...)
}
