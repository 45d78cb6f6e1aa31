package start

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// newInstitution asks what a new institution is called, and begins with it.
func newInstitution(s scene.Scene) scene.Dialog {
	name := slices.DeleteFunc(domain.InstitutionProperties(), func(p domain.Property[domain.Institution]) bool { return p.Field != "name" })
	return dialog.Form{
		Title:  s.Words.Say("start.name-title"),
		Lead:   []string{s.Words.Say("start.name-lead")},
		Fields: widget.NewForm(dialog.FieldsOf(s, "start.about-", name, domain.Institution{})...),
		Save:   "start.name-go",
		Wish: func(s scene.Scene, f widget.Form) scene.Wish {
			var i domain.Institution
			dialog.Fill(s, name, f, &i)
			return scene.Start{How: scene.StartEmpty, Name: i.Name}
		},
	}
}
