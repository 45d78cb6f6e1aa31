package ui

import (
	tea "charm.land/bubbletea/v2"
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/impact"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
)

// draft is a journal entry that is not written yet: an edit, undo, redo or import.
type draft struct {
	wish scene.Wish
	kind jobKind
	edit scene.Edit   // what an edit says about how it is asked; zero otherwise
	from scene.Dialog // nil: a screen wished it
	// plan returns the changes to a World. The error is a Refusal.
	plan func(domain.World) ([]domain.Change, error)
	do   func(Store, domain.By, domain.Check) (domain.World, domain.Entry, error)
	// entry is the entry, as far as a summary needs it.
	entry       func([]domain.Change) domain.Entry
	consent     sight.Consent
	large       bool                            // a set-up is read in or taken back: even to plan it takes long
	first       func() (path string, err error) // see Plan.SetAside
	aside       int                             // rows
	askedBefore bool                            // the person was asked already, perhaps in another World
	taken       *Plan                           // of an import
}

func (m Model) draft(wish scene.Wish, from scene.Dialog) draft {
	d := draft{wish: wish, from: from, consent: m.scene.Consent("", nil)}
	switch wish := wish.(type) {
	case scene.Edit:
		d.kind, d.edit = editJob, wish
		d.consent.Reason, d.consent.To = wish.Reason, wish.Shown
		return d.withCommand(wish.Command, domain.Edit)
	case scene.Transfer:
		d.kind, d.consent.Import, d.large = importJob, true, true
		d.consent.Reason = wish.Reason
		if d.taken = m.plan; d.taken == nil { // another file is being read by now
			d.plan = func(domain.World) ([]domain.Change, error) { return nil, domain.Refusal{Code: domain.Outdated} }
			return d
		}
		d.first, d.aside = m.plan.SetAside, len(m.plan.Aside)
		return d.withCommand(m.plan.Command, domain.Import)
	case scene.Undo:
		d.kind, d.do = undoJob, Store.Undo
		return d.withReplay(domain.Undo, m.undo)
	case scene.Redo:
		d.kind, d.do = redoJob, Store.Redo
		return d.withReplay(domain.Redo, m.redo)
	}
	panic("ui: a wish that writes nothing")
}

func (d draft) withCommand(c domain.Command, kind domain.EntryKind) draft {
	d.plan = c.Plan
	d.do = func(s Store, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
		return s.Do(c, by, check)
	}
	d.entry = func(changes []domain.Change) domain.Entry {
		return domain.Entry{Verb: c.Verb(), Kind: kind, Changes: changes}
	}
	return d
}

// withReplay makes d an undo or redo of an entry.
func (d draft) withReplay(kind domain.EntryKind, of past) draft {
	d.large = of.Verb == domain.VerbImport
	d.plan = func(domain.World) ([]domain.Change, error) {
		if of.err != nil {
			return nil, of.err
		}
		if of.Seq == 0 {
			return nil, domain.Refusal{Code: either(kind == domain.Undo, domain.NothingToUndo, domain.NothingToRedo)}
		}
		changes, err := of.changes()
		if kind == domain.Undo {
			changes = domain.Inverse(changes)
		}
		return changes, err
	}
	d.entry = func(changes []domain.Change) domain.Entry {
		return domain.Entry{Kind: kind, Of: of.Seq, Verb: of.Verb, Changes: changes}
	}
	return d
}

// submit checks a draft against the World on screen, so that a refusal reaches the dialog
// while everything typed is there. It asks when the consent does not cover the draft, or
// when ask is set; else it queues the draft, which the store checks again. Where nothing
// can be saved it only lets look: it asks about what no dialog has shown, and refuses the rest.
func (m Model) submit(d draft, ask bool) (Model, tea.Cmd) {
	held, may := m.mayEdit()
	switch {
	case may:
	case d.askedBefore || d.edit.Shown != nil || m.scene.Source == scene.NoFile:
		return held, nil
	case d.kind != editJob:
		ask = true
	}
	if may && (d.kind == undoJob || d.kind == redoJob) && m.queue.pending() {
		// The entry to undo is known only once the queue is done.
		d.consent.To, d.consent.FirstDay = nil, sight.FirstDay{}
		return m, m.queue.add(m.job(d))
	}
	if m.weighing.work != nil || d.large {
		return m.weighLater(d, ask)
	}
	changes, err := d.plan(m.scene.World)
	if err == nil && sight.Heavy(m.scene.World, changes) {
		return m.weighLater(d, ask)
	}
	var turned sight.Weighing
	if err == nil {
		turned, err = d.consent.Weigh(nil, m.scene.World, changes, dialog.MostNamed)
	}
	return m.settle(d, ask, turned, err)
}

