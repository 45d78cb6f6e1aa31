package groups

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// relationDialog makes a relation: a form whose type and person are looked up in
// a picker over it. Typing in one of them begins the look-up.
type relationDialog struct {
	dialog.Form
	n      dialog.Namer
	about  domain.Person // whom the dialog was opened for
	chosen domain.Relation
	asked  string // the field that is being looked up; empty: the form has the keys
	picker widget.Picker
}

// addRelation opens for a client, to look for another, or for another, to look
// for a client.
func addRelation(s scene.Scene, id domain.PersonID) scene.Dialog {
	p, _ := s.World.Person(id)
	d := relationDialog{n: dialog.NewNamer(s), about: p}
	title, other := words.Key("relation-dialog.add"), "person"
	if p.Role == domain.Client {
		d.chosen.Client = id
	} else {
		d.chosen.Person = id
		title, other = "relation-dialog.add-of", "client"
	}
	typed, whom := d.lookup(s, "type"), d.lookup(s, other)
	fields := []widget.Field{typed, whom}
	if other == "client" { // whose it is comes first
		fields = []widget.Field{whom, typed}
	}
	fields = append(fields, fromField(s.Words, s.On, true), throughField(s.Words, 0), noteField(s, ""))
	d.Form = dialog.Form{Title: s.Words.Say(title, s.Words.Person(s.World, id)), Width: formWidth, Fields: widget.NewForm(fields...)}
	return d.bound(s)
}

// lookup is a field that shows what was picked; it is required.
func (d relationDialog) lookup(s scene.Scene, key string) widget.Field {
	return widget.Field{
		Key: key, Label: s.Words.Field(domain.Field(key)), Placeholder: s.Words.Say("relation-dialog.look-up"),
		Help: s.Words.Say("relation-dialog.look-up-help"),
		Validate: func(v string) string {
			if v == "" {
				return s.Words.Say("relation-dialog.missing", s.Words.Field(domain.Field(key)))
			}
			return ""
		},
	}
}

// bound is the form with the command and dialog.Remarks of what is picked now.
func (d relationDialog) bound(s scene.Scene) relationDialog {
	chosen, n := d.chosen, d.n
	command := func(s scene.Scene, f widget.Form) domain.AddRelation {
		r := chosen
		r.Period, _ = periodFrom(s.Words, f)
		r.Note = dialog.Text(f, "note")
		return domain.AddRelation{Relation: r}
	}
	d.Command = func(s scene.Scene, f widget.Form) domain.Command { return command(s, f) }
	d.Remark = func(s scene.Scene, f widget.Form) dialog.Remarks {
		period, ok := periodFrom(s.Words, f)
		if !ok || chosen.Type == "" || chosen.Client == "" || chosen.Person == "" {
			return nil
		}
		out := replacements(s, n, command(s, f))
		if t, _ := s.World.RelationType(chosen.Type); t.SwitchedOff { // E7
			out = append(out, dialog.QuietTone.Of(s.Words.Say("relation-dialog.type-off")))
		}
		return append(out, dialog.Foretold(s, n, command(s, f), max(s.On, period.From), "")...)
	}
	d.Form = d.Opened(s)
	return d
}

// Update implements scene.Dialog.
func (d relationDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.asked != "" {
		return d.looking(s, msg)
	}
	if key, ok := d.begins(msg); ok {
		return d.look(s, key, msg), nil
	}
	before := d.Fields.Focused()
	next, wish := d.Form.Update(s, msg)
	d.Form = next.(dialog.Form)
	if at, ok := msg.(scene.Clicked); ok && at.Wheel == 0 && !d.Asking() && wish == nil {
		// A second click on the field that has the keys looks it up.
		if key := d.Fields.Focused(); key == before && looksUp(key) {
			return d.look(s, key, nil), nil
		}
	}
	return d, wish
}

func looksUp(key string) bool { return key == "type" || key == "person" || key == "client" }

// begins reports which field a key begins to look up: anything typed, a paste,
// enter while nothing is picked, and the keys that would change a text.
func (d relationDialog) begins(msg tea.Msg) (string, bool) {
	key := d.Fields.Focused()
	if d.Asking() || !looksUp(key) {
		return "", false
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return key, true
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter":
			return key, d.Fields.Value(key) == ""
		case "space", "backspace", "delete", "left", "right":
			return key, true
		}
		return key, msg.Text != ""
	}
	return "", false
}

// look opens the picker; what was typed is the beginning of the query.
func (d relationDialog) look(s scene.Scene, key string, msg tea.Msg) relationDialog {
	d.asked = key
	items := d.people(s, key)
	if key == "type" {
		items = d.types(s)
	}
	d.picker = widget.NewPicker(items, false, words.Fold, nil)
	d.picker.Empty = s.Words.Say("relation-dialog.none-fits")
	if typed, ok := msg.(tea.KeyPressMsg); ok && (typed.Text == "" || typed.String() == "space") {
		return d
	}
	if msg != nil {
		d.picker, _ = d.picker.Update(msg)
	}
	return d
}

