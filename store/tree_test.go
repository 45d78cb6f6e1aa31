package store

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// TestWhatBboltWritesIsNeverCalledDamaged compares our reading of pages with bbolt's:
// after random writes and removals, in small and large transactions, we find the file
// undamaged and read what bbolt reads.
func TestWhatBboltWritesIsNeverCalledDamaged(t *testing.T) {
	for seed := range uint64(times(4, 40)) {
		chance := rand.New(rand.NewPCG(seed, 1))
		path := filepath.Join(t.TempDir(), "b.db")
		b, err := bolt.Open(path, 0o600, &bolt.Options{PageSize: pageSize, NoSync: true, FreelistType: bolt.FreelistArrayType})
		if err != nil {
			t.Fatal(err)
		}
		for round := range 60 {
			if err := b.Update(func(tx *bolt.Tx) error { return disturb(tx, chance) }); err != nil {
				t.Fatal(err)
			}
			if err := readAlike(b, path); err != nil {
				t.Fatalf("seed %d, round %d: %v", seed, round, err)
			}
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// disturb writes and removes keys in three buckets, often whole stretches of them.
func disturb(tx *bolt.Tx, chance *rand.Rand) error {
	for _, name := range []string{metaBucket, "a", "b"} {
		bucket, err := tx.CreateBucketIfNotExists([]byte(name))
		if err != nil {
			return err
		}
		if chance.IntN(3) == 0 {
			bucket.FillPercent = bulkFill
		}
		from, n := chance.IntN(3000), 1<<chance.IntN(11)
		for i := range n {
			key := fmt.Appendf(nil, "%0*d", 4+chance.IntN(2)*30, from+i)
			if chance.IntN(5) < 2 {
				err = bucket.Delete(key)
			} else {
				err = bucket.Put(key, make([]byte, chance.IntN(1+1<<chance.IntN(14))))
			}
			if err != nil {
				return err
			}
		}
		if chance.IntN(6) == 0 {
			if err := bucket.ForEach(func(k, _ []byte) error {
				if chance.IntN(40) != 0 {
					return bucket.Delete(bytes.Clone(k))
				}
				return nil
			}); err != nil {
				return err
			}
		}
	}
	return nil
}

// readAlike returns an error unless we read from path what bbolt reads.
func readAlike(b *bolt.DB, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	img, err := readImage(f)
	if err != nil {
		return err
	}
	buckets, err := img.buckets()
	if err != nil {
		return err
	}
	return b.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, bucket *bolt.Bucket) error {
			cells := buckets[string(name)]
			i := 0
			err := bucket.ForEach(func(k, v []byte) error {
				if i >= len(cells) || !bytes.Equal(k, cells[i].key) || !bytes.Equal(v, cells[i].value) {
					return fmt.Errorf("bucket %s differs at %d", name, i)
				}
				i++
				return nil
			})
			if err == nil && i != len(cells) {
				err = fmt.Errorf("bucket %s: %d cells, want %d", name, len(cells), i)
			}
			return err
		})
	})
}
