package whole

import (
	"errors"
	"io"
	"os"
	"syscall"
)

// ErrIrregular says that something is no regular file, such as a pipe or a device.
var ErrIrregular = errors.New("whole: not a regular file")

// Open opens a regular file for reading and never waits: a pipe that nobody writes to
// would hold the program for ever. The error is ErrIrregular, syscall.EISDIR for a folder,
// or the system's.
func Open(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err == nil {
		err = regular(info)
	}
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	if info, err = f.Stat(); err == nil { // it may be another by now
		err = regular(info)
	}
	if err != nil {
		_ = f.Close() // nothing was written through it
		return nil, err
	}
	return f, nil
}

// Read reads a regular file as Open opens it, up to most bytes of it.
func Read(path string, most int64) ([]byte, error) {
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written through it
	return io.ReadAll(io.LimitReader(f, most))
}

func regular(info os.FileInfo) error {
	switch {
	case info.IsDir():
		return syscall.EISDIR
	case !info.Mode().IsRegular():
		return ErrIrregular
	}
	return nil
}
