package store

import (
	"errors"
	"fmt"
	"time"
)

// What can stand between a person and a file. All of them are found with errors.Is.
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

// LockedError says that another program has the file. What it says of that
// program comes from a note beside the file and is probable, not certain. It
// answers to ErrLocked.
type LockedError struct {
	Known bool // there is a note of a program that still runs; else the rest is zero
	PID   int
	Login string // from outside: clean it before it is shown
	Since time.Time
}

// Error is for developers.
func (e *LockedError) Error() string {
	return fmt.Sprintf("%v (pid %d, known %t)", ErrLocked, e.PID, e.Known)
}

// Is makes LockedError answer to ErrLocked.
func (e *LockedError) Is(target error) bool { return target == ErrLocked }

// Damage says where a file is not as it was written.
type Damage string

// The places where damage is found.
const (
	DamageMeta     Damage = "meta"     // one of the two pages that everything hangs on
	DamageSize     Damage = "size"     // cut short
	DamagePages    Damage = "pages"    // the tree of pages, or the list of free ones
	DamageSeal     Damage = "seal"     // a record whose checksum does not fit
	DamageRecord   Damage = "record"   // a record that can not be read, or under a wrong key
	DamageCount    Damage = "count"    // more or fewer records than there should be
	DamageJournal  Damage = "journal"  // an entry is missing, or the last is not the head
	DamageChain    Damage = "chain"    // an entry does not follow the one before (Verify only)
	DamageReplay   Damage = "replay"   // the journal leads to other records (Verify only)
	DamageUnsteady Damage = "unsteady" // the disk failed while the file was read
)

// DamagedError says that a file is not as it was written. It answers to ErrDamaged.
type DamagedError struct {
	Reason Damage
	// Copy is the path of the newest copy beside the file that is whole; empty
	// when there is none. To go back, put it in the place of the file.
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

// Is makes DamagedError answer to ErrDamaged.
func (e *DamagedError) Is(target error) bool { return target == ErrDamaged }

// Unwrap returns what the operating system said, if it said anything.
func (e *DamagedError) Unwrap() error { return e.cause }

// Named puts what the system says of a place to write a new file into our own
// words, ErrFull or ErrBarred, in front of it. Other errors stay as they are.
func Named(err error) error {
	switch {
	case isFull(err):
		return errors.Join(ErrFull, err)
	case mayNotWrite(err):
		return errors.Join(ErrBarred, err)
	}
	return err
}

func damaged(d Damage) error { return &DamagedError{Reason: d} }

// NotSavedError says that an edit is certainly not in the file, which is as it
// was before. It may be tried again. It answers to ErrNotSaved, and to ErrFull
// where the disk is full.
type NotSavedError struct{ Cause error }

// Error is for developers.
func (e *NotSavedError) Error() string { return fmt.Sprintf("%v: %v", ErrNotSaved, e.Cause) }

// Is makes NotSavedError answer to ErrNotSaved and ErrFull.
func (e *NotSavedError) Is(target error) bool {
	return target == ErrNotSaved || target == ErrFull && isFull(e.Cause)
}

// Unwrap returns why.
func (e *NotSavedError) Unwrap() error { return e.Cause }

// UncertainError says that the disk failed while an edit was written. Nothing
// more is written through this DB (ErrStopped): the file must be opened anew.
// It answers to ErrUncertain.
type UncertainError struct {
	// Seen: the file was read again and shows the edit, and World is the one
	// with it; but the disk did not confirm that it will last. Not seen: the
	// file could not be read again, and World is the one without it.
	Seen  bool
	Cause error
}

// Error is for developers.
func (e *UncertainError) Error() string {
	return fmt.Sprintf("%v (seen %t): %v", ErrUncertain, e.Seen, e.Cause)
}

// Is makes UncertainError answer to ErrUncertain.
func (e *UncertainError) Is(target error) bool { return target == ErrUncertain }

// Unwrap returns what went wrong.
func (e *UncertainError) Unwrap() error { return e.Cause }
