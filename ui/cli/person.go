package cli

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

func personVerbs() []verb {
	person := []words.Key{"cli.person-word"}
	about := propertyOptions(domain.PersonProperties())
	return []verb{
		{name: "add", options: slices.Concat(textOptions("id"), about), command: addPerson},
		{name: "edit", arguments: person, options: about, command: func(a *request) domain.Command {
			p := a.findPerson(a.args[0])
			fill(a, domain.PersonProperties(), &p)
			return domain.EditPerson{Person: p}
		}},
		{name: "deactivate", arguments: person, options: dateOptions("from"), command: func(a *request) domain.Command {
			c := domain.DeactivatePerson{ID: a.findPerson(a.args[0]).ID}
			a.setDate(&c.From, "from")
			return c
		}},
		{name: "reactivate", arguments: person, command: func(a *request) domain.Command {
			return domain.ReactivatePerson{ID: a.findPerson(a.args[0]).ID}
		}},
		{name: "leave", arguments: person,
			options: slices.Concat(dateOptions("through"), listOptions("edits.successor-word", "successor")),
			command: leave, remarks: leavingRemarks},
		{name: "remove", arguments: person, command: func(a *request) domain.Command {
			return domain.RemovePerson{ID: a.findPerson(a.args[0]).ID}
		}, remarks: removalRemarks},
		{name: listVerb, options: propertyOptions(roleProperty()), rows: listPersons},
	}
}

func addPerson(a *request) domain.Command {
	var p domain.Person
	setID(a, &p.ID)
	fill(a, domain.PersonProperties(), &p)
	return domain.AddPerson{Person: p}
}

// leave reads the one-date leaver action: --successor R03=P12 for each relation that
// somebody takes over.
func leave(a *request) domain.Command {
	c := domain.Leave{Person: a.findPerson(a.args[0]).ID}
	a.setDate(&c.Through, "through")
	given, _ := a.values("successor")
	for _, one := range given {
		relation, person, ok := strings.Cut(one, "=")
		if !ok {
			a.reject(a.fail(failure.WrongUse, "edits.wrong-successor", words.Clean(one)))
			break
		}
		c.Successors = append(c.Successors, domain.Successor{
			Relation: a.findRelation(relation).ID, Person: a.findPerson(person).ID,
		})
	}
	return c
}

// removalRemarks say where the name of a removed person still stands.
func removalRemarks(a *request, changes []domain.Change) remarks {
	var out remarks
	for _, c := range changes {
		if gone, ok := c.Step().Before.(domain.Person); ok {
			out.lines = append(out.lines, a.words.Say("people.name-stays", words.Clean(gone.Shown())))
			a.remarkScenes(&out, gone.ID)
		}
	}
	return out
}

type handoverJSON struct {
	Relation   domain.RelationID     `json:"relation"`
	Client     domain.PersonID       `json:"client"`
	Type       domain.RelationTypeID `json:"type"`
	From       string                `json:"from"`
	Through    string                `json:"through"`    // empty: open
	Planned    domain.RelationID     `json:"planned"`    // empty: nobody
	Successor  domain.PersonID       `json:"successor"`  // empty: nobody was named
	Candidates []domain.PersonID     `json:"candidates"` // proposed
}

// leavingRemarks says which relations have no successor yet, with whom to ask, and
// which shifts still count on the leaver.
func leavingRemarks(a *request, changes []domain.Change) remarks {
	c, ok := leave(a).(domain.Leave)
	if !ok {
		return remarks{}
	}
	d := domain.Leaving(a.world, c.Person, c.Through)
	var out remarks
	handovers := []handoverJSON{}
	for _, h := range d.Handovers {
		r := h.Relation
		one := handoverJSON{Relation: r.ID, Client: r.Client, Type: r.Type, From: h.Vacant.From.String(), Through: h.Vacant.Through.String(),
			Planned: h.Planned, Candidates: append([]domain.PersonID{}, h.Candidates...)}
		if at := slices.IndexFunc(c.Successors, func(s domain.Successor) bool { return s.Relation == r.ID }); at >= 0 {
			one.Successor = c.Successors[at].Person
		}
		handovers = append(handovers, one)
		if one.Successor == "" {
			out.lines = append(out.lines, a.handoverLine(h))
		}
	}
	shifts := []domain.ShiftID{}
	for _, s := range d.Shifts {
		shifts = append(shifts, s.ID)
		out.lines = append(out.lines, a.words.Say("edits.still-rostered", string(s.ID), a.words.Named(a.world, s)))
	}
	out.data = object{{"handovers", handovers}, {"shifts", shifts}}
	return out
}

// handoverLine says that nobody takes over a relation yet.
func (a *request) handoverLine(h domain.Handover) string {
	what := a.words.Say("summary.relation", a.personName(a.world, h.Relation.Person),
		a.words.RelationType(a.world, h.Relation.Type), a.personName(a.world, h.Relation.Client))
	if planned, ok := a.world.Relation(h.Planned); ok {
		return a.words.Say("edits.planned", string(h.Relation.ID), what, a.personName(a.world, planned.Person), a.words.Date(planned.From))
	}
	if len(h.Candidates) == 0 {
		return a.words.Say("edits.no-successor", string(h.Relation.ID), what)
	}
	return a.words.Say("edits.proposed", string(h.Relation.ID), what, strings.Join(list(h.Candidates, a.namer(a.world)), ", "), string(h.Candidates[0]))
}

// roleProperty is the property that narrows a list of persons.
func roleProperty() []domain.Property[domain.Person] {
	return domain.Only(domain.PersonProperties(), "role")
}

func listPersons(a *request) []listRow {
	var like domain.Person
	fill(a, roleProperty(), &like)
	var people []domain.Person
	for p := range a.world.Persons() {
		if like.Role == domain.NoRole || p.Role == like.Role {
			people = append(people, p)
		}
	}
	words.SortBy(people, tell.NameKey)
	return list(people, func(p domain.Person) listRow {
		var more object
		if p.InactiveFrom != 0 && p.InactiveFrom != domain.FirstDate { // the exchange form keeps this day apart
			more = object{{"inactiveFrom", p.InactiveFrom}}
		}
		return listRow{p, a.recordLine(p.Shown(), string(p.ID), a.words.Role(p.Role), words.Clean(p.Number),
			words.Clean(p.Location), a.inactiveWords(p)), more}
	})
}

// inactiveWords says since when somebody is inactive, or from when they will be.
func (a *request) inactiveWords(p domain.Person) string {
	switch p.InactiveFrom {
	case 0:
		return ""
	case domain.FirstDate:
		return a.words.Say("lists.never-active")
	}
	key := words.Key("lists.inactive-since")
	if p.ActiveOn(a.on) {
		key = "lists.inactive-from"
	}
	return a.words.Say(key, a.words.Date(p.InactiveFrom))
}
