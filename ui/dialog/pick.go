package dialog

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Pick finds one of many by name, and goes.
type Pick struct {
	Title  string
	W, H   int // of its body, where the window has room
	Picker widget.Picker
	// Wish is what picking the item of that key wishes, besides to close.
	Wish func(key string) scene.Wish
}

// Update implements scene.Dialog.
func (d Pick) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	var event widget.Event
	switch msg := msg.(type) {
	case scene.Clicked:
		if msg.Wheel != 0 {
			d.Picker = d.Picker.Scroll(msg.Wheel)
			return d, nil
		}
		p := d.sheet(s)
		if key, ok := p.Key(s.Theme, msg); ok {
			return d.Update(s, key)
		}
		x, y := p.Body.Local(msg.X, msg.Y)
		d.Picker, event = d.Picker.Click(x, y, p.Body.W, p.Body.H)
	default:
		d.Picker, event = d.Picker.Update(msg)
	}
	switch event {
	case widget.Cancel:
		return d, scene.Close{}
	case widget.Submit:
		if item, ok := d.Picker.Current(); ok {
			return d, scene.Several{scene.Close{}, d.Wish(item.Key)}
		}
	}
	return d, nil
}

func (d Pick) sheet(s scene.Scene) Sheet {
	return NewSheet(s, d.Title, []widget.Hint{
		{Key: "enter", Show: "⏎", Text: s.Words.Say("hint.choose")}, {Key: "esc", Text: s.Words.Say("hint.cancel")},
	}, d.W, d.H)
}

// View implements scene.Dialog.
func (d Pick) View(s scene.Scene) (string, *tea.Cursor) {
	p := d.sheet(s)
	list, cursor := d.Picker.View(s.Theme, p.Body.W, p.Body.H)
	return p.View(s.Theme, list, cursor)
}

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
