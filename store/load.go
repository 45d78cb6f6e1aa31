package store

import (
	"bytes"
	"crypto/sha256"
	"os"
	"sync"

	"zichtlijn/domain"
)

// contents is all that a file says, checked: every page, every seal, every
// record under its key, the counts, an unbroken run of entries, and the head.
type contents struct {
	state
	world   domain.World
	buckets map[string][]cell
}

func load(f *os.File) (contents, error) {
	img, err := readImage(f)
	if err != nil {
		return contents{}, err
	}
	buckets, err := img.buckets()
	if err != nil {
		return contents{}, err
	}
	if err := readFormat(buckets[metaBucket]); err != nil {
		return contents{}, err
	}
	s, err := readState(buckets[metaBucket])
	if err != nil {
		return contents{}, err
	}
	c := contents{state: s, buckets: buckets}
	if err := c.checkCounts(); err != nil {
		return contents{}, err
	}
	c.world, err = c.read()
	return c, err
}

// checkCounts finds a bucket or a record that is not there, and one that should not be.
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
	if len(c.buckets) != len(c.Counts)+2 || len(c.buckets[metaBucket]) != 2 {
		return damaged(DamageCount)
	}
	return nil
}

// read returns the World of the records and checks the journal meanwhile. Nouns
// are read side by side: half of the time is the memberships alone.
func (c contents) read() (domain.World, error) {
	var (
		records domain.Records
		wait    sync.WaitGroup
	)
	all := domain.Nouns()
	errs := make([]error, len(all)+1)
	for i, n := range all {
		wait.Go(func() { errs[i] = readRecords(&records, n, c.buckets[n.String()]) })
	}
	wait.Go(func() { errs[len(all)] = c.checkJournal() })
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
