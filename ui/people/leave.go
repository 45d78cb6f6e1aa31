package people

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The answers to who takes over. Any other is a person: see personChoice.
const (
	nobodyTakes  = "nobody"
	plannedTakes = "planned"
	anybodyTakes = "anybody"

	lastField = "through"
)

// personChoice returns the answer for a person. The prefix is there because an id may be
// any word, also "nobody".
func personChoice(id domain.PersonID) string { return "person:" + string(id) }

func chosenPerson(value string) (domain.PersonID, bool) {
	id, ok := strings.CutPrefix(value, "person:")
	return domain.PersonID(id), ok
}

// successorField returns the key of the field that asks who takes over a relation.
func successorField(id domain.RelationID) string { return "takes:" + string(id) }

// leave ends all links of a person on one day, as one edit. For each relation of which a
// client can have only one, it asks who takes over. The last day decides which those are.
func leave(s scene.Scene, p domain.Person) scene.Dialog {
	n := dialog.NewNamer(s)
	return dialog.Form{
		Title:  s.Words.Say("leave.title", words.Clean(p.Shown())),
		Lead:   []string{s.Words.Say("leave.lead")},
		Fields: widget.NewForm(leaveFields(s, n, p.ID, s.On, s.On)...),
		Room:   6,
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			through, _ := s.Words.ParseDate(f.Value(lastField))
			return domain.Leave{Person: p.ID, Through: through, Successors: successors(s, p.ID, through, f)}
		},
		Follow: func(s scene.Scene, before, now widget.Form) widget.Form {
			through, ok := s.Words.ParseDate(now.Value(lastField))
			if !ok || before.Value(lastField) == now.Value(lastField) {
				return now
			}
			return now.SetFields(leaveFields(s, n, p.ID, s.On, through)...)
		},
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			return dialog.WarnTone.Remarks(departureLines(s, p, f)...)
		},
		At: func(r domain.Refusal) string {
			if r.Subject.Noun == domain.RelationNoun {
				return successorField(domain.RelationID(r.Subject.Key))
			}
			return string(r.Field)
		},
	}.Opened(s)
}

// successors returns the people who were chosen to take over.
func successors(s scene.Scene, leaver domain.PersonID, through domain.Date, f widget.Form) []domain.Successor {
	var out []domain.Successor
	for _, h := range domain.Leaving(s.World, leaver, through).Handovers {
		if id, ok := chosenPerson(f.Value(successorField(h.Relation.ID))); ok {
			out = append(out, domain.Successor{Relation: h.Relation.ID, Person: id})
		}
	}
	return out
}

// leaveFields asks the last day, a successor for each relation, and the reason.
func leaveFields(s scene.Scene, n dialog.Namer, leaver domain.PersonID, opened, through domain.Date) []widget.Field {
	fields := []widget.Field{{
		Key: lastField, Kind: widget.DateField, Label: s.Words.Say("leave.last"), Value: s.Words.Date(opened), Fresh: true,
		Help: s.Words.Say("leave.last-help"), Validate: dialog.SomeDay(s, lastField), Limit: 20,
	}}
	all := domain.Leaving(s.World, leaver, through).Handovers
	for _, h := range all {
		value := ""
		if !h.NeedsSuccessor() {
			value = plannedTakes
		}
		r := h.Relation
		fields = append(fields, widget.Field{
			Key: successorField(r.ID), Kind: widget.ChoiceField, Label: relationLabel(s, r, all), Value: value, Options: successorOptions(s, h),
			Help: vacancy(s, h), Validate: successorCheck(s), Else: anybodyTakes, Empty: s.Words.Say("leave.none-fits"),
			Seek: s.Words.Say("leave.seek-title", s.Words.RelationType(s.World, r.Type), s.Words.Person(s.World, r.Client)),
			Find: func(widget.Form) []widget.Item { return candidates(s, n, leaver, h) },
		})
	}
	return append(fields, dialog.Reason(s))
}

// relationLabel names the client, and the type if the client loses several relations.
func relationLabel(s scene.Scene, r domain.Relation, all []domain.Handover) string {
	client := s.Words.Person(s.World, r.Client)
	other := func(h domain.Handover) bool { return h.Relation.Client == r.Client && h.Relation.ID != r.ID }
	if slices.ContainsFunc(all, other) {
		return s.Words.Say("leave.relation", client, s.Words.RelationType(s.World, r.Type))
	}
	return client
}

