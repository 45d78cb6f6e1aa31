package store

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

// Do plans the command against the current world, lets check judge the changes, and
// writes them as one entry. No other edit comes between plan, check and commit. The
// world changes only when the entry is on the disk; Do then returns both. Otherwise
// it returns the world as it is and one of these errors:
//
//   - a domain.Refusal: a rule forbids it, or nothing would change
//   - the error of check
//   - ErrReadOnly, ErrUnwritable, ErrClosed, ErrStopped, ErrNotOurs: nothing was tried
//   - NotSavedError: tried, and certainly not in the file
//   - UncertainError: tried, and the disk failed; it says which world is returned
//
// A command with the verb domain.VerbImport becomes an entry of kind Import.
func (db *DB) Do(cmd domain.Command, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	db.writing.Lock()
	defer db.writing.Unlock()
	if err := db.writable(); err != nil {
		return db.world, domain.Entry{}, err
	}
	db.renewDay()
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

// NoteExport writes an entry of kind Export, which changes nothing. The errors are those of
// Do.
func (db *DB) NoteExport(what domain.Exported, by domain.By) (domain.Entry, error) {
	db.writing.Lock()
	defer db.writing.Unlock()
	if err := db.writable(); err != nil {
		return domain.Entry{}, err
	}
	_, e, err := db.add(domain.Entry{Kind: domain.Export, Verb: domain.VerbExport, Export: &what, By: by}, domain.Unchecked)
	return e, err
}

// renewDay gives the world the day of the workstation, by which edits are judged.
func (db *DB) renewDay() {
	db.mu.Lock()
	defer db.mu.Unlock()
	db.world = db.world.At(domain.DateOf(db.options.Now()))
}

// Undo takes back the last edit that is not taken back yet, as an entry of its own.
// Errors as in Do; the refusal is NothingToUndo.
func (db *DB) Undo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	db.writing.Lock()
	defer db.writing.Unlock()
	return db.undoOrRedo(domain.Undo, by, check)
}

// Redo repeats the edit that was taken back last, as an entry of its own. Errors
// as in Do; the refusal is NothingToRedo.
func (db *DB) Redo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	db.writing.Lock()
	defer db.writing.Unlock()
	return db.undoOrRedo(domain.Redo, by, check)
}

func (db *DB) undoOrRedo(kind domain.EntryKind, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
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
	return db.checkSameFile()
}

// InPlace returns ErrNotOurs when the path no longer leads to the file that is open, or
// another program wrote over it; the system's error when that can not be seen.
func (db *DB) InPlace() error {
	db.mu.RLock()
	defer db.mu.RUnlock()
	switch {
	case db.file.File == nil: // nothing is held that the path could have lost
		return nil
	case db.stopped: // the disk failed in an edit, which says nothing about the path
		return db.checkPath()
	}
	return db.checkSameFile()
}

// checkSameFile is InPlace for a file that takes edits: one that was renamed or deleted
// accepts every edit and keeps none, and one that was written over would become a mix of
// two. Either lock is held.
func (db *DB) checkSameFile() error {
	if err := db.checkPath(); err != nil {
		return err
	}
	now, err := frontOf(db.file.File, db.pageSize)
	if err == nil && now != db.front {
		err = ErrNotOurs
	}
	return err
}

func (db *DB) checkPath() error {
	at, err := os.Lstat(db.path)
	switch {
	case err == nil && os.SameFile(at, db.file.info):
		return nil
	case err == nil, errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.ENOTDIR):
		return ErrNotOurs
	}
	return err
}

// add checks e and writes it as the next entry, with the records that it changes.
// writing is held, mu is not: the check may take a second, during which everybody
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
	e.Seq, e.At, e.By, e.Prev = db.head+1, now.UTC().Round(0), validUTF8(e.By), db.hash
	b, err := newBatch(e, after, db.digest)
	if err != nil {
		return db.world, domain.Entry{}, &NotSavedError{Cause: err}
	}
	db.keepCopy(domain.DateOf(now))
	if err := db.checkSameFile(); err != nil {
		return db.world, domain.Entry{}, err
	}
	if err := db.write(b); err != nil {
		if err = db.resolveFailure(err, b, after); db.head == e.Seq {
			return db.world, e, err
		}
		return db.world, domain.Entry{}, err
	}
	db.advance(b, after)
	db.remember()
	return after, e, nil
}

