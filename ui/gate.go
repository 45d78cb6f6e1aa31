package ui

import (
	"reflect"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/impact"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// deed is something that moves the World on: an edit, an undo, a redo or an
// import, seen alike.
type deed struct {
	wish scene.Wish
	kind jobKind
	edit scene.Edit // what an edit says about how it is asked; zero otherwise
	// plan returns what it would change in a World. The error is a Refusal.
	plan func(domain.World) ([]domain.Change, error)
	do   func(Store, domain.By, domain.Check) (domain.World, domain.Entry, error)
	// entry is what it would write down, as far as a summary needs it.
	entry func([]domain.Change) domain.Entry
}

// deed returns what a wish would do; false for a wish that moves nothing.
func (m Model) deed(wish scene.Wish) (deed, bool) {
	switch wish := wish.(type) {
	case scene.Edit:
		return deed{
			wish: wish, kind: editJob, edit: wish, plan: wish.Command.Plan,
			do: func(s Store, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
				return s.Do(wish.Command, by, check)
			},
			entry: func(c []domain.Change) domain.Entry { return domain.Entry{Verb: wish.Command.Verb(), Changes: c} },
		}, true
	case scene.Undo:
		return m.moving(wish, undoJob, domain.Undo, m.undo, domain.Inverse(m.undo.Changes), Store.Undo), true
	case scene.Redo:
		return m.moving(wish, redoJob, domain.Redo, m.redo, m.redo.Changes, Store.Redo), true
	case scene.Transfer:
		command := m.setup.Command
		return deed{
			wish: wish, kind: importJob, plan: command.Plan,
			do: func(s Store, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
				return s.Do(command, by, check)
			},
			entry: func(c []domain.Change) domain.Entry {
				return domain.Entry{Verb: command.Verb(), Kind: domain.Import, Changes: c}
			},
		}, true
	}
	return deed{}, false
}

// moving is an undo or a redo of an entry that is known. One of which nothing is
// known yet goes through unplanned: the store says what there is to take back.
func (m Model) moving(wish scene.Wish, job jobKind, kind domain.EntryKind, of domain.Entry, changes []domain.Change,
	do func(Store, domain.By, domain.Check) (domain.World, domain.Entry, error)) deed {
	return deed{
		wish: wish, kind: job, do: do,
		plan: func(domain.World) ([]domain.Change, error) { return changes, nil },
		entry: func(c []domain.Change) domain.Entry {
			return domain.Entry{Kind: kind, Of: of.Seq, Verb: of.Verb, Changes: c}
		},
	}
}

// agreement is to what a person has agreed, and why.
type agreement struct {
	given  bool
	reason string
	to     sight.Weighing
}

// weigh plans against what is on screen, so that a refusal reaches the dialog at
// once with everything still typed. What lets people see more or breaks an
// agreement is asked about first; the rest goes to the queue.
func (m Model) weigh(wish scene.Wish, from scene.Dialog, a agreement) (Model, tea.Cmd) {
	if next, held := m.held(); held {
		return next, nil
	}
	d, ok := m.deed(wish)
	if !ok {
		return m, nil
	}
	if d.edit.Command == nil && d.kind != importJob && m.queue.pending() {
		// What there is to take back is known when what is on its way has arrived.
		return m, m.queue.add(m.job(d, from, domain.World{}, sight.Weighing{}, a))
	}
	changes, err := d.plan(m.scene.World)
	if err != nil {
		return m.refused(err, from)
	}
	weighed, err := weighing(d, m.scene.World, changes, m.scene.On)
	if err != nil {
		return m.refused(err, from)
	}
	if !m.mayPass(d, weighed, a) {
		return m.ask(d, a), nil
	}
	if from != nil {
		m = m.closeDialog()
	}
	return m, m.queue.add(m.job(d, from, m.scene.World, weighed, a))
}

// weighing is what a deed would turn. A first set-up turns nothing: before it
// nobody was there to see anything.
func weighing(d deed, w domain.World, changes []domain.Change, on domain.Date) (sight.Weighing, error) {
	if d.kind == importJob && w.Count(domain.PersonNoun) == 0 {
		return sight.Weighing{Days: []sight.Day{{On: on}}}, nil
	}
	return sight.Weigh(w, changes, on, dialog.MostNamed)
}

// mayPass reports whether a deed needs no (further) question.
func (m Model) mayPass(d deed, w sight.Weighing, a agreement) bool {
	switch {
	case a.given:
		return reflect.DeepEqual(a.to, w)
	case d.edit.Ask:
		return false
	case w.Breaks():
		return false
	case !w.Reveals():
		return true
	}
	return d.edit.Shown && d.edit.Reason != "" && len(w.Days) == 1
}

// ask opens the question about a deed, over the dialog that wishes it.
func (m Model) ask(d deed, a agreement) Model {
	reason := d.edit.Reason
	if reason == "" {
		reason = m.by.Reason
	}
	if a.given {
		reason = a.reason
	}
	m.dialogs = append(append([]scene.Dialog{}, m.dialogs...), impact.New(m.scene, impact.Ask{
		Wish: d.wish, Plan: d.plan, Reason: reason, Last: m.reason, Own: d.edit.Own, Unseeing: d.edit.Unseeing, Moved: a.given,
		Summary: func(words lang.Words, w domain.World) string {
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
	return m.weigh(a.Wish, from, agreement{true, a.Reason, a.To})
}

// unasked says that a deed would turn something about which nobody was asked:
// an edit before it, still on its way when it was wished, has moved the World.
type unasked struct{}

// Error is for developers.
func (unasked) Error() string { return "ui: the world moved on before this edit was weighed" }

// job is a deed on its way to the disk. There it is weighed once more if the
// World is another by then than the one that was judged: nothing is revealed that
// was not agreed to.
func (m Model) job(d deed, from scene.Dialog, judged domain.World, weighed sight.Weighing, a agreement) job {
	by, on := m.by, m.scene.On
	for _, reason := range []string{d.edit.Reason, a.reason} {
		if reason != "" {
			by.Reason = reason
		}
	}
	consent := sight.Consent{Reason: by.Reason, To: &weighed, On: on, Import: d.kind == importJob}
	do := func(s Store) (domain.World, domain.Entry, error) {
		if w := s.World(); w != judged {
			now, err := atHand(s, d, w, on)
			if err != nil || (now.Reveals() || now.Breaks()) && !reflect.DeepEqual(now, weighed) {
				return w, domain.Entry{}, unasked{}
			}
		}
		return d.do(s, by, consent.Check)
	}
	return job{store: m.store, do: do, kind: d.kind, wish: d.wish, from: from}
}

// atHand weighs a deed against the World that the store has reached. What an
// undo would take back is then another entry than it was.
func atHand(s Store, d deed, w domain.World, on domain.Date) (sight.Weighing, error) {
	undo, redo := reach(s)
	var changes []domain.Change
	var err error
	switch d.kind {
	case undoJob:
		changes = domain.Inverse(undo.Changes)
	case redoJob:
		changes = redo.Changes
	default:
		if changes, err = d.plan(w); err != nil {
			return sight.Weighing{Days: []sight.Day{{On: on}}}, nil // the store refuses it, with what was typed kept
		}
	}
	return weighing(d, w, changes, on)
}

// askAgain brings back what was wished, against the World as it is now.
func (m Model) askAgain(j job) (Model, tea.Cmd) {
	if m.leaving {
		return m, nil
	}
	if j.from != nil {
		m.dialogs = append(append([]scene.Dialog{}, m.dialogs...), j.from)
	}
	return m.weigh(j.wish, j.from, agreement{given: true})
}
