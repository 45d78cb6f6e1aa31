package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

func wantError(t testing.TB, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Fatalf("%v, want %v", got, want)
	}
}

func TestAFileThatIsNotThereIsNotMade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.db")
	_, err := Open(path, quick())
	wantError(t, err, ErrNoFile)
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("opening made a file")
	}
}

func TestAnEmptyFileIsRefusedAndStaysEmpty(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty.db")
	write(t, path, nil)
	_, err := Open(path, quick())
	wantError(t, err, ErrEmpty)
	if b := read(t, path); len(b) != 0 {
		t.Errorf("%d bytes now", len(b))
	}
}

func TestAForeignFileIsRefusedAndLeftAlone(t *testing.T) {
	other := filepath.Join(t.TempDir(), "other.db")
	b, err := bolt.Open(other, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Update(func(tx *bolt.Tx) error {
		_, err := tx.CreateBucket([]byte("cats"))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"text":            []byte("Geachte heer, mevrouw,\n"),
		"zeros":           make([]byte, 1<<16),
		"another program": read(t, other),
	} {
		path := filepath.Join(t.TempDir(), "foreign.db")
		write(t, path, content)
		_, err := Open(path, quick())
		if !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v", name, err)
		}
		if string(read(t, path)) != string(content) {
			t.Errorf("%s: the file was changed", name)
		}
	}
}

func TestAFileOfANewerVersionIsRefused(t *testing.T) {
	path := closed(t, fresh(t, quick()))
	b, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	newer := struct {
		format
		Later string `cbor:"9,keyasint"`
	}{format{Mark: formatMark, Version: formatVersion + 1}, "something new"}
	value, err := sealed(formatKey, newer)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Update(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(metaBucket)).Put([]byte(formatKey), value)
	}); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = Open(path, quick())
	wantError(t, err, ErrNewer)
}

func TestASecondProgramIsToldAtOnceWhoHasTheFile(t *testing.T) {
	db := fresh(t, quick())
	for name, o := range map[string]Options{"to write": quick(), "to read": {Now: monday, ReadOnly: true}} {
		_, err := Open(db.Path(), o)
		var locked *LockedError
		if !errors.As(err, &locked) || !errors.Is(err, ErrLocked) {
			t.Fatalf("%s: %v", name, err)
		}
		if !locked.Known || locked.Login != "lotte" || locked.PID != os.Getpid() || !locked.Since.Equal(monday()) {
			t.Errorf("%s: %+v", name, locked)
		}
	}
	path := closed(t, db)
	if _, err := os.Lstat(notePath(path)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the note outlived the lock")
	}
	open(t, path, quick())
}

func TestANoteOfAProgramThatIsGoneNamesNobody(t *testing.T) {
	db := fresh(t, quick())
	for name, content := range map[string]string{
		"gone":     `{"pid":-1,"login":"bao","since":"2026-03-02T09:00:00Z"}`,
		"nonsense": `{"pid":`,
	} {
		write(t, notePath(db.Path()), []byte(content))
		_, err := Open(db.Path(), quick())
		var locked *LockedError
		if !errors.As(err, &locked) || locked.Known || locked.Login != "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTwoReadersMayHaveTheFileTogether(t *testing.T) {
	path := villageFile(t)
	o := Options{Now: monday, ReadOnly: true}
	a, b := open(t, path, o), open(t, path, o)
	sameWorld(t, a.World(), b.World())
	_, err := Open(path, quick())
	wantError(t, err, ErrLocked)
}

func TestAReadOnlyFileShowsEverythingAndTakesNoEdit(t *testing.T) {
	path := villageFile(t)
	denied := quick()
	denied.openFile = func(path string, flag int, mode fs.FileMode) (*os.File, error) {
		if flag&os.O_RDWR != 0 { // as the system answers everybody but an administrator
			return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrPermission}
		}
		return os.OpenFile(path, flag, mode)
	}
	asked := quick()
	asked.ReadOnly = true
	for name, c := range map[string]struct {
		options Options
		refused error
	}{"may not be written": {denied, ErrUnwritable}, "asked for": {asked, ErrReadOnly}} {
		db := open(t, path, c.options)
		if !db.ReadOnly() || db.World().Count(domain.PersonNoun) != 60 || len(entries(t, db)) == 0 {
			t.Errorf("%s: not all is shown", name)
		}
		_, _, err := db.Do(group("Kookgroep"), domain.By{}, domain.Unchecked)
		wantError(t, err, c.refused)
		_, _, err = db.Undo(domain.By{}, domain.Unchecked)
		wantError(t, err, c.refused)
		if _, err := os.Lstat(notePath(path)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: a reader left a note", name)
		}
		closed(t, db)
	}
}

