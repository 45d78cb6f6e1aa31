package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// ReasonField is the key of the field whose value goes into the journal beside the edit.
const ReasonField = "reason"

// Reason is the line that asks why; it may stay empty.
func Reason(s scene.Scene) widget.Field {
	return widget.Field{Key: ReasonField, Label: s.Words.Field(ReasonField), Limit: 200, Help: s.Words.Say(lang.ReasonHelp)}
}

// Text is what was typed into a field, without the spaces around it.
func Text(f widget.Form, key string) string { return strings.TrimSpace(f.Value(key)) }

// Form is a dialog that is a form: what it is about above it, what follows from
// it below. It wishes one command, and stays with everything that was typed when
// that is refused. Described by its fields, then Opened.
type Form struct {
	Title  string
	Lead   []string // paragraphs above the form
	Fields widget.Form
	Room   int      // lines that the form is given at least, so that the window stands still
	Save   lang.Key // what enter does
	// Command is what is asked for; nil closes, there is nothing to save.
	Command func(scene.Scene, widget.Form) domain.Command
	// Follow fills in what follows from a change; Remark says what a person should
	// know of what is typed, and holds nothing back. Both may be nil.
	Follow func(s scene.Scene, before, now widget.Form) widget.Form
	Remark func(scene.Scene, widget.Form) []string
	// At gives the field that a refusal is about, empty where it is about the
	// whole; nil takes the field that the refusal names.
	At func(domain.Refusal) string

	notes   []string // what Remark said last
	wrong   string   // a refusal that no field bears
	discard Discard
	at      Scroll // in lead and foot, where they are cut
}

// Opened is the dialog with what follows from how it opens.
func (d Form) Opened(s scene.Scene) Form {
	if d.Follow != nil {
		d.Fields = d.Follow(s, d.Fields, d.Fields)
	}
	return d.remarked(s)
}

// Asking reports whether the question stands that is asked before what was typed
// is thrown away: then all keys are for its answer.
func (d Form) Asking() bool { return d.discard.Asking() }

func (d Form) remarked(s scene.Scene) Form {
	if d.Remark != nil {
		d.notes = d.Remark(s, d.Fields)
	}
	return d
}

// Update implements scene.Dialog.
func (d Form) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	switch msg := msg.(type) {
	case scene.Refused:
		return d.refused(s, msg.Refusal), nil
	case scene.Clicked:
		return d.clicked(s, msg)
	case tea.KeyPressMsg:
		return d.key(s, msg)
	case tea.PasteMsg:
		if !d.discard.Asking() {
			return d.give(s, msg)
		}
	}
	return d, nil
}

func (d Form) key(s scene.Scene, msg tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	if d.discard.Asking() {
		var wish scene.Wish
		d.discard, wish = d.discard.Answer(msg)
		return d, wish
	}
	switch msg.String() {
	case "pgup":
		return d.scrolled(d.arrange(s), -1), nil
	case "pgdown":
		return d.scrolled(d.arrange(s), 1), nil
	}
	return d.give(s, msg)
}

// scrolled moves through a lead or a foot that is longer than its place: in a
// small window no name may stay out of reach.
func (d Form) scrolled(l formLayout, by int) Form {
	d.at = d.at.By(by, max(len(l.lead)-l.leadBox.H, len(l.foot)-l.footBox.H), 0)
	return d
}

func (d Form) give(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	before := d.Fields
	var event widget.Event
	d.Fields, event = d.Fields.Pasted(CutPaste(s.Words)).Resize(d.arrange(s).formBox.W).Update(msg)
	return d.after(s, before, event)
}

func (d Form) after(s scene.Scene, before widget.Form, event widget.Event) (scene.Dialog, scene.Wish) {
	switch event {
	case widget.None:
		if d.Fields.Focused() != before.Focused() {
			return d.remarked(s), nil
		}
	case widget.Changed:
		d.wrong = ""
		if d.Follow != nil {
			d.Fields = d.Follow(s, before, d.Fields)
		}
		return d.remarked(s), nil
	case widget.Cancel:
		var wish scene.Wish
		d.discard, wish = d.discard.Leave(d.Fields.Dirty())
		return d, wish
	case widget.Submit:
		if c := d.Command(s, d.Fields); c != nil {
			return d, scene.Edit{Command: c, Reason: Text(d.Fields, ReasonField)}
		}
		return d, scene.Close{}
	}
	return d, nil
}

func (d Form) refused(s scene.Scene, r domain.Refusal) Form {
	sentence := s.Words.Refusal(s.World, r)
	d.wrong, d.discard = "", Discard{}
	field := string(r.Field)
	if d.At != nil {
		field = d.At(r)
	}
	if marked := d.Fields.SetError(field, sentence); field != "" && marked.Focused() == field {
		d.Fields = marked
		return d
	}
	d.wrong = sentence
	return d
}

func (d Form) clicked(s scene.Scene, at scene.Clicked) (scene.Dialog, scene.Wish) {
	l := d.arrange(s)
	if at.Wheel != 0 {
		return d.scrolled(l, at.Wheel), nil
	}
	if key, ok := l.Key(s.Theme, at); ok {
		return d.key(s, key)
	}
	if d.discard.Asking() || !l.formBox.Contains(at.X, at.Y) {
		return d, nil
	}
	x, y := l.formBox.Local(at.X, at.Y)
	before := d.Fields
	var event widget.Event
	d.Fields, event = d.Fields.Click(s.Theme, x, y, l.formBox.W, l.formBox.H)
	return d.after(s, before, event)
}
