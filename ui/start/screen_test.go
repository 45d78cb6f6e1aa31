package start

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

func stage(l lang.Language, w, h int) scene.Scene {
	return scene.Scene{
		Words: lang.In(l), Theme: theme.Resolve(theme.Dark, true, false),
		Body: widget.Box{Y: 2, W: w, H: h - 3}, Size: widget.Box{W: w, H: h},
	}
}

func press(name string) tea.KeyPressMsg {
	special := map[string]rune{"enter": tea.KeyEnter, "up": tea.KeyUp, "down": tea.KeyDown}
	if code, ok := special[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

func TestThreeWaysToBegin(t *testing.T) {
	cases := []struct {
		keys []string
		want scene.StartHow
	}{
		{[]string{"enter"}, scene.StartEmpty}, {[]string{"e"}, scene.StartEmpty}, {[]string{"1"}, scene.StartEmpty},
		{[]string{"down", "enter"}, scene.StartDemo}, {[]string{"d"}, scene.StartDemo}, {[]string{"2"}, scene.StartDemo},
		{[]string{"up", "enter"}, scene.StartImport}, {[]string{"i"}, scene.StartImport}, {[]string{"3"}, scene.StartImport},
	}
	for _, c := range cases {
		var v scene.Screen = New()
		var wish scene.Wish
		for _, k := range c.keys {
			v, wish = v.Update(stage(lang.Dutch, 80, 24), press(k))
		}
		if wish != scene.Wish(scene.Start{How: c.want}) {
			t.Errorf("%v wishes %#v", c.keys, wish)
		}
	}
}

func TestAnyOtherKeyBeginsNothing(t *testing.T) {
	for _, k := range []string{"x", "down", "4", "q"} {
		if _, wish := New().Update(stage(lang.Dutch, 80, 24), press(k)); wish != nil {
			t.Errorf("%s wishes %#v", k, wish)
		}
	}
}

func TestAClickOnAChoiceBeginsIt(t *testing.T) {
	s := stage(lang.Dutch, 80, 24)
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
	for _, l := range lang.Languages() {
		for _, size := range [][2]int{{40, 10}, {41, 14}, {60, 16}, {80, 24}, {120, 40}, {200, 60}} {
			s := stage(l, size[0], size[1])
			view, cursor := New().View(s)
			lines := strings.Split(view, "\n")
			if len(lines) != s.Body.H {
				t.Fatalf("%v: %d lines", size, len(lines))
			}
			for _, line := range lines {
				if ansi.StringWidth(line) != s.Body.W {
					t.Errorf("%v: a line is %d wide: %q", size, ansi.StringWidth(line), line)
				}
			}
			for _, c := range choices {
				if !strings.Contains(ansi.Strip(view), s.Words.Say(c.name)) {
					t.Errorf("%v: %s is missing", size, c.name)
				}
			}
			if cursor == nil || !s.Body.Contains(cursor.X, cursor.Y) {
				t.Errorf("%v: the cursor is not on the choice", size)
			}
		}
	}
}

func TestHowTheFirstStartLooks(t *testing.T) {
	for _, c := range []struct {
		name string
		l    lang.Language
		w, h int
	}{{"nl-120x40", lang.Dutch, 120, 40}, {"nl-80x24", lang.Dutch, 80, 24}, {"en-80x24", lang.English, 80, 24}, {"nl-40x10", lang.Dutch, 40, 10}} {
		t.Run(c.name, func(t *testing.T) {
			view, _ := New().View(stage(c.l, c.w, c.h))
			golden.RequireEqual(t, []byte(ansi.Strip(view)+"\n"))
		})
	}
}
