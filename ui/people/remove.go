package people

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// removePerson asks before somebody goes for good; who is still referred to can be
// made inactive.
func removePerson(s scene.Scene, p domain.Person) scene.Dialog {
	name := words.Clean(p.Shown())
	return dialog.Remove(s, name, domain.RemovePerson{ID: p.ID}, "people.blocked", stopInstead(p.ID),
		s.Words.Say("people.remove-lead", name, s.Words.Apart(p), s.Words.RoleWord(p.Role)))
}

// stopInstead makes inactive who cannot go, as long as they are not so already.
func stopInstead(id domain.PersonID) dialog.WayOut {
	return dialog.WayOut{
		Key: "i", Name: "people.stop",
		Still: func(s scene.Scene) bool {
			p, ok := s.World.Person(id)
			return ok && p.InactiveFrom == 0
		},
		Open: func(s scene.Scene) scene.Dialog {
			p, _ := s.World.Person(id)
			return activity(s, p)
		},
	}
}
