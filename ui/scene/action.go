package scene

import (
	"slices"

	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Action is a key and what it does. The hint bar, the help, the palette, a click on a hint
// and the key itself all use it. Choosing an action presses its key.
type Action struct {
	Key   string // as tea.KeyPressMsg.String returns it
	Also  []string
	Name  words.Key // empty: the key works and is not shown
	Args  []any     // of Name
	Edits bool      // held back while editing is locked
	Bar   bool      // stands in the hint bar
	// Wish returns what the key wishes, and Turn the screen after the key. With both nil
	// the screen answers the key itself.
	Wish func() Wish
	Turn func(Screen) Screen
}

// Said is the name of the action in words.
func (a Action) Said(w tell.Words) string { return w.Say(a.Name, a.Args...) }

// Opens returns an action that opens a dialog to edit.
func Opens(key string, name words.Key, dialog func() Dialog, also ...string) Action {
	return Action{Key: key, Also: also, Name: name, Edits: true, Bar: true,
		Wish: func() Wish { return Open{Dialog: dialog(), Edits: true} }}
}

// Weighs returns an action that opens a dialog which shows what an edit would do. It opens
// while editing is locked too: only saving is refused then.
func Weighs(key string, name words.Key, dialog func() Dialog, also ...string) Action {
	a := Opens(key, name, dialog, also...)
	a.Edits = false
	a.Wish = func() Wish { return Open{Dialog: dialog()} }
	return a
}

// Wishes returns an action with a wish that is known already.
func Wishes(key string, name words.Key, wish Wish, also ...string) Action {
	return Action{Key: key, Also: also, Name: name, Bar: true, Wish: func() Wish { return wish }}
}

// Turns returns an action that changes the screen and wishes nothing.
func Turns[S Screen](key string, name words.Key, turn func(S) S, also ...string) Action {
	return Action{Key: key, Also: also, Name: name, Bar: true, Turn: func(c Screen) Screen { return turn(c.(S)) }}
}

// Hidden returns the action without its name: it works, and is not shown.
func (a Action) Hidden() Action {
	a.Name = ""
	return a
}

// OffBar returns the action for help and palette only, not for the hint bar.
func (a Action) OffBar() Action {
	a.Bar = false
	return a
}

// Shown returns the actions that have a name. Neighbours with one name are two directions
// of one action, and become one.
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

// Answer does the first action that has the key. It returns the screen after that and its
// wish; false if no action has the key, or the screen answers it itself.
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
