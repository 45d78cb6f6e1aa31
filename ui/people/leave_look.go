package people

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// look opens the list of everybody who fits; what was typed begins the query.
func (d leaveDialog) look(s scene.Scene, i int, msg tea.Msg) leaveDialog {
	d.asked = i
	d.picker = widget.NewPicker(fitting(s, d.leaver, d.handovers[i]), false, words.Fold, nil)
	d.picker.Empty = s.Words.Say("leave.none-fits")
	if key, ok := msg.(tea.KeyPressMsg); msg == nil || ok && key.Text == "" {
		return d
	}
	d.picker, _ = d.picker.Update(msg)
	return d
}

// fitting are those who could take over (N1), by name. Who is unwanted with the
// client stands there too, with the reason why not.
func fitting(s scene.Scene, leaver domain.PersonID, h domain.Handover) []widget.Item {
	t, _ := s.World.RelationType(h.Relation.Type)
	var unwanted []domain.PersonID
	for r := range s.World.RelationsOf(h.Relation.Client) {
		if of, counts := s.World.InEffect(r, h.Vacant.From); counts && of.Negative {
			unwanted = append(unwanted, r.Person)
		}
	}
	var out []widget.Item
	for _, p := range s.Roster.People() {
		if p.ID == leaver || p.ID == h.Relation.Client || !p.ActiveOn(h.Vacant.From) || !s.World.FitsKind(p, t.Kind) {
			continue
		}
		item := widget.Item{
			Key: string(p.ID), Label: words.Clean(p.Shown()), Detail: s.Words.Apart(p) + " · " + s.Words.RoleShort(p.Role),
			Search: words.Fold(p.Shown() + " " + p.FullName() + " " + p.Number + " " + p.Location),
		}
		if slices.Contains(unwanted, p.ID) {
			item.Off = s.Words.Say("leave.unwanted")
		}
		out = append(out, item)
	}
	return out
}

// looking has the keys while somebody is looked up.
func (d leaveDialog) looking(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	p := d.lookSheet(s)
	d.picker = d.picker.Resize(p.Body.H)
	var event widget.Event
	switch msg := msg.(type) {
	case scene.Clicked:
		if key, ok := p.Key(s.Theme, msg); ok {
			return d.looking(s, key)
		}
		if msg.Wheel != 0 {
			d.picker = d.picker.Scroll(msg.Wheel)
			return d, nil
		}
		x, y := p.Body.Local(msg.X, msg.Y)
		d.picker, event = d.picker.Click(x, y, p.Body.W, p.Body.H)
	case tea.KeyPressMsg, tea.PasteMsg:
		d.picker, event = d.picker.Update(msg)
	}
	switch event {
	case widget.Cancel:
		d.asked = -1
	case widget.Submit:
		return d.took(s, domain.PersonID(d.picker.Picked()[0])), nil
	}
	return d, nil
}

// took fills in who was found, and goes to the next field.
func (d leaveDialog) took(s scene.Scene, id domain.PersonID) leaveDialog {
	relation := d.handovers[d.asked].Relation.ID
	d.asked = -1
	d.found = append(slices.Clip(d.found), found{relation, id})
	d.form.Fields = d.fields(s).Set(takes(relation), choice(id)).SetError(takes(relation), "")
	d.form.Fields, _ = d.form.Fields.Update(tea.KeyPressMsg{Code: tea.KeyTab})
	d.form = d.form.Opened(s)
	return d
}

func (d leaveDialog) lookSheet(s scene.Scene) dialog.Sheet {
	const width = 60
	_, offered, _ := d.picker.Count()
	r := d.handovers[d.asked].Relation
	title := s.Words.Say("leave.seek-title", s.Words.RelationType(s.World, r.Type), s.Words.Person(s.World, r.Client))
	return dialog.NewSheet(s, title, []widget.Hint{
		{Key: "enter", Text: s.Words.Say("hint.choose")}, {Key: "esc", Text: s.Words.Say("hint.back")},
	}, dialog.BodyWidth(s, width), max(offered, 3)+1)
}

func (d leaveDialog) viewLook(s scene.Scene) (string, *tea.Cursor) {
	p := d.lookSheet(s)
	drawn, cursor := d.picker.View(s.Theme, p.Body.W, p.Body.H)
	return p.View(s.Theme, drawn, cursor)
}
