package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// remembering is quick with a folder for heads.
func remembering(t *testing.T) Options {
	o := quick()
	o.Seen = filepath.Join(t.TempDir(), "state", "seen")
	return o
}

// threeEntries returns a closed file, and what it was after each of its entries.
func threeEntries(t *testing.T, o Options) (path string, states [][]byte) {
	t.Helper()
	db := fresh(t, o)
	path = db.Path()
	for i := range 3 {
		do(t, db, group(fmt.Sprintf("Groep %d", i)))
		closed(t, db)
		states = append(states, read(t, path))
		db = open(t, path, o)
	}
	closed(t, db)
	return path, states
}

func TestAFileThatLostEntriesIsFoundUntilThatIsAccepted(t *testing.T) {
	o := remembering(t)
	path, states := threeEntries(t, o)
	if db := open(t, path, o); db.Opening().Rollback.Any() {
		t.Errorf("nothing is missing: %+v", db.Opening())
	} else {
		closed(t, db)
	}
	write(t, path, states[0])
	readOnly := o
	readOnly.ReadOnly = true
	for _, o := range []Options{readOnly, o, o} {
		db := open(t, path, o)
		if got := db.Opening().Rollback; got != (Rollback{Missing: 2}) {
			t.Errorf("%+v", got)
		}
		closed(t, db)
	}
	db := open(t, path, o)
	do(t, db, group("Toch verder")) // an edit accepts nothing
	closed(t, db)
	if db := open(t, path, o); db.Opening().Rollback != (Rollback{Missing: 1}) {
		t.Errorf("%+v", db.Opening())
	} else {
		closed(t, db)
	}
	if _, err := Accept(path, o); err != nil {
		t.Fatal(err)
	}
	if db := open(t, path, o); db.Opening().Rollback.Any() {
		t.Errorf("%+v", db.Opening())
	}
}

func TestAFileWithAnotherPastIsFound(t *testing.T) {
	o := remembering(t)
	path, states := threeEntries(t, o)
	write(t, path, states[0])
	elsewhere := o
	elsewhere.Seen = ""
	db := open(t, path, elsewhere)
	for i := range 4 {
		do(t, db, group(fmt.Sprintf("Anders %d", i)))
	}
	closed(t, db)
	db = open(t, path, o)
	if got := db.Opening().Rollback; got != (Rollback{Differs: true}) {
		t.Errorf("%+v", got)
	}
	db.Accept()
	closed(t, db)
	if db := open(t, path, o); db.Opening().Rollback.Any() {
		t.Errorf("%+v", db.Opening())
	}
}

// This is what the digest can not find.
func TestAWholeLostWriteIsFoundByWhatIsRemembered(t *testing.T) {
	o := remembering(t)
	db := fresh(t, o)
	var versions [][]byte
	for i := range 6 {
		do(t, db, group(fmt.Sprintf("Groep %d", i)))
		versions = append(versions, read(t, db.Path()))
	}
	path := closed(t, db)
	found := 0
	for page := range 2 {
		for _, version := range versions[:5] {
			b := read(t, path)
			copy(b[page*pageSize:(page+1)*pageSize], version[page*pageSize:])
			keep := read(t, path)
			write(t, path, b)
			db, err := Open(path, Options{Now: monday, ReadOnly: true, Seen: o.Seen})
			if err == nil {
				if db.Head() != 6 {
					found++
					if !db.Opening().Rollback.Any() {
						t.Errorf("page %d: %d entries, and nothing is said", page, db.Head())
					}
				}
				closed(t, db)
			}
			write(t, path, keep)
		}
	}
	if found == 0 {
		t.Error("no write was lost")
	}
}

