package domain

import (
	"cmp"
	"slices"
)

// Records are all records of a World, each list ordered by key: what a store
// reads at once and an exchange form writes.
type Records struct {
	Institution    []Institution // none or one
	AcceptedSignal []AcceptedSignal
	Persons        []Person
	Groups         []Group
	Memberships    []Membership
	RelationTypes  []RelationType
	Relations      []Relation
	AccessRoles    []AccessRole
	Assignments    []Assignment
	Shifts         []Shift
	Agreements     []Agreement
}

// NewWorld returns the World of the given records, each list ordered by Key,
// without judging them. It is the fast way in for many at once; the lists belong
// to the World from then on.
func NewWorld(r Records) World {
	t := &tables{}
	fill(&t.institution, r.Institution)
	fill(&t.accepted, r.AcceptedSignal)
	fill(&t.persons, r.Persons)
	fill(&t.groups, r.Groups)
	fill(&t.memberships, r.Memberships)
	fill(&t.relationTypes, r.RelationTypes)
	fill(&t.relations, r.Relations)
	fill(&t.accessRoles, r.AccessRoles)
	fill(&t.assignments, r.Assignments)
	fill(&t.shifts, r.Shifts)
	fill(&t.agreements, r.Agreements)

	members := pointers(r.Memberships)
	slices.SortFunc(members, compareMemberships)
	fillIndex(&t.membersOf, members, func(m *Membership) GroupID { return m.Group })
	slices.SortStableFunc(members, func(a, b *Membership) int { return cmp.Compare(a.Person, b.Person) })
	fillIndex(&t.membershipsOf, members, func(m *Membership) PersonID { return m.Person })

	fillRelations(t, pointers(r.Relations))
	return World{t}
}

// fillRelations files each relation under both of its people.
func fillRelations(t *tables, relations []*Relation) {
	type end struct {
		person   PersonID
		relation *Relation
	}
	ends := make([]end, 0, 2*len(relations))
	for _, r := range relations {
		ends = append(ends, end{r.Client, r}, end{r.Person, r})
	}
	slices.SortFunc(ends, func(a, b end) int {
		return cmp.Or(cmp.Compare(a.person, b.person), compareRelations(a.relation, b.relation))
	})
	list := make([]*Relation, len(ends))
	for i, e := range ends {
		list[i] = e.relation
	}
	for from := 0; from < len(ends); {
		to := from
		for to < len(ends) && ends[to].person == ends[from].person {
			to++
		}
		t.relationsAbout.Load(ends[from].person, slices.Clip(list[from:to]))
		from = to
	}
}

func pointers[T any](list []T) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

func fill[T Keyed](t *table[T], list []T) {
	for i := range list {
		t.Load(list[i].Key(), &list[i])
	}
}

// fillIndex takes a list ordered by group and cuts it up by it.
func fillIndex[K ~string, T any](x *index[K, T], list []*T, group func(*T) K) {
	for from := 0; from < len(list); {
		to := from
		for to < len(list) && group(list[to]) == group(list[from]) {
			to++
		}
		x.Load(group(list[from]), slices.Clip(slices.Clone(list[from:to])))
		from = to
	}
}

// Records returns every record, each list ordered by key.
func (w World) Records() Records {
	t := w.tables()
	return Records{
		Institution:    slices.Collect(all(&t.institution)),
		AcceptedSignal: slices.Collect(all(&t.accepted)),
		Persons:        slices.Collect(all(&t.persons)),
		Groups:         slices.Collect(all(&t.groups)),
		Memberships:    slices.Collect(all(&t.memberships)),
		RelationTypes:  slices.Collect(all(&t.relationTypes)),
		Relations:      slices.Collect(all(&t.relations)),
		AccessRoles:    slices.Collect(all(&t.accessRoles)),
		Assignments:    slices.Collect(all(&t.assignments)),
		Shifts:         slices.Collect(all(&t.shifts)),
		Agreements:     slices.Collect(all(&t.agreements)),
	}
}
