package store

import (
	"iter"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

// Entry returns entry n with its changes, read from the file when asked.
// Errors: ErrNoEntry, ErrClosed, ErrStopped, DamagedError.
func (db *DB) Entry(n domain.Seq) (domain.Entry, error) {
	if n == 0 || n > db.Head() {
		return domain.Entry{}, ErrNoEntry
	}
	var e domain.Entry
	err := db.view(func(tx *bolt.Tx) error {
		payload, err := trail{tx}.payload(n)
		if err != nil {
			return err
		}
		if e, err = decodeEntry(payload); err != nil || e.Seq != n {
			return damaged(DamageJournal)
		}
		return nil
	})
	return e, err
}

// Journal returns the entries from first to last, both included, oldest first,
// each read when it is its turn. It ends at the first error and at the head;
// last zero is the head.
func (db *DB) Journal(first, last domain.Seq) iter.Seq2[domain.Entry, error] {
	return func(yield func(domain.Entry, error) bool) {
		head := db.Head()
		if last == 0 || last > head {
			last = head
		}
		for n := max(first, 1); n <= last; n++ {
			e, err := db.Entry(n)
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// Position returns which entry Undo would take back and which Redo would
// repeat; zero is none. It is read from the journal, and so the same after a restart.
func (db *DB) Position() (domain.Position, error) {
	var at domain.Position
	head := db.Head()
	err := db.view(func(tx *bolt.Tx) error {
		var err error
		at, err = domain.PositionAt(trail{tx}, head)
		return err
	})
	return at, err
}

// trail reads the journal in a transaction.
type trail struct{ tx *bolt.Tx }

// Step implements domain.Trail and leaves the changes unread.
func (t trail) Step(n domain.Seq) (domain.EntryKind, domain.Seq, error) {
	payload, err := t.payload(n)
	if err != nil {
		return 0, 0, err
	}
	e, _, err := decodeHead(payload)
	if err != nil || e.Seq != n {
		return 0, 0, damaged(DamageJournal)
	}
	return e.Kind, e.Of, nil
}

func (t trail) payload(n domain.Seq) ([]byte, error) {
	key := journalKey(n)
	bucket := t.tx.Bucket([]byte(journalBucket))
	if bucket == nil {
		return nil, damaged(DamageJournal)
	}
	value := bucket.Get(key)
	if value == nil {
		return nil, damaged(DamageJournal)
	}
	return unseal(journalBucket, key, value)
}
