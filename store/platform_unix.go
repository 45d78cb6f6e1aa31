//go:build unix && !solaris && !illumos && !aix

package store

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// initialMap is mapped at once, so that bbolt need not map again, and wait for
// readers, while the file grows. It costs only address space.
const initialMap = 256 << 20

// lockFile takes the lock that bbolt takes too, on the same open file, so that the
// file can be checked before bbolt opens it: the system grants a lock again to the
// open file that has it. It does not wait. Errors: ErrLocked, or the system's.
func lockFile(f *os.File, exclusive bool) error {
	how := syscall.LOCK_SH
	if exclusive {
		how = syscall.LOCK_EX
	}
	err := syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return ErrLocked
	}
	return err
}

// unlockFile releases the lock; the file may stay mapped.
func unlockFile(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }

// alive reports whether a process of that id runs, whoever owns it.
func alive(pid int) bool {
	if pid <= 0 {
		return false
	}
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}

func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// mayNotWrite reports that a file is there but can only be read.
func mayNotWrite(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}

// access reports whether another user owns a file or folder, and whether others may read
// or change it. A folder for everybody, such as /tmp, is foreign whoever owns it.
func access(info fs.FileInfo) (foreign, open bool) {
	stat, ok := info.Sys().(*syscall.Stat_t)
	foreign = ok && int(stat.Uid) != os.Geteuid() || info.IsDir() && info.Mode()&fs.ModeSticky != 0
	return foreign, info.Mode().Perm()&0o066 != 0
}
