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
	asked
	work  *sight.Work // nil: nothing is being weighed
	world domain.World
	on    domain.Date
	// waiting are the drafts that were wished meanwhile. They keep their turn.
	waiting []asked
}

type asked struct {
	draft draft
	ask   bool
}

// weighed is the result of a weighing.
type weighed struct {
	work   *sight.Work
	turned sight.Weighing
	err    error
}

// weighingOn wants the line drawn again that says how far a weighing is.
type weighingOn struct{ work *sight.Work }

const weighingPace = 200 * time.Millisecond

// weighLater weighs a draft in a command, after those that are being weighed.
func (m Model) weighLater(d draft, ask bool) (Model, tea.Cmd) {
	if m.weighing.work != nil {
		m.weighing.waiting = append(append([]asked{}, m.weighing.waiting...), asked{d, ask})
		return m, nil
	}
	work, w := new(sight.Work), m.scene.World
	m.weighing = weighing{asked: asked{d, ask}, work: work, world: w, on: m.scene.On}
	return m, tea.Batch(func() tea.Msg {
		out := weighed{work: work}
		changes, err := d.plan(w)
		if out.err = err; err == nil {
			out.turned, out.err = d.consent.Weigh(work, w, changes, dialog.MostNamed)
		}
		return out
	}, pace(work))
}

func pace(work *sight.Work) tea.Cmd {
	return tea.Tick(weighingPace, func(time.Time) tea.Msg { return weighingOn{work} })
}

// keepPace asks for the next frame while the weighing goes on.
func (m Model) keepPace(msg weighingOn) (Model, tea.Cmd) {
	if m.weighing.work != msg.work {
		return m, nil
	}
	return m, pace(msg.work)
}

// receiveWeighed goes on with a draft that was weighed, and with those that waited. A
// result of another World or day is dropped, and the draft weighed again.
func (m Model) receiveWeighed(msg weighed) (Model, tea.Cmd) {
	of := m.weighing
	if of.work != msg.work {
		return m, nil
	}
	m.weighing = weighing{}
	var cmds []tea.Cmd
	var cmd tea.Cmd
	if of.world != m.scene.World || of.on != m.scene.On {
		m, cmd = m.submit(m.again(of.draft), of.ask)
	} else {
		m, cmd = m.settle(of.draft, of.ask, msg.turned, msg.err)
	}
	cmds = append(cmds, cmd)
	for _, next := range of.waiting {
		if len(m.dialogs) > 0 { // a question, or a refusal, that nobody has answered
			break
		}
		m, cmd = m.submit(m.again(next.draft), next.ask)
		cmds = append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}

// again is the draft in the World and on the day that are on screen now.
func (m Model) again(d draft) draft {
	now := m.draft(d.wish, d.from)
	now.consent.Reason, now.consent.To, now.askedBefore = d.consent.Reason, d.consent.To, d.askedBefore
	return now
}

// stopWeighing drops what is being weighed and what waits for it: nothing of it is saved.
func (m Model) stopWeighing() (Model, tea.Cmd) {
	m.weighing.work.Stop()
	m.weighing = weighing{}
	return m.say(scene.Warn, "notice.weighing-stopped").toDialog(scene.Unanswered{})
}

// weighingLine says what is being weighed, and how far it is; empty: nothing.
func (m Model) weighingLine() string {
	if m.weighing.work == nil {
		return ""
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
	return m.scene.Words.Say("notice.weighing", what, m.weighing.work.Percent())
}
