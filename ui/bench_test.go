package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/signal"
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

// BenchmarkFirstFilterKey is the first letter of a filter in a large institution, for which
// whatever is searched must be folded: update and view at 120×40. It is to stay under 16 ms;
// the signals of so many (tens of thousands) take longer yet.
// Its ratio is to the floor: looking for a word in everybody's name as it is.
func BenchmarkFirstFilterKey(b *testing.B) {
	world := domaintest.Large()
	findings := signal.Look(world, domaintest.Today())
	var names []string
	for p := range world.Persons() {
		names = append(names, p.Shown())
	}
	const rounds = 50
	begun := time.Now()
	for range rounds {
		for _, n := range names {
			if strings.Contains(n, "qqq") {
				b.Fatal(n)
			}
		}
	}
	floor := float64(time.Since(begun)) / rounds
	for _, at := range []struct {
		name string
		keys []string
	}{
		{"people", []string{"2", "/"}}, {"signals", []string{"6", "/"}}, {"groups", []string{"/"}},
		{"members", []string{"tab", "/"}}, {"relations", []string{"tab", "tab", "/"}}, {"preview", []string{"tab", "tab", "tab", "/"}},
	} {
		b.Run(at.name, func(b *testing.B) {
			o := opening(&memory{world: world}, &fakeFiles{})
			o.Source, o.On = scene.File, domaintest.Today()
			m, _ := New(o).update(tea.WindowSizeMsg{Width: 120, Height: 40})
			m, _ = m.update(signalsFound{world: world, on: domaintest.Today(), findings: findings})
			for _, k := range at.keys {
				m, _ = m.update(press(k))
				m.picture()
			}
			for b.Loop() {
				next, _ := m.update(press("a"))
				next.picture()
			}
			b.ReportMetric(float64(b.Elapsed())/float64(b.N)/floor, "x-floor")
		})
	}
}
