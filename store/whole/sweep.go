package whole

import (
	"os"
	"path/filepath"
	"strings"
)

const partEnd = ".part"

// Sweep removes from dir the temporary files of programs that were killed, of any age.
// What a living program writes stays, and what can not be removed.
func Sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return // nothing to remove, or not for us
	}
	for _, e := range entries {
		if isPart(e.Name()) && e.Type().IsRegular() {
			removeAbandoned(filepath.Join(dir, e.Name()))
		}
	}
}

// isPart reports whether a name is one that Begin gives: .NAME.N.part, N a number.
func isPart(name string) bool {
	name, ends := strings.CutSuffix(name, partEnd)
	dot := strings.LastIndexByte(name, '.')
	return ends && dot > 1 && name[0] == '.' && dot+1 < len(name) && strings.Trim(name[dot+1:], "0123456789") == ""
}

// inPlace reports whether f still has its name.
func inPlace(f *os.File) bool {
	at, err := os.Lstat(f.Name())
	if err != nil {
		return false
	}
	info, err := f.Stat()
	return err == nil && os.SameFile(at, info)
}
