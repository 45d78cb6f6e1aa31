package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

func relationEdits() []edit {
	relation := []words.Key{"edits.relation-word"}
	about := optionsOf(domain.RelationProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, options: slices.Concat(texts("id"), about), also: replacing, command: func(a *asked) domain.Command {
			var r domain.Relation
			id(a, &r.ID)
			fill(a, domain.RelationProperties(), &r)
			return domain.AddRelation{Relation: r}
		}},
		{verb: "edit", aliases: []string{"wijzig"}, behind: relation, options: about, command: func(a *asked) domain.Command {
			r := a.someRelation(a.args[0])
			fill(a, domain.RelationProperties(), &r)
			return domain.EditRelation{Relation: r}
		}},
		{verb: "end", aliases: []string{"beëindig", "beeindig"}, behind: relation, several: true, options: days("through"), command: endRelations},
		{verb: "remove", aliases: []string{"verwijder"}, behind: relation, command: func(a *asked) domain.Command {
			return domain.RemoveRelation{ID: a.someRelation(a.args[0]).ID}
		}},
	}
}

func endRelations(a *asked) domain.Command {
	var c domain.EndRelations
	for _, typed := range a.args {
		c.IDs = append(c.IDs, a.someRelation(typed).ID)
	}
	a.date(&c.Through, "through")
	return c
}

type replacesJSON struct {
	Relation  domain.RelationID `json:"relation"`
	Person    domain.PersonID   `json:"person"`
	Through   string            `json:"through"` // its last day; empty when it never begins
	Withdrawn bool              `json:"withdrawn"`
	From      string            `json:"from"` // the first day of who comes instead
}

// replacing names whom a new relation replaces and from when (E8), before
// anything is saved.
func replacing(a *asked, changes []domain.Change) aside {
	n := *changes[len(changes)-1].Relation.After // what is new comes last
	var out aside
	replaces := []replacesJSON{}
	for _, c := range changes[:len(changes)-1] {
		r := *c.Relation.After
		one := replacesJSON{Relation: r.ID, Person: r.Person, Through: r.Through.String(), Withdrawn: r.Withdrawn, From: n.From.String()}
		key := words.Key("edits.replaces")
		if r.Withdrawn {
			key, one.Through = "edits.withdraws", ""
		}
		replaces = append(replaces, one)
		out.lines = append(out.lines, a.words.Say(key, a.who(a.world, r.Person), string(r.ID), a.words.Date(r.Through), a.words.Date(n.From), a.who(a.world, n.Person)))
	}
	if len(replaces) > 0 && n.Through != 0 {
		out.lines = append(out.lines, a.words.Say("edits.nobody-returns", a.words.Date(n.Through)))
	}
	out.fields = object{{"replaces", replaces}}
	return out
}

func typeEdits() []edit {
	one := []words.Key{"edits.type-word"}
	about := optionsOf(domain.RelationTypeProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, options: slices.Concat(texts("id"), about), command: func(a *asked) domain.Command {
			var t domain.RelationType
			id(a, &t.ID)
			a.must("name", "kind")
			a.aboutType(&t)
			return domain.AddRelationType{Type: t}
		}},
		{verb: "edit", aliases: []string{"wijzig"}, behind: one, options: about, command: func(a *asked) domain.Command {
			t := a.someType(a.args[0])
			a.aboutType(&t)
			return domain.EditRelationType{Type: t}
		}},
		{verb: "remove", aliases: []string{"verwijder"}, behind: one, command: func(a *asked) domain.Command {
			return domain.RemoveRelationType{ID: a.someType(a.args[0]).ID}
		}},
	}
}

// aboutType reads what a type is. A primary one is exclusive by itself (E1), as in
// the dialog; --exclusive=false is still refused.
func (a *asked) aboutType(t *domain.RelationType) {
	fill(a, domain.RelationTypeProperties(), t)
	if a.flags.Changed("primary") && !a.flags.Changed("exclusive") {
		t.Exclusive = t.Exclusive || t.Primary
	}
}
