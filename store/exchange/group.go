package exchange

import "zichtlijn/domain"

func groups() noun[domain.Group] {
	type T = domain.Group
	return noun[T]{
		noun:    domain.GroupNoun,
		section: "groups",
		properties: []property[T]{
			on("id", func(g *T) *domain.GroupID { return &g.ID }, id[domain.GroupID]()).must().asKey(),
			on("name", func(g *T) *string { return &g.Name }, name()).must(),
			on("visibility", func(g *T) *domain.Visibility { return &g.Visibility }, choice(WrongVisibility, domain.Visibilities())),
			on("location", func(g *T) *string { return &g.Location }, line(nameLength)),
			on("newsGroup", func(g *T) *string { return &g.NewsGroup }, line(nameLength)),
			on("description", func(g *T) *string { return &g.Description }, note()),
		},
		twice:  RecordTwice,
		all:    domain.World.Groups,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{Group: s} },
	}
}
