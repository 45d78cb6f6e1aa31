package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

func relationEdits() []edit {
	relation := []words.Key{"edits.relation-word"}
	about := slices.Concat(valued("cli.person-word", []domain.Field{"client", "person"}),
		valued("edits.type-word", []domain.Field{"type"}), days("from", "through"), texts("note"))
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, options: slices.Concat(texts("id"), about), also: replacing, command: func(a *asked) domain.Command {
			var r domain.Relation
			id(a, &r.ID)
			a.aboutRelation(&r)
			return domain.AddRelation{Relation: r}
		}},
		{verb: "edit", aliases: []string{"wijzig"}, behind: relation, options: about, command: func(a *asked) domain.Command {
			r := a.someRelation(a.args[0])
			a.aboutRelation(&r)
			return domain.EditRelation{Relation: r}
		}},
		{verb: "end", aliases: []string{"beëindig", "beeindig"}, behind: relation, several: true, options: days("through"), command: endRelations},
		{verb: "remove", aliases: []string{"verwijder"}, behind: relation, command: func(a *asked) domain.Command {
			return domain.RemoveRelation{ID: a.someRelation(a.args[0]).ID}
		}},
	}
}

func (a *asked) aboutRelation(r *domain.Relation) {
	if v, ok := a.said("client"); ok {
		r.Client = a.somebody(v).ID
	}
	if v, ok := a.said("person"); ok {
		r.Person = a.somebody(v).ID
	}
	if v, ok := a.said("type"); ok {
		r.Type = a.someType(v).ID
	}
	a.period(&r.Period)
	a.text(&r.Note, "note")
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
	about := slices.Concat(texts("name"), oneOf("kind", domain.Kinds()),
		yesNo("primary", "exclusive", "relevant", "negative", "legal", "vbmResponsible", "network", "active"))
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

func (a *asked) aboutType(t *domain.RelationType) {
	a.text(&t.Name, "name")
	choose(a, &t.Kind, "kind", domain.Kinds())
	a.yes(&t.Primary, "primary")
	if a.flags.Changed("primary") && t.Primary {
		t.Exclusive = true // E1: as the dialog does; --exclusive=false is still refused
	}
	a.yes(&t.Exclusive, "exclusive")
	a.yes(&t.Relevant, "relevant")
	a.yes(&t.Negative, "negative")
	a.yes(&t.Legal, "legal")
	a.yes(&t.VBMResponsible, "vbmResponsible")
	a.yes(&t.Network, "network")
	a.active(&t.SwitchedOff)
}
