package ui

import (
	"iter"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/timeline"
)

// stepPause leaves room for keys and frames between two steps of a slow dialog.
const stepPause = time.Millisecond

// afterPause sends scene.Again after stepPause.
func afterPause() tea.Cmd {
	return tea.Tick(stepPause, func(time.Time) tea.Msg { return scene.Again{} })
}

// toDialogs hands a message to every dialog, not only the top one: work goes on and answers
// come below a question. A dialog that waits for nothing ignores it.
func (m Model) toDialogs(msg tea.Msg) (Model, tea.Cmd) {
	var cmds []tea.Cmd
	for i := 0; i < len(m.dialogs); i++ { // a wish may close one
		next, wish := m.dialogs[i].Update(m.scene, msg)
		m.dialogs = append([]scene.Dialog{}, m.dialogs...)
		m.dialogs[i] = next
		var cmd tea.Cmd
		m, cmd = m.grant(wish, next)
		cmds = append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}

// signalSearch is the last search for signals. It needs every sightline, which is slow for
// thousands of people: it runs in a command, one at a time, and no key waits for it.
type signalSearch struct {
	world domain.World // of the findings on screen
	on    domain.Date
	busy  bool
}

// signalsFound is the result of a search.
type signalsFound struct {
	world    domain.World
	on       domain.Date
	findings *scene.Signals
}

// searchSignals adds a search to cmd when the world or the date has changed since the
// last one. What a filter looks in comes with the findings: no key folds it.
func (m Model) searchSignals(cmd tea.Cmd) (Model, tea.Cmd) {
	w, on := m.scene.World, m.scene.On
	if m.signals.busy || m.leaving || m.scene.Source == scene.NoFile || m.signals.world == w && m.signals.on == on {
		return m, cmd
	}
	m.signals.busy = true
	return m, tea.Batch(cmd, func() tea.Msg { return signalsFound{w, on, scene.FindSignals(w, on)} })
}

// receiveSignals shows findings. Those of an older world or another date are dropped, and
// the search is repeated.
func (m Model) receiveSignals(msg signalsFound) (Model, tea.Cmd) {
	m.signals.busy = false
	if msg.world != m.scene.World || msg.on != m.scene.On {
		return m, nil
	}
	m.signals = signalSearch{world: msg.world, on: msg.on}
	m.scene.Signals = msg.findings
	return m.refresh()
}

// historyState is how far the root is with reading the chronicle.
type historyState struct {
	reading   bool
	wanted    bool        // turn on AsItWas once the chronicle is there
	fixedDate domain.Date // the set-up's own date when it was read
}

// chronicleRead is the chronicle of a store, or the error of reading it.
type chronicleRead struct {
	store     Store
	fixedDate domain.Date
	chronicle domain.Chronicle
	err       error
}

// grantHistory carries out the wishes about the past.
func (m Model) grantHistory(wish scene.Wish) (Model, tea.Cmd) {
	switch wish := wish.(type) {
	case scene.Timeline:
		return m.openTimeline(wish)
	case scene.ReadChronicle:
		return m.readChronicle()
	case scene.ReadOldEnds:
		return m, m.readOldEnds(wish.Of)
	case scene.SetAsItWas:
		return m.setAsItWas(wish.AsItWas)
	}
	return m.grantRehearsal(wish)
}

func (m Model) openTimeline(c scene.Timeline) (Model, tea.Cmd) {
	if c.Other == "" {
		return m.openDialog(scene.Open{Dialog: timeline.Ask(m.scene, c.Viewer)})
	}
	m, _ = m.openDialog(scene.Open{Dialog: timeline.New(m.scene, c.Viewer, c.Other)})
	return m.readChronicle()
}

func (m Model) setAsItWas(on bool) (Model, tea.Cmd) {
	if on && m.scene.Rehearsal != nil {
		return m.say(scene.Warn, "rehearse.outside-only"), nil
	}
	m.history.wanted = on && m.scene.Chronicle == nil
	if m.history.wanted {
		return m.say(scene.Quiet, "course.reading").readChronicle()
	}
	m.scene.AsItWas = on
	return m.showWorld(m.scene.World).refresh()
}

// readChronicle reads the whole journal, once.
func (m Model) readChronicle() (Model, tea.Cmd) {
	if m.store == nil || m.history.reading || m.scene.Chronicle != nil {
		return m, nil
	}
	m.history.reading = true
	out := chronicleRead{store: m.store, fixedDate: m.scene.World.Institution().Date}
	zone := m.scene.Zone
	return m, func() tea.Msg {
		out.chronicle = domain.NewChronicle(func(yield func(domain.Entry, domain.Date) bool) {
			for e, err := range entries(out.store) {
				if err != nil {
					out.err = err
					return
				}
				if !yield(e, domain.DayOf(e, zone, out.fixedDate)) {
					return
				}
			}
		})
		return out
	}
}

// receiveChronicle shows the chronicle, or reads it again when an edit was shown
// meanwhile: it must be that of the world on screen.
func (m Model) receiveChronicle(msg chronicleRead) (Model, tea.Cmd) {
	if msg.store != m.store {
		return m, nil // another set-up was opened meanwhile
	}
	m.history.reading = false
	var result scene.Chronicled
	switch {
	case msg.err != nil:
		m.history.wanted = false
		result.Failure = m.files.Explain(m.scene.Words, m.scene.World, msg.err)
		m.notice = scene.Say{Tone: scene.Fail, Words: result.Failure}
	case msg.chronicle.Head() < m.scene.Head || msg.fixedDate != m.scene.World.Institution().Date:
		return m.readChronicle()
	default:
		m.scene.Chronicle, m.history.fixedDate = &msg.chronicle, msg.fixedDate
		m.scene.AsItWas = m.scene.AsItWas || m.history.wanted
		m.history.wanted = false
		m = m.showWorld(m.scene.World)
	}
	m, first := m.toScreen(result)
	m, second := m.toDialog(result)
	return m, tea.Batch(first, second)
}

// showStored shows the world after an edit and adds its entry to the chronicle. An import
// can change the set-up's own date: then the whole journal is read again.
func (m Model) showStored(msg stored) (Model, tea.Cmd) {
	m.scene.Head = msg.head
	fixedDate := msg.world.Institution().Date
	dateChanged := m.scene.Chronicle != nil && fixedDate != m.history.fixedDate
	switch {
	case msg.inside != nil:
		m.scene.Chronicle = nil // a step back is no entry that can be added
	case dateChanged:
		m.history.wanted, m.scene.AsItWas, m.scene.Chronicle = m.scene.AsItWas, false, nil
	case m.scene.Chronicle != nil:
		next := m.scene.Chronicle.Note(msg.entry, domain.DayOf(msg.entry, m.scene.Zone, fixedDate))
		m.scene.Chronicle = &next
	}
	m = m.showWorld(msg.world)
	if dateChanged {
		return m.readChronicle()
	}
	return m, nil
}

// withoutHistory forgets the chronicle, for another store.
func (m Model) withoutHistory() Model {
	m.history = historyState{}
	m.scene.Chronicle, m.scene.AsItWas = nil, false
	return m
}

// readOldEnds reads the whole journal for the ends that a replacement took (E8).
func (m Model) readOldEnds(of domain.Relation) tea.Cmd {
	store, world, explain := m.store, m.scene.World, m.files.Explain
	said := m.scene.Words
	return func() tea.Msg {
		out := scene.OldEnds{Of: of.ID}
		var err error
		if out.Ends, err = world.OldEnds(of, entries(store)); err != nil {
			out.Failure = explain(said, world, err)
		}
		return out
	}
}

// entries are those of a store, oldest first.
func entries(from Store) iter.Seq2[domain.Entry, error] {
	return func(yield func(domain.Entry, error) bool) {
		at, err := from.Position()
		if err != nil {
			yield(domain.Entry{}, err)
			return
		}
		for n := domain.Seq(1); n <= max(from.Head(), at.Undo); n++ { // inside a rehearsal its acts too
			if e, err := from.Entry(n); !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// readJournal reads entries from the newest back.
func (m Model) readJournal(r scene.ReadJournal) tea.Cmd {
	store := m.store
	return func() tea.Msg {
		var out scene.Page
		from := store.Head()
		if r.Before != 0 {
			from = r.Before - 1
		}
		for n := from; n > 0 && len(out.Entries) < r.Count; n-- {
			e, err := store.Entry(n)
			if err != nil {
				out.Err = err
				break
			}
			out.Entries = append(out.Entries, e)
		}
		return out
	}
}
