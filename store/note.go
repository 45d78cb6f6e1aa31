package store

import (
	"encoding/json"
	"io"
	"os"
	"time"
)

// note stands beside a file that is open for writing and says by whom. It is a
// courtesy: the lock itself is the operating system's, and a note that could
// not be written, or that a killed program left, stops nobody.
type note struct {
	PID   int       `json:"pid"`
	Login string    `json:"login"`
	Since time.Time `json:"since"`
}

func notePath(path string) string { return path + ".lock" }

// leaveNote writes the note of whoever holds the lock on path. A note that can
// not be written costs the next one a name, nothing else.
func leaveNote(path string, n note) {
	b, err := json.Marshal(n)
	if err != nil {
		return
	}
	// Whoever else put something under this name does not choose where we write.
	_ = os.Remove(notePath(path))
	f, err := os.OpenFile(notePath(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return
	}
	_, _ = f.Write(b)
	_ = f.Close()
}

// takeNote removes our note. It is called while the lock is still held, so that
// it never takes somebody else's.
func takeNote(path string) { _ = os.Remove(notePath(path)) }

// lockedBy returns who probably holds the lock on path.
func lockedBy(path string) error {
	unknown := &LockedError{}
	f, err := os.Open(notePath(path))
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
