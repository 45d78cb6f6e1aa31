package types

import (
	"errors"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// removeType asks before a type goes for good; where something still uses it, it
// shows what, and the way out.
func removeType(s scene.Scene, t domain.RelationType) scene.Dialog {
	name := lang.Clean(t.Name)
	title := s.Words.Say(lang.TypesRemoveTitle, name)
	command := domain.RemoveRelationType{ID: t.ID}
	var why domain.Refusal
	if _, err := command.Plan(s.World); errors.As(err, &why) && why.Code == domain.StillReferred {
		return dialog.Blocked{
			Title: title, Lead: s.Words.Say(lang.TypesBlocked, len(why.Others), name), By: why.Others, Way: switchInstead(t.ID),
		}
	}
	return dialog.Form{
		Title:   title,
		Lead:    []string{s.Words.Say(lang.TypesRemoveLead)},
		Fields:  widget.NewForm(dialog.Reason(s)),
		Room:    2,
		Save:    lang.TypesRemoveNow,
		Command: func(scene.Scene, widget.Form) domain.Command { return command },
	}
}

// switchInstead switches off what cannot go, as long as it is on.
func switchInstead(id domain.RelationTypeID) dialog.WayOut {
	return dialog.WayOut{
		Key: "o", Name: lang.TypesTurnOff,
		Still: func(s scene.Scene) bool {
			t, ok := s.World.RelationType(id)
			return ok && t.Active()
		},
		Open: func(s scene.Scene) scene.Dialog {
			t, _ := s.World.RelationType(id)
			return switchType(s, t)
		},
	}
}
