package store

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"

	"zichtlijn/domain"
	"zichtlijn/store/whole"
)

// copiesKept is how many copies stay beside a file: seven days of work.
const copiesKept = 7

const copyEnd = ".copy"

// copyPath names the copy of a day: institution.db.2026-03-02.copy.
func copyPath(path string, day domain.Date) string { return path + "." + day.String() + copyEnd }

// Backup writes a consistent copy of the file to path, which must not exist. The
// copy is read back and checked before it gets its name. Errors: ErrExists,
// ErrBarred, ErrFull, ErrClosed, ErrStopped, ErrNotOurs where another program wrote over
// the open file, DamagedError, or the system's.
func (db *DB) Backup(path string) error {
	db.writing.Lock()
	defer db.writing.Unlock()
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	return Named(db.copyTo(path, db.checkCopy))
}

// checkCopy returns nil if all of the file at path can be read, is right, and has the
// present head.
func (db *DB) checkCopy(path string) error {
	h, err := acquire(path, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	c, err := load(h.File)
	if err == nil && (c.Head != db.head || c.hash() != db.hash) {
		err = ErrNotOurs
	}
	return errors.Join(err, h.Close())
}

// copyTo writes a copy under another name, syncs and checks it, and only then gives
// it the name path.
func (db *DB) copyTo(path string, check func(path string) error) error {
	part, err := whole.Begin(path)
	if err != nil {
		return err
	}
	defer part.Discard()
	err = db.view(func(tx *bolt.Tx) error {
		to := errorKeeper{to: part}
		_, err := tx.WriteTo(&to)
		return cmp.Or(to.err, err)
	})
	if err == nil {
		err = orderMetas(part.File)
	}
	if err == nil {
		err = part.Sync()
	}
	if err == nil {
		err = check(part.Name())
	}
	if err == nil {
		err = taken(part.Publish())
	}
	return err
}

// taken is ErrExists where a name is taken.
func taken(err error) error {
	if errors.Is(err, fs.ErrExist) {
		return ErrExists
	}
	return err
}

// errorKeeper keeps the error of a write: bbolt quotes it without wrapping it, and
// a full disk must be recognised (ErrFull).
type errorKeeper struct {
	to  io.Writer
	err error
}

func (f *errorKeeper) Write(p []byte) (int, error) {
	n, err := f.to.Write(p)
	f.err = cmp.Or(f.err, err)
	return n, err
}

// keepCopy copies the file as it is before the first edit of a day. It tries once a
// day and keeps an error for CopyError. writing is held.
func (db *DB) keepCopy(today domain.Date) {
	if db.copied == today || db.head == 0 || db.options.Scratch {
		return
	}
	db.copied = today
	_, err := db.copyBeside(today.String(), db.hasPast)
	if err == nil {
		err = dropOldCopies(db.path, db.format.Identity)
	}
	db.mu.Lock()
	defer db.mu.Unlock()
	db.copyErr = Named(err)
}

// copyBeside makes a copy beside the file under a label, or finds there one that serves:
// an earlier start of the program kept it. What else stands under that name, an empty
// file or the copy of another, stays, and the copy gets a number behind its label.
func (db *DB) copyBeside(label string, serves func(contents) bool) (string, error) {
	for n := 1; ; n++ {
		at := db.path + "." + label + copyEnd
		if n > 1 {
			at = db.path + "." + label + "-" + strconv.Itoa(n) + copyEnd
		}
		err := db.copyTo(at, func(string) error { return nil })
		if err == nil {
			return at, nil
		}
		if !errors.Is(err, ErrExists) || n == mostLabels {
			return "", err
		}
		if c, err := loadCopy(at); err == nil && serves(c) {
			return at, nil
		}
	}
}

// mostLabels bounds the search for a free name.
const mostLabels = 99

// hasPast reports whether c is this file at its present entry or at one before.
func (db *DB) hasPast(c contents) bool {
	if !sameIdentity(c.format.Identity, db.format.Identity) || c.Head == 0 || c.Head > db.head {
		return false
	}
	hash, err := db.hashOf(c.Head)
	return err == nil && hash == c.hash()
}

// hashOf returns the hash of entry n.
func (db *DB) hashOf(n domain.Seq) (hash [sha256.Size]byte, err error) {
	err = db.view(func(tx *bolt.Tx) error {
		payload, err := journalReader{tx}.payload(n)
		hash = sha256.Sum256(payload)
		return err
	})
	return hash, err
}

// sameIdentity lets a file without one pass: it is of version 1, or of a test.
func sameIdentity(a, b []byte) bool { return len(a) == 0 || len(b) == 0 || bytes.Equal(a, b) }

// loadCopy reads a copy without its records.
func loadCopy(path string) (contents, error) {
	h, err := acquire(path, Options{ReadOnly: true})
	if err != nil {
		return contents{}, err
	}
	c, err := loadSealed(h.File)
	return c, errors.Join(err, h.Close())
}

// copyFile is a copy beside a file, with the number of its last entry.
type copyFile struct {
	path string
	head domain.Seq
}

// copies returns the copies beside path whose seals and digest are right, of the file
// with that identity, those with most entries first. What their names say of a day
// counts for nothing: a clock may have been wrong.
func copies(path string, identity []byte) ([]copyFile, error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	var out []copyFile
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), filepath.Base(path)+".")
		if !ours || !strings.HasSuffix(rest, copyEnd) || !e.Type().IsRegular() {
			continue
		}
		at := filepath.Join(filepath.Dir(path), e.Name())
		if c, err := loadCopy(at); err == nil && c.Head > 0 && sameIdentity(c.format.Identity, identity) {
			out = append(out, copyFile{at, c.Head})
		}
	}
	slices.SortStableFunc(out, func(a, b copyFile) int { return cmp.Compare(b.head, a.head) })
	return out, nil
}

