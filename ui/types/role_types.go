package types

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// markKey marks the item under a picker's cursor, whatever was typed.
var markKey = tea.KeyPressMsg{Code: tea.KeySpace, Mod: tea.ModCtrl}

// Update implements scene.Dialog.
func (d roleForm) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.looking {
		return d.look(s, msg), nil
	}
	if d.begins(msg) {
		return d.open(s, msg), nil
	}
	before := d.Fields.Focused()
	next, wish := d.Form.Update(s, msg)
	d.Form = next.(dialog.Form)
	if _, clicked := msg.(scene.Clicked); clicked && before != typesField && d.choosing() {
		return d.open(s, nil), wish
	}
	return d, wish
}

// choosing reports whether keys are for the relation types.
func (d roleForm) choosing() bool {
	return !d.Asking() && d.Fields.Focused() == typesField && d.Fields.Value(scopeField) == domain.RelationScope.String()
}

// begins reports whether a message begins to look types up: a paste, anything
// typed, and the keys that would change a text.
func (d roleForm) begins(msg tea.Msg) bool {
	if !d.choosing() {
		return false
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return true
	case tea.KeyPressMsg:
		return msg.Text != "" || slices.Contains([]string{"backspace", "delete", "left", "right"}, msg.String())
	}
	return false
}

// open shows the picker; what was typed begins the query.
func (d roleForm) open(s scene.Scene, msg tea.Msg) roleForm {
	d.looking, d.picker = true, typesPicker(s, d.chosen)
	if key, ok := msg.(tea.KeyPressMsg); ok && (key.Text == "" || key.String() == "space") {
		return d
	}
	if msg != nil {
		d.picker, _ = d.picker.Update(msg)
	}
	return d
}

// look has the keys while the picker is open.
func (d roleForm) look(s scene.Scene, msg tea.Msg) roleForm {
	p := d.pickerSheet(s)
	d.picker = d.picker.Resize(p.Body.H)
	var event widget.Event
	switch msg := msg.(type) {
	case scene.Clicked:
		if key, ok := p.Key(s.Theme, msg); ok {
			return d.look(s, key)
		}
		if msg.Wheel != 0 {
			d.picker = d.picker.Scroll(msg.Wheel)
			return d
		}
		x, y := p.Body.Local(msg.X, msg.Y)
		d.picker, event = d.picker.Click(x, y, p.Body.W, p.Body.H)
	default:
		d.picker, event = d.picker.Update(msg)
	}
	switch {
	case event == widget.Cancel:
		d.looking = false
	case event == widget.Submit, isEnter(msg): // with every mark taken off, enter chooses nothing
		return d.take(s)
	}
	return d
}

func isEnter(msg tea.Msg) bool {
	key, ok := msg.(tea.KeyPressMsg)
	return ok && key.String() == "enter"
}

// take puts what is marked into the form, in the order it had. Where nothing was
// chosen before, the type under the cursor is meant.
func (d roleForm) take(s scene.Scene) roleForm {
	picked := d.picker.Marked()
	if len(picked) == 0 && len(d.chosen) == 0 {
		picked = d.picker.Picked()
	}
	var now []domain.RelationTypeID
	for _, id := range d.chosen {
		if slices.Contains(picked, string(id)) {
			now = append(now, id)
		}
	}
	for _, id := range picked {
		if !slices.Contains(now, domain.RelationTypeID(id)) {
			now = append(now, domain.RelationTypeID(id))
		}
	}
	d.looking, d.chosen = false, now
	d.Fields = d.Fields.Set(typesField, strings.Join(typeNames(s, now), ", ")).SetError(typesField, "")
	return d.bound(s)
}

func (d roleForm) pickerSheet(s scene.Scene) dialog.Sheet {
	_, offered, _ := d.picker.Count()
	return dialog.NewSheet(s, d.Title+" · "+s.Words.Field(typesField), []widget.Hint{
		{Key: "enter", Text: s.Words.Say("hint.choose")},
		{Key: "space", Show: s.Words.Say("add-members.space"), Text: s.Words.Say("hint.mark")},
		{Key: "esc", Text: s.Words.Say("hint.back")},
	}, dialog.BodyWidth(s, pickWidth), max(offered, 3)+1)
}

// pickWidth is how wide a list to pick from gets at most.
const pickWidth = 72

// View implements scene.Dialog.
func (d roleForm) View(s scene.Scene) (string, *tea.Cursor) {
	if !d.looking {
		return d.Form.View(s)
	}
	p := d.pickerSheet(s)
	drawn, cursor := d.picker.View(s.Theme, p.Body.W, p.Body.H)
	return p.View(s.Theme, drawn, cursor)
}
