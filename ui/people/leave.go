package people

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The answers to who takes over; any other is a person, see choice.
const (
	nobodyTakes  = "nobody"
	plannedTakes = "planned"
	anybodyTakes = "anybody"

	lastField = "through"
)

// choice is the answer that stands for somebody: an id can be any word.
func choice(id domain.PersonID) string { return "person:" + string(id) }

func chosen(value string) (domain.PersonID, bool) {
	id, ok := strings.CutPrefix(value, "person:")
	return domain.PersonID(id), ok
}

// takes is the field that asks who takes over a relation.
func takes(id domain.RelationID) string { return "takes:" + string(id) }

// leaveDialog ends everything of somebody on one day, as one edit. Who takes over
// what only one at a time can be is asked relation by relation: which of them
// depends on the day.
type leaveDialog struct {
	form      dialog.Form
	leaver    domain.PersonID
	opened    domain.Date       // the day it opened with
	handovers []domain.Handover // on the day that can be read, or the last that could
	found     []found           // who was looked up; never written to
	asked     int               // the handover that somebody is looked up for; -1: the form has the keys
	picker    widget.Picker
}

// found is somebody who was looked up to take over a relation.
type found struct {
	relation domain.RelationID
	person   domain.PersonID
}

func leave(s scene.Scene, p domain.Person) scene.Dialog {
	d := leaveDialog{leaver: p.ID, opened: s.On, asked: -1}
	d.handovers = domain.Leaving(s.World, p.ID, s.On).Handovers
	d.form = dialog.Form{
		Title:  s.Words.Say("leave.title", words.Clean(p.Shown())),
		Lead:   []string{s.Words.Say("leave.lead")},
		Fields: d.fields(s),
		Save:   "hint.save",
		Room:   6,
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			through, _ := s.Words.ParseDate(f.Value(lastField))
			return domain.Leave{Person: p.ID, Through: through, Successors: successors(s, p.ID, through, f)}
		},
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks { return dialog.WarnTone.Each(departure(s, p, f)...) },
		At: func(r domain.Refusal) string {
			if r.Subject.Noun == domain.RelationNoun {
				return takes(domain.RelationID(r.Subject.Key))
			}
			return string(r.Field)
		},
	}.Opened(s)
	return d
}

// successors are those who were chosen by name.
func successors(s scene.Scene, leaver domain.PersonID, through domain.Date, f widget.Form) []domain.Successor {
	var out []domain.Successor
	for _, h := range domain.Leaving(s.World, leaver, through).Handovers {
		if id, ok := chosen(f.Value(takes(h.Relation.ID))); ok {
			out = append(out, domain.Successor{Relation: h.Relation.ID, Person: id})
		}
	}
	return out
}

// fields are those of the handovers as they are now, with what was filled in.
func (d leaveDialog) fields(s scene.Scene) widget.Form {
	fields := []widget.Field{{
		Key: lastField, Kind: widget.DateField, Label: s.Words.Say("leave.last"), Value: s.Words.Date(d.opened), Fresh: true,
		Help: s.Words.Say("leave.last-help"), Validate: someDay(s, lastField), Limit: 20,
	}}
	for _, h := range d.handovers {
		value := ""
		if !h.Asks() {
			value = plannedTakes
		}
		fields = append(fields, widget.Field{
			Key: takes(h.Relation.ID), Kind: widget.ChoiceField, Label: d.label(s, h.Relation),
			Value: value, Options: d.options(s, h), Help: vacancy(s, h), Validate: taken(s),
		})
	}
	form := widget.NewForm(append(fields, dialog.Reason(s))...)
	before := d.form.Fields
	for _, f := range fields {
		if typed := before.Value(f.Key); typed != "" {
			form = form.Set(f.Key, typed)
		}
	}
	if reason := before.Value(dialog.ReasonField); reason != "" {
		form = form.Set(dialog.ReasonField, reason)
	}
	return form.Focus(before.Focused())
}

// label names the client, and as what where they lose more than one.
func (d leaveDialog) label(s scene.Scene, r domain.Relation) string {
	client := s.Words.Person(s.World, r.Client)
	other := func(h domain.Handover) bool { return h.Relation.Client == r.Client && h.Relation.ID != r.ID }
	if slices.ContainsFunc(d.handovers, other) {
		return s.Words.Say("leave.relation", client, s.Words.RelationType(s.World, r.Type))
	}
	return client
}

// taken insists that somebody says who takes over, be it nobody: a client who
// loses somebody without anyone having thought of it is what this is against.
func taken(s scene.Scene) func(string) string {
	return func(value string) string {
		switch value {
		case "":
			return s.Words.Say("leave.choose")
		case anybodyTakes:
			return s.Words.Say("leave.seek")
		}
		return ""
	}
}

