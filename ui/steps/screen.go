package steps

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
)

// Screen is the screen Stappenplan. Made by New.
type Screen struct{ shelf.Shelf }

var (
	_ scene.Screen = Screen{}
	_ scene.Typist = Screen{}
)

// New returns the screen with the cursor on the institution.
func New() scene.Screen { return Screen{shelf.New(domain.InstitutionNoun, listing{})} }

// Update implements scene.Screen. It goes to a group that is asked for, but not to
// one that was just made on another screen.
func (c Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	if to, ok := msg.(scene.Arrived); ok && to.At.Noun == domain.GroupNoun && s.World.Has(to.At) {
		c.Shelf = c.Show(s, to.At.Key)
	}
	next, wish := c.Shelf.Update(s, msg)
	return Screen{next.(shelf.Shelf)}, wish
}
