package exchange

import (
	"strconv"
	"strings"

	"zichtlijn/domain"
)

func relations() noun[domain.Relation] {
	type T = domain.Relation
	all := withID(domain.RelationNoun, func(r *T) *domain.RelationID { return &r.ID }, append(domain.RelationProperties(),
		domain.OneProperty("replacedBy", domain.RelationNoun, func(r *T) *domain.RelationID { return &r.ReplacedBy }),
		domain.FlagProperty("withdrawn", func(r *T) *bool { return &r.Withdrawn })))
	all[0].required = false // see identify
	return noun[T]{
		noun: domain.RelationNoun, section: "relations", key: []string{"id"},
		properties: inOrder(all, "", "note"),
		twice:      RecordTwice,
		all:        domain.World.Relations,
		change:     func(s *domain.Swap[T]) domain.Change { return domain.Change{Relation: s} },
		prepare:    identify,
	}
}

// sameRelation tells relations apart that have no id. Withdrawn ones never began
// and are never taken for one that did.
type sameRelation struct {
	client, person domain.PersonID
	kind           domain.RelationTypeID
	from           domain.Date
	withdrawn      bool
}

func relationLike(r domain.Relation) sameRelation {
	return sameRelation{r.Client, r.Person, r.Type, r.From, r.Withdrawn}
}

// identify gives an id to every relation that has none: that of the relation
// between the same two, of the same type and first day, so that a file that is
// read twice changes nothing; else the next free R and number, in the order of
// the files, above every one in the set-up and in them.
func identify(m *merger, patches []patch[domain.Relation]) {
	top := relationNumber(m.world.Next(domain.RelationNoun)) - 1
	nameless := false
	for _, p := range patches {
		top = max(top, relationNumber(string(p.values.ID)))
		nameless = nameless || p.values.ID == ""
	}
	if !nameless {
		return
	}
	known := map[sameRelation]domain.RelationID{}
	for r := range m.world.Relations() {
		if _, taken := known[relationLike(r)]; !taken {
			known[relationLike(r)] = r.ID
		}
	}
	for i := range patches {
		p := &patches[i]
		if p.nameless {
			continue
		}
		like := relationLike(p.values)
		same, taken := known[like]
		switch {
		case p.values.ID != "" && taken:
			continue
		case taken:
			p.values.ID = same
		case p.values.ID == "":
			top++
			p.values.ID = domain.RelationID("R" + strconv.Itoa(top))
		}
		known[like] = p.values.ID
		p.given |= firstProperty
	}
}

// relationNumber returns the number of an id such as R73; 0 for any other id,
// and for numbers that nobody counts up to.
func relationNumber(id string) int {
	digits, ok := strings.CutPrefix(id, "R")
	if !ok {
		return 0
	}
	n, err := strconv.ParseUint(digits, 10, 40)
	if err != nil {
		return 0
	}
	return int(n)
}
