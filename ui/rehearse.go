package ui

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store/rehearsed"
	"zichtlijn/ui/rehearse"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// inside is the rehearsal that one is in. It is no screen but a mode of all of them: the
// store is that of the rehearsal, and every pane and dialog works on it.
type inside struct {
	shown *rehearsed.Shown // nil: in none
	base  Store            // of the set-up
	on    domain.Date      // that was chosen outside
	// passing says that another store is on its way: what is typed waits, so that no key
	// reaches the wrong one.
	passing bool
	typed   []tea.Msg
	story   playing
}

// holdBack keeps what is typed until the other store is there. A click is dropped: it was
// meant for what stood there.
func (m Model) holdBack(msg tea.Msg) (Model, bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if msg.String() == "ctrl+c" {
			return m, false
		}
	case tea.PasteMsg:
	case tea.MouseClickMsg, tea.MouseWheelMsg:
		return m, true
	default:
		return m, false
	}
	m.inside.typed = append(slices.Clip(m.inside.typed), msg)
	return m, true
}

// showRehearsal shows the rehearsal on the reference date, which is never before its last
// act.
func (m Model) showRehearsal() Model {
	m.scene.Rehearsal = nil
	in := m.inside.shown
	if in == nil {
		return m
	}
	at, err := in.At.On(m.scene.On)
	if err != nil {
		at = in.At
		m.chosenOn, m.scene.On = at.Today(), at.Today()
	}
	m.scene.Rehearsal = &scene.Rehearsing{
		Rehearsal: at, Ahead: in.Ahead, Scenes: in.Scenes, Unkept: in.Unkept, Kept: m.keepsActs(), Story: m.inside.story.name,
	}
	return m
}

// keepsActs reports whether acts are written beside the set-up.
func (m Model) keepsActs() bool { return !m.scene.Locked && !m.scene.Source.ForReading() }

// tooEarly refuses a day before the last act of the rehearsal.
func (m Model) tooEarly(on domain.Date) error {
	if m.scene.Rehearsal == nil {
		return nil
	}
	_, err := m.scene.Rehearsal.On(on)
	return err
}

// grantRehearsal carries out the wishes about rehearsals.
func (m Model) grantRehearsal(wish scene.Wish) (Model, tea.Cmd) {
	switch wish := wish.(type) {
	case scene.Rehearse:
		return m.enterOrLeave(wish.To)
	case scene.Leave:
		return m.leaveRehearsal(wish)
	case scene.NextStep:
		return m.nextStep()
	case scene.ReadScenes:
		return m, m.readScenes(wish.Person)
	case scene.Compose:
		if m.scene.Rehearsal != nil {
			return m.openDialog(scene.Open{Dialog: rehearse.Compose(m.scene, wish.Draft)})
		}
	case scene.ReadIn:
		if m.scene.Rehearsal != nil {
			return m.openDialog(scene.Open{Dialog: rehearse.Read(m.scene, wish)})
		}
	default:
		panic("ui: a wish that nobody grants")
	}
	return m, nil
}

// enterOrLeave begins a rehearsal, or goes on with the open one. Inside it goes to what is
// named, zero: the set-up, and asks before what is to become of the rehearsal, unless
// nothing would be lost.
func (m Model) enterOrLeave(to scene.Staged) (Model, tea.Cmd) {
	if at := m.scene.Rehearsal; at != nil {
		if at.Unkept {
			return m.openDialog(scene.Open{Dialog: rehearse.Leave(m.scene, to)})
		}
		return m.leaveRehearsal(scene.Leave{How: scene.LeaveThrown, To: to})
	}
	base, ok := m.store.(rehearsed.Base)
	if !ok {
		return m, nil
	}
	on := m.scene.On
	return m.pass(scene.Say{}, func() (Store, error) { return rehearsed.Open(base, on) })
}

