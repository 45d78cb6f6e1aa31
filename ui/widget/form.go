package widget

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"
)

// Form is a column of labelled fields, one of which has the keys. It is a value: Update leaves the form it was called
// on as it was. Made by NewForm.
type Form struct {
	fields        []field
	gone          []field // see Ask
	at            int
	width, height int
	blurred       bool
	pasted        func(kept int) string
	look          looking
	seek          string
	fold          func(string) string
}

// Pasted gives the sentence that stands under a field when a paste did not fit, with how many runes of it did.
func (f Form) Pasted(say func(kept int) string) Form {
	f.pasted = say
	return f
}

// CutPaste is that sentence for the field that has the keys; empty when all of the last paste fitted.
func (f Form) CutPaste() string {
	now, some := f.now()
	if kept, cut := now.cut(); some && cut && f.pasted != nil {
		return f.pasted(kept)
	}
	return ""
}

// NewForm makes a form of the fields in their order; the first that is not locked has the keys.
func NewForm(fields ...Field) Form {
	var f Form
	for _, described := range fields {
		f.fields = append(f.fields, newField(described))
	}
	if i := slices.IndexFunc(f.fields, func(x field) bool { return x.Locked == "" }); i >= 0 {
		f.at = i
	}
	return f
}

// Resize tells the size the form is drawn at, so that up and down in a note follow its lines as they are seen, and a
// page of a list is a page.
func (f Form) Resize(w, h int) Form {
	f.width, f.height = w, h
	return f
}

// Update answers a key or a paste for the field that has the keys. tab, shift+tab, up and down go to another field;
// enter and ctrl+s check everything and submit, or go to the first field that is wrong; esc cancels. On a look-up, what
// is typed opens its list, which has the keys until something is chosen or esc.
func (f Form) Update(msg tea.Msg) (Form, Event) {
	if f.look.open {
		return f.search(msg)
	}
	now, some := f.now()
	if some && now.opens(msg) {
		return f.find(msg)
	}
	key, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		return f.give(msg)
	}
	switch name := key.String(); name {
	case "esc":
		return f, Cancel
	case "ctrl+s":
		return f.submit()
	case "enter":
		if !some || now.Kind != NoteField || !now.Breaks || now.Locked != "" {
			return f.submit()
		}
	case "tab":
		return f.leave(1), None
	case "shift+tab":
		return f.leave(-1), None
	case "up", "down":
		by := 1
		if name == "up" {
			by = -1
		}
		if !some || now.Kind != NoteField || now.Locked != "" || !now.area.Resize(f.valueWidth()).CanMove(by) {
			return f.leave(by), None
		}
	}
	return f.give(msg)
}

func (f Form) now() (field, bool) {
	if len(f.fields) == 0 {
		return field{}, false
	}
	return f.fields[f.at], true
}

// with gives a form in which field i is another; the fields of this one stay.
func (f Form) with(i int, changed field) Form {
	f.fields = slices.Clone(f.fields)
	f.fields[i] = changed
	return f
}

func (f Form) give(msg tea.Msg) (Form, Event) {
	now, some := f.now()
	if !some {
		return f, None
	}
	now.area = now.area.Resize(f.valueWidth())
	next, changed := now.update(msg)
	f = f.with(f.at, next)
	if changed {
		return f, Changed
	}
	return f, None
}

// leave goes round to another field. The field that is left is checked only when it was touched: nobody is told of
// an empty field on the way past.
func (f Form) leave(by int) Form {
	now, some := f.now()
	if !some {
		return f
	}
	if now.value() != now.opened {
		f = f.with(f.at, now.check())
	}
	return f.to((f.at + by + len(f.fields)) % len(f.fields))
}

// to gives the keys to field i.
func (f Form) to(i int) Form {
	f.at, f.blurred, f.look = i, false, looking{}
	return f
}

