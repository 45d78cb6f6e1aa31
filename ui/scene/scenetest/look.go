package scenetest

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// Screen returns what a screen shows, without colours. It fails if that does not fill the
// body, or the cursor is outside it.
func Screen(t testing.TB, s scene.Scene, c scene.Screen) string {
	t.Helper()
	view, cursor := c.View(s)
	Fills(t, s.Theme.Measure, view, s.Body.W, s.Body.H)
	if cursor != nil && !s.Body.Contains(cursor.X, cursor.Y) {
		t.Errorf("the cursor at %d,%d stands outside %v", cursor.X, cursor.Y, s.Body)
	}
	return ansi.Strip(view)
}

// Dialog returns what a dialog shows, without colours. It fails if that is larger than the
// window, its lines differ in width, or the cursor is outside it.
func Dialog(t testing.TB, s scene.Scene, d scene.Dialog) string {
	t.Helper()
	view, cursor := d.View(s)
	lines := strings.Split(view, "\n")
	w, h := s.Theme.Measure.Width(lines[0]), len(lines)
	if w > s.Size.W || h > s.Size.H {
		t.Fatalf("a dialog of %d by %d does not fit in %d by %d:\n%s", w, h, s.Size.W, s.Size.H, ansi.Strip(view))
	}
	Fills(t, s.Theme.Measure, view, w, h)
	if cursor != nil && !(scene.Box{W: w, H: h}).Contains(cursor.X, cursor.Y) {
		t.Fatalf("the cursor at %d,%d stands outside the dialog of %d by %d", cursor.X, cursor.Y, w, h)
	}
	return ansi.Strip(view)
}

// Fills fails if a picture is not exactly w by h by that measure.
func Fills(t testing.TB, m theme.Measure, view string, w, h int) {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) != h {
		t.Fatalf("%d lines in a box of %d by %d", len(lines), w, h)
	}
	for i, line := range lines {
		if got := m.Width(line); got != w {
			t.Fatalf("line %d is %d wide in a box of %d by %d: %q", i, got, w, h, ansi.Strip(line))
		}
	}
}

// Trimmed returns a picture without the spaces at the ends of its lines.
func Trimmed(view string) string {
	lines := strings.Split(view, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// Flat returns a picture on one line, without frames, to find sentences in.
func Flat(view string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("│", " ", "┃", " ").Replace(view)), " ")
}

// Says fails if a picture lacks a sentence, wherever its lines break.
func Says(t testing.TB, view string, all ...string) {
	t.Helper()
	said := Flat(view)
	for _, want := range all {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, view)
		}
	}
}

// LongName returns a name of the greatest length, with wide letters, combining marks and a
// bidirectional override.
func LongName() string { return strings.Repeat("Wéé\u202e漢字 e\u0301 ", 9) }

// Unbroken presses random keys on a screen of one of the worlds, in windows of every size.
// It fails if a picture of the screen or of a dialog that it opens breaks a line.
func Unbroken[S scene.Screen](t *testing.T, open func() S, worlds ...domain.World) {
	t.Helper()
	keys := []string{"j", "k", "G", "g", "tab", "right", "/", "esc", "a", "é", "enter", "pgdown", "D", "d", "o", "e", "n", "w"}
	rapid.Check(t, func(r *rapid.T) {
		s := At(rapid.SampledFrom(worlds).Draw(r, "world"), rapid.SampledFrom(words.Languages()).Draw(r, "language"),
			rapid.IntRange(1, 200).Draw(r, "w"), rapid.IntRange(4, 60).Draw(r, "h"))
		s.Theme.Measure = rapid.SampledFrom([]theme.Measure{theme.CodePoints, theme.Clusters}).Draw(r, "measure")
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

// Fits presses keys and clicks on dialogs. It fails if a picture breaks a line or leaves
// the window.
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
