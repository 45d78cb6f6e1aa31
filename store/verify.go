package store

import (
	"bytes"
	"crypto/sha256"
	"os"

	"zichtlijn/domain"
)

// Count is how many records of a noun a file holds.
type Count struct {
	Noun domain.Noun
	N    int
}

// Report lists what a file holds that passed a full check.
type Report struct {
	Records []Count // every noun, in the order of the nouns
	Entries domain.Seq
	Head    [sha256.Size]byte // hash of the last entry; zeros for an empty journal
}

// Verify checks all of the file at path: its pages, every seal, the chain from
// the first entry to the last, and that the journal, replayed from nothing, leads to
// exactly the records of the file. It changes nothing. Errors as in Open.
func Verify(path string, o Options) (Report, error) {
	h, err := acquire(path, Options{ReadOnly: true, openFile: o.openFile})
	if err != nil {
		return Report{}, withCopy(path, o, err)
	}
	defer func() { _ = h.Close() }() // nothing was written through it
	r, err := verify(h.File)
	return r, withCopy(path, o, err)
}

// Verify does the same for the open file as it is on the disk now. Edits wait
// meanwhile.
func (db *DB) Verify() (Report, error) {
	db.writing.Lock()
	defer db.writing.Unlock()
	if db.closed {
		return Report{}, ErrClosed
	}
	if db.file.File == nil {
		return Report{}, ErrStopped
	}
	r, err := verify(db.file.File)
	return r, withCopy(db.path, db.options, err)
}

func verify(f *os.File) (Report, error) {
	c, err := load(f)
	if err != nil {
		return Report{}, err
	}
	replayed, err := c.replay()
	if err != nil {
		return Report{}, err
	}
	if err := c.checkRecords(replayed); err != nil {
		return Report{}, err
	}
	r := Report{Entries: c.Head, Head: c.hash()}
	for _, n := range domain.Nouns() {
		r.Records = append(r.Records, Count{n, c.world.Count(n)})
	}
	return r, nil
}

// replay returns the World that the journal leads to, entry by entry.
func (c contents) replay() (domain.World, error) {
	var w domain.World
	prev := [sha256.Size]byte{}
	for i, cell := range c.buckets[journalBucket] {
		payload, err := unseal(journalBucket, cell.key, cell.value)
		if err != nil {
			return w, err
		}
		e, err := decodeEntry(payload)
		if err != nil {
			return w, damaged(DamageRecord)
		}
		if e.Seq != domain.Seq(i)+1 || e.Prev != prev {
			return w, damaged(DamageChain)
		}
		if !e.Kind.Moves() && len(e.Changes) > 0 {
			return w, damaged(DamageReplay)
		}
		if err := c.checkHeading(e); err != nil {
			return w, err
		}
		if w, err = w.With(e.Changes...); err != nil {
			return w, damaged(DamageReplay)
		}
		prev = sha256.Sum256(payload)
	}
	return w, nil
}

// checkRecords returns a DamagedError unless the records are, byte for byte, those of w.
func (c contents) checkRecords(w domain.World) error {
	rest := make(map[domain.Noun][]cell)
	for _, n := range domain.Nouns() {
		rest[n] = c.buckets[n.String()]
	}
	for _, change := range domain.Creation(w) {
		step := change.Step()
		cells := rest[step.Noun]
		if len(cells) == 0 {
			return damaged(DamageReplay)
		}
		payload, err := encoding.Marshal(step.After)
		if err != nil {
			return err
		}
		if !bytes.Equal(cells[0].value, seal(step.Noun.String(), []byte(step.Key), payload)) {
			return damaged(DamageReplay)
		}
		rest[step.Noun] = cells[1:]
	}
	for _, n := range domain.Nouns() {
		if len(rest[n]) > 0 {
			return damaged(DamageReplay)
		}
	}
	return nil
}
