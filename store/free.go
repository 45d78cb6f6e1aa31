package store

import "errors"

// Free reports whether no program has the file at path open: there is none, or
// its lock can be had. A program that was killed holds no lock any more.
func Free(path string) bool {
	h, err := acquire(path, Options{})
	if err != nil {
		return errors.Is(err, ErrNoFile)
	}
	_ = h.Close() // nothing was written through it
	return true
}
