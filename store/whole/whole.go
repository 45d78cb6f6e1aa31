// Package whole writes a file completely or not at all.
//
// It promises mode 0600, a temporary name in the same folder until everything is on
// the disk, that nothing is overwritten unless that is asked for, and that what a killed
// program left under a temporary name goes at the next file in that folder. It refuses to
// know what it writes.
package whole

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// UnconfirmedError says that a file is complete and in its place, but the disk did not
// confirm that it stays there after a power cut.
type UnconfirmedError struct{ Cause error }

// Error is for developers.
func (e *UnconfirmedError) Error() string { return fmt.Sprintf("whole: not confirmed: %v", e.Cause) }

func (e *UnconfirmedError) Unwrap() error { return e.Cause }

// Create makes a new file at path and lets fill write it. The error is fs.ErrExist
// (errors.Is) when there is something at path already, an UnconfirmedError, else of fill or
// of the system. After any but an UnconfirmedError nothing is left behind.
func Create(path string, fill func(io.Writer) error) error {
	if _, err := os.Lstat(path); err == nil {
		return exists(path)
	}
	return write(path, fill, (*Part).Publish)
}

// Replace is Create for a path where there may be a file: the new file takes its
// place in one step.
func Replace(path string, fill func(io.Writer) error) error {
	return write(path, fill, (*Part).replace)
}

func write(path string, fill func(io.Writer) error, name func(*Part) error) error {
	p, err := Begin(path)
	if err != nil {
		return err
	}
	defer p.Discard()
	if err := fill(p); err != nil {
		return err
	}
	if err := p.Sync(); err != nil {
		return err
	}
	return name(p)
}

// Part is a file that is being written under a temporary name, with a mark that its
// program lives. Made by Begin; ended by Publish or Discard.
type Part struct {
	*os.File
	path string // where it will be
	// Scratch: Publish does not wait for the disk.
	Scratch bool
}

// Begin makes the temporary file for path, after Sweep of its folder.
func Begin(path string) (*Part, error) {
	dir := filepath.Dir(path)
	Sweep(dir)
	for {
		f, err := os.CreateTemp(dir, "."+filepath.Base(path)+".*"+partEnd) // mode 0600
		if err != nil {
			return nil, err
		}
		mark(f)
		if inPlace(f) { // else a sweep came between the two lines above
			return &Part{File: f, path: path}, nil
		}
		_ = f.Close() // nothing was written through it
	}
}

// Publish gives the file its name. What was written must be on the disk by then. Of
// several programs that publish under one name one wins; the others get fs.ErrExist.
func (p *Part) Publish() error {
	return p.named(func() error { return publish(p.Name(), p.path) })
}

// replace is Publish over what is there.
func (p *Part) replace() error {
	return p.named(func() error { return os.Rename(p.Name(), p.path) })
}

func (p *Part) named(give func() error) error {
	if err := p.release(give); err != nil {
		return err
	}
	if p.Scratch {
		return nil
	}
	if err := syncDir(filepath.Dir(p.path)); err != nil {
		return &UnconfirmedError{err}
	}
	return nil
}

// Discard removes the temporary file; after Publish it does nothing.
func (p *Part) Discard() {
	_ = p.Close() // what was written through it is dropped
	_ = os.Remove(p.Name())
}

func exists(path string) error { return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist} }
