package store

import (
	"os"

	"zichtlijn/domain"
)

// Do plans the command against the world as it is now, lets check judge what it
// changes, and writes that as one entry. The world moves on only when the entry is
// on the disk; it is returned with it, and otherwise returned as it is with one of:
//
//   - a domain.Refusal: a rule stands against it, or nothing would change
//   - the error of check: it judges the very world that would be changed, and no
//     other edit comes between
//   - ErrReadOnly, ErrUnwritable, ErrClosed, ErrStopped, ErrNotOurs: nothing was tried
//   - NotSavedError: tried, and certainly not in the file
//   - UncertainError: tried, and the disk failed; see there which world is returned
//
// A command with the verb domain.VerbImport becomes an entry of kind Import.
func (db *DB) Do(cmd domain.Command, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	db.writing.Lock()
	defer db.writing.Unlock()
	if err := db.writable(); err != nil {
		return db.world, domain.Entry{}, err
	}
	changes, err := cmd.Plan(db.world)
	if err != nil {
		return db.world, domain.Entry{}, err
	}
	if len(changes) == 0 {
		return db.world, domain.Entry{}, domain.Refusal{Code: domain.NothingToDo}
	}
	kind := domain.Edit
	if cmd.Verb() == domain.VerbImport {
		kind = domain.Import
	}
	return db.add(domain.Entry{Kind: kind, Verb: cmd.Verb(), Changes: changes, By: by}, check)
}

// Undo takes back the last edit that stands, as an entry of its own. Errors as
// in Do; the refusal is NothingToUndo.
func (db *DB) Undo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	db.writing.Lock()
	defer db.writing.Unlock()
	return db.move(domain.Undo, by, check)
}

// Redo repeats the edit that was taken back last, as an entry of its own. Errors
// as in Do; the refusal is NothingToRedo.
func (db *DB) Redo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	db.writing.Lock()
	defer db.writing.Unlock()
	return db.move(domain.Redo, by, check)
}

func (db *DB) move(kind domain.EntryKind, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	if err := db.writable(); err != nil {
		return db.world, domain.Entry{}, err
	}
	at, err := db.Position()
	if err != nil {
		return db.world, domain.Entry{}, err
	}
	of, none := at.Undo, domain.NothingToUndo
	if kind == domain.Redo {
		of, none = at.Redo, domain.NothingToRedo
	}
	if of == 0 {
		return db.world, domain.Entry{}, domain.Refusal{Code: none}
	}
	was, err := db.Entry(of)
	if err != nil {
		return db.world, domain.Entry{}, err
	}
	changes := was.Changes
	if kind == domain.Undo {
		changes = domain.Inverse(changes)
	}
	return db.add(domain.Entry{Kind: kind, Of: of, Verb: was.Verb, Changes: changes, By: by}, check)
}

// writable returns why nothing can be written. writing is held.
func (db *DB) writable() error {
	db.mu.RLock()
	defer db.mu.RUnlock()
	if err := db.unusable(); err != nil {
		return err
	}
	switch {
	case db.readOnly && !db.options.ReadOnly:
		return ErrUnwritable
	case db.readOnly:
		return ErrReadOnly
	case db.stopped:
		return ErrStopped
	}
	return db.ours()
}

// ours returns ErrNotOurs when the path no longer leads to the file that is
// open: a file that was renamed or deleted takes every edit and keeps none.
func (db *DB) ours() error {
	at, err := os.Lstat(db.path)
	if err != nil || !os.SameFile(at, db.file.info) {
		return ErrNotOurs
	}
	return nil
}

// add checks e and writes it as the next entry, with the records that it changes.
// writing is held, mu is not: a check may take a second, and meanwhile everybody
// must be able to read the world.
func (db *DB) add(e domain.Entry, check domain.Check) (domain.World, domain.Entry, error) {
	after, err := db.world.With(e.Changes...)
	if err == nil {
		err = check(db.world, e.Changes)
	}
	if err != nil {
		return db.world, domain.Entry{}, err
	}
	now := db.options.Now()
	e.Seq, e.At, e.By, e.Prev = db.head+1, now.UTC().Round(0), readable(e.By), db.hash
	b, err := newBatch(e, after)
	if err != nil {
		return db.world, domain.Entry{}, &NotSavedError{Cause: err}
	}
	db.keepCopy(domain.DateOf(now))
	if err := db.ours(); err != nil {
		return db.world, domain.Entry{}, err
	}
	if err := db.write(b); err != nil {
		if err = db.settle(err, b, after); db.head == e.Seq {
			return db.world, e, err
		}
		return db.world, domain.Entry{}, err
	}
	db.advance(b, after)
	return after, e, nil
}

func (db *DB) advance(b batch, after domain.World) {
	db.mu.Lock()
	defer db.mu.Unlock()
	db.world, db.head, db.hash = after, b.seq, b.hash
}

// write makes one transaction of b. A NotSavedError means that the file was not
// touched; after any other error it may or may not hold the edit.
func (db *DB) write(b batch) error {
	begun := false
	handle, err := db.handle()
	if err != nil {
		return &NotSavedError{Cause: err}
	}
	err = guard(func() error {
		tx, err := handle.Begin(true)
		if err != nil {
			return err
		}
		if err := b.into(tx); err != nil {
			_ = tx.Rollback() // says only that the transaction is over
			return err
		}
		begun = true
		return db.commit(tx)
	})
	return attempt(err, begun)
}
