package cli

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/words"
)

func relationVerbs() []verb {
	relation := []words.Key{"edits.relation-word"}
	about := propertyOptions(domain.RelationProperties())
	return []verb{
		{name: "add", options: slices.Concat(textOptions("id"), about), remarks: replacedRemarks, command: func(a *request) domain.Command {
			var r domain.Relation
			setID(a, &r.ID)
			fill(a, domain.RelationProperties(), &r)
			return domain.AddRelation{Relation: r}
		}},
		{name: "edit", arguments: relation, options: slices.Concat(about, boolOptions("giveBack")), remarks: releasedRemarks, command: func(a *request) domain.Command {
			r := a.findRelation(a.args[0])
			back := a.givenBack(r)
			fill(a, domain.RelationProperties(), &r)
			return domain.EditRelation{Relation: r, GiveBack: back}
		}},
		{name: "end", arguments: relation, several: true, options: dateOptions("through"), command: endRelations},
		{name: "remove", arguments: relation, options: boolOptions("giveBack"), remarks: releasedRemarks, command: func(a *request) domain.Command {
			r := a.findRelation(a.args[0])
			return domain.RemoveRelation{ID: r.ID, GiveBack: a.givenBack(r)}
		}},
		{name: listVerb, arguments: []words.Key{"cli.person-word"}, optional: true, options: boolOptions("ended"), rows: listRelations},
	}
}

func endRelations(a *request) domain.Command {
	var c domain.EndRelations
	for _, typed := range a.args {
		c.IDs = append(c.IDs, a.findRelation(typed).ID)
	}
	a.setDate(&c.Through, "through")
	return c
}

// oldEnds returns the ends that those whom n replaced had before (E8). It reads the
// journal where there are any, and once.
func (a *request) oldEnds(n domain.Relation) []domain.OldEnd {
	ends, known := a.ends[n.ID]
	if known || len(a.world.ReplacedBy(n)) == 0 {
		return ends
	}
	ends, err := a.world.OldEnds(n, a.db.Journal(1, 0))
	if err != nil {
		a.reject(a.readFailure(a.file, err))
	}
	a.ends[n.ID] = ends
	return ends
}

// givenBack returns the old ends that --give-back asks for.
func (a *request) givenBack(n domain.Relation) []domain.OldEnd {
	var wanted bool
	if a.setBool(&wanted, "giveBack"); !wanted {
		return nil
	}
	return a.oldEnds(n)
}

type releasedJSON struct {
	Relation  domain.RelationID `json:"relation"`
	Person    domain.PersonID   `json:"person"`
	Through   string            `json:"through"` // its last day after the edit; empty: open
	Withdrawn bool              `json:"withdrawn"`
	OldEnd    string            `json:"oldEnd"` // its last day before it was replaced; empty: open
}

// releasedRemarks names who is not replaced any more, when they end, and how they get
// their old end back (E8).
func releasedRemarks(a *request, changes []domain.Change) remarks {
	var out remarks
	if len(changes) == 0 {
		return out
	}
	n := *changes[len(changes)-1].Relation.Before // what is edited or removed comes last
	ends := map[domain.RelationID]domain.Date{}
	for _, e := range a.oldEnds(n) {
		ends[e.Relation] = e.Through
	}
	released := []releasedJSON{}
	for _, c := range changes[:len(changes)-1] {
		was, now := *c.Relation.Before, *c.Relation.After
		old := ends[now.ID]
		released = append(released, releasedJSON{now.ID, now.Person, now.Through.String(), now.Withdrawn, old.String()})
		key := words.Key("edits.released")
		switch {
		case was.Withdrawn && now.Withdrawn:
			key = "edits.released-withdrawn"
		case was.Withdrawn || was.Through != now.Through || now.Through == old:
			key = "edits.given-back"
		}
		out.lines = append(out.lines, a.words.Say(key, a.personName(a.world, now.Person), string(now.ID),
			a.dayOrOpen(now.Through), a.dayOrOpen(old), a.personName(a.world, n.Person), old.String()))
	}
	if len(released) > 0 {
		out.data = object{{"released", released}}
	}
	return out
}

func (a *request) dayOrOpen(d domain.Date) string {
	if d == 0 {
		return a.words.Say("edits.open-end")
	}
	return a.words.Date(d)
}

type replacesJSON struct {
	Relation  domain.RelationID `json:"relation"`
	Person    domain.PersonID   `json:"person"`
	Through   string            `json:"through"` // its last day; empty when it never begins
	Withdrawn bool              `json:"withdrawn"`
	From      string            `json:"from"` // the first day of who comes instead
}

