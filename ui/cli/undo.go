package cli

import "zichtlijn/domain"

func (r *run) undo(s Session, _ []string) error { return r.move(s, Desk.Undo) }

func (r *run) redo(s Session, _ []string) error { return r.move(s, Desk.Redo) }

// move takes an edit back or repeats it, and says which.
func (r *run) move(s Session, move func(Desk, domain.By) (domain.World, domain.Entry, error)) error {
	return r.editing(s, func(desk Desk) error {
		w, entry, err := move(desk, s.By)
		if err != nil {
			return r.notWritten(desk.World(), r.about(s), err)
		}
		r.copied(desk)
		if r.json() {
			return writeJSON(r.out, entryData(w, entry))
		}
		r.say(r.words.Summary(w, entry))
		return nil
	})
}
