package dialog

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// PickPerson finds one of everybody but except (empty: nobody is left out), by
// any of their names or their number.
func PickPerson(s scene.Scene, title string, except domain.PersonID, wish func(domain.PersonID) scene.Wish) Pick {
	var items []widget.Item
	for _, p := range s.Roster.People() {
		if p.ID == except {
			continue
		}
		items = append(items, PersonItem(s, p))
	}
	p := widget.NewPicker(items, false, words.Fold, widget.Words)
	p.Empty = s.Words.Say("list.no-match")
	return Pick{
		Title: title, W: 64, H: 18, Picker: p,
		Wish: func(key string) scene.Wish { return wish(domain.PersonID(key)) },
	}
}

// PersonItem is somebody to pick, with what tells them from a namesake.
func PersonItem(s scene.Scene, p domain.Person) widget.Item {
	return widget.Item{
		Key: string(p.ID), Label: words.Clean(p.Shown()), Detail: s.Words.RoleShort(p.Role) + " " + s.Words.Apart(p),
		Search: words.Fold(p.Shown() + " " + p.FullName() + " " + p.Number),
	}
}
