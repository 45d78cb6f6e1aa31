package store

import (
	"crypto/sha256"

	"zichtlijn/domain"
)

// metaBucket holds two values: which format the file has, and where it stands.
const (
	metaBucket    = "meta"
	journalBucket = "journal"
	formatKey     = "format"
	stateKey      = "state"

	formatMark = "zichtlijn"
	// formatVersion goes up when an older program could no longer read all of a
	// file. How the format record itself is sealed never changes.
	formatVersion = 1
)

type format struct {
	Mark    string `cbor:"1,keyasint"`
	Version uint64 `cbor:"2,keyasint"`
}

// state says where the file stands after its last edit; it is written in the
// same transaction as the edit.
type state struct {
	Head   domain.Seq `cbor:"1,keyasint"`
	Hash   []byte     `cbor:"2,keyasint"` // of the last entry; zeros before the first
	Counts []uint64   `cbor:"3,keyasint"` // records of each noun, in their order
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

// readFormat returns nil for a file of our format, else ErrForeign, ErrNewer or
// a DamagedError.
func readFormat(cells []cell) error {
	payload, err := find(cells, formatKey)
	if err != nil {
		return err
	}
	var f format
	// Decoded without asking for unknown fields: a newer version may have added some.
	if err := lenient.Unmarshal(payload, &f); err != nil || f.Mark != formatMark {
		return ErrForeign
	}
	if f.Version > formatVersion {
		return ErrNewer
	}
	if f.Version != formatVersion {
		return ErrForeign
	}
	return nil
}

func readState(cells []cell) (state, error) {
	payload, err := find(cells, stateKey)
	if err != nil {
		return state{}, err
	}
	var s state
	if err := decoding.Unmarshal(payload, &s); err != nil || len(s.Hash) != sha256.Size || len(s.Counts) != len(domain.Nouns()) {
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