func (f Form) submit() (Form, Event) {
	f.fields = slices.Clone(f.fields)
	for i := range f.fields {
		f.fields[i] = f.fields[i].check()
	}
	if i := f.wrong(); i >= 0 {
		return f.to(i), None
	}
	return f, Submit
}

func (f Form) wrong() int {
	return slices.IndexFunc(f.fields, func(x field) bool { return x.wrong != "" })
}

func (f Form) index(key string) int {
	return slices.IndexFunc(f.fields, func(x field) bool { return x.Key == key })
}

// change gives a form in which the field of that key went through how; without such a field the form as it is.
func (f Form) change(key string, how func(field) field) Form {
	i := f.index(key)
	if i < 0 {
		return f
	}
	return f.with(i, how(f.fields[i]))
}

// Value is what the field of that key holds now, in NFC whatever the keyboard or the clipboard sent; empty when there
// is none.
func (f Form) Value(key string) string {
	if i := f.index(key); i >= 0 {
		return norm.NFC.String(f.fields[i].value())
	}
	return ""
}

// Has reports whether the form has a field of that key.
func (f Form) Has(key string) bool { return f.index(key) >= 0 }

// On says whether the toggle of that key is on.
func (f Form) On(key string) bool { return f.Value(key) == True }

// Set fills in a field for the person; Dirty counts it.
func (f Form) Set(key, value string) Form {
	return f.change(key, func(x field) field { return x.set(value) })
}

// SetError puts a sentence under a field and goes there: a refusal that belongs to it. An empty one takes it away.
func (f Form) SetError(key, sentence string) Form {
	f = f.change(key, func(x field) field { x.wrong = sentence; return x })
	if i := f.index(key); i >= 0 && sentence != "" {
		return f.to(i)
	}
	return f
}

// SetLocked locks a field with the reason, or opens it when the reason is empty.
func (f Form) SetLocked(key, reason string) Form {
	return f.change(key, func(x field) field { x.Locked = reason; return x })
}

// SetHelp changes the line that explains a field.
func (f Form) SetHelp(key, help string) Form {
	return f.change(key, func(x field) field { x.Help = help; return x })
}

// SetPlaceholder changes what an empty field shows.
func (f Form) SetPlaceholder(key, words string) Form {
	return f.change(key, func(x field) field {
		x.Placeholder, x.input.Placeholder, x.area.Placeholder = words, words, words
		return x
	})
}

// SetOptions offers other answers of a choice; what was chosen stays chosen if it is among them.
func (f Form) SetOptions(key string, options []Option) Form {
	return f.change(key, func(x field) field {
		if x.Kind != ChoiceField {
			return x
		}
		value := x.value()
		x.Options = options
		return x.set(value)
	})
}

// Ask gives a form of other fields. What was typed into those that it had stays, and comes back with those that it
// has again.
func (f Form) Ask(fields ...Field) Form {
	now := NewForm(fields...)
	kept := slices.Concat(f.fields, f.gone)
	f.fields, f.gone = now.fields, nil
	for _, old := range kept {
		i := f.index(old.Key)
		if i < 0 {
			f.gone = append(f.gone, old)
			continue
		}
		f.fields[i] = old.again(now.fields[i])
	}
	at := max(f.index(kept[f.at].Key), 0)
	return f.to(at)
}

// Dirty says whether any field holds something else than it opened with.
func (f Form) Dirty() bool {
	return slices.ContainsFunc(f.fields, func(x field) bool { return x.value() != x.opened })
}

// Focused is the key of the field that has the keys.
func (f Form) Focused() string {
	now, _ := f.now()
	return now.Key
}

// Focus gives the keys to a field.
func (f Form) Focus(key string) Form {
	if i := f.index(key); i >= 0 {
		return f.to(i)
	}
	return f
}

// Blur takes the keys from the form, for something beside it: it is drawn without pointer and cursor until it goes to a
// field again. No line moves.
func (f Form) Blur() Form {
	f.blurred = true
	return f
}
