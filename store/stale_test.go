//go:build !race

package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"zichtlijn/domain"
)

// past is a file with every version that each of its pages ever had, oldest first.
type past struct {
	now    []byte
	pages  [][][]byte
	worlds []domain.Records // after each entry
	heads  domain.Seq
	path   string // of the closed file
	seen   string // where it is remembered
}

// pastFile makes edits, undoes some, closes the file now and then, and keeps every
// version of every page.
func pastFile(t *testing.T, edits int) past {
	t.Helper()
	o := quick()
	o.Seen = t.TempDir()
	db := fresh(t, o)
	do(t, db, reading{village()})
	p := past{path: db.Path(), seen: o.Seen, worlds: []domain.Records{{}, db.World().Records()}}
	keep := func() {
		b := read(t, db.Path())
		p.now = b[:used(t, b)]
		for len(p.pages) < len(p.now)/pageSize {
			p.pages = append(p.pages, nil)
		}
		for i := range p.pages {
			page := p.now[i*pageSize : (i+1)*pageSize]
			if n := len(p.pages[i]); n == 0 || !bytes.Equal(p.pages[i][n-1], page) {
				p.pages[i] = append(p.pages[i], bytes.Clone(page))
			}
		}
	}
	keep()
	for i := range edits {
		var err error
		switch {
		case i%7 == 5:
			_, _, err = db.Undo(domain.By{}, domain.Unchecked)
		case i%7 == 6:
			_, _, err = db.Redo(domain.By{}, domain.Unchecked)
		case i%3 == 1:
			do(t, db, domain.SetVisibility{ID: "G1", Visibility: other(db.World(), "G1")})
		default:
			do(t, db, group(fmt.Sprintf("Groep %d", i)))
		}
		if err != nil {
			t.Fatal(err)
		}
		if i%11 == 10 {
			db = open(t, closed(t, db), o)
		}
		p.worlds = append(p.worlds, db.World().Records())
		keep()
	}
	p.heads = db.Head()
	closed(t, db)
	return p
}

// opened says as what a file opens.
type opened uint8

const (
	refused opened = iota // or opened as it is: the page is free
	older                 // as it was after an earlier entry
	wrong
)

func (p past) opens(t *testing.T, b []byte, o Options) opened {
	t.Helper()
	path := filepath.Join(t.TempDir(), "institution.db")
	write(t, path, b)
	defer os.Remove(path)
	db, err := Open(path, o)
	if err != nil {
		if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrForeign) {
			t.Fatal(err)
		}
		return refused
	}
	defer func() { _ = db.Close() }()
	switch {
	case int(db.Head()) >= len(p.worlds) || !reflect.DeepEqual(db.World().Records(), p.worlds[db.Head()]):
		return wrong
	case db.Head() < p.heads:
		return older
	}
	return refused
}

// noticed reports whether b in the place of the file is noticed by what was last seen of it.
func (p past) noticed(t *testing.T, b []byte) bool {
	t.Helper()
	write(t, p.path, b)
	defer write(t, p.path, p.now)
	db, err := Open(p.path, Options{Now: monday, ReadOnly: true, Seen: p.seen})
	if err != nil {
		return true
	}
	defer func() { _ = db.Close() }()
	return db.Opening().Rollback.Any()
}

// TestAPageOfAnotherMomentIsFound puts every older version of every page in its place.
// One is not found: the newest meta page as it was two transactions ago leaves a file
// that is whole, without its last edit. What is remembered apart from the file finds it.
func TestAPageOfAnotherMomentIsFound(t *testing.T) {
	p := pastFile(t, times(40, 120))
	chance := rand.New(rand.NewPCG(18, 1))
	tried, lost, silent := 0, 0, 0
	if p.noticed(t, p.now) {
		t.Fatal("the file itself is said to be older")
	}
	for i, versions := range p.pages {
		now := p.now[i*pageSize : (i+1)*pageSize]
		for v, version := range versions {
			if bytes.Equal(version, now) || i > 1 && !*long && chance.IntN(6) > 0 {
				continue
			}
			b := bytes.Clone(p.now)
			copy(b[i*pageSize:], version)
			tried++
			switch p.opens(t, b, quick()) {
			case wrong:
				t.Errorf("page %d, version %d of %d: opened as something that never was", i, v, len(versions))
			case older:
				lost++
				if !p.noticed(t, b) {
					silent++
				}
				if i > 1 {
					t.Errorf("page %d, version %d of %d: opened without the last edits", i, v, len(versions))
				}
			case refused:
			}
		}
	}
	t.Logf("%d pages, %d older versions: %d opened older, %d of them unnoticed by what was last seen", len(p.pages), tried, lost, silent)
	if silent > 0 {
		t.Errorf("%d are not noticed", silent)
	}
	if lost != 1 {
		t.Errorf("%d older versions of a meta page were not found, not one", lost)
	}
}

// A copy has its meta pages where the file itself would have them: after an edit of the
// copy they are one transaction apart, as everywhere.
func TestACopyTakesEditsLikeTheFileItself(t *testing.T) {
	db := fresh(t, quick())
	for i := range 4 {
		do(t, db, group(fmt.Sprintf("Groep %d", i)))
		at := filepath.Join(t.TempDir(), "copy.db")
		if err := db.Backup(at); err != nil {
			t.Fatal(err)
		}
		for j := range 2 {
			copied := open(t, at, quick())
			do(t, copied, group(fmt.Sprintf("Alleen hier %d", j)))
			if _, err := copied.Verify(); err != nil {
				t.Errorf("copy %d, edit %d: %v", i, j, err)
			}
			closed(t, copied)
		}
	}
}
