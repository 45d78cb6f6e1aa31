package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

func roleEdits() []edit {
	role := []words.Key{"edits.role-word"}
	about := slices.Concat(texts("name"), oneOf("kind", domain.AccessKinds()), lists("edits.text-word", "tasks"),
		oneOf("scope", domain.ScopeKinds()), lists("edits.text-word", "locations"), lists("edits.type-word", "relationTypes"), yesNo("active"))
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, options: slices.Concat(texts("id"), about), command: func(a *asked) domain.Command {
			var r domain.AccessRole
			id(a, &r.ID)
			a.must("name", "kind")
			a.aboutRole(&r)
			return domain.AddAccessRole{Role: r}
		}},
		{verb: "edit", aliases: []string{"wijzig"}, behind: role, options: about, command: func(a *asked) domain.Command {
			r := a.someRole(a.args[0])
			a.aboutRole(&r)
			return domain.EditAccessRole{Role: r}
		}},
		{verb: "remove", aliases: []string{"verwijder"}, behind: role, command: func(a *asked) domain.Command {
			return domain.RemoveAccessRole{ID: a.someRole(a.args[0]).ID}
		}},
	}
}

func (a *asked) aboutRole(r *domain.AccessRole) {
	a.text(&r.Name, "name")
	choose(a, &r.Kind, "kind", domain.AccessKinds())
	a.texts(&r.Tasks, "tasks")
	choose(a, &r.Scope.Kind, "scope", slices.Concat(domain.ScopeKinds(), []domain.ScopeKind{domain.NoScope}))
	a.texts(&r.Scope.Locations, "locations")
	if given, ok := a.all("relationTypes"); ok {
		r.Scope.RelationTypes = nil
		for _, typed := range given {
			r.Scope.RelationTypes = append(r.Scope.RelationTypes, a.someType(typed).ID)
		}
	}
	a.active(&r.SwitchedOff)
}

func assignmentEdits() []edit {
	both := []words.Key{"edits.role-word", "cli.person-word"}
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, behind: both, several: true, options: days("from", "through"), command: assign},
		{verb: "edit", aliases: []string{"wijzig"}, behind: both, options: days("from", "through", "since"), command: func(a *asked) domain.Command {
			was := a.assignment(a.someRole(a.args[0]), a.somebody(a.args[1]))
			c := domain.EditAssignment{Key: assignmentKey(was), Assignment: was}
			a.period(&c.Assignment.Period)
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
		a.period(&one.Period)
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
