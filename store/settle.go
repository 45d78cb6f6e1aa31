package store

import (
	"errors"
	"os"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

// attempt sorts an error of a transaction by whether its commit had begun.
func attempt(err error, begun bool) error {
	if err == nil || begun || errors.Is(err, errFault) {
		return err
	}
	return &NotSavedError{Cause: err}
}

// settle finds out what became of an edit whose transaction failed with cause:
// bbolt's error alone does not say whether it is in the file. The file itself
// is read again, by ordinary reads, and its head compared.
func (db *DB) settle(cause error, b batch, after domain.World) error {
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
		// It is there for whoever reads it now. A disk that failed to confirm may
		// still lose it: no more is built on it.
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

func (db *DB) stop() {
	db.mu.Lock()
	defer db.mu.Unlock()
	db.stopped = true
}

// reopen gives the DB a fresh handle on the same file, so that the next edit
// does not build on what a failed transaction left behind in bbolt.
func (db *DB) reopen() error {
	db.mu.Lock()
	defer db.mu.Unlock()
	was := db.file.info
	_ = db.release(false) // what was not committed is not wanted
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
	return nil
}

// resume opens bbolt on h if it is the file that was, as it was.
func (db *DB) resume(h held, was os.FileInfo) (*bolt.DB, error) {
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
