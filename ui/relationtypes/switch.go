package relationtypes

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// switchType asks before it switches a type off, or on again (E7), and says what that does.
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
		for _, a := range unwantedRoles(s, now) {
			out = append(out, loudSign+" "+s.Words.Say("access.loud-type", words.Clean(a.Name)))
		}
		if !t.Network { // only a direct relation gives sight
			return dialog.WarnTone.Remarks(append(out, s.Words.Say("types.no-turn", s.Words.Date(s.On)))...)
		}
		return dialog.WarnTone.Remarks(append(out, impactLines(s, t.ID, command)...)...)
	}
	return d.Opened(s)
}

// switchedOn names the access roles that name a type and are switched on.
func switchedOn(s scene.Scene, id domain.RelationTypeID) []string {
	var out []string
	for _, a := range rolesByType(s.World, id) {
		if !a.SwitchedOff {
			out = append(out, words.Clean(a.Name))
		}
	}
	return out
}

// removeType asks before it removes a type. One in use can be switched off instead.
func removeType(s scene.Scene, t domain.RelationType) scene.Dialog {
	off := dialog.WayOut{
		Key: "o", Name: "types.turn-off",
		Still: func(s scene.Scene) bool {
			t, ok := s.World.RelationType(t.ID)
			return ok && t.Active()
		},
		Open: func(s scene.Scene) scene.Dialog {
			t, _ := s.World.RelationType(t.ID)
			return switchType(s, t)
		},
	}
	return dialog.Remove(s, words.Clean(t.Name), domain.RemoveRelationType{ID: t.ID}, "types.blocked", off, s.Words.Say("types.remove-lead"))
}
