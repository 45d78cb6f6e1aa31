//go:build unix

package cli_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/store"
	"zichtlijn/ui/scene/scenetest"
)

var sizes = flag.Bool("sizes", false, "run institutions of a real size, print seconds and megabytes")

// place is a folder in which the program runs.
type place struct {
	*testing.T
	dir string
}

// command is the program on the file of the place.
func (p place) command(args []string, out, said io.Writer) *exec.Cmd {
	c := exec.Command(program, append([]string{"--file", "a.db", "--date", domaintest.Today().String()}, args...)...)
	c.Dir = p.dir
	c.Env = []string{"HOME=" + p.dir, "USER=tester", "PATH=" + os.Getenv("PATH")}
	c.Stdout, c.Stderr = out, said
	return c
}

// run runs the program and returns what it printed. An exit code above 1 fails.
func (p place) run(args ...string) string {
	p.Helper()
	var out, said strings.Builder
	c := p.command(args, &out, &said)
	if err := c.Run(); err != nil && c.ProcessState.ExitCode() != 1 {
		p.Fatalf("%v: %v: %s", args, err, said.String())
	}
	return out.String()
}

// counted counts what is printed, which may be more than there is room for.
type counted int

func (c *counted) Write(b []byte) (int, error) {
	*c += counted(len(b))
	return len(b), nil
}

// measure prints what a command costs. It fails nothing: a busy machine is slow.
func (p place) measure(args ...string) {
	p.Helper()
	var out counted
	var said strings.Builder
	c, start := p.command(args, &out, &said), time.Now()
	if err := c.Start(); err != nil {
		p.Fatal(err)
	}
	ended, most := make(chan struct{}), make(chan string)
	go func() { most <- mostMemory(c.Process.Pid, ended) }()
	err := c.Wait()
	took := time.Since(start)
	close(ended)
	memory := <-most
	if err != nil && c.ProcessState.ExitCode() != 1 {
		p.Fatalf("%v: %v: %s", args, err, said.String())
	}
	p.Logf("%-62s %7.2f s, of the processor %7.2f s, %s, %10d bytes out",
		strings.Join(args, " "), took.Seconds(), (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), memory, out)
}

// mostMemory returns the highest memory of a process until it ended, where the system
// tells it. What Wait knows of it is no less than the test itself has.
func mostMemory(pid int, ended <-chan struct{}) string {
	most := "memory not known"
	for {
		status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		if _, after, ok := strings.Cut(string(status), "VmHWM:"); ok {
			line, _, _ := strings.Cut(after, "\n")
			most = strings.TrimSpace(line)
		}
		select {
		case <-ended:
			return most
		case <-time.After(5 * time.Millisecond):
		}
	}
}

func (p place) write(name string, content []byte) {
	p.Helper()
	if err := os.WriteFile(filepath.Join(p.dir, name), content, 0o600); err != nil {
		p.Fatal(err)
	}
}

// made is a World that is imported as a whole.
type made struct{ domain.World }

func (m made) Plan(domain.World) ([]domain.Change, error) { return domain.Creation(m.World), nil }

func (made) Verb() domain.Verb { return domain.VerbImport }

// fill makes the file of a World, as one import.
func (p place) fill(w domain.World) {
	p.Helper()
	db, err := store.Create(filepath.Join(p.dir, "a.db"), store.Options{Now: time.Now})
	if err != nil {
		p.Fatal(err)
	}
	if _, _, err := db.Do(made{w}, domain.By{}, domain.Unchecked); err != nil {
		p.Fatal(err)
	}
	if err := db.Close(); err != nil {
		p.Fatal(err)
	}
}

