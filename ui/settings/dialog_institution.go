package settings

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

const nameLimit = 120 // as the domain has it

// newInstitution edits what the institution says of itself, beginning at one of
// its fields.
func newInstitution(s scene.Scene, at domain.Field) scene.Dialog {
	w, i := s.Words, s.World.Institution()
	news := widget.True
	if i.WithoutNewsGroups {
		news = widget.False
	}
	fields := widget.NewForm(
		widget.Field{Key: string(nameField), Label: w.Field(nameField), Value: i.Name, Limit: nameLimit, Help: w.Say(lang.SettingsNameExplain)},
		widget.Field{Key: string(newsField), Kind: widget.ToggleField, Label: w.Field(newsField), Value: news,
			On: w.Say(lang.YesWord), Off: w.Say(lang.NoWord), Help: w.Say(lang.SettingsNewsExplain)},
	)
	return dialog.Form{
		Title:  w.Say(lang.SettingsInstitution),
		Fields: fields.Focus(string(at)),
		Save:   lang.SaveHint,
		Command: func(_ scene.Scene, f widget.Form) domain.Command {
			if !f.Dirty() {
				return nil
			}
			return domain.EditInstitution{Name: dialog.Text(f, string(nameField)), WithoutNewsGroups: !f.On(string(newsField))}
		},
	}
}
