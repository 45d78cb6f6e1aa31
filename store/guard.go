package store

import (
	"errors"
	"fmt"
	"runtime/debug"
)

// errFault says that bbolt panicked, or that a page could not be read through
// its memory map. The handle is dead from then on: no Update, no Close. What the
// panic said stays out of it, because it may quote a record.
var errFault = errors.New("store: the database gave up")

// guard runs op and returns a panic or a memory fault in it as errFault. It is
// the second line of defence; the first is that all pages are checked before
// bbolt sees them. Only faults in the calling goroutine are caught.
func guard(op func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %T", errFault, r)
		}
	}()
	return op()
}
