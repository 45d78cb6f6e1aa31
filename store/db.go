package store

import (
	"crypto/sha256"
	"errors"
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

	// writing is held by whoever moves the file on, from plan to commit. world,
	// head, hash and file are written only by who holds both locks, so they may be
	// read with either; the rest that mu guards must be read with mu.
	writing sync.Mutex
	copied  domain.Date // the day of the last copy that was tried

	mu      sync.RWMutex
	bolt    *bolt.DB // nil once it is closed or dead
	file    held
	world   domain.World
	head    domain.Seq
	hash    [sha256.Size]byte
	copyErr error
	stopped bool // a write failed in a way that leaves doubt
	closed  bool
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

// Head returns the number of the last entry; zero while there is none.
func (db *DB) Head() domain.Seq {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return db.head
}

// CopyError returns why the copy of the day could not be made; nil when all is
// well. An edit is saved all the same: to refuse work because its spare could
// not be kept would help nobody, but somebody should be told.
func (db *DB) CopyError() error {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return db.copyErr
}

// Close gives the file free. It waits for the edit and the readings under way.
// A second Close does nothing.
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

// release closes the file, and takes the note away before the lock goes. Both
// locks are held.
func (db *DB) release(withNote bool) error {
	if db.file.File == nil {
		return nil
	}
	if withNote && !db.readOnly {
		takeNote(db.path)
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

// view runs read in a transaction that sees one state of the file. A fault in
// it means that the disk no longer gives what it gave when the file was opened.
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

// abandon lets go of a bbolt that faulted: it may hold its own locks for ever.
func (db *DB) abandon(b *bolt.DB) {
	db.mu.Lock()
	defer db.mu.Unlock()
	if db.bolt == b {
		db.bolt, db.stopped = nil, true
	}
}

// handle returns bbolt as it is now; a reader may find it dead at any moment.
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
