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
	// unborn is how long a folder without a note may be that of a demonstration
	// that is just being set up.
	unborn = time.Hour
)

// sweep removes from dir the demonstrations that killed programs left behind:
// folders of our name, which only we may look into, with nothing but a
// demonstration in them that no program has open. What can not be looked into
// or removed is left to a later start.
func sweep(dir string, now time.Time) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), folder) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if info, err := os.Lstat(path); err == nil && info.IsDir() && ours(info) && left(path, now.Sub(info.ModTime())) {
			_ = os.RemoveAll(path)
		}
	}
}

// left reports whether dir holds what is left of a demonstration: nobody has it
// open, and there is a note of who had. Without one, age must tell.
func left(dir string, age time.Duration) bool {
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
	// The note is made under the lock: to be noted and free is to be abandoned.
	return (noted || age > unborn) && store.Free(filepath.Join(dir, database))
}
