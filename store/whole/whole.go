// Package whole writes a file completely or not at all.
//
// It promises mode 0600, a temporary name in the same folder until everything is on
// the disk, and that nothing is overwritten unless that is asked for. It refuses to
// know what it writes.
package whole

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Create makes a new file at path and lets fill write it. The error is fs.ErrExist
// (errors.Is) when there is something at path already, else of fill or of the system;
// after an error nothing is left behind.
func Create(path string, fill func(io.Writer) error) error {
	if _, err := os.Lstat(path); err == nil {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	return write(path, fill)
}

// Replace is Create for a path where there may be a file: the new file takes its
// place in one step.
func Replace(path string, fill func(io.Writer) error) error { return write(path, fill) }

func write(path string, fill func(io.Writer) error) error {
	temp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.part") // mode 0600
	if err != nil {
		return err
	}
	err = fill(temp)
	if err == nil {
		err = temp.Sync()
	}
	if err = errors.Join(err, temp.Close()); err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		_ = os.Remove(temp.Name())
	}
	return err
}
