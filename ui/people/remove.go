package people

import (
	"errors"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// removePerson asks before somebody goes for good; where something still refers
// to them it shows what, and the way out.
func removePerson(s scene.Scene, p domain.Person) scene.Dialog {
	name := words.Clean(p.Shown())
	title := s.Words.Say("people.remove-title", name)
	command := domain.RemovePerson{ID: p.ID}
	var why domain.Refusal
	if _, err := command.Plan(s.World); errors.As(err, &why) && why.Code == domain.StillReferred {
		return dialog.Blocked{
			Title: title, Lead: s.Words.Say("people.blocked", len(why.Others), name), By: why.Others, Way: stopInstead(p.ID),
		}
	}
	lead := s.Words.Say("people.remove-lead", name, s.Words.Apart(p), s.Words.RoleWord(p.Role))
	return dialog.Confirm(s, title, "people.remove-now", command, lead)
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
