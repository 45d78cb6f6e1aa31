package shelf

import (
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// Act is an action and what it does: it wishes something of the root, or turns the
// shelf, or both. One without a name works and is not shown. Where neither is set
// the shelf itself answers the key.
type Act struct {
	scene.Action
	Wish func() scene.Wish
	Turn func(Shelf) Shelf
}

// Opens is an act that opens a dialog to edit.
func Opens(key string, name words.Key, dialog func() scene.Dialog, also ...string) Act {
	return Act{
		Action: scene.Action{Key: key, Also: also, Name: name, Edits: true, Bar: true},
		Wish:   func() scene.Wish { return scene.Open{Dialog: dialog(), Edits: true} },
	}
}

// Wishes is an act whose wish is known already.
func Wishes(key string, name words.Key, wish scene.Wish) Act {
	return Act{Action: scene.Action{Key: key, Name: name, Bar: true}, Wish: func() scene.Wish { return wish }}
}

// Turns is an act that turns the shelf.
func Turns(key string, name words.Key, turn func(Shelf) Shelf) Act {
	return Act{Action: scene.Action{Key: key, Name: name, Bar: true}, Turn: turn}
}

// Find is the act that gives the keys to the filter, which the shelf does itself.
func Find(name words.Key) Act { return Act{Action: scene.Action{Key: "/", Name: name, Bar: true}} }

// Hidden is an act as it works where it is not shown.
func (a Act) Hidden() Act {
	a.Name = ""
	return a
}
