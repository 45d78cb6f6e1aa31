package cli

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/words"
)

// listRelations lists what runs before what does not count, and primary ones
// first (E1), as the screen does. Without a person it lists all, by client.
func listRelations(a *asked) []listRow {
	all, whose := a.world.Relations(), func(r domain.Relation) domain.PersonID { return r.Client }
	if len(a.args) > 0 {
		of := a.somebody(a.args[0]).ID
		all, whose = a.world.RelationsOf(of), func(domain.Relation) domain.PersonID { return of }
	}
	ended := a.alsoEnded()
	var relations []domain.Relation
	for r := range all {
		if ended || r.RunsOn(a.on) {
			relations = append(relations, r)
		}
	}
	words.SortBy(relations, func(r domain.Relation) string {
		t, _ := a.world.RelationType(r.Type)
		_, counts := a.world.InEffect(r, a.on)
		order := "0"
		switch {
		case r.Withdrawn || r.Ended(a.on):
			order = "2"
		case !counts:
			order = "1"
		}
		if t.Primary {
			order += "0"
		} else {
			order += "1"
		}
		return a.nameKey(whose(r)) + string(whose(r)) + order + words.SortKey(t.Name) + a.nameKey(r.Opposite(whose(r)))
	})
	return list(relations, func(r domain.Relation) listRow {
		first, second := r.Opposite(whose(r)), ""
		if len(a.args) == 0 {
			first, second = r.Client, a.who(a.world, r.Person)
		}
		t, counts := a.world.InEffect(r, a.on)
		code, primary, state := running, "", ""
		if counts && t.Primary {
			primary = a.words.Field("primary")
		}
		if !counts {
			why := a.notInEffect(r)
			code, state = why.String(), a.words.CareState(a.world, care.Past{Line: care.Line{Relation: r}, State: why})
		}
		return listRow{r, a.line(a.words.Person(a.world, first), string(first), string(r.ID), a.words.RelationType(a.world, r.Type),
			second, primary, a.words.Period(r.Period), state), object{{"state", code}}}
	})
}

// notInEffect says why a relation does not count on the day, with the states of
// care in the order in which care looks for them (V7).
func (a *asked) notInEffect(r domain.Relation) care.State {
	t, _ := a.world.RelationType(r.Type)
	switch {
	case r.Withdrawn:
		return care.Withdrawn
	case r.Ahead(a.on):
		return care.Planned
	case r.Ended(a.on) && r.ReplacedBy != "":
		return care.Replaced
	case r.Ended(a.on):
		return care.Ended
	case t.SwitchedOff:
		return care.TypeOff
	}
	return care.Inactive
}

func listTypes(a *asked) []listRow {
	type uses struct{ running, all int }
	used := map[domain.RelationTypeID]uses{}
	for r := range a.world.Relations() {
		u := used[r.Type]
		u.all++
		if r.RunsOn(a.on) {
			u.running++
		}
		used[r.Type] = u
	}
	var types []domain.RelationType
	for t := range a.world.RelationTypes() {
		types = append(types, t)
	}
	words.SortBy(types, func(t domain.RelationType) string { return words.SortKey(t.Name) })
	return list(types, func(t domain.RelationType) listRow {
		u := used[t.ID]
		return listRow{t, a.line(t.Name, string(t.ID), a.words.Kind(t.Kind), a.typeFlags(t), a.words.Say("lists.uses", u.running, u.all)),
			object{{"running", u.running}, {"total", u.all}}}
	})
}

// typeFlags names what a type does.
func (a *asked) typeFlags(t domain.RelationType) string {
	var said []string
	for _, p := range domain.RelationTypeProperties() {
		switch {
		case p.Shape == domain.Flag && p.Field != "active" && p.Text(&t) == "true":
			said = append(said, a.words.Field(p.Field))
		case p.Field == "active" && t.SwitchedOff:
			said = append(said, a.words.Say("types.off-word"))
		}
	}
	return strings.Join(said, ", ")
}
