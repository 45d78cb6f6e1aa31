package ui

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
)

// BenchmarkKey is one key on the main screen of a large institution: update and
// view at 120×40. It is to stay under 5 ms.
func BenchmarkKey(b *testing.B) {
	for _, pane := range []struct {
		name string
		tabs int
	}{{"groups", 0}, {"members", 1}, {"relations", 2}, {"preview", 3}} {
		b.Run(pane.name, func(b *testing.B) {
			o := opening(&memory{world: domaintest.Large()}, &fakeFiles{})
			o.Source, o.On = scene.File, domaintest.Today()
			m, _ := New(o).update(tea.WindowSizeMsg{Width: 120, Height: 40})
			for range pane.tabs {
				m, _ = m.update(press("tab"))
			}
			keys := []tea.KeyPressMsg{press("j"), press("j"), press("j"), press("k")}
			i := 0
			for b.Loop() {
				m, _ = m.update(keys[i%len(keys)])
				m.picture()
				i++
			}
		})
	}
}

// BenchmarkStart is what lies between an open demonstration and its first picture.
func BenchmarkStart(b *testing.B) {
	store := demonstration()
	o := Opening{Files: &fakeFiles{}, Store: store, Source: scene.Demo, Zone: time.UTC, Now: opening(nil, nil).Now}
	for b.Loop() {
		m, _ := New(o).update(tea.WindowSizeMsg{Width: 120, Height: 40})
		m.picture()
	}
}
