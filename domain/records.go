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
	t := noTables.fork()
	for _, k := range kinds {
		k.load(t, &r)
	}

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
		t.relationsAbout.Load(ends[from].person, &links[Relation]{list: list[from:to:to]})
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

// fillIndex takes a list ordered by group and cuts it up by it.
func fillIndex[K ~string, T any](x *index[K, T], list []*T, group func(*T) K) {
	for from := 0; from < len(list); {
		to := from
		for to < len(list) && group(list[to]) == group(list[from]) {
			to++
		}
		x.Load(group(list[from]), &links[T]{list: slices.Clone(list[from:to])})
		from = to
	}
}

// Records returns every record, each list ordered by key.
func (w World) Records() Records {
	var out Records
	for _, k := range kinds {
		k.unload(w.tables(), &out)
	}
	return out
}

// Room makes the list of a noun as long as size and returns pointers to its
// records, which are zero: whoever reads records from elsewhere fills them in.
// Lists of different nouns may be made and filled side by side.
func (r *Records) Room(n Noun, size int) []Keyed { return kinds[n].room(r, size) }
