package store

import (
	"bytes"
	"crypto/sha256"
	"os"
	"sync"

	"zichtlijn/domain"
)

// contents is everything in a file, after these checks: every page, every seal,
// every record under its key, the counts, an unbroken run of entries, the head, and the
// digest of all of it.
type contents struct {
	state
	format  format
	world   domain.World // only after load
	buckets map[string][]cell
}

func load(f *os.File) (contents, error) {
	c, err := loadSealed(f)
	if err != nil {
		return contents{}, err
	}
	c.world, err = c.read()
	return c, err
}

// loadSealed is load without reading the records, which takes most of its time.
func loadSealed(f *os.File) (contents, error) {
	img, err := readImage(f)
	if err != nil {
		return contents{}, err
	}
	buckets, err := img.buckets()
	if err != nil {
		return contents{}, err
	}
	form, err := readFormat(buckets[metaBucket])
	if err != nil {
		return contents{}, err
	}
	if form.Version > 1 && img.apart != 1 {
		return contents{}, damaged(DamageMeta)
	}
	s, err := readState(buckets[metaBucket], form)
	if err != nil {
		return contents{}, err
	}
	c := contents{state: s, format: form, buckets: buckets}
	if err := c.checkCounts(); err != nil {
		return contents{}, err
	}
	if err := c.checkJournal(); err != nil {
		return contents{}, err
	}
	if form.Version > 1 && !bytes.Equal(c.sum(), c.Digest) {
		return contents{}, damaged(DamageDigest)
	}
	return c, nil
}

// checkCounts finds buckets and records that are missing or should not be there.
func (c contents) checkCounts() error {
	for i, n := range domain.Nouns() {
		cells, there := c.buckets[n.String()]
		if !there || uint64(len(cells)) != c.Counts[i] {
			return damaged(DamageCount)
		}
	}
	entries, there := c.buckets[journalBucket]
	if !there || domain.Seq(len(entries)) != c.Head {
		return damaged(DamageJournal)
	}
	others := 2 // the journal and the meta bucket
	if c.format.Version > 1 {
		headings, there := c.buckets[headingBucket]
		if !there || len(headings) != len(entries) {
			return damaged(DamageJournal)
		}
		others++
	}
	if len(c.buckets) != len(c.Counts)+others || len(c.buckets[metaBucket]) != 2 {
		return damaged(DamageCount)
	}
	return nil
}

// read returns the World of the records. It reads nouns side by side: the memberships
// alone take half of the time.
func (c contents) read() (domain.World, error) {
	var (
		records domain.Records
		wait    sync.WaitGroup
	)
	all := domain.Nouns()
	errs := make([]error, len(all))
	for i, n := range all {
		wait.Go(func() { errs[i] = readRecords(&records, n, c.buckets[n.String()]) })
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return domain.World{}, err
		}
	}
	return domain.NewWorld(records), nil
}

// checkJournal checks every entry's seal and number, and that the last is the head.
func (c contents) checkJournal() error {
	var last []byte
	for i, e := range c.buckets[journalBucket] {
		if !bytes.Equal(e.key, journalKey(domain.Seq(i)+1)) {
			return damaged(DamageJournal)
		}
		payload, err := unseal(journalBucket, e.key, e.value)
		if err != nil {
			return err
		}
		last = payload
	}
	hash := [sha256.Size]byte{}
	if last != nil {
		hash = sha256.Sum256(last)
	}
	if !bytes.Equal(hash[:], c.Hash) {
		return damaged(DamageJournal)
	}
	return nil
}

func (c contents) hash() [sha256.Size]byte { return [sha256.Size]byte(c.Hash) }

// digest is zero for a file of version 1, which takes no edit.
func (c contents) digest() (d digest) {
	copy(d[:], c.Digest)
	return d
}

// metaBucket holds two values: the format of the file, and its state.
const (
	metaBucket    = "meta"
	journalBucket = "journal"
	headingBucket = "heading"
	formatKey     = "format"
	stateKey      = "state"

	formatMark = "zichtlijn"
	// formatVersion goes up when an older program could no longer read all of a
	// file. How the format record itself is sealed never changes, nor the pages around
	// it: a program of before must come as far as this number.
	//
	// Version 2 has the digest, the headings, the identity, and room for entries that
	// change nothing.
	formatVersion = 2
)

type format struct {
	Mark     string `cbor:"1,keyasint"`
	Version  uint64 `cbor:"2,keyasint"`
	Identity []byte `cbor:"3,keyasint,omitempty"` // random, of the file and its copies
}

// state describes the file after its last edit, and is written in the same
// transaction as the edit.
type state struct {
	Head   domain.Seq `cbor:"1,keyasint"`
	Hash   []byte     `cbor:"2,keyasint"` // of the last entry; zeros before the first
	Counts []uint64   `cbor:"3,keyasint"` // records of each noun, in their order
	Digest []byte     `cbor:"4,keyasint,omitempty"`
}

func stateOf(w domain.World, head domain.Seq, hash [sha256.Size]byte) state {
	s := state{Head: head, Hash: hash[:]}
	for _, n := range domain.Nouns() {
		s.Counts = append(s.Counts, uint64(w.Count(n)))
	}
	return s
}

// sealed returns v, encoded, as it is stored in the meta bucket under key.
func sealed(key string, v any) ([]byte, error) {
	payload, err := encoding.Marshal(v)
	if err != nil {
		return nil, err
	}
	return seal(metaBucket, []byte(key), payload), nil
}

// readFormat returns the format of a file that we can read, else ErrForeign, ErrNewer
// or a DamagedError.
func readFormat(cells []cell) (format, error) {
	payload, err := find(cells, formatKey)
	if err != nil {
		return format{}, err
	}
	var f format
	// Unknown fields are allowed here: a newer version may have added some.
	if err := lenient.Unmarshal(payload, &f); err != nil || f.Mark != formatMark || f.Version == 0 {
		return format{}, ErrForeign
	}
	if f.Version > formatVersion {
		return format{}, ErrNewer
	}
	return f, nil
}

func readState(cells []cell, f format) (state, error) {
	payload, err := find(cells, stateKey)
	if err != nil {
		return state{}, err
	}
	var s state
	if err := decoding.Unmarshal(payload, &s); err != nil || len(s.Hash) != sha256.Size || len(s.Counts) != len(domain.Nouns()) {
		return state{}, damaged(DamageRecord)
	}
	if (f.Version > 1) != (len(s.Digest) == sha256.Size) {
		return state{}, damaged(DamageRecord)
	}
	return s, nil
}

// find returns the payload of the value that the meta bucket has under key.
func find(cells []cell, key string) ([]byte, error) {
	for _, c := range cells {
		if string(c.key) == key {
			return unseal(metaBucket, c.key, c.value)
		}
	}
	if key == formatKey {
		return nil, ErrForeign
	}
	return nil, damaged(DamageCount)
}
