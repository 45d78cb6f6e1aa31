package scenetest

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// LongName is as long as a name may be, with wide letters, marks that join the
// letter before them and an override that turns the text round.
func LongName() string { return strings.Repeat("Wéé\u202e漢字 e\u0301 ", 9) }

// Unbroken presses keys at random on a screen of some world, in windows of every
// size, and holds that no picture breaks a line; nor that of a dialog it opens.
func Unbroken[S scene.Screen](t *testing.T, open func() S, worlds ...domain.World) {
	t.Helper()
	keys := []string{"j", "k", "G", "g", "tab", "right", "/", "esc", "a", "é", "enter", "pgdown", "D", "d", "o", "e", "n", "w"}
	rapid.Check(t, func(r *rapid.T) {
		s := At(rapid.SampledFrom(worlds).Draw(r, "world"), rapid.SampledFrom(words.Languages()).Draw(r, "language"),
			rapid.IntRange(1, 200).Draw(r, "w"), rapid.IntRange(4, 60).Draw(r, "h"))
		var c scene.Screen = open()
		for _, k := range rapid.SliceOfN(rapid.SampledFrom(keys), 0, 12).Draw(r, "keys") {
			var wish scene.Wish
			c, wish = c.Update(s, Press(k))
			if open, ok := wish.(scene.Open); ok {
				Dialog(t, s, open.Dialog)
			}
		}
		Screen(t, s, c)
	})
}

// Fits presses keys and clicks on dialogs, and holds that no picture of theirs
// breaks a line or leaves the window.
func Fits(t *testing.T, s scene.Scene, all ...scene.Dialog) {
	t.Helper()
	for _, d := range all {
		Dialog(t, s, d)
		for _, further := range [][]string{{"up", "space", "space", "down"}, {"space", "enter"}} {
			next, _ := Typed(s, d, further...)
			Dialog(t, s, next)
		}
		d, _ = Typed(s, d, "tab", "tab", "pgdown", "pgdown", "x", "esc")
		Dialog(t, s, d)
		for y := range s.Size.H {
			clicked, _ := d.Update(s, scene.Clicked{X: 12, Y: y})
			Dialog(t, s, clicked)
		}
	}
}
