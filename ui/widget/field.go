package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// FieldKind is how a field is filled in. The zero value is a line of text.
type FieldKind uint8

const (
	TextField   FieldKind = iota
	DateField             // a line of text; Validate checks that it is a date
	ChoiceField           // one of Options
	ToggleField           // labelled On and Off; its value is True or False
	NoteField             // text of several lines
	LookupField           // the keys of items from a list; see Find
)

// The values of a ToggleField.
const (
	True  = "true"
	False = "false"
)

// keyBreak separates the keys in the value of a look-up for several; see Form.Keys.
const keyBreak = "\n"

// Option is one answer of a choice.
type Option struct {
	Key   string // the value of the field
	Label string
	Help  string // shown under the field while this option is chosen
}

// Field describes one field of a form.
type Field struct {
	Key         string // unique in the form
	Kind        FieldKind
	Label       string
	Help        string // one line, shown while the field has the keys
	Value       string // when the form opens; a choice without a matching option opens undecided, with value ""
	Placeholder string
	Options     []Option
	On, Off     string // the labels of a toggle
	Limit       int    // in runes; 0: DefaultLimit
	Height      int    // of a note, in lines; 0: 3
	Breaks      bool   // of a note: enter starts a new line, and ctrl+s alone submits
	Locked      string // why the field cannot be changed now; empty: it can
	Fresh       bool   // the value of a line is a proposal, which typing replaces; see Input.Fresh
	// Find returns the items of a look-up, as the form stands; typing on the field searches in them. A choice with Find
	// can be given items that are not among its Options, and then has them as options, too.
	Find    func(Form) []Item
	Name    func(key string) string // of a look-up: the text for a key
	Several bool                    // of a look-up: it takes more than one
	Else    string                  // of a choice with Find: the option that opens the list
	Seek    string                  // the title of the list; empty: the label
	Empty   string                  // the sentence for when the list finds nothing
	// Validate returns what is wrong with a value, in a sentence; empty when it is right. It is called on submit, and
	// when a person leaves the field with another value than it opened with.
	Validate func(value string) string
}

// field is a Field with what was typed into it.
type field struct {
	Field
	input  Input
	area   Area
	keys   []string // of a look-up
	found  []Option // of a choice: added by a look-up
	chosen int      // index of Options, -1 while undecided
	opened string
	wrong  string
}

func newField(f Field) field {
	made := field{Field: f, chosen: -1}
	if f.Kind == ToggleField {
		made.Options = []Option{{Key: True, Label: f.On}, {Key: False, Label: f.Off}}
		if f.Value != True {
			f.Value = False
		}
	}
	made.input = NewInput(f.Limit)
	made.input.Placeholder = f.Placeholder
	made.area = NewArea(f.Limit)
	made.area.Placeholder = f.Placeholder
	made = made.set(f.Value)
	made.opened = made.value()
	return made
}

func (f field) isChoice() bool { return f.Kind == ChoiceField || f.Kind == ToggleField }

func (f field) height() int {
	if f.Kind != NoteField {
		return 1
	}
	if f.Height <= 0 {
		return 3
	}
	return f.Height
}

func (f field) value() string {
	switch {
	case f.isChoice() && f.chosen < 0:
		return ""
	case f.isChoice():
		return f.Options[f.chosen].Key
	case f.Kind == NoteField:
		return f.area.Value()
	case f.Kind == LookupField:
		return strings.Join(f.keys, keyBreak)
	default:
		return f.input.Value()
	}
}

func (f field) set(value string) field {
	switch {
	case f.isChoice():
		f.chosen = slices.IndexFunc(f.Options, func(o Option) bool { return o.Key == value })
	case f.Kind == NoteField:
		f.area = f.area.SetValue(value)
	case f.Kind == LookupField:
		f.keys = strings.FieldsFunc(value, func(r rune) bool { return string(r) == keyBreak })
		names := make([]string, len(f.keys))
		for i, key := range f.keys {
			names[i] = f.Name(key)
		}
		f.input = f.input.SetValue(strings.Join(names, ", "))
	default:
		f.input = f.input.SetValue(value)
		if f.Fresh {
			f.input = f.input.Fresh()
		}
	}
	return f
}

// redescribe is the field as now describes it. What was typed stays, and so do the options that a choice found.
func (f field) redescribe(now field) field {
	for _, o := range f.found {
		now = now.addOption(o)
	}
	switch {
	case f.value() == f.opened:
		return now
	case f.isChoice():
		return now.set(f.value())
	}
	f.Field, f.wrong = now.Field, ""
	return f
}

// cut reports whether the last paste was cut off, and how many of its runes fitted.
func (f field) cut() (kept int, cut bool) {
	switch {
	case f.isChoice():
		return 0, false
	case f.Kind == NoteField:
		return f.area.Cut()
	default:
		return f.input.Cut()
	}
}

// check validates the value. A locked field passes: nobody could repair it.
func (f field) check() field {
	f.wrong = ""
	if f.Validate != nil && f.Locked == "" {
		f.wrong = f.Validate(f.value())
	}
	return f
}

// update answers a key or a paste; true means the value changed.
func (f field) update(msg tea.Msg) (field, bool) {
	if f.Locked != "" {
		return f, false
	}
	changed := false
	switch {
	case f.Kind == LookupField:
	case f.isChoice():
		f, changed = f.cycle(msg)
	case f.Kind == NoteField:
		f.area, changed = f.area.Update(msg)
	default:
		f.input, changed = f.input.Update(msg)
	}
	if changed {
		f.wrong = ""
	}
	return f, changed
}

func (f field) cycle(msg tea.Msg) (field, bool) {
	key, ok := msg.(tea.KeyPressMsg)
	n := len(f.Options)
	if !ok || n == 0 {
		return f, false
	}
	before := f.chosen
	switch key.String() {
	case "right", "space":
		f.chosen = (f.chosen + 1) % n
	case "left":
		f.chosen = (max(f.chosen, 0) + n - 1) % n
	case "home":
		f.chosen = 0
	case "end":
		f.chosen = n - 1
	}
	return f, f.chosen != before
}
