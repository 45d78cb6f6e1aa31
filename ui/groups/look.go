package groups

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// newLook picks as whom to look; the preview holds that person until esc.
func newLook(s scene.Scene) scene.Dialog {
	people := s.Roster.People()
	items := make([]widget.Item, len(people))
	for i, p := range people {
		items[i] = widget.Item{
			Key: string(p.ID), Label: lang.Clean(p.Shown()), Detail: s.Words.RoleShort(p.Role) + " " + s.Words.Apart(p),
			Search: lang.Fold(p.Shown() + " " + p.FullName() + " " + p.Number),
		}
	}
	p := widget.NewPicker(items, false, lang.Fold, widget.Words)
	p.Empty = s.Words.Say(lang.NoMatch)
	return dialog.Pick{
		Title: s.Words.Say(lang.LookTitle), W: 64, H: 18, Picker: p,
		Wish: func(key string) scene.Wish { return scene.Look{Person: domain.PersonID(key)} },
	}
}
