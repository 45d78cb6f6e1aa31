package exchange

import "zichtlijn/domain"

func memberships() noun[domain.Membership] {
	type T = domain.Membership
	return noun[T]{
		noun:    domain.MembershipNoun,
		section: "memberships",
		properties: []property[T]{
			on("group", func(m *T) *domain.GroupID { return &m.Group }, id[domain.GroupID]()).must().asKey(),
			on("person", func(m *T) *domain.PersonID { return &m.Person }, id[domain.PersonID]()).must().asKey(),
			on("role", func(m *T) *domain.Role { return &m.Role }, choice(WrongRole, domain.MemberRoles())),
			on("from", func(m *T) *domain.Date { return &m.From }, date()).asKey(),
			on("through", func(m *T) *domain.Date { return &m.Through }, date()),
		},
		twice:  MemberTwice,
		all:    domain.World.Memberships,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{Membership: s} },
	}
}
