package ui

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store/rehearsed"
	"zichtlijn/ui/rehearse"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/stories"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Story plays a story of the program. Its steps may take long: call Next in commands.
type Story interface {
	Len() int
	// Next does the steps up to and with the next one that there is something to see of.
	Next(rehearsal.Rehearsal) (rehearsal.Rehearsal, Played)
}

// Played is what a step came to.
type Played = stories.Played

// OpenStory opens a story over a set-up. The error is a sentence.
type OpenStory func(base Store, name string, w tell.Words) (Story, error)

// playing is a story that is played; zero: none.
type playing struct {
	name string
	Story
}

// storyNames are the stories that can be played here.
func (m Model) storyNames() []string {
	if m.openStory == nil {
		return nil
	}
	return stories.Names()
}

func (m Model) play(name string) (playing, error) {
	story, err := m.openStory(m.inside.base, name, m.scene.Words)
	if err != nil {
		return playing{}, err
	}
	return playing{name, story}, nil
}

// nextStep plays on.
func (m Model) nextStep() (Model, tea.Cmd) {
	story := m.inside.story
	if story.name == "" || m.queue.pending() { // one key, one step
		return m, nil
	}
	played := &Played{}
	do := func(s Store) (domain.World, domain.Entry, error) {
		in := s.(*rehearsed.Store)
		at := in.Shown().At
		next, told := story.Next(at)
		*played = told
		if next.Len() > at.Len() {
			return in.Take(next)
		}
		return in.World(), domain.Entry{}, in.Prepare(next.Today(), m.keepsActs())
	}
	return m, m.queue.add(job{store: m.store, do: m.prepared(false, do), kind: storyJob, wish: scene.NextStep{}, played: played})
}

// showStep shows what a step came to: who acts or looks is the viewer, what is told stands
// at the foot, and what is printed in a dialog.
func (m Model) showStep(msg stored) (Model, tea.Cmd) {
	p, w := *msg.job.played, m.scene.Words
	of := m.inside.story
	switch {
	case of.name == "":
		return m, nil
	case m.stage.on:
		m.notice = scene.Say{}
		return m.showStepOnStage(p)
	}
	said, acted := p.Said, m.notice.Words
	switch {
	case p.Verb == "":
		m.inside.story = playing{}
		m.notice = scene.Say{Words: w.Say("rehearse.story-end")}
		return m.showWorld(m.scene.World).refresh()
	case p.Verb == "look":
		said = ""
	case msg.entry.Seq > 0:
		said = acted
	case p.Refused && p.Verb != "do":
		said = w.Say("rehearse.story-refused")
	}
	if p.Verb == "show" || p.Refused && p.Verb == "do" {
		m.notice = scene.Say{}
		return m.openDialog(scene.Open{Dialog: rehearse.Text(w.Say("rehearse.story-title", words.Clean(of.name), p.Done, of.Len()), said)})
	}
	m.notice = scene.Say{Tone: either(p.Refused, scene.Warn, scene.Quiet), Words: w.Say("rehearse.story-step", p.Done, of.Len(), cmp.Or(strings.ReplaceAll(said, "\n", " · "), w.Say("rehearse.looks", w.Person(m.scene.World, p.Person))))}
	var cmd tea.Cmd
	if _, known := m.scene.World.Person(p.Person); known && p.Verb != "say" {
		m.active = scene.GroupsScreen
		m, cmd = m.toScreen(scene.Look{Person: p.Person})
		if p.Inbox {
			m, _ = m.toScreen(keyPress("b"))
		}
	}
	m, second := m.sayOnSecond(p)
	return m, tea.Batch(cmd, second)
}
