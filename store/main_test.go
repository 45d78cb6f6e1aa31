package store

import (
	"crypto/rand"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

var long = flag.Bool("long", false, "run the long counts: 300 kills, thousands of power cuts and mutants, every version of every page")

// childFile names the file that a child process of the kill test edits.
const childFile = "ZICHTLIJN_STORE_TEST_FILE"

// childEdits is how many edits it makes; empty: until it is killed; childScenes: it does
// acts instead, until it is killed.
const (
	childEdits  = "ZICHTLIJN_STORE_TEST_EDITS"
	childScenes = "scenes"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(childFile); path != "" {
		child := editUntilKilled
		if os.Getenv(childEdits) == childScenes {
			child = rehearseUntilKilled
		}
		if err := child(path, os.Getenv(childEdits)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// times returns few, or many with -long.
func times(few, many int) int {
	if *long {
		return many
	}
	return few
}

// monday is the clock of most tests: it stands still at nine in the morning.
func monday() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }

func quick() Options {
	return Options{Now: monday, Random: rand.Reader, Owner: "lotte", PID: os.Getpid(), noSync: true}
}

// fresh creates a file in a directory of its own and closes it with the test.
func fresh(t testing.TB, o Options) *DB {
	t.Helper()
	db, err := Create(filepath.Join(t.TempDir(), "institution.db"), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func open(t testing.TB, path string, o Options) *DB {
	t.Helper()
	db, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func closed(t testing.TB, db *DB) string {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return db.Path()
}

// whole set-up as one command, as an import plans it.
type reading struct{ world domain.World }

func (reading) Verb() domain.Verb { return domain.VerbImport }

func (r reading) Plan(w domain.World) ([]domain.Change, error) { return domain.Creation(r.world), nil }

func do(t testing.TB, db *DB, cmd domain.Command) domain.Entry {
	t.Helper()
	_, e, err := db.Do(cmd, domain.By{Name: "Lotte"}, domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func group(name string) domain.Command { return domain.AddGroup{Group: domain.Group{Name: name}} }

// village is an institution of a few hundred records of every noun.
func village() domain.World {
	return domaintest.Institution(3, domaintest.Size{
		Persons: 60, Groups: 8, Memberships: 150, Relations: 90,
		Shifts: 6, AccessRoles: 5, Assignments: 5, Agreements: 5, Accepted: 3,
	})
}

// villageFile returns the path of a closed file with the village and some edits,
// undone and repeated ones among them.
func villageFile(t testing.TB) string {
	t.Helper()
	db := fresh(t, quick())
	do(t, db, reading{village()})
	for i := range 12 {
		do(t, db, group(fmt.Sprintf("Groep %d", i)))
	}
	for _, move := range []func(domain.By, domain.Check) (domain.World, domain.Entry, error){db.Undo, db.Undo, db.Redo} {
		if _, _, err := move(domain.By{Name: "Bao"}, domain.Unchecked); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 8 {
		do(t, db, domain.RemoveGroup{ID: domain.GroupID(fmt.Sprintf("G%d", i+9))})
	}
	return closed(t, db)
}

func sameWorld(t testing.TB, got, want domain.World) {
	t.Helper()
	if !reflect.DeepEqual(got.Records(), want.Records()) {
		t.Fatalf("the worlds differ")
	}
}

func entries(t testing.TB, db *DB) []domain.Entry {
	t.Helper()
	var out []domain.Entry
	for e, err := range db.Journal(1, 0) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, e)
	}
	return out
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func write(t testing.TB, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// used returns how much of a file bbolt uses; the rest is room to grow.
func used(t *testing.T, b []byte) int {
	t.Helper()
	m, _, err := newestMeta(b[:2*pageSize])
	if err != nil {
		t.Fatal(err)
	}
	return int(m.pages * m.pageSize)
}
