package dialog

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	// ReasonField is the key of the field whose value goes into the journal beside the edit.
	ReasonField = "reason"
	// ReasonLimit is how many characters a reason may have, in every dialog.
	ReasonLimit = 500
	// lineWidth is how wide a line of a dialog gets at most: longer ones read badly.
	lineWidth = 72
)

// Reason is the field that asks why; it may stay empty.
func Reason(s scene.Scene) widget.Field {
	return widget.Field{Key: ReasonField, Label: s.Words.Field(ReasonField), Limit: ReasonLimit, Help: s.Words.Say("help.reason")}
}

// MustReason is the field where it may not: missing says so of what was typed.
func MustReason(s scene.Scene, missing func(typed string) string) widget.Field {
	f := Reason(s)
	f.Label, f.Help, f.Validate = f.Label+" *", s.Words.Say("impact.reason-help"), missing
	return f
}

// Text is the value of a field without the spaces around it.
func Text(f widget.Form, key string) string { return strings.TrimSpace(f.Value(key)) }

// Form is a dialog that is a form, between a lead and remarks. It wishes one
// command; when that is refused, it stays with everything that was typed. Described
// by its fields, then Opened.
type Form struct {
	Title  string
	Lead   []string // paragraphs above the form
	Fields widget.Form
	Width  int       // of a line at most; 0: 72
	Room   int       // least lines for the fields, so that the window keeps its height
	Height int       // lines of the whole, where the window has them; 0: as many as needed
	Save   words.Key // the hint of enter; empty: it saves
	// Command returns nil where there is nothing to save; then enter closes.
	Command func(scene.Scene, widget.Form) domain.Command
	// Weigh is the impact of the command, which stands below the remarks; nil: the root asks
	// about it, where need be.
	Weigh func(scene.Scene, widget.Form) Weighed
	// Wish is what submitting wishes, where that is no command; nil: Command.
	Wish func(scene.Scene, widget.Form) scene.Wish
	// Keys are keys of the dialog's own, beside those of a form.
	Keys []FormKey
	// Next returns the empty form that ctrl+n opens when it saves this one; nil: there is none.
	Next func(scene.Scene, widget.Form) scene.Dialog
	// Follow adapts other fields to a change. Remark comments on what is typed but for
	// the reason, and refuses nothing. Both may be nil.
	Follow func(s scene.Scene, before, now widget.Form) widget.Form
	Remark func(scene.Scene, widget.Form) Remarks
	// Told adapts the form to a message from outside that it waits for, and reports whether
	// this was one; nil: it waits for none.
	Told func(s scene.Scene, d Form, msg any) (Form, bool)
	// At returns the field that a refusal is about, empty where it is about the
	// whole; nil takes the field that the refusal names.
	At func(domain.Refusal) string

	world    domain.World // of the remarks
	notes    Page         // from Remark and Weigh
	weighed  Weighed
	reasons  bool   // it takes a reason whatever is weighed
	wrong    string // a refusal that is about no field
	discard  Discard
	position Scroll // in lead and foot, where they do not fit
}

// FormKey is a key of a form's own: Press fills in fields, or makes it another form.
type FormKey struct {
	Key   string
	Name  words.Key
	Press func(scene.Scene, Form) Form
}

// nextKeys save a form and open the next; many terminals send ctrl+enter as enter.
var nextKeys = [...]string{"ctrl+n", "ctrl+enter"}

var _ scene.Dialog = Form{}

// Confirm is a form that asks before a command is carried out, and for a reason.
func Confirm(s scene.Scene, title string, save words.Key, c domain.Command, lead ...string) Form {
	return Form{
		Title: title, Lead: lead, Fields: widget.NewForm(Reason(s)), Room: 2, Save: save,
		Command: func(scene.Scene, widget.Form) domain.Command { return c },
	}
}

