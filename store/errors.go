package store

import (
	"errors"
	"fmt"
	"time"
)

// The reasons why a file can not be used. Test for them with errors.Is.
var (
	ErrNoFile   = errors.New("store: no such file")
	ErrExists   = errors.New("store: there is a file of that name already")
	ErrSymlink  = errors.New("store: not a regular file")
	ErrEmpty    = errors.New("store: the file is empty")
	ErrForeign  = errors.New("store: the file is not ours")
	ErrNewer    = errors.New("store: written by a newer version")
	ErrTooLarge = errors.New("store: the file is larger than any we write")
	ErrDamaged  = errors.New("store: damaged")                   // see DamagedError
	ErrLocked   = errors.New("store: locked by another program") // see LockedError

	ErrReadOnly   = errors.New("store: opened for reading only, as was asked")
	ErrUnwritable = errors.New("store: the file may not be written to")
	ErrBarred     = errors.New("store: no file may be made there")
	ErrFull       = errors.New("store: no room left on the disk")
	ErrNotOurs    = errors.New("store: the file at the path is no longer the one that was opened")
	ErrClosed     = errors.New("store: closed")
	ErrStopped    = errors.New("store: no more is written since a write failed")
	ErrNoEntry    = errors.New("store: no such entry in the journal")
	ErrNotSaved   = errors.New("store: not saved")    // see NotSavedError
	ErrUncertain  = errors.New("store: may be saved") // see UncertainError
)

// LockedError says that another program has the file. Its fields come from a note
// beside the file and are probable, not certain. errors.Is finds ErrLocked in it.
type LockedError struct {
	Known bool // there is a note of a program that still runs; false: the rest is zero
	PID   int
	Login string // untrusted: clean it before it is shown
	Since time.Time
}

// Error is for developers.
func (e *LockedError) Error() string {
	return fmt.Sprintf("%v (pid %d, known %t)", ErrLocked, e.PID, e.Known)
}

func (e *LockedError) Is(target error) bool { return target == ErrLocked }

// Damage is the part of a file that is not as it was written.
type Damage string

// The parts.
const (
	DamageMeta     Damage = "meta"     // one of the two meta pages
	DamageSize     Damage = "size"     // the file was cut short
	DamagePages    Damage = "pages"    // the tree of pages, or the list of free ones
	DamageSeal     Damage = "seal"     // a record whose checksum does not fit
	DamageRecord   Damage = "record"   // a record that can not be read, or under a wrong key
	DamageCount    Damage = "count"    // more or fewer records than there should be
	DamageDigest   Damage = "digest"   // a page of another moment: all is whole, but not of one time
	DamageJournal  Damage = "journal"  // an entry is missing, or the last is not the head
	DamageChain    Damage = "chain"    // an entry does not follow the one before (Verify only)
	DamageReplay   Damage = "replay"   // the journal leads to other records (Verify only)
	DamageUnsteady Damage = "unsteady" // the disk failed while the file was read
)

// DamagedError says that a file is not as it was written. errors.Is finds ErrDamaged
// in it.
type DamagedError struct {
	Reason Damage
	// Copy is the path of the newest copy beside the file that can be read in full;
	// empty when there is none. To go back, put it in the place of the file.
	Copy  string
	cause error
}

// Error is for developers.
func (e *DamagedError) Error() string {
	if e.cause != nil {
		return fmt.Sprintf("%v: %s: %v", ErrDamaged, e.Reason, e.cause)
	}
	return fmt.Sprintf("%v: %s", ErrDamaged, e.Reason)
}

func (e *DamagedError) Is(target error) bool { return target == ErrDamaged }

// Unwrap returns the error of the operating system; nil when there was none.
func (e *DamagedError) Unwrap() error { return e.cause }

// Named joins ErrFull or ErrBarred to an error of the system about writing a new
// file, where one of them fits. Other errors stay as they are.
func Named(err error) error {
	switch {
	case isFull(err):
		return errors.Join(ErrFull, err)
	case mayNotWrite(err):
		return errors.Join(ErrBarred, err)
	}
	return err
}

// LostError says that nothing of a file is left, though there is a copy of it: it is
// absent, empty, or begins as no file of ours does. errors.Is finds ErrNoFile, ErrEmpty or
// ErrForeign in it.
type LostError struct {
	Copy  string // as in DamagedError, never empty
	Cause error
}

// Error is for developers.
func (e *LostError) Error() string { return fmt.Sprintf("%v (copy %s)", e.Cause, e.Copy) }

func (e *LostError) Unwrap() error { return e.Cause }

func damaged(d Damage) error { return &DamagedError{Reason: d} }

// NotSavedError says that an edit is certainly not in the file, which is as it was
// before. The edit may be tried again. errors.Is finds ErrNotSaved in it, and
// ErrFull where the disk is full.
type NotSavedError struct{ Cause error }

// Error is for developers.
func (e *NotSavedError) Error() string { return fmt.Sprintf("%v: %v", ErrNotSaved, e.Cause) }

func (e *NotSavedError) Is(target error) bool {
	return target == ErrNotSaved || target == ErrFull && isFull(e.Cause)
}

func (e *NotSavedError) Unwrap() error { return e.Cause }

// UncertainError says that the disk failed while an edit was written. Nothing more
// is written through this DB (ErrStopped): the file must be opened again. errors.Is
// finds ErrUncertain in it.
type UncertainError struct {
	// Seen: the file was read again and shows the edit, and DB.World has it; but the
	// disk did not confirm that it will last. Not seen: the file could not be read
	// again, or holds something else, and DB.World is without the edit.
	Seen  bool
	Cause error
}

// Error is for developers.
func (e *UncertainError) Error() string {
	return fmt.Sprintf("%v (seen %t): %v", ErrUncertain, e.Seen, e.Cause)
}

func (e *UncertainError) Is(target error) bool { return target == ErrUncertain }

func (e *UncertainError) Unwrap() error { return e.Cause }
