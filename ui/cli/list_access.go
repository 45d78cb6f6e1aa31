package cli

import (
	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

func listRoles(a *asked) []listRow {
	var roles []domain.AccessRole
	for role := range a.world.AccessRoles() {
		roles = append(roles, role)
	}
	words.SortBy(roles, func(role domain.AccessRole) string { return words.SortKey(role.Name) })
	return list(roles, func(role domain.AccessRole) listRow {
		tasks := a.words.Say("lists.no-tasks")
		if len(role.Tasks) > 0 {
			tasks = a.words.Say("lists.tasks", a.words.List(cleaned(role.Tasks)))
		}
		kinds := [...]words.Key{"access.manual", "access.by-relation", "access.standard"}
		what := a.words.Say("lists.scope", a.words.Say(kinds[role.Kind]), a.scope(role), tasks)
		return listRow{role, a.line(role.Name, string(role.ID), a.off(role), what), nil}
	})
}

func (a *asked) off(role domain.AccessRole) string {
	if !role.SwitchedOff {
		return ""
	}
	return a.words.Say("types.off-word")
}

// scope says over whom an access role reaches. One that comes with a relation
// reaches by relation, whatever else its scope says (A1).
func (a *asked) scope(role domain.AccessRole) string {
	kind := role.Scope.Kind
	if role.Kind == domain.RelationAccess {
		kind = domain.RelationScope
	}
	places, types := role.Scope.Locations, role.Scope.RelationTypes
	switch {
	case kind == domain.AllClients:
		return a.words.Say("access.reach-all")
	case kind == domain.LocationScope && len(places) == 0:
		return a.words.Say("access.reach-own")
	case kind == domain.LocationScope:
		return a.words.Say("access.reach-places", len(places), a.words.List(cleaned(places)))
	case kind == domain.RelationScope && len(types) == 0:
		return a.words.Say("access.reach-no-types")
	case kind == domain.RelationScope:
		names := list(types, func(id domain.RelationTypeID) string { return a.words.RelationType(a.world, id) })
		return a.words.Say("access.reach-types", len(types), a.words.List(names))
	}
	return a.words.Say("access.reach-none")
}

// listAssignments lists those of everybody, of one access role or of one person.
func listAssignments(a *asked) []listRow {
	about := a.about()
	ended := a.alsoEnded()
	var assignments []domain.Assignment
	for one := range a.world.Assignments() {
		if about(one) && (ended || one.Covers(a.on)) {
			assignments = append(assignments, one)
		}
	}
	words.SortBy(assignments, func(one domain.Assignment) string {
		role, _ := a.world.AccessRole(one.Role)
		return words.SortKey(role.Name) + "\x00" + a.nameKey(one.Person) + "\x00" + one.Key()
	})
	return list(assignments, func(one domain.Assignment) listRow {
		role, _ := a.world.AccessRole(one.Role)
		state := a.state(one.Period, one.Person)
		return listRow{one, a.line(role.Name, string(one.Role), a.off(role), a.who(a.world, one.Person), a.words.Period(one.Period), a.stateWord(state)),
			object{{"state", state}}}
	})
}

// about reads whom or which access role assignments are asked of. A role wins
// from a person of the same name; the person has an id.
func (a *asked) about() func(domain.Assignment) bool {
	if len(a.args) == 0 {
		return func(domain.Assignment) bool { return true }
	}
	wanted := words.Fold(a.args[0])
	for role := range a.world.AccessRoles() {
		if string(role.ID) == a.args[0] || wanted != "" && words.Fold(role.Name) == wanted {
			meant := a.someRole(a.args[0]).ID
			return func(one domain.Assignment) bool { return one.Role == meant }
		}
	}
	meant := a.somebody(a.args[0]).ID
	return func(one domain.Assignment) bool { return one.Person == meant }
}

// answer is a reading as a record, which a set-up keeps in another form.
type answer struct{ domain.Reading }

// Key is the name of the reading in the exchange form.
func (n answer) Key() string { return n.String() }

// listReadings leaves out those that have no effect yet.
func listReadings(a *asked) []listRow {
	said := func(yes bool) string {
		if yes {
			return a.words.Say("word.yes")
		}
		return a.words.Say("word.no")
	}
	return list(domain.AllReadings()[:domain.ReadNewsGroupReachesHidden], func(r domain.Reading) listRow {
		on := a.world.Readings().On(r)
		return listRow{answer{r}, a.words.Say("lists.reading", a.words.ReadingRule(r), r.String(), a.words.ReadingQuestion(r), said(on), said(r.Default())),
			object{{"reading", r.String()}, {"rule", a.words.ReadingRule(r)}, {"answer", on}, {"default", r.Default()}}}
	})
}
