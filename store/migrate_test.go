package store

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

// asVersion1 makes of a closed file what a program of before would have written.
func asVersion1(t *testing.T, path string) {
	t.Helper()
	db := open(t, path, Options{ReadOnly: true, Now: time.Now})
	s := stateOf(db.World(), db.Head(), db.hash)
	closed(t, db)
	rewritten(t, path, func(tx *bolt.Tx) error {
		if err := tx.DeleteBucket([]byte(headingBucket)); err != nil {
			return err
		}
		if err := putSealed(tx, formatKey, format{Mark: formatMark, Version: 1}); err != nil {
			return err
		}
		return putSealed(tx, stateKey, s)
	})
}

func TestAFileOfVersion1IsReadAsItIsAndBroughtUpToDateAfterACopy(t *testing.T) {
	path := villageFile(t)
	before := open(t, path, quick())
	world, all := before.World(), entries(t, before)
	at, err := before.Position()
	if err != nil {
		t.Fatal(err)
	}
	closed(t, before)
	asVersion1(t, path)
	bytesBefore := read(t, path)

	o := quick()
	o.ReadOnly = true
	reader := open(t, path, o)
	sameWorld(t, reader.World(), world)
	if got, err := reader.Position(); !reader.Opening().Old || err != nil || got != at {
		t.Errorf("old %t, %+v, %v", reader.Opening().Old, got, err)
	}
	if h, err := reader.Heading(1); err != nil || h.Kind != domain.Import || len(h.Counts) == 0 {
		t.Errorf("%+v, %v", h, err)
	}
	closed(t, reader)
	if !bytes.Equal(read(t, path), bytesBefore) {
		t.Error("reading changed the file")
	}

	db := open(t, path, quick())
	sameWorld(t, db.World(), world)
	if db.Opening().Old || db.Opening().Migrated == "" || len(db.format.Identity) != identitySize {
		t.Errorf("old %t, copy %q, %d", db.Opening().Old, db.Opening().Migrated, len(db.format.Identity))
	}
	for i, e := range entries(t, db) {
		if e.Prev != all[i].Prev || e.Kind != all[i].Kind {
			t.Errorf("entry %d is another", i+1)
		}
	}
	if got, err := db.Position(); err != nil || got != at {
		t.Errorf("%+v, %v", got, err)
	}
	do(t, db, group("Kookgroep"))
	if _, err := db.Verify(); err != nil {
		t.Error(err)
	}
	copied := open(t, db.Opening().Migrated, o)
	sameWorld(t, copied.World(), world)
	if !copied.Opening().Old {
		t.Error("the copy is of the new version too")
	}
	again := open(t, closed(t, db), quick())
	if again.Opening().Migrated != "" {
		t.Error("a second time")
	}
}

func TestACopyOfVersion1IsBroughtUpToDateLikeTheFileItself(t *testing.T) {
	path := villageFile(t)
	for i := range 2 {
		db := open(t, path, quick())
		do(t, db, group("Nog "+string(rune('a'+i))))
		closed(t, db)
		at := filepath.Join(t.TempDir(), "version1.db")
		write(t, at, read(t, path))
		asVersion1(t, at)
		// As bbolt itself copies: the newer meta page first, whatever its number.
		b, err := bolt.Open(at, 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		raw := filepath.Join(t.TempDir(), "raw.db")
		if err := b.View(func(tx *bolt.Tx) error { return tx.CopyFile(raw, 0o600) }); err != nil {
			t.Fatal(err)
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		copied := open(t, raw, quick())
		do(t, copied, group("Alleen hier"))
		closed(t, open(t, closed(t, copied), quick()))
	}
}

func TestWithoutRoomForACopyAFileOfVersion1StaysAsItIs(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("an administrator may write everywhere")
	}
	path := villageFile(t)
	asVersion1(t, path)
	before := read(t, path)
	if err := os.Chmod(filepath.Dir(path), 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Dir(path), 0o700)
	_, err := Open(path, quick())
	wantError(t, err, ErrBarred)
	if !bytes.Equal(read(t, path), before) {
		t.Error("it was changed all the same")
	}
}

// A later program may write entries of other kinds, which change nothing: exports, say.
func TestAnEntryThatChangesNothingHasRoomAndUndoPassesOverIt(t *testing.T) {
	db := fresh(t, quick())
	do(t, db, group("Kookgroep"))
	do(t, db, group("Muziek"))
	if _, _, err := db.Undo(domain.By{}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	want, err := db.Position()
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		db.writing.Lock()
		_, e, err := db.add(domain.Entry{Kind: domain.Import + 1, Verb: "export"}, domain.Unchecked)
		db.writing.Unlock()
		if err != nil || e.Changes != nil {
			t.Fatalf("%+v, %v", e, err)
		}
	}
	again := open(t, closed(t, db), quick())
	if got, err := again.Position(); err != nil || got != want {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
	if _, _, err := again.Redo(domain.By{}, domain.Unchecked); err != nil {
		t.Error(err)
	}
	if r, err := again.Verify(); err != nil || r.Entries != 6 || r.Head == [sha256.Size]byte{} {
		t.Errorf("%+v, %v", r, err)
	}
}
