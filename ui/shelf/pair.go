package shelf

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// Pair is two lists on one screen, of which one is shown. Made by NewPair.
type Pair struct {
	lists [2]Shelf
	names [2]words.Key // of the lists, as the action that turns to them
	front int
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

// Typing reports whether keys are text now, see Shelf.
func (c Pair) Typing() bool { return c.lists[c.front].Typing() }

// View draws the list that is shown.
func (c Pair) View(s scene.Scene) (string, *tea.Cursor) { return c.lists[c.front].View(s) }

// Actions are those of the list, with tab before the filter.
func (c Pair) Actions(s scene.Scene) []scene.Action {
	all := c.lists[c.front].Actions(s)
	return slices.Insert(all, len(all)-1, c.toOther())
}

// toOther is the action that turns to the other list.
func (c Pair) toOther() scene.Action {
	return scene.Turns("tab", c.names[1-c.front], Pair.turn, "shift+tab")
}

// Update hands a message to the list that is shown, and a record that is asked for
// to the list that has it.
func (c Pair) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	switch msg := msg.(type) {
	case scene.Arrived:
		for i, list := range c.lists {
			if list.has(s, msg.At) {
				c.front = i
			}
		}
	case tea.KeyPressMsg:
		if next, wish, ok := scene.Answer(c, []scene.Action{c.toOther()}, msg.String()); ok && !c.Typing() {
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

// has reports whether a record is one of the list's, or stands in the details of one.
func (c Shelf) has(s scene.Scene, r domain.Ref) bool {
	return r.Key != "" && c.home(s, r).Noun == c.noun
}

// home returns the record of the list in whose details r stands; else r itself.
func (c Shelf) home(s scene.Scene, r domain.Ref) domain.Ref {
	if owner, ok := c.source.(Owner); ok {
		return owner.Owner(s, r)
	}
	return r
}
