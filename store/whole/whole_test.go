package whole_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"zichtlijn/store/whole"
)

func says(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func TestAFileIsForItsOwnerOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	if err := whole.Create(path, says("one")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

func TestCreatingNeverOverwritesAndReplacingDoes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	if err := whole.Create(path, says("one")); err != nil {
		t.Fatal(err)
	}
	if err := whole.Create(path, says("two")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a second create: %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "one" {
		t.Errorf("the file says %q", got)
	}
	if err := whole.Replace(path, says("three")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "three" {
		t.Errorf("the file says %q", got)
	}
}

func TestAFailureLeavesTheOldFileAndNothingElse(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	if err := whole.Create(path, says("one")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := whole.Replace(path, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half")
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "one" {
		t.Errorf("the file says %q", got)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}
