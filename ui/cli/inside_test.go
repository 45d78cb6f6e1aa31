package cli_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/store"
	demonstration "zichtlijn/store/demo"
	"zichtlijn/ui/cli"
	"zichtlijn/ui/prefs"
	"zichtlijn/ui/words"
)

// answer is what one call of the program said and how it ended.
type answer struct {
	out, said string
	code      int
}

// inside calls the program in this process, on real files: a start of its own costs
// more than nearly all that a command does. What main hands in, the scripts hold.
func inside(args ...string) answer {
	return run(cli.Program{
		Args: args, Language: words.Dutch, Files: realFiles{}, Login: "tester", Mapping: prefs.Mapping{Path: settingsFile},
	})
}

// run calls a program that lacks the clock, randomness and where to write.
func run(p cli.Program) answer {
	syscall.ForkLock.RLock() // a process that begins meanwhile holds the locks of our files until it has become another
	defer syscall.ForkLock.RUnlock()
	var out, said bytes.Buffer
	p.Out, p.Err, p.Now, p.Random = &out, &said, time.Now, rand.Reader
	code := cli.Run(p)
	return answer{out.String(), said.String(), code}
}

// started starts the program.
func started(t *testing.T, args ...string) answer {
	t.Helper()
	var out, said bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=", "LC_MESSAGES=", "LANG=", "USER=tester", "XDG_CONFIG_HOME="+t.TempDir())
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	return answer{out.String(), said.String(), cmd.ProcessState.ExitCode()}
}

// settingsFile is where a call keeps the columns that it learnt: in the folder it is in.
const settingsFile = ".settings.toml"

// realFiles opens stores as main does, with paths from a folder: this process has one that
// is no script's. Empty: from the one that this process is in.
type realFiles struct{ folder, seen string }

var _ cli.Files = realFiles{}

func (f realFiles) options() store.Options {
	return store.Options{Now: time.Now, Random: rand.Reader, Seen: f.seen, Owner: "tester", PID: os.Getpid()}
}

func (f realFiles) at(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(f.folder, path)
}

func (f realFiles) Open(path string, readOnly bool) (cli.Store, error) {
	o := f.options()
	o.ReadOnly = readOnly
	return asStore(store.Open(f.at(path), o))
}

func (f realFiles) Create(path string) (cli.Store, error) {
	return asStore(store.Create(f.at(path), f.options()))
}

func (f realFiles) Discard(path string) error { return os.Remove(f.at(path)) }

func (f realFiles) Demo(by domain.By) (cli.Store, error) {
	return asStore(demonstration.Open(f.options(), by))
}

func (f realFiles) Verify(path string) (store.Report, error) {
	return store.Verify(f.at(path), f.options())
}

func (f realFiles) Accept(path string) (store.Report, error) {
	return store.Accept(f.at(path), f.options())
}

// asStore returns no store beside an error: a nil pointer would be one.
func asStore[S cli.Store](s S, err error) (cli.Store, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}

// TestACallInThisProcessSaysWhatTheProgramSays is why the tests that look at many commands
// need not start it for each.
func TestACallInThisProcessSaysWhatTheProgramSays(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"--help"}, {"__complete", ""}, {"__complete", "rehearse", ""}, {"group", "add", "--help", "--lang", "en"},
		{"--demo", "matrix", "--plain"}, {"--demo", "--format", "json", "show", "P15"}, {"--demo", "check"}, {"--demo", "undo"}, {"shw"},
	} {
		if got, want := inside(args...), started(t, args...); got != want {
			t.Errorf("%v:\n%v\nand as a program:\n%v", args, got, want)
		}
	}
}