// dropOldCopies removes all but the copies with most entries. What can not be read is
// no copy, and stays.
func dropOldCopies(path string, identity []byte) error {
	kept, err := copies(path, identity)
	if err != nil {
		return err
	}
	for _, c := range kept[min(len(kept), copiesKept):] {
		if e := os.Remove(c.path); e != nil && !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	return err
}

// NewestCopy returns the path of the copy beside the file at path that has most entries
// and passes Verify; empty when there is none. The file itself need not exist; as long
// as its identity can be found in it, only its own copies count.
func NewestCopy(path string) string {
	all, err := copies(path, findIdentity(path))
	if err != nil {
		return ""
	}
	for _, c := range all {
		if _, err := Verify(c.path, Options{}); err == nil {
			return c.path
		}
	}
	return ""
}

// findIdentity looks for the identity in a file that may be damaged; nil: not found.
func findIdentity(path string) []byte {
	b, err := readSome(path)
	if err != nil {
		return nil
	}
	blank, err := sealed(formatKey, format{Mark: formatMark, Version: formatVersion, Identity: make([]byte, identitySize)})
	if err != nil {
		return nil
	}
	begin := append([]byte(formatKey), blank[:len(blank)-crc32.Size-identitySize]...)
	for {
		at := bytes.Index(b, begin)
		if at < 0 || len(b)-at < len(formatKey)+len(blank) {
			return nil
		}
		b = b[at+len(formatKey):]
		if payload, err := unseal(metaBucket, []byte(formatKey), b[:len(blank)]); err == nil {
			return bytes.Clone(payload[len(payload)-identitySize:])
		}
	}
}

// readSome reads a regular file, no more of it than a file of ours may have.
func readSome(path string) ([]byte, error) {
	at, err := os.Lstat(path)
	if err != nil || !at.Mode().IsRegular() || at.Size() > sizeLimit {
		return nil, ErrSymlink
	}
	return os.ReadFile(path)
}

// withCopy adds the newest good copy to an error about a file that is damaged, or of which
// nothing is left: absent, empty, or with its head wiped. A disk that failed while the
// file was read says nothing about the file, so no copy is to take its place.
func withCopy(path string, o Options, err error) error {
	var d *DamagedError
	switch {
	case errors.As(err, &d):
		if d.Reason != DamageUnsteady {
			d.Copy = NewestCopy(path)
			o.advise(path, d.Copy)
		}
	case errors.Is(err, ErrNoFile), errors.Is(err, ErrEmpty), errors.Is(err, ErrForeign):
		if at := NewestCopy(path); at != "" {
			o.advise(path, at)
			return &LostError{Copy: at, Cause: err}
		}
	}
	return err
}
