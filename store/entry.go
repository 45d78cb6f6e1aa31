package store

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"strings"
	"time"

	"zichtlijn/domain"
)

// An entry is stored in two parts, so that what undo asks of thousands of
// entries can be read without the changes in them: the length of the head, the
// head, the changes. The hash of all that is what the next entry names.

type entryHead struct {
	Seq  domain.Seq       `cbor:"1,keyasint"`
	At   int64            `cbor:"2,keyasint"` // nanoseconds since 1970, UTC
	By   domain.By        `cbor:"3,keyasint"`
	Kind domain.EntryKind `cbor:"4,keyasint"`
	Of   domain.Seq       `cbor:"5,keyasint,omitempty"`
	Verb domain.Verb      `cbor:"6,keyasint"`
	Prev []byte           `cbor:"7,keyasint"`
}

var errEntry = errors.New("store: not an entry")

// journalKey orders entries as their numbers do.
func journalKey(n domain.Seq) []byte { return binary.BigEndian.AppendUint64(nil, uint64(n)) }

// encodeEntry returns the payload of e and its hash.
func encodeEntry(e domain.Entry) ([]byte, [sha256.Size]byte, error) {
	head, err := encoding.Marshal(entryHead{
		Seq: e.Seq, At: e.At.UnixNano(), By: e.By, Kind: e.Kind, Of: e.Of, Verb: e.Verb, Prev: e.Prev[:],
	})
	if err != nil {
		return nil, [sha256.Size]byte{}, err
	}
	changes, err := encoding.Marshal(e.Changes)
	if err != nil {
		return nil, [sha256.Size]byte{}, err
	}
	payload := binary.AppendUvarint(make([]byte, 0, binary.MaxVarintLen64+len(head)+len(changes)), uint64(len(head)))
	payload = append(append(payload, head...), changes...)
	return payload, sha256.Sum256(payload), nil
}

// decodeHead returns an entry without its changes, and the changes as they are stored.
func decodeHead(payload []byte) (domain.Entry, []byte, error) {
	size, n := binary.Uvarint(payload)
	if n <= 0 || size > uint64(len(payload)-n) {
		return domain.Entry{}, nil, errEntry
	}
	var h entryHead
	rest := payload[n:]
	if err := decoding.Unmarshal(rest[:size], &h); err != nil || len(h.Prev) != sha256.Size {
		return domain.Entry{}, nil, errEntry
	}
	e := domain.Entry{Seq: h.Seq, At: time.Unix(0, h.At).UTC(), By: h.By, Kind: h.Kind, Of: h.Of, Verb: h.Verb}
	copy(e.Prev[:], h.Prev)
	return e, rest[size:], nil
}

func decodeEntry(payload []byte) (domain.Entry, error) {
	e, changes, err := decodeHead(payload)
	if err != nil {
		return domain.Entry{}, err
	}
	if err := decoding.Unmarshal(changes, &e.Changes); err != nil {
		return domain.Entry{}, errEntry
	}
	return e, nil
}

// readable returns by with every byte that is no character replaced: what comes
// from a login or a flag may be anything, and an entry must be readable for good.
func readable(by domain.By) domain.By {
	clean := func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
	return domain.By{Name: clean(by.Name), Behalf: clean(by.Behalf), Reason: clean(by.Reason)}
}
