package dialog

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Pick is a dialog that picks one item and closes.
type Pick struct {
	Title  string
	W, H   int // of its body, where the window has room
	Picker widget.Picker
	Wish   func(key string) scene.Wish // on picking the item with that key, besides closing
}

var _ scene.Dialog = Pick{}

func (d Pick) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	var event widget.Event
	switch msg := msg.(type) {
	case scene.Clicked:
		if msg.Wheel != 0 {
			d.Picker = d.Picker.Scroll(msg.Wheel)
			return d, nil
		}
		p := d.sheet(s)
		if key, ok := p.Key(s.Theme, msg); ok {
			return d.Update(s, key)
		}
		x, y := p.Body.Local(msg.X, msg.Y)
		d.Picker, event = d.Picker.Click(x, y, p.Body.W, p.Body.H)
	default:
		d.Picker, event = d.Picker.Update(msg)
	}
	switch event {
	case widget.Cancel:
		return d, scene.Close{}
	case widget.Submit:
		if item, ok := d.Picker.Current(); ok {
			return d, scene.Several{scene.Close{}, d.Wish(item.Key)}
		}
	}
	return d, nil
}

func (d Pick) sheet(s scene.Scene) Sheet {
	return NewSheet(s, d.Title, []widget.Hint{
		{Key: "enter", Show: "⏎", Text: s.Words.Say("hint.choose")}, {Key: "esc", Text: s.Words.Say("hint.cancel")},
	}, d.W, d.H)
}

func (d Pick) View(s scene.Scene) (string, *tea.Cursor) {
	p := d.sheet(s)
	list, cursor := d.Picker.View(s.Theme, p.Body.W, p.Body.H)
	return p.View(s.Theme, list, cursor)
}

// PickPerson picks one of all people but except (empty: nobody is left out), by any
// of their names or their number.
func PickPerson(s scene.Scene, title string, except domain.PersonID, wish func(domain.PersonID) scene.Wish) Pick {
	var items []widget.Item
	for _, p := range s.Roster.People() {
		if p.ID == except {
			continue
		}
		items = append(items, PersonItem(s, p))
	}
	p := widget.NewPicker(items, false, domain.LookUp, widget.Words)
	p.Empty = s.Words.Say("list.no-match")
	return Pick{
		Title: title, W: 64, H: 18, Picker: p,
		Wish: func(key string) scene.Wish { return wish(domain.PersonID(key)) },
	}
}

// PersonItem is a person in a list to pick from, with role and tell.Words.Apart.
func PersonItem(s scene.Scene, p domain.Person) widget.Item {
	return widget.Item{
		Key: string(p.ID), Label: words.Clean(p.Shown()), Detail: s.Words.RoleShort(p.Role) + " " + s.Words.Apart(p),
		Search: domain.LookUp(p.Shown() + " " + p.FullName() + " " + p.Number),
	}
}

// PickSeveral is the first step of a dialog about several people: a list to mark
// them in, above a note on who is not offered. Made by NewPickSeveral.
type PickSeveral struct {
	Title  string
	Width  int
	Picker widget.Picker
	Note   Remarks       // on who is not offered
	Hints  []widget.Hint // of keys that the dialog answers itself
	Typed  bool          // leaving loses more than the marks
	Save   words.Key     // the hint of enter; empty: it goes on

	discard Discard
}

// NewPickSeveral returns the step for those items; nobody is the sentence for when
// there are none.
func NewPickSeveral(s scene.Scene, title string, w int, items []widget.Item, nobody words.Key) PickSeveral {
	p := PickSeveral{Title: title, Width: w, Picker: widget.NewPicker(items, true, domain.LookUp, nil)}
	p.Picker.Empty = s.Words.Say("list.no-match")
	if len(items) == 0 {
		p.Picker.Empty = s.Words.Say(nobody)
	}
	return p
}

// Asking reports whether the step asks before marks are lost: then all keys are for
// Update.
func (p PickSeveral) Asking() bool { return p.discard.Asking() }

// Update returns Submit when somebody is picked, and Cancel when the dialog is to
// close.
func (p PickSeveral) Update(s scene.Scene, msg tea.Msg) (PickSeveral, widget.Event) {
	at := p.listBox(s)
	p.Picker = p.Picker.Resize(at.H)
	click, clicked := msg.(scene.Clicked)
	if key, hit := p.Sheet(s).Key(s.Theme, click); clicked && hit {
		msg, clicked = key, false
	}
	var event widget.Event
	var wish scene.Wish
	switch {
	case p.Asking():
		if p.discard, wish = p.discard.Answer(msg); wish != nil {
			event = widget.Cancel
		}
		return p, event
	case clicked && click.Wheel != 0:
		p.Picker = p.Picker.Scroll(click.Wheel)
	case clicked:
		x, y := at.Local(click.X, click.Y)
		p.Picker, event = p.Picker.Click(x, y, at.W, at.H)
	default:
		p.Picker, event = p.Picker.Update(msg)
	}
	if event == widget.Cancel {
		if p.discard, wish = p.discard.Leave(p.Typed || len(p.Picker.Marked()) > 0); wish == nil {
			event = widget.None
		}
	}
	return p, event
}

// Sheet is the frame of the step.
func (p PickSeveral) Sheet(s scene.Scene) Sheet {
	save := p.Save
	if save == "" {
		save = "add-members.next"
	}
	hints := []widget.Hint{
		{Key: "enter", Text: s.Words.Say(save)},
		{Key: "space", Show: s.Words.Say("hint.space"), Text: s.Words.Say("hint.mark")},
	}
	hints = append(append(hints, p.Hints...), widget.Hint{Key: "esc", Text: s.Words.Say("hint.cancel")})
	if p.Asking() {
		hints = p.discard.Hints(s.Words)
	}
	return NewTallSheet(s, p.Title, hints, p.Width)
}

// listBox is the place of the list, above the note.
func (p PickSeveral) listBox(s scene.Scene) widget.Box {
	body := p.Sheet(s).Body
	note := min(len(p.Note.Lines(s.Theme, body.W)), body.H/3)
	return body.Rows(body.H-note, note)[0]
}

// View draws the step.
func (p PickSeveral) View(s scene.Scene) (string, *tea.Cursor) {
	sheet, at := p.Sheet(s), p.listBox(s)
	if p.Asking() {
		return sheet.View(s.Theme, widget.Fit(s.Theme.Measure, p.discard.Lines(s, sheet.Body.W), sheet.Body.W, sheet.Body.H), nil)
	}
	drawn, cursor := p.Picker.View(s.Theme, at.W, at.H)
	return sheet.View(s.Theme, widget.Stack(drawn, widget.Fit(s.Theme.Measure, p.Note.Lines(s.Theme, at.W), at.W, sheet.Body.H-at.H)), cursor)
}
