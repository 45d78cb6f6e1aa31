package store

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"iter"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

// Entry reads entry n, with its changes, from the file.
// Errors: ErrNoEntry, ErrClosed, ErrStopped, DamagedError.
func (db *DB) Entry(n domain.Seq) (domain.Entry, error) {
	if n == 0 || n > db.Head() {
		return domain.Entry{}, ErrNoEntry
	}
	var e domain.Entry
	err := db.view(func(tx *bolt.Tx) error {
		payload, err := journalReader{tx}.payload(n)
		if err != nil {
			return err
		}
		if e, err = decodeEntry(payload); err != nil || e.Seq != n {
			return damaged(DamageJournal)
		}
		return nil
	})
	return e, err
}

// Journal returns the entries from first to last, both included, oldest first,
// each read from the file when it is asked for. It ends at the head and after the
// first error. A last of zero stands for the head.
func (db *DB) Journal(first, last domain.Seq) iter.Seq2[domain.Entry, error] {
	return func(yield func(domain.Entry, error) bool) {
		head := db.Head()
		if last == 0 || last > head {
			last = head
		}
		for n := max(first, 1); n <= last; n++ {
			e, err := db.Entry(n)
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// Position returns which entry Undo would take back and which Redo would
// repeat; zero: none. It is read from the journal, so it is the same after a restart.
func (db *DB) Position() (domain.Position, error) {
	var at domain.Position
	head := db.Head()
	err := db.view(func(tx *bolt.Tx) error {
		var err error
		at, err = domain.PositionAt(journalReader{tx}, head)
		return err
	})
	return at, err
}

// journalReader reads the journal in a transaction, as a domain.Trail.
type journalReader struct{ tx *bolt.Tx }

// Step leaves the changes unread: undo asks for thousands of steps.
func (t journalReader) Step(n domain.Seq) (domain.EntryKind, domain.Seq, error) {
	if t.tx.Bucket([]byte(headingBucket)) != nil {
		h, err := t.heading(n)
		return h.Kind, h.Of, err
	}
	payload, err := t.payload(n) // version 1
	if err != nil {
		return 0, 0, err
	}
	e, _, err := decodeHead(payload)
	if err != nil || e.Seq != n {
		return 0, 0, damaged(DamageJournal)
	}
	return e.Kind, e.Of, nil
}

func (t journalReader) payload(n domain.Seq) ([]byte, error) {
	key := journalKey(n)
	bucket := t.tx.Bucket([]byte(journalBucket))
	if bucket == nil {
		return nil, damaged(DamageJournal)
	}
	value := bucket.Get(key)
	if value == nil {
		return nil, damaged(DamageJournal)
	}
	return unseal(journalBucket, key, value)
}

// An entry is stored as the length of its head, the head, and the changes, so that
// undo can read thousands of heads without the changes. The next entry names the
// hash of all of it.

type entryHead struct {
	Seq  domain.Seq       `cbor:"1,keyasint"`
	At   int64            `cbor:"2,keyasint"` // nanoseconds since 1970, UTC
	By   domain.By        `cbor:"3,keyasint"`
	Kind domain.EntryKind `cbor:"4,keyasint"`
	Of   domain.Seq       `cbor:"5,keyasint,omitempty"`
	Verb domain.Verb      `cbor:"6,keyasint"`
	Prev []byte           `cbor:"7,keyasint"`

	Export *domain.Exported `cbor:"8,keyasint,omitempty"`
}

var errEntry = errors.New("store: not an entry")

// journalKey is big-endian, so that keys sort by number.
func journalKey(n domain.Seq) []byte { return binary.BigEndian.AppendUint64(nil, uint64(n)) }

// encodeEntry returns the payload of e and its hash.
func encodeEntry(e domain.Entry) ([]byte, [sha256.Size]byte, error) {
	head, err := encoding.Marshal(entryHead{
		Seq: e.Seq, At: e.At.UnixNano(), By: e.By, Kind: e.Kind, Of: e.Of, Verb: e.Verb, Prev: e.Prev[:], Export: e.Export,
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
	e := domain.Entry{Seq: h.Seq, At: time.Unix(0, h.At).UTC(), By: h.By, Kind: h.Kind, Of: h.Of, Verb: h.Verb, Export: h.Export}
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

// validUTF8 returns by with every byte that is no character replaced: what comes
// from a login or a flag may be anything, and an entry must be readable for good.
func validUTF8(by domain.By) domain.By {
	clean := func(s string) string { return domain.LineEnds(strings.ToValidUTF8(s, "\uFFFD")) }
	return domain.By{Name: clean(by.Name), Behalf: clean(by.Behalf), Reason: clean(by.Reason)}
}
