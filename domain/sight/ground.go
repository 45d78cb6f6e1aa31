package sight

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// Ground is why something holds: a clause, and the group or the client and
// relations through which it does.
type Ground struct {
	Clause
	Group    domain.GroupID
	Client   domain.PersonID   // whose network
	Relation domain.RelationID // N2: the relation; N3: the viewer's
	Other    domain.RelationID // N3: the other's
}

// Short returns the rule with the group or client, such as G3:G5 or N3:P14: the
// form of the matrix.
func (g Ground) Short() string {
	if g.Group != "" {
		return g.Rule.String() + ":" + string(g.Group)
	}
	return g.Rule.String() + ":" + string(g.Client)
}

func compareGrounds(a, b Ground) int {
	if c := cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Group, b.Group)); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Client, b.Client), cmp.Compare(a.Relation, b.Relation), cmp.Compare(a.Other, b.Other))
}

// Shorts returns the short forms of all grounds, sorted, each once.
func Shorts(lists ...[]Ground) []string {
	out := []string{}
	for _, list := range lists {
		for _, g := range list {
			out = append(out, g.Short())
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
