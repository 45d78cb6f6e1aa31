package store

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zichtlijn/domain"
)

// Rollback says that a file is not as it was last seen here. What stands apart from the
// file finds what nothing inside it can: that all of it is of an earlier moment.
type Rollback struct {
	Missing domain.Seq // entries that were there and are not now
	Differs bool       // as many entries as there were, or more, but not the same
}

// Any reports whether there is something to say.
func (r Rollback) Any() bool { return r != Rollback{} }

// Opening is what somebody should be told when a file is opened.
type Opening struct {
	Old      bool   // of an earlier version, and opened for reading as it is
	Migrated string // brought up to date; the path of the copy that was made before
	Rollback Rollback
	Exposed  []Exposure
}

// Opening returns what somebody should be told about the file.
func (db *DB) Opening() Opening {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return Opening{Old: db.format.Version < formatVersion, Migrated: db.migrated, Rollback: db.rollback, Exposed: db.exposed}
}

// seen is what is remembered of a file: one small file per identity, in a folder of the
// user.
type seen struct {
	Head    domain.Seq `json:"head"`
	Hash    string     `json:"hash"`
	Path    string     `json:"path"`
	Advised string     `json:"advised,omitempty"` // hash of the head of the copy that was named to go back to
}

// mostSeen is of how many files the head is remembered.
const mostSeen = 100

const seenEnd = ".json"

// seenPath returns where a file is remembered; empty where it is not.
func (o Options) seenPath(path string, identity []byte) string {
	if o.Seen == "" || o.Scratch || len(identity) == 0 || strings.HasSuffix(path, copyEnd) {
		return ""
	}
	return filepath.Join(o.Seen, hex.EncodeToString(identity)+seenEnd)
}

func readSeen(at string) (s seen, ok bool) {
	info, err := os.Lstat(at)
	if err != nil || !info.Mode().IsRegular() || info.Size() > 64<<10 {
		return seen{}, false
	}
	b, err := os.ReadFile(at)
	return s, err == nil && json.Unmarshal(b, &s) == nil && s.Head > 0
}

// writeSeen puts s in the place of what was remembered. It does not wait for the disk:
// after a power cut something older is remembered, which raises no alarm. An error only
// weakens the memory.
func writeSeen(at string, s seen) {
	b, err := json.Marshal(s)
	if err != nil {
		return
	}
	was, err := os.Lstat(at)
	if err == nil && overwritten(at, was, b) {
		return
	}
	if err != nil {
		if os.MkdirAll(filepath.Dir(at), 0o700) != nil {
			return
		}
		forgetOldest(filepath.Dir(at))
	}
	part := at + ".part"
	_ = os.Remove(part) // a link there must not choose where we write
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return
	}
	_, err = f.Write(b)
	if f.Close() != nil || err != nil || os.Rename(part, at) != nil {
		_ = os.Remove(part)
	}
}

// overwritten writes b over what the regular file was, and reports whether it could. A
// rename over it would be simpler, but makes ext4 write at once, which tripled the time of
// an edit.
func overwritten(at string, was os.FileInfo, b []byte) bool {
	if !was.Mode().IsRegular() {
		return false
	}
	f, err := os.OpenFile(at, os.O_WRONLY, 0)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // nobody waits for the disk
	if now, err := f.Stat(); err != nil || !os.SameFile(now, was) {
		return false
	}
	if rest := int(was.Size()) - len(b); rest > 0 { // of a longer one
		b = append(b, bytes.Repeat([]byte(" "), rest)...)
	}
	_, err = f.WriteAt(b, 0)
	return err == nil
}

// forgetOldest makes room for one more.
func forgetOldest(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	var kept []os.FileInfo
	for _, e := range entries {
		if info, err := e.Info(); err == nil && strings.HasSuffix(e.Name(), seenEnd) {
			kept = append(kept, info)
		}
	}
	slices.SortFunc(kept, func(a, b os.FileInfo) int {
		return cmp.Or(b.ModTime().Compare(a.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	for _, old := range kept[min(len(kept), mostSeen-1):] {
		_ = os.Remove(filepath.Join(dir, old.Name()))
	}
}

// recall compares the file with what is remembered of it, and remembers it as it is now
// when nothing is missing. A file elsewhere with the identity of one that is still in its
// place is a copy: it is neither compared nor remembered. mu need not be held yet.
func (db *DB) recall(c contents) {
	at := db.options.seenPath(db.path, c.format.Identity)
	if at == "" {
		return
	}
	was, known := readSeen(at)
	if known {
		if here := absolute(db.path); was.Path != here {
			if _, err := os.Lstat(was.Path); err == nil {
				return
			}
		}
		if was.Advised == "" || was.Advised != hex.EncodeToString(c.Hash) {
			db.rollback = c.since(was)
		}
	}
	if !db.readOnly {
		db.seenAt = at
		db.remember()
	}
}

// since compares c with what was seen of it.
func (c contents) since(was seen) Rollback {
	if c.Head < was.Head {
		return Rollback{Missing: was.Head - c.Head}
	}
	at := c.buckets[journalBucket][was.Head-1]
	payload, err := unseal(journalBucket, at.key, at.value)
	hash := sha256.Sum256(payload)
	return Rollback{Differs: err != nil || hex.EncodeToString(hash[:]) != was.Hash}
}

// remember keeps the present head. A file of which something is missing is not
// remembered until that is accepted.
func (db *DB) remember() {
	if db.seenAt == "" || db.head == 0 || db.rollback.Any() {
		return
	}
	writeSeen(db.seenAt, seen{Head: db.head, Hash: hex.EncodeToString(db.hash[:]), Path: absolute(db.path)})
}

func absolute(path string) string {
	if at, err := filepath.Abs(path); err == nil {
		return at
	}
	return path
}

// Accept takes the file as it is for the one last seen, although something is missing.
func (db *DB) Accept() {
	db.writing.Lock()
	defer db.writing.Unlock()
	db.mu.Lock()
	db.rollback = Rollback{}
	db.mu.Unlock()
	db.remember()
}

// Accept is DB.Accept for the file at path, which it checks in full first. Errors as in
// Verify.
func Accept(path string, o Options) (Report, error) {
	r, err := Verify(path, o)
	if err != nil {
		return r, err
	}
	c, err := loadCopy(path)
	if err != nil {
		return r, err
	}
	if at := o.seenPath(path, c.format.Identity); at != "" && c.Head > 0 {
		writeSeen(at, seen{Head: c.Head, Hash: hex.EncodeToString(c.Hash), Path: absolute(path)})
	}
	return r, nil
}

// advise remembers which copy was named: who goes back to it need not be warned.
func (o Options) advise(path, copyPath string) {
	c, err := loadCopy(copyPath)
	if err != nil {
		return
	}
	at := o.seenPath(path, c.format.Identity)
	if was, known := readSeen(at); at != "" && known && !o.ReadOnly {
		was.Advised = hex.EncodeToString(c.Hash)
		writeSeen(at, was)
	}
}