func TestALinkAndADirectoryAreNotOpened(t *testing.T) {
	path := villageFile(t)
	_, err := Open(filepath.Dir(path), quick())
	wantError(t, err, ErrSymlink)
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(path, link); err != nil && runtime.GOOS == "windows" {
		return // making one takes a privilege there
	}
	_, err = Open(link, quick())
	wantError(t, err, ErrSymlink)
}

func TestNothingIsMadeWhereSomethingIs(t *testing.T) {
	path := villageFile(t)
	before := read(t, path)
	_, err := Create(path, quick())
	wantError(t, err, ErrExists)
	if string(read(t, path)) != string(before) {
		t.Error("the file was changed")
	}
}

func TestANewFileAndItsDirectoryAreForItsOwnerOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // rights are inherited there
	}
	path := filepath.Join(t.TempDir(), "zichtlijn", "zichtlijn.db")
	db, err := Create(path, quick())
	if err != nil {
		t.Fatal(err)
	}
	do(t, db, group("Kookgroep"))
	db.options.Now = tomorrow
	do(t, db, group("Muziek"))
	for at, want := range map[string]fs.FileMode{
		filepath.Dir(path): 0o700, path: 0o600, notePath(path): 0o600, copyPath(path, domain.DateOf(tomorrow())): 0o600,
	} {
		info, err := os.Lstat(at)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s: %v", filepath.Base(at), info.Mode())
		}
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
	closed(t, db)
}

func TestAFileThatWasReplacedOrRemovedTakesNoEdit(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // an open file can be neither there
	}
	for name, harm := range map[string]func(path string) error{
		"removed":  os.Remove,
		"renamed":  func(path string) error { return os.Rename(path, path+".old") },
		"replaced": func(path string) error { return errors.Join(os.Remove(path), os.WriteFile(path, nil, 0o600)) },
	} {
		db := fresh(t, quick())
		do(t, db, group("Kookgroep"))
		if err := harm(db.Path()); err != nil {
			t.Fatal(err)
		}
		before := db.World()
		wantError(t, db.InPlace(), ErrNotOurs)
		if _, _, err := db.Do(group("Muziek"), domain.By{}, domain.Unchecked); !errors.Is(err, ErrNotOurs) {
			t.Errorf("%s: %v", name, err)
		}
		sameWorld(t, db.World(), before)
		saved := filepath.Join(t.TempDir(), "saved.db") // what is open is all there yet
		if err := db.Backup(saved); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		sameWorld(t, open(t, saved, quick()).World(), before)
	}
}

func TestAFileThatAnotherProgramWroteOverTakesNoEditAndIsNotBackedUpAsThisOne(t *testing.T) {
	o := quick()
	db := fresh(t, o)
	do(t, db, group("Kookgroep"))
	other := fresh(t, quick())
	do(t, other, group("Van een ander"))
	do(t, other, group("En nog een"))
	if err := db.InPlace(); err != nil {
		t.Fatal(err)
	}
	strange := read(t, closed(t, other))
	write(t, db.Path(), strange) // as cp does: the file keeps its place, and its lock
	wantError(t, db.InPlace(), ErrNotOurs)
	_, _, err := db.Do(group("Muziek"), domain.By{}, domain.Unchecked)
	wantError(t, err, ErrNotOurs)
	if err := db.Backup(filepath.Join(t.TempDir(), "saved.db")); err == nil {
		t.Error("another file is kept as this one")
	}
	if now := read(t, db.Path()); string(now) != string(strange) {
		t.Error("two files were mixed")
	}
}

func TestClosingLeavesTheNoteOfWhoHasTheFileNow(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // an open file can not be replaced there
	}
	db := fresh(t, quick())
	do(t, db, group("Kookgroep"))
	if err := os.Rename(db.Path(), db.Path()+".old"); err != nil {
		t.Fatal(err)
	}
	now, err := Create(db.Path(), quick())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = now.Close() })
	closed(t, db)
	if _, err := os.Stat(notePath(db.Path())); err != nil {
		t.Error(err)
	}
}

func TestAfterCloseNothingIsTakenAndTheWorldStaysReadable(t *testing.T) {
	db := open(t, villageFile(t), quick())
	before := db.World()
	closed(t, db)
	if err := db.Close(); err != nil {
		t.Errorf("second close: %v", err)
	}
	_, _, err := db.Do(group("Kookgroep"), domain.By{}, domain.Unchecked)
	wantError(t, err, ErrClosed)
	_, _, err = db.Redo(domain.By{}, domain.Unchecked)
	wantError(t, err, ErrClosed)
	_, err = db.Entry(1)
	wantError(t, err, ErrClosed)
	_, err = db.Position()
	wantError(t, err, ErrClosed)
	_, err = db.Verify()
	wantError(t, err, ErrClosed)
	wantError(t, db.Backup(filepath.Join(t.TempDir(), "b.db")), ErrClosed)
	sameWorld(t, db.World(), before)
}
