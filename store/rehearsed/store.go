// Package rehearsed is the set-up as it stands inside a rehearsal (REHEARSAL.md 3): a store
// like that of the set-up, in which edits are acts of the rehearsal.
//
// It promises that nothing of it reaches the set-up and its journal, and that an act is in
// the scenes beside the file before it is told of, unless they may not be written. It
// refuses to decide who may do what: package rehearsal does.
package rehearsed

import (
	"errors"
	"slices"
	"sync"
	"sync/atomic"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store"
	"zichtlijn/store/whole"
)

// Base is the store of the set-up, as far as a rehearsal needs it.
type Base interface {
	World() domain.World
	Head() domain.Seq
	Identity() []byte
	Scenes() (store.Scenes, error)
	KeepScenes(store.Scenes) error
	NewScene(name string, on domain.Date) store.Scene
	Rehearse(store.Scene) (rehearsal.Rehearsal, error)
	Entry(domain.Seq) (domain.Entry, error)
	Heading(domain.Seq) (domain.Heading, error)
	InPlace() error
	Close() error
}

// Store is a set-up inside a rehearsal. Do, Undo and Redo are those of the rehearsal: undo
// steps back over acts of every kind, redo forward. Its entries behind those of the set-up
// are the acts. Made by Open or Of.
type Store struct {
	base Base

	writing sync.Mutex // one step at a time; guards the fields that no reader asks for
	keeps   bool       // steps are written
	scenes  store.Scenes
	changed bool // since a kept scene was opened: only then it is the open one

	state atomic.Pointer[state] // what readers ask for
}

// state never changes: each step makes the next one.
type state struct {
	scene store.Scene // as it is written, without its acts
	at    rehearsal.Rehearsal
	ahead []rehearsal.Rehearsal // after each act that was taken back, the next one last
	older bool                  // the set-up has changed since
}

// Error is an error of the scenes, not of the set-up.
type Error struct {
	Path string // of the scenes
	Err  error
}

// Error is for developers.
func (e Error) Error() string { return "rehearsed: " + e.Err.Error() }

// Unwrap returns what went wrong.
func (e Error) Unwrap() error { return e.Err }

// ScenesPath is where the scenes of a set-up lie; empty where it lies in no file.
func ScenesPath(base any) string {
	if at := PathOf(base); at != "" {
		return store.ScenesPath(at)
	}
	return ""
}

// PathOf is where a store lies; empty where it lies in no file.
func PathOf(s any) string {
	if at, ok := s.(interface{ Path() string }); ok {
		return at.Path()
	}
	return ""
}

// Open goes on with the open rehearsal of a set-up, else begins one on the set-up as it is.
func Open(base Base, on domain.Date) (*Store, error) {
	scenes, err := base.Scenes()
	if err != nil {
		return nil, Error{ScenesPath(base), err}
	}
	open, found := scenes.Find("")
	if !found {
		open = base.NewScene("", on)
	}
	s, err := Of(base, open)
	if err != nil {
		return nil, err
	}
	s.scenes, s.changed = scenes, true
	return s, nil
}

// Of opens one scene and writes nothing: what is to be kept of it is Scene.
func Of(base Base, scene store.Scene) (*Store, error) {
	s := &Store{base: base}
	return s, s.take(scene)
}

// take shows a scene, from its end.
func (s *Store) take(scene store.Scene) error {
	at, err := s.base.Rehearse(scene)
	if err != nil {
		return Error{ScenesPath(s.base), err}
	}
	scene.Acts = nil
	s.state.Store(&state{scene, at, nil, s.changedSince(scene.Head)})
	return nil
}

// changedSince reports whether an entry behind one changed the set-up: an export did not.
func (s *Store) changedSince(head domain.Seq) bool {
	for n := head + 1; n <= s.base.Head(); n++ {
		if h, err := s.base.Heading(n); err != nil || h.Kind.Moves() {
			return true
		}
	}
	return false
}

// Older reports whether the set-up has changed since the one on which the rehearsal stands.
func (s *Store) Older() bool { return s.state.Load().older }

func (s *Store) show(at rehearsal.Rehearsal, ahead []rehearsal.Rehearsal) {
	was := s.state.Load()
	s.state.Store(&state{was.scene, at, ahead, was.older})
}

// Begin begins an empty rehearsal on the set-up as it is, such as for a story. The one
// before is gone from view; Keep or Drop it first.
func (s *Store) Begin(on domain.Date) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.changed = false
	return s.take(s.base.NewScene("", on))
}

