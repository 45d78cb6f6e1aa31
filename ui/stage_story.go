package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/scene"
)

// stageStory is how far a story is on the stage. Its steps there are its sentences.
type stageStory struct {
	begin    string // a story that begins once the rehearsal is open
	sentence string // as it is written
	step     int    // sentences that were said
	target   int    // the step that is being played to
}

// playStory opens the stage with a story.
type playStory struct{ name string }

// beginStory covers the window and begins a story in a rehearsal.
func (m Model) beginStory(name string) (Model, tea.Cmd) {
	if m.scene.Source == scene.NoFile || m.inside.passing {
		return m, nil
	}
	m = m.openStage()
	m.stage.told.begin = name
	return m.enterOrLeave(scene.Staged{Story: name})
}

// onWithStory goes on with a story on the stage once another store is there: it begins, or
// is played to the step that was asked for. A rehearsal that would be lost is asked about
// first, off the stage.
func (m Model) onWithStory() (Model, tea.Cmd) {
	told := &m.stage.told
	switch name := told.begin; {
	case !m.stage.on || m.scene.Rehearsal == nil:
	case name != "" && m.scene.Rehearsal.Unkept:
		m.stage = onStage{}
		return m.enterOrLeave(scene.Staged{Story: name})
	case name != "":
		told.begin, told.step, told.target = "", 0, max(told.target, 1)
		return m.leaveRehearsal(scene.Leave{How: scene.LeaveThrown, To: scene.Staged{Story: name}})
	case m.inside.story.name != "" && told.step < told.target:
		return m.nextStep()
	}
	return m, nil
}

// playTo plays a story on to a sentence; one that was said is reached from the beginning.
func (m Model) playTo(step int) (Model, tea.Cmd) {
	name, told := m.inside.story.name, &m.stage.told
	if name == "" || m.queue.pending() {
		return m, nil
	}
	told.target = max(step, 1)
	if told.target > told.step {
		return m.nextStep()
	}
	told.step, told.sentence = 0, ""
	return m.leaveRehearsal(scene.Leave{How: scene.LeaveThrown, To: scene.Staged{Story: name}})
}

// showStepOnStage shows what a step came to: a sentence, or another person. Whatever else it
// does is not for an audience, and the next step follows at once.
func (m Model) showStepOnStage(p Played) (Model, tea.Cmd) {
	switch p.Verb {
	case "":
		m.inside.story, m.stage.told.target = playing{}, 0
		return m.showWorld(m.scene.World).refresh()
	case "say":
		m.stage.told.step, m.stage.told.sentence = m.stage.told.step+1, p.Text
		if group, named := m.groupNamedIn(p.Text); named {
			m.stage.group = group
		}
		if person, named := m.personNamedIn(p.Text); named {
			m = m.showOnStage(person)
		}
		if m.stage.told.step >= m.stage.told.target {
			m.stage.told.target = 0
			return m, nil
		}
	case "look":
		if _, known := m.scene.World.Person(p.Person); known {
			m = m.showOnStage(p.Person)
		}
		if m.stage.told.target == 0 {
			return m, nil
		}
	}
	return m.nextStep()
}

// showOnStage shows somebody, in a group in which they are.
func (m Model) showOnStage(person domain.PersonID) Model {
	m.stage.person = person
	in := m.scene.World.GroupsOn(person, m.scene.On)
	now := m.looking().Group
	for _, one := range in {
		if one.Group == now {
			return m
		}
	}
	if len(in) > 0 {
		m.stage.group = in[0].Group
	}
	return m
}

// personNamedIn returns the first person whom a sentence names.
func (m Model) personNamedIn(text string) (first domain.PersonID, named bool) {
	rehearsal.Fill(text, func(id domain.PersonID) (string, bool) {
		if _, known := m.scene.World.Person(id); known && !named {
			first, named = id, true
		}
		return "", false
	})
	return first, named
}

// groupNamedIn returns the group that a sentence names, the longest name first.
func (m Model) groupNamedIn(text string) (group domain.GroupID, named bool) {
	longest := 0
	for g := range m.scene.World.Groups() {
		if len(g.Name) > longest && strings.Contains(text, g.Name) {
			group, longest = g.ID, len(g.Name)
		}
	}
	return group, longest > 0
}