// successorCheck insists on an answer, which may be nobody: no client may lose somebody
// unnoticed.
func successorCheck(s scene.Scene) func(string) string {
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

// vacancy says which relation is to be taken over, and for which period.
func vacancy(s scene.Scene, h domain.Handover) string {
	when := s.Words.Say("leave.from", s.Words.Date(h.Vacant.From))
	if h.Vacant.Through != 0 {
		when = s.Words.Period(h.Vacant)
	}
	return s.Words.Say("leave.takes", s.Words.RelationType(s.World, h.Relation.Type), s.Words.Person(s.World, h.Relation.Client), when)
}

// successorOptions returns who is planned, who is proposed, nobody and anybody.
func successorOptions(s scene.Scene, h domain.Handover) []widget.Option {
	w := s.Words
	var out []widget.Option
	if planned, ok := s.World.Relation(h.Planned); ok {
		who := w.Say("leave.planned", w.Person(s.World, planned.Person))
		out = append(out, widget.Option{Key: plannedTakes, Label: who, Help: w.Say("leave.planned-why", w.Date(planned.From))})
	}
	for _, id := range h.Candidates {
		out = append(out, widget.Option{Key: personChoice(id), Label: w.Person(s.World, id), Help: w.Say("leave.stands", w.List(typesWithClient(s, h, id)))})
	}
	if h.NeedsSuccessor() {
		out = append(out, widget.Option{Key: nobodyTakes, Label: w.Say("leave.nobody"), Help: w.Say("leave.nobody-why")})
	}
	return append(out, widget.Option{Key: anybodyTakes, Label: w.Say("leave.anybody"), Help: w.Say("leave.anybody-why")})
}

// typesWithClient names the types of the relations that a person has with the client.
func typesWithClient(s scene.Scene, h domain.Handover, id domain.PersonID) []string {
	var out []string
	for r := range s.World.RelationsOf(h.Relation.Client) {
		if _, counts := s.World.InEffect(r, h.Vacant.From); counts && r.Person == id {
			out = append(out, s.Words.RelationType(s.World, r.Type))
		}
	}
	return out
}

// candidates returns those who could take over (N1), by name. Those who are unwanted with
// the client are in it too, switched off with the reason.
func candidates(s scene.Scene, n dialog.Namer, leaver domain.PersonID, h domain.Handover) []widget.Item {
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
		item := n.Item(p)
		item.Key = personChoice(p.ID)
		if slices.Contains(unwanted, p.ID) {
			item.Off = s.Words.Say("leave.unwanted")
		}
		out = append(out, item)
	}
	return out
}

// departureLines names what ends on the day that is typed, who takes over, and which
// shifts need somebody else.
func departureLines(s scene.Scene, p domain.Person, f widget.Form) []string {
	through, ok := s.Words.ParseDate(f.Value(lastField))
	if !ok || through >= domain.LastDate { // saving says that no day comes after it
		return nil
	}
	d := domain.Leaving(s.World, p.ID, through)
	t := departure{s: s, through: through, f: f, by: map[domain.RelationID]domain.Handover{}}
	t.lines = []string{s.Words.Say("leave.counts", words.Clean(p.Shown()), s.Words.Date(through.Next()))}
	for _, h := range d.Handovers {
		t.by[h.Relation.ID] = h
	}
	t.head("leave.relations", len(d.Relations))
	for _, r := range d.Relations {
		t.relation(r, r.Opposite(p.ID))
	}
	t.head("leave.memberships", len(d.Memberships))
	for _, m := range d.Memberships {
		t.item(s.Words.Group(s.World, m.Group), m.Period)
	}
	t.head("leave.roles", len(d.Assignments))
	for _, a := range d.Assignments {
		t.item(s.Words.AccessRole(s.World, a.Role), a.Period)
	}
	if len(t.lines) == 1 {
		t.lines = append(t.lines, s.Words.Say("leave.nothing"))
	}
	t.head("leave.shifts", len(d.Shifts))
	for _, shift := range d.Shifts {
		t.lines = append(t.lines, s.Words.Say("leave.item", s.Words.Named(s.World, shift)))
	}
	return t.lines
}

// departure builds the lines of departureLines.
type departure struct {
	s       scene.Scene
	through domain.Date
	f       widget.Form
	by      map[domain.RelationID]domain.Handover
	lines   []string
}

func (t *departure) head(k words.Key, n int) {
	if n > 0 {
		t.lines = append(t.lines, t.s.Words.Say(k, n))
	}
}

// item names what ends, or what now never begins.
func (t *departure) item(what string, p domain.Period) {
	k := words.Key("leave.item")
	if p.Ahead(t.through) {
		k = "leave.item-never"
	}
	t.lines = append(t.lines, t.s.Words.Say(k, what))
}

func (t *departure) relation(r domain.Relation, opposite domain.PersonID) {
	w := t.s.Words
	what := w.Say("leave.relation", w.Person(t.s.World, opposite), w.RelationType(t.s.World, r.Type))
	h, asks := t.by[r.ID]
	if !asks {
		t.item(what, r.Period)
		return
	}
	t.lines = append(t.lines, w.Say("leave.item-to", what, t.successor(h)))
}

// successor says who takes over, by the form.
func (t *departure) successor(h domain.Handover) string {
	w := t.s.Words
	value := t.f.Value(successorField(h.Relation.ID))
	switch id, ok := chosenPerson(value); {
	case ok:
		return w.Person(t.s.World, id)
	case value == nobodyTakes:
		return w.Say("leave.nobody")
	case value == plannedTakes:
		next, _ := t.s.World.Relation(h.Planned)
		return w.Say("leave.planned", w.Person(t.s.World, next.Person))
	}
	return w.Say("leave.undecided")
}
