package agreements

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Update implements scene.Dialog.
func (d promiseForm) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.looking != "" {
		return d.look(s, msg), nil
	}
	if d.begins(msg) {
		return d.open(s, msg), nil
	}
	before := d.Fields.Focused()
	next, wish := d.Form.Update(s, msg)
	d.Form = next.(dialog.Form)
	// A second click on the field that has the keys looks it up.
	if at, clicked := msg.(scene.Clicked); clicked && at.Wheel == 0 && wish == nil && before == d.Fields.Focused() && d.looksUp() {
		return d.open(s, nil), nil
	}
	return d, wish
}

// looksUp reports whether keys are for a field that is looked up.
func (d promiseForm) looksUp() bool {
	return !d.Asking() && slices.Contains([]string{viewerField, otherField, groupField}, d.Fields.Focused())
}

// begins reports whether a message begins to look up: anything typed, a paste,
// enter while nothing is picked, and the keys that would change a text.
func (d promiseForm) begins(msg tea.Msg) bool {
	if !d.looksUp() {
		return false
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return true
	case tea.KeyPressMsg:
		if msg.String() == "enter" {
			return d.Fields.Value(d.Fields.Focused()) == ""
		}
		return msg.Text != "" || slices.Contains([]string{"backspace", "delete", "left", "right"}, msg.String())
	}
	return false
}

// open shows the picker; what was typed begins the query.
func (d promiseForm) open(s scene.Scene, msg tea.Msg) promiseForm {
	d.looking = d.Fields.Focused()
	d.picker = widget.NewPicker(d.items(s), false, words.Fold, nil)
	d.picker.Empty = s.Words.Say("agreements.no-fit")
	if d.looking == groupField {
		d.picker.Empty = s.Words.Say("list.no-match")
	}
	if key, ok := msg.(tea.KeyPressMsg); ok && (key.Text == "" || key.String() == "space") {
		return d
	}
	if msg != nil {
		d.picker, _ = d.picker.Update(msg)
	}
	return d
}

// items are all groups, or everybody but the other of the pair. Who is not
// active stands among them: a promise can be about who comes back.
func (d promiseForm) items(s scene.Scene) []widget.Item {
	var out []widget.Item
	if d.looking == groupField {
		for _, g := range s.Roster.Groups() {
			out = append(out, widget.Item{Key: string(g.ID), Label: words.Clean(g.Name),
				Detail: tell.VisibilitySign(g.Visibility) + " " + s.Words.VisibilityShort(g.Visibility),
				Search: words.Fold(g.Name + " " + string(g.ID))})
		}
		return out
	}
	taken := d.chosen.Other
	if d.looking == otherField {
		taken = d.chosen.Viewer
	}
	for _, p := range s.Roster.People() {
		if p.ID == taken {
			continue
		}
		detail := s.Words.RoleWord(p.Role)
		if apart := s.Words.Apart(p); apart != string(p.ID) || d.found.many[strings.ToLower(p.Shown())] {
			detail += " · " + apart
		}
		out = append(out, widget.Item{Key: string(p.ID), Label: words.Clean(p.Shown()), Detail: detail,
			Search: words.Fold(p.Shown() + " " + p.FullName() + " " + p.Number + " " + string(p.ID))})
	}
	return out
}

// look has the keys while the picker is open.
func (d promiseForm) look(s scene.Scene, msg tea.Msg) promiseForm {
	p := d.pickerSheet(s)
	d.picker = d.picker.Resize(p.Body.H)
	var event widget.Event
	switch msg := msg.(type) {
	case scene.Clicked:
		if key, ok := p.Key(s.Theme, msg); ok {
			return d.look(s, key)
		}
		if msg.Wheel != 0 {
			d.picker = d.picker.Scroll(3 * msg.Wheel)
			return d
		}
		x, y := p.Body.Local(msg.X, msg.Y)
		d.picker, event = d.picker.Click(x, y, p.Body.W, p.Body.H)
	case tea.KeyPressMsg, tea.PasteMsg:
		d.picker, event = d.picker.Update(msg)
	}
	switch event {
	case widget.Cancel:
		d.looking = ""
	case widget.Submit:
		return d.pick(s, d.picker.Picked()[0])
	}
	return d
}

// pick takes what was found into the form and goes to the next field.
func (d promiseForm) pick(s scene.Scene, id string) promiseForm {
	key, shown := d.looking, ""
	d.looking = ""
	switch key {
	case viewerField:
		d.chosen.Viewer = domain.PersonID(id)
		shown = d.person(s, d.chosen.Viewer)
	case otherField:
		d.chosen.Other = domain.PersonID(id)
		shown = d.person(s, d.chosen.Other)
	case groupField:
		d.chosen.Group = domain.GroupID(id)
		shown = d.group(s, d.chosen.Group)
	}
	d.Fields = d.Fields.Set(key, shown).SetError(key, "")
	d.Fields, _ = d.Fields.Update(tea.KeyPressMsg{Code: tea.KeyTab})
	return d.bound(s)
}

func (d promiseForm) pickerSheet(s scene.Scene) dialog.Sheet {
	const width = 72
	_, offered, _ := d.picker.Count()
	return dialog.NewSheet(s, d.Title+" · "+s.Words.Field(domain.Field(d.looking)), []widget.Hint{
		{Key: "enter", Text: s.Words.Say("hint.choose")},
		{Key: "esc", Text: s.Words.Say("hint.back")},
	}, dialog.BodyWidth(s, width), max(offered, 3)+1)
}

// View implements scene.Dialog.
func (d promiseForm) View(s scene.Scene) (string, *tea.Cursor) {
	if d.looking == "" {
		return d.Form.View(s)
	}
	p := d.pickerSheet(s)
	drawn, cursor := d.picker.View(s.Theme, p.Body.W, p.Body.H)
	return p.View(s.Theme, drawn, cursor)
}
