package exchange

import "zichtlijn/domain"

func accessRoles() noun[domain.AccessRole] {
	type T = domain.AccessRole
	return noun[T]{
		noun:    domain.AccessRoleNoun,
		section: "accessRoles",
		properties: []property[T]{
			on("id", func(a *T) *domain.AccessRoleID { return &a.ID }, id[domain.AccessRoleID]()).must().asKey(),
			on("name", func(a *T) *string { return &a.Name }, name()).must(),
			on("kind", func(a *T) *domain.AccessKind { return &a.Kind }, choice(WrongChoice, domain.AccessKinds())).must(),
			on("tasks", func(a *T) *[]string { return &a.Tasks }, distinct(line(nameLength))).must(),
			on("scope", func(a *T) *domain.Scope { return &a.Scope }, scope()),
			on("active", func(a *T) *bool { return &a.SwitchedOff }, negated()),
		},
		twice:  RecordTwice,
		all:    domain.World.AccessRoles,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{AccessRole: s} },
	}
}

func scope() form[domain.Scope] {
	type S = domain.Scope
	return inside([]property[S]{
		on("kind", func(s *S) *domain.ScopeKind { return &s.Kind }, choice(WrongChoice, domain.ScopeKinds())).must(),
		on("locations", func(s *S) *[]string { return &s.Locations }, several(line(nameLength))),
		on("relationTypes", func(s *S) *[]domain.RelationTypeID { return &s.RelationTypes }, several(id[domain.RelationTypeID]())),
	}, func(s S) bool { return s.Kind == domain.NoScope })
}

func assignments() noun[domain.Assignment] {
	type T = domain.Assignment
	return noun[T]{
		noun:    domain.AssignmentNoun,
		section: "roleAssignments",
		properties: []property[T]{
			on("role", func(a *T) *domain.AccessRoleID { return &a.Role }, id[domain.AccessRoleID]()).must().asKey(),
			on("person", func(a *T) *domain.PersonID { return &a.Person }, id[domain.PersonID]()).must().asKey(),
			on("from", func(a *T) *domain.Date { return &a.From }, date()).asKey(),
			on("through", func(a *T) *domain.Date { return &a.Through }, date()),
		},
		twice:  RecordTwice,
		all:    domain.World.Assignments,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{Assignment: s} },
	}
}
