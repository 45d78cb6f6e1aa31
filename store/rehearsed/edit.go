package rehearsed

import (
	"iter"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store"
)

// World returns the set-up as it stands inside the rehearsal.
func (s *Store) World() domain.World { return s.At().World() }

// Head is that of the set-up on which the rehearsal stands.
func (s *Store) Head() domain.Seq { return s.state.Load().scene.Head }

// Identity is that of the set-up.
func (s *Store) Identity() []byte { return s.base.Identity() }

// Do makes an edit of the set-up an act.
func (s *Store) Do(c domain.Command, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	return s.do(func(at rehearsal.Rehearsal) (rehearsal.Rehearsal, error) { return at.Edit(c, by.Reason, check) })
}

// Act does an act of any other kind. The errors are those of Rehearsal.Do, and Error.
func (s *Store) Act(a rehearsal.Act) (domain.World, domain.Entry, error) {
	return s.do(func(at rehearsal.Rehearsal) (rehearsal.Rehearsal, error) { return at.Do(a) })
}

// Take goes on with a rehearsal that was made from this one, as a step of a story does.
func (s *Store) Take(next rehearsal.Rehearsal) (domain.World, domain.Entry, error) {
	return s.do(func(rehearsal.Rehearsal) (rehearsal.Rehearsal, error) { return next, nil })
}

func (s *Store) do(next func(rehearsal.Rehearsal) (rehearsal.Rehearsal, error)) (domain.World, domain.Entry, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	at, _ := s.now()
	after, err := next(at)
	if err != nil {
		return at.World(), domain.Entry{}, err
	}
	was := s.changed
	s.changed = true
	ok, err := s.step(after, nil)
	if !ok {
		s.changed = was
		return at.World(), domain.Entry{}, err
	}
	return after.World(), s.entry(after.Len(), after.Act(after.Len()), domain.Edit), err
}

// entry tells of an act as of an entry, behind those of the set-up.
func (s *Store) entry(n int, a rehearsal.Act, kind domain.EntryKind) domain.Entry {
	e := domain.Entry{Seq: s.Head() + domain.Seq(n), Kind: kind, Verb: a.Verb, Changes: a.Changes, By: domain.By{Reason: a.Reason}, At: a.On.Time()}
	if kind != domain.Edit {
		e.Of = e.Seq
	}
	if kind == domain.Undo {
		e.Changes = domain.Inverse(a.Changes)
	}
	return e
}

// Undo steps back over the last act.
func (s *Store) Undo(_ domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	at, ahead := s.now()
	before, ok := at.Undo()
	if !ok {
		return at.World(), domain.Entry{}, domain.Refusal{Code: domain.NothingToUndo}
	}
	return s.replay(before, append(ahead[:len(ahead):len(ahead)], at), s.entry(at.Len(), at.Act(at.Len()), domain.Undo), check)
}

// Redo steps forward over the act that was taken back last.
func (s *Store) Redo(_ domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	at, ahead := s.now()
	if len(ahead) == 0 {
		return at.World(), domain.Entry{}, domain.Refusal{Code: domain.NothingToRedo}
	}
	next, rest := ahead[len(ahead)-1], ahead[:len(ahead)-1]
	return s.replay(next, rest, s.entry(next.Len(), next.Act(next.Len()), domain.Redo), check)
}

// replay steps to a rehearsal that was shown before.
func (s *Store) replay(to rehearsal.Rehearsal, ahead []rehearsal.Rehearsal, e domain.Entry, check domain.Check) (domain.World, domain.Entry, error) {
	w := s.World()
	if len(e.Changes) > 0 {
		if err := check(w, e.Changes); err != nil {
			return w, domain.Entry{}, err
		}
	}
	ok, err := s.step(to, ahead)
	if !ok {
		return w, domain.Entry{}, err
	}
	return to.World(), e, err
}

// Position returns the acts that can be taken back and done again.
func (s *Store) Position() (domain.Position, error) {
	at, ahead := s.now()
	var p domain.Position
	last := s.Head() + domain.Seq(at.Len())
	if at.Len() > 0 {
		p.Undo = last
	}
	if len(ahead) > 0 {
		p.Redo = last + 1
	}
	return p, nil
}

// Entry returns an entry of the set-up, or an act as one.
func (s *Store) Entry(n domain.Seq) (domain.Entry, error) {
	head := s.Head()
	if n <= head {
		return s.base.Entry(n)
	}
	number := int(n - head)
	at, ahead := s.now()
	if number > at.Len() && len(ahead) > 0 {
		at = ahead[len(ahead)-1] // it is no further than the next
	}
	return s.entry(number, at.Act(number), domain.Edit), nil
}

// Journal returns the entries of the set-up on which the rehearsal stands, and behind them
// its edits. They are numbered on as if there were no other acts.
func (s *Store) Journal(first, last domain.Seq) iter.Seq2[domain.Entry, error] {
	return func(yield func(domain.Entry, error) bool) {
		n, at := s.Head(), s.At()
		for of := max(first, 1); of <= n && (last == 0 || of <= last); of++ {
			e, err := s.base.Entry(of)
			if !yield(e, err) || err != nil {
				return
			}
		}
		for number, a := range at.Acts() {
			if a.Kind != rehearsal.Edit {
				continue
			}
			n++
			e := s.entry(number, a, domain.Edit)
			e.Seq = n
			if n >= first && (last == 0 || n <= last) && !yield(e, nil) {
				return
			}
		}
	}
}

// Heading is Entry without the changes.
func (s *Store) Heading(n domain.Seq) (domain.Heading, error) {
	if n <= s.Head() {
		return s.base.Heading(n)
	}
	e, err := s.Entry(n)
	return domain.Heading{Seq: n, Verb: e.Verb}, err
}

// Backup refuses: of a rehearsal no copies are made.
func (s *Store) Backup(string) error { return store.ErrReadOnly }

// NoteExport refuses: of a rehearsal nothing is exported.
func (s *Store) NoteExport(domain.Exported, domain.By) (domain.Entry, error) {
	return domain.Entry{}, store.ErrReadOnly
}

// WorldAt refuses, as NoteExport.
func (s *Store) WorldAt(domain.Seq) (domain.World, error) { return s.World(), store.ErrReadOnly }

// CopyError is none: there is no copy of the day.
func (s *Store) CopyError() error { return nil }

// Opening says nothing: the set-up was opened before.
func (s *Store) Opening() store.Opening { return store.Opening{} }

// Verify refuses: nothing of a rehearsal lies in the file.
func (s *Store) Verify() (store.Report, error) { return store.Report{}, store.ErrReadOnly }

// InPlace is that of the set-up.
func (s *Store) InPlace() error { return s.base.InPlace() }

// Close closes the set-up.
func (s *Store) Close() error { return s.base.Close() }

// Path is where the set-up lies; empty where it lies in no file.
func (s *Store) Path() string { return PathOf(s.base) }
