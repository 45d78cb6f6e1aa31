package store

import (
	"os"
	"path/filepath"
)

// Exposure is a file or folder to which somebody else has access.
type Exposure struct {
	Path    string
	Folder  bool
	Foreign bool // another user owns it; else others may read it, or change a folder
}

// exposures are those of the file at path and of its folder. Where the system keeps
// rights in another way than by owner and mode there are none.
func exposures(path string, file os.FileInfo) []Exposure {
	var out []Exposure
	add := func(at string, info os.FileInfo) {
		foreign, open := access(info)
		if foreign || open {
			out = append(out, Exposure{at, info.IsDir(), foreign})
		}
	}
	add(path, file)
	dir := filepath.Dir(path)
	if info, err := os.Stat(dir); err == nil {
		add(dir, info)
	}
	return out
}
