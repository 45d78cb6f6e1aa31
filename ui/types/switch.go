package types

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// switchType switches a type off, or on again (E7), after saying what that does.
func switchType(s scene.Scene, t domain.RelationType) scene.Dialog {
	name, title, lead, save := lang.Clean(t.Name), lang.TypesOffTitle, lang.TypesOffLead, lang.TypesTurnOff
	if t.SwitchedOff {
		title, lead, save = lang.TypesOnTitle, lang.TypesOnLead, lang.TypesTurnOn
	}
	now := t
	now.SwitchedOff = !t.SwitchedOff
	command := domain.EditRelationType{Type: now}
	return dialog.Form{
		Title:   s.Words.Say(title, name),
		Lead:    []string{s.Words.Say(lead)},
		Fields:  widget.NewForm(dialog.Reason(s)),
		Room:    2,
		Save:    save,
		Command: func(scene.Scene, widget.Form) domain.Command { return command },
		Remark: func(s scene.Scene, _ widget.Form) []string {
			if !t.Network { // only a direct relation lets anybody see anybody
				return []string{s.Words.Say(lang.TypesNoTurn, s.Words.Date(s.On))}
			}
			return turned(s, t.ID, command)
		},
	}.Opened(s)
}
