package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store/whole"
)

// Scene is a rehearsal as it is kept: what was done, on the set-up as an entry of the
// journal left it. The numbers in the tags name the fields for as long as files exist.
type Scene struct {
	Name string            `cbor:"1,keyasint,omitempty"` // empty: the open one
	Head domain.Seq        `cbor:"2,keyasint"`
	Hash [sha256.Size]byte `cbor:"3,keyasint"` // of that entry; zeros before the first
	On   domain.Date       `cbor:"4,keyasint"` // the day on which it began
	Acts []rehearsal.Act   `cbor:"5,keyasint,omitempty"`
}

// Names reports whether somebody stands in an act.
func (s Scene) Names(p domain.PersonID) bool {
	return slices.ContainsFunc(s.Acts, func(a rehearsal.Act) bool { return a.Names(p) })
}

// Scenes are all scenes of a set-up, by name.
type Scenes []Scene

// Find returns the scene of a name.
func (s Scenes) Find(name string) (Scene, bool) {
	i := slices.IndexFunc(s, func(one Scene) bool { return one.Name == name })
	if i < 0 {
		return Scene{}, false
	}
	return s[i], true
}

// With returns the scenes with one in the place of its name.
func (s Scenes) With(one Scene) Scenes {
	out := append(s.Without(one.Name), one)
	slices.SortFunc(out, func(a, b Scene) int { return bytes.Compare([]byte(a.Name), []byte(b.Name)) })
	return out
}

// Without returns the scenes but the one of a name.
func (s Scenes) Without(name string) Scenes {
	return slices.DeleteFunc(slices.Clone(s), func(one Scene) bool { return one.Name == name })
}

// ErrOtherPast says that a scene stands on an entry that the journal does not hold: it is
// of another file, or of one that was put back to an earlier state.
var ErrOtherPast = errors.New("store: a scene on another past")

const (
	scenesEnd    = ".scenes"
	scenesMagic  = "zichtlijn scenes 1\n"
	scenesBucket = "scenes"
	mostScenes   = 250 << 20 // bytes of a file
)

// ScenesPath is where the scenes of a set-up lie.
func ScenesPath(path string) string { return path + scenesEnd }

// Scenes reads the scenes that lie beside the file; none where there are none. The errors
// are those of Open, of the file at ScenesPath.
func (db *DB) Scenes() (Scenes, error) {
	b, err := whole.Read(ScenesPath(db.path), mostScenes+1)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return decodeScenes(b)
}

// MostScene is the size of the largest file of a scene.
const MostScene = mostScenes

// WriteScene writes one scene as a file of its own.
func WriteScene(w io.Writer, s Scene) error {
	b, err := encodeScenes(Scenes{s})
	if err == nil {
		_, err = w.Write(b)
	}
	return err
}

// ReadScene reads what WriteScene writes. The errors are those of Scenes.
func ReadScene(b []byte) (Scene, error) {
	all, err := decodeScenes(b)
	if err == nil && len(all) != 1 {
		err = ErrForeign
	}
	if err != nil {
		return Scene{}, err
	}
	return all[0], nil
}

func encodeScenes(s Scenes) ([]byte, error) {
	payload, err := encoding.Marshal(s)
	if err != nil {
		return nil, err
	}
	return append([]byte(scenesMagic), seal(scenesBucket, nil, payload)...), nil
}

func decodeScenes(b []byte) (Scenes, error) {
	sealed, ours := bytes.CutPrefix(b, []byte(scenesMagic))
	switch {
	case len(b) > mostScenes:
		return nil, ErrTooLarge
	case len(b) == 0:
		return nil, ErrEmpty
	case !ours && bytes.HasPrefix(b, []byte(scenesMagic)[:len(scenesMagic)-2]):
		return nil, ErrNewer
	case !ours:
		return nil, ErrForeign
	}
	payload, err := unseal(scenesBucket, nil, sealed)
	if err != nil {
		return nil, err
	}
	var out Scenes
	if decoding.Unmarshal(payload, &out) != nil {
		return nil, damaged(DamageRecord)
	}
	return out, nil
}

// KeepScenes writes the scenes beside the file, in one step: after a crash they are as
// before or as after. Without any the file goes. The errors are those of Do where nothing
// may be written, else of package whole.
func (db *DB) KeepScenes(s Scenes) error {
	db.writing.Lock()
	defer db.writing.Unlock()
	if err := db.writable(); err != nil {
		return err
	}
	at := ScenesPath(db.path)
	if _, err := os.Lstat(at); len(s) == 0 && errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	b, err := encodeScenes(s)
	if err == nil && len(b) > mostScenes {
		err = ErrTooLarge
	}
	if err != nil {
		return err
	}
	return whole.Replace(at, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// NewScene returns a scene on the set-up as it is.
func (db *DB) NewScene(name string, on domain.Date) Scene {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return Scene{Name: name, Head: db.head, Hash: db.hash, On: on}
}

// Rehearse returns the rehearsal of a scene, on the set-up as it stood then. The error is
// ErrOtherPast, or of reading the journal.
func (db *DB) Rehearse(s Scene) (rehearsal.Rehearsal, error) {
	w, err := db.worldAt(s.Head, s.Hash)
	if err != nil {
		return rehearsal.Rehearsal{}, err
	}
	r, err := rehearsal.Restore(w, s.On, s.Acts)
	if err != nil {
		return r, damaged(DamageRecord)
	}
	return r, nil
}

// worldAt returns the World after an entry, which has that hash.
func (db *DB) worldAt(head domain.Seq, hash [sha256.Size]byte) (domain.World, error) {
	now := db.NewScene("", 0)
	w := db.World()
	if head > now.Head {
		return w, ErrOtherPast
	}
	at := now.Hash
	switch {
	case head == 0:
		at = [sha256.Size]byte{}
	case head < now.Head:
		var err error
		if at, err = db.hashOf(head); err != nil {
			return w, err
		}
	}
	if at != hash {
		return w, ErrOtherPast
	}
	return db.walkBack(w, now.Head, head)
}
