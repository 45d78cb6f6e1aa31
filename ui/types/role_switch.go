package types

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// switchRole switches an access role off, or on again, after saying what that does.
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
	return dialog.Form{
		Title:   s.Words.Say(title, words.Clean(a.Name)),
		Lead:    paragraphs,
		Fields:  widget.NewForm(dialog.Reason(s)),
		Room:    2,
		Save:    save,
		Command: func(scene.Scene, widget.Form) domain.Command { return domain.EditAccessRole{Role: now} },
		Remark: func(s scene.Scene, _ widget.Form) dialog.Remarks {
			if wrong := wrongTypes(s, now); len(wrong) > 0 {
				return dialog.WarnTone.Each(loudSign + " " + s.Words.Say("access.loud-role", s.Words.List(wrong)))
			}
			return nil
		},
	}.Opened(s)
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
