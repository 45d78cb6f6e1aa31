package demo

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"zichtlijn/store"
)

const (
	folder   = "zichtlijn-demo-"
	database = "zichtlijn.db"
	// setupTime is how long a folder without a note may belong to a demonstration
	// that is just being set up.
	setupTime = time.Hour
)

// removeAbandoned removes from dir the demonstrations that killed programs left
// behind: folders of our name, which only we may look into, with nothing in them but a
// demonstration that no program has open. A folder that can not be read or removed
// stays for a later start.
func removeAbandoned(dir string, now time.Time) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), folder) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if info, err := os.Lstat(path); err == nil && info.IsDir() && onlyOurs(info) && abandoned(path, now.Sub(info.ModTime())) {
			_ = os.RemoveAll(path)
		}
	}
}

// abandoned reports whether dir holds a demonstration that no program has open, and a
// note of the program that had. Without a note its age decides.
func abandoned(dir string, age time.Duration) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false
	}
	noted := false
	for _, e := range entries {
		if !e.Type().IsRegular() || !strings.HasPrefix(strings.TrimPrefix(e.Name(), "."), database) {
			return false
		}
		noted = noted || e.Name() == database+".lock"
	}
	// A program writes the note while it has the lock: a note without a lock is left over.
	return (noted || age > setupTime) && store.Free(filepath.Join(dir, database))
}
