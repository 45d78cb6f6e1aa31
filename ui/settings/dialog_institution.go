package settings

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"

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
		widget.Field{Key: string(nameField), Label: w.Field(nameField), Value: i.Name, Limit: nameLimit, Help: w.Say("settings.name-explain")},
		widget.Field{Key: string(newsField), Kind: widget.ToggleField, Label: w.Field(newsField), Value: news,
			On: w.Say("word.yes"), Off: w.Say("word.no"), Help: w.Say("settings.news-explain")},
	)
	return dialog.Form{
		Title:  w.Say("settings.institution"),
		Fields: fields.Focus(string(at)),
		Command: func(_ scene.Scene, f widget.Form) domain.Command {
			if !f.Dirty() {
				return nil
			}
			return domain.EditInstitution{Name: dialog.Text(f, string(nameField)), WithoutNewsGroups: !f.On(string(newsField))}
		},
	}
}
