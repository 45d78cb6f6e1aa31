package cli

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

func personEdits() []edit {
	person := []words.Key{"cli.person-word"}
	about := optionsOf(domain.PersonProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, options: slices.Concat(texts("id"), about), command: addPerson},
		{verb: "edit", aliases: []string{"wijzig"}, behind: person, options: about, command: func(a *asked) domain.Command {
			p := a.somebody(a.args[0])
			fill(a, domain.PersonProperties(), &p)
			return domain.EditPerson{Person: p}
		}},
		{verb: "deactivate", aliases: []string{"deactiveer"}, behind: person, options: days("from"), command: func(a *asked) domain.Command {
			c := domain.DeactivatePerson{ID: a.somebody(a.args[0]).ID}
			a.date(&c.From, "from")
			return c
		}},
		{verb: "reactivate", aliases: []string{"heractiveer"}, behind: person, command: func(a *asked) domain.Command {
			return domain.ReactivatePerson{ID: a.somebody(a.args[0]).ID}
		}},
		{verb: "leave", aliases: []string{"vertrek"}, behind: person,
			options: slices.Concat(days("through"), lists("edits.successor-word", "successor")),
			command: leave, also: leaving},
		{verb: "remove", aliases: []string{"verwijder"}, behind: person, command: func(a *asked) domain.Command {
			return domain.RemovePerson{ID: a.somebody(a.args[0]).ID}
		}},
	}
}

func addPerson(a *asked) domain.Command {
	var p domain.Person
	id(a, &p.ID)
	fill(a, domain.PersonProperties(), &p)
	return domain.AddPerson{Person: p}
}

// leave reads the one-date leaver action: --successor R03=P12 for each relation
// that somebody takes over.
func leave(a *asked) domain.Command {
	c := domain.Leave{Person: a.somebody(a.args[0]).ID}
	a.date(&c.Through, "through")
	given, _ := a.all("successor")
	for _, one := range given {
		relation, person, ok := strings.Cut(one, "=")
		if !ok {
			a.wrong(a.fail(failure.WrongUse, "edits.wrong-successor", words.Clean(one)))
			break
		}
		c.Successors = append(c.Successors, domain.Successor{
			Relation: a.someRelation(relation).ID, Person: a.somebody(person).ID,
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
func leaving(a *asked, changes []domain.Change) aside {
	c, ok := leave(a).(domain.Leave)
	if !ok {
		return aside{}
	}
	d := domain.Leaving(a.world, c.Person, c.Through)
	var out aside
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
			out.lines = append(out.lines, a.handover(h))
		}
	}
	shifts := []domain.ShiftID{}
	for _, s := range d.Shifts {
		shifts = append(shifts, s.ID)
		out.lines = append(out.lines, a.words.Say("edits.still-rostered", string(s.ID), a.words.Named(a.world, s)))
	}
	out.fields = object{{"handovers", handovers}, {"shifts", shifts}}
	return out
}

// handover says that nobody takes over a relation yet.
func (a *asked) handover(h domain.Handover) string {
	what := a.words.Say("summary.relation", a.who(a.world, h.Relation.Person),
		a.words.RelationType(a.world, h.Relation.Type), a.who(a.world, h.Relation.Client))
	if planned, ok := a.world.Relation(h.Planned); ok {
		return a.words.Say("edits.planned", string(h.Relation.ID), what, a.who(a.world, planned.Person), a.words.Date(planned.From))
	}
	if len(h.Candidates) == 0 {
		return a.words.Say("edits.no-successor", string(h.Relation.ID), what)
	}
	return a.words.Say("edits.proposed", string(h.Relation.ID), what, a.named(h.Candidates), string(h.Candidates[0]))
}
