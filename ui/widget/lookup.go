package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// lookup is the list of a look-up. While it is open it stands in the place of the form and has its keys.
type lookup struct {
	open   bool
	picker Picker
	before []string // the chosen keys when it opened
	typed  bool     // since the last mark; then enter also takes the item under the cursor
}

// SetSearch sets the text of the empty line above a list, and the fold that makes a query comparable with Item.Search.
func (f Form) SetSearch(placeholder string, fold func(string) string) Form {
	f.placeholder, f.fold = placeholder, fold
	return f
}

// OpenLookup is the field whose list is open; false while the form itself has the keys.
func (f Form) OpenLookup() (Field, bool) {
	now, _ := f.focused()
	return now.Field, f.lookup.open
}

// CloseLookup closes the open list; what was chosen before is chosen again.
func (f Form) CloseLookup() Form {
	if now, some := f.focused(); some && f.lookup.open && now.Several {
		f = f.setField(f.at, now.setKeys(f.lookup.before))
	}
	f.lookup = lookup{}
	return f
}

// Scroll answers the wheel over the open list.
func (f Form) Scroll(delta int) Form {
	f.lookup.picker = f.lookup.picker.Scroll(delta)
	return f
}

// Keys are the keys that a look-up holds, in the order in which they were chosen.
func (f Form) Keys(key string) []string {
	if i := f.index(key); i >= 0 {
		return slices.Clone(f.fields[i].keys)
	}
	return nil
}

// Several is the value of a look-up that holds those keys.
func Several[K ~string](keys []K) string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = string(key)
	}
	return strings.Join(out, keyBreak)
}

// opensList reports whether a key or a paste opens the list of a field. Text does; on a look-up so do the keys that
// edit text, and enter while it is empty and must not be; on a choice so does enter on Else.
func (f field) opensList(msg tea.Msg) bool {
	if f.Find == nil || f.Locked != "" {
		return false
	}
	key, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		_, pasted := msg.(tea.PasteMsg)
		return pasted
	}
	switch key.String() {
	case "enter":
		return f.isChoice() && f.value() == f.Else || f.Kind == LookupField && len(f.keys) == 0 && f.check().wrong != ""
	case "space", "backspace", "delete", "left", "right":
		return f.Kind == LookupField
	}
	return key.Text != ""
}

// openList opens the list of the focused field; what was typed begins the query. Chosen items come first.
func (f Form) openList(msg tea.Msg) (Form, Event) {
	now := f.fields[f.at]
	items := now.Find(f)
	slices.SortStableFunc(items, func(a, b Item) int {
		switch in, with := slices.Contains(now.keys, a.Key), slices.Contains(now.keys, b.Key); {
		case now.Several && in && !with:
			return -1
		case now.Several && with && !in:
			return 1
		}
		return 0
	})
	p := NewPicker(items, now.Several, f.fold, nil).SetPlaceholder(f.placeholder)
	p.Empty = now.Empty
	if now.Several {
		p = p.Mark(now.keys...)
	}
	f.lookup = lookup{open: true, picker: p, before: now.keys}
	if key, isKey := msg.(tea.KeyPressMsg); msg == nil || isKey && (key.Text == "" || key.String() == "space") {
		return f, None
	}
	return f.search(msg)
}

// search answers a key or a paste while the list is open.
func (f Form) search(msg tea.Msg) (Form, Event) {
	if paste, ok := msg.(tea.PasteMsg); ok {
		msg = tea.PasteMsg{Content: strings.Join(strings.Fields(paste.Content), " ")}
	}
	return f.applySearch(f.lookup.picker.Resize(f.height).Update(msg))
}

// applySearch updates list and field after an event in the list. In a look-up for several every mark changes the value at
// once. It returns Cancel only where leaving would lose marks; then the list is still open.
func (f Form) applySearch(picker Picker, event Event) (Form, Event) {
	if event == Changed {
		f.lookup.typed = picker.Query() != f.lookup.picker.Query()
	}
	f.lookup.picker = picker
	now := f.fields[f.at]
	current, found := f.lookup.picker.Current()
	switch event {
	case Cancel:
		f.lookup.typed = false // esc does not take the item under the cursor
		if now.Several && !slices.Equal(f.chosenKeys(), f.lookup.before) {
			return f.setField(f.at, now.setKeys(f.chosenKeys())), Cancel
		}
		return f.CloseLookup(), Changed
	case Submit:
		chosen := f.chosenKeys()
		switch {
		case f.lookup.typed && !found: // enter must not ignore that the search found nothing
			return f, None
		case !now.Several, found && len(chosen) == 0 && len(f.lookup.before) == 0:
			chosen = []string{current.Key}
		}
		f.lookup = lookup{}
		f = f.setField(f.at, now.addOption(Option{Key: current.Key, Label: current.Label}).setKeys(chosen))
		if !now.Several {
			f = f.focus((f.at + 1) % len(f.fields))
		}
		return f, Changed
	}
	if !now.Several || slices.Equal(f.chosenKeys(), now.keys) {
		return f, None
	}
	return f.setField(f.at, now.setKeys(f.chosenKeys())), Changed
}

// chosenKeys are the marked keys: those from before in their order, then the others.
func (f Form) chosenKeys() []string {
	marked := f.lookup.picker.Marked()
	if current, ok := f.lookup.picker.Current(); ok && f.lookup.typed && f.lookup.picker.Query() != "" && !slices.Contains(marked, current.Key) {
		marked = append(marked, current.Key)
	}
	var out []string
	for _, key := range f.lookup.before {
		if slices.Contains(marked, key) {
			out = append(out, key)
		}
	}
	for _, key := range marked {
		if !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out
}

// setKeys sets a field to keys that were found.
func (f field) setKeys(keys []string) field {
	f = f.set(strings.Join(keys, keyBreak))
	f.wrong = ""
	return f
}

// addOption adds an item that was found to the options of a choice, before Else.
func (f field) addOption(found Option) field {
	if !f.isChoice() || slices.ContainsFunc(f.Options, func(o Option) bool { return o.Key == found.Key }) {
		return f
	}
	at := slices.IndexFunc(f.Options, func(o Option) bool { return o.Key == f.Else })
	f.Options = slices.Insert(slices.Clone(f.Options), max(at, 0), found)
	f.found = append(slices.Clip(f.found), found)
	return f
}
