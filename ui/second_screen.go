package ui

import (
	"reflect"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/stage"
)

// Audience is a second screen, which follows what it is shown. Its methods wait for the
// disk: call them in commands.
type Audience interface {
	Attended() bool // somebody follows
	Show(stage.Content) error
	// Beat says that what is shown still stands; it must be said every second.
	Beat() error
	End() error
}

// secondScreen is what stands on the second screen while the panes stay here.
type secondScreen struct {
	on      bool
	content stage.Content
	told    stageStory
}

type (
	// attended answers whether somebody follows.
	attended struct{ yes bool }
	// secondBeat is a second later.
	secondBeat struct{ attended bool }
	// secondFailed says that the second screen could not be shown something.
	secondFailed struct{ err error }
)

const beatEvery = time.Second

// askStage shows the viewer to an audience: on the second screen where one follows, else
// here. Keys wait for the answer.
func (m Model) askStage() (Model, tea.Cmd) {
	if m.audience == nil {
		return m.openStage(), nil
	}
	m.inside.passing = true
	return m, func() tea.Msg { return attended{m.audience.Attended()} }
}

func (m Model) receiveAttended(msg attended) (Model, tea.Cmd) {
	typed := m.inside.typed
	m.inside.passing, m.inside.typed = false, nil
	var cmd tea.Cmd
	if msg.yes {
		m, cmd = m.showSecond()
	} else {
		m = m.openStage()
	}
	m, more := m.replay(typed)
	return m, tea.Batch(cmd, more)
}

// showSecond shows the viewer on the second screen; what stands there already is blanked,
// and comes back.
func (m Model) showSecond() (Model, tea.Cmd) {
	was := m.second
	m, cmd := m.sendSecond()
	if was.on && reflect.DeepEqual(was.content, m.second.content) {
		m.second.content = stage.Content{Blank: true}
		return m.say(scene.Quiet, "stage.second-blank"), m.sends()
	}
	m.notice = scene.Say{Words: m.scene.Words.Say("stage.second", m.second.content.Person, m.second.content.Names)}
	if !was.on {
		cmd = tea.Batch(cmd, m.beat())
	}
	return m, cmd
}

// sendSecond shows the second screen what one looks at now.
func (m Model) sendSecond() (Model, tea.Cmd) {
	shown := m
	shown.stage = onStage{on: true, Stage: stage.New(m.realPeople()), told: m.second.told}
	shown.stage.Compare = m.looking().Compares
	shown.stage.names = m.stage.names
	shown = shown.withStageNames()
	m.stage.names = shown.stage.names
	m.second.on, m.second.content = true, shown.onStageNow()
	return m, m.sends()
}

func (m Model) sends() tea.Cmd {
	to, content := m.audience, m.second.content
	return func() tea.Msg {
		if err := to.Show(content); err != nil {
			return secondFailed{err}
		}
		return nil
	}
}

func (m Model) beat() tea.Cmd {
	to := m.audience
	return tea.Tick(beatEvery, func(time.Time) tea.Msg {
		_ = to.Beat() // the next one tells
		return secondBeat{to.Attended()}
	})
}

// receiveBeat goes on saying that something stands on the second screen, until nobody
// follows.
func (m Model) receiveBeat(msg secondBeat) (Model, tea.Cmd) {
	switch {
	case !m.second.on:
		return m, nil
	case msg.attended:
		return m, m.beat()
	}
	to := m.audience
	m.second = secondScreen{}
	return m.say(scene.Warn, "stage.second-gone"), func() tea.Msg {
		_ = to.End() // it grows old by itself
		return nil
	}
}

// sayOnSecond shows a sentence of a story on the second screen, and whom it looks at.
func (m Model) sayOnSecond(p Played) (Model, tea.Cmd) {
	if !m.second.on {
		return m, nil
	}
	if p.Verb == "say" {
		m.second.told.sentence = p.Text
		m.second.told.step++
	}
	return m.sendSecond()
}
