package whole

import (
	"errors"
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

func regular(info os.FileInfo) error {
	switch {
	case info.IsDir():
		return syscall.EISDIR
	case !info.Mode().IsRegular():
		return ErrIrregular
	}
	return nil
}
