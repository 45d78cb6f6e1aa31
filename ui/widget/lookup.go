package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// looking is the list of a look-up while it is open: it stands in the place of the form, and has its keys.
type looking struct {
	open   bool
	picker Picker
	before []string // what was chosen when it opened
	// typed says that letters came after the last mark: then enter means whoever is under the cursor, too.
	typed bool
}

// Finding tells what the empty line above a list says, and how a query is folded to be compared with Item.Search.
func (f Form) Finding(placeholder string, fold func(string) string) Form {
	f.seek, f.fold = placeholder, fold
	return f
}

// Looking is the field whose list is open; false while the form itself has the keys.
func (f Form) Looking() (Field, bool) {
	now, _ := f.now()
	return now.Field, f.look.open
}

// Back closes the list that is open; what was chosen before is chosen again.
func (f Form) Back() Form {
	if now, some := f.now(); some && f.look.open && now.Several {
		f = f.with(f.at, now.take(f.look.before))
	}
	f.look = looking{}
	return f
}

// Scroll answers the wheel over a list that is open.
func (f Form) Scroll(delta int) Form {
	f.look.picker = f.look.picker.Scroll(delta)
	return f
}

// Keys are the values of a look-up for several, in the order in which they were chosen.
func (f Form) Keys(key string) []string {
	if i := f.index(key); i >= 0 {
		return slices.Clone(f.fields[i].keys)
	}
	return nil
}

// Several is the value of a look-up for several.
func Several[K ~string](keys []K) string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = string(key)
	}
	return strings.Join(out, keyBreak)
}

// opens reports whether a key or a paste opens the list of a field: a paste, anything typed and, where nothing else
// is meant by them, enter and the keys that would change a text. enter opens the list of a look-up whose emptiness is
// wrong, and that of a choice on Else.
func (f field) opens(msg tea.Msg) bool {
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
		return f.picks() && f.value() == f.Else || f.Kind == LookupField && len(f.keys) == 0 && f.check().wrong != ""
	case "space", "backspace", "delete", "left", "right":
		return f.Kind == LookupField
	}
	return key.Text != ""
}

// find opens the list of the field that has the keys; what was typed begins the query. Whoever is chosen comes first.
func (f Form) find(msg tea.Msg) (Form, Event) {
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
	p := NewPicker(items, now.Several, f.fold, nil).SetPlaceholder(f.seek)
	p.Empty = now.Empty
	if now.Several {
		p = p.Mark(now.keys...)
	}
	f.look = looking{open: true, picker: p, before: now.keys}
	if key, isKey := msg.(tea.KeyPressMsg); msg == nil || isKey && (key.Text == "" || key.String() == "space") {
		return f, None
	}
	return f.search(msg)
}

// search answers a key or a paste while a list is open.
func (f Form) search(msg tea.Msg) (Form, Event) {
	if paste, ok := msg.(tea.PasteMsg); ok {
		msg = tea.PasteMsg{Content: strings.Join(strings.Fields(paste.Content), " ")}
	}
	query := f.look.picker.Query()
	picker, event := f.look.picker.Resize(f.height).Update(msg)
	f.look.picker = picker
	if event == Changed {
		f.look.typed = picker.Query() != query
	}
	return f.searched(event)
}

// searched takes what an event in the list means into the field. While several are marked, the value of the field is
// who is marked so far; Cancel comes only where leaving would lose marks, and the list is open then still.
func (f Form) searched(event Event) (Form, Event) {
	now := f.fields[f.at]
	current, found := f.look.picker.Current()
	switch event {
	case Cancel:
		f.look.typed = false // a search is no answer
		if now.Several && !slices.Equal(f.chosen(), f.look.before) {
			return f.with(f.at, now.take(f.chosen())), Cancel
		}
		return f.Back(), Changed
	case Submit:
		chosen := f.chosen()
		switch {
		case f.look.typed && !found: // what is searched for is not among them: enter must not pass over that
			return f, None
		case !now.Several, found && len(chosen) == 0 && len(f.look.before) == 0:
			chosen = []string{current.Key}
		}
		f.look = looking{}
		f = f.with(f.at, now.offering(Option{Key: current.Key, Label: current.Label}).take(chosen))
		if !now.Several {
			f = f.to((f.at + 1) % len(f.fields))
		}
		return f, Changed
	}
	if !now.Several || slices.Equal(f.chosen(), now.keys) {
		return f, None
	}
	return f.with(f.at, now.take(f.chosen())), Changed
}

// chosen are the keys that are marked: those of before in their order, then the others.
func (f Form) chosen() []string {
	marked := f.look.picker.Marked()
	if current, ok := f.look.picker.Current(); ok && f.look.typed && f.look.picker.Query() != "" && !slices.Contains(marked, current.Key) {
		marked = append(marked, current.Key)
	}
	var out []string
	for _, key := range f.look.before {
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

// take sets a field to what was found.
func (f field) take(keys []string) field {
	f = f.set(strings.Join(keys, keyBreak))
	f.wrong = ""
	return f
}

// offering makes what was found one of the options of a choice, before Else.
func (f field) offering(found Option) field {
	if !f.picks() || slices.ContainsFunc(f.Options, func(o Option) bool { return o.Key == found.Key }) {
		return f
	}
	at := slices.IndexFunc(f.Options, func(o Option) bool { return o.Key == f.Else })
	f.Options = slices.Insert(slices.Clone(f.Options), max(at, 0), found)
	f.found = append(slices.Clip(f.found), found)
	return f
}