// leaveRehearsal goes back to the set-up, or to another scene.
func (m Model) leaveRehearsal(l scene.Leave) (Model, tea.Cmd) {
	in, ok := m.store.(*rehearsed.Store)
	if !ok || m.inside.passing {
		return m, nil
	}
	base, on, keeps, w := m.inside.base, m.scene.On, m.keepsActs(), m.scene.Words
	l.Name = norm.NFC.String(l.Name)
	said := w.Say("rehearse.left")
	switch {
	case l.To.Scene != "":
		said = w.Say("rehearse.scene-opened", words.Clean(l.To.Scene))
	case l.How == scene.LeaveKept:
		said = w.Say("rehearse.left-kept", words.Clean(l.Name))
	case l.How == scene.LeaveOpen:
		said = w.Say("rehearse.left-open")
	}
	next := playing{}
	if l.To.Story != "" {
		var err error
		if next, err = m.play(l.To.Story); err != nil {
			m.notice = scene.Say{Tone: scene.Fail, Words: err.Error()}
			return m, nil
		}
		said = w.Say("rehearse.story-begun", words.Clean(l.To.Story), next.Len())
	}
	m.inside.story = next
	return m.pass(scene.Say{Words: said}, func() (Store, error) {
		_ = in.Prepare(on, keeps) // nothing is done on that day
		var err error
		switch l.How {
		case scene.LeaveKept:
			err = in.Keep(l.Name)
		case scene.LeaveThrown:
			err = in.Drop()
		}
		switch {
		case err != nil:
			return nil, err
		case l.To.Scene != "":
			return in, in.OpenScene(l.To.Scene)
		case l.To.Story != "":
			return in, in.Begin(on)
		}
		return base, nil
	})
}

// pass goes to another store, after the jobs that wait. What is being weighed would be
// written to the other one: it comes first.
func (m Model) pass(said scene.Say, to func() (Store, error)) (Model, tea.Cmd) {
	if m.weighing.work != nil {
		return m.say(scene.Warn, "notice.weighing-first"), nil
	}
	m.dialogs, m.inside.passing = nil, true
	return m, m.queue.add(job{store: m.store, passes: to, said: said})
}

// receivePassed shows the other store, and then carries out what was typed meanwhile; not
// where it failed: those keys were meant for elsewhere.
func (m Model) receivePassed(msg stored) (Model, tea.Cmd) {
	typed := m.inside.typed
	m.inside.passing, m.inside.typed = false, nil
	cmds := []tea.Cmd{m.queue.resume()}
	if msg.err != nil {
		m.inside.story, m.inside.shown = playing{}, msg.inside
		m = m.showWorld(msg.world)
		m.notice = scene.Say{Tone: scene.Fail, Words: m.explain(msg.err)}
		m, cmd := m.refresh()
		return m, tea.Batch(cmds[0], cmd, m.quitWhenIdle())
	}
	was := m.inside
	m = m.withoutHistory()
	m.dialogs = nil // of an edit that failed meanwhile: it was meant for elsewhere
	m.inside.shown = msg.inside
	switch {
	case msg.inside == nil:
		m.chosenOn, m.inside = was.on, inside{}
	case was.shown == nil:
		m.inside.base, m.inside.on = m.store, m.chosenOn
		msg.job.said = m.begun(msg.inside.At, msg.inside.Older)
	}
	m.store, m.scene.Head = msg.store, msg.head
	m = m.showWorld(msg.world).withUndo(msg.undo, msg.redo)
	m.notice = msg.job.said
	m, cmd := m.toScreen(scene.Arrived{})
	m, story := m.onWithStory()
	m, more := m.replay(typed)
	return m, tea.Batch(append(cmds, cmd, story, more, m.quitWhenIdle())...)
}

