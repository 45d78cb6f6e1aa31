package scene

import (
	"slices"

	"zichtlijn/ui/words"
)

// Action is a key and what it does: the hint bar, the help, the palette, a click
// on a hint and the key itself all come from it. Choosing an action presses its key.
type Action struct {
	Key   string // as tea.KeyPressMsg.String returns it
	Also  []string
	Name  words.Key // empty: the key works and is not shown
	Edits bool      // held back while editing is locked
	Bar   bool      // stands in the hint bar
	// Wish returns what the key wishes, and Turn the screen as it leaves it. Where
	// both are nil the screen answers the key itself.
	Wish func() Wish
	Turn func(Screen) Screen
}

// Hidden is an action as it works where it is not shown.
func (a Action) Hidden() Action {
	a.Name = ""
	return a
}

// Shown are the actions that have a name.
func Shown(all []Action) []Action {
	return slices.DeleteFunc(slices.Clone(all), func(a Action) bool { return a.Name == "" })
}

// Answer does what the first action that has a key does: it returns what c is then
// and what it wishes. It is false where no action has the key, or the screen
// answers it itself.
func Answer(c Screen, all []Action, key string) (Screen, Wish, bool) {
	i := slices.IndexFunc(all, func(a Action) bool { return a.Key == key || slices.Contains(a.Also, key) })
	if i < 0 || all[i].Wish == nil && all[i].Turn == nil {
		return c, nil, false
	}
	var wish Wish
	if all[i].Wish != nil {
		wish = all[i].Wish()
	}
	if all[i].Turn != nil {
		c = all[i].Turn(c)
	}
	return c, wish, true
}
