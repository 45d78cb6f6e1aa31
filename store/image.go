package store

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"io"
	"os"
)

// The layout of bbolt v1.5.0's meta page: a page header of 16 bytes (id, flags,
// count, overflow), then the fields below, in the byte order of the machine.
const (
	headerSize = 16
	metaSize   = 64 // without its page header
	boltMagic  = 0xED0CDAED
	boltLayout = 2

	metaFlag     = 0x04
	freelistFlag = 0x10
	branchFlag   = 0x01
	leafFlag     = 0x02
)

// Files are written with pageSize on every machine; other sizes are read as well.
const (
	pageSize     = 4096
	smallestPage = 1 << 10
	largestPage  = 1 << 16
)

// sizeLimit bounds what is read into memory: hundreds of times the largest
// institution with its journal.
const sizeLimit = 1 << 30

// meta holds the fields of a meta page.
type meta struct{ pageSize, root, sequence, freelist, pages, tx uint64 }

// image is the used part of a file, as ordinary reads return it.
type image struct {
	meta
	apart uint64 // transactions between the two meta pages; one, as bbolt writes them
	b     []byte
}

// native is the byte order in which bbolt writes its own numbers.
var native = binary.NativeEndian

// readImage reads the used part of f. Nobody may write to it meanwhile. The
// error is ErrEmpty, ErrForeign, ErrTooLarge, a DamagedError, or the system's: a disk that
// does not answer says nothing about the file.
func readImage(f *os.File) (image, error) {
	info, err := f.Stat()
	if err != nil {
		return image{}, err
	}
	size := uint64(info.Size())
	if size == 0 {
		return image{}, ErrEmpty
	}
	front := make([]byte, min(size, 2*largestPage))
	if err := readFull(f, front); err != nil {
		return image{}, err
	}
	m, apart, err := newestMeta(front)
	if err != nil {
		return image{}, err
	}
	switch {
	case m.pages > sizeLimit/m.pageSize:
		return image{}, ErrTooLarge
	case size < m.pages*m.pageSize:
		return image{}, damaged(DamageSize)
	}
	img := image{meta: m, apart: apart, b: make([]byte, m.pages*m.pageSize)}
	return img, readFull(f, img.b)
}

func readFull(f *os.File, b []byte) error {
	_, err := f.ReadAt(b, 0)
	if errors.Is(err, io.EOF) {
		return damaged(DamageSize)
	}
	return err
}

// newestMeta returns the newer of the two meta pages at the front of a file, and how
// many transactions lie between them.
// Both must be whole, although bbolt itself makes do with one. The 80 bytes that
// count stand in one sector, which is never half written: a bad meta page has
// rotted, and going on with the other would silently take back an edit.
func newestMeta(front []byte) (meta, uint64, error) {
	first, ok := metaAt(front, 0, 0)
	if !ok {
		if secondMeta(front) {
			return meta{}, 0, damaged(DamageMeta)
		}
		return meta{}, 0, ErrForeign
	}
	if uint64(len(front)) < 2*first.pageSize {
		return meta{}, 0, damaged(DamageSize)
	}
	second, ok := metaAt(front, 1, first.pageSize)
	if !ok || first.pageSize != second.pageSize || first.tx == second.tx {
		return meta{}, 0, damaged(DamageMeta)
	}
	newest, older := first, second
	if second.tx > first.tx {
		newest, older = second, first
	}
	if newest.sequence != 0 || newest.pages < 4 {
		return meta{}, 0, damaged(DamageMeta)
	}
	return newest, newest.tx - older.tx, nil
}

// secondMeta reports whether there is a second meta page at any page size: then
// the file is a bbolt file whose first page is gone.
func secondMeta(front []byte) bool {
	for ps := uint64(smallestPage); ps <= largestPage; ps *= 2 {
		if _, ok := metaAt(front, 1, ps); ok {
			return true
		}
	}
	return false
}

// metaAt reads meta page id at offset, and reports whether everything that bbolt
// writes in it is as bbolt writes it.
func metaAt(front []byte, id, offset uint64) (meta, bool) {
	if uint64(len(front)) < offset+headerSize+metaSize {
		return meta{}, false
	}
	b := front[offset:]
	m := b[headerSize:]
	sum := fnv.New64a()
	_, _ = sum.Write(m[:metaSize-8]) // never fails
	whole := header(b) == pageHeader{id: id, flags: metaFlag} &&
		native.Uint32(m) == boltMagic && native.Uint32(m[4:]) == boltLayout &&
		native.Uint32(m[12:]) == 0 && native.Uint64(m[metaSize-8:]) == sum.Sum64()
	out := meta{
		pageSize: uint64(native.Uint32(m[8:])),
		root:     native.Uint64(m[16:]),
		sequence: native.Uint64(m[24:]),
		freelist: native.Uint64(m[32:]),
		pages:    native.Uint64(m[40:]),
		tx:       native.Uint64(m[48:]),
	}
	sane := out.pageSize >= smallestPage && out.pageSize <= largestPage && out.pageSize&(out.pageSize-1) == 0
	return out, whole && sane
}

// orderMetas puts the meta pages of a copy where bbolt would have written them: the one
// of an odd transaction second. bbolt's own copy puts the newer one first, and writes
// the next transaction over it where that is even: then the two are two apart.
func orderMetas(f *os.File) error {
	front := make([]byte, 2*largestPage)
	n, err := f.ReadAt(front, 0)
	if err != nil && err != io.EOF {
		return err
	}
	m, apart, err := newestMeta(front[:n])
	if err != nil {
		return err
	}
	if m.tx%2 == 0 || apart != 1 {
		return nil
	}
	for id := range uint64(2) {
		page := front[id*m.pageSize:]
		native.PutUint64(page[headerSize+48:], m.tx-1+id)
		sum := fnv.New64a()
		_, _ = sum.Write(page[headerSize : headerSize+metaSize-8]) // never fails
		native.PutUint64(page[headerSize+metaSize-8:], sum.Sum64())
	}
	_, err = f.WriteAt(front[:2*m.pageSize], 0)
	return err
}

// front is what counts of the two meta pages: every transaction changes it.
type front [2][headerSize + metaSize]byte

func frontOf(f *os.File, pageSize int64) (out front, err error) {
	for i := range out {
		if _, err := f.ReadAt(out[i][:], int64(i)*pageSize); err != nil && err != io.EOF {
			return front{}, err
		}
	}
	return out, nil
}

type pageHeader struct {
	id       uint64
	flags    uint16
	count    uint16
	overflow uint32
}

func header(b []byte) pageHeader {
	return pageHeader{native.Uint64(b), native.Uint16(b[8:]), native.Uint16(b[10:]), native.Uint32(b[12:])}
}
