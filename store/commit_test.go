package store

import (
	"errors"
	"io"
	"syscall"
	"testing"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

// failing returns a DB with one group whose next commits do what commit says.
func failing(t *testing.T, commit func(*bolt.Tx) error) *DB {
	t.Helper()
	db := fresh(t, quick())
	do(t, db, group("Kookgroep"))
	db.commit = commit
	return db
}

func TestAnEditWhoseCommitFailedIsSaidNotToBeSavedAndMayBeTriedAgain(t *testing.T) {
	db := failing(t, func(tx *bolt.Tx) error {
		return errors.Join(syscall.ENOSPC, tx.Rollback())
	})
	before := db.World()
	w, e, err := db.Do(group("Muziek"), domain.By{}, domain.Unchecked)
	wantError(t, err, ErrNotSaved)
	wantError(t, err, ErrFull)
	sameWorld(t, w, before)
	if e.Seq != 0 || db.Head() != 1 {
		t.Errorf("entry %d, head %d", e.Seq, db.Head())
	}
	db.commit = (*bolt.Tx).Commit
	if e := do(t, db, group("Muziek")); e.Seq != 2 {
		t.Errorf("entry %d", e.Seq)
	}
	if _, err := db.Verify(); err != nil {
		t.Error(err)
	}
	sameWorld(t, open(t, closed(t, db), quick()).World(), db.World())
}

func TestAnEditThatTheDiskDidNotConfirmIsShownAndNothingIsBuiltOnIt(t *testing.T) {
	db := failing(t, func(tx *bolt.Tx) error {
		return errors.Join(tx.Commit(), io.ErrUnexpectedEOF)
	})
	w, e, err := db.Do(group("Muziek"), domain.By{}, domain.Unchecked)
	var uncertain *UncertainError
	if !errors.As(err, &uncertain) || !uncertain.Seen || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Fatalf("%v", err)
	}
	if e.Seq != 2 || w.Count(domain.GroupNoun) != 2 || db.Head() != 2 {
		t.Errorf("entry %d, head %d", e.Seq, db.Head())
	}
	_, _, err = db.Do(group("Tuin"), domain.By{}, domain.Unchecked)
	wantError(t, err, ErrStopped)
	if got, err := db.Entry(2); err != nil || got.Seq != 2 {
		t.Errorf("%v, %v", got, err)
	}
	sameWorld(t, open(t, closed(t, db), quick()).World(), w)
}

func TestADatabaseThatGivesUpInACommitTakesNothingWithIt(t *testing.T) {
	db := failing(t, func(*bolt.Tx) error { panic("page 7 already freed") })
	before := db.World()
	_, _, err := db.Do(group("Muziek"), domain.By{}, domain.Unchecked)
	wantError(t, err, ErrNotSaved)
	sameWorld(t, db.World(), before)
	db.commit = (*bolt.Tx).Commit
	do(t, db, group("Muziek"))
	if r, err := Verify(closed(t, db), quick()); err != nil || r.Entries != 2 {
		t.Errorf("%d entries, %v", r.Entries, err)
	}
}

func TestAFileThatCanNotBeReadAfterAFailedCommitIsNotSpokenFor(t *testing.T) {
	var db *DB
	db = failing(t, func(tx *bolt.Tx) error {
		if _, err := db.file.WriteAt(make([]byte, pageSize), 0); err != nil {
			return err
		}
		return errors.Join(io.ErrUnexpectedEOF, tx.Rollback())
	})
	before := db.World()
	_, _, err := db.Do(group("Muziek"), domain.By{}, domain.Unchecked)
	var uncertain *UncertainError
	if !errors.As(err, &uncertain) || uncertain.Seen || !errors.Is(err, ErrDamaged) {
		t.Fatalf("%v", err)
	}
	sameWorld(t, db.World(), before)
	_, _, err = db.Do(group("Tuin"), domain.By{}, domain.Unchecked)
	wantError(t, err, ErrStopped)
}
