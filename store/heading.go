package store

import (
	"bytes"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

// heading stands beside an entry, in a bucket of its own, and says what it did without
// its changes, which may be a hundred thousand.
type heading struct {
	Kind   domain.EntryKind `cbor:"1,keyasint"`
	Of     domain.Seq       `cbor:"2,keyasint,omitempty"`
	Verb   domain.Verb      `cbor:"3,keyasint"`
	Counts []uint64         `cbor:"4,keyasint,omitempty"` // changes of each noun, in their order; none: no changes
}

func headingOf(e domain.Entry) heading {
	h := heading{Kind: e.Kind, Of: e.Of, Verb: e.Verb}
	if len(e.Changes) == 0 {
		return h
	}
	h.Counts = make([]uint64, len(domain.Nouns()))
	for _, c := range e.Changes {
		h.Counts[c.Step().Noun]++
	}
	return h
}

// sealedHeading returns the heading of e as it is stored.
func sealedHeading(e domain.Entry) ([]byte, error) {
	payload, err := encoding.Marshal(headingOf(e))
	if err != nil {
		return nil, err
	}
	return seal(headingBucket, journalKey(e.Seq), payload), nil
}

// checkHeading returns a DamagedError unless the heading beside e is that of e.
func (c contents) checkHeading(e domain.Entry) error {
	if c.format.Version < 2 {
		return nil
	}
	want, err := sealedHeading(e)
	if err != nil {
		return err
	}
	if is := c.buckets[headingBucket][e.Seq-1]; !bytes.Equal(is.key, journalKey(e.Seq)) || !bytes.Equal(is.value, want) {
		return damaged(DamageChain)
	}
	return nil
}

// Heading says what entry n did, without its changes. Errors as in Entry.
func (db *DB) Heading(n domain.Seq) (domain.Heading, error) {
	if n == 0 || n > db.Head() {
		return domain.Heading{}, ErrNoEntry
	}
	var h heading
	err := db.view(func(tx *bolt.Tx) error {
		var err error
		h, err = journalReader{tx}.heading(n)
		return err
	})
	if err != nil {
		return domain.Heading{}, err
	}
	out := domain.Heading{Seq: n, Kind: h.Kind, Of: h.Of, Verb: h.Verb}
	for i, count := range h.Counts {
		if count > 0 {
			out.Counts = append(out.Counts, domain.NounCount{Noun: domain.Nouns()[i], N: int(count)})
		}
	}
	return out, nil
}

// heading reads the heading of entry n. A file of version 1 has none beside its entries:
// there the entry itself is read.
func (t journalReader) heading(n domain.Seq) (heading, error) {
	bucket := t.tx.Bucket([]byte(headingBucket))
	if bucket == nil {
		payload, err := t.payload(n)
		if err != nil {
			return heading{}, err
		}
		e, err := decodeEntry(payload)
		if err != nil || e.Seq != n {
			return heading{}, damaged(DamageJournal)
		}
		return headingOf(e), nil
	}
	key := journalKey(n)
	payload, err := unseal(headingBucket, key, bucket.Get(key))
	if err != nil {
		return heading{}, err
	}
	var h heading
	if decoding.Unmarshal(payload, &h) != nil || h.Counts != nil && len(h.Counts) != len(domain.Nouns()) {
		return heading{}, damaged(DamageJournal)
	}
	return h, nil
}
