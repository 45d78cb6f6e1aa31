package cli

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

type ground = sight.Ground

// groundJSON is a ground as data: the rule, and the group or client and
// relations through which it holds.
type groundJSON struct {
	Rule     string            `json:"rule"`
	Group    domain.GroupID    `json:"group,omitempty"`
	Client   domain.PersonID   `json:"client,omitempty"`
	Relation domain.RelationID `json:"relation,omitempty"`
	Other    domain.RelationID `json:"other,omitempty"`
}

func grounds(of []ground) []groundJSON {
	return list(of, func(g ground) groundJSON {
		return groundJSON{g.Rule.String(), g.Group, g.Client, g.Relation, g.Other}
	})
}

// union returns every ground of the lists once, in order of rule and place: one
// relation lets two people both see and message each other.
func union(lists ...[]ground) []ground {
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b ground) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Group, b.Group), cmp.Compare(a.Client, b.Client),
			cmp.Compare(a.Relation, b.Relation), cmp.Compare(a.Other, b.Other))
	})
	return slices.Compact(all)
}