// Opened calls Follow and Remark on the first values. Call it once, on opening.
func (d Form) Opened(s scene.Scene) Form {
	d.reasons = d.Fields.Has(ReasonField)
	if d.Follow != nil {
		d.Fields = d.Follow(s, d.Fields, d.Fields)
	}
	return d.withRemarks(s)
}

func (d Form) withRemarks(s scene.Scene) Form {
	d.world, d.weighed = s.World, Weighed{}
	var out Remarks
	if d.Remark != nil {
		out = d.Remark(s, d.Fields)
	}
	if d.Weigh != nil {
		d.weighed = d.Weigh(s, d.Fields)
		out = append(out, d.weighed.Remarks...)
		if _, looking := d.Fields.OpenLookup(); !looking {
			d.Fields = d.weighed.AskIn(s, d.Fields, d.reasons)
		}
	}
	d.notes = out.Page(s, d.width(s)-2)
	return d
}

func (d Form) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.world != s.World {
		d = d.withRemarks(s)
	}
	switch msg := msg.(type) {
	case scene.Refused:
		return d.showRefusal(s, msg.Refusal), nil
	case scene.Clicked:
		return d.click(s, msg)
	case tea.KeyPressMsg:
		return d.key(s, msg)
	case tea.PasteMsg:
		if !d.discard.Asking() {
			return d.edit(s, msg)
		}
	default:
		if d.Told != nil {
			if now, told := d.Told(s, d, msg); told {
				return now.withRemarks(s), nil
			}
		}
	}
	return d, nil
}

func (d Form) key(s scene.Scene, msg tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	if d.discard.Asking() {
		return d.answer(s, msg)
	}
	if _, looking := d.Fields.OpenLookup(); !looking {
		l := d.arrange(s)
		switch msg.String() {
		case "pgup":
			return d.scroll(l, -max(l.footBox.H-1, 1)), nil
		case "pgdown":
			return d.scroll(l, max(l.footBox.H-1, 1)), nil
		}
		if Repeats(s, d.Fields, msg) {
			d.Fields = d.Fields.Set(ReasonField, s.LastReason)
			return d, nil
		}
		if i := slices.IndexFunc(d.Keys, func(k FormKey) bool { return k.Key == msg.String() }); i >= 0 {
			before := d.Fields
			return d.Keys[i].Press(s, d).applyEvent(s, before, widget.Changed)
		}
		if d.Next != nil && slices.Contains(nextKeys[:], msg.String()) {
			return d.saveAndNext(s)
		}
	}
	return d.edit(s, msg)
}

