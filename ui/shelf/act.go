package shelf

import (
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// Act is an action of a source.
type Act = scene.Action

// Opens is scene.Opens.
func Opens(key string, name words.Key, dialog func() scene.Dialog, also ...string) Act {
	return scene.Opens(key, name, dialog, also...)
}

// Wishes is scene.Wishes.
func Wishes(key string, name words.Key, wish scene.Wish) Act { return scene.Wishes(key, name, wish) }

// Turns is an act that turns the shelf.
func Turns(key string, name words.Key, turn func(Shelf) Shelf) Act {
	return scene.Turns(key, name, turn)
}

// Find is the act that gives the keys to the filter.
func Find(name words.Key) Act {
	return Turns("/", name, func(c Shelf) Shelf {
		c.typing, c.inside = true, false
		return c
	})
}
