package ui

import (
	"cmp"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/groups"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/stage"
	"zichtlijn/ui/tell"
)

// onStage is the presentation that covers the window. While it is on, every key is its own
// and nothing else is drawn.
type onStage struct {
	on bool
	stage.Stage
	person domain.PersonID // empty: the viewer of the main screen
	group  domain.GroupID  // empty: that of the main screen
	told   stageStory
	names  stageNames
	shown  stage.Content // what stands there: worked out once for each message, not for each frame
}

// stageNames are names that were worked out: to invent some takes all of them.
type stageNames struct {
	of       domain.World
	voice    tell.Voice
	invented bool
	stage.Names
}

// openStage covers the window with the person one looks as.
func (m Model) openStage() Model {
	m.stage = onStage{on: true, Stage: stage.New(m.realPeople())}
	m.stage.Compare = m.looking().Compares
	m.notice = scene.Say{}
	return m
}

// realPeople reports whether the names in the set-up may be those of people.
func (m Model) realPeople() bool {
	return (m.scene.Source == scene.File || m.scene.Source == scene.FileRead) && !m.scene.World.Institution().Pseudonymised
}

// withStageNames brings the names up to date.
func (m Model) withStageNames() Model {
	now := stageNames{of: m.scene.World, voice: m.scene.Words.Voice(), invented: m.stage.Invented}
	if was := m.stage.names; was.of == now.of && was.voice == now.voice && was.invented == now.invented {
		return m
	}
	var secret []byte
	if now.invented {
		secret = m.identity()
	}
	now.Names = stage.NewNames(now.of, m.scene.Words, secret)
	m.stage.names = now
	return m
}

// identity is what invented names depend on besides ids: random, of the file.
func (m Model) identity() []byte { return append([]byte("stage"), m.store.Identity()...) }

// looking is as whom one looks on the main screen, and at which group.
func (m Model) looking() groups.Looking {
	main, _ := m.screens[scene.GroupsScreen].(groups.Screen)
	out := main.Looking(m.scene)
	if m.stage.person == "" {
		return out
	}
	out.Person, out.Called = m.stage.person, ""
	out.Group = cmp.Or(m.stage.group, out.Group)
	p, _ := out.World.Person(out.Person)
	out.As = p.Role
	for _, in := range out.World.GroupsOn(out.Person, m.scene.On) {
		if in.Group == out.Group {
			out.As = in.As
		}
	}
	return out
}

// restage works out what stands on the stage.
func (m Model) restage() Model {
	m = m.withStageNames()
	m.stage.shown = m.onStageNow()
	return m
}

// onStageNow is what stands on the stage.
func (m Model) onStageNow() stage.Content {
	at := m.looking()
	g, _ := at.World.Group(at.Group)
	out := stage.View{
		World: at.World, On: m.scene.On, Said: m.scene.Words, Names: m.stage.names.Names, Demonstration: m.scene.Source.IsDemo(),
		Group: at.Group, Person: at.Person, As: at.As, Settings: m.stage.Settings(g.Visibility), Called: at.Called,
	}.Content()
	out.Palette, out.Blank = m.stage.Palette, m.stage.Blank
	if m.stage.told.sentence != "" {
		out.Sentence, out.Step = m.stage.names.Sentence(m.stage.told.sentence), strconv.Itoa(m.stage.told.step)
	}
	return out
}

// routeStage answers the messages about the stage and the second screen.
func (m Model) routeStage(msg tea.Msg) (Model, tea.Cmd) {
	switch msg := msg.(type) {
	case playStory:
		return m.beginStory(msg.name)
	case attended:
		return m.receiveAttended(msg)
	case secondBeat:
		return m.receiveBeat(msg)
	case secondFailed:
		m.notice = scene.Say{Tone: scene.Fail, Words: m.scene.Words.Say("stage.second-failed")}
	}
	return m, nil
}

// stageKey answers a key on the stage.
func (m Model) stageKey(key string) (Model, tea.Cmd) {
	var want stage.Want
	var number int
	m.stage.Stage, want, number = m.stage.Key(key, m.inside.story.name != "")
	switch want {
	case stage.Leave:
		m.stage = onStage{}
		return m.refresh()
	case stage.NextPerson:
		m.stage.person = m.besides(1)
	case stage.PreviousPerson:
		m.stage.person = m.besides(-1)
	case stage.NextStep:
		return m.nextStep()
	case stage.PreviousStep:
		return m.playTo(m.stage.told.step - 1)
	case stage.Jump:
		return m.playTo(number)
	}
	return m, nil
}

// besides is the next member of the group, going round; who is shown stays where there is
// no other.
func (m Model) besides(by int) domain.PersonID {
	at := m.looking()
	members := at.World.MembersOn(at.Group, m.scene.On)
	if len(members) == 0 {
		return at.Person
	}
	tell.SortMembers(at.World, members, m.scene.Roster.NameKey) // as the pane has them
	for i, one := range members {
		if one.Person == at.Person {
			return members[(i+by+len(members))%len(members)].Person
		}
	}
	return members[0].Person
}

// stagePicture draws the stage.
func (m Model) stagePicture() string {
	w := m.scene.Words
	on := stage.Canvas{Measure: m.scene.Theme.Measure, W: m.scene.Size.W, H: m.scene.Size.H, NoColour: m.noColour, Foot: w.Say("stage.keys-short")}
	switch {
	case m.stage.Asks == stage.AskLeave:
		on.Foot = w.Say("stage.ask-leave")
	case m.stage.Asks == stage.AskRealNames:
		on.Foot = w.Say("stage.ask-names")
	case m.stage.Keys && m.inside.story.name != "":
		on.Foot = w.Say("stage.keys-story")
	case m.stage.Keys:
		on.Foot = w.Say("stage.keys")
	}
	return m.stage.shown.Draw(on, stage.MoreIn(w))
}
