package types

import (
	"errors"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// removal is a record that is to go for good.
type removal struct {
	name    string
	command domain.Command
	lead    []string  // what is said where nothing uses it
	blocked words.Key // 1 how many things still use it, 2 its name
	// on reports whether it can be switched off instead, and off does so.
	on  func(scene.Scene) bool
	off func(scene.Scene) scene.Dialog
}

// ask asks before the record goes; where something still uses it, it shows what,
// and the way out.
func (r removal) ask(s scene.Scene) scene.Dialog {
	title := s.Words.Say("types.remove-title", r.name)
	var why domain.Refusal
	if _, err := r.command.Plan(s.World); errors.As(err, &why) && why.Code == domain.StillReferred {
		return dialog.Blocked{
			Title: title, Lead: s.Words.Say(r.blocked, len(why.Others), r.name), By: why.Others,
			Way: dialog.WayOut{Key: "o", Name: "types.turn-off", Still: r.on, Open: r.off},
		}
	}
	return dialog.Confirm(s, title, "types.remove-now", r.command, r.lead...)
}

func removeType(s scene.Scene, t domain.RelationType) scene.Dialog {
	return removal{
		name: words.Clean(t.Name), command: domain.RemoveRelationType{ID: t.ID},
		lead: []string{s.Words.Say("types.remove-lead")}, blocked: "types.blocked",
		on: func(s scene.Scene) bool {
			t, ok := s.World.RelationType(t.ID)
			return ok && t.Active()
		},
		off: func(s scene.Scene) scene.Dialog {
			t, _ := s.World.RelationType(t.ID)
			return switchType(s, t)
		},
	}.ask(s)
}

func removeRole(s scene.Scene, a domain.AccessRole) scene.Dialog {
	return removal{
		name: words.Clean(a.Name), command: domain.RemoveAccessRole{ID: a.ID},
		lead: []string{s.Words.Say("access.remove-lead"), roleGives(s, a)}, blocked: "access.blocked",
		on: func(s scene.Scene) bool {
			a, ok := s.World.AccessRole(a.ID)
			return ok && !a.SwitchedOff
		},
		off: func(s scene.Scene) scene.Dialog {
			a, _ := s.World.AccessRole(a.ID)
			return switchRole(s, a)
		},
	}.ask(s)
}
