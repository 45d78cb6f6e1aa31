package domain

import (
	"fmt"
	"time"
)

// By is who is at the keyboard, on whose behalf, and why. NEN 7513 asks that of a
// log (DOMAIN.md 6).
type By struct {
	Name   string `cbor:"1,keyasint,omitempty"`
	Behalf string `cbor:"2,keyasint,omitempty"`
	Reason string `cbor:"3,keyasint,omitempty"`
}

// EntryKind says how an entry came about. The numbers are stored.
type EntryKind uint8

// The four ways in which a World moves on, and what changes nothing: an export. A greater
// number is an entry of a later program that changes nothing either.
const (
	Edit EntryKind = iota
	Undo
	Redo
	Import
	Export
)

var entryKindCodes = [...]string{"edit", "undo", "redo", "import", "export"}

// VerbExport is the verb of an export.
const VerbExport Verb = "export"

// Exported is what an export took out of the set-up (EXCHANGE.md 8): never whereto by name.
type Exported struct {
	Form          string   `cbor:"1,keyasint"`           // as the command line names it
	To            string   `cbor:"2,keyasint"`           // the kind of place: a code, see ToFile
	Counts        []uint64 `cbor:"3,keyasint,omitempty"` // records of each noun, in their order
	Pseudonymised bool     `cbor:"4,keyasint,omitempty"`
}

// The kinds of place to which something is exported.
const (
	ToFile      = "file"
	ToFolder    = "folder"
	ToOutput    = "output" // of the command
	ToClipboard = "clipboard"
)

// NewExported counts the records of w.
func NewExported(w World, form, to string) Exported {
	e := Exported{Form: form, To: to, Counts: make([]uint64, len(Nouns()))}
	for _, n := range Nouns() {
		e.Counts[n] = uint64(w.Count(n))
	}
	return e
}

// NounCounts are the records of each noun, without zeros.
func (e Exported) NounCounts() []NounCount {
	var out []NounCount
	for i, n := range e.Counts {
		if n > 0 && i < len(Nouns()) {
			out = append(out, NounCount{Noun: Nouns()[i], N: int(n)})
		}
	}
	return out
}

// Moves reports whether an entry of this kind has changes.
func (k EntryKind) Moves() bool { return k <= Import }

// String returns the code, as in the command line's JSON.
func (k EntryKind) String() string { return codeOf("EntryKind", entryKindCodes[:], k) }

// Seq numbers the entries of a journal from 1 without a gap. Zero is none.
type Seq uint64

// Entry is one step of the journal: append-only, and chained by the hash of the
// entry before.
type Entry struct {
	Seq     Seq
	At      time.Time // UTC
	By      By
	Kind    EntryKind
	Of      Seq // the entry that an Undo takes back or a Redo repeats
	Verb    Verb
	Changes []Change
	Export  *Exported // of kind Export
	Prev    [32]byte  // hash of the entry before; zeros for the first
}

// Heading is what an entry did, without the changes, of which there may be many.
type Heading struct {
	Seq    Seq
	Kind   EntryKind
	Of     Seq
	Verb   Verb
	Counts []NounCount // changes of each noun, in the order of the nouns; without zeros
}

// NounCount is a number of records.
type NounCount struct {
	Noun Noun
	N    int
}

// Trail is the part of a journal that undoing needs.
type Trail interface {
	// Step returns Kind and Of of entry n, for n from 1 to the head.
	Step(n Seq) (kind EntryKind, of Seq, err error)
}

// Position is the entry that can be undone and the one that can be redone; zero is
// none.
type Position struct{ Undo, Redo Seq }

// PositionAt returns the Position after entry n. An undo or redo leads back to an
// earlier position, so the answer is found by following the entries back: nothing
// but the journal needs to be kept.
func PositionAt(t Trail, n Seq) (Position, error) {
	var kind EntryKind
	var of Seq
	for ; ; n-- { // past the entries that changed nothing
		if n == 0 {
			return Position{}, nil
		}
		var err error
		if kind, of, err = t.Step(n); err != nil {
			return Position{}, err
		}
		if kind.Moves() {
			break
		}
	}
	switch kind {
	case Undo:
		// The position before the entry was made; the entry can be redone.
		before, err := PositionAt(t, of-1)
		return Position{Undo: before.Undo, Redo: of}, err
	case Redo:
		// The position before the entry was undone.
		undo, err := lastUndo(t, n-1, of)
		if err != nil {
			return Position{}, err
		}
		return PositionAt(t, undo-1)
	case Edit, Import:
		return Position{Undo: n}, nil
	}
	return Position{}, fmt.Errorf("domain: entry %d of no known kind: %s", n, kind)
}

// lastUndo returns the last entry at or before n that undoes entry of.
func lastUndo(t Trail, n, of Seq) (Seq, error) {
	for ; n > of; n-- {
		kind, which, err := t.Step(n)
		if err != nil {
			return 0, err
		}
		if kind == Undo && which == of {
			return n, nil
		}
	}
	return 0, Refusal{Code: NothingToRedo}
}
