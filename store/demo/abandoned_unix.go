//go:build unix

package demo

import (
	"io/fs"
	"os"
	"syscall"
)

// onlyOurs reports whether we own a folder that nobody else may look into.
func onlyOurs(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid() && info.Mode().Perm() == 0o700
}
