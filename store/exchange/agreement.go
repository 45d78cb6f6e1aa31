package exchange

import "zichtlijn/domain"

func agreements() noun[domain.Agreement] {
	type T = domain.Agreement
	most := on("visibility", func(a *T) *domain.Visibility { return &a.MostVisible }, choice(WrongVisibility, domain.Visibilities()))
	// Hidden is the strictest promise of all, so here it is never left out.
	written := most.write
	most.write = func(a *T) (node, bool) {
		n, set := written(a)
		return n, set || a.Kind == domain.GroupAtMost
	}
	f := noun[T]{
		noun:    domain.AgreementNoun,
		section: "agreements",
		properties: []property[T]{
			on("id", func(a *T) *domain.AgreementID { return &a.ID }, id[domain.AgreementID]()).must().asKey(),
			on("kind", func(a *T) *domain.AgreementKind { return &a.Kind }, choice(WrongChoice, domain.AgreementKinds())).must(),
			on("viewer", func(a *T) *domain.PersonID { return &a.Viewer }, id[domain.PersonID]()),
			on("other", func(a *T) *domain.PersonID { return &a.Other }, id[domain.PersonID]()),
			on("group", func(a *T) *domain.GroupID { return &a.Group }, id[domain.GroupID]()),
			most,
			on("role", func(a *T) *domain.Role { return &a.Role }, choice(WrongRole, domain.Roles())),
			on("note", func(a *T) *string { return &a.Note }, note()),
		},
		twice:  RecordTwice,
		all:    domain.World.Agreements,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{Agreement: s} },
	}
	f.rules = func(r *reader, n *node, p *patch[T]) {
		if !f.has(p, "kind") {
			return
		}
		for _, key := range partsOf(p.values.Kind) {
			if n.member(key) == nil {
				r.absent(n, key)
			}
		}
	}
	return f
}

// partsOf returns what a promise of that kind has to name.
func partsOf(k domain.AgreementKind) []string {
	switch k {
	case domain.GroupAtMost:
		return []string{"group", "visibility"}
	case domain.NoRoleInGroup:
		return []string{"group", "role"}
	default:
		return []string{"viewer", "other"}
	}
}