// replacedRemarks names whom a new relation replaces and from when (E8).
func replacedRemarks(a *request, changes []domain.Change) remarks {
	n := *changes[len(changes)-1].Relation.After // what is new comes last
	var out remarks
	replaces := []replacesJSON{}
	for _, c := range changes[:len(changes)-1] {
		r := *c.Relation.After
		one := replacesJSON{Relation: r.ID, Person: r.Person, Through: r.Through.String(), Withdrawn: r.Withdrawn, From: n.From.String()}
		key := words.Key("edits.replaces")
		if r.Withdrawn {
			key, one.Through = "edits.withdraws", ""
		}
		replaces = append(replaces, one)
		out.lines = append(out.lines, a.words.Say(key, a.personName(a.world, r.Person), string(r.ID), a.words.Date(r.Through), a.words.Date(n.From), a.personName(a.world, n.Person)))
	}
	if len(replaces) > 0 && n.Through != 0 {
		out.lines = append(out.lines, a.words.Say("edits.nobody-returns", a.words.Date(n.Through)))
	}
	out.data = object{{"replaces", replaces}}
	return out
}

func typeVerbs() []verb {
	one := []words.Key{"edits.type-word"}
	about := propertyOptions(domain.RelationTypeProperties())
	return []verb{
		{name: "add", options: slices.Concat(textOptions("id"), about), remarks: directRemarks, command: func(a *request) domain.Command {
			var t domain.RelationType
			setID(a, &t.ID)
			a.require("name", "kind")
			a.fillType(&t)
			if !a.flags.Changed("network") {
				t.Network = t.Kind.UsuallyNetwork()
			}
			return domain.AddRelationType{Type: t}
		}},
		{name: "edit", arguments: one, options: about, remarks: directRemarks, command: func(a *request) domain.Command {
			t := a.findType(a.args[0])
			a.fillType(&t)
			return domain.EditRelationType{Type: t}
		}},
		{name: "remove", arguments: one, command: func(a *request) domain.Command {
			return domain.RemoveRelationType{ID: a.findType(a.args[0]).ID}
		}},
		{name: "standard", arguments: []words.Key{"check.code-word"}, several: true, optional: true, rows: listStandards, command: addStandards},
		{name: listVerb, rows: listTypes},
	}
}

// directRemarks says what a type of a kind that is usually a direct relation does.
func directRemarks(a *request, changes []domain.Change) remarks {
	if len(changes) == 0 {
		return remarks{}
	}
	t := *changes[0].RelationType.After
	switch {
	case t.LacksNetwork():
		return remarks{lines: []string{a.words.Say("types.not-direct")}}
	case t.Kind.UsuallyNetwork() && !a.flags.Changed("network") && changes[0].RelationType.Before == nil:
		return remarks{lines: []string{a.words.Say("types.direct-flag")}}
	}
	return remarks{}
}

// fillType reads a relation type from flags. A primary one is exclusive by itself (E1),
// as in the dialog; --exclusive=false is still refused.
func (a *request) fillType(t *domain.RelationType) {
	fill(a, domain.RelationTypeProperties(), t)
	if a.flags.Changed("primary") && !a.flags.Changed("exclusive") {
		t.Exclusive = t.Exclusive || t.Primary
	}
}

// listRelations lists by client, or of one person: what runs before what does not
// count, and primary ones first (E1), as the screen does.
func listRelations(a *request) []listRow {
	all, whose := a.world.Relations(), func(r domain.Relation) domain.PersonID { return r.Client }
	if len(a.args) > 0 {
		of := a.findPerson(a.args[0]).ID
		a.about = a.personName(a.world, of)
		all, whose = a.world.RelationsOf(of), func(domain.Relation) domain.PersonID { return of }
	}
	ended := a.wantsEnded()
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
			first, second = r.Client, a.personName(a.world, r.Person)
		}
		t, counts := a.world.InEffect(r, a.on)
		code, primary, state := runningState, "", ""
		if counts && t.Primary {
			primary = a.words.Field("primary")
		}
		if !counts {
			why := care.StateOn(r, t, a.on)
			code, state = why.String(), a.words.CareState(a.world, care.Past{Line: care.Line{Relation: r}, State: why})
		}
		line := []string{a.words.RelationType(a.world, r.Type), second, primary, a.words.Period(r.Period), state}
		if a.aloud != nil {
			line = append(line, a.words.Say("plain.relation", string(r.ID)))
		} else {
			line = slices.Insert(line, 0, string(r.ID))
		}
		return listRow{r, a.recordLine(a.words.Person(a.world, first), string(first), line...), object{{"state", code}}}
	})
}

func listTypes(a *request) []listRow {
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
	types := slices.Collect(a.world.RelationTypes())
	words.SortBy(types, func(t domain.RelationType) string { return words.SortKey(t.Name) })
	return list(types, func(t domain.RelationType) listRow {
		u := used[t.ID]
		return listRow{t, a.recordLine(t.Name, string(t.ID), a.words.Kind(t.Kind), a.typeFlags(t), a.words.Say("lists.uses", u.running, u.all)),
			object{{"running", u.running}, {"total", u.all}}}
	})
}

// typeFlags names what a type does.
func (a *request) typeFlags(t domain.RelationType) string {
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
