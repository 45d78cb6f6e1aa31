//go:build unix && !solaris && !illumos && !aix

package whole

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// mark says by a shared lock that the program that writes f lives; readers of f may take
// one too. A file system without locks goes without, and without Sweep.
func mark(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_SH) }

// removeAbandoned removes a temporary file of ours that nobody marks any more.
func removeAbandoned(path string) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
	if err != nil {
		return
	}
	defer func() { _ = f.Close() }() // nothing was written through it
	if info, err := f.Stat(); err != nil || !onlyOurs(info) {
		return
	}
	if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil && inPlace(f) {
		_ = os.Remove(path)
	}
}

func onlyOurs(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid() && info.Mode() == 0o600
}

// release gives the file its name while it is still marked, and closes it.
func (p *Part) release(give func() error) error {
	if err := give(); err != nil {
		return err
	}
	_ = p.Close() // everything is on the disk
	return nil
}

// publish gives temp the name path, which must not exist (fs.ErrExist).
func publish(temp, path string) error { return publishBy(os.Link, temp, path) }

func publishBy(link func(temp, path string) error, temp, path string) error {
	err := link(temp, path)
	switch {
	case err == nil:
		_ = os.Remove(temp) // else a second name stays, until a sweep
		return nil
	case errors.Is(err, fs.ErrExist):
		return exists(path)
	}
	// A file system without links, such as a memory stick's: claim the name, then rename.
	claim, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_ = claim.Close() // nothing was written through it
	if err := os.Rename(temp, path); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// syncDir makes a new name in dir survive a power cut.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if errors.Is(err, fs.ErrPermission) { // a folder that takes files and shows none
		return nil
	}
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil // the file system has no sync for directories
	}
	return errors.Join(err, d.Close())
}
