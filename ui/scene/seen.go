package scene

import "zichtlijn/domain"

// recalled is the world of Seen, and of what it was made. Making it costs little,
// but it must be one and the same world from frame to frame: screens know by it
// whether what they keep is out of date.
type recalled struct {
	of, world domain.World
	on        domain.Date
	by        *domain.Chronicle
}

// Seen returns the world whose sight is shown: who sees whom on the date. That is
// World, or with AsItWas the world with modes and readings as they stood then.
// Edits, and what they would turn, are always asked of World.
func (s Scene) Seen() domain.World {
	switch {
	case !s.AsItWas || s.Chronicle == nil:
		return s.World
	case s.then.of == s.World && s.then.on == s.On && s.then.by == s.Chronicle:
		return s.then.world
	}
	return s.Chronicle.World(s.World, s.On)
}

// Recall returns s with the world of Seen at hand: for whoever changed the world,
// the date, AsItWas or the chronicle.
func (s Scene) Recall() Scene {
	s.then = recalled{s.World, s.Seen(), s.On, s.Chronicle}
	return s
}

// SetAsItWas wants sight shown as it was on the date, or by today's modes and
// readings. The journal is read first where it was not.
type SetAsItWas struct{ AsItWas bool }

// ReadChronicle wants Scene.Chronicle; the answer is Chronicled.
type ReadChronicle struct{}

// Chronicled tells the top dialog and the active screen that Scene.Chronicle is
// there, or why it is not: Failure is one sentence; empty is success.
type Chronicled struct{ Failure string }

// Timeline wants to show since when and until when the viewer sees the other.
// Without Other it is asked who that is.
type Timeline struct{ Viewer, Other domain.PersonID }

func (SetAsItWas) isWish()    {}
func (ReadChronicle) isWish() {}
func (Timeline) isWish()      {}
