package exchange

import "zichtlijn/domain"

func persons() noun[domain.Person] {
	type T = domain.Person
	return noun[T]{
		noun:    domain.PersonNoun,
		section: "persons",
		properties: []property[T]{
			on("id", func(p *T) *domain.PersonID { return &p.ID }, id[domain.PersonID]()).must().asKey(),
			on("number", func(p *T) *string { return &p.Number }, line(32)),
			on("role", func(p *T) *domain.Role { return &p.Role }, choice(WrongRole, domain.Roles())).must(),
			on("givenName", func(p *T) *string { return &p.GivenName }, name()).must(),
			on("initials", func(p *T) *string { return &p.Initials }, line(20)),
			on("familyNamePrefix", func(p *T) *string { return &p.FamilyNamePrefix }, line(30)),
			on("familyName", func(p *T) *string { return &p.FamilyName }, name()).must(),
			on("displayName", func(p *T) *string { return &p.DisplayName }, name()),
			on("userName", func(p *T) *string { return &p.UserName }, word(100)),
			on("email", func(p *T) *string { return &p.Email }, email()),
			on("birthDate", func(p *T) *domain.Date { return &p.BirthDate }, date()),
			on("location", func(p *T) *string { return &p.Location }, line(nameLength)),
			on("function", func(p *T) *string { return &p.Function }, line(nameLength)),
			activity(),
			on("note", func(p *T) *string { return &p.Note }, note()),
		},
		twice:  RecordTwice,
		all:    domain.World.Persons,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{Person: s} },
	}
}
