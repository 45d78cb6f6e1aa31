//go:build unix && !solaris && !illumos && !aix

package store

import (
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"
)

func TestWhatOthersMayReadOrOwnIsSaidAtTheOpening(t *testing.T) {
	path := villageFile(t)
	dir := filepath.Dir(path)
	for _, c := range []struct {
		file, folder os.FileMode
		want         []Exposure
	}{
		{0o600, 0o700, nil},
		{0o600, 0o711, nil}, // one may go through it, and see nothing
		{0o644, 0o700, []Exposure{{Path: path}}},
		{0o640, 0o755, []Exposure{{Path: path}, {Path: dir, Folder: true}}},
		{0o600, 0o777, []Exposure{{Path: dir, Folder: true}}},
		{0o600, 0o777 | os.ModeSticky, []Exposure{{Path: dir, Folder: true, Foreign: true}}},
	} {
		if err := os.Chmod(path, c.file); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(dir, c.folder); err != nil {
			t.Fatal(err)
		}
		for _, readOnly := range []bool{false, true} {
			o := quick()
			o.ReadOnly = readOnly
			db := open(t, path, o)
			if got := db.Opening().Exposed; !slices.Equal(got, c.want) {
				t.Errorf("%v in %v: %+v", c.file, c.folder, got)
			}
			closed(t, db)
		}
	}
}

func TestWhatAnotherUserOwnsIsForeign(t *testing.T) {
	path := villageFile(t)
	if os.Chown(path, os.Geteuid()+1, -1) != nil {
		t.Skip("only an administrator can give a file away")
	}
	if err := os.Chmod(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if got := open(t, path, quick()).Opening().Exposed; !slices.Equal(got, []Exposure{{Path: path, Foreign: true}}) {
		t.Errorf("%+v", got)
	}
}

func TestAPipeInThePlaceOfTheNoteHoldsNobody(t *testing.T) {
	path := villageFile(t)
	open(t, path, quick())
	if err := os.Remove(notePath(path)); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(notePath(path), 0o600); err != nil {
		t.Fatal(err)
	}
	answered := make(chan error, 1)
	go func() {
		_, err := Open(path, quick())
		answered <- err
	}()
	select {
	case err := <-answered:
		wantError(t, err, ErrLocked)
	case <-time.After(time.Minute):
		t.Fatal("it waits")
	}
}
