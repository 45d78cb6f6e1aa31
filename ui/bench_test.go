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
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store"
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
	{"stage", []string{"P"}}, {"three stages", []string{"P", "c"}},
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

// BenchmarkAct is an act on the screen of a large institution, in a rehearsal of 10,000
// acts that the reader reads a third of: until it is queued, and then, beside the disk,
// until it is shown. It is to stay under 16 ms.
func BenchmarkAct(b *testing.B) {
	w, on := domaintest.Large(), domaintest.Today()
	writer, reader, acts := busyCourse(b, w, on, 10_000)
	m := &memory{world: w, scenes: store.Scenes{{On: on, Acts: acts}}}
	k := walkIn(w, false, "tab")
	k.m.store = m
	update := func(msg tea.Msg) tea.Cmd {
		var cmd tea.Cmd
		k.m, cmd = k.m.update(msg)
		k.m.picture()
		return cmd
	}
	update(firstMessage(update(press("R"))))
	if k.m.scene.Rehearsal == nil || k.m.scene.Rehearsal.Len() != len(acts) {
		b.Fatal("the rehearsal is not open")
	}
	k.m, _ = k.m.grant(scene.Look{Person: reader}, nil)
	act := scene.Act{Act: rehearsal.Act{Kind: rehearsal.Send, By: writer, To: []domain.PersonID{reader}, Text: "Hoi"}}
	var beside, longest time.Duration
	for b.Loop() {
		begun := time.Now()
		next, cmd := k.m.grant(act, nil)
		next.picture()
		k.m = next
		queued := time.Since(begun)
		msg := firstMessage(cmd) // the disk
		begun = time.Now()
		update(msg)
		beside += queued + time.Since(begun)
		longest = max(longest, queued+time.Since(begun))
	}
	b.ReportMetric(float64(beside.Microseconds())/1000/float64(b.N), "ms/act")
	b.ReportMetric(float64(longest.Microseconds())/1000, "ms-longest")
}

// firstMessage carries out a command, of several the first.
func firstMessage(cmd tea.Cmd) tea.Msg {
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		return firstMessage(batch[0])
	}
	return msg
}

// busyCourse is a course of messages and reports in the group with the most counselors.
func busyCourse(b *testing.B, w domain.World, on domain.Date, n int) (writer, reader domain.PersonID, acts []rehearsal.Act) {
	b.Helper()
	var group domain.GroupID
	var linked []domain.PersonID
	for g := range w.Groups() {
		var now []domain.PersonID
		for _, m := range w.MembersOn(g.ID, on) {
			if m.As.IsCounselor() {
				now = append(now, m.Person)
			}
		}
		if len(now) > len(linked) {
			group, linked = g.ID, now
		}
	}
	r := rehearsal.Begin(w, on)
	writer, reader = linked[0], linked[1]
	for i := 0; r.Len() < n; i++ {
		a := rehearsal.Act{Kind: rehearsal.Send, By: linked[i%len(linked)], To: linked[(i+1)%len(linked):][:1], Text: "Hoi"}
		if i%2 == 0 {
			a = rehearsal.Act{Kind: rehearsal.Report, By: linked[i%len(linked)], Group: group, Text: "Rustige avond."}
		}
		next, err := r.Do(a)
		if err == nil {
			r = next
		}
		if i > 3*n {
			b.Fatalf("only %d acts were possible", r.Len())
		}
	}
	for _, a := range r.Acts() {
		acts = append(acts, a)
	}
	return writer, reader, acts
}
