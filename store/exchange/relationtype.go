package exchange

import (
	"cmp"

	"zichtlijn/domain"
)

func relationTypes() noun[domain.RelationType] {
	type T = domain.RelationType
	f := noun[T]{
		noun:    domain.RelationTypeNoun,
		section: "relationTypes",
		properties: []property[T]{
			on("id", func(t *T) *domain.RelationTypeID { return &t.ID }, id[domain.RelationTypeID]()).must().asKey(),
			on("name", func(t *T) *string { return &t.Name }, name()).must(),
			on("kind", func(t *T) *domain.Kind { return &t.Kind }, choice(WrongChoice, domain.Kinds())).must(),
			on("primary", func(t *T) *bool { return &t.Primary }, flag()),
			on("exclusive", func(t *T) *bool { return &t.Exclusive }, flag()),
			on("relevant", func(t *T) *bool { return &t.Relevant }, flag()),
			on("negative", func(t *T) *bool { return &t.Negative }, flag()),
			on("legal", func(t *T) *bool { return &t.Legal }, flag()),
			on("vbmResponsible", func(t *T) *bool { return &t.VBMResponsible }, flag()),
			on("network", func(t *T) *bool { return &t.Network }, flag()),
			on("active", func(t *T) *bool { return &t.SwitchedOff }, negated()),
		},
		twice:  RecordTwice,
		all:    domain.World.RelationTypes,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{RelationType: s} },
	}
	// E1: a file says that a primary type is exclusive, also where the set-up
	// knows it already. Everything else of the flags the domain judges.
	f.rules = func(r *reader, n *node, p *patch[T]) {
		if p.values.Primary && !p.values.Exclusive {
			at := cmp.Or(n.member("exclusive"), n)
			r.in(step{key: "exclusive"}, func() { r.refuseValue(at, PrimaryNeedsExclusive, p.values.Name) })
		}
	}
	return f
}
