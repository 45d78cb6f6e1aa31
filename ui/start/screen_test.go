package start

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func stage(l words.Language, w, h int) scene.Scene {
	s := scenetest.At(domain.World{}, l, w, h)
	s.Source = scene.NoFile
	return s
}

func TestThreeWaysToBegin(t *testing.T) {
	cases := []struct {
		keys []string
		want scene.StartHow
	}{
		{[]string{"enter"}, scene.StartEmpty}, {[]string{"e"}, scene.StartEmpty}, {[]string{"1"}, scene.StartEmpty}, {[]string{"space"}, scene.StartEmpty},
		{[]string{"down", "enter"}, scene.StartDemo}, {[]string{"d"}, scene.StartDemo}, {[]string{"2"}, scene.StartDemo},
		{[]string{"up", "enter"}, scene.StartImport}, {[]string{"i"}, scene.StartImport}, {[]string{"3"}, scene.StartImport},
	}
	for _, c := range cases {
		var v scene.Screen = New()
		var wish scene.Wish
		for _, k := range c.keys {
			v, wish = v.Update(stage(words.Dutch, 80, 24), scenetest.Press(k))
		}
		if c.want == scene.StartEmpty { // which asks the name first
			_, wish = scenetest.Typed(stage(words.Dutch, 80, 24), scenetest.Opened(t, wish), "enter")
		}
		if wish != scene.Wish(scene.Start{How: c.want}) {
			t.Errorf("%v wishes %#v", c.keys, wish)
		}
	}
}

func TestANewInstitutionIsAskedItsNameAndNothingElse(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	_, wish := scenetest.Keys(s, New(), "e")
	d := scenetest.Opened(t, wish)
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Hoe heet uw instelling?", "Mag leeg blijven")
	if _, wish := scenetest.Typed(s, d, "esc"); wish != scene.Wish(scene.Close{}) {
		t.Errorf("esc wishes %#v", wish)
	}
	if _, wish := scenetest.Typed(s, d, " Stichting De Bron ", "enter"); wish != scene.Wish(scene.Start{How: scene.StartEmpty, Name: "Stichting De Bron"}) {
		t.Errorf("enter wishes %#v", wish)
	}
	for _, l := range words.Languages() {
		for _, size := range [][2]int{{40, 10}, {80, 24}, {200, 60}} {
			scenetest.Dialog(t, stage(l, size[0], size[1]), newInstitution(stage(l, size[0], size[1])))
		}
	}
}

func TestHowTheNameIsAsked(t *testing.T) {
	for _, l := range words.Languages() {
		t.Run(l.String(), func(t *testing.T) {
			s := stage(l, 80, 24)
			golden.RequireEqual(t, []byte(scenetest.Dialog(t, s, newInstitution(s))+"\n"))
		})
	}
}

func TestAnyOtherKeyBeginsNothing(t *testing.T) {
	for _, k := range []string{"x", "down", "4", "q"} {
		if _, wish := New().Update(stage(words.Dutch, 80, 24), scenetest.Press(k)); wish != nil {
			t.Errorf("%s wishes %#v", k, wish)
		}
	}
}

func TestAClickOnAChoiceBeginsIt(t *testing.T) {
	s := stage(words.Dutch, 80, 24)
	view, _ := New().View(s)
	for y, line := range strings.Split(ansi.Strip(view), "\n") {
		if strings.Contains(line, "De demonstratie bekijken") {
			_, wish := New().Update(s, tea.MouseClickMsg{X: 20, Y: s.Body.Y + y, Button: tea.MouseLeft})
			if wish != scene.Wish(scene.Start{How: scene.StartDemo}) {
				t.Errorf("wish %#v", wish)
			}
			return
		}
	}
	t.Error("the choice is not on the screen")
}

func TestTheChoicesAreThereAtEverySize(t *testing.T) {
	for _, l := range words.Languages() {
		for _, size := range [][2]int{{40, 10}, {41, 14}, {60, 16}, {80, 24}, {120, 40}, {200, 60}} {
			s := stage(l, size[0], size[1])
			view := scenetest.Screen(t, s, New())
			for _, c := range choices {
				if !strings.Contains(view, s.Words.Say(c.name)) {
					t.Errorf("%v: %s is missing", size, c.name)
				}
			}
			if _, cursor := New().View(s); cursor == nil {
				t.Errorf("%v: the cursor is not on the choice", size)
			}
		}
	}
}

func TestHowTheFirstStartLooks(t *testing.T) {
	for _, c := range []struct {
		name string
		l    words.Language
		w, h int
	}{{"nl-120x40", words.Dutch, 120, 40}, {"nl-80x24", words.Dutch, 80, 24}, {"en-80x24", words.English, 80, 24}, {"nl-40x10", words.Dutch, 40, 10}} {
		t.Run(c.name, func(t *testing.T) {
			view, _ := New().View(stage(c.l, c.w, c.h))
			golden.RequireEqual(t, []byte(ansi.Strip(view)+"\n"))
		})
	}
}
