package cli_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"zichtlijn/store/folders"
	"zichtlijn/ui/cli"
	"zichtlijn/ui/prefs"
	"zichtlijn/ui/words"
)

// here calls the program in this process: a script says zichtlijn for it, and exec zichtlijn
// for a start, where what main wires matters, or what is said of a path, or who holds a file.
func here(ts *testscript.TestScript, neg bool, args []string) {
	a := calledHere(ts, args)
	if failed := a.code != 0; failed != neg {
		ts.Fatalf("%v ended with %d", args, a.code)
	}
}

// calledHere calls the program with the environment of a script and in its folder, as main
// does but for screens, the version and the keys.
func calledHere(ts *testscript.TestScript, args []string) answer {
	system := folders.System{OS: runtime.GOOS, Home: ts.Getenv("HOME"), Env: ts.Getenv}
	file, err := system.File()
	ts.Check(err)
	settings, err := system.Settings()
	ts.Check(err)
	seen, _ := system.Seen() // as main: where no folder is known, nothing is remembered
	chosen := prefs.Load(settings)
	a := run(cli.Program{
		Args: absolute(ts, args), File: file, Login: ts.Getenv("USER"), Theme: chosen.Theme,
		Language: chosen.LanguageOr(words.FromLocale(ts.Getenv("LC_ALL"), ts.Getenv("LC_MESSAGES"), ts.Getenv("LANG"))),
		Files:    realFiles{ts.MkAbs("."), seen}, Mapping: prefs.Mapping{Path: settings},
	})
	_, err = ts.Stdout().Write([]byte(a.out))
	ts.Check(err)
	_, err = ts.Stderr().Write([]byte(a.said))
	ts.Check(err)
	return a
}

// absolute returns arguments with full paths for what the program opens itself: what is
// in the folder of the script, and what is made there. realFiles opens what stands behind --file.
func absolute(ts *testscript.TestScript, args []string) []string {
	args = slices.Clone(args)
	for i, arg := range args {
		before := ""
		if i > 0 {
			before = args[i-1]
		}
		if before == "--file" || arg == "" || strings.HasPrefix(arg, "-") {
			continue
		}
		_, err := os.Lstat(ts.MkAbs(arg))
		if err == nil || slices.Contains([]string{"-o", "--output", "--key", "--rejects"}, before) {
			args[i] = ts.MkAbs(arg)
		}
	}
	return args
}

// exits calls a command that must end with the given code; exec before it starts it. What
// fails says so in one line on stderr; the demonstration may announce itself before.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var got int
	var said string
	if args[1] == "exec" {
		got = codeOf(ts, args[2:])
		said = ts.ReadFile("stderr")
	} else {
		a := calledHere(ts, args[2:])
		got, said = a.code, a.said
	}
	if got != want {
		ts.Fatalf("%v ended with %d, not %d\n%s", args[1:], got, want, said)
	}
	said = strings.TrimPrefix(said, "Demonstratie: dit is een kopie en niets wordt bewaard.\n")
	said = strings.TrimPrefix(said, "Demonstration: this is a copy and nothing is kept.\n")
	silent := want == 1 && said == "" // done: what needs attention stands on stdout
	if !silent && strings.Count(said, "\n") != 1 || strings.Contains(said, "goroutine") {
		ts.Fatalf("%v said on stderr, not in one line:\n%s", args[1:], said)
	}
}

// codeOf starts a command and returns the code that it ended with.
func codeOf(ts *testscript.TestScript, args []string) int {
	err := ts.Exec(args[0], args[1:]...)
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		return ended.ExitCode()
	}
	ts.Check(err)
	return 0
}

// TestEveryScriptStartsTheProgram keeps main, which calls in this process pass by, in what
// each script is about.
func TestEveryScriptStartsTheProgram(t *testing.T) {
	t.Parallel()
	scripts, err := filepath.Glob(filepath.Join("testdata", "script", "*.txtar"))
	if err != nil || len(scripts) == 0 {
		t.Fatal(scripts, err)
	}
	for _, path := range scripts {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if script, _, _ := strings.Cut(string(b), "\n-- "); !strings.Contains(script, "exec zichtlijn ") {
			t.Errorf("%s starts the program nowhere", path)
		}
	}
}
