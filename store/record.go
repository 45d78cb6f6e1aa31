package store

import (
	"bytes"
	"errors"

	"github.com/fxamacker/cbor/v2"

	"zichtlijn/domain"
)

// errUnreadable refuses, before it is written, a record that would not be read back
// as it is.
var errUnreadable = errors.New("store: a record that can not be read back")

// encoding is deterministic: equal records are always equal bytes.
var encoding = must(cbor.CoreDetEncOptions().EncMode())

// decoding refuses everything that encoding does not write. An unknown field comes
// from a version that should have raised the format's number: dropping it would lose
// data.
var decoding = must(cbor.DecOptions{
	DupMapKey:         cbor.DupMapKeyEnforcedAPF,
	ExtraReturnErrors: cbor.ExtraDecErrorUnknownField,
	IndefLength:       cbor.IndefLengthForbidden,
	TagsMd:            cbor.TagsForbidden,
	MaxArrayElements:  1<<31 - 1, // an import is one entry, with every change in it
}.DecMode())

// lenient reads the one record that other versions of the program also write.
var lenient = must(cbor.DecOptions{}.DecMode())

func must[T any](mode T, err error) T {
	if err != nil {
		panic(err) // the options above contradict each other: no program can start
	}
	return mode
}

// readRecords puts the records of cells, in order, into the list of the noun.
func readRecords(r *domain.Records, n domain.Noun, cells []cell) error {
	records := r.Allocate(n, len(cells))
	for i, c := range cells {
		payload, err := unseal(n.String(), c.key, c.value)
		if err != nil {
			return err
		}
		if decoding.Unmarshal(payload, records[i]) != nil || records[i].Key() != string(c.key) {
			return damaged(DamageRecord)
		}
	}
	return nil
}

// tryRecord returns errUnreadable if payload does not come back as it is.
func tryRecord(n domain.Noun, payload []byte) error {
	one := new(domain.Records).Allocate(n, 1)[0]
	if err := decoding.Unmarshal(payload, one); err != nil {
		return errUnreadable
	}
	if again, err := encoding.Marshal(one); err != nil || !bytes.Equal(payload, again) {
		return errUnreadable
	}
	return nil
}
