package ui

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/timeline"
)

// recall is how far the root is with reading how modes and readings went.
type recall struct {
	reading bool        // on its way
	wanted  bool        // show sight as it was, as soon as it is there
	frozen  domain.Date // the set-up's own date by which it was read
}

// chronicled brings the chronicle of a store, or why it could not be read.
type chronicled struct {
	store     Store
	frozen    domain.Date
	chronicle domain.Chronicle
	err       error
}

// grantTime carries out the wishes about how things went.
func (m Model) grantTime(wish scene.Wish) (Model, tea.Cmd) {
	switch wish := wish.(type) {
	case scene.Timeline:
		return m.openTimeline(wish)
	case scene.ReadChronicle:
		return m.readChronicle()
	case scene.SetAsItWas:
		return m.setAsItWas(wish.AsItWas)
	}
	panic("ui: a wish that nobody grants")
}

func (m Model) openTimeline(c scene.Timeline) (Model, tea.Cmd) {
	if c.Other == "" {
		return m.openDialog(scene.Open{Dialog: timeline.Ask(m.scene, c.Viewer)})
	}
	m, _ = m.openDialog(scene.Open{Dialog: timeline.New(m.scene, c.Viewer, c.Other)})
	return m.readChronicle()
}

func (m Model) setAsItWas(on bool) (Model, tea.Cmd) {
	m.recall.wanted = on && m.scene.Chronicle == nil
	if m.recall.wanted {
		return m.say(scene.Quiet, "course.reading").readChronicle()
	}
	m.scene.AsItWas = on
	return m.show(m.scene.World).refresh()
}

// readChronicle reads the whole journal once, off the screen's time.
func (m Model) readChronicle() (Model, tea.Cmd) {
	if m.store == nil || m.recall.reading || m.scene.Chronicle != nil {
		return m, nil
	}
	m.recall.reading = true
	out := chronicled{store: m.store, frozen: m.scene.World.Institution().Date}
	zone := m.scene.Zone
	return m, func() tea.Msg {
		out.chronicle = domain.NewChronicle(func(yield func(domain.Entry, domain.Date) bool) {
			for n := domain.Seq(1); n <= out.store.Head(); n++ {
				e, err := out.store.Entry(n)
				if err != nil {
					out.err = err
					return
				}
				if !yield(e, domain.DayOf(e, zone, out.frozen)) {
					return
				}
			}
		})
		return out
	}
}

// recalled takes up the chronicle. An edit may have been shown while it was read:
// then it is read again, for it has to be that of the world on screen.
func (m Model) recalled(msg chronicled) (Model, tea.Cmd) {
	if msg.store != m.store {
		return m, nil // another set-up was opened meanwhile
	}
	m.recall.reading = false
	var told scene.Chronicled
	switch {
	case msg.err != nil:
		m.recall.wanted = false
		told.Failure = m.files.Explain(m.scene.Words, m.scene.World, msg.err)
		m.notice = scene.Say{Tone: scene.Fail, Words: told.Failure}
	case msg.chronicle.Head() < m.scene.Head || msg.frozen != m.scene.World.Institution().Date:
		return m.readChronicle()
	default:
		m.scene.Chronicle, m.recall.frozen = &msg.chronicle, msg.frozen
		m.scene.AsItWas = m.scene.AsItWas || m.recall.wanted
		m.recall.wanted = false
		m = m.show(m.scene.World)
	}
	m, first := m.toScreen(told)
	m, second := m.tell(told)
	return m, tea.Batch(first, second)
}

// took takes up the world after an edit, and the entry of it in the chronicle.
// An import can bring another date of the set-up itself: then all is read anew.
func (m Model) took(msg stored) (Model, tea.Cmd) {
	m.scene.Head = msg.head
	frozen := msg.world.Institution().Date
	moved := m.scene.Chronicle != nil && frozen != m.recall.frozen
	switch {
	case moved:
		m.recall.wanted, m.scene.AsItWas, m.scene.Chronicle = m.scene.AsItWas, false, nil
	case m.scene.Chronicle != nil:
		next := m.scene.Chronicle.Note(msg.entry, domain.DayOf(msg.entry, m.scene.Zone, frozen))
		m.scene.Chronicle = &next
	}
	m = m.show(msg.world)
	if moved {
		return m.readChronicle()
	}
	return m, nil
}

// forgotten is m before anything was asked of the journal of a store.
func (m Model) forgotten() Model {
	m.recall = recall{}
	m.scene.Chronicle, m.scene.AsItWas = nil, false
	return m
}