// replay answers what was typed while another store was on its way.
func (m Model) replay(typed []tea.Msg) (Model, tea.Cmd) {
	var cmds []tea.Cmd
	for _, key := range typed {
		var cmd tea.Cmd
		m, cmd = m.route(key)
		cmds = append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}

// begun says that a rehearsal begins, or goes on, perhaps on the set-up of before.
func (m Model) begun(at rehearsal.Rehearsal, older bool) scene.Say {
	said := m.scene.Words.Say("rehearse.begun")
	if at.Len() > 0 {
		said = m.scene.Words.Say("rehearse.resumed", at.Len())
	}
	if older {
		said += " " + m.scene.Words.Say("rehearse.older-setup")
	}
	if !m.keepsActs() {
		said += " " + m.scene.Words.Say("rehearse.nothing-kept")
	}
	return scene.Say{Words: said}
}

// prepared sets, before a job inside a rehearsal, the day of the act and whether it is
// written. A step back or forward needs no day.
func (m Model) prepared(dated bool, do doing) doing {
	on, keeps := m.scene.On, m.keepsActs()
	return func(s Store) (domain.World, domain.Entry, error) {
		if in, ok := s.(*rehearsed.Store); ok {
			if err := in.Prepare(on, keeps); err != nil && dated {
				return s.World(), domain.Entry{}, err
			}
		}
		return do(s)
	}
}

// submitAct checks an act against the rehearsal on screen, and queues it.
func (m Model) submitAct(a rehearsal.Act, from scene.Dialog) (Model, tea.Cmd) {
	if m.scene.Rehearsal == nil {
		return m, nil
	}
	if _, err := m.scene.Rehearsal.Do(a); err != nil {
		return m.showRefusal(err, from)
	}
	if from != nil {
		m = m.closeDialog()
	}
	do := func(s Store) (domain.World, domain.Entry, error) { return s.(*rehearsed.Store).Act(a) }
	return m, m.queue.add(job{store: m.store, do: m.prepared(true, do), kind: actJob, wish: scene.Act{Act: a}, from: from})
}

// told says what was done in the rehearsal, or taken back. That somebody reads is said by
// what is read.
func (m Model) told(msg stored) scene.Say {
	r, w := msg.inside, m.scene.Words
	act := r.At.Act(r.At.Len())
	if msg.job.kind == undoJob && len(r.Ahead) > 0 {
		act = r.Ahead[0]
	}
	said := m.scene.Acted(act)
	switch {
	case msg.job.kind == undoJob:
		said = w.Say("rehearse.stepped-back", said)
	case msg.job.kind == redoJob:
		said = w.Say("rehearse.stepped-on", said)
	case act.Kind == rehearsal.Read:
		said = ""
	}
	return scene.Say{Words: said}
}

// explain says in one sentence what an error means. Of what is out of reach and of what
// does not exist it says the same (H16).
func (m Model) explain(err error) string {
	w := m.scene.Words
	switch {
	case errors.Is(err, rehearsal.ErrRefused):
		return w.Say("rehearse.refused")
	case errors.Is(err, rehearsal.ErrEarlier) && m.inside.shown != nil:
		at := m.inside.shown.At
		return w.Say("rehearse.earlier", w.LongDate(at.Act(at.Len()).On))
	case errors.Is(err, rehearsed.ErrTaken):
		return w.Say("rehearse.name-taken")
	}
	return m.files.Explain(w, m.scene.World, err)
}

// readScenes reads in which scenes somebody stands. Scenes that can not be read keep
// nobody in the set-up.
func (m Model) readScenes(p domain.PersonID) tea.Cmd {
	base, ok := m.store.(rehearsed.Base)
	s := m.scene
	if !ok {
		return nil
	}
	return func() tea.Msg {
		all, _ := base.Scenes()
		var in []string
		for _, one := range all {
			if one.Names(p) {
				in = append(in, s.SceneWord(one.Name))
			}
		}
		if len(in) == 0 {
			return nil
		}
		return scene.NamedIn{Person: p, Words: s.Words.Say("rehearse.named-in", s.Words.Person(s.World, p), strings.Join(in, ", "))}
	}
}
