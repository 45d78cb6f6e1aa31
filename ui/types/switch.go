package types

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// switchType switches a type off, or on again (E7), after saying what that does.
func switchType(s scene.Scene, t domain.RelationType) scene.Dialog {
	name, title, lead, save := words.Clean(t.Name), words.Key("types.off-title"), words.Key("types.off-lead"), words.Key("types.turn-off")
	if t.SwitchedOff {
		title, lead, save = "types.on-title", "types.on-lead", "types.turn-on"
	}
	now := t
	now.SwitchedOff = !t.SwitchedOff
	command := domain.EditRelationType{Type: now}
	paragraphs := []string{s.Words.Say(lead)}
	if names := switchedOn(s, t.ID); len(names) > 0 && t.Active() {
		paragraphs = append(paragraphs, s.Words.Say("access.feed-lost", len(names), s.Words.List(names)))
	}
	d := dialog.Confirm(s, s.Words.Say(title, name), save, command, paragraphs...)
	d.Remark = func(s scene.Scene, _ widget.Form) dialog.Remarks {
		var out []string
		for _, a := range wronglyFed(s, now) {
			out = append(out, loudSign+" "+s.Words.Say("access.loud-type", words.Clean(a.Name)))
		}
		if !t.Network { // only a direct relation lets anybody see anybody
			return dialog.WarnTone.Each(append(out, s.Words.Say("types.no-turn", s.Words.Date(s.On)))...)
		}
		return dialog.WarnTone.Each(append(out, turned(s, t.ID, command)...)...)
	}
	return d.Opened(s)
}

// switchedOn names the access roles that name a type and are on.
func switchedOn(s scene.Scene, id domain.RelationTypeID) []string {
	var out []string
	for _, a := range rolesOn(s.World, id) {
		if !a.SwitchedOff {
			out = append(out, words.Clean(a.Name))
		}
	}
	return out
}

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
	d := dialog.Confirm(s, s.Words.Say(title, words.Clean(a.Name)), save, domain.EditAccessRole{Role: now}, paragraphs...)
	d.Remark = func(s scene.Scene, _ widget.Form) dialog.Remarks {
		if wrong := wrongTypes(s, now); len(wrong) > 0 {
			return dialog.WarnTone.Each(loudSign + " " + s.Words.Say("access.loud-role", s.Words.List(wrong)))
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
