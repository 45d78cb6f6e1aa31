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
		items[i] = lookItem(s, p)
	}
	p := widget.NewPicker(items, false, lang.Fold, widget.Words)
	p.Empty = s.Words.Say(lang.NoMatch)
	return dialog.Pick{
		Title: s.Words.Say(lang.LookTitle), W: 64, H: 18, Picker: p,
		Wish: func(key string) scene.Wish { return scene.Look{Person: domain.PersonID(key)} },
	}
}

// lookItem is somebody to look as, or at, with what tells them from a namesake.
func lookItem(s scene.Scene, p domain.Person) widget.Item {
	return widget.Item{
		Key: string(p.ID), Label: lang.Clean(p.Shown()), Detail: s.Words.RoleShort(p.Role) + " " + s.Words.Apart(p),
		Search: lang.Fold(p.Shown() + " " + p.FullName() + " " + p.Number),
	}
}
