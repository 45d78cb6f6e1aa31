package settings

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// newInstitution edits the institution, with the focus on a field.
func newInstitution(s scene.Scene, at domain.Field) scene.Dialog {
	i := s.World.Institution()
	fields := widget.NewForm(dialog.FieldsOf(s, "settings.about-", domain.InstitutionProperties(), i)...)
	return dialog.Form{
		Title:  s.Words.Say("settings.institution"),
		Fields: fields.Focus(string(at)),
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			if !f.Dirty() {
				return nil
			}
			now := i
			dialog.Fill(s, domain.InstitutionProperties(), f, &now)
			return domain.EditInstitution{Name: now.Name, WithoutNewsGroups: now.WithoutNewsGroups}
		},
	}
}