func (db *DB) advance(b *batch, after domain.World) {
	db.mu.Lock()
	defer db.mu.Unlock()
	db.world, db.head, db.hash, db.digest = after, b.seq, b.hash, b.digest
	db.keepFront()
}

// write commits b in one transaction. After a NotSavedError the file was not
// touched; after any other error it may or may not hold the edit.
func (db *DB) write(b *batch) error {
	committing := false
	handle, err := db.handle()
	if err != nil {
		return &NotSavedError{Cause: err}
	}
	err = guard(func() error {
		tx, err := handle.Begin(true)
		if err != nil {
			return err
		}
		if err := b.writeTo(tx); err != nil {
			_ = tx.Rollback() // says only that the transaction is over
			return err
		}
		committing = true
		return db.commit(tx)
	})
	if err == nil || committing || errors.Is(err, errFault) {
		return err
	}
	return &NotSavedError{Cause: err}
}

// resolveFailure finds out whether an edit is in the file although its transaction
// failed with cause, which bbolt's error does not say. It reads the file again, by
// ordinary reads, and compares the head. The error is a NotSavedError or an
// UncertainError.
func (db *DB) resolveFailure(cause error, b *batch, after domain.World) error {
	var known *NotSavedError
	if errors.As(cause, &known) {
		return known
	}
	if handle, err := db.handle(); err == nil && errors.Is(cause, errFault) {
		db.abandon(handle)
	}
	c, err := load(db.file.File)
	switch {
	case err != nil:
		db.stop()
		return &UncertainError{Cause: errors.Join(cause, err)}
	case c.Head == b.seq && c.hash() == b.hash:
		// The edit is in the file as it reads now, but a disk that failed to confirm
		// may still lose it: nothing more may be written on top of it.
		db.advance(b, after)
		db.stop()
		return &UncertainError{Seen: true, Cause: cause}
	case c.Head != db.head || c.hash() != db.hash:
		db.stop()
		return &UncertainError{Cause: cause}
	}
	if db.reopen() != nil {
		db.stop()
	}
	return &NotSavedError{Cause: cause}
}

// keepFront remembers the meta pages as the last commit left them. Where they can not be
// read nothing more is written: InPlace could not be told. Both locks are held.
func (db *DB) keepFront() {
	var err error
	if db.front, err = frontOf(db.file.File, db.pageSize); err != nil {
		db.stopped = true
	}
}

func (db *DB) stop() {
	db.mu.Lock()
	defer db.mu.Unlock()
	db.stopped = true
}

// reopen gives the DB a new handle on the same file, so that the next edit does not
// build on what a failed transaction left behind in bbolt's memory.
func (db *DB) reopen() error {
	db.mu.Lock()
	defer db.mu.Unlock()
	was := db.file.info
	_ = db.release(false) // an error loses only what was not committed
	h, err := acquire(db.path, db.options)
	if err != nil {
		return err
	}
	b, err := db.resume(h, was)
	if err != nil {
		_ = h.Close() // nothing was written through it
		return err
	}
	db.bolt, db.file, db.stopped = b, h, false
	db.keepFront()
	return nil
}

// resume opens bbolt on h if it is the same file as was, with the same head.
func (db *DB) resume(h lockedFile, was os.FileInfo) (*bolt.DB, error) {
	if h.readOnly || !os.SameFile(was, h.info) {
		return nil, ErrNotOurs
	}
	c, err := load(h.File)
	if err != nil {
		return nil, err
	}
	if c.Head != db.head || c.hash() != db.hash { // somebody was quicker
		return nil, ErrNotOurs
	}
	return openBolt(h, db.options)
}
