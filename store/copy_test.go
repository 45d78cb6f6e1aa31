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
	days, err := copies(db.Path())
	if err != nil || len(days) != copiesKept || days[0] != domain.DateOf(day) {
		t.Fatalf("%v, %v", days, err)
	}
	newest := open(t, copyPath(db.Path(), days[0]), o)
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
	litter := filepath.Join(dir, "."+name+".2026-03-01.copy.123.part")
	write(t, litter, []byte("half"))
	others := filepath.Join(dir, "."+name+".notes.part")
	write(t, others, []byte("not ours"))
	open(t, path, quick())
	if _, err := os.Lstat(litter); err == nil {
		t.Error("still there")
	}
	if _, err := os.Lstat(others); err != nil {
		t.Error("took what is not ours")
	}
}
