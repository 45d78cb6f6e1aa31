package cli

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

func personEdits() []edit {
	person := []words.Key{"cli.person-word"}
	about := propertyOptions(domain.PersonProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, options: slices.Concat(textOptions("id"), about), command: addPerson},
		{verb: "edit", aliases: []string{"wijzig"}, arguments: person, options: about, command: func(a *request) domain.Command {
			p := a.findPerson(a.args[0])
			fill(a, domain.PersonProperties(), &p)
			return domain.EditPerson{Person: p}
		}},
		{verb: "deactivate", aliases: []string{"deactiveer"}, arguments: person, options: dateOptions("from"), command: func(a *request) domain.Command {
			c := domain.DeactivatePerson{ID: a.findPerson(a.args[0]).ID}
			a.setDate(&c.From, "from")
			return c
		}},
		{verb: "reactivate", aliases: []string{"heractiveer"}, arguments: person, command: func(a *request) domain.Command {
			return domain.ReactivatePerson{ID: a.findPerson(a.args[0]).ID}
		}},
		{verb: "leave", aliases: []string{"vertrek"}, arguments: person,
			options: slices.Concat(dateOptions("through"), listOptions("edits.successor-word", "successor")),
			command: leave, remarks: leavingRemarks},
		{verb: "remove", aliases: []string{"verwijder"}, arguments: person, command: func(a *request) domain.Command {
			return domain.RemovePerson{ID: a.findPerson(a.args[0]).ID}
		}},
	}
}

func addPerson(a *request) domain.Command {
	var p domain.Person
	setID(a, &p.ID)
	fill(a, domain.PersonProperties(), &p)
	return domain.AddPerson{Person: p}
}

// leave reads the one-date leaver action: --successor R03=P12 for each relation
// that somebody takes over.
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

// leaving says what asks for a successor and has none, with whom to ask, and
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

// handover says that nobody takes over a relation yet.
func (a *request) handoverLine(h domain.Handover) string {
	what := a.words.Say("summary.relation", a.personName(a.world, h.Relation.Person),
		a.words.RelationType(a.world, h.Relation.Type), a.personName(a.world, h.Relation.Client))
	if planned, ok := a.world.Relation(h.Planned); ok {
		return a.words.Say("edits.planned", string(h.Relation.ID), what, a.personName(a.world, planned.Person), a.words.Date(planned.From))
	}
	if len(h.Candidates) == 0 {
		return a.words.Say("edits.no-successor", string(h.Relation.ID), what)
	}
	return a.words.Say("edits.proposed", string(h.Relation.ID), what, a.peopleNames(h.Candidates), string(h.Candidates[0]))
}

// line writes what a list says of a record: its name and id, and the rest.
func (a *request) recordLine(name, id string, rest ...string) string {
	var said []string
	for _, one := range rest {
		if one != "" {
			said = append(said, one)
		}
	}
	return a.words.Say("lists.line", a.words.Say("cli.named", words.Clean(name), id), strings.Join(said, ", "))
}

// ofRole is the property by which a list of persons is narrowed.
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

// inactive says since when somebody counts no more, or until when they do.
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

func listGroups(a *request) []listRow {
	var groups []domain.Group
	for g := range a.world.Groups() {
		groups = append(groups, g)
	}
	words.SortBy(groups, func(g domain.Group) string { return words.SortKey(g.Name) })
	return list(groups, func(g domain.Group) listRow {
		members := len(a.world.MembersOn(g.ID, a.on))
		return listRow{g, a.recordLine(g.Name, string(g.ID), a.words.Visibility(g.Visibility), a.words.Say("lists.members", members)),
			object{{"members", members}}}
	})
}

// listMembers lists counselors before users, as the screen does.
func listMembers(a *request) []listRow {
	g := a.findGroup(a.args[0])
	ended := a.wantsEnded()
	var members []domain.Membership
	for m := range a.world.MembersOf(g.ID) {
		if ended || a.stateOn(m.Period, m.Person) == runningState {
			members = append(members, m)
		}
	}
	words.SortBy(members, func(m domain.Membership) string {
		part := "1"
		if a.world.RoleIn(m).IsCounselor() {
			part = "0"
		}
		return part + a.nameKey(m.Person)
	})
	return list(members, func(m domain.Membership) listRow {
		as, state := a.world.RoleIn(m), a.stateOn(m.Period, m.Person)
		return listRow{m, a.recordLine(a.words.Person(a.world, m.Person), string(m.Person), a.words.Role(as), a.words.Period(m.Period), a.stateWord(state)),
			object{{"as", as.String()}, {"state", state}}}
	})
}

func (a *request) nameKey(id domain.PersonID) string {
	p, _ := a.world.Person(id)
	return tell.NameKey(p)
}

// running is the state of what counts on the day; the others are those of care.
const runningState = "running"

// state says whether something of a person counts on the day, and why not.
func (a *request) stateOn(of domain.Period, who domain.PersonID) string {
	switch p, _ := a.world.Person(who); {
	case of.Ahead(a.on):
		return care.Planned.String()
	case of.Ended(a.on):
		return care.Ended.String()
	case !p.ActiveOn(a.on):
		return care.Inactive.String()
	}
	return runningState
}

func (a *request) stateWord(state string) string {
	switch state {
	case care.Planned.String():
		return a.words.Say("care.state.planned")
	case care.Ended.String():
		return a.words.Say("care.state.ended")
	case care.Inactive.String():
		return a.words.Say("lists.never-active")
	}
	return ""
}
