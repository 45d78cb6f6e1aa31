package planning

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// shiftDialog rosters a shift or route, or edits one. Its stars and signals stand
// below while it is typed; they hold nothing back (L2).
type shiftDialog struct {
	who                *names
	title              string
	was                domain.Shift
	command            func(domain.Shift) domain.Command // nil: there is nothing to save
	fields             widget.Form
	employees, clients []domain.PersonID
	pick               picking // while people are chosen
	now                care.Shift
	notes              []string // what is worth a look, besides the signals
	wrong              string   // a refusal that no field bears
	discard            dialog.Discard
	at                 dialog.Scroll // in what stands below
}

const (
	dateField      = "date"
	beginField     = "begin"
	endField       = "end"
	codeField      = "code"
	nameField      = "name"
	employeesField = "employees"
	clientsField   = "clients"
)

// addShift asks for a new one on a day.
func addShift(s scene.Scene, who *names, on domain.Date) scene.Dialog {
	d := shiftDialog{who: who, title: s.Words.Say("planning.add-title"), was: domain.Shift{Date: on}}
	d.command = func(now domain.Shift) domain.Command { return domain.AddShift{Shift: now} }
	return d.opened(s, "", "")
}

// editShift asks what is otherwise about one.
func editShift(s scene.Scene, who *names, was domain.Shift) scene.Dialog {
	d := shiftDialog{who: who, title: s.Words.Say("planning.edit-title", title(s, was)), was: was}
	d.command = func(now domain.Shift) domain.Command {
		if now.Equal(was) {
			return nil
		}
		return domain.EditShift{Shift: now}
	}
	return d.opened(s, was.Begin.String(), was.End.String())
}

func (d shiftDialog) opened(s scene.Scene, begin, end string) shiftDialog {
	w := s.Words
	clock := widget.Field{Help: w.Say("planning.clock-help"), Validate: clockCheck(s)}
	from, to := clock, clock
	from.Key, from.Label, from.Value = beginField, w.Field(beginField)+" *", begin
	to.Key, to.Label, to.Value = endField, w.Field(endField)+" *", end
	d.employees, d.clients = slices.Clone(d.was.Employees), slices.Clone(d.was.Clients)
	named := dialog.FieldsOf(s, "planning.about-", domain.Only(domain.ShiftProperties(), codeField, nameField), d.was)
	d.fields = widget.NewForm(
		widget.Field{Key: dateField, Kind: widget.DateField, Label: w.Field(dateField) + " *", Value: w.Date(d.was.Date), Fresh: true, Validate: dateCheck(s)},
		from, to,
		named[0], named[1],
		d.peopleField(s, employeesField), d.peopleField(s, clientsField),
	)
	d.fields = d.fields.SetHelp(employeesField, d.peopleHelp(s, employeesField)).SetHelp(clientsField, d.peopleHelp(s, clientsField))
	return d.judged(s)
}

func dateCheck(s scene.Scene) func(string) string {
	return func(value string) string {
		if strings.TrimSpace(value) == "" {
			return s.Words.Refusal(s.World, domain.Refusal{Code: domain.ValueMissing, Field: dateField})
		}
		if _, ok := s.Words.ParseDate(value); !ok {
			return s.Words.Say("error.date", words.Clean(value))
		}
		return ""
	}
}

func clockCheck(s scene.Scene) func(string) string {
	return func(value string) string {
		if _, ok := readClock(value); !ok {
			return s.Words.Say("planning.clock-wrong", words.Clean(value))
		}
		return ""
	}
}

func (d shiftDialog) people(field string) []domain.PersonID {
	if field == clientsField {
		return d.clients
	}
	return d.employees
}

func (d shiftDialog) peopleField(s scene.Scene, field string) widget.Field {
	return widget.Field{Key: field, Label: s.Words.Field(domain.Field(field)), Value: d.peopleText(s, field), Placeholder: s.Words.Say("planning.nobody")}
}

// peopleText stands in the field; the field itself is not typed in.
func (d shiftDialog) peopleText(s scene.Scene, field string) string {
	return strings.Join(d.who.all(s, d.people(field)), ", ")
}

func (d shiftDialog) peopleHelp(s scene.Scene, field string) string {
	const most = 8
	how := s.Words.Say("planning.people-help")
	if n := len(d.people(field)); n > 1 {
		return s.Words.Say("planning.chosen", n) + ": " + s.Words.Some(d.who.all(s, d.people(field)), most) + " · " + how
	}
	return how
}

// onPeople reports whether the field that has the keys is one of people.
func (d shiftDialog) onPeople() bool {
	at := d.fields.Focused()
	return at == employeesField || at == clientsField
}

// shift is what was typed; a date that is none yet is no date.
func (d shiftDialog) shift(s scene.Scene) domain.Shift {
	out := d.was
	out.Date, _ = s.Words.ParseDate(d.fields.Value(dateField))
	out.Begin, _ = readClock(d.fields.Value(beginField))
	out.End, _ = readClock(d.fields.Value(endField))
	out.Code, out.Name = dialog.Text(d.fields, codeField), dialog.Text(d.fields, nameField)
	out.Employees, out.Clients = d.employees, d.clients
	return out
}

