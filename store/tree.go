package store

import "bytes"

// cell is one key with its value, as they stand in a leaf.
type cell struct{ key, value []byte }

// maxDepth bounds a tree: a hundred million records need less than ten levels.
const maxDepth = 32

// walk follows an image from its root and checks everything on which bbolt relies
// without looking: page ids in range, pages reached once, their kind, elements in
// the very places where bbolt puts them, keys that ascend, and branch keys that equal
// the first key below. By a branch key bbolt finds what to replace when it writes:
// with a wrong one it would keep a page that it also frees.
type walk struct {
	image
	reached []bool
}

// buckets returns the cells of every bucket by name, each in the order of keys.
// The error is a DamagedError, or ErrForeign for a file without our marks.
func (img image) buckets() (map[string][]cell, error) {
	w := &walk{image: img, reached: make([]bool, img.pages)}
	w.reached[0], w.reached[1] = true, true
	root, err := w.tree(img.root, bucketElement)
	if err != nil {
		return nil, err
	}
	all := make(map[string][]cell, len(root))
	for _, c := range root {
		all[string(c.key)] = nil
	}
	if _, ours := all[metaBucket]; !ours {
		return nil, ErrForeign
	}
	for _, c := range root {
		if all[string(c.key)], err = w.bucket(c.value); err != nil {
			return nil, err
		}
	}
	return all, w.checkPages()
}

// bucket returns the cells of the bucket with header value: the number of its root
// page, a sequence that we never use and, where the number is zero, its only page.
func (w *walk) bucket(value []byte) ([]cell, error) {
	if len(value) < headerSize || native.Uint64(value[8:]) != 0 {
		return nil, damaged(DamagePages)
	}
	if root := native.Uint64(value); root != 0 {
		if len(value) != headerSize {
			return nil, damaged(DamagePages)
		}
		return w.tree(root, recordElement)
	}
	inline := value[headerSize:]
	if len(inline) < headerSize {
		return nil, damaged(DamagePages)
	}
	h := header(inline)
	if h.id != 0 || h.flags != leafFlag || h.overflow != 0 {
		return nil, damaged(DamagePages)
	}
	cells, end, err := leaf(inline, h.count, recordElement)
	if err == nil && end != len(inline) {
		err = damaged(DamagePages)
	}
	return cells, err
}

// tree returns the cells of the tree under page root, all with the given flag.
func (w *walk) tree(root uint64, flag uint32) ([]cell, error) {
	var cells []cell
	if err := w.page(root, nil, flag, &cells, 0); err != nil {
		return nil, err
	}
	for i := 1; i < len(cells); i++ {
		if bytes.Compare(cells[i-1].key, cells[i].key) >= 0 {
			return nil, damaged(DamagePages)
		}
	}
	return cells, nil
}

// page adds the cells under page id to cells. first is the key of the page in its
// branch; nil for a root.
func (w *walk) page(id uint64, first []byte, flag uint32, cells *[]cell, depth int) error {
	b, h, err := w.claim(id)
	if err != nil {
		return err
	}
	if depth > maxDepth || h.count == 0 && (first != nil || h.flags != leafFlag) {
		return damaged(DamagePages)
	}
	switch h.flags {
	case leafFlag:
		own, _, err := leaf(b, h.count, flag)
		if err != nil || first != nil && !bytes.Equal(first, own[0].key) {
			return damaged(DamagePages)
		}
		*cells = append(*cells, own...)
		return nil
	case branchFlag:
		return w.branch(b, h.count, first, flag, cells, depth)
	default:
		return damaged(DamagePages)
	}
}

func (w *walk) branch(b []byte, count uint16, first []byte, flag uint32, cells *[]cell, depth int) error {
	at := headerSize + branchElementSize*int(count)
	if at > len(b) {
		return damaged(DamagePages)
	}
	for i := range int(count) {
		offset := headerSize + branchElementSize*i
		e := b[offset:]
		pos, ksize, child := native.Uint32(e), native.Uint32(e[4:]), native.Uint64(e[8:])
		if uint64(pos) != uint64(at-offset) || ksize == 0 || uint64(ksize) > uint64(len(b)-at) {
			return damaged(DamagePages)
		}
		key := b[at : at+int(ksize)]
		at += int(ksize)
		if i == 0 && first != nil && !bytes.Equal(first, key) {
			return damaged(DamagePages)
		}
		if err := w.page(child, key, flag, cells, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// claim returns page id with its overflow. It is damage if either was reached before.
func (w *walk) claim(id uint64) ([]byte, pageHeader, error) {
	if id < 2 || id >= w.pages {
		return nil, pageHeader{}, damaged(DamagePages)
	}
	h := header(w.b[id*w.pageSize:])
	end := id + 1 + uint64(h.overflow)
	if h.id != id || end > w.pages {
		return nil, pageHeader{}, damaged(DamagePages)
	}
	for p := id; p < end; p++ {
		if w.reached[p] {
			return nil, pageHeader{}, damaged(DamagePages)
		}
		w.reached[p] = true
	}
	return w.b[id*w.pageSize : end*w.pageSize], h, nil
}

// The flag of an element in a leaf says whether its value is a bucket.
const (
	recordElement = uint32(0)
	bucketElement = uint32(1)

	leafElementSize   = 16
	branchElementSize = 16
)

// leaf returns the cells of a leaf page and the offset where the last of them ends.
// bbolt writes all elements first and then, in their order and without a gap, every
// key with its value.
func leaf(b []byte, count uint16, flag uint32) ([]cell, int, error) {
	at := headerSize + leafElementSize*int(count)
	if at > len(b) {
		return nil, 0, damaged(DamagePages)
	}
	cells := make([]cell, count)
	for i := range cells {
		offset := headerSize + leafElementSize*i
		e := b[offset:]
		flags, pos := native.Uint32(e), native.Uint32(e[4:])
		ksize, vsize := uint64(native.Uint32(e[8:])), uint64(native.Uint32(e[12:]))
		if flags != flag || uint64(pos) != uint64(at-offset) || ksize == 0 || ksize+vsize > uint64(len(b)-at) {
			return nil, 0, damaged(DamagePages)
		}
		key := b[at : at+int(ksize) : at+int(ksize)]
		value := b[at+int(ksize) : at+int(ksize+vsize) : at+int(ksize+vsize)]
		cells[i] = cell{key, value}
		at += int(ksize + vsize)
	}
	return cells, at, nil
}

// checkPages checks that every page is either reached or free, once: a page that is
// both would be overwritten, one that is neither has lost its branch.
func (w *walk) checkPages() error {
	b, h, err := w.claim(w.freelist)
	if err != nil {
		return err
	}
	count, ids := uint64(h.count), b[headerSize:]
	if h.count == 0xFFFF { // too many for the header: the first number is the count
		count, ids = native.Uint64(ids), ids[8:]
	}
	if h.flags != freelistFlag || count > uint64(len(ids))/8 {
		return damaged(DamagePages)
	}
	last := uint64(0)
	for i := range count {
		id := native.Uint64(ids[8*i:])
		if id <= last || id >= w.pages || w.reached[id] {
			return damaged(DamagePages)
		}
		w.reached[id], last = true, id
	}
	for _, r := range w.reached {
		if !r {
			return damaged(DamagePages)
		}
	}
	return nil
}
