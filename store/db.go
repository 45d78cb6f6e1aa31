package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

// DB is one institution in one file, open and locked. Its methods may be called
// from several goroutines; edits are made one after the other.
type DB struct {
	path     string
	options  Options
	readOnly bool
	commit   func(*bolt.Tx) error

	// writing is held by each edit from plan to commit. world, head, hash, digest, file and
	// front are written only with both locks held, so they may be read with either; the
	// rest of the fields below mu must be read with mu.
	writing  sync.Mutex
	rollback Rollback    // see Opening; written with both locks held
	seenAt   string      // where the head is remembered; empty: nowhere
	migrated string      // the copy made before, see Opening
	exposed  []Exposure  // at the opening; after Open never written
	copied   domain.Date // the day of the last copy that was tried

	mu     sync.RWMutex
	bolt   *bolt.DB // nil once it is closed or dead
	file   lockedFile
	front  front // as the last commit left it
	world  domain.World
	head   domain.Seq
	hash   [sha256.Size]byte
	digest digest
	format format // after Open never written
	// pageSize is that of the file; after Open never written.
	pageSize int64
	copyErr  error
	stopped  bool // a write failed, and it is uncertain what the file holds
	closed   bool
}

// Path returns the path that the file was opened at.
func (db *DB) Path() string { return db.path }

// ReadOnly reports whether every edit is refused: because it was asked for, or
// because the file may not be written to.
func (db *DB) ReadOnly() bool { return db.readOnly }

// World returns what the file holds. It stays readable after Close.
func (db *DB) World() domain.World {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return db.world
}

// Identity returns what tells the file and its copies from all others: random bytes, which
// its first version did not have.
func (db *DB) Identity() []byte { return bytes.Clone(db.format.Identity) }

// Head returns the number of the last entry; zero while there is none.
func (db *DB) Head() domain.Seq {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return db.head
}

// CopyError returns why the copy of the day could not be made; nil when all is
// well. Edits are saved all the same, because refusing them would help nobody, but
// somebody should be told.
func (db *DB) CopyError() error {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return db.copyErr
}

// Close releases the file. It waits for the edit and the reads under way. A second
// Close does nothing.
func (db *DB) Close() error {
	db.writing.Lock()
	defer db.writing.Unlock()
	db.mu.Lock()
	defer db.mu.Unlock()
	if db.closed {
		return nil
	}
	db.closed = true
	return db.release(true)
}

// release closes the file, and removes the note while it still has the file's
// lock. Both mutexes are held.
func (db *DB) release(withNote bool) error {
	if db.file.File == nil {
		return nil
	}
	if withNote && !db.readOnly && db.checkPath() == nil { // else the note is of who has the file there
		removeNote(db.path)
	}
	var err error
	if db.bolt != nil {
		err = guard(db.bolt.Close)
	} else {
		// bbolt is dead: its own Close could wait for ever. Its memory map stays,
		// and would keep the lock.
		err = errors.Join(unlockFile(db.file.File), db.file.Close())
	}
	db.bolt, db.file.File = nil, nil
	return err
}

// view runs read in a transaction that sees one state of the file. A fault in it
// is a DamagedError: the disk no longer gives what it gave when the file was opened.
func (db *DB) view(read func(*bolt.Tx) error) error {
	db.mu.RLock()
	b, err := db.bolt, db.unusable()
	if err == nil {
		err = guard(func() error { return b.View(read) })
	}
	db.mu.RUnlock()
	if errors.Is(err, errFault) {
		db.abandon(b)
		return &DamagedError{Reason: DamageUnsteady, cause: err}
	}
	return err
}

// abandon drops a bbolt handle that faulted: it may hold its own locks for ever, so
// it must not even be closed.
func (db *DB) abandon(b *bolt.DB) {
	db.mu.Lock()
	defer db.mu.Unlock()
	if db.bolt == b {
		db.bolt, db.stopped = nil, true
	}
}

// handle returns the current bbolt handle. A reader may abandon it at any moment.
func (db *DB) handle() (*bolt.DB, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return db.bolt, db.unusable()
}

// unusable returns why the file can not be read any more. mu is held.
func (db *DB) unusable() error {
	switch {
	case db.closed:
		return ErrClosed
	case db.bolt == nil:
		return ErrStopped
	}
	return nil
}

// errFault says that bbolt panicked, or that a page could not be read through
// its memory map. The handle is dead from then on: no Update, no Close. What the
// panic said stays out of it, because it may quote a record.
var errFault = errors.New("store: the database gave up")

// guard runs op and returns a panic or a memory fault in it as errFault. It is the
// second line of defence, after the check of all pages before bbolt sees them. It
// catches faults in the calling goroutine only.
func guard(op func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %T", errFault, r)
		}
	}()
	return op()
}