// OpenScene shows a kept scene. What is done on it does not change the kept one.
func (s *Store) OpenScene(name string) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	scene, ok := s.scenes.Find(name)
	if !ok {
		return Error{ScenesPath(s.base), errors.New("no such scene")}
	}
	if err := s.take(scene); err != nil {
		return err
	}
	s.changed = false
	return nil
}

// Prepare sets the day on which the next acts are done, and whether they are written. The
// error is rehearsal.ErrEarlier.
func (s *Store) Prepare(on domain.Date, keeps bool) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.keeps = keeps
	at, ahead := s.now()
	at, err := at.On(on)
	if err == nil {
		s.show(at, ahead)
	}
	return err
}

// now is the rehearsal, and what was taken back.
func (s *Store) now() (rehearsal.Rehearsal, []rehearsal.Rehearsal) {
	st := s.state.Load()
	return st.at, st.ahead
}

// At is the rehearsal as it is.
func (s *Store) At() rehearsal.Rehearsal {
	at, _ := s.now()
	return at
}

// Shown is what is to be known of a rehearsal on the screen.
type Shown struct {
	At     rehearsal.Rehearsal
	Ahead  []rehearsal.Act // taken back, the next one first
	Scenes []string        // the names of the kept ones
	// Unkept says that there are acts that are in no kept scene.
	Unkept bool
	Older  bool // the set-up has changed since
}

// Shown waits for a step that is being written.
func (s *Store) Shown() Shown {
	s.writing.Lock()
	defer s.writing.Unlock()
	at, ahead := s.now()
	out := Shown{At: at, Older: s.Older(), Unkept: s.changed && at.Len()+len(ahead) > 0}
	for _, r := range slices.Backward(ahead) {
		out.Ahead = append(out.Ahead, r.Act(r.Len()))
	}
	for _, one := range s.scenes.Without("") {
		out.Scenes = append(out.Scenes, one.Name)
	}
	return out
}

// step writes next and then shows it. An error with ok is of a disk that did not confirm.
func (s *Store) step(next rehearsal.Rehearsal, ahead []rehearsal.Rehearsal) (ok bool, err error) {
	if s.changed && s.keeps {
		err = s.write(s.withOpen(next))
		if unconfirmed := (*whole.UnconfirmedError)(nil); err != nil && !errors.As(err, &unconfirmed) {
			return false, err
		}
	}
	s.show(next, ahead)
	return true, err
}

// withOpen is all scenes with the open one as it is after next.
func (s *Store) withOpen(next rehearsal.Rehearsal) store.Scenes {
	if next.Len() == 0 {
		return s.scenes.Without("")
	}
	return s.scenes.With(s.named("", next))
}

// Scene is what was opened, with what was done since.
func (s *Store) Scene() store.Scene { return s.named(s.state.Load().scene.Name, s.At()) }

func (s *Store) named(name string, at rehearsal.Rehearsal) store.Scene {
	one := s.state.Load().scene
	one.Name, one.Acts = name, make([]rehearsal.Act, 0, at.Len())
	for _, a := range at.Acts() {
		one.Acts = append(one.Acts, a)
	}
	return one
}

func (s *Store) write(all store.Scenes) error {
	err := s.base.KeepScenes(all)
	if unconfirmed := (*whole.UnconfirmedError)(nil); err == nil || errors.As(err, &unconfirmed) {
		s.scenes = all
	}
	if err != nil {
		return Error{ScenesPath(s.base), err}
	}
	return nil
}

// ErrTaken refuses a name that a kept scene has.
var ErrTaken = errors.New("rehearsed: there is a scene of that name")

// Keep gives the rehearsal a name; the open one is empty then.
func (s *Store) Keep(name string) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if _, taken := s.scenes.Find(name); taken {
		return ErrTaken
	}
	if !s.keeps {
		return Error{ScenesPath(s.base), store.ErrReadOnly}
	}
	at, _ := s.now()
	err := s.write(s.scenes.Without("").With(s.named(name, at)))
	s.changed = err != nil && s.changed
	return err
}

// Drop throws the open rehearsal away.
func (s *Store) Drop() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if _, written := s.scenes.Find(""); !s.changed || !s.keeps || !written {
		return nil
	}
	return s.write(s.scenes.Without(""))
}
