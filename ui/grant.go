package ui

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/files"
	"zichtlijn/ui/matrix"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/why"
	"zichtlijn/ui/words"
)

// grant carries out a wish. from is the dialog that wished, nil for a screen.
func (m Model) grant(wish scene.Wish, from scene.Dialog) (Model, tea.Cmd) {
	switch wish := wish.(type) {
	case nil:
		return m, nil
	case scene.Several:
		return m.grantAll(wish, from)
	case scene.Edit:
		return m.submit(m.draft(wish, from), wish.Ask)
	case scene.Undo, scene.Redo:
		return m.submit(m.draft(wish, from), false)
	case scene.Agreed:
		return m.agreed(wish)
	case scene.Open:
		return m.openDialog(wish)
	case scene.Why:
		return m.grantAll([]scene.Wish{scene.Open{Dialog: why.New(m.scene, wish.Viewer, wish.Other)}, scene.Again{}}, from)
	case scene.Again:
		return m, later()
	case scene.Close:
		return m.closeDialog(), nil
	case scene.Look:
		m.active = scene.GroupsScreen
		return m.toScreen(wish)
	case scene.Matrix:
		return m.openDialog(scene.Open{Dialog: matrix.New(m.scene, wish.Group)})
	case scene.Write:
		return m.openDialog(scene.Open{Dialog: files.Spreadsheet(m.scene, wish)})
	case scene.Go:
		return m.goTo(wish)
	case scene.Say:
		m.notice = wish
		return m, nil
	case scene.Press:
		return m.pressFor(wish.Key)
	case scene.Quit:
		return m.leave()
	}
	return m.grantChoice(wish)
}

