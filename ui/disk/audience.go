package disk

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"time"

	"zichtlijn/store/whole"
	"zichtlijn/ui/stage"
)

// Audience is the way from a stage to a second screen: two files in the user's run-time
// folder. What is shown is replaced whole; that somebody presents, or follows, is said by
// the time of a file, and what is old is of a program that died.
type Audience struct {
	Folder string
	Now    func() time.Time
}

const (
	shownFile    = "stage.json"
	attendedFile = "audience"
	// tooOld is how old a file may be: each is touched every second.
	tooOld = 3 * time.Second
	// mostShown is how large what is shown may be. Of thousands of people only names go along.
	mostShown = 8 << 20
)

var errFolder = errors.New("disk: the run-time folder is not the user's own")

func (a Audience) path(name string) string { return filepath.Join(a.Folder, name) }

func (a Audience) fresh(name string) bool {
	at, err := os.Lstat(a.path(name))
	return err == nil && at.Mode().IsRegular() && a.Now().Sub(at.ModTime()) < tooOld
}

// touch says that a file is of a program that runs. The file is made where it is not there.
func (a Audience) touch(name string) error {
	now := a.Now()
	if os.Chtimes(a.path(name), now, now) == nil {
		return nil
	}
	return a.replace(name, nil)
}

// replace writes a file beside the old one and puts it in its place.
func (a Audience) replace(name string, content []byte) error {
	if err := os.MkdirAll(a.Folder, 0o700); err != nil {
		return err
	}
	if at, err := os.Lstat(a.Folder); err != nil || !at.IsDir() {
		return errors.Join(errFolder, err)
	}
	if err := os.Chmod(a.Folder, 0o700); err != nil { // it is somebody else's
		return errors.Join(errFolder, err)
	}
	f, err := os.CreateTemp(a.Folder, name+".*") // 0600
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), a.path(name))
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the first error tells
	}
	return err
}

// Attended reports whether a second screen follows.
func (a Audience) Attended() bool { return a.fresh(attendedFile) }

// Show shows something on the second screen.
func (a Audience) Show(c stage.Content) error {
	b, err := json.Marshal(c)
	if err != nil {
		return err
	}
	return a.replace(shownFile, b)
}

// Beat says that what is shown still stands.
func (a Audience) Beat() error { return a.touch(shownFile) }

// End takes away what is shown.
func (a Audience) End() error {
	err := os.Remove(a.path(shownFile))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// Seat is the other end of an Audience: a stage.Source.
type Seat struct {
	Audience
	last    time.Time
	size    int64
	content stage.Content
}

var _ stage.Source = &Seat{}

// Read returns what was shown last. What a program that died has left goes.
func (s *Seat) Read() (stage.Content, bool) {
	at, err := os.Lstat(s.path(shownFile))
	switch {
	case err != nil || !at.Mode().IsRegular() || at.Size() > mostShown:
		return stage.Content{}, false
	case s.Now().Sub(at.ModTime()) >= tooOld:
		_ = s.End() // it is not shown either way
		return stage.Content{}, false
	case at.ModTime().Equal(s.last) && at.Size() == s.size:
		return s.content, true
	}
	b, err := whole.Read(s.path(shownFile), mostShown)
	var read stage.Content
	if err != nil || json.Unmarshal(b, &read) != nil {
		return stage.Content{}, false
	}
	s.last, s.size, s.content = at.ModTime(), at.Size(), read.Clean()
	return s.content, true
}

// Attend says that somebody follows.
func (s *Seat) Attend() { _ = s.touch(attendedFile) } // without it nothing is shown here

// Leave says that nobody does any more.
func (s *Seat) Leave() { _ = os.Remove(s.path(attendedFile)) } // it grows old by itself
