package ui

import (
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/files"
	"zichtlijn/ui/page"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// opened is a store that the first start asked for, or the error.
type opened struct {
	store  Store
	source scene.Source
	then   scene.Start
	from   scene.Dialog // that asked for it; nil: none
	err    error
}

// start opens what the first start chose. The demonstration can also be opened later, from
// a file that is still empty. A name that cannot be one creates no file.
func (m Model) start(wish scene.Start, from scene.Dialog) (Model, tea.Cmd) {
	if m.scene.Source != scene.NoFile {
		if m.scene.Rehearsal != nil {
			return m.say(scene.Warn, "rehearse.outside-only"), nil
		}
		if wish.How != scene.StartDemo || m.scene.Source.IsDemo() || m.queue.pending() {
			return m, nil
		}
		return m.open(wish, from)
	}
	if wish.How == scene.StartImport {
		return m.openDialog(scene.Open{Dialog: files.Import(m.scene)})
	}
	if named := naming(wish); named != nil {
		if _, err := named.Plan(domain.World{}); err != nil {
			return m.showRefusal(err, from)
		}
	}
	return m.open(wish, from)
}

// naming is the edit that names a new institution; nil: it gets no name yet.
func naming(wish scene.Start) domain.Command {
	if wish.Name == "" {
		return nil
	}
	return domain.EditInstitution{Name: wish.Name}
}

// open opens a store. What is typed meanwhile waits for it.
func (m Model) open(wish scene.Start, from scene.Dialog) (Model, tea.Cmd) {
	if from != nil {
		m = m.closeDialog()
	}
	m.inside.passing = true
	return m, func() tea.Msg {
		if wish.How == scene.StartDemo {
			s, source, err := m.files.Demo()
			return opened{s, source, wish, nil, err}
		}
		s, err := m.files.Create()
		return opened{s, scene.File, wish, from, err}
	}
}

// receiveOpened shows the store of the first start, does what waited for it, and then what
// was typed meanwhile.
func (m Model) receiveOpened(msg opened) (Model, tea.Cmd) {
	typed := m.inside.typed
	m.inside.passing, m.inside.typed = false, nil
	m, cmd := m.showOpened(msg)
	m, more := m.replay(typed)
	return m, tea.Batch(cmd, more)
}

func (m Model) showOpened(msg opened) (Model, tea.Cmd) {
	if msg.err != nil {
		if msg.from != nil {
			m = m.reopen(msg.from, msg.err)
		}
		m.notice = scene.Say{Tone: scene.Fail, Words: m.files.Explain(m.scene.Words, m.scene.World, msg.err)}
		return m, nil
	}
	if m.store != nil {
		own := m.store
		m = m.openStore(msg.store, msg.source).say(scene.Quiet, "notice.demo-opened")
		next, cmd := m.toScreen(scene.Arrived{})
		return next, tea.Batch(cmd, func() tea.Msg {
			_ = own.Close() // every edit is on disk already
			return nil
		})
	}
	m = m.openStore(msg.store, msg.source)
	switch msg.then.How {
	case scene.StartImport:
		return m.apply("")
	case scene.StartEmpty:
		return m.begin(msg)
	}
	return m.toScreen(scene.Arrived{})
}

// begin names a new institution, and leads to its first step.
func (m Model) begin(msg opened) (Model, tea.Cmd) {
	m, cmd := m.goTo(scene.Go{Screen: scene.StepsScreen, At: domain.Ref{Noun: domain.InstitutionNoun, Key: domain.Institution{}.Key()}})
	named := naming(msg.then)
	if named == nil {
		return m, cmd
	}
	m, more := m.submit(m.draft(scene.Edit{Command: named}, nil), false)
	return m, tea.Batch(cmd, more)
}

func (m Model) transfer(t scene.Transfer) (Model, tea.Cmd) {
	if m.scene.Rehearsal != nil {
		return m.say(scene.Warn, "rehearse.outside-only"), nil
	}
	switch t.What {
	case scene.Backup:
		do := func(s Store) (domain.World, domain.Entry, error) {
			return s.World(), domain.Entry{}, m.files.Backup(s, t.Path)
		}
		return m, m.queue.add(job{store: m.store, do: do, kind: backupJob, path: t.Path})
	case scene.Export, scene.Spreadsheet:
		return m.export(t)
	}
	if t.Apply {
		return m.apply(t.Reason)
	}
	return m.read(t)
}

// pasteList opens the dialog about what was pasted.
func (m Model) pasteList(p scene.Paste) (Model, tea.Cmd) {
	if m.scene.Rehearsal != nil {
		return m.say(scene.Warn, "rehearse.outside-only"), nil
	}
	d, wish := files.Pasted(m.scene, p)
	m, cmd := m.openDialog(scene.Open{Dialog: d})
	m, more := m.grant(wish, d)
	return m, tea.Batch(cmd, more)
}

// exported is an export that was written, and what is to be noted of it.
type exported struct {
	scene.Transferred
	what domain.Exported
}

// export writes in a command. Esc in its dialog stops it.
func (m Model) export(t scene.Transfer) (Model, tea.Cmd) {
	s, work, at, db := m.scene, new(exchange.Work), m.looking(), m.store
	m.writing = work
	return m, func() tea.Msg {
		out := exported{Transferred: scene.Transferred{Transfer: t}}
		var err error
		if t.What == scene.Spreadsheet {
			out.Exists, err = m.files.WriteTable(t.Table.Rows, t.Path, t.Overwrite, work)
		} else {
			what := Export{
				Path: t.Path, Overwrite: t.Overwrite, Masked: t.Masked, World: s.World, On: s.On, Words: s.Words, Demonstration: s.Source.IsDemo(),
				Work: work, Of: t.Of, Group: at.Group, Person: at.Person,
			}
			if t.Of != scene.SetupExport { // of what the panes show
				what.World, what.AsItWas = s.Seen(), s.AsItWas && s.Chronicle != nil
			}
			if t.Of == scene.GroupPage {
				what.Decided, err = decided(db, at.Group, s.Zone, what)
			}
			if err == nil {
				out.what, out.Exists, err = m.files.WriteSetup(what)
			}
		}
		switch {
		case errors.Is(err, exchange.ErrStopped):
			out.Failure = s.Words.Say("files.writing-stopped")
		case err != nil:
			out.Failure = m.files.Explain(s.Words, s.World, err)
		}
		return out
	}
}

// exportAbout names what beside the set-up can be exported: the group under the cursor, and
// the viewer.
func (m Model) exportAbout() files.About {
	at := m.looking()
	var out files.About
	if _, ok := m.scene.World.Group(at.Group); ok {
		out.Group = m.scene.Words.Group(m.scene.World, at.Group)
	}
	if _, ok := m.scene.World.Person(at.Person); ok {
		out.Person = m.scene.Words.Person(m.scene.World, at.Person)
	}
	return out
}

// decided returns the last entry that set the visibility of a group, with AsItWas on the day
// or before it.
func decided(db Store, group domain.GroupID, zone *time.Location, what Export) (page.Decision, error) {
	for n := db.Head(); n > 0; n-- {
		e, err := db.Entry(n)
		if err != nil {
			return page.Decision{}, err
		}
		day := domain.DayOf(e, zone, db.World().Institution().Date)
		if page.Decided(e, group) && (!what.AsItWas || day <= what.On) {
			return page.Decision{On: day, By: e.By}, nil
		}
	}
	return page.Decision{}, nil
}

// stop stops what the dialog waits for: what is being read or, once the disk says so, what
// is being written.
func (m Model) stop() (Model, tea.Cmd) {
	if m.reading.work == nil && m.writing != nil {
		m.writing.Stop()
		return m, nil
	}
	return m.stopReading()
}

// noteExport finishes an export, and notes it in the journal. Where that is not to be
// written it says so.
func (m Model) noteExport(msg exported) (Model, tea.Cmd) {
	m, cmd := m.finishTransfer(msg.Transferred)
	if msg.Failure != "" || msg.Exists || msg.what.Form == "" {
		return m, cmd
	}
	m, note := m.noteInJournal(msg.what)
	return m, tea.Batch(cmd, note)
}

// noteInJournal notes what was exported. Where that is not to be written it says so.
func (m Model) noteInJournal(what domain.Exported) (Model, tea.Cmd) {
	if !m.scene.May() {
		return m.say(scene.Warn, "cli.export.not-noted"), nil
	}
	do := func(s Store) (domain.World, domain.Entry, error) {
		e, err := s.NoteExport(what, m.by)
		return s.World(), e, err
	}
	return m, m.queue.add(job{store: m.store, do: do, kind: exportJob})
}

// apply imports the set-up that was planned last. On the first start it creates the file
// first. While another is read nothing is: the dialog shows that one.
func (m Model) apply(reason string) (Model, tea.Cmd) {
	if m.plan == nil || m.reading.work != nil {
		return m.toDialogs(scene.Unanswered{})
	}
	if m.scene.Source == scene.NoFile {
		return m, func() tea.Msg {
			s, err := m.files.Create()
			return opened{s, scene.File, scene.Start{How: scene.StartImport}, nil, err}
		}
	}
	return m.submit(m.draft(scene.Transfer{What: scene.Import, Apply: true, Reason: reason}, nil), false)
}

// finishTransfer closes the dialog of a transfer that succeeded, with one line at the foot.
// Anything else goes to the dialog. That may have been left for another by now, which
// stays; then a failure is said at the foot.
func (m Model) finishTransfer(t scene.Transferred) (Model, tea.Cmd) {
	path := words.Clean(t.Transfer.Path)
	at := slices.IndexFunc(m.dialogs, func(d scene.Dialog) bool { return files.Awaits(d, t.Transfer.What) })
	switch failed := t.Failure != "" || t.Exists; {
	case failed && at >= 0:
		return m.toDialogs(t)
	case t.Exists:
		return m.say(scene.Fail, "failure.exists", path), nil
	case failed:
		m.notice = scene.Say{Tone: scene.Fail, Words: t.Failure}
		return m, nil
	case at >= 0:
		m.dialogs = slices.Delete(slices.Clone(m.dialogs), at, at+1)
	}
	switch t.Transfer.What {
	case scene.Export, scene.Spreadsheet:
		m = m.say(scene.Quiet, "notice.exported", path)
	case scene.Backup:
		m = m.say(scene.Quiet, "notice.backed-up", path)
	}
	return m, nil
}

func (m Model) complete(c scene.Complete) tea.Cmd {
	return func() tea.Msg { return scene.Completions{Path: c.Path, Found: m.files.Complete(c.Path)} }
}
