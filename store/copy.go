package store

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

// copiesKept is how many copies stay beside a file: seven days of work.
const copiesKept = 7

const copyEnd = ".copy"

// copyPath names the copy of a day: institution.db.2026-03-02.copy.
func copyPath(path string, day domain.Date) string { return path + "." + day.String() + copyEnd }

// Backup writes a consistent copy of the file to path, which must not exist. The
// copy is read back and checked before it gets its name. Errors: ErrExists,
// ErrBarred, ErrFull, ErrClosed, ErrStopped, DamagedError, or the system's.
func (db *DB) Backup(path string) error {
	db.writing.Lock()
	defer db.writing.Unlock()
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	return Named(db.copyTo(path, checkWhole))
}

// checkWhole returns nil if all of the file at path can be read and is right.
func checkWhole(path string) error {
	h, err := acquire(path, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	_, err = load(h.File)
	return errors.Join(err, h.Close())
}

// copyTo writes a copy under another name, syncs and checks it, and only then gives
// it the name path.
func (db *DB) copyTo(path string, check func(path string) error) error {
	dir := filepath.Dir(path)
	temp, err := os.CreateTemp(dir, "."+filepath.Base(path)+".*"+partEnd) // mode 0600
	if err != nil {
		return err
	}
	err = db.view(func(tx *bolt.Tx) error {
		to := errorKeeper{to: temp}
		_, err := tx.WriteTo(&to)
		return cmp.Or(to.err, err)
	})
	if err == nil {
		err = temp.Sync()
	}
	if err = errors.Join(err, temp.Close()); err == nil {
		err = check(temp.Name())
	}
	if err == nil {
		err = publish(temp.Name(), path)
	}
	if err != nil {
		_ = os.Remove(temp.Name())
		return err
	}
	return syncDir(dir)
}

// errorKeeper keeps the error of a write: bbolt quotes it without wrapping it, and
// a full disk must be recognised (ErrFull).
type errorKeeper struct {
	to  io.Writer
	err error
}

func (f *errorKeeper) Write(p []byte) (int, error) {
	n, err := f.to.Write(p)
	f.err = cmp.Or(f.err, err)
	return n, err
}

const partEnd = ".part"

// removeUnfinishedCopies removes the files that programs left beside path that were
// killed while copying. The lock on path must be held, so that nobody is copying.
func removeUnfinishedCopies(path string) {
	dir := filepath.Dir(path)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return // nothing to remove, or not for us
	}
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), "."+filepath.Base(path)+".")
		day, _, _ := strings.Cut(rest, copyEnd)
		if _, err := domain.ParseDate(day); ours && err == nil && strings.HasSuffix(rest, partEnd) {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// keepCopy copies the file as it is before the first edit of a day. It tries once a
// day and keeps an error for CopyError. writing is held.
func (db *DB) keepCopy(today domain.Date) {
	if db.copied == today || db.head == 0 || db.options.Scratch {
		return
	}
	db.copied = today
	err := db.copyTo(copyPath(db.path, today), func(string) error { return nil })
	if errors.Is(err, ErrExists) {
		err = nil // an earlier start of the program kept it
	}
	if err == nil {
		err = dropOldCopies(db.path)
	}
	db.mu.Lock()
	defer db.mu.Unlock()
	db.copyErr = Named(err)
}

// copies returns the days of the copies beside path, newest first.
func copies(path string) ([]domain.Date, error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	var days []domain.Date
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), filepath.Base(path)+".")
		text, isCopy := strings.CutSuffix(rest, copyEnd)
		if day, err := domain.ParseDate(text); ours && isCopy && err == nil && e.Type().IsRegular() {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	slices.Reverse(days)
	return days, nil
}

func dropOldCopies(path string) error {
	days, err := copies(path)
	if err != nil {
		return err
	}
	for _, day := range days[min(len(days), copiesKept):] {
		if e := os.Remove(copyPath(path, day)); e != nil && !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	return err
}

// NewestCopy returns the path of the newest copy beside the file at path that can
// be read in full; empty when there is none. The file itself need not exist.
func NewestCopy(path string) string {
	days, err := copies(path)
	if err != nil {
		return ""
	}
	for _, day := range days {
		if at := copyPath(path, day); checkWhole(at) == nil {
			return at
		}
	}
	return ""
}

// withCopy adds the newest good copy to an error about a file that is damaged, or of which
// nothing is left: absent, empty, or with its head wiped. A disk that failed while the
// file was read says nothing about the file, so no copy is to take its place.
func withCopy(path string, err error) error {
	var d *DamagedError
	switch {
	case errors.As(err, &d):
		if d.Reason != DamageUnsteady {
			d.Copy = NewestCopy(path)
		}
	case errors.Is(err, ErrNoFile), errors.Is(err, ErrEmpty), errors.Is(err, ErrForeign):
		if at := NewestCopy(path); at != "" {
			return &LostError{Copy: at, Cause: err}
		}
	}
	return err
}
