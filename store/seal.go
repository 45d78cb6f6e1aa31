package store

import (
	"encoding/binary"
	"hash/crc32"
)

// This file is the seam at which every value enters and leaves the disk.
//
// A sealed value is a format byte, the payload, and a CRC-32C over bucket, key,
// format byte and payload. bbolt has no checksums of its own: the seal tells a value
// that was written from one that rotted and, because it covers bucket and key, finds
// a value in a wrong place too. CRC-32C finds every error within 32 bits and misses
// others once in four thousand million. It guards against accidents, as do the digest of
// the state and the chain of the journal: none of them has a key, so whoever can write
// to the file and knows its format can make all three fit. Against intent stands only
// what lies elsewhere: the head that is remembered apart from the file. Encryption would
// come in as another format byte.

const (
	sealPlain = 1 // format byte: payload as it is
	sealSize  = 1 + crc32.Size
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// seal returns payload as it is stored in bucket under key.
func seal(bucket string, key, payload []byte) []byte {
	out := make([]byte, 0, len(payload)+sealSize)
	out = append(out, sealPlain)
	out = append(out, payload...)
	return binary.LittleEndian.AppendUint32(out, checksum(bucket, key, out))
}

// unseal returns the payload of a stored value, which it shares, or a DamagedError.
func unseal(bucket string, key, value []byte) ([]byte, error) {
	if len(value) < sealSize || value[0] != sealPlain {
		return nil, damaged(DamageSeal)
	}
	body, sum := value[:len(value)-crc32.Size], value[len(value)-crc32.Size:]
	if binary.LittleEndian.Uint32(sum) != checksum(bucket, key, body) {
		return nil, damaged(DamageSeal)
	}
	return body[1:], nil
}

// checksum separates its parts by a zero byte, which no bucket's name holds, so that
// a byte can not move from the bucket into the key unnoticed.
func checksum(bucket string, key, body []byte) uint32 {
	var head [64]byte
	sum := crc32.Update(0, castagnoli, append(append(head[:0], bucket...), 0))
	sum = crc32.Update(sum, castagnoli, append(append(head[:0], key...), 0))
	return crc32.Update(sum, castagnoli, body)
}
