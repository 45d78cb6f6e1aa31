package store

import (
	"io"
	"maps"

	bolt "go.etcd.io/bbolt"
)

// identitySize makes it certain that no two files get the same identity.
const identitySize = 16

// migrate brings a file of version 1 to the present one, in one transaction after a
// copy, and returns what it holds then. The entries keep their bytes, and with them the
// chain.
func (db *DB) migrate(c contents) (contents, error) {
	var identity []byte
	if db.options.Random != nil {
		identity = make([]byte, identitySize)
		if _, err := io.ReadFull(db.options.Random, identity); err != nil {
			return contents{}, err
		}
	}
	if !db.options.Scratch {
		to, err := db.copyBeside("version-1", func(other contents) bool {
			return other.Head == c.Head && other.hash() == c.hash()
		})
		if err != nil {
			return contents{}, err
		}
		db.migrated = to
	}
	headings, err := c.headings()
	if err != nil {
		return contents{}, err
	}
	err = guard(func() error {
		// A copy that bbolt made has its meta pages the wrong way round, and two
		// transactions apart after the next. This one, without changes, puts that right.
		if err := db.bolt.Update(func(*bolt.Tx) error { return nil }); err != nil {
			return err
		}
		return db.bolt.Update(func(tx *bolt.Tx) error { return c.writeVersion2(tx, identity, headings) })
	})
	if err != nil {
		return contents{}, err
	}
	return load(db.file.File)
}

// headings are those of all entries, as they are stored.
func (c contents) headings() ([]cell, error) {
	var out []cell
	for _, at := range c.buckets[journalBucket] {
		payload, err := unseal(journalBucket, at.key, at.value)
		if err != nil {
			return nil, err
		}
		e, err := decodeEntry(payload)
		if err != nil {
			return nil, damaged(DamageRecord)
		}
		value, err := sealedHeading(e)
		if err != nil {
			return nil, err
		}
		out = append(out, cell{at.key, value})
	}
	return out, nil
}

func (c contents) writeVersion2(tx *bolt.Tx, identity []byte, headings []cell) error {
	f := format{Mark: formatMark, Version: formatVersion, Identity: identity}
	value, err := sealed(formatKey, f)
	if err != nil {
		return err
	}
	bucket, err := tx.CreateBucket([]byte(headingBucket))
	if err != nil {
		return err
	}
	for _, at := range headings {
		if err := bucket.Put(at.key, at.value); err != nil {
			return err
		}
	}
	c.buckets = maps.Clone(c.buckets)
	c.buckets[headingBucket] = headings
	c.buckets[metaBucket] = []cell{{[]byte(formatKey), value}}
	s := c.state
	s.Digest = c.sum()
	if err := tx.Bucket([]byte(metaBucket)).Put([]byte(formatKey), value); err != nil {
		return err
	}
	return putSealed(tx, stateKey, s)
}
