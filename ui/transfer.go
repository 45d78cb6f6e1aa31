package ui

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/files"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// read brings a set-up that was read from a file.
type read struct {
	transfer scene.Transfer
	setup    Setup
	err      error
}

// opened brings a store that the first start asked for.
type opened struct {
	store  Store
	source scene.Source
	then   scene.StartHow
	err    error
}

// start opens what the first start chose. From an own file in which nothing was
// entered yet the demonstration can still be looked at.
func (m Model) start(how scene.StartHow) (Model, tea.Cmd) {
	if m.scene.Source != scene.NoFile {
		if how != scene.StartDemo || m.scene.Source == scene.Demo || m.queue.pending() {
			return m, nil
		}
		return m, m.make(how)
	}
	if how == scene.StartImport {
		return m.openDialog(scene.Open{Dialog: files.Import(m.scene)})
	}
	return m, m.make(how)
}

func (m Model) make(how scene.StartHow) tea.Cmd {
	return func() tea.Msg {
		if how == scene.StartDemo {
			s, err := m.files.Demo()
			return opened{s, scene.Demo, how, err}
		}
		s, err := m.files.Create()
		return opened{s, scene.File, how, err}
	}
}

// begun takes up the store of the first start. An import that waited for a file
// goes on into it.
func (m Model) begun(msg opened) (Model, tea.Cmd) {
	if msg.err != nil {
		m.notice = scene.Say{Tone: scene.Fail, Words: m.files.Explain(m.scene.Words, m.scene.World, msg.err)}
		return m, nil
	}
	if m.store != nil {
		own := m.store
		m = m.open(msg.store, msg.source).say(scene.Quiet, "notice.demo-opened")
		next, cmd := m.toScreen(scene.Arrived{})
		return next, tea.Batch(cmd, func() tea.Msg {
			_ = own.Close() // every edit is on the disk; what is left is to give the file free
			return nil
		})
	}
	m = m.open(msg.store, msg.source)
	if msg.then == scene.StartImport {
		return m.apply()
	}
	return m.toScreen(scene.Arrived{})
}

// transfer reads or writes a file.
func (m Model) transfer(t scene.Transfer) (Model, tea.Cmd) {
	switch t.What {
	case scene.Backup:
		do := func(s Store) (domain.World, domain.Entry, error) { return s.World(), domain.Entry{}, s.Backup(t.Path) }
		return m, m.queue.add(job{store: m.store, do: do, kind: backupJob, path: t.Path})
	case scene.Export, scene.Spreadsheet:
		return m, m.export(t)
	}
	if t.Apply {
		return m.apply()
	}
	return m, func() tea.Msg {
		setup, err := m.files.ReadSetup(t.Path)
		return read{t, setup, err}
	}
}

func (m Model) export(t scene.Transfer) tea.Cmd {
	w, words := m.scene.World, m.scene.Words
	return func() tea.Msg {
		out := scene.Transferred{Transfer: t}
		var err error
		if t.What == scene.Spreadsheet {
			out.Exists, err = m.files.WriteTable(t.Table.Rows, t.Path, t.Overwrite)
		} else {
			out.Exists, err = m.files.WriteSetup(w, t.Path, t.Overwrite)
		}
		if err != nil {
			out.Failure = m.files.Explain(words, w, err)
		}
		return out
	}
}

// planned tells the dialog what an import would do.
func (m Model) planned(msg read) (Model, tea.Cmd) {
	out := scene.Transferred{Transfer: msg.transfer}
	if msg.err != nil {
		out.Failure = m.files.Explain(m.scene.Words, m.scene.World, msg.err)
		return m.tell(out)
	}
	m.setup = &msg.setup
	plan := msg.setup.Plan(m.scene.World, m.scene.Words)
	out.Planned = &plan
	return m.tell(out)
}

// apply imports what was planned last; on the first start it makes the file first.
func (m Model) apply() (Model, tea.Cmd) {
	if m.setup == nil {
		return m, nil
	}
	if m.scene.Source == scene.NoFile {
		return m, func() tea.Msg {
			s, err := m.files.Create()
			return opened{s, scene.File, scene.StartImport, err}
		}
	}
	return m.submit(m.draft(scene.Transfer{What: scene.Import, Apply: true}, nil), false)
}

// transferred closes the dialog of a transfer that succeeded with one quiet
// line, and hands anything else to it.
func (m Model) transferred(t scene.Transferred) (Model, tea.Cmd) {
	if t.Failure != "" || t.Exists {
		if len(m.dialogs) == 0 {
			m.notice = scene.Say{Tone: scene.Fail, Words: t.Failure}
		}
		return m.tell(t)
	}
	path := words.Clean(t.Transfer.Path)
	switch t.Transfer.What {
	case scene.Export, scene.Spreadsheet:
		m = m.say(scene.Quiet, "notice.exported", path)
	case scene.Backup:
		m = m.say(scene.Quiet, "notice.backed-up", path)
	}
	return m.closeDialog(), nil
}

// complete looks up how a path could go on.
func (m Model) complete(c scene.Complete) tea.Cmd {
	return func() tea.Msg { return scene.Completions{Path: c.Path, Found: m.files.Complete(c.Path)} }
}

// readJournal reads entries from the newest back.
func (m Model) readJournal(r scene.ReadJournal) tea.Cmd {
	store := m.store
	return func() tea.Msg {
		var out scene.Page
		from := store.Head()
		if r.Before != 0 {
			from = r.Before - 1
		}
		for n := from; n > 0 && len(out.Entries) < r.Count; n-- {
			e, err := store.Entry(n)
			if err != nil {
				out.Err = err
				break
			}
			out.Entries = append(out.Entries, e)
		}
		return out
	}
}