// types are the relation types that fit whom the dialog is about; those that are
// switched off come last and say so.
func (d relationDialog) types(s scene.Scene) []widget.Item {
	list := slices.Clone(s.Roster.Types())
	slices.SortStableFunc(list, func(a, b domain.RelationType) int {
		switch {
		case a.SwitchedOff == b.SwitchedOff:
			return 0
		case b.SwitchedOff:
			return -1
		}
		return 1
	})
	var out []widget.Item
	for _, t := range list {
		if d.about.Role != domain.Client && !s.World.FitsKind(d.about, t.Kind) { // N1
			continue
		}
		detail := s.Words.Kind(t.Kind)
		for _, flag := range []struct {
			on    bool
			field domain.Field
		}{
			{t.Primary, "primary"}, {t.Exclusive && !t.Primary, "exclusive"},
			{t.Negative, "negative"}, {t.Network, "network"},
		} {
			if flag.on {
				detail += " · " + s.Words.Field(flag.field)
			}
		}
		if t.SwitchedOff {
			detail = s.Words.Say("relation-dialog.off") + " · " + detail
		}
		name := words.Clean(t.Name)
		out = append(out, widget.Item{Key: string(t.ID), Label: name, Detail: detail})
	}
	return out
}

// people are those who fit (N1) and are active on the reference date.
func (d relationDialog) people(s scene.Scene, key string) []widget.Item {
	t, typed := s.World.RelationType(d.chosen.Type)
	var out []widget.Item
	for _, p := range s.Roster.People() {
		fits := p.Role == domain.Client
		if key == "person" {
			fits = p.Role != domain.Client && p.Role != domain.Administrator && (!typed || s.World.FitsKind(p, t.Kind))
		}
		if fits && p.ActiveOn(s.On) {
			out = append(out, personItem(d.n, p))
		}
	}
	return out
}

// personItem offers a person by name; what is filtered on holds what tells them
// apart, too.
func personItem(n dialog.Namer, p domain.Person) widget.Item {
	return widget.Item{
		Key: string(p.ID), Label: words.Clean(p.Shown()), Detail: n.Detail(p),
		Search: words.Fold(p.Shown() + " " + p.FullName() + " " + p.Number + " " + p.Location),
	}
}

// looking has the keys while the picker is open.
func (d relationDialog) looking(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	p, at := d.pickerLayout(s)
	d.picker = d.picker.Resize(at.H)
	var event widget.Event
	switch msg := msg.(type) {
	case scene.Clicked:
		if key, ok := p.Key(s.Theme, msg); ok {
			return d.looking(s, key)
		}
		if msg.Wheel != 0 {
			d.picker = d.picker.Scroll(3 * msg.Wheel)
			return d, nil
		}
		d.picker, event = d.picker.Click(msg.X-at.X, msg.Y-at.Y, at.W, at.H)
	case tea.KeyPressMsg, tea.PasteMsg:
		d.picker, event = d.picker.Update(msg)
	}
	switch event {
	case widget.Cancel:
		d.asked = ""
	case widget.Submit:
		return d.pick(s, d.picker.Picked()[0]), nil
	}
	return d, nil
}

// pick takes what was found into the form and goes to the next field.
func (d relationDialog) pick(s scene.Scene, id string) relationDialog {
	key := d.asked
	d.asked = ""
	label := ""
	switch key {
	case "type":
		d.chosen.Type = domain.RelationTypeID(id)
		label = s.Words.RelationType(s.World, d.chosen.Type)
	case "person":
		d.chosen.Person = domain.PersonID(id)
		label = d.n.Name(d.chosen.Person)
	case "client":
		d.chosen.Client = domain.PersonID(id)
		label = d.n.Name(d.chosen.Client)
	}
	d.Fields = d.Fields.Set(key, label).SetError(key, "")
	d = d.fitted(s)
	d.Fields, _ = d.Fields.Update(tea.KeyPressMsg{Code: tea.KeyTab})
	return d.bound(s)
}

// fitted takes back the person where another type does not fit them (N1).
func (d relationDialog) fitted(s scene.Scene) relationDialog {
	t, typed := s.World.RelationType(d.chosen.Type)
	p, known := s.World.Person(d.chosen.Person)
	if typed && known && d.about.ID != p.ID && !s.World.FitsKind(p, t.Kind) {
		d.chosen.Person = ""
		d.Fields = d.Fields.Set("person", "")
	}
	return d
}

func (d relationDialog) pickerLayout(s scene.Scene) (dialog.Sheet, widget.Box) {
	_, offered, _ := d.picker.Count()
	p := dialog.NewSheet(s, d.Title+" · "+s.Words.Field(domain.Field(d.asked)), []widget.Hint{
		{Key: "enter", Text: s.Words.Say("hint.choose")},
		{Key: "esc", Text: s.Words.Say("hint.back")},
	}, dialog.BodyWidth(s, formWidth), max(offered, 3)+1)
	return p, p.Body
}

// View implements scene.Dialog.
func (d relationDialog) View(s scene.Scene) (string, *tea.Cursor) {
	if d.asked == "" {
		return d.Form.View(s)
	}
	p, at := d.pickerLayout(s)
	drawn, cursor := d.picker.View(s.Theme, at.W, at.H)
	return p.View(s.Theme, drawn, cursor)
}
