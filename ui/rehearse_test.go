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
	d := rehearsing(t, demonstration(), 80, 24, words.Dutch)
	d.keys("enter", "b", "enter", "ctrl+t")
	t.Log(d.screen())
	d.keys("enter")
	t.Log(d.screen())
	d.keys("[", "[")
	d.keys("[", "b")
	t.Log(d.screen())
	d.keys("enter")
	t.Log(d.screen())
	d.keys("a","ctrl+t")
	d.keys("enter")
	t.Log(d.screen())
	d.keys("esc")
	t.Log(d.screen())
	d.keys("?")
	t.Log(d.screen())
	d.keys("esc", "R")
	t.Log(d.screen())
}
