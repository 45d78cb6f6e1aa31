package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

func roleEdits() []edit {
	role := []words.Key{"edits.role-word"}
	about := optionsOf(domain.AccessRoleProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, options: slices.Concat(texts("id"), about), command: func(a *asked) domain.Command {
			var r domain.AccessRole
			id(a, &r.ID)
			a.must("name", "kind")
			fill(a, domain.AccessRoleProperties(), &r)
			return domain.AddAccessRole{Role: r}
		}},
		{verb: "edit", aliases: []string{"wijzig"}, behind: role, options: about, command: func(a *asked) domain.Command {
			r := a.someRole(a.args[0])
			fill(a, domain.AccessRoleProperties(), &r)
			return domain.EditAccessRole{Role: r}
		}},
		{verb: "remove", aliases: []string{"verwijder"}, behind: role, command: func(a *asked) domain.Command {
			return domain.RemoveAccessRole{ID: a.someRole(a.args[0]).ID}
		}},
	}
}

func assignmentEdits() []edit {
	both := []words.Key{"edits.role-word", "cli.person-word"}
	about := optionsOf(domain.AssignmentProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, behind: both, several: true, options: about, command: assign},
		{verb: "edit", aliases: []string{"wijzig"}, behind: both, options: slices.Concat(about, days("since")), command: func(a *asked) domain.Command {
			was := a.assignment(a.someRole(a.args[0]), a.somebody(a.args[1]))
			c := domain.EditAssignment{Key: assignmentKey(was), Assignment: was}
			fill(a, domain.AssignmentProperties(), &c.Assignment)
			return c
		}},
		{verb: "end", aliases: []string{"beëindig", "beeindig"}, behind: both, several: true, options: days("through", "since"), command: func(a *asked) domain.Command {
			c := domain.EndAssignments{Keys: a.assignmentKeys()}
			a.date(&c.Through, "through")
			return c
		}},
		{verb: "remove", aliases: []string{"verwijder"}, behind: both, several: true, options: days("since"), command: func(a *asked) domain.Command {
			return domain.RemoveAssignments{Keys: a.assignmentKeys()}
		}},
	}
}

func assign(a *asked) domain.Command {
	var c domain.Assign
	role := a.someRole(a.args[0])
	for _, typed := range a.args[1:] {
		one := domain.Assignment{Role: role.ID, Person: a.somebody(typed).ID}
		fill(a, domain.AssignmentProperties(), &one)
		c.Assignments = append(c.Assignments, one)
	}
	return c
}

func assignmentKey(a domain.Assignment) domain.AssignmentKey {
	return domain.AssignmentKey{Role: a.Role, Person: a.Person, From: a.From}
}

func (a *asked) assignmentKeys() []domain.AssignmentKey {
	var out []domain.AssignmentKey
	role := a.someRole(a.args[0])
	for _, typed := range a.args[1:] {
		out = append(out, assignmentKey(a.assignment(role, a.somebody(typed))))
	}
	return out
}