// judged looks again at what is typed: stars, signals, and what else is worth a look.
func (d shiftDialog) judged(s scene.Scene) shiftDialog {
	now := d.shift(s)
	if d.pick.open {
		switch d.pick.field {
		case clientsField:
			now.Clients = d.pick.chosen()
		default:
			now.Employees = d.pick.chosen()
		}
	}
	d.now, d.notes = care.Of(s.World, now), nil
	w := s.Words
	if now.Date == 0 {
		return d
	}
	begin, end := d.fields.Value(beginField), d.fields.Value(endField)
	_, hasBegin := readClock(begin)
	if _, ok := readClock(end); ok && hasBegin {
		switch {
		case now.End < now.Begin:
			d.notes = append(d.notes, w.Say("planning.next-day", now.End.String(), w.LongDate(now.Date+1), w.LongDate(now.Date)))
		case now.End == now.Begin:
			d.notes = append(d.notes, w.Say("planning.no-time"))
		}
	}
	var gone []domain.PersonID
	for _, id := range slices.Concat(now.Employees, now.Clients) {
		if p, ok := s.World.Person(id); ok && !p.ActiveOn(now.Date) {
			gone = append(gone, id)
		}
	}
	if len(gone) > 0 {
		d.notes = append(d.notes, w.Say("planning.not-active", d.who.list(s, gone), w.Date(now.Date)))
	}
	return d
}

func (d shiftDialog) dirty() bool {
	return d.fields.Dirty() || !slices.Equal(d.employees, d.was.Employees) || !slices.Equal(d.clients, d.was.Clients)
}

// Update implements scene.Dialog.
func (d shiftDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if refused, ok := msg.(scene.Refused); ok {
		return d.refused(s, refused.Refusal), nil
	}
	if at, ok := msg.(scene.Clicked); ok {
		if key, ok := d.arrange(s).Key(s.Theme, at); ok {
			msg = key
		}
	}
	if d.discard.Asking() {
		return d.answered(s, msg)
	}
	if key, ok := msg.(tea.KeyPressMsg); ok && !d.pick.open {
		switch key.String() {
		case "pgup":
			return d.scrolled(s, -1), nil
		case "pgdown":
			return d.scrolled(s, 1), nil
		}
	}
	if d.pick.open {
		return d.choosing(s, msg), nil
	}
	return d.filling(s, msg)
}

// answered throws away what was typed, or what was marked while people are chosen.
func (d shiftDialog) answered(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	var wish scene.Wish
	d.discard, wish = d.discard.Answer(msg)
	if wish != nil && d.pick.open {
		d.discard, d.pick = dialog.Discard{}, picking{}
		return d.judged(s), nil
	}
	return d, wish
}

func (d shiftDialog) scrolled(s scene.Scene, by int) shiftDialog {
	l := d.arrange(s)
	d.at = d.at.By(by, len(l.foot), l.footBox.H)
	return d
}

// filling is typing into the form; a letter on a field of people begins a search.
func (d shiftDialog) filling(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	before := d.fields
	event := widget.None
	switch msg := msg.(type) {
	case scene.Clicked:
		return d.clicked(s, msg), nil
	case tea.PasteMsg:
		if d.onPeople() {
			return d.choose(s, strings.Join(strings.Fields(msg.Content), " ")), nil
		}
		d.fields, event = d.fields.Update(msg)
	case tea.KeyPressMsg:
		if d.onPeople() {
			switch key := msg.String(); {
			case slices.Contains([]string{"enter", "ctrl+s", "esc", "tab", "shift+tab", "up", "down"}, key):
			case msg.Text != "" || key == "space":
				return d.choose(s, strings.TrimSpace(msg.Text)), nil
			default:
				return d, nil
			}
		}
		d.fields, event = d.fields.Resize(d.arrange(s).formBox.W).Pasted(dialog.CutPaste(s.Words)).Update(msg)
	}
	return d.after(s, before, event)
}

func (d shiftDialog) clicked(s scene.Scene, at scene.Clicked) shiftDialog {
	l := d.arrange(s)
	if at.Wheel != 0 {
		return d.scrolled(s, at.Wheel)
	}
	if !l.formBox.Contains(at.X, at.Y) {
		return d
	}
	x, y := l.formBox.Local(at.X, at.Y)
	before := d.fields.Focused()
	d.fields, _ = d.fields.Click(s.Theme, x, y, l.formBox.W, l.formBox.H)
	if d.onPeople() && d.fields.Focused() == before && y < d.fields.Lines(s.Theme, l.formBox.W) {
		return d.choose(s, "")
	}
	return d.atStart().judged(s)
}

func (d shiftDialog) after(s scene.Scene, before widget.Form, event widget.Event) (scene.Dialog, scene.Wish) {
	switch event {
	case widget.Changed:
		d.wrong = ""
		return d.judged(s), nil
	case widget.Cancel:
		var wish scene.Wish
		d.discard, wish = d.discard.Leave(d.dirty())
		return d, wish
	case widget.Submit:
		if c := d.command(d.shift(s)); c != nil {
			return d, scene.Edit{Command: c}
		}
		return d, scene.Close{}
	}
	if d.fields.Focused() != before.Focused() {
		d = d.atStart()
	}
	return d, nil
}

// atStart shows the names in a field from the first on.
func (d shiftDialog) atStart() shiftDialog {
	if d.onPeople() {
		d.fields, _ = d.fields.Update(tea.KeyPressMsg{Code: tea.KeyHome})
	}
	return d
}

func (d shiftDialog) refused(s scene.Scene, r domain.Refusal) shiftDialog {
	d.wrong, d.discard, d.pick = "", dialog.Discard{}, picking{}
	sentence, field := s.Words.Refusal(s.World, r), string(r.Field)
	if marked := d.fields.SetError(field, sentence); field != "" && marked.Focused() == field {
		d.fields = marked
		return d.judged(s)
	}
	d.wrong = sentence
	return d.judged(s)
}
