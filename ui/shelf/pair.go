package shelf

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// Pair is two lists on one screen, one shown at a time. Made by NewPair.
type Pair struct {
	lists [2]Shelf
	names [2]words.Key // of the actions that turn to the lists
	front int          // the list that is shown
}

var (
	_ scene.Screen = Pair{}
	_ scene.Typist = Pair{}
)

// NewPair returns a pair that shows the first list. Tab turns to the other, and so
// does a click on the title.
func NewPair(first, second Shelf, firstName, secondName words.Key) Pair {
	return Pair{lists: [2]Shelf{first, second}, names: [2]words.Key{firstName, secondName}}
}

// Typing is Typing of the list that is shown.
func (c Pair) Typing() bool { return c.lists[c.front].Typing() }

// View draws the list that is shown.
func (c Pair) View(s scene.Scene) (string, *tea.Cursor) { return c.lists[c.front].View(s) }

// Actions returns those of the list that is shown, with tab before the filter.
func (c Pair) Actions(s scene.Scene) []scene.Action {
	all := c.lists[c.front].Actions(s)
	return slices.Insert(all, len(all)-1, c.turnAction())
}

func (c Pair) turnAction() scene.Action {
	return scene.Turns("tab", c.names[1-c.front], Pair.turn, "shift+tab")
}

// Update hands a message to the list that is shown, after turning to the list that has
// the record of an Arrived.
func (c Pair) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	switch msg := msg.(type) {
	case scene.Arrived:
		for i, list := range c.lists {
			if _, key := list.seek(s, msg.At); key != "" {
				c.front = i
			}
		}
	case tea.KeyPressMsg:
		if next, wish, ok := scene.Answer(c, []scene.Action{c.turnAction()}, msg.String()); ok && !c.Typing() {
			return next, wish
		}
	case tea.MouseClickMsg:
		if c.lists[c.front].onTitle(s, msg.X, msg.Y) {
			return c.turn(), nil
		}
	}
	next, wish := c.lists[c.front].Update(s, msg)
	c.lists[c.front] = next.(Shelf)
	return c, wish
}

// turn shows the other list.
func (c Pair) turn() Pair {
	c.lists[c.front] = c.lists[c.front].Focus(false)
	c.front = 1 - c.front
	return c
}
