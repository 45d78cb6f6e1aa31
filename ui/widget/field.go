package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// FieldKind is how a field is filled in.
type FieldKind uint8

// The kinds. The zero value is a line of text.
const (
	TextField   FieldKind = iota
	DateField             // a line of text that Validate reads as a date
	ChoiceField           // one of Options
	ToggleField           // yes or no, in the words On and Off; its value is True or False
	NoteField             // text of several lines
	LookupField           // the key of something that is found in a list; see Find
)

// The values of a ToggleField.
const (
	True  = "true"
	False = "false"
)

// keyBreak stands between the keys in the value of a look-up for several; see Form.Keys.
const keyBreak = "\n"

// Option is one answer of a choice.
type Option struct {
	Key   string // what Value gives
	Label string
	Help  string // shown under the field while this option is chosen
}

// Field describes one field of a form.
type Field struct {
	Key         string // by which Value, Set and SetError know it; unique in the form
	Kind        FieldKind
	Label       string
	Help        string // one line, shown while the field has the keys
	Value       string // what the form opens with; a choice without a matching option opens undecided, with value ""
	Placeholder string
	Options     []Option
	On, Off     string // the words of a toggle
	Limit       int    // in runes; 0: DefaultLimit
	Height      int    // of a note, in lines; 0: 3
	Breaks      bool   // of a note: enter starts a new line, and ctrl+s alone submits
	Locked      string // why the field cannot be changed now; empty: it can
	// Fresh makes the value of a line a proposal, which typing replaces; see Input.Fresh.
	Fresh bool
	// Find offers what a look-up can take as the form stands; what is typed on the field searches in it. A choice that
	// has it finds what is not among its Options, and adds it to them.
	Find    func(Form) []Item
	Name    func(key string) string // what a look-up shows for a key
	Several bool                    // of a look-up: it takes more than one
	Else    string                  // of a choice with Find: the option that opens the list
	Seek    string                  // the title of the list; empty: the label
	Empty   string                  // what the list says when it finds nothing
	// Validate gives the sentence that says what is wrong with a value, or nothing. It is asked when the field is
	// left with another value than it opened with, and on submit.
	Validate func(value string) string
}

// field is a Field with what was typed into it.
type field struct {
	Field
	input  Input
	area   Area
	keys   []string // of a look-up
	found  []Option // of a choice: what was looked up besides its Options
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

func (f field) picks() bool { return f.Kind == ChoiceField || f.Kind == ToggleField }

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
	case f.picks() && f.chosen < 0:
		return ""
	case f.picks():
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
	case f.picks():
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

// again is the field as it is described now. What was typed stays, and what a choice found is still one of its options.
func (f field) again(now field) field {
	for _, o := range f.found {
		now = now.offering(o)
	}
	switch {
	case f.value() == f.opened:
		return now
	case f.picks():
		return now.set(f.value())
	}
	f.Field, f.wrong = now.Field, ""
	return f
}

// cut is how the last paste into a field did not fit.
func (f field) cut() (kept int, cut bool) {
	switch {
	case f.picks():
		return 0, false
	case f.Kind == NoteField:
		return f.area.Cut()
	default:
		return f.input.Cut()
	}
}

// check asks Validate and keeps its sentence; a locked field is not the person's to repair.
func (f field) check() field {
	f.wrong = ""
	if f.Validate != nil && f.Locked == "" {
		f.wrong = f.Validate(f.value())
	}
	return f
}

// update gives the key to what the field is filled in with; true means its value changed.
func (f field) update(msg tea.Msg) (field, bool) {
	if f.Locked != "" {
		return f, false
	}
	changed := false
	switch {
	case f.Kind == LookupField:
	case f.picks():
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
