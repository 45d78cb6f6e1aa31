package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

func tomorrow() time.Time { return monday().AddDate(0, 0, 1) }

func TestABackupHoldsWhatTheFileHolds(t *testing.T) {
	db := open(t, villageFile(t), quick())
	to := filepath.Join(t.TempDir(), "backup.db")
	if err := db.Backup(to); err != nil {
		t.Fatal(err)
	}
	wantError(t, db.Backup(to), ErrExists)
	want, err := db.Verify()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Verify(to, quick())
	if err != nil || got.Head != want.Head || got.Entries != want.Entries {
		t.Fatalf("%+v, %v", got, err)
	}
	copied := open(t, to, quick())
	sameWorld(t, copied.World(), db.World())
	do(t, copied, group("Alleen hier"))
	if _, err := copied.Verify(); err != nil {
		t.Error(err)
	}
}

func TestABackupOnAFullDiskSaysThatItIsFull(t *testing.T) {
	db := open(t, villageFile(t), quick())
	for room := range 3 { // bbolt copies two pages by itself, and then the rest
		to := errorKeeper{to: &tight{room: room}}
		err := db.view(func(tx *bolt.Tx) error {
			_, err := tx.WriteTo(&to)
			return err
		})
		if err == nil || !isFull(to.err) {
			t.Errorf("room for %d: %v, and kept %v", room, err, to.err)
		}
		wantError(t, Named(to.err), ErrFull)
	}
}

// tight is a disk with room for a few writes.
type tight struct{ room int }

func (d *tight) Write(p []byte) (int, error) {
	if d.room--; d.room < 0 {
		return 0, syscall.ENOSPC
	}
	return len(p), nil
}

func TestABackupIntoNowhereLeavesNothing(t *testing.T) {
	db := open(t, villageFile(t), quick())
	if err := db.Backup(filepath.Join(t.TempDir(), "none", "backup.db")); err == nil {
		t.Error("no error")
	}
	do(t, db, group("Kookgroep"))
}

func TestTheFirstEditOfADayKeepsACopyOfTheDayBeforeAndSevenRemain(t *testing.T) {
	o := quick()
	day := monday()
	o.Now = func() time.Time { return day }
	db := fresh(t, o)
	do(t, db, group("Groep 0"))
	var before []domain.World
	for i := range 10 {
		day = day.AddDate(0, 0, 1)
		before = append(before, db.World())
		do(t, db, group("Groep "+day.Format("2 January")))
		do(t, db, group("Ook op "+day.Format("2 January")))
		if err := db.CopyError(); err != nil {
			t.Fatalf("day %d: %v", i, err)
		}
	}
	kept, err := copies(db.Path(), nil)
	if err != nil || len(kept) != copiesKept || kept[0].path != copyPath(db.Path(), domain.DateOf(day)) {
		t.Fatalf("%v, %v", kept, err)
	}
	newest := open(t, kept[0].path, o)
	sameWorld(t, newest.World(), before[len(before)-1])
}

func TestAStartOnTheSameDayKeepsTheCopyThatIsThere(t *testing.T) {
	path := villageFile(t)
	o := quick()
	o.Now = tomorrow
	db := open(t, path, o)
	do(t, db, group("Kookgroep"))
	kept := read(t, copyPath(path, domain.DateOf(tomorrow())))
	db = open(t, closed(t, db), o)
	do(t, db, group("Muziek"))
	if err := db.CopyError(); err != nil || string(read(t, copyPath(path, domain.DateOf(tomorrow())))) != string(kept) {
		t.Errorf("the copy changed; %v", err)
	}
}

func TestAnEditIsSavedThoughItsCopyCouldNotBeKept(t *testing.T) {
	o := quick()
	db := fresh(t, o)
	do(t, db, group("Kookgroep"))
	// The file's own name fits, that of its copy is too long for any file system.
	was, renamed := db.path, filepath.Join(filepath.Dir(db.path), strings.Repeat("x", 250))
	if err := os.Link(was, renamed); err != nil {
		t.Fatal(err)
	}
	db.path = renamed
	do(t, db, group("Muziek"))
	if db.CopyError() == nil {
		t.Error("nobody is told")
	}
	db.path = was
	if got := open(t, closed(t, db), o).World().Count(domain.GroupNoun); got != 2 {
		t.Errorf("%d groups", got)
	}
}

func TestADamagedFileNamesTheNewestCopyThatIsWhole(t *testing.T) {
	path := villageFile(t)
	good := read(t, path)
	write(t, copyPath(path, domain.NewDate(2026, 3, 3)), good)
	write(t, copyPath(path, domain.NewDate(2026, 3, 4)), good[:used(t, good)/2])
	write(t, path, good[:used(t, good)-pageSize])
	_, err := Open(path, quick())
	var d *DamagedError
	if !errors.As(err, &d) || d.Copy != copyPath(path, domain.NewDate(2026, 3, 3)) {
		t.Fatalf("%v: %+v", err, d)
	}
}

