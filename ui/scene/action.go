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
	// Wish returns what the key wishes, and Turn the screen as the key leaves it.
	// Where both are nil the screen answers the key itself.
	Wish func() Wish
	Turn func(Screen) Screen
}

// Opens is an action that opens a dialog to edit.
func Opens(key string, name words.Key, dialog func() Dialog, also ...string) Action {
	return Action{Key: key, Also: also, Name: name, Edits: true, Bar: true,
		Wish: func() Wish { return Open{Dialog: dialog(), Edits: true} }}
}

// Wishes is an action whose wish is known already.
func Wishes(key string, name words.Key, wish Wish, also ...string) Action {
	return Action{Key: key, Also: also, Name: name, Bar: true, Wish: func() Wish { return wish }}
}

// Turns is an action that changes the screen and wishes nothing.
func Turns[S Screen](key string, name words.Key, turn func(S) S, also ...string) Action {
	return Action{Key: key, Also: also, Name: name, Bar: true, Turn: func(c Screen) Screen { return turn(c.(S)) }}
}

// Hidden is an action as it works where it is not shown.
func (a Action) Hidden() Action {
	a.Name = ""
	return a
}

// OffBar is an action that is shown in help and palette, and not in the hint bar.
func (a Action) OffBar() Action {
	a.Bar = false
	return a
}

// Shown are the actions that have a name. Neighbours of one name are the two
// directions of one action, and are shown as one.
func Shown(all []Action) []Action {
	var out []Action
	for _, a := range all {
		last := len(out) - 1
		switch {
		case a.Name == "":
		case last >= 0 && out[last].Name == a.Name:
			out[last].Also = append(append(slices.Clone(out[last].Also), a.Key), a.Also...)
		default:
			out = append(out, a)
		}
	}
	return out
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
