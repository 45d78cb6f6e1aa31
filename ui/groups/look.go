package groups

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// lookDialog picks as whom to look; the preview holds that person until esc.
type lookDialog struct{ picker widget.Picker }

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
	return lookDialog{p}
}

const (
	lookWidth  = 64
	lookHeight = 18
)

// Update implements scene.Dialog.
func (d lookDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	var event widget.Event
	switch msg := msg.(type) {
	case scene.Clicked:
		if msg.Wheel != 0 {
			d.picker = d.picker.Scroll(msg.Wheel)
			return d, nil
		}
		outer, body := d.frame(s).Place(s.Size, lookWidth, lookHeight)
		d.picker, event = d.picker.Click(msg.X-(body.X-outer.X), msg.Y-(body.Y-outer.Y), body.W, body.H)
	default:
		d.picker, event = d.picker.Update(msg)
	}
	switch event {
	case widget.Cancel:
		return d, scene.Close{}
	case widget.Submit:
		if item, ok := d.picker.Current(); ok {
			return d, scene.Several{scene.Close{}, scene.Look{Person: domain.PersonID(item.Key)}}
		}
	}
	return d, nil
}

func (d lookDialog) frame(s scene.Scene) widget.Dialog {
	return widget.Dialog{Title: s.Words.Say(lang.LookTitle), Hints: []widget.Hint{
		{Key: "enter", Show: "⏎", Text: s.Words.Say(lang.ChooseHint)}, {Key: "esc", Text: s.Words.Say(lang.CancelHint)},
	}}
}

// View implements scene.Dialog.
func (d lookDialog) View(s scene.Scene) (string, *tea.Cursor) {
	frame := d.frame(s)
	outer, body := frame.Place(s.Size, lookWidth, lookHeight)
	list, cursor := d.picker.View(s.Theme, body.W, body.H)
	picture, _ := frame.View(s.Theme, outer, list)
	if cursor != nil {
		cursor.X += body.X - outer.X
		cursor.Y += body.Y - outer.Y
	}
	return picture, cursor
}