func TestWhatAKilledProgramLeftWhileCopyingIsSweptUp(t *testing.T) {
	path := villageFile(t)
	dir, name := filepath.Dir(path), filepath.Base(path)
	var litter []string
	for _, half := range []string{"." + name + ".2026-03-01.copy.123.part", ".backup.db.456.part", ".export.json.7.part", "." + name + ".8.part"} {
		litter = append(litter, filepath.Join(dir, half))
		write(t, litter[len(litter)-1], []byte("half"))
	}
	others := filepath.Join(dir, "."+name+".notes.part")
	write(t, others, []byte("not ours"))
	open(t, path, quick())
	for _, half := range litter {
		if _, err := os.Lstat(half); err == nil {
			t.Errorf("still there: %s", half)
		}
	}
	if _, err := os.Lstat(others); err != nil {
		t.Error("took what is not ours")
	}
}

// daily makes an edit on each of some days, so that a copy is kept on each.
func daily(t *testing.T, days int) (*DB, *time.Time) {
	t.Helper()
	o, day := quick(), monday()
	o.Now = func() time.Time { return day }
	db := fresh(t, o)
	do(t, db, group("Groep 0"))
	for i := range days {
		day = day.AddDate(0, 0, 1)
		do(t, db, group("Groep "+day.Format("2 January")))
		if err := db.CopyError(); err != nil {
			t.Fatalf("day %d: %v", i, err)
		}
	}
	return db, &day
}

func TestTheNewestGoodCopyIsTheOneWithMostEntriesWhateverItsName(t *testing.T) {
	db, day := daily(t, 5)
	path := db.Path()
	newest := copyPath(path, domain.DateOf(*day))
	first := copyPath(path, domain.DateOf(monday().AddDate(0, 0, 1)))
	write(t, copyPath(path, domain.NewDate(2031, 1, 1)), read(t, first))
	write(t, copyPath(path, domain.NewDate(2031, 1, 2)), nil)
	stranger := fresh(t, quick())
	for i := range 20 {
		do(t, stranger, group("Vreemd "+string(rune('a'+i))))
	}
	write(t, copyPath(path, domain.NewDate(2031, 1, 3)), read(t, closed(t, stranger)))
	if got := NewestCopy(path); got != newest {
		t.Errorf("%s", filepath.Base(got))
	}
	b := read(t, closed(t, db))
	write(t, path, b[:used(t, b)-pageSize])
	_, err := Open(path, quick())
	var d *DamagedError
	if !errors.As(err, &d) || d.Copy != newest {
		t.Errorf("%v: %+v", err, d)
	}
}

func TestACopyIsVerifiedInFullBeforeItIsNamed(t *testing.T) {
	db, day := daily(t, 3)
	newest := copyPath(db.Path(), domain.DateOf(*day))
	rewritten(t, newest, func(tx *bolt.Tx) error { // opens, but its journal leads elsewhere
		payload, err := encoding.Marshal(domain.Group{ID: "G1", Name: "Anders"})
		if err != nil {
			return err
		}
		return tx.Bucket([]byte("group")).Put([]byte("G1"), seal("group", []byte("G1"), payload))
	})
	refitted(t, newest)
	closed(t, open(t, newest, quick()))
	if got := NewestCopy(db.Path()); got != copyPath(db.Path(), domain.DateOf(day.AddDate(0, 0, -1))) {
		t.Errorf("%s", filepath.Base(got))
	}
}

func TestAnEmptyOrForeignFileUnderTodaysNameDoesNotStopTodaysCopy(t *testing.T) {
	db, day := daily(t, 1)
	*day = day.AddDate(0, 0, 1)
	taken := copyPath(db.Path(), domain.DateOf(*day))
	write(t, taken, nil)
	before := db.World()
	do(t, db, group("Muziek"))
	if err := db.CopyError(); err != nil || len(read(t, taken)) != 0 {
		t.Fatalf("%v", err)
	}
	at := NewestCopy(db.Path())
	if at != db.Path()+"."+domain.DateOf(*day).String()+"-2"+copyEnd {
		t.Fatalf("%s", filepath.Base(at))
	}
	sameWorld(t, open(t, at, quick()).World(), before)
}

func TestDroppingOldCopiesNeverDropsTheNewest(t *testing.T) {
	db, _ := daily(t, 1)
	path := db.Path()
	old := read(t, NewestCopy(path))
	for i := range 9 { // of a workstation whose clock was years ahead
		write(t, copyPath(path, domain.NewDate(2031, 1, 1+i)), old)
	}
	db.options.Now = func() time.Time { return monday().AddDate(0, 0, 3) }
	before := db.World()
	do(t, db, group("Muziek"))
	if err := db.CopyError(); err != nil {
		t.Fatal(err)
	}
	newest := copyPath(path, domain.DateOf(monday().AddDate(0, 0, 3)))
	if got := NewestCopy(path); got != newest {
		t.Fatalf("%s", filepath.Base(got))
	}
	copied := open(t, newest, quick())
	sameWorld(t, copied.World(), before)
	closed(t, copied)
	if kept, err := copies(path, nil); err != nil || len(kept) != copiesKept {
		t.Errorf("%d, %v", len(kept), err)
	}
}
