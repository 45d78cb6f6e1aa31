package ui

import (
	"testing"

	"zichtlijn/ui/words"
)

// rehearsing is the demonstration in a rehearsal, looked at as Noor.
func rehearsing(t *testing.T, m *memory, w, h int, l words.Language) *driver {
	t.Helper()
	o := opening(m, &fakeFiles{})
	o.Choices.Language = l
	d := drive(t, o, w, h)
	d.keys("down", "down", "down", "down", "tab", "down", "down", "down", "down", "down", "R")
	return d
}

func TestX(t *testing.T) {
	d := rehearsing(t, demonstration(), 120, 40, words.Dutch)
	t.Log(d.screen())
	d.keys("enter", "b")
	t.Log(d.screen())
	d.keys("enter", "ctrl+t")
	t.Log(d.screen())
	d.keys("enter")
	t.Log(d.screen())
	d.keys("]", "[", "v").typed("bao").keys("enter", "b")
	t.Log(d.screen())
	d.keys("enter")
	t.Log(d.screen())
	d.keys("a", "ctrl+t")
	t.Log(d.screen())
	d.keys("enter")
	t.Log(d.screen())
	d.keys("esc", "R")
	t.Log(d.screen())
}
