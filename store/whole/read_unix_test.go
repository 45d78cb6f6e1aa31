//go:build unix && !solaris && !illumos && !aix

package whole

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func TestOpeningNeverWaits(t *testing.T) {
	dir := t.TempDir()
	pipe, link, text := filepath.Join(dir, "pipe"), filepath.Join(dir, "link"), filepath.Join(dir, "text")
	if err := errors.Join(syscall.Mkfifo(pipe, 0o600), os.WriteFile(text, []byte("all"), 0o600), os.Symlink(text, link)); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{
		pipe: ErrIrregular, "/dev/zero": ErrIrregular, dir: syscall.EISDIR, filepath.Join(dir, "none"): os.ErrNotExist, text: nil, link: nil,
	} {
		answered := make(chan error, 1)
		go func() {
			f, err := Open(path)
			if err == nil {
				_, err = io.ReadAll(f)
				_ = f.Close()
			}
			answered <- err
		}()
		select {
		case err := <-answered:
			if !errors.Is(err, want) {
				t.Errorf("%s: %v", path, err)
			}
		case <-time.After(time.Minute):
			t.Fatalf("%s: it waits", path)
		}
	}
}
