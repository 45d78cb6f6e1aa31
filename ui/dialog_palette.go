package ui

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// choice is one action of the palette: its key and its name.
type choice struct{ key, name string }

// palette finds an action by name and presses its key.
type palette struct{ picker widget.Picker }

func newPalette(s scene.Scene, choices []choice) scene.Dialog {
	items := make([]widget.Item, len(choices))
	for i, c := range choices {
		items[i] = widget.Item{Key: c.key, Label: c.name, Detail: showKey(c.key), Search: lang.Fold(c.name)}
	}
	p := widget.NewPicker(items, false, lang.Fold, widget.Fuzzy)
	p.Empty = s.Words.Say(lang.PaletteEmpty)
	return palette{p}
}

// Update implements scene.Dialog.
func (p palette) Update(_ scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	var event widget.Event
	switch msg := msg.(type) {
	case scene.Clicked:
		if msg.Wheel != 0 {
			p.picker = p.picker.Scroll(msg.Wheel)
			return p, nil
		}
		p.picker, event = p.picker.Click(msg.X-2, msg.Y-1, paletteWidth, paletteHeight)
	default:
		p.picker, event = p.picker.Update(msg)
	}
	switch event {
	case widget.Cancel:
		return p, scene.Close{}
	case widget.Submit:
		if item, ok := p.picker.Current(); ok {
			return p, scene.Several{scene.Close{}, scene.Press{Key: item.Key}}
		}
	}
	return p, nil
}

const (
	paletteWidth  = 60
	paletteHeight = 18
)

// View implements scene.Dialog.
func (p palette) View(s scene.Scene) (string, *tea.Cursor) {
	d := widget.Dialog{Title: s.Words.Say(lang.PaletteTitle), Hints: []widget.Hint{
		{Key: "enter", Show: "⏎", Text: s.Words.Say(lang.ChooseHint)}, {Key: "esc", Text: s.Words.Say(lang.CancelHint)},
	}}
	outer, body := d.Place(s.Size, paletteWidth, paletteHeight)
	list, cursor := p.picker.View(s.Theme, body.W, body.H)
	picture, _ := d.View(s.Theme, outer, list)
	if cursor != nil {
		cursor.X += body.X - outer.X
		cursor.Y += body.Y - outer.Y
	}
	return picture, cursor
}
