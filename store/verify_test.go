package store

import (
	"crypto/sha256"
	"errors"
	"os"
	"testing"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
)

func TestAVerifiedFileIsCounted(t *testing.T) {
	path := villageFile(t)
	r, err := Verify(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	db := open(t, path, quick())
	for i, n := range domain.Nouns() {
		if r.Records[i] != (Count{n, db.World().Count(n)}) {
			t.Errorf("%+v", r.Records[i])
		}
	}
	if again, err := db.Verify(); err != nil || r.Entries != db.Head() || again.Head != r.Head || r.Head == [sha256.Size]byte{} {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestAnEmptyInstitutionIsWhole(t *testing.T) {
	db := fresh(t, quick())
	r, err := db.Verify()
	if err != nil || r.Entries != 0 || r.Head != [sha256.Size]byte{} {
		t.Errorf("%+v, %v", r, err)
	}
}

// rewritten makes one transaction in a closed file without the store, as somebody
// would who knows the format and wants to change the history.
func rewritten(t *testing.T, path string, change func(*bolt.Tx) error) {
	t.Helper()
	b, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(b.Update(change), b.Close()); err != nil {
		t.Fatal(err)
	}
}

// refitted makes the digest of a closed file fit again.
func refitted(t *testing.T, path string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	img, err := readImage(f)
	if err != nil {
		t.Fatal(err)
	}
	var c contents
	if c.buckets, err = img.buckets(); err != nil {
		t.Fatal(err)
	}
	if c.state, err = readState(c.buckets[metaBucket], format{Version: formatVersion}); err != nil {
		t.Fatal(err)
	}
	c.Digest = c.sum()
	rewritten(t, path, func(tx *bolt.Tx) error { return putSealed(tx, stateKey, c.state) })
}

func wantDamage(t *testing.T, err error, want Damage) {
	t.Helper()
	var d *DamagedError
	if !errors.As(err, &d) || d.Reason != want {
		t.Errorf("%v, want %s", err, want)
	}
}

func TestARecordChangedBehindTheJournalIsFound(t *testing.T) {
	path := villageFile(t)
	rewritten(t, path, func(tx *bolt.Tx) error {
		payload, err := encoding.Marshal(domain.Person{ID: "P1", Role: domain.Client, GivenName: "Iemand", FamilyName: "Anders"})
		if err != nil {
			return err
		}
		return tx.Bucket([]byte("person")).Put([]byte("P1"), seal("person", []byte("P1"), payload))
	})
	_, err := Open(path, quick())
	wantDamage(t, err, DamageDigest)
	refitted(t, path)
	_, err = Verify(path, quick())
	wantDamage(t, err, DamageReplay)
}

func TestAnEntryRewrittenInThePastBreaksTheChain(t *testing.T) {
	path := villageFile(t)
	db := open(t, path, quick())
	e, err := db.Entry(2)
	if err != nil {
		t.Fatal(err)
	}
	closed(t, db)
	e.By.Name = "iemand anders"
	payload, _, err := encodeEntry(e)
	if err != nil {
		t.Fatal(err)
	}
	rewritten(t, path, func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(journalBucket)).Put(journalKey(2), seal(journalBucket, journalKey(2), payload))
	})
	_, err = Open(path, quick())
	wantDamage(t, err, DamageDigest)
	refitted(t, path)
	_, err = Verify(path, quick())
	wantDamage(t, err, DamageChain)
}

func TestWhatIsMissingOrTooMuchIsFoundAtOpening(t *testing.T) {
	remove := func(bucket string, key []byte) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucket)).Delete(key) }
	}
	for name, c := range map[string]struct {
		change func(*bolt.Tx) error
		want   Damage
	}{
		"a person":        {remove("person", []byte("P1")), DamageCount},
		"the first entry": {remove(journalBucket, journalKey(1)), DamageJournal},
		"the state":       {remove(metaBucket, []byte(stateKey)), DamageCount},
		"a whole noun":    {func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte("shift")) }, DamageCount},
		"the journal":     {func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte(journalBucket)) }, DamageJournal},
		"a bucket too many": {func(tx *bolt.Tx) error {
			_, err := tx.CreateBucket([]byte("extra"))
			return err
		}, DamageCount},
		"a record under another's key": {func(tx *bolt.Tx) error {
			b := tx.Bucket([]byte("person"))
			return b.Put([]byte("P1"), b.Get([]byte("P2")))
		}, DamageDigest},
		"a heading": {remove(headingBucket, journalKey(1)), DamageJournal},
	} {
		t.Run(name, func(t *testing.T) {
			path := villageFile(t)
			rewritten(t, path, c.change)
			_, err := Open(path, quick())
			wantDamage(t, err, c.want)
		})
	}
}