func TestOfThousandsThatTurnTheWorstAreListedAndAllAreCounted(t *testing.T) {
	p := place{t, t.TempDir()}
	p.fill(domaintest.Crowd(300, 310))
	const pairs = 300 * 299
	hide := []string{"group", "G1", "--visibility", "hidden", "--dry-run", "--format", "json"}
	for _, more := range [][]string{nil, {"--all"}} {
		out := p.run(append(hide, more...)...)
		var turned struct {
			Lost        []struct{ Viewer, Other string }
			Groups      []any
			LostCount   int
			GroupsCount int
			GainedCount int
		}
		if err := json.Unmarshal([]byte(out), &turned); err != nil {
			t.Fatal(err)
		}
		// Counselors go on to see everybody, and to be able to message them (G2).
		want := pairs - 75*299
		listed, groups := 200, 200
		if more != nil {
			listed, groups = want, 225
		}
		if turned.LostCount != want || turned.GainedCount != 0 || turned.GroupsCount != 225 || len(turned.Lost) != listed || len(turned.Groups) != groups {
			t.Errorf("%v: %d lost of which %d listed, %d gained, %d groups", more, turned.LostCount, len(turned.Lost), turned.GainedCount, len(turned.Groups))
		}
		if first := turned.Lost[0]; first.Viewer != "P000000" || first.Other != "P000001" {
			t.Errorf("the worst is %v, not of two clients", first)
		}
	}
	text := []string{"group", "G1", "--visibility", "hidden", "--dry-run"}
	few := p.run(text...)
	if n := strings.Count(few, "\n"); n > 80 || !strings.Contains(few, "en nog 67.225 veranderingen; met --all bij naam") {
		t.Errorf("%d lines: %s", n, few)
	}
	if all := p.run(append(text, "--all")...); strings.Count(all, "\n") < 67_275 || strings.Contains(all, "--all") {
		t.Errorf("with --all %d lines", strings.Count(all, "\n"))
	}
}

func TestAWayInWhichGroupsTurnIsSaidThoughItStandsBehindHundredsOfOthers(t *testing.T) {
	p := place{t, t.TempDir()}
	p.fill(domaintest.ParentsFirst(250, 60))
	told := p.run("group", "G1", "--visibility", "group-visible", "--dry-run")
	scenetest.Says(t, told, "en haar naam worden zichtbaar voor: Noor Berg 0 (P000000)", "en nog 260 keer voor anderen; met --all bij naam",
		"Een groepsbericht sturen aan de behandelaars van ‘Iedereen (G1)’ kan dan: Noor Berg 250 (P000250)", "en nog 10 keer voor anderen; met --all bij naam")
}

func TestACrowdThatSeesEachOtherIsShownByTheCommandLine(t *testing.T) {
	if !*sizes {
		t.Skip("run with -sizes")
	}
	for _, size := range []struct{ members, persons int }{{5_000, 100_000}, {45_000, 50_000}} {
		p := place{t, t.TempDir()}
		t.Logf("%d members among %d", size.members, size.persons)
		p.fill(domaintest.Crowd(size.members, size.persons))
		p.measure("check")
		p.measure("group", "G1", "--visibility", "hidden", "--dry-run")
		p.measure("group", "G1", "--visibility", "hidden", "--dry-run", "--format", "json")
		if size.members < 10_000 { // else it prints for minutes
			p.measure("group", "G1", "--visibility", "hidden", "--dry-run", "--all")
			p.measure("group", "G1", "--visibility", "hidden", "--dry-run", "--format", "json", "--all")
		}
	}
}

func TestAnImportOfARealSizeIsTakenBackAndRepeatedByTheCommandLine(t *testing.T) {
	if !*sizes {
		t.Skip("run with -sizes")
	}
	for _, n := range []int{1_000, 10_000} {
		p := place{t, t.TempDir()}
		t.Logf("%d persons", n)
		p.fill(domaintest.Institution(1, domaintest.Size{Persons: n, Groups: n / 10, Memberships: 5 * n, Relations: 3 * n, Agreements: 50}))
		p.measure("undo", "--reason", "proef")
		p.measure("redo", "--reason", "proef")
		out := p.run("export", "--format", "json")
		p.write("again.json", []byte(strings.ReplaceAll(out, `"givenName":"Noor"`, `"givenName":"Noortje"`)))
		p.measure("import", "again.json", "--reason", "proef")
		p.measure("check")
	}
}

func TestWhatIsToldOfALargeInstitutionIsWrittenByTheCommandLine(t *testing.T) {
	if !*sizes {
		t.Skip("run with -sizes")
	}
	p := place{t, t.TempDir()}
	p.fill(domaintest.Large())
	p.measure("page", "institution", "-o", "institution.html")
	p.measure("matrix")
	p.measure("matrix", "--plain")
	p.measure("picture", "matrix", "-o", "matrix.svg")
}
