//go:build !race

package store

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

// diskEvent is one thing that a run asked of the disk, or that the store then said.
type diskEvent struct {
	kind diskEventKind
	at   int64 // of a write; of a resize the new size
	data []byte
	seq  domain.Seq // of an acknowledgement
}

type diskEventKind uint8

const (
	diskWrite diskEventKind = iota
	diskResize
	diskSync
	acknowledged
)

// run is a file, what was asked of the disk after that, and the world after each entry.
type run struct {
	file   []byte
	events []diskEvent
	worlds map[domain.Seq]domain.Records
}

const sector = 512

func (e diskEvent) applyTo(b []byte) []byte {
	need := e.at + int64(len(e.data))
	if e.kind == diskResize {
		if need = e.at; int64(len(b)) > need {
			return b[:need]
		}
	}
	if missing := need - int64(len(b)); missing > 0 {
		b = append(b, make([]byte, missing)...)
	}
	copy(b[e.at:], e.data)
	return b
}

// cut is what a disk may hold after a power cut, with the last entry that was
// acknowledged by then.
type cut struct {
	file  []byte
	least domain.Seq
	what  string
}

// cuts are those of every window between two syncs: a disk keeps any part of what it was
// given in it, in any order, and of a write any of its sectors.
func (r run) cuts(chance *rand.Rand, random int, do func(cut)) {
	durable, least := bytes.Clone(r.file), domain.Seq(0)
	var window []diskEvent
	for i, e := range r.events {
		switch e.kind {
		case acknowledged:
			least = e.seq
		case diskWrite, diskResize:
			window = append(window, e)
		case diskSync:
			for _, kept := range parts(chance, window, random) {
				b := bytes.Clone(durable)
				for _, e := range kept.events {
					b = e.applyTo(b)
				}
				do(cut{b, least, fmt.Sprintf("before sync %d, %s of %d writes", i, kept.what, len(window))})
			}
			for _, e := range window {
				durable = e.applyTo(durable)
			}
			window = nil
		}
	}
	do(cut{durable, least, "at the end"})
}

// part is what a disk kept of a window.
type part struct {
	events []diskEvent
	what   string
}

func parts(chance *rand.Rand, window []diskEvent, random int) []part {
	var out []part
	add := func(what string, kept ...diskEvent) { out = append(out, part{kept, what}) }
	for n := range len(window) + 1 {
		add(fmt.Sprintf("the first %d", n), window[:n]...)
	}
	for i, e := range window {
		add(fmt.Sprintf("only number %d", i), e)
		add(fmt.Sprintf("all but number %d", i), append(append([]diskEvent{}, window[:i]...), window[i+1:]...)...)
		if sectors := len(e.data) / sector; sectors > 1 {
			at := sector * (1 + chance.IntN(sectors-1))
			head, tail := diskEvent{at: e.at, data: e.data[:at]}, diskEvent{at: e.at + int64(at), data: e.data[at:]}
			for name, torn := range map[string]diskEvent{"head": head, "tail": tail} {
				add(fmt.Sprintf("the first %d and the %s of the next", i, name), append(append([]diskEvent{}, window[:i]...), torn)...)
				add(fmt.Sprintf("all, but only the %s of number %d", name, i),
					append(append(append([]diskEvent{}, window[:i]...), torn), window[i+1:]...)...)
			}
		}
	}
	for range random {
		var kept []diskEvent
		for _, i := range chance.Perm(len(window)) { // also in another order: none is written twice in a window
			if chance.IntN(2) > 0 {
				kept = append(kept, window[i])
			}
		}
		add("some", kept...)
	}
	return out
}

