package cli

import (
	"errors"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

func (r *run) undo(s Session, _ []string) error { return r.move(s, Desk.Undo, true) }

func (r *run) redo(s Session, _ []string) error { return r.move(s, Desk.Redo, false) }

// move takes an edit back or repeats it, and says which. Taking back reveals
// too: it is weighed like any edit.
func (r *run) move(s Session, move func(Desk, domain.By, domain.Check) (domain.World, domain.Entry, error), back bool) error {
	return r.editing(s, func(desk Desk) error {
		w := desk.World()
		changes, err := ahead(desk, back)
		if err != nil {
			return r.notWritten(w, r.about(s), err)
		}
		i, err := r.impactOf(s, w, changes, false)
		if err != nil {
			return r.notWritten(w, r.about(s), err)
		}
		w, entry, err := move(desk, s.By, i.consent.Check)
		if err != nil {
			if !r.json() && errors.As(err, &sight.Asked{}) {
				r.tellImpact(i)
			}
			return r.notWritten(desk.World(), r.about(s), err)
		}
		r.copied(desk)
		r.attend(i)
		if r.json() {
			return writeJSON(r.out, entryData(w, entry))
		}
		r.say(r.words.Summary(w, entry))
		r.tellAgreements(i)
		return nil
	})
}

// ahead returns what an undo, or a redo, would change; nothing where there is
// nothing to take back or repeat, which the store says.
func ahead(desk Desk, back bool) ([]domain.Change, error) {
	at, err := desk.Position()
	if err != nil {
		return nil, err
	}
	seq := at.Redo
	if back {
		seq = at.Undo
	}
	if seq == 0 {
		return nil, nil
	}
	for entry, err := range desk.Journal(seq, seq) {
		switch {
		case err != nil:
			return nil, err
		case back:
			return domain.Inverse(entry.Changes), nil
		}
		return entry.Changes, nil
	}
	return nil, nil
}