func TestGoingBackToTheCopyThatWasNamedAcceptsByItself(t *testing.T) {
	o := remembering(t)
	day := monday()
	o.Now = func() time.Time { return day }
	db := fresh(t, o)
	do(t, db, group("Groep 0"))
	day = day.AddDate(0, 0, 1)
	do(t, db, group("Groep 1"))
	do(t, db, group("Groep 2"))
	path := closed(t, db)
	b := read(t, path)
	write(t, path, b[:used(t, b)-pageSize])
	_, err := Open(path, o)
	var d *DamagedError
	if !errors.As(err, &d) || d.Copy == "" {
		t.Fatalf("%v", err)
	}
	write(t, path, read(t, d.Copy))
	for range 2 {
		db := open(t, path, o)
		if db.Head() != 1 || db.Opening().Rollback.Any() {
			t.Errorf("%d entries, %+v", db.Head(), db.Opening())
		}
		closed(t, db)
	}
	write(t, path, b)
	closed(t, open(t, path, o))
}

func TestCopiesAndThrowAwayFilesAreNeitherComparedNorRemembered(t *testing.T) {
	o := remembering(t)
	path, states := threeEntries(t, o)
	for _, at := range []string{filepath.Join(t.TempDir(), "backup.db"), path + ".2026-03-01.copy"} {
		write(t, at, states[0])
		db := open(t, at, o)
		if db.Opening().Rollback.Any() {
			t.Errorf("%s: %+v", filepath.Base(at), db.Opening())
		}
		do(t, db, group("Alleen hier"))
		closed(t, db)
	}
	if _, err := Verify(path, o); err != nil {
		t.Fatal(err)
	}
	if db := open(t, path, o); db.Opening().Rollback.Any() {
		t.Errorf("the copies were taken for the file: %+v", db.Opening())
	}
	scratch := remembering(t)
	scratch.Scratch = true
	do(t, fresh(t, scratch), group("Kookgroep"))
	if _, err := os.Lstat(scratch.Seen); err == nil {
		t.Error("a file that is thrown away is remembered")
	}
}

func TestAMovedFileIsComparedWhereItIsNow(t *testing.T) {
	o := remembering(t)
	path, states := threeEntries(t, o)
	to := filepath.Join(t.TempDir(), "moved.db")
	if err := os.Rename(path, to); err != nil {
		t.Fatal(err)
	}
	closed(t, open(t, to, o))
	write(t, to, states[1])
	if db := open(t, to, o); db.Opening().Rollback != (Rollback{Missing: 1}) {
		t.Errorf("%+v", db.Opening())
	}
}

func TestAtMostAHundredFilesAreRememberedForTheirOwnerOnly(t *testing.T) {
	o := remembering(t)
	for range mostSeen + 3 {
		at := o.seenPath("x.db", []byte(fmt.Sprint(time.Now().UnixNano())))
		writeSeen(at, seen{Head: 1, Hash: "00", Path: "x.db"})
	}
	path, _ := threeEntries(t, o)
	all, err := os.ReadDir(o.Seen)
	if err != nil || len(all) != mostSeen {
		t.Errorf("%d, %v", len(all), err)
	}
	if db := open(t, path, o); db.seenAt == "" {
		t.Error("the newest is forgotten")
	} else if info, err := os.Lstat(db.seenAt); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
}

func TestWhatCanNotBeRememberedStopsNothing(t *testing.T) {
	o := quick()
	o.Seen = filepath.Join(t.TempDir(), "file")
	write(t, o.Seen, []byte("no folder"))
	path, _ := threeEntries(t, o)
	if db := open(t, path, o); db.Opening().Rollback.Any() || db.Head() != 3 {
		t.Errorf("%+v", db.Opening())
	}
}

func TestAShorterMemoryLeavesNothingOfALongerOne(t *testing.T) {
	at := filepath.Join(t.TempDir(), "a"+seenEnd)
	for _, want := range []seen{{Head: 10, Hash: "00", Path: "x.db", Advised: "1234"}, {Head: 9, Hash: "01", Path: "x.db"}, {Head: 1000, Hash: "02", Path: "longer.db"}} {
		writeSeen(at, want)
		if got, ok := readSeen(at); !ok || got != want {
			t.Errorf("%+v, %t; want %+v", got, ok, want)
		}
	}
}
