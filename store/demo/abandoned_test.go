package demo_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/demo"
)

// inTemp makes the system's temporary folder one of the test's own.
func inTemp(t *testing.T) string {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	return dir
}

// folder makes a folder with one file in it.
func folder(t *testing.T, dir, name, file string, mode fs.FileMode) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := errors.Join(os.Mkdir(path, 0o700), os.WriteFile(filepath.Join(path, file), []byte("x"), 0o600), os.Chmod(path, mode)); err != nil {
		t.Fatal(err)
	}
}

// start opens and closes a demonstration at a moment.
func start(t *testing.T, at time.Time) {
	t.Helper()
	db, err := demo.Open(store.Options{Now: func() time.Time { return at }}, domain.By{})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}

func there(t *testing.T, path string, want bool) {
	t.Helper()
	if _, err := os.Stat(path); (err == nil) != want {
		t.Errorf("%s is there: %t, not %t", filepath.Base(path), err == nil, want)
	}
}

func TestWhatKilledDemonstrationsLeftIsRemovedAtTheNextStart(t *testing.T) {
	dir := inTemp(t)
	folder(t, dir, "zichtlijn-demo-1", "zichtlijn.db", 0o700)
	if err := os.WriteFile(filepath.Join(dir, "zichtlijn-demo-1", "zichtlijn.db.lock"), []byte(`{"pid":1}`), 0o600); err != nil {
		t.Fatal(err)
	}
	folder(t, dir, "zichtlijn-demo-2", ".zichtlijn.db.123.new", 0o700)
	start(t, time.Now())
	there(t, filepath.Join(dir, "zichtlijn-demo-1"), false)
	there(t, filepath.Join(dir, "zichtlijn-demo-2"), true) // it may be one that is just being set up
	start(t, time.Now().Add(2*time.Hour))
	there(t, filepath.Join(dir, "zichtlijn-demo-2"), false)
}

func TestADemonstrationThatIsOpenIsLeftAlone(t *testing.T) {
	inTemp(t)
	db, err := demo.Open(store.Options{Now: time.Now}, domain.By{})
	if err != nil {
		t.Fatal(err)
	}
	start(t, time.Now().Add(48*time.Hour))
	there(t, db.Path(), true)
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}

func TestOnlyFoldersOfDemonstrationsAreRemoved(t *testing.T) {
	dir, elsewhere := inTemp(t), t.TempDir()
	folder(t, dir, "zichtlijn-demo-work", "report.txt", 0o700)
	folder(t, dir, "someone", "zichtlijn.db", 0o700)
	kept := []string{"zichtlijn-demo-work", "someone"}
	if err := os.Symlink(elsewhere, filepath.Join(dir, "zichtlijn-demo-link")); err == nil {
		kept = append(kept, "zichtlijn-demo-link")
		folder(t, dir, "zichtlijn-demo-open", "zichtlijn.db", 0o755) // links and modes go together
		kept = append(kept, "zichtlijn-demo-open")
	}
	start(t, time.Now().Add(48*time.Hour))
	for _, name := range kept {
		there(t, filepath.Join(dir, name), true)
	}
	there(t, elsewhere, true)
}
