package whole

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// mark does nothing: Windows lets nobody remove a file that a program has open.
func mark(*os.File) {}

// removeAbandoned removes a temporary file that no program has open.
func removeAbandoned(path string) { _ = os.Remove(path) }

// release closes the file and gives it its name: Windows renames no file that is open.
func (p *Part) release(give func() error) error {
	if err := p.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		return err
	}
	return give()
}

// publish gives temp the name path, which must not exist (fs.ErrExist).
func publish(temp, path string) error {
	from, err := windows.UTF16PtrFromString(temp)
	if err != nil {
		return err
	}
	to, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	// Without MOVEFILE_REPLACE_EXISTING, which os.Rename sets.
	err = windows.MoveFileEx(from, to, windows.MOVEFILE_WRITE_THROUGH)
	if errors.Is(err, windows.ERROR_ALREADY_EXISTS) || errors.Is(err, windows.ERROR_FILE_EXISTS) {
		return exists(path)
	}
	return err
}

// syncDir does nothing: Windows has no call for it, and publish writes through.
func syncDir(string) error { return nil }
