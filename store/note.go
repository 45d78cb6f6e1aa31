package store

import (
	"encoding/json"
	"io"
	"os"
	"time"

	"zichtlijn/store/whole"
)

// note stands beside a file that is open for writing and names the program. It only
// informs: the lock is the operating system's, and a note that could not be written,
// or that a killed program left, stops nobody.
type note struct {
	PID   int       `json:"pid"`
	Login string    `json:"login"`
	Since time.Time `json:"since"`
}

func notePath(path string) string { return path + ".lock" }

// writeNote writes the note of the program that holds the lock on path. Without a
// note the next program only lacks a name, so errors are ignored.
func writeNote(path string, n note) {
	b, err := json.Marshal(n)
	if err != nil {
		return
	}
	// A link that somebody else put under this name must not choose where we write.
	_ = os.Remove(notePath(path))
	f, err := os.OpenFile(notePath(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return
	}
	_, _ = f.Write(b)
	_ = f.Close()
}

// removeNote removes our note. Call it while the lock is still held, so that it never
// removes the note of another program.
func removeNote(path string) { _ = os.Remove(notePath(path)) }

// lockError returns a LockedError that names the probable holder of the lock on path.
func lockError(path string) error {
	unknown := &LockedError{}
	f, err := whole.Open(notePath(path))
	if err != nil {
		return unknown
	}
	defer func() { _ = f.Close() }() // nothing was written through it
	var n note
	if json.NewDecoder(io.LimitReader(f, 4096)).Decode(&n) != nil || !alive(n.PID) {
		return unknown
	}
	return &LockedError{Known: true, PID: n.PID, Login: n.Login, Since: n.Since}
}
