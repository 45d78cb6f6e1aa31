package store

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

// line is the model that the store must equal: the worlds of a history in order, and
// the current position.
type line struct {
	worlds []domain.World
	at     int
	saved  domain.Seq // entries written, undos and redos included
}

func (l *line) edited(w domain.World) {
	l.worlds = append(l.worlds[:l.at+1], w)
	l.at++
	l.saved++
}

func TestTheStoreIsAListOfWorldsThroughEditUndoRedoAndReopening(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := os.MkdirTemp("", "zichtlijn")
		if err != nil {
			rt.Fatal(err)
		}
		defer func() { _ = os.RemoveAll(dir) }()
		db, err := Create(dir+"/institution.db", quick())
		if err != nil {
			rt.Fatal(err)
		}
		defer func() { _ = db.Close() }()
		l := &line{worlds: []domain.World{{}}}
		if w := domaintest.Small(rt); w.Count(domain.PersonNoun) > 0 {
			do(t, db, reading{w})
			l.edited(w)
		}
		rt.Repeat(map[string]func(*rapid.T){
			"edit":   func(rt *rapid.T) { l.edit(rt, db) },
			"undo":   func(rt *rapid.T) { l.move(rt, db.Undo, -1, domain.NothingToUndo) },
			"redo":   func(rt *rapid.T) { l.move(rt, db.Redo, +1, domain.NothingToRedo) },
			"reopen": func(rt *rapid.T) { db = reopened(rt, db) },
			"":       func(rt *rapid.T) { l.check(rt, db) },
		})
		if _, err := db.Verify(); err != nil {
			rt.Fatalf("verify: %v", err)
		}
	})
}

func (l *line) edit(t *rapid.T, db *DB) {
	_, _, err := db.Do(domaintest.Command(t, db.World()), domain.By{Name: "Lotte", Reason: "overleg"}, domain.Unchecked)
	if refused := (domain.Refusal{}); errors.As(err, &refused) {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	l.edited(db.World())
}

func (l *line) move(t *rapid.T, move func(domain.By, domain.Check) (domain.World, domain.Entry, error), by int, none domain.Code) {
	w, e, err := move(domain.By{}, domain.Unchecked)
	if to := l.at + by; to < 0 || to >= len(l.worlds) {
		if refused := (domain.Refusal{}); !errors.As(err, &refused) || refused.Code != none {
			t.Fatalf("%v, want %s", err, none)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	l.at += by
	l.saved++
	if e.Of == 0 || e.Seq != l.saved || !reflect.DeepEqual(w.Records(), l.worlds[l.at].Records()) {
		t.Fatalf("entry %d of %d leads elsewhere", e.Seq, e.Of)
	}
}

func reopened(t *rapid.T, db *DB) *DB {
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(db.Path(), quick())
	if err != nil {
		t.Fatal(err)
	}
	return again
}

func (l *line) check(t *rapid.T, db *DB) {
	if !reflect.DeepEqual(db.World().Records(), l.worlds[l.at].Records()) {
		t.Fatal("the world is not the one in the list")
	}
	at, err := db.Position()
	if err != nil || (at.Undo != 0) != (l.at > 0) || (at.Redo != 0) != (l.at < len(l.worlds)-1) {
		t.Fatalf("position %+v, %v at %d of %d", at, err, l.at, len(l.worlds))
	}
	if db.Head() != l.saved {
		t.Fatalf("head %d, want %d", db.Head(), l.saved)
	}
}

func TestUndoAndRedoGoOnWhereTheyWereBeforeARestart(t *testing.T) {
	db := fresh(t, quick())
	for _, name := range []string{"Kookgroep", "Muziek", "Tuin"} {
		do(t, db, group(name))
	}
	for range 2 {
		if _, _, err := db.Undo(domain.By{}, domain.Unchecked); err != nil {
			t.Fatal(err)
		}
	}
	again := open(t, closed(t, db), quick())
	if at, err := again.Position(); err != nil || at != (domain.Position{Undo: 1, Redo: 2}) {
		t.Fatalf("%+v, %v", at, err)
	}
	w, e, err := again.Redo(domain.By{Name: "Bao"}, domain.Unchecked)
	if err != nil || e.Kind != domain.Redo || e.Of != 2 || e.Verb != domain.VerbGroupAdd || w.Count(domain.GroupNoun) != 2 {
		t.Fatalf("%+v, %v", e, err)
	}
}

func TestAnEntryIsReadAsItWasReturned(t *testing.T) {
	amsterdam := time.FixedZone("CET", 3600)
	o := quick()
	o.Now = func() time.Time { return time.Date(2026, 3, 2, 0, 30, 0, 5, amsterdam) }
	db := fresh(t, o)
	do(t, db, reading{village()})
	_, want, err := db.Do(group("Kookgroep"), domain.By{Name: "Lotte", Behalf: "Bao", Reason: "verzoek\xff"}, domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	got, err := open(t, closed(t, db), o).Entry(2)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	if got.At.Location() != time.UTC || !got.At.Equal(o.Now()) || !strings.HasSuffix(got.By.Reason, "\uFFFD") {
		t.Errorf("%v %q", got.At, got.By.Reason)
	}
}

func TestTheJournalIsReadFromAnyEntryToAnyOther(t *testing.T) {
	db := open(t, villageFile(t), quick())
	all := entries(t, db)
	if domain.Seq(len(all)) != db.Head() || all[0].Kind != domain.Import {
		t.Fatalf("%d entries, head %d, first %s", len(all), db.Head(), all[0].Kind)
	}
	var some []domain.Seq
	for e, err := range db.Journal(3, 5) {
		if err != nil {
			t.Fatal(err)
		}
		some = append(some, e.Seq)
	}
	if !reflect.DeepEqual(some, []domain.Seq{3, 4, 5}) {
		t.Errorf("%v", some)
	}
	for _, n := range []domain.Seq{0, db.Head() + 1} {
		_, err := db.Entry(n)
		wantError(t, err, ErrNoEntry)
	}
}

func TestARefusedEditLeavesNoEntry(t *testing.T) {
	db := fresh(t, quick())
	do(t, db, group("Kookgroep"))
	_, _, err := db.Do(group("kookgroep "), domain.By{}, domain.Unchecked)
	if refused := (domain.Refusal{}); !errors.As(err, &refused) || refused.Code != domain.NameTaken {
		t.Fatalf("%v", err)
	}
	_, _, err = db.Do(planned{}, domain.By{}, domain.Unchecked)
	if refused := (domain.Refusal{}); !errors.As(err, &refused) || refused.Code != domain.NothingToDo {
		t.Fatalf("%v", err)
	}
	if db.Head() != 1 {
		t.Errorf("head %d", db.Head())
	}
}
