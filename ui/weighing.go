package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
)

// weighing is a draft that is being weighed in a command: no key waits for it.
type weighing struct {
	draft draft
	ask   bool
	work  *sight.Work // nil: nothing is being weighed
	world domain.World
	on    domain.Date
}

// weighed is the result of a weighing.
type weighed struct {
	work   *sight.Work
	turned sight.Weighing
	err    error
}

// work is something long that a command does, while the screen shows how far it is.
type work interface {
	Percent() int
	Stop()
}

// workOn wants it said again how far a work is.
type workOn struct{ work work }

const workPace = 200 * time.Millisecond

// weighLater weighs a draft in a command. While another is weighed it is refused: what it
// would be weighed against is not known yet.
func (m Model) weighLater(d draft, ask bool) (Model, tea.Cmd) {
	if m.weighing.work != nil {
		return m.say(scene.Warn, "notice.weighing-first").toDialog(scene.Unanswered{})
	}
	work, w := new(sight.Work), m.scene.World
	m.weighing = weighing{draft: d, ask: ask, work: work, world: w, on: m.scene.On}
	return m, tea.Batch(func() tea.Msg {
		out := weighed{work: work}
		changes, err := d.plan(w)
		if out.err = err; err == nil {
			out.turned, out.err = d.consent.Weigh(work, w, changes, dialog.MostNamed)
		}
		return out
	}, pace(work))
}

func pace(of work) tea.Cmd {
	return tea.Tick(workPace, func(time.Time) tea.Msg { return workOn{of} })
}

// keepPace asks for the next frame while the work goes on.
func (m Model) keepPace(msg workOn) (Model, tea.Cmd) {
	switch msg.work {
	case work(m.weighing.work):
		return m, pace(msg.work)
	case work(m.reading.work):
		m, cmd := m.toDialogs(scene.Underway{Percent: msg.work.Percent(), Plans: m.reading.plans})
		return m, tea.Batch(cmd, pace(msg.work))
	}
	return m, nil
}

// weighsDialog reports whether what the top dialog wished is being weighed: until that is
// done it takes no key, or what is saved would not be what it shows.
func (m Model) weighsDialog() bool {
	of := m.weighing
	return of.work != nil && len(m.dialogs) > 0 && (of.draft.from != nil || of.draft.kind == importJob)
}

// receiveWeighed goes on with a draft that was weighed. A result of another World or day
// is dropped, and the draft weighed again.
func (m Model) receiveWeighed(msg weighed) (Model, tea.Cmd) {
	of := m.weighing
	if of.work != msg.work {
		return m, nil
	}
	m.weighing = weighing{}
	if of.world != m.scene.World || of.on != m.scene.On {
		return m.submit(m.again(of.draft), of.ask)
	}
	return m.settle(of.draft, of.ask, msg.turned, msg.err)
}

// again is the draft in the World and on the day that are on screen now.
func (m Model) again(d draft) draft {
	if d.kind == importJob {
		m.plan = d.taken
	}
	now := m.draft(d.wish, d.from)
	now.consent.Reason, now.consent.To, now.askedBefore = d.consent.Reason, d.consent.To, d.askedBefore
	return now
}

// stopWeighing drops what is being weighed: nothing of it is saved.
func (m Model) stopWeighing() (Model, tea.Cmd) {
	m.weighing.work.Stop()
	m.weighing = weighing{}
	return m.say(scene.Warn, "notice.weighing-stopped").toDialog(scene.Unanswered{})
}

// said is what the foot says instead of the key hints: the notice until the next key, else
// what is being weighed and how far it is; without words: nothing.
func (m Model) said() scene.Say {
	if m.notice.Words != "" || m.weighing.work == nil {
		return m.notice
	}
	what := m.scene.Words.Say("notice.weighing-edit")
	switch m.weighing.draft.kind {
	case importJob:
		what = m.scene.Words.Say("notice.weighing-import")
	case undoJob:
		what = m.scene.Words.Say("notice.weighing-undo")
	case redoJob:
		what = m.scene.Words.Say("notice.weighing-redo")
	}
	return scene.Say{Words: m.scene.Words.Say("notice.weighing", what, m.weighing.work.Percent())}
}