// grantChoice carries out the wishes about how one looks, and about files.
func (m Model) grantChoice(wish scene.Wish) (Model, tea.Cmd) {
	switch wish := wish.(type) {
	case scene.SetDate:
		m.chosenOn = wish.On
		return m.show(m.scene.World).refresh()
	case scene.SetEnded:
		m.scene.ShowEnded = wish.Show
		m.notice = scene.Say{Words: m.scene.Words.Say(either(wish.Show, words.Key("notice.ended-on"), words.Key("notice.ended-off")))}
		return m.refresh()
	case scene.SetLock:
		if m.scene.Source == scene.FileRead {
			return m.say(scene.Warn, "notice.read-only"), nil
		}
		m.scene.Locked = wish.Locked
		return m.say(scene.Quiet, either(wish.Locked, words.Key("notice.locked"), words.Key("notice.unlocked"))).saveChoices()
	case scene.SetLanguage:
		m.scene.Words = tell.In(wish.Language)
		if m.store != nil {
			m = m.reachable(undoAndRedo(m.store))
		}
		return m.saveChoices()
	case scene.SetTheme:
		m.scene.ThemeChosen = wish.Kind
		m.scene.Theme = theme.Resolve(wish.Kind, m.dark, m.noColour)
		return m.saveChoices()
	case scene.ReadJournal:
		return m, m.readJournal(wish)
	case scene.Start:
		return m.start(wish.How)
	case scene.Transfer:
		return m.transfer(wish)
	case scene.Complete:
		return m, m.complete(wish)
	}
	return m.grantTime(wish)
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

// mayEdit reports whether anything may be edited, and says why where it may not.
func (m Model) mayEdit() (Model, bool) {
	switch {
	case m.scene.May():
		return m, true
	case m.scene.Source == scene.FileRead:
		return m.say(scene.Warn, "notice.read-only"), false
	case m.scene.Source == scene.NoFile:
		return m.say(scene.Warn, "notice.no-file"), false
	}
	return m.say(scene.Warn, "notice.locked"), false
}

// refused brings a refusal to the dialog, or to the foot of the screen.
func (m Model) refused(err error, from scene.Dialog) (Model, tea.Cmd) {
	var r domain.Refusal
	if from != nil && errors.As(err, &r) {
		return m.tell(scene.Refused{Refusal: r})
	}
	m.notice = scene.Say{Tone: scene.Warn, Words: m.files.Explain(m.scene.Words, m.scene.World, err)}
	return m, nil
}

// settled takes up what the disk has, or says that it has not.
func (m Model) settled(msg stored) (Model, tea.Cmd) {
	if msg.err != nil {
		return m.failed(msg)
	}
	more := m.queue.resume()
	if msg.job.kind == backupJob {
		next, cmd := m.transferred(scene.Transferred{Transfer: scene.Transfer{What: scene.Backup, Path: msg.job.path}})
		return next, tea.Batch(cmd, more, next.gone())
	}
	m, again := m.took(msg)
	m = m.reachable(msg.undo, msg.redo)
	if reason := msg.entry.By.Reason; reason != "" {
		m.reason = reason
	}
	m.notice = scene.Say{Words: m.scene.Words.Say(m.done(msg.job.kind), m.scene.Words.Summary(msg.world, msg.entry))}
	if err := m.files.CopyError(m.store); err != nil {
		m = m.say(scene.Warn, "notice.copy-failed")
	}
	if msg.job.kind == importJob {
		var cmd tea.Cmd
		m, cmd = m.transferred(scene.Transferred{Transfer: scene.Transfer{What: scene.Import, Path: msg.job.path, Apply: true}})
		more = tea.Batch(more, cmd)
	}
	m, cmd := m.refresh()
	return m, tea.Batch(cmd, more, again, m.gone())
}

func (m Model) done(k jobKind) words.Key {
	switch k {
	case undoJob, redoJob:
		return "notice.done"
	default:
		return "notice.saved"
	}
}

// failed says what happened; the dialog returns with everything that was typed.
// What still waits is done all the same: each edit stands by itself and is
// judged anew.
func (m Model) failed(msg stored) (Model, tea.Cmd) {
	sentence := m.files.Explain(m.scene.Words, m.scene.World, msg.err)
	more := m.queue.resume()
	if errors.As(msg.err, &sight.Asked{}) {
		next, cmd := m.askAgain(msg.job)
		return next, tea.Batch(cmd, more, next.gone())
	}
	if msg.job.kind == backupJob || msg.job.kind == importJob {
		what := either(msg.job.kind == backupJob, scene.Backup, scene.Import)
		next, cmd := m.transferred(scene.Transferred{Transfer: scene.Transfer{What: what, Path: msg.job.path, Apply: true}, Failure: sentence})
		return next, tea.Batch(cmd, more, next.gone())
	}
	m.notice = scene.Say{Tone: scene.Fail, Words: sentence}
	if msg.job.from != nil && !m.leaving {
		m.dialogs = append(append([]scene.Dialog{}, m.dialogs...), msg.job.from)
		var r domain.Refusal
		if errors.As(msg.err, &r) {
			next, cmd := m.tell(scene.Refused{Refusal: r})
			return next, tea.Batch(cmd, more, next.gone())
		}
	}
	return m, tea.Batch(more, m.gone())
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

// pressFor presses a key for the palette, on the screen below the dialogs.
func (m Model) pressFor(key string) (Model, tea.Cmd) {
	m.dialogs = nil
	if next, cmd, ok := m.pressEverywhere(key); ok {
		return next, cmd
	}
	return m.toScreen(keyPress(key))
}

// remember keeps the user's choices, off the screen's time.
func (m Model) saveChoices() (Model, tea.Cmd) {
	c := Choices{Language: m.scene.Words.Language(), Theme: m.scene.ThemeChosen, Locked: m.scene.Locked && m.scene.Source == scene.File}
	keep := func() tea.Msg {
		m.files.SaveChoices(c)
		return nil
	}
	next, cmd := m.refresh()
	return next, tea.Batch(cmd, keep)
}

// patience is how long leaving waits for a disk that hangs.
const patience = 5 * time.Second

// late tells that patience has run out.
type late struct{}

// signalled tells that the program was asked to end from outside.
type signalled struct{ code int }

// leave goes when everything is on disk. Asked a second time it goes at once.
func (m Model) leave() (Model, tea.Cmd) {
	if m.leaving || !m.queue.pending() {
		m.leaving = true
		return m, tea.Quit
	}
	m.leaving = true
	m = m.say(scene.Warn, "notice.quitting")
	return m, tea.Tick(patience, func(time.Time) tea.Msg { return late{} })
}

// gone is the command to quit once somebody is leaving and nothing is pending.
func (m Model) gone() tea.Cmd {
	if m.leaving && !m.queue.pending() {
		return tea.Quit
	}
	return nil
}
