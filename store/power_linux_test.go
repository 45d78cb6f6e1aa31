//go:build !race

package store

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"zichtlijn/domain"
)

// TestAPowerCutInWhatTheSystemWasAskedLeavesTheFileAsBeforeOrAfter records with strace what
// a program that edits asks of the disk, and in which order it says that entries are
// saved; so it holds as well that the syncs are there.
func TestAPowerCutInWhatTheSystemWasAskedLeavesTheFileAsBeforeOrAfter(t *testing.T) {
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace is not installed")
	}
	edits := times(5, 60)
	path := villageFile(t)
	r := run{file: read(t, path), worlds: map[domain.Seq]domain.Records{}}
	log := filepath.Join(t.TempDir(), "log")
	child := exec.Command("strace", "-f", "-y", "-xx", "-s", "4194304", "-e", "signal=none",
		"-e", "trace=pwrite64,fdatasync,fsync,ftruncate,write", "-o", log, os.Args[0])
	child.Env = append(os.Environ(), childFile+"="+path, childEdits+"="+strconv.Itoa(edits))
	if out, err := child.CombinedOutput(); err != nil {
		if strings.Contains(string(out), "ptrace") {
			t.Skip("nothing may be traced here")
		}
		t.Fatalf("%v: %.300s", err, out)
	}
	db := open(t, path, quick())
	after := entries(t, db)
	first := db.Head() - domain.Seq(edits)
	w := domain.World{}
	for i, e := range after {
		var err error
		if w, err = w.With(e.Changes...); err != nil {
			t.Fatal(err)
		}
		if seq := domain.Seq(i) + 1; seq >= first {
			r.worlds[seq] = w.Records()
		}
	}
	r.events = append([]diskEvent{{kind: acknowledged, seq: first}}, traced(t, log, path)...)
	synced, said := 0, 0
	for _, e := range r.events[1:] {
		switch e.kind {
		case diskSync:
			synced++
		case acknowledged:
			said++
		}
	}
	if said != edits || synced < 2*edits {
		t.Fatalf("%d entries were acknowledged after %d syncs", said, synced)
	}
	r.losesNothing(t, times(2, 12))
}

var call = regexp.MustCompile(`^\d+ +(\w+)\((\d+)<([^>]*)>(?:, "([^"]*)")?(?:, (\d+))?(?:, (\d+))?`)

// traced reads from a log what concerns the file at path, and the acknowledgements.
func traced(t *testing.T, log, path string) []diskEvent {
	t.Helper()
	f, err := os.Open(log)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var out []diskEvent
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		m := call.FindStringSubmatch(lines.Text())
		if m == nil {
			continue
		}
		if m[1] == "write" && m[2] == "1" {
			seq, err := strconv.ParseUint(strings.TrimSpace(unhex(t, m[4])), 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, diskEvent{kind: acknowledged, seq: domain.Seq(seq)})
		}
		if unhex(t, m[3]) != path {
			continue
		}
		switch m[1] {
		case "pwrite64":
			at, err := strconv.ParseInt(m[6], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, diskEvent{at: at, data: []byte(unhex(t, m[4]))})
		case "ftruncate":
			size, err := strconv.ParseInt(m[5], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, diskEvent{kind: diskResize, at: size})
		case "fdatasync", "fsync":
			out = append(out, diskEvent{kind: diskSync})
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// unhex reads \x41\x42.
func unhex(t *testing.T, s string) string {
	t.Helper()
	out, err := strconv.Unquote(`"` + s + `"`)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
