package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

func roleEdits() []edit {
	role := []words.Key{"edits.role-word"}
	about := propertyOptions(domain.AccessRoleProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, options: slices.Concat(textOptions("id"), about), command: func(a *request) domain.Command {
			var r domain.AccessRole
			setID(a, &r.ID)
			a.require("name", "kind")
			fill(a, domain.AccessRoleProperties(), &r)
			return domain.AddAccessRole{Role: r}
		}},
		{verb: "edit", aliases: []string{"wijzig"}, arguments: role, options: about, command: func(a *request) domain.Command {
			r := a.findRole(a.args[0])
			fill(a, domain.AccessRoleProperties(), &r)
			return domain.EditAccessRole{Role: r}
		}},
		{verb: "remove", aliases: []string{"verwijder"}, arguments: role, command: func(a *request) domain.Command {
			return domain.RemoveAccessRole{ID: a.findRole(a.args[0]).ID}
		}},
	}
}

func assignmentEdits() []edit {
	both := []words.Key{"edits.role-word", "cli.person-word"}
	about := propertyOptions(domain.AssignmentProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, arguments: both, several: true, options: about, command: assign},
		{verb: "edit", aliases: []string{"wijzig"}, arguments: both, options: slices.Concat(about, dateOptions("since")), command: func(a *request) domain.Command {
			was := a.findAssignment(a.findRole(a.args[0]), a.findPerson(a.args[1]))
			c := domain.EditAssignment{Key: assignmentKey(was), Assignment: was}
			fill(a, domain.AssignmentProperties(), &c.Assignment)
			return c
		}},
		{verb: "end", aliases: []string{"beëindig", "beeindig"}, arguments: both, several: true, options: dateOptions("through", "since"), command: func(a *request) domain.Command {
			c := domain.EndAssignments{Keys: a.assignmentKeys()}
			a.setDate(&c.Through, "through")
			return c
		}},
		{verb: "remove", aliases: []string{"verwijder"}, arguments: both, several: true, options: dateOptions("since"), command: func(a *request) domain.Command {
			return domain.RemoveAssignments{Keys: a.assignmentKeys()}
		}},
	}
}

func assign(a *request) domain.Command {
	var c domain.Assign
	role := a.findRole(a.args[0])
	for _, typed := range a.args[1:] {
		one := domain.Assignment{Role: role.ID, Person: a.findPerson(typed).ID}
		fill(a, domain.AssignmentProperties(), &one)
		c.Assignments = append(c.Assignments, one)
	}
	return c
}

func assignmentKey(a domain.Assignment) domain.AssignmentKey {
	return domain.AssignmentKey{Role: a.Role, Person: a.Person, From: a.From}
}

func (a *request) assignmentKeys() []domain.AssignmentKey {
	var out []domain.AssignmentKey
	role := a.findRole(a.args[0])
	for _, typed := range a.args[1:] {
		out = append(out, assignmentKey(a.findAssignment(role, a.findPerson(typed))))
	}
	return out
}

func listRoles(a *request) []listRow {
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
		what := a.words.Say("lists.scope", a.words.Say(kinds[role.Kind]), a.scopeWords(role), tasks)
		return listRow{role, a.recordLine(role.Name, string(role.ID), a.offWord(role), what), nil}
	})
}

func (a *request) offWord(role domain.AccessRole) string {
	if !role.SwitchedOff {
		return ""
	}
	return a.words.Say("types.off-word")
}

// scope says over whom an access role reaches. One that comes with a relation
// reaches by relation, whatever else its scope says (A1).
func (a *request) scopeWords(role domain.AccessRole) string {
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
func listAssignments(a *request) []listRow {
	about := a.assignmentFilter()
	ended := a.wantsEnded()
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
		state := a.stateOn(one.Period, one.Person)
		return listRow{one, a.recordLine(role.Name, string(one.Role), a.offWord(role), a.personName(a.world, one.Person), a.words.Period(one.Period), a.stateWord(state)),
			object{{"state", state}}}
	})
}

// about reads whom or which access role assignments are asked of. A role wins
// from a person of the same name; the person has an id.
func (a *request) assignmentFilter() func(domain.Assignment) bool {
	if len(a.args) == 0 {
		return func(domain.Assignment) bool { return true }
	}
	wanted := words.Fold(a.args[0])
	for role := range a.world.AccessRoles() {
		if string(role.ID) == a.args[0] || wanted != "" && words.Fold(role.Name) == wanted {
			meant := a.findRole(a.args[0]).ID
			return func(one domain.Assignment) bool { return one.Role == meant }
		}
	}
	meant := a.findPerson(a.args[0]).ID
	return func(one domain.Assignment) bool { return one.Person == meant }
}

// answer is a reading as a record, which a set-up keeps in another form.
type readingRow struct{ domain.Reading }

// Key is the name of the reading in the exchange form.
func (n readingRow) Key() string { return n.String() }

// listReadings leaves out those that have no effect yet.
func listReadings(a *request) []listRow {
	said := func(yes bool) string {
		if yes {
			return a.words.Say("word.yes")
		}
		return a.words.Say("word.no")
	}
	return list(domain.AllReadings()[:domain.ReadNewsGroupReachesHidden], func(r domain.Reading) listRow {
		on := a.world.Readings().On(r)
		return listRow{readingRow{r}, a.words.Say("lists.reading", a.words.ReadingRule(r), r.String(), a.words.ReadingQuestion(r), said(on), said(r.Default())),
			object{{"reading", r.String()}, {"rule", a.words.ReadingRule(r)}, {"answer", on}, {"default", r.Default()}}}
	})
}