// survive returns an error unless a cut leaves a file that opens with all that was
// acknowledged, or with the edit under way besides, and nothing else.
func (r run) survive(t *testing.T, c cut, edit bool) error {
	t.Helper()
	path := filepath.Join(t.TempDir(), "institution.db")
	write(t, path, c.file)
	defer func() { _ = os.Remove(path) }()
	db, err := Open(path, quick())
	if err != nil {
		return fmt.Errorf("%s: %w", c.what, err)
	}
	defer func() { _ = db.Close() }()
	want, known := r.worlds[db.Head()]
	if db.Head() < c.least || db.Head() > c.least+1 || !known || !reflect.DeepEqual(db.World().Records(), want) {
		return fmt.Errorf("%s: opens with entry %d, %d were acknowledged", c.what, db.Head(), c.least)
	}
	if edit {
		do(t, db, group(fmt.Sprintf("Na de stroomuitval %d", db.Head())))
		if _, err := db.Verify(); err != nil {
			return fmt.Errorf("%s, and an edit: %w", c.what, err)
		}
	}
	return nil
}

// replay returns how many cuts it tried and the errors of those that lose something.
func (r run) replay(t *testing.T, random int) (tried int, lost []error) {
	t.Helper()
	r.cuts(rand.New(rand.NewPCG(22, 1)), random, func(c cut) {
		tried++
		if err := r.survive(t, c, tried%7 == 0); err != nil {
			lost = append(lost, err)
		}
	})
	return tried, lost
}

// losesNothing fails when a power cut loses anything.
func (r run) losesNothing(t *testing.T, random int) {
	t.Helper()
	tried, lost := r.replay(t, random)
	t.Logf("%d power cuts, %d lose something", tried, len(lost))
	for _, err := range lost[:min(len(lost), 5)] {
		t.Error(err)
	}
}

// pageLog edits a file and notes for each commit which pages it changed: bbolt writes the
// data pages, waits for the disk, writes a meta page, and waits again. A test on Linux
// holds that it does.
func pageLog(t *testing.T, edits int) run {
	t.Helper()
	path := villageFile(t)
	r := run{file: read(t, path), worlds: map[domain.Seq]domain.Records{}}
	o := quick()
	o.commit = func(tx *bolt.Tx) error {
		before := read(t, path)
		err := tx.Commit()
		after := read(t, path)
		if len(after) != len(before) {
			r.events = append(r.events, diskEvent{kind: diskResize, at: int64(len(after))}, diskEvent{kind: diskSync})
			before = append(before, make([]byte, max(len(after)-len(before), 0))...)
		}
		for _, meta := range []bool{false, true} {
			for at := 0; at < len(after); at += pageSize {
				if page := after[at : at+pageSize]; (at < 2*pageSize) == meta && !bytes.Equal(page, before[at:at+pageSize]) {
					r.events = append(r.events, diskEvent{at: int64(at), data: bytes.Clone(page)})
				}
			}
			r.events = append(r.events, diskEvent{kind: diskSync})
		}
		return err
	}
	db := open(t, path, o)
	keep := func() {
		r.worlds[db.Head()] = db.World().Records()
		r.events = append(r.events, diskEvent{kind: acknowledged, seq: db.Head()})
	}
	keep()
	for i := range edits {
		if _, err := edited(db, i); err != nil {
			t.Fatal(err)
		}
		keep()
	}
	closed(t, db)
	return r
}

func TestAPowerCutLeavesTheFileAsBeforeOrAfterTheEdit(t *testing.T) {
	pageLog(t, times(6, 60)).losesNothing(t, times(4, 12))
}

// Without the sync before the meta page the replay must find what is lost: else it finds
// nothing.
func TestTheReplayFindsASyncThatIsMissing(t *testing.T) {
	r := pageLog(t, 3)
	var without []diskEvent
	for i, e := range r.events {
		if e.kind == diskSync && i+1 < len(r.events) && r.events[i+1].kind == diskWrite && r.events[i+1].at < 2*pageSize {
			continue
		}
		without = append(without, e)
	}
	r.events = without
	if tried, lost := r.replay(t, 4); len(lost) == 0 {
		t.Errorf("%d power cuts lose nothing", tried)
	}
}
