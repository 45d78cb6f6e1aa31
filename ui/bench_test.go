package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
)

// walk is a screen of a large institution on which keys go up and down.
type walk struct {
	m    Model
	keys []tea.KeyPressMsg
	at   int
}

// walkIn opens an institution at 120×40 and presses keys to where the walk begins.
func walkIn(w domain.World, clusters bool, keys ...string) *walk {
	o := opening(&memory{world: w}, &fakeFiles{})
	o.Source, o.On = scene.File, domaintest.Today()
	m, _ := New(o).update(tea.WindowSizeMsg{Width: 120, Height: 40})
	if clusters {
		m, _ = m.update(granted)
	}
	for _, key := range keys {
		m, _ = m.update(press(key))
	}
	return &walk{m: m, keys: []tea.KeyPressMsg{press("j"), press("j"), press("j"), press("k")}}
}

// step is one key: update and view.
func (k *walk) step() {
	k.m, _ = k.m.update(k.keys[k.at%len(k.keys)])
	k.m.picture()
	k.at++
}

// panes are where a key may be pressed on the main screen, and in what lies over it.
var panes = []struct {
	name string
	keys []string
}{
	{"groups", nil}, {"members", []string{"tab"}}, {"relations", []string{"tab", "tab"}},
	{"preview", []string{"tab", "tab", "tab"}}, {"triptych", []string{"c"}}, {"matrix", []string{"M"}},
}

// BenchmarkKey is one key on the main screen of a large institution. It is to stay under
// 5 ms, and under 16 ms in the triptych and the matrix.
func BenchmarkKey(b *testing.B) {
	w := domaintest.Large()
	for _, pane := range panes {
		b.Run(pane.name, func(b *testing.B) {
			k := walkIn(w, false, pane.keys...)
			for b.Loop() {
				k.step()
			}
		})
	}
}

// BenchmarkKeyInACrowd is one key where 5,000 of 100,000 people see each other. It is to
// stay under 50 ms.
func BenchmarkKeyInACrowd(b *testing.B) {
	w := domaintest.Crowd(5_000, 100_000)
	for _, pane := range panes {
		b.Run(pane.name, func(b *testing.B) {
			k := walkIn(w, false, pane.keys...)
			for b.Loop() {
				k.step()
			}
		})
	}
}

// BenchmarkKeyByClusters is what a key costs where the terminal counts clusters (mode
// 2027), for one that costs 1 where it does not.
func BenchmarkKeyByClusters(b *testing.B) {
	w := domaintest.Large()
	for _, pane := range panes {
		b.Run(pane.name, func(b *testing.B) { ratio(b, walkIn(w, false, pane.keys...), walkIn(w, true, pane.keys...)) })
	}
}

// BenchmarkKeyAmongAgreements is what a key costs with 200 agreements about the people in
// sight, for one that costs 1 without any.
func BenchmarkKeyAmongAgreements(b *testing.B) {
	without := withoutAgreements(b, domaintest.Large())
	with := promised(b, without, 200)
	for _, pane := range panes {
		b.Run(pane.name, func(b *testing.B) { ratio(b, walkIn(without, false, pane.keys...), walkIn(with, false, pane.keys...)) })
	}
}

// ratio steps both in turn and reports how many times the floor the other takes.
func ratio(b *testing.B, floor, other *walk) {
	var spent [2]time.Duration
	for b.Loop() {
		for i, k := range []*walk{floor, other} {
			start := time.Now()
			k.step()
			spent[i] += time.Since(start)
		}
	}
	b.ReportMetric(float64(spent[1])/float64(spent[0]), "times")
	b.ReportMetric(float64(spent[1].Microseconds())/float64(b.N), "µs/key")
}

func withoutAgreements(b *testing.B, w domain.World) domain.World {
	var changes []domain.Change
	for a := range w.Agreements() {
		changes = append(changes, domain.Change{Agreement: &domain.Swap[domain.Agreement]{Before: &a}})
	}
	return changed(b, w, changes)
}

// promised adds agreements about the first group and its members, half of them about what
// the first member sees.
func promised(b *testing.B, w domain.World, n int) domain.World {
	k := walkIn(w, false)
	group := k.m.scene.Roster.Groups()[0]
	members := w.MembersOn(group.ID, domaintest.Today())
	first := slices.MinFunc(members, func(a, b domain.Member) int {
		if a.As.IsCounselor() != b.As.IsCounselor() {
			return either(a.As.IsCounselor(), -1, 1)
		}
		return cmp.Compare(k.m.scene.Roster.Rank(a.Person), k.m.scene.Roster.Rank(b.Person))
	})
	kinds := domain.AgreementKinds()
	var changes []domain.Change
	for i := range n {
		viewer, other := members[i%len(members)].Person, k.m.scene.Roster.People()[i].ID
		if i%2 == 0 {
			viewer = first.Person
		}
		a := domain.Agreement{
			ID: domain.AgreementID(fmt.Sprint("X", i)), Kind: kinds[i%len(kinds)], Viewer: viewer, Other: other,
			Group: group.ID, Role: domain.External, Note: "afspraak",
		}.Fitting()
		changes = append(changes, domain.Change{Agreement: &domain.Swap[domain.Agreement]{After: &a}})
	}
	return changed(b, w, changes)
}

func changed(b *testing.B, w domain.World, changes []domain.Change) domain.World {
	out, err := w.With(changes...)
	if err != nil {
		b.Fatal(err)
	}
	return out
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
// whatever is searched must be folded: update and view at 120×40. It is to stay under 16 ms.
// Its ratio is to the floor: looking for a word in everybody's name as it is.
func BenchmarkFirstFilterKey(b *testing.B) {
	world := domaintest.Large()
	findings := scene.FindSignals(world, domaintest.Today())
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
