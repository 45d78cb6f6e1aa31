package cli_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"zichtlijn/store"
)

// program is the whole of zichtlijn, built once for all tests here.
var program string

func TestMain(m *testing.M) {
	debug.SetGCPercent(400) // much is made and little kept
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "zichtlijn-cli-test-*")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		name := "zichtlijn"
		if runtime.GOOS == "windows" {
			name += ".exe"
		}
		program = filepath.Join(dir, name)
		build := exec.Command("go", "build", "-ldflags=-s -w", "-o", program, "zichtlijn") // nobody debugs it: a quarter less to link
		build.Stderr = os.Stderr
		if err := build.Run(); err != nil {
			return 1
		}
		return m.Run()
	}())
}

// TestTheCommandLineKeepsItsContract runs the scripts, one per command and one
// per exit code. What they call in this process must write nothing where it is.
func TestTheCommandLineKeepsItsContract(t *testing.T) {
	before := namesIn(t, ".")
	t.Cleanup(func() {
		for _, name := range namesIn(t, ".") {
			if !slices.Contains(before, name) {
				t.Errorf("a script wrote %s outside its folder", name)
			}
		}
	})
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(e *testscript.Env) error {
			if err := os.Chmod(e.WorkDir, 0o700); err != nil { // else every command says who may look into it
				return err
			}
			e.Setenv("PATH", filepath.Dir(program)+string(os.PathListSeparator)+e.Getenv("PATH"))
			e.Setenv("USER", "tester")
			e.Setenv("LANG", "")
			e.Setenv("GOMAXPROCS", "1") // scripts run beside each other: a start with one processor costs a quarter less
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, ".data"))
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(e.WorkDir, ".config"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "zichtlijn": here, "hold": hold, "damage": damage, "private": private, "empty": empty,
		},
	})
}

// hold keeps a file open in this process, as another program would.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	db, err := store.Open(ts.MkAbs(args[0]), store.Options{Now: time.Now, Owner: "anna", PID: os.Getpid()})
	ts.Check(err)
	ts.Defer(func() { ts.Check(db.Close()) })
}

// damage turns one bit of every page of a file but the first two, by which it is
// known as ours.
func damage(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	for at := 2*4096 + 64; at < len(b); at += 4096 {
		b[at] ^= 4
	}
	ts.Check(os.WriteFile(path, b, 0o600))
}

// private checks that nobody but the owner may look into a file or folder.
func private(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if info.Mode().Perm()&0o077 != 0 {
		ts.Fatalf("%s has mode %v", args[0], info.Mode())
	}
}

func namesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// empty checks that a folder has nothing in it.
func empty(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, e := range entries {
		ts.Fatalf("%s still holds %s", args[0], e.Name())
	}
}
