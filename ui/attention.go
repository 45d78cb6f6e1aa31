package ui

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/scene"
)

// look is the last look at what deserves attention. It asks for every sightline,
// which takes a while in an institution of thousands: it is done in a command,
// one at a time, and no key waits for it.
type look struct {
	world domain.World // of which there are findings
	on    domain.Date
	busy  bool
}

// found brings what was found in a world on a day.
type found struct {
	world    domain.World
	on       domain.Date
	findings signal.Findings
}

// attended adds to a command the one that looks again, where the world or the
// date is another than that of the last look.
func (m Model) attended(cmd tea.Cmd) (Model, tea.Cmd) {
	w, on := m.scene.World, m.scene.On
	if m.look.busy || m.leaving || m.scene.Source == scene.NoFile || m.look.world == w && m.look.on == on {
		return m, cmd
	}
	m.look.busy = true
	return m, tea.Batch(cmd, func() tea.Msg { return found{w, on, signal.Look(w, on)} })
}

// attentive takes up what was found. Where the world has moved on in the
// meantime it is dropped, and looked for again.
func (m Model) attentive(msg found) (Model, tea.Cmd) {
	m.look.busy = false
	if msg.world != m.scene.World || msg.on != m.scene.On {
		return m, nil
	}
	m.look = look{world: msg.world, on: msg.on}
	m.scene.Signals = &msg.findings
	return m.refresh()
}
