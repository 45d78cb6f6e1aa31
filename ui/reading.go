package ui

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/store/exchange"
	"zichtlijn/ui/scene"
)

// reading is an import that is read and planned in commands: no key waits for it. A dialog
// asked for it and waits.
type reading struct {
	work     *exchange.Work // nil: nothing is being read
	transfer scene.Transfer
	plans    bool // all is read
}

// setupRead is a set-up that was read, or the error.
type setupRead struct {
	work  *exchange.Work // another one counts by now: it is late
	setup Setup
	err   error
}

// setupPlanned is what a set-up would do in a World.
type setupPlanned struct {
	work *exchange.Work
	Planning
	Plan
}

// read reads an import in the place of the one that is being read. What was read is only
// planned again.
func (m Model) read(t scene.Transfer) (Model, tea.Cmd) {
	m = m.dropReading()
	work := new(exchange.Work)
	m.reading = reading{work: work, transfer: t, plans: t.Again && m.setup != nil}
	if m.reading.plans {
		return m, tea.Batch(m.planAgain(), pace(work))
	}
	return m, tea.Batch(func() tea.Msg {
		out := setupRead{work: work}
		if p := t.Pasted; p != nil {
			out.setup, out.err = m.files.ReadPasted(p.Text, p.How, work)
		} else {
			out.setup, out.err = m.files.ReadSetup(t.Path, work)
		}
		return out
	}, pace(work))
}

// receiveSetup plans what was read.
func (m Model) receiveSetup(msg setupRead) (Model, tea.Cmd) {
	of := m.reading
	switch {
	case of.work != msg.work:
		return m, nil
	case msg.err != nil:
		m.reading = reading{}
		return m.toDialogs(scene.Transferred{Transfer: of.transfer, Failure: m.files.Explain(m.scene.Words, m.scene.World, msg.err)})
	}
	m.reading.plans = true
	m.setup, m.plan = &msg.setup, nil
	return m, m.planAgain()
}

// planAgain works out what the set-up that was read last would do.
func (m Model) planAgain() tea.Cmd {
	s, of, setup := m.scene, m.reading, *m.setup
	return func() tea.Msg {
		in := Planning{World: s.World, On: s.On, Take: of.transfer.Take, SameName: of.transfer.SameName, Words: s.Words}
		return setupPlanned{of.work, in, setup.Plan(in)}
	}
}

// receivePlan tells the dialog what an import would do. In another World it is planned again.
func (m Model) receivePlan(msg setupPlanned) (Model, tea.Cmd) {
	of := m.reading
	switch {
	case of.work != msg.work:
		return m, nil
	case msg.World != m.scene.World || msg.On != m.scene.On:
		return m, m.planAgain()
	}
	m.plan, m.reading = &msg.Plan, reading{}
	return m.toDialogs(scene.Transferred{Transfer: of.transfer, Planned: &msg.Planned})
}

// stopReading stops what is being read, and tells the dialog so.
func (m Model) stopReading() (Model, tea.Cmd) {
	of := m.reading
	if of.work == nil {
		return m, nil
	}
	return m.dropReading().toDialogs(scene.Transferred{Transfer: of.transfer, Failure: m.scene.Words.Say("files.stopped")})
}

// leaveReading stops what is being read once its dialog is gone.
func (m Model) leaveReading() Model {
	if len(m.dialogs) > 0 {
		return m
	}
	return m.dropReading()
}

func (m Model) dropReading() Model {
	if m.reading.work != nil {
		m.reading.work.Stop()
	}
	m.reading = reading{}
	return m
}
