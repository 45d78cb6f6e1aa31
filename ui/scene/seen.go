package scene

import "zichtlijn/domain"

// recalled is the world of Seen, and what it was made from. It is kept because it must be
// the same world in every frame: screens compare it to know whether what they keep is out
// of date.
type recalled struct {
	of, world domain.World
	on        domain.Date
	by        *domain.Chronicle
}

// Seen returns the world whose sight is shown: World, or with AsItWas the world with the
// modes and readings of the date. Edits and their impact always use World.
func (s Scene) Seen() domain.World {
	switch {
	case !s.AsItWas || s.Chronicle == nil:
		return s.World
	case s.then.of == s.World && s.then.on == s.On && s.then.by == s.Chronicle:
		return s.then.world
	}
	return s.Chronicle.World(s.World, s.On)
}

// Recall returns s with the world of Seen kept, and the next step once it is judged. Call
// it after changing the world, the date, AsItWas or the chronicle.
func (s Scene) Recall() Scene {
	s.next = newNextStep(s.World, s.On)
	s.then = recalled{s.World, s.Seen(), s.On, s.Chronicle}
	return s
}

// SetAsItWas wants sight shown by the modes and readings of the date, or of today. The
// root reads the journal first, if it has not yet.
type SetAsItWas struct{ AsItWas bool }

// ReadChronicle wants Scene.Chronicle; the answer is Chronicled.
type ReadChronicle struct{}

// Chronicled tells the top dialog and the active screen that Scene.Chronicle has been
// read. Failure is one sentence; empty is success.
type Chronicled struct{ Failure string }

// Timeline wants to show since when and until when the viewer sees the other.
// Without Other it is asked who that is.
type Timeline struct{ Viewer, Other domain.PersonID }

func (SetAsItWas) isWish()    {}
func (ReadChronicle) isWish() {}
func (Timeline) isWish()      {}
