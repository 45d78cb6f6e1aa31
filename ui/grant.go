package ui

import (
	"cmp"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/files"
	"zichtlijn/ui/matrix"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/why"
	"zichtlijn/ui/words"
)

// grant carries out a wish. from is the dialog that wished; nil: a screen.
func (m Model) grant(wish scene.Wish, from scene.Dialog) (Model, tea.Cmd) {
	switch wish := wish.(type) {
	case nil:
		return m, nil
	case scene.Several:
		return m.grantAll(wish, from)
	case scene.Act:
		return m.submitAct(wish.Act, from)
	case scene.Edit:
		return m.submit(m.draft(wish, from), wish.Ask)
	case scene.Undo, scene.Redo:
		return m.submit(m.draft(wish, from), false)
	case scene.Agreed:
		return m.submitAgreed(wish)
	case scene.Open:
		return m.openDialog(wish)
	case scene.Why:
		return m.grantAll([]scene.Wish{scene.Open{Dialog: why.New(m.scene, wish.Viewer, wish.Other)}, scene.Again{}}, from)
	case scene.Again:
		return m, afterPause()
	case scene.Close:
		return m.closeDialog().leaveReading().toDialog(scene.Unanswered{})
	case scene.Look:
		m.active = scene.GroupsScreen
		return m.toScreen(wish)
	case scene.Matrix:
		return m.openDialog(scene.Open{Dialog: matrix.New(m.scene, wish.Group)})
	case scene.Write:
		if m.scene.Rehearsal != nil {
			return m.say(scene.Warn, "rehearse.outside-only"), nil
		}
		return m.openDialog(scene.Open{Dialog: files.Spreadsheet(m.scene, wish)})
	case scene.Go:
		return m.goTo(wish)
	case scene.Say:
		m.notice = wish
		return m, nil
	case scene.Press:
		return m.pressFor(wish.Key)
	case scene.Stage:
		return m.askStage()
	case scene.Find:
		return m.openPalette()
	case scene.Quit:
		return m.leave()
	}
	return m.grantChoice(wish, from)
}

// grantChoice carries out the wishes about settings of the screen and about files.
func (m Model) grantChoice(wish scene.Wish, from scene.Dialog) (Model, tea.Cmd) {
	switch wish := wish.(type) {
	case scene.SetDate:
		if err := m.tooEarly(wish.On); err != nil {
			return m.showRefusal(err, nil)
		}
		m.chosenOn = wish.On
		return m.showWorld(m.scene.World).refresh()
	case scene.SetEnded:
		m.scene.ShowEnded = wish.Show
		m.notice = scene.Say{Words: m.scene.Words.Say(either(wish.Show, words.Key("notice.ended-on"), words.Key("notice.ended-off")))}
		return m.refresh()
	case scene.SetLock:
		if m.scene.Source.ForReading() {
			next, _ := m.mayEdit()
			return next, nil
		}
		m.scene.Locked = wish.Locked
		return m.say(scene.Quiet, either(wish.Locked, words.Key("notice.locked"), words.Key("notice.unlocked"))).saveChoices()
	case scene.SetLanguage:
		m.scene.Words = wordsIn(wish.Language, !m.scene.Words.IsSpoken())
		if m.store != nil {
			m = m.withUndo(undoAndRedo(m.store))
		}
		return m.saveChoices()
	case scene.SetRoles:
		m.scene.Words = wordsIn(m.scene.Words.Language(), m.scene.Words.IsSpoken())
		return m.saveChoices()
	case scene.SetTheme:
		m.scene.ThemeChosen = wish.Kind
		return m.withTheme().saveChoices()
	case scene.ReadJournal:
		return m, m.readJournal(wish)
	case scene.Start:
		return m.start(wish, from)
	case scene.Transfer:
		return m.transfer(wish)
	case scene.Stop:
		return m.stop()
	case scene.Copy:
		return m.copy(wish)
	case scene.Paste:
		return m.pasteList(wish)
	case scene.Complete:
		return m, m.complete(wish)
	}
	return m.grantHistory(wish)
}

// wordsIn are the words of a language; codes says roles by the platform's codes.
func wordsIn(l words.Language, codes bool) tell.Words {
	if codes {
		return tell.In(l)
	}
	return tell.In(l).Spoken()
}

func either[T any](cond bool, yes, no T) T {
	if cond {
		return yes
	}
	return no
}

