package ui

import (
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// choice is one action of the palette: its key and its name.
type choice struct{ key, name string }

// newPalette finds an action by name and presses its key.
func newPalette(s scene.Scene, choices []choice) scene.Dialog {
	items := make([]widget.Item, len(choices))
	for i, c := range choices {
		items[i] = widget.Item{Key: c.key, Label: c.name, Detail: showKey(c.key), Search: words.Fold(c.name)}
	}
	p := widget.NewPicker(items, false, words.Fold, widget.Fuzzy)
	p.Empty = s.Words.Say("palette.empty")
	return dialog.Pick{
		Title: s.Words.Say("palette.title"), W: 60, H: 18, Picker: p,
		Wish: func(key string) scene.Wish { return scene.Press{Key: key} },
	}
}
