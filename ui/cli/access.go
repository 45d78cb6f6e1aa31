package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

func roleVerbs() []verb {
	role := []words.Key{"edits.role-word"}
	about := propertyOptions(domain.AccessRoleProperties())
	return []verb{
		{name: "add", options: slices.Concat(textOptions("id"), about), command: func(a *request) domain.Command {
			var r domain.AccessRole
			setID(a, &r.ID)
			a.require("name", "kind")
			fill(a, domain.AccessRoleProperties(), &r)
			return domain.AddAccessRole{Role: r}
		}},
		{name: "edit", arguments: role, options: about, command: func(a *request) domain.Command {
			r := a.findRole(a.args[0])
			fill(a, domain.AccessRoleProperties(), &r)
			return domain.EditAccessRole{Role: r}
		}},
		{name: "remove", arguments: role, command: func(a *request) domain.Command {
			return domain.RemoveAccessRole{ID: a.findRole(a.args[0]).ID}
		}},
		{name: listVerb, rows: listRoles},
	}
}

func assignmentVerbs() []verb {
	both := []words.Key{"edits.role-word", "cli.person-word"}
	about := propertyOptions(domain.AssignmentProperties())
	return []verb{
		{name: "add", arguments: both, several: true, options: about, command: assign},
		{name: "edit", arguments: both, options: slices.Concat(about, dateOptions("since")), command: func(a *request) domain.Command {
			was := a.findAssignment(a.findRole(a.args[0]), a.findPerson(a.args[1]))
			c := domain.EditAssignment{Key: assignmentKey(was), Assignment: was}
			fill(a, domain.AssignmentProperties(), &c.Assignment)
			return c
		}},
		{name: "end", arguments: both, several: true, options: dateOptions("through", "since"), command: func(a *request) domain.Command {
			c := domain.EndAssignments{Keys: a.assignmentKeys()}
			a.setDate(&c.Through, "through")
			return c
		}},
		{name: "remove", arguments: both, several: true, options: dateOptions("since"), command: func(a *request) domain.Command {
			return domain.RemoveAssignments{Keys: a.assignmentKeys()}
		}},
		{name: listVerb, arguments: []words.Key{"lists.about-word"}, optional: true, options: boolOptions("ended"), rows: listAssignments},
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
	roles := slices.Collect(a.world.AccessRoles())
	words.SortBy(roles, func(role domain.AccessRole) string { return words.SortKey(role.Name) })
	return list(roles, func(role domain.AccessRole) listRow {
		tasks := a.words.Say("lists.no-tasks")
		if len(role.Tasks) > 0 {
			tasks = a.words.Say("lists.tasks", a.words.List(words.CleanAll(role.Tasks)))
		}
		what := a.words.Say("lists.scope", a.words.AccessKind(role.Kind), a.words.ScopeShort(a.world, role), tasks)
		return listRow{role, a.recordLine(role.Name, string(role.ID), a.offWord(role), what), nil}
	})
}

func (a *request) offWord(role domain.AccessRole) string {
	if !role.SwitchedOff {
		return ""
	}
	return a.words.Say("types.off-word")
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

// assignmentFilter reads which person or access role assignments are asked for. A role
// goes before a person of the same name: the person can be named by id.
func (a *request) assignmentFilter() func(domain.Assignment) bool {
	if len(a.args) == 0 {
		return func(domain.Assignment) bool { return true }
	}
	wanted := domain.LookUp(a.args[0])
	for role := range a.world.AccessRoles() {
		if string(role.ID) == a.args[0] || wanted != "" && domain.LookUp(role.Name) == wanted {
			meant := a.findRole(a.args[0]).ID
			a.about = a.words.Say("cli.named", a.words.AccessRole(a.world, meant), string(meant))
			return func(one domain.Assignment) bool { return one.Role == meant }
		}
	}
	meant := a.findPerson(a.args[0]).ID
	a.about = a.personName(a.world, meant)
	return func(one domain.Assignment) bool { return one.Person == meant }
}
