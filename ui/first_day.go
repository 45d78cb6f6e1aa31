package ui

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// firstDayRead is what the journal of a store says of its first day, up to head.
type firstDayRead struct {
	of   Store
	head domain.Seq
	day  sight.FirstDay
	err  error
}

// readFirstDay adds to cmd the reading of the journal, for another store. It reads the
// entries of one day at most; until it is done, and inside a rehearsal, no reason is kept.
func (m Model) readFirstDay(cmd tea.Cmd) (Model, tea.Cmd) {
	if m.firstDayOf == m.store {
		return m, cmd
	}
	m.firstDayOf, m.scene.FirstDay = m.store, sight.FirstDay{}
	if m.store == nil || m.inside.shown != nil {
		return m, cmd
	}
	out := firstDayRead{of: m.store, day: sight.FirstDay{On: m.scene.Today}}
	dayOf := m.dayOf
	return m, tea.Batch(cmd, func() tea.Msg {
		for e, err := range entries(out.of) {
			if out.err = err; err != nil {
				break
			}
			if out.head, out.day = e.Seq, out.day.Note(e, dayOf(e)); out.day.On == 0 {
				break
			}
		}
		return out
	})
}

// receiveFirstDay shows what was read. What has become outdated meanwhile is read again.
func (m Model) receiveFirstDay(msg firstDayRead) (Model, tea.Cmd) {
	switch {
	case msg.of != m.store || msg.err != nil || msg.day.On == 0:
	case msg.head < m.scene.Head:
		m.firstDayOf = nil
	default:
		m.scene.FirstDay = msg.day
	}
	return m, nil
}

// dayOf is the day on which an entry counts.
func (m Model) dayOf(e domain.Entry) domain.Date {
	return domain.DayOf(e, m.scene.Zone, m.scene.World.Institution().Date)
}

// noteReason goes on from an entry that was written now.
func (m Model) noteReason(e domain.Entry) Model {
	if e.By.Reason != "" {
		m.scene.LastReason = e.By.Reason
	}
	m.scene.FirstDay = m.scene.FirstDay.Note(e, m.dayOf(e))
	return m
}
