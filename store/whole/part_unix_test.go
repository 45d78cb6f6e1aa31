//go:build unix && !solaris && !illumos && !aix

package whole

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestWhereThereAreNoLinksOneWinsToo(t *testing.T) {
	none := func(string, string) error { return &os.LinkError{Op: "link", Err: syscall.EPERM} }
	for range 20 {
		won := together(t, filepath.Join(t.TempDir(), "a.json"), func(p *Part) error {
			return p.named(func() error { return publishBy(none, p.Name(), p.path) })
		})
		if won != 1 {
			t.Fatalf("%d won", won)
		}
	}
}

func TestAFileThatIsThereIsSaidToBeThereThoughItsFolderIsNotConfirmed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "a.json")
	if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	p, err := Begin(path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Discard()
	if _, err := io.WriteString(p, "all"); err != nil {
		t.Fatal(err)
	}
	moved := filepath.Join(filepath.Dir(filepath.Dir(path)), "moved")
	err = p.named(func() error {
		// The folder goes between the name and its sync, as a stick that is pulled out.
		return errors.Join(publish(p.Name(), path), os.Rename(filepath.Dir(path), moved))
	})
	var unconfirmed *UnconfirmedError
	if !errors.As(err, &unconfirmed) {
		t.Fatalf("%v", err)
	}
	if b, err := os.ReadFile(filepath.Join(moved, "a.json")); err != nil || string(b) != "all" {
		t.Errorf("%q, %v", b, err)
	}
}