// settle goes on with a draft that was weighed in the World on screen.
func (m Model) settle(d draft, ask bool, turned sight.Weighing, err error) (Model, tea.Cmd) {
	held, may := m.mayEdit()
	switch {
	case err != nil:
		m, cmd := m.showRefusal(err, d.from)
		if d.kind != importJob {
			return m, cmd
		}
		return m.toDialog(scene.Unanswered{})
	case ask || !d.consent.Covers(turned):
		return m.ask(d, turned), nil
	case !may:
		return held, nil
	}
	d.consent.To = &turned
	if d.from != nil {
		m = m.closeDialog()
	}
	then := d.edit.Then
	if d.edit.Then = nil; then != nil {
		d.wish = d.edit // asked again, it is not to open a second time
	}
	save := m.queue.add(m.job(d))
	m, cmd := m.grant(then, nil)
	return m, tea.Batch(save, cmd)
}

// ask opens the question about a draft, over the dialog that wished it. turned is what it
// turns in the World on screen.
func (m Model) ask(d draft, turned sight.Weighing) Model {
	reason, weighedIn := d.consent.Reason, m.scene.World
	if reason == "" && !d.askedBefore {
		reason = m.scene.Given
	}
	m.dialogs = append(append([]scene.Dialog{}, m.dialogs...), impact.New(m.scene, impact.Ask{
		Wish: d.wish, Plan: d.plan, Weighed: turned, Reason: reason, Own: d.edit.Own, Unseeing: d.edit.Unseeing, Moved: d.askedBefore,
		Summary: func(words tell.Words, w domain.World) string {
			changes := turned.Changes()
			if w != weighedIn {
				var err error
				if changes, err = d.plan(w); err != nil {
					return words.Refusal(w, domain.Refusal{Code: domain.Outdated})
				}
			}
			return words.Summary(w, d.entry(changes))
		},
	}))
	return m
}

// submitAgreed submits what was agreed to. It closes the question; the dialog below it is
// the one that wished.
func (m Model) submitAgreed(a scene.Agreed) (Model, tea.Cmd) {
	m = m.closeDialog()
	var from scene.Dialog
	if _, edit := a.Wish.(scene.Edit); edit && len(m.dialogs) > 0 {
		from = m.dialogs[len(m.dialogs)-1]
	}
	d := m.draft(a.Wish, from)
	d.consent.Reason, d.consent.To, d.askedBefore = a.Reason, &a.To, true
	return m.submit(d, false)
}

// askAgain asks about a job that the store refused for want of consent: an earlier job in
// the queue has changed the World since.
func (m Model) askAgain(j job) (Model, tea.Cmd) {
	if m.leaving {
		return m, nil
	}
	if j.from != nil {
		m.dialogs = append(append([]scene.Dialog{}, m.dialogs...), j.from)
	}
	if j.kind == importJob {
		m.plan = j.taken // not of a file that was read since
	}
	d := m.draft(j.wish, j.from)
	d.consent.Reason, d.consent.To, d.askedBefore = "", nil, true
	return m.submit(d, true)
}

func (m Model) job(d draft) job {
	by := m.by
	if reason := d.consent.Given(); reason != "" {
		by.Reason = reason
	}
	do := func(s Store) (domain.World, domain.Entry, error) { return d.do(s, by, d.consent.Check) }
	return job{store: m.store, do: m.prepared(d.kind == editJob, do), kind: d.kind, wish: d.wish, from: d.from, first: d.first, aside: d.aside, taken: d.taken}
}