// vacancy says what is to be taken over, and for when.
func vacancy(s scene.Scene, h domain.Handover) string {
	when := s.Words.Say("leave.from", s.Words.Date(h.Vacant.From))
	if h.Vacant.Through != 0 {
		when = s.Words.Period(h.Vacant)
	}
	return s.Words.Say("leave.takes", s.Words.RelationType(s.World, h.Relation.Type), s.Words.Person(s.World, h.Relation.Client), when)
}

// options are whoever is planned, who is proposed, who was looked up, and the rest.
func (d leaveDialog) options(s scene.Scene, h domain.Handover) []widget.Option {
	w := s.Words
	var out []widget.Option
	if planned, ok := s.World.Relation(h.Planned); ok {
		who := w.Say("leave.planned", w.Person(s.World, planned.Person))
		out = append(out, widget.Option{Key: plannedTakes, Label: who, Help: w.Say("leave.planned-why", w.Date(planned.From))})
	}
	for _, id := range h.Candidates {
		out = append(out, widget.Option{Key: choice(id), Label: w.Person(s.World, id), Help: w.Say("leave.stands", w.List(stands(s, h, id)))})
	}
	for _, f := range d.found {
		if f.relation == h.Relation.ID && !slices.Contains(h.Candidates, f.person) {
			out = append(out, widget.Option{Key: choice(f.person), Label: w.Person(s.World, f.person)})
		}
	}
	if h.Asks() {
		out = append(out, widget.Option{Key: nobodyTakes, Label: w.Say("leave.nobody"), Help: w.Say("leave.nobody-why")})
	}
	return append(out, widget.Option{Key: anybodyTakes, Label: w.Say("leave.anybody"), Help: w.Say("leave.anybody-why")})
}

// stands names the types by which somebody is with the client already.
func stands(s scene.Scene, h domain.Handover, id domain.PersonID) []string {
	var out []string
	for r := range s.World.RelationsOf(h.Relation.Client) {
		if _, counts := s.World.InEffect(r, h.Vacant.From); counts && r.Person == id {
			out = append(out, s.Words.RelationType(s.World, r.Type))
		}
	}
	return out
}

// followed asks for the handovers of the day that is typed now.
func (d leaveDialog) followed(s scene.Scene) leaveDialog {
	through, ok := s.Words.ParseDate(d.form.Fields.Value(lastField))
	if !ok {
		return d
	}
	now := domain.Leaving(s.World, d.leaver, through).Handovers
	same := slices.EqualFunc(d.handovers, now, func(x, y domain.Handover) bool {
		return x.Relation.ID == y.Relation.ID && x.Vacant == y.Vacant && x.Planned == y.Planned && slices.Equal(x.Candidates, y.Candidates)
	})
	if same {
		return d
	}
	d.handovers = now
	return d.asking(s)
}

// asking is the dialog with its fields made anew.
func (d leaveDialog) asking(s scene.Scene) leaveDialog {
	d.form.Fields = d.fields(s)
	d.form = d.form.Opened(s)
	return d
}

// Update implements scene.Dialog.
func (d leaveDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.asked >= 0 {
		return d.looking(s, msg)
	}
	if i, ok := d.begins(msg); ok {
		return d.look(s, i, msg), nil
	}
	before := d.form.Fields
	next, wish := d.form.Update(s, msg)
	d.form = next.(dialog.Form)
	if _, clicked := msg.(scene.Clicked); clicked && wish == nil {
		// Whoever clicks "somebody else" has chosen to look; with the arrows one only passes it.
		if i := d.at(); i >= 0 && d.form.Fields.Value(d.form.Fields.Focused()) == anybodyTakes && before.Value(d.form.Fields.Focused()) != anybodyTakes {
			return d.look(s, i, nil), nil
		}
	}
	return d.followed(s), wish
}

// at is the handover whose field has the keys, or -1.
func (d leaveDialog) at() int {
	return slices.IndexFunc(d.handovers, func(h domain.Handover) bool { return takes(h.Relation.ID) == d.form.Fields.Focused() })
}

// begins reports for which handover a key begins to look somebody up: anything
// that is typed, or enter on "somebody else".
func (d leaveDialog) begins(msg tea.Msg) (int, bool) {
	i := d.at()
	if i < 0 || d.form.Asking() {
		return 0, false
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return i, true
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter":
			return i, d.form.Fields.Value(d.form.Fields.Focused()) == anybodyTakes
		case "space":
			return 0, false
		}
		return i, msg.Text != ""
	}
	return 0, false
}

// View implements scene.Dialog.
func (d leaveDialog) View(s scene.Scene) (string, *tea.Cursor) {
	if d.asked < 0 {
		return d.form.View(s)
	}
	return d.viewLook(s)
}
