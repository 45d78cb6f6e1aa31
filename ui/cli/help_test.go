package cli_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// said returns what a call writes to stdout, which must succeed.
func said(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command(program, args...).Output()
	if err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	return string(out)
}

// commands walks the commands as a shell finds them, each as it is typed, the whole program first.
func commands(t *testing.T, under ...string) [][]string {
	out := [][]string{under}
	for line := range strings.Lines(said(t, append(append([]string{"__complete"}, under...), "")...)) {
		name, _, described := strings.Cut(line, "\t")
		if described && len(under) < 2 {
			out = append(out, commands(t, append(slices.Clone(under), name)...)...)
		}
	}
	return out
}

// section returns the lines under a heading of a page of help.
func section(page, heading string) []string {
	_, after, _ := strings.Cut(page, "\n"+heading+":\n")
	lines, _, _ := strings.Cut(after, "\n\n")
	if lines == "" {
		return nil
	}
	return strings.Split(lines, "\n")
}

// phrase splits a line as a shell does that knows only double quotation marks.
func phrase(line string) []string {
	var out []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			out = append(out, part)
		} else {
			out = append(out, strings.Fields(part)...)
		}
	}
	return out
}

// TestEveryExampleWorks runs each example of each command's help on the demonstration.
func TestEveryExampleWorks(t *testing.T) {
	for _, command := range commands(t) {
		t.Run(strings.Join(command, " "), func(t *testing.T) {
			t.Parallel()
			dutch := said(t, append(command, "--help", "--lang", "nl")...)
			english := said(t, append(command, "--help", "--lang", "en")...)
			examples := section(dutch, "Voorbeelden")
			if n := len(examples); n < 2 || n > 3 || n != len(section(english, "Examples")) {
				t.Errorf("%d examples, in English %d", n, len(section(english, "Examples")))
			}
			if paragraphs := strings.Split(dutch, "\n\n"); strings.HasPrefix(paragraphs[1], "Gebruik:") {
				t.Error("no paragraph explains it")
			}
			for _, example := range append(examples, section(english, "Examples")[0]) {
				works(t, strings.Join(command, " "), example)
			}
		})
	}
}

// refused are the commands for which the demonstration has nothing: nothing to take back, and everything is in use.
var refused = []string{"undo", "redo", "person remove", "type remove"}

// works runs an example of a command on the demonstration, with the files that examples name. Where a signal is reopened
// it is accepted before, in a file.
func works(t *testing.T, command, example string) {
	t.Helper()
	dir := t.TempDir()
	run := func(args ...string) int {
		cmd := exec.Command(program, args...)
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir)
		err := cmd.Run()
		if ended := (*exec.ExitError)(nil); err != nil && !errors.As(err, &ended) {
			t.Fatal(err)
		}
		return cmd.ProcessState.ExitCode()
	}
	args := phrase(strings.TrimPrefix(example, "  zichtlijn"))
	on := []string{"--demo=true"}
	switch {
	case command == "diff":
		run("--demo", "export", "-o", "setup.json")
		run("--demo", "backup", "copy.db")
	case strings.Contains(example, "setup.json"):
		run("--demo", "export", "-o", "setup.json")
	case strings.Contains(example, "copy.db"):
		run("--demo", "backup", "copy.db")
	case command == "signal reopen":
		on = []string{"--file", "demo.db"}
		run("--demo", "export", "-o", "demo.json")
		run(append(on, "import", "demo.json")...)
		run(append(on, "signal", "accept", args[2], args[3], "--reason", "x")...)
	case strings.HasPrefix(command, "mapping"):
		if err := os.WriteFile(filepath.Join(dir, "lijst.csv"), []byte("Cl.nr;naam;rol\n5;An Bos;client\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		run("--demo", "import", "lijst.csv", "--column", "Cl.nr=nummer")
		run("--demo", "mapping", "export", "-o", "koppen.json")
	case strings.HasPrefix(command, "rehearse"):
		on = []string{"--file", "demo.db"}
		run("--demo", "export", "-o", "demo.json")
		run(append(on, "import", "demo.json")...)
		run(append(on, "rehearse", "run", "group-visible", "--scene", "in")...)
		run(append(on, "rehearse", "export", "in", "-o", "in.scene")...)
		run(append(on, "rehearse", "drop", "in")...)
		run(append(on, "rehearse", "run", "group-visible", "--scene", "dinsdag")...)
		run(append(on, "rehearse", "send", "--as", "P15", "--group", "G5", "Hoi")...)
		run(append(on, "rehearse", "assign", "--as", "P12", "--group", "G5", "--programme", "Slapen")...)
	case slices.Equal(args, []string{"--demo"}), command == "stage":
		return // opens a screen
	}
	want := 0
	switch {
	case command == "check" || command == "rehearse do" && strings.Contains(example, "members-visible"): // an agreement is broken there
		want = 1
	case slices.Contains(refused, command):
		want = 3
	}
	if got := run(append(on, args...)...); got != want {
		t.Errorf("%s: ended with %d, not %d", example, got, want)
	}
}

func TestHelpNamesEveryCommand(t *testing.T) {
	for language, list := range map[string]string{"nl": said(t, "--help", "--lang", "nl"), "en": said(t, "--help", "--lang", "en")} {
		for _, command := range commands(t) {
			if len(command) == 1 && !strings.Contains(list, "\n  "+command[0]+" ") && !strings.Contains(list, " ("+command[0]+") ") {
				t.Errorf("%s: %s is missing", language, command[0])
			}
		}
	}
}
