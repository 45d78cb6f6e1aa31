package shelf

import (
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// Act is an action of a source.
type Act = scene.Action

// Opens is an act that opens a dialog to edit.
func Opens(key string, name words.Key, dialog func() scene.Dialog, also ...string) Act {
	return Act{Key: key, Also: also, Name: name, Edits: true, Bar: true,
		Wish: func() scene.Wish { return scene.Open{Dialog: dialog(), Edits: true} }}
}

// Wishes is an act whose wish is known already.
func Wishes(key string, name words.Key, wish scene.Wish) Act {
	return Act{Key: key, Name: name, Bar: true, Wish: func() scene.Wish { return wish }}
}

// Turns is an act that turns the shelf.
func Turns(key string, name words.Key, turn func(Shelf) Shelf) Act {
	return Act{Key: key, Name: name, Bar: true, Turn: func(c scene.Screen) scene.Screen { return turn(c.(Shelf)) }}
}

// Find is the act that gives the keys to the filter.
func Find(name words.Key) Act {
	return Turns("/", name, func(c Shelf) Shelf {
		c.typing, c.inside = true, false
		return c
	})
}