func (m Model) grantAll(wishes []scene.Wish, from scene.Dialog) (Model, tea.Cmd) {
	var cmds []tea.Cmd
	for _, w := range wishes {
		var cmd tea.Cmd
		m, cmd = m.grant(w, from)
		cmds = append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}

func (m Model) say(tone scene.Tone, key words.Key, args ...any) Model {
	m.notice = scene.Say{Tone: tone, Words: m.scene.Words.Say(key, args...)}
	return m
}

// mayEdit reports whether anything may be edited; if not, the notice says why.
func (m Model) mayEdit() (Model, bool) {
	if held := m.scene.Held(); held != "" {
		return m.say(scene.Warn, held), false
	}
	return m, true
}

// showRefusal hands a refusal to the dialog, or shows it at the foot.
func (m Model) showRefusal(err error, from scene.Dialog) (Model, tea.Cmd) {
	var r domain.Refusal
	if from != nil && errors.As(err, &r) {
		return m.toDialog(scene.Refused{Refusal: r})
	}
	m.notice = scene.Say{Tone: scene.Warn, Words: m.explain(err)}
	return m, nil
}

// receiveStored shows the result of a job.
func (m Model) receiveStored(msg stored) (Model, tea.Cmd) {
	if msg.job.passes != nil {
		return m.receivePassed(msg)
	}
	if msg.err != nil && msg.entry.Seq == 0 {
		return m.showFailure(msg)
	}
	if msg.inside != nil && msg.job.kind == storyJob && msg.inside.At.Today() > m.scene.On {
		m.chosenOn = msg.inside.At.Today()
	}
	more := m.queue.resume()
	if msg.job.kind == backupJob {
		next, cmd := m.finishTransfer(scene.Transferred{Transfer: scene.Transfer{What: scene.Backup, Path: msg.job.path}})
		return next, tea.Batch(cmd, more, next.quitWhenIdle())
	}
	m.inside.shown = msg.inside
	m.scene.RoleAdded = cmp.Or(roleAdded(msg), m.scene.RoleAdded)
	m, read := m.showStored(msg)
	m = m.withUndo(msg.undo, msg.redo)
	m = m.noteReason(msg.entry)
	if msg.job.kind != exportJob { // where it went is said already
		m.notice = scene.Say{Words: m.scene.Words.Say(m.doneKey(msg.job.kind), m.scene.Words.Summary(msg.world, msg.entry))}
	}
	if msg.asideIn != "" {
		m = m.say(scene.Warn, "notice.set-aside", msg.job.aside, words.Clean(msg.asideIn))
	}
	if msg.inside != nil {
		m.notice = m.told(msg)
	}
	if err := m.files.CopyError(m.store); err != nil {
		m = m.say(scene.Warn, "notice.copy-failed")
	}
	if msg.err != nil {
		m.notice = scene.Say{Tone: scene.Fail, Words: m.files.Explain(m.scene.Words, m.scene.World, msg.err)}
	}
	if msg.job.kind == importJob {
		var cmd tea.Cmd
		m, cmd = m.finishTransfer(scene.Transferred{Transfer: scene.Transfer{What: scene.Import, Path: msg.job.path, Apply: true}})
		more = tea.Batch(more, cmd)
	}
	m, cmd := m.refresh()
	if msg.job.kind == storyJob {
		var shown tea.Cmd
		m, shown = m.showStep(msg)
		cmd = tea.Batch(cmd, shown)
	}
	return m, tea.Batch(cmd, more, read, m.quitWhenIdle())
}

// roleAdded is the role of the person that was added; NoRole: nobody was.
func roleAdded(msg stored) domain.Role {
	if msg.job.kind == editJob && msg.entry.Verb == domain.VerbPersonAdd {
		for _, c := range msg.entry.Changes {
			if c.Person != nil && c.Person.After != nil {
				return c.Person.After.Role
			}
		}
	}
	return domain.NoRole
}

func (m Model) doneKey(k jobKind) words.Key {
	switch k {
	case undoJob, redoJob:
		return "notice.done"
	default:
		return "notice.saved"
	}
}

// showFailure says what happened and reopens the dialog with everything typed. The jobs
// that wait go on: each is checked by itself.
func (m Model) showFailure(msg stored) (Model, tea.Cmd) {
	sentence := m.explain(msg.err)
	more := m.queue.resume()
	if errors.As(msg.err, &sight.Asked{}) {
		next, cmd := m.askAgain(msg.job)
		return next, tea.Batch(cmd, more, next.quitWhenIdle())
	}
	if msg.job.kind == exportJob {
		return m.say(scene.Warn, "cli.export.not-noted"), tea.Batch(more, m.quitWhenIdle())
	}
	if msg.job.kind == backupJob || msg.job.kind == importJob {
		what := either(msg.job.kind == backupJob, scene.Backup, scene.Import)
		next, cmd := m.finishTransfer(scene.Transferred{Transfer: scene.Transfer{What: what, Path: msg.job.path, Apply: true}, Failure: sentence})
		return next, tea.Batch(cmd, more, next.quitWhenIdle())
	}
	m.notice = scene.Say{Tone: scene.Fail, Words: sentence}
	if msg.job.from != nil && !m.leaving {
		m = m.reopen(msg.job.from, msg.err)
	}
	return m, tea.Batch(more, m.quitWhenIdle())
}

// reopen shows again, with everything typed, a dialog whose edit was not saved. It lies
// below the dialogs that are open: somebody is typing in them, and no key may go astray.
func (m Model) reopen(d scene.Dialog, err error) Model {
	var r domain.Refusal
	if errors.As(err, &r) {
		d, _ = d.Update(m.scene, scene.Refused{Refusal: r})
	}
	m.dialogs = append([]scene.Dialog{d}, m.dialogs...)
	return m
}

func (m Model) openDialog(o scene.Open) (Model, tea.Cmd) {
	if o.Edits {
		if next, may := m.mayEdit(); !may {
			return next, nil
		}
	}
	m.dialogs = append(append([]scene.Dialog{}, m.dialogs...), o.Dialog)
	return m, nil
}

func (m Model) closeDialog() Model {
	if len(m.dialogs) > 0 {
		m.dialogs = append([]scene.Dialog{}, m.dialogs[:len(m.dialogs)-1]...)
	}
	return m
}

func (m Model) goTo(g scene.Go) (Model, tea.Cmd) {
	m.active = g.Screen
	return m.toScreen(scene.Arrived{At: g.At})
}

// pressFor closes all dialogs and presses a key, for the palette.
func (m Model) pressFor(key string) (Model, tea.Cmd) {
	m.dialogs = nil
	if next, cmd, ok := m.pressEverywhere(key); ok {
		return next, cmd
	}
	return m.toScreen(keyPress(key))
}

// saveChoices saves the user's choices in a command.
func (m Model) saveChoices() (Model, tea.Cmd) {
	c := Choices{Language: m.scene.Words.Language(), Theme: m.scene.ThemeChosen, Locked: m.scene.Locked && m.scene.Source == scene.File, RoleCodes: !m.scene.Words.IsSpoken()}
	keep := func() tea.Msg {
		m.files.SaveChoices(c)
		return nil
	}
	next, cmd := m.refresh()
	return next, tea.Batch(cmd, keep)
}

// quitWait is how long leaving waits for a disk that hangs.
const quitWait = 5 * time.Second

// quitWaitOver says that quitWait is over.
type quitWaitOver struct{}

// signalReceived says that the operating system asked the program to end.
type signalReceived struct{ code int }

// displaced says that the file is not in its place.
type displaced struct{}

// leave quits once everything is on disk, and asks first where the file is not in its
// place. The second time it quits at once. What is being weighed or read it only stops:
// somebody waits for it.
func (m Model) leave() (Model, tea.Cmd) {
	switch {
	case m.exit != 0:
	case m.weighing.work != nil:
		return m.stopWeighing()
	case m.reading.work != nil:
		return m.stopReading()
	}
	if m.leaving || m.asksToLeave() {
		m.leaving = true
		return m, tea.Quit
	}
	m.leaving = true
	if !m.queue.pending() {
		return m, m.quitWhenIdle()
	}
	m = m.say(scene.Warn, "notice.quitting")
	return m, tea.Tick(quitWait, func(time.Time) tea.Msg { return quitWaitOver{} })
}

// quitWhenIdle quits when somebody is leaving and nothing is pending. A signal asks
// nothing: nobody may be there.
func (m Model) quitWhenIdle() tea.Cmd {
	switch {
	case !m.leaving || m.queue.pending():
		return nil
	case m.exit != 0 || m.store == nil:
		return tea.Quit
	}
	store, seen := m.store, make(chan error, 1)
	return func() tea.Msg {
		go func() { seen <- store.InPlace() }()
		select {
		case err := <-seen:
			if err != nil {
				return displaced{}
			}
		case <-time.After(quitWait): // a disk that hangs
		}
		return tea.Quit()
	}
}

// askToLeave stays, and asks.
func (m Model) askToLeave() (Model, tea.Cmd) {
	m.leaving = false
	return m.openDialog(scene.Open{Dialog: files.Displaced{}})
}

// asksToLeave reports whether that question is on the screen.
func (m Model) asksToLeave() bool {
	if len(m.dialogs) == 0 {
		return false
	}
	_, asks := m.dialogs[len(m.dialogs)-1].(files.Displaced)
	return asks
}
