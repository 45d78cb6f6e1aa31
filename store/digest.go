package store

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
	"slices"
	"sync"
)

// digest is one number over all values of a file but the state, which holds it: the sum
// without carry (xor) of a hash of each. It does not depend on their order, so an edit
// changes it by the values that it replaces and writes. It finds what seals can not: a
// page that is whole, but of another moment.
type digest [sha256.Size]byte

// turn adds a value, or takes it out again.
func (d *digest) turn(bucket string, key, value []byte) {
	h := sha256.New()
	var head [128]byte
	b := append(append(head[:0], bucket...), 0)
	b = append(binary.AppendUvarint(b, uint64(len(key))), key...)
	_, _ = h.Write(b) // never fails
	_, _ = h.Write(value)
	subtle.XORBytes(d[:], d[:], h.Sum(b[:0]))
}

// sum returns the digest of the values as they were read.
func (c contents) sum() []byte {
	var (
		all  digest
		lock sync.Mutex
		wait sync.WaitGroup
	)
	for bucket, cells := range c.buckets {
		for part := range slices.Chunk(cells, 1+len(cells)/2) {
			wait.Go(func() {
				var d digest
				for _, at := range part {
					if bucket != metaBucket || string(at.key) != stateKey {
						d.turn(bucket, at.key, at.value)
					}
				}
				lock.Lock()
				defer lock.Unlock()
				subtle.XORBytes(all[:], all[:], d[:])
			})
		}
	}
	wait.Wait()
	return all[:]
}