// saveAndNext submits the form, and opens the next one without waiting for the disk.
func (d Form) saveAndNext(s scene.Scene) (scene.Dialog, scene.Wish) {
	next, wish := d.edit(s, tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	if edit, saves := wish.(scene.Edit); saves {
		edit.Then = scene.Open{Dialog: d.Next(s, d.Fields), Edits: true}
		return next, edit
	}
	return next, wish
}

// answer throws away what was typed, or only the marks in a list that is open.
func (d Form) answer(s scene.Scene, msg tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	before := d.Fields
	var wish scene.Wish
	d.discard, wish = d.discard.Answer(msg)
	if _, looking := d.Fields.OpenLookup(); looking && wish != nil {
		d.discard, d.Fields = Discard{}, d.Fields.CloseLookup()
		return d.applyEvent(s, before, widget.Changed)
	}
	return d, wish
}

// scroll moves lead and foot where they are longer than their place: in a small
// window every name must be readable.
func (d Form) scroll(l formLayout, lines int) Form {
	d.position = d.position.By(lines, max(len(l.lead)-l.leadBox.H, len(l.foot)-l.footBox.H), 0)
	return d
}

func (d Form) edit(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	before := d.Fields
	var event widget.Event
	box := d.arrange(s).formBox
	d.Fields, event = d.Fields.SetCutPaste(CutPaste(s.Words)).SetSearch(s.Words.Say("look-up.find"), domain.LookUp).Resize(s.Theme.Measure, box.W, box.H).Update(msg)
	return d.applyEvent(s, before, event)
}

func (d Form) applyEvent(s scene.Scene, before widget.Form, event widget.Event) (scene.Dialog, scene.Wish) {
	switch event {
	case widget.None:
		if d.Fields.Focused() != before.Focused() {
			return d.withRemarks(s), nil
		}
	case widget.Changed:
		d.wrong = ""
		if d.Fields.Focused() == ReasonField {
			return d, nil // nothing follows from it, and to weigh takes long
		}
		if d.Follow != nil {
			d.Fields = d.Follow(s, before, d.Fields)
		}
		return d.withRemarks(s), nil
	case widget.Cancel:
		var wish scene.Wish
		d.discard, wish = d.discard.Leave(d.Fields.Dirty())
		if _, looking := d.Fields.OpenLookup(); looking { // the item under the cursor is no longer among the marks
			d = d.withRemarks(s)
		}
		return d, wish
	case widget.Submit:
		if d.Wish != nil {
			return d, d.Wish(s, d.Fields)
		}
		if c := d.Command(s, d.Fields); c != nil {
			return d, d.weighed.Edit(c, Text(d.Fields, ReasonField))
		}
		return d, scene.Close{}
	}
	return d, nil
}

func (d Form) showRefusal(s scene.Scene, r domain.Refusal) Form {
	sentence := s.Words.Refusal(s.World, r)
	d.wrong, d.discard, d.position, d.Fields = "", Discard{}, Scroll{}, d.Fields.CloseLookup()
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

func (d Form) click(s scene.Scene, at scene.Clicked) (scene.Dialog, scene.Wish) {
	l := d.arrange(s)
	if _, looking := d.Fields.OpenLookup(); looking && at.Wheel != 0 {
		d.Fields = d.Fields.Scroll(at.Wheel)
		return d, nil
	}
	if at.Wheel != 0 {
		return d.scroll(l, at.Wheel), nil
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
	d.Fields, event = d.Fields.SetSearch(s.Words.Say("look-up.find"), domain.LookUp).Click(s.Theme, x, y, l.formBox.W, l.formBox.H)
	return d.applyEvent(s, before, event)
}

// formLayout is the place of each part of a form in its picture.
type formLayout struct {
	Sheet
	lead, foot                []string
	leadBox, formBox, footBox widget.Box
}

func (d Form) width(s scene.Scene) int {
	if d.Width == 0 {
		return BodyWidth(s, lineWidth)
	}
	return BodyWidth(s, d.Width)
}

func (d Form) arrange(s scene.Scene) formLayout {
	w := d.width(s)
	var l formLayout
	now, looking := d.Fields.OpenLookup()
	if looking && !now.Several { // the list gets all the room
		l.Sheet = NewSheet(s, d.title(), d.hints(s), w, d.Fields.Lines(s.Theme, w))
		l.formBox = l.Body
		return l
	}
	for _, paragraph := range d.Lead {
		l.lead = append(l.lead, widget.Wrap(s.Theme.Measure, paragraph, w-2)...) // as the foot: Scroll draws its mark
	}
	if len(l.lead) > 0 {
		l.lead = append(l.lead, "")
	}
	l.foot = d.foot(s, w-2) // Scroll draws its mark in the last two columns
	form, gap := max(d.Fields.Lines(s.Theme, w), d.Room), min(len(l.foot), 1)
	high := len(l.lead) + form + gap + len(l.foot)
	if d.Height > 0 {
		high = min(d.Height, max(s.Size.H-6, 6))
	}
	l.Sheet = NewSheet(s, d.title(), d.hints(s), w, high)
	h := l.Body.H
	foot := min(len(l.foot), max(h/2-gap, h-len(l.lead)-form-gap))
	if h < 6 {
		gap = 0
	}
	rest := h - gap - foot
	lead := min(len(l.lead), max(rest-form, rest/2))
	parts := l.Body.Rows(lead, min(form, rest-lead), gap, widget.Share(1))
	l.leadBox, l.formBox, l.footBox = parts[0], parts[1], parts[3]
	if !looking && (len(l.foot) > l.footBox.H || len(l.lead) > l.leadBox.H) {
		l.Sheet = l.WithHint(ReadOn(s.Words))
	}
	return l
}

func (d Form) title() string {
	now, looking := d.Fields.OpenLookup()
	switch {
	case !looking:
		return d.Title
	case now.Seek != "":
		return now.Seek
	}
	return d.Title + " · " + strings.TrimSuffix(now.Label, " *")
}

// ReadOn is the hint of a dialog with more text than fits.
func ReadOn(w tell.Words) widget.Hint {
	return widget.Hint{Key: "pgdown", Show: "pgdn", Text: w.Say("hint.read-on")}
}

// SaveHint is the hint of an enter that saves, named by a key. Where nothing can be saved
// it shows what that would do.
func SaveHint(s scene.Scene, name words.Key) widget.Hint {
	if s.OnlyLooks() {
		name = "hint.would"
	}
	return widget.Hint{Key: "enter", Text: s.Words.Say(name)}
}

func (d Form) hints(s scene.Scene) []widget.Hint {
	w := s.Words
	if d.discard.Asking() {
		return d.discard.Hints(w)
	}
	now, looking := d.Fields.OpenLookup()
	if looking {
		hints := []widget.Hint{{Key: "enter", Text: w.Say("hint.choose")}, {Key: "esc", Text: w.Say("hint.back")}}
		if now.Several {
			hints = slices.Insert(hints, 1, widget.Hint{Key: "space", Show: w.Say("hint.space"), Text: w.Say("hint.mark")})
		}
		return hints
	}
	save := d.Save
	if save == "" {
		save = "hint.save"
	}
	hints := []widget.Hint{SaveHint(s, save), {Key: "esc", Text: w.Say("hint.cancel")}}
	if MayRepeat(s, d.Fields) {
		hints = append(hints, RepeatHint(s))
	}
	if d.Next != nil {
		hints = slices.Insert(hints, 1, widget.Hint{Key: nextKeys[0], Text: w.Say("hint.save-next")})
	}
	for _, k := range d.Keys {
		hints = slices.Insert(hints, len(hints)-1, widget.Hint{Key: k.Key, Text: w.Say(k.Name)})
	}
	if now.Several && now.Locked == "" {
		hints = slices.Insert(hints, 1, widget.Hint{Key: "space", Show: w.Say("hint.space"), Text: w.Say("hint.choose")})
	}
	return hints
}

// foot is the open question, else the refusal and the remarks.
func (d Form) foot(s scene.Scene, w int) []string {
	if d.discard.Asking() {
		return d.discard.Lines(s, w)
	}
	notes := d.notes.Lines(s, w)
	if d.wrong == "" {
		return notes
	}
	return append(Remarks{WrongTone.Remark(d.wrong), {}}.Lines(s.Theme, w), notes...)
}

func (d Form) View(s scene.Scene) (string, *tea.Cursor) {
	l := d.arrange(s)
	form, cursor := d.Fields.View(s.Theme, l.formBox.W, l.formBox.H)
	body := widget.Stack(
		d.position.View(s.Theme, l.lead, l.leadBox.W, l.leadBox.H),
		form,
		widget.Fit(s.Theme.Measure, nil, l.Body.W, l.footBox.Y-l.formBox.Y-l.formBox.H),
		d.position.View(s.Theme, l.foot, l.footBox.W, l.footBox.H))
	picture, _ := l.View(s.Theme, body, nil)
	if cursor == nil || d.discard.Asking() {
		return picture, nil
	}
	return picture, l.formBox.Cursor(cursor.X, cursor.Y)
}
