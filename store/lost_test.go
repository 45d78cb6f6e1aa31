package store

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"testing"
)

// copied is the path of a file of two days, so that there is a copy beside it.
func copied(t *testing.T) (path string) {
	t.Helper()
	o := quick()
	db := fresh(t, o)
	do(t, db, group("Kookgroep"))
	db.options.Now = tomorrow
	do(t, db, group("Muziek"))
	return closed(t, db)
}

func TestOfAFileOfWhichNothingIsLeftTheCopyIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		harm func(path string, b []byte) error
		want error
	}{
		"removed":   {func(path string, _ []byte) error { return os.Remove(path) }, ErrNoFile},
		"0 bytes":   {func(path string, _ []byte) error { return os.WriteFile(path, nil, 0o600) }, ErrEmpty},
		"head gone": {func(path string, b []byte) error { clear(b[:2*pageSize]); return os.WriteFile(path, b, 0o600) }, ErrForeign},
	} {
		path := copied(t)
		if err := c.harm(path, read(t, path)); err != nil {
			t.Fatal(err)
		}
		_, opened := Open(path, quick())
		_, verified := Verify(path, quick())
		for _, err := range []error{opened, verified} {
			var lost *LostError
			if !errors.As(err, &lost) || !errors.Is(err, c.want) {
				t.Fatalf("%s: %v", name, err)
			}
			if _, err := os.Stat(lost.Copy); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func TestWhatTheSystemRefusesIsNoDamage(t *testing.T) {
	path := copied(t)
	for _, refused := range []error{syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM, syscall.EIO} {
		o := quick()
		o.openFile = func(path string, _ int, _ fs.FileMode) (*os.File, error) {
			return nil, &fs.PathError{Op: "open", Path: path, Err: refused}
		}
		_, err := Open(path, o)
		if !errors.Is(err, refused) || errors.Is(err, ErrDamaged) {
			t.Errorf("%v: %v", refused, err)
		}
	}
	// A descriptor that can not be read stands for a disk that does not answer.
	o := Options{Now: monday, ReadOnly: true}
	o.openFile = func(path string, _ int, mode fs.FileMode) (*os.File, error) {
		return os.OpenFile(path, os.O_WRONLY, mode)
	}
	if _, err := Open(path, o); err == nil || errors.Is(err, ErrDamaged) {
		t.Errorf("unreadable: %v", err)
	}
}
