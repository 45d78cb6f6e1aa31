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

// draft is an entry of the journal that is not written yet: an edit, an undo, a
// redo or an import, seen alike.
type draft struct {
	wish scene.Wish
	kind jobKind
	edit scene.Edit   // what an edit says about how it is asked; zero otherwise
	from scene.Dialog // that wished it; nil: a screen
	// plan returns what it would change in a World. The error is a Refusal.
	plan func(domain.World) ([]domain.Change, error)
	do   func(Store, domain.By, domain.Check) (domain.World, domain.Entry, error)
	// entry is what it would write down, as far as a summary needs it.
	entry   func([]domain.Change) domain.Entry
	consent sight.Consent
	moved   bool // it was asked about before, and perhaps in another World
}

// draft returns what a wish would write down.
func (m Model) draft(wish scene.Wish, from scene.Dialog) draft {
	d := draft{wish: wish, from: from, consent: sight.Consent{On: m.scene.On}}
	switch wish := wish.(type) {
	case scene.Edit:
		d.kind, d.edit = editJob, wish
		d.consent.Reason, d.consent.To = wish.Reason, wish.Shown
		return d.carryingOut(wish.Command, domain.Edit)
	case scene.Transfer:
		d.kind, d.consent.Import = importJob, true
		return d.carryingOut(m.setup.Command, domain.Import)
	case scene.Undo:
		d.kind, d.do = undoJob, Store.Undo
		return d.moving(domain.Undo, m.undo, domain.Inverse(m.undo.Changes))
	case scene.Redo:
		d.kind, d.do = redoJob, Store.Redo
		return d.moving(domain.Redo, m.redo, m.redo.Changes)
	}
	panic("ui: a wish that writes nothing")
}

func (d draft) carryingOut(c domain.Command, kind domain.EntryKind) draft {
	d.plan = c.Plan
	d.do = func(s Store, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
		return s.Do(c, by, check)
	}
	d.entry = func(changes []domain.Change) domain.Entry {
		return domain.Entry{Verb: c.Verb(), Kind: kind, Changes: changes}
	}
	return d
}

// moving is an undo or a redo of an entry that is known. One of which nothing is
// known yet goes through unplanned: the store says what there is to take back.
func (d draft) moving(kind domain.EntryKind, of domain.Entry, changes []domain.Change) draft {
	d.plan = func(domain.World) ([]domain.Change, error) { return changes, nil }
	d.entry = func(changes []domain.Change) domain.Entry {
		return domain.Entry{Kind: kind, Of: of.Seq, Verb: of.Verb, Changes: changes}
	}
	return d
}

// submit checks a draft against what is on screen, so that a refusal reaches the
// dialog at once with everything still typed. What the consent does not cover is
// asked about; the rest goes to the queue, and the store checks it against the
// World that it has by then. ask wants the question in any case.
func (m Model) submit(d draft, ask bool) (Model, tea.Cmd) {
	if next, may := m.mayEdit(); !may {
		return next, nil
	}
	if (d.kind == undoJob || d.kind == redoJob) && m.queue.pending() {
		// What there is to take back is known when what is on its way has arrived.
		d.consent.To = nil
		return m, m.queue.add(m.job(d))
	}
	changes, err := d.plan(m.scene.World)
	var turned sight.Weighing
	if err == nil {
		turned, err = d.consent.Weigh(m.scene.World, changes, dialog.MostNamed)
	}
	switch {
	case err != nil:
		return m.refused(err, d.from)
	case ask || !d.consent.Covers(turned):
		return m.ask(d), nil
	}
	d.consent.To = &turned
	if d.from != nil {
		m = m.closeDialog()
	}
	return m, m.queue.add(m.job(d))
}

// ask opens the question about a draft, over the dialog that wishes it.
func (m Model) ask(d draft) Model {
	reason := d.consent.Reason
	if reason == "" && !d.moved {
		reason = m.by.Reason
	}
	m.dialogs = append(append([]scene.Dialog{}, m.dialogs...), impact.New(m.scene, impact.Ask{
		Wish: d.wish, Plan: d.plan, Reason: reason, Last: m.reason, Own: d.edit.Own, Unseeing: d.edit.Unseeing, Moved: d.moved,
		Summary: func(words tell.Words, w domain.World) string {
			changes, err := d.plan(w)
			if err != nil {
				return words.Refusal(w, domain.Refusal{Code: domain.Outdated})
			}
			return words.Summary(w, d.entry(changes))
		},
	}))
	return m
}

// agreed carries out what was asked about. The question goes, and the dialog
// below it is the one that wished.
func (m Model) agreed(a scene.Agreed) (Model, tea.Cmd) {
	m = m.closeDialog()
	var from scene.Dialog
	if _, edit := a.Wish.(scene.Edit); edit && len(m.dialogs) > 0 {
		from = m.dialogs[len(m.dialogs)-1]
	}
	d := m.draft(a.Wish, from)
	d.consent.Reason, d.consent.To, d.moved = a.Reason, &a.To, true
	return m.submit(d, false)
}

// askAgain brings back what the store asked about: an edit before it, still on its
// way when it was wished, has moved the World.
func (m Model) askAgain(j job) (Model, tea.Cmd) {
	if m.leaving {
		return m, nil
	}
	if j.from != nil {
		m.dialogs = append(append([]scene.Dialog{}, m.dialogs...), j.from)
	}
	d := m.draft(j.wish, j.from)
	d.consent.Reason, d.consent.To, d.moved = "", nil, true
	return m.submit(d, true)
}

// job is a draft on its way to the disk.
func (m Model) job(d draft) job {
	by := m.by
	if d.consent.Reason != "" {
		by.Reason = d.consent.Reason
	}
	do := func(s Store) (domain.World, domain.Entry, error) { return d.do(s, by, d.consent.Check) }
	return job{store: m.store, do: do, kind: d.kind, wish: d.wish, from: d.from}
}
