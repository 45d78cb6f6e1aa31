package store

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"slices"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

// An edit of bulkSize records or more tells bbolt that keys come in order, so that
// it fills pages; smaller edits leave room in them.
const (
	bulkSize = 256
	bulkFill = 0.9
)

// put is one value to be written under a key; nil removes the key.
type put struct {
	noun  domain.Noun
	key   string
	value []byte
}

// batch is everything that one edit writes. It is encoded, and decoded again as a
// check, before the transaction begins, so that only the disk can fail in it.
type batch struct {
	puts    []put // ordered by bucket and key: unsorted bulk is quadratic in bbolt
	entry   []byte
	heading []byte
	state   state // its digest is known when the values that are replaced were read
	digest  digest
	hash    [sha256.Size]byte
	seq     domain.Seq
}

// newBatch returns what entry e writes into a file with digest before.
func newBatch(e domain.Entry, after domain.World, before digest) (*batch, error) {
	payload, hash, err := encodeEntry(e)
	if err != nil {
		return nil, err
	}
	if _, err := decodeEntry(payload); err != nil {
		return nil, err
	}
	b := &batch{
		hash: hash, seq: e.Seq, entry: seal(journalBucket, journalKey(e.Seq), payload),
		state: stateOf(after, e.Seq, hash), digest: before,
	}
	if b.heading, err = sealedHeading(e); err != nil {
		return nil, err
	}
	b.puts, err = puts(e.Changes, after)
	return b, err
}

// puts returns the records after changes, one put per record that they touch.
func puts(changes []domain.Change, after domain.World) ([]put, error) {
	out := make([]put, 0, len(changes))
	for _, c := range changes {
		at := c.Step().Ref
		out = append(out, put{noun: at.Noun, key: at.Key})
	}
	slices.SortFunc(out, func(a, b put) int {
		return cmp.Or(cmp.Compare(a.noun, b.noun), cmp.Compare(a.key, b.key))
	})
	out = slices.CompactFunc(out, func(a, b put) bool { return a.noun == b.noun && a.key == b.key })
	for i, p := range out {
		record, there := after.Record(domain.Ref{Noun: p.noun, Key: p.key})
		if !there {
			continue
		}
		payload, err := encoding.Marshal(record)
		if err != nil {
			return nil, err
		}
		if err := tryRecord(p.noun, payload); err != nil {
			return nil, err
		}
		out[i].value = seal(p.noun.String(), []byte(p.key), payload)
	}
	return out, nil
}

// writeTo writes the batch into a transaction, and the digest that follows from it. A
// value that it replaces must be whole: the digest could not be trusted otherwise.
func (b *batch) writeTo(tx *bolt.Tx) error {
	var bucket *bolt.Bucket
	for i, p := range b.puts {
		if i == 0 || p.noun != b.puts[i-1].noun {
			bucket = tx.Bucket([]byte(p.noun.String()))
			if len(b.puts) >= bulkSize {
				bucket.FillPercent = bulkFill
			}
		}
		name := p.noun.String()
		var err error
		if was := bucket.Get([]byte(p.key)); was != nil {
			if _, err := unseal(name, []byte(p.key), was); err != nil {
				return err
			}
			b.digest.turn(name, []byte(p.key), was)
		}
		if p.value != nil {
			b.digest.turn(name, []byte(p.key), p.value)
		}
		if p.value == nil {
			err = bucket.Delete([]byte(p.key))
		} else {
			err = bucket.Put([]byte(p.key), p.value)
		}
		if err != nil {
			return err
		}
	}
	for _, one := range []struct {
		bucket string
		value  []byte
	}{{journalBucket, b.entry}, {headingBucket, b.heading}} {
		bucket := tx.Bucket([]byte(one.bucket))
		bucket.FillPercent = bulkFill // entries always come in order
		if err := bucket.Put(journalKey(b.seq), one.value); err != nil {
			return err
		}
		b.digest.turn(one.bucket, journalKey(b.seq), one.value)
	}
	b.state.Digest = b.digest[:]
	return putSealed(tx, stateKey, b.state)
}

// putSealed writes a value of the meta bucket.
func putSealed(tx *bolt.Tx, key string, v any) error {
	value, err := sealed(key, v)
	if err != nil {
		return err
	}
	return tx.Bucket([]byte(metaBucket)).Put([]byte(key), value)
}

// createBuckets makes the buckets of an empty institution.
func createBuckets(tx *bolt.Tx, identity []byte) error {
	names := []string{journalBucket, headingBucket, metaBucket}
	for _, n := range domain.Nouns() {
		names = append(names, n.String())
	}
	for _, name := range names {
		if _, err := tx.CreateBucket([]byte(name)); err != nil {
			return err
		}
	}
	f := format{Mark: formatMark, Version: formatVersion, Identity: identity}
	value, err := sealed(formatKey, f)
	if err != nil {
		return err
	}
	var d digest
	d.turn(metaBucket, []byte(formatKey), value)
	s := stateOf(domain.World{}, 0, [sha256.Size]byte{})
	s.Digest = d[:]
	return errors.Join(putSealed(tx, formatKey, f), putSealed(tx, stateKey, s))
}
