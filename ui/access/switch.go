package access

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// switchRole asks before it switches an access role off, or on again, and says what that
// does.
func switchRole(s scene.Scene, a domain.AccessRole) scene.Dialog {
	title, lead, save := words.Key("types.off-title"), words.Key("access.off-lead"), words.Key("types.turn-off")
	if a.SwitchedOff {
		title, lead, save = "types.on-title", "access.on-lead", "types.turn-on"
	}
	now := a
	now.SwitchedOff = !a.SwitchedOff
	paragraphs := []string{s.Words.Say(lead), roleGives(s, a)}
	if n := running(s, a.ID); n > 0 {
		paragraphs = append(paragraphs, s.Words.Say("access.running", n, s.Words.Date(s.On)))
	}
	d := dialog.Confirm(s, s.Words.Say(title, words.Clean(a.Name)), save, domain.EditAccessRole{Role: now}, paragraphs...)
	d.Remark = func(s scene.Scene, _ widget.Form) dialog.Remarks {
		if wrong := negativeTypes(s, now); len(wrong) > 0 {
			return dialog.WarnTone.Remarks(loudSign + " " + s.Words.Say("access.loud-role", s.Words.List(wrong)))
		}
		return nil
	}
	return d.Opened(s)
}

// running counts the assignments of a role on the reference date.
func running(s scene.Scene, id domain.AccessRoleID) int {
	n := 0
	for a := range s.World.Assignments() {
		if a.Role == id && a.Covers(s.On) {
			n++
		}
	}
	return n
}

// removeRole asks before it removes an access role. One that was assigned can be switched
// off instead.
func removeRole(s scene.Scene, a domain.AccessRole) scene.Dialog {
	off := dialog.WayOut{
		Key: "o", Name: "types.turn-off",
		Still: func(s scene.Scene) bool {
			a, ok := s.World.AccessRole(a.ID)
			return ok && !a.SwitchedOff
		},
		Open: func(s scene.Scene) scene.Dialog {
			a, _ := s.World.AccessRole(a.ID)
			return switchRole(s, a)
		},
	}
	return dialog.Remove(s, words.Clean(a.Name), domain.RemoveAccessRole{ID: a.ID}, "access.blocked", off,
		s.Words.Say("access.remove-lead"), roleGives(s, a))
}
