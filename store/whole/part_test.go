package whole

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// childPath names the file that a child process of a test writes.
const childPath = "ZICHTLIJN_WHOLE_TEST_PATH"

func TestMain(m *testing.M) {
	if path := os.Getenv(childPath); path != "" {
		_ = Create(path, func(w io.Writer) error {
			_, err := io.WriteString(w, "half of the care data")
			_, _ = io.WriteString(os.Stdout, "half\n")
			time.Sleep(time.Hour)
			return err
		})
		return
	}
	os.Exit(m.Run())
}

// parts are the hidden files in dir.
func parts(t *testing.T, dir string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func nothing(io.Writer) error { return nil }

// TestWhatAKilledProgramLeftGoesAndWhatALivingOneWritesStays kills a program in the middle
// of a file.
func TestWhatAKilledProgramLeftGoesAndWhatALivingOneWritesStays(t *testing.T) {
	dir := t.TempDir()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childPath+"="+filepath.Join(dir, "export.json"))
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = child.Process.Kill() })
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "half\n" {
		t.Fatalf("the child says %q, %v", line, err)
	}
	left := parts(t, dir)
	if len(left) != 1 {
		t.Fatalf("while it writes: %v", left)
	}
	old := time.Now().AddDate(-1, 0, 0) // its age says nothing
	if err := os.Chtimes(left[0], old, old); err != nil {
		t.Fatal(err)
	}
	if err := Create(filepath.Join(dir, "other.json"), nothing); err != nil {
		t.Fatal(err)
	}
	if left := parts(t, dir); len(left) != 1 {
		t.Fatalf("the living one's is gone: %v", left)
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = child.Wait() // killed
	if left := parts(t, dir); len(left) != 1 {
		t.Fatalf("a kill cleans up: %v", left)
	}
	if err := Create(filepath.Join(dir, "third.json"), nothing); err != nil {
		t.Fatal(err)
	}
	if left := parts(t, dir); len(left) != 0 {
		t.Errorf("still there: %v", left)
	}
}

func TestASweepTakesOnlyWhatIsOurs(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{".notes.part", ".a.b12.part", "a.1.part", ".a.1.part.txt", "..1.part", ".a.json.1.new"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if runtime.GOOS != "windows" {
		err := errors.Join(os.WriteFile(filepath.Join(dir, ".a.2.part"), nil, 0o644), os.Chmod(filepath.Join(dir, ".a.2.part"), 0o644),
			os.Symlink(filepath.Join(dir, ".notes.part"), filepath.Join(dir, ".a.3.part")))
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, ".a.4.part"), 0o700); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadDir(dir)
	Sweep(dir)
	if after, _ := os.ReadDir(dir); len(after) != len(before) {
		t.Errorf("%v, and before %v", after, before)
	}
	if err := os.WriteFile(filepath.Join(dir, ".a.json.5.part"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	Sweep(dir)
	if after, _ := os.ReadDir(dir); len(after) != len(before) {
		t.Errorf("what is ours stays: %v", after)
	}
}

// together writes one name from several programs that all passed the first look, and
// returns how many got it.
func together(t *testing.T, path string, publish func(*Part) error) (won int) {
	t.Helper()
	const writers = 8
	errs := make([]error, writers)
	var ready, wait sync.WaitGroup
	ready.Add(writers)
	for i := range writers {
		wait.Go(func() {
			p, err := Begin(path)
			if err != nil {
				errs[i] = err
				ready.Done()
				return
			}
			defer p.Discard()
			_, err = io.WriteString(p, strings.Repeat(string(rune('a'+i)), 1000))
			ready.Done()
			ready.Wait()
			errs[i] = errors.Join(err, publish(p))
		})
	}
	wait.Wait()
	for _, err := range errs {
		switch {
		case err == nil:
			won++
		case !errors.Is(err, fs.ErrExist):
			t.Errorf("one that lost: %v", err)
		}
	}
	b, err := os.ReadFile(path)
	if err != nil || len(b) != 1000 || strings.Trim(string(b), string(b[0])) != "" {
		t.Errorf("%d bytes, %v", len(b), err)
	}
	if left := parts(t, filepath.Dir(path)); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	return won
}

func TestOfSeveralThatWriteOneNameAtOnceOneWins(t *testing.T) {
	for range 20 {
		if won := together(t, filepath.Join(t.TempDir(), "a.json"), (*Part).Publish); won != 1 {
			t.Fatalf("%d won", won)
		}
	}
}
