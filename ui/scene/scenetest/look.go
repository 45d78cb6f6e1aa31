package scenetest

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/scene"
)

// Screen is what a screen shows, without colours. It fails where that does not
// fill the body, or the cursor stands outside it.
func Screen(t testing.TB, s scene.Scene, c scene.Screen) string {
	t.Helper()
	view, cursor := c.View(s)
	Fills(t, view, s.Body.W, s.Body.H)
	if cursor != nil && !s.Body.Contains(cursor.X, cursor.Y) {
		t.Errorf("the cursor at %d,%d stands outside %v", cursor.X, cursor.Y, s.Body)
	}
	return ansi.Strip(view)
}

// Dialog is what a dialog shows, without colours. It fails where that is larger
// than the window, its lines are not of one width, or the cursor stands outside it.
func Dialog(t testing.TB, s scene.Scene, d scene.Dialog) string {
	t.Helper()
	view, cursor := d.View(s)
	lines := strings.Split(view, "\n")
	w, h := ansi.StringWidth(lines[0]), len(lines)
	if w > s.Size.W || h > s.Size.H {
		t.Fatalf("a dialog of %d by %d does not fit in %d by %d:\n%s", w, h, s.Size.W, s.Size.H, ansi.Strip(view))
	}
	Fills(t, view, w, h)
	if cursor != nil && !(scene.Box{W: w, H: h}).Contains(cursor.X, cursor.Y) {
		t.Fatalf("the cursor at %d,%d stands outside the dialog of %d by %d", cursor.X, cursor.Y, w, h)
	}
	return ansi.Strip(view)
}

// Fills fails where a picture is not exactly w by h.
func Fills(t testing.TB, view string, w, h int) {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) != h {
		t.Fatalf("%d lines in a box of %d by %d", len(lines), w, h)
	}
	for i, line := range lines {
		if got := ansi.StringWidth(line); got != w {
			t.Fatalf("line %d is %d wide in a box of %d by %d: %q", i, got, w, h, ansi.Strip(line))
		}
	}
}

// Trimmed is a picture without the spaces at the ends of its lines.
func Trimmed(view string) string {
	lines := strings.Split(view, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// Flat is a picture on one line, without frames: to look for sentences in.
func Flat(view string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("│", " ", "┃", " ").Replace(view)), " ")
}

// Says fails where a picture does not say something, wherever its lines break.
func Says(t testing.TB, view string, all ...string) {
	t.Helper()
	said := Flat(view)
	for _, want := range all {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, view)
		}
	}
}
