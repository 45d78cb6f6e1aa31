package domain

import (
	"cmp"
	"slices"
)

// Records are all records of a World, each list ordered by key: the form in which
// a store reads them and an exchange form writes them.
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

// NewWorld returns the World of records, each list ordered by Key. It judges
// nothing, and is faster than With for many records. The lists belong to the World
// from then on.
func NewWorld(r Records) World {
	t := noTables.next()
	for n, k := range kinds {
		t.fork(Noun(n))
		k.load(t, &r)
	}

	byPerson := make([]filed[PersonID, Membership], 0, len(r.Memberships))
	for i := range r.Memberships {
		m := &r.Memberships[i]
		byPerson = append(byPerson, filed[PersonID, Membership]{m.Person, m})
	}
	about := make([]filed[PersonID, Relation], 0, 2*len(r.Relations))
	for i := range r.Relations {
		n := &r.Relations[i]
		about = append(about, filed[PersonID, Relation]{n.Client, n}, filed[PersonID, Relation]{n.Person, n})
	}
	t.membershipsOf.fill(byPerson, compareMemberships)
	t.relationsAbout.fill(about, compareRelations)
	return World{t}
}

// filed is a record and the key under which an index has it.
type filed[K ~string, T any] struct {
	key    K
	record *T
}

// fill puts records into an empty index, each list in the order of compare.
func (x *index[K, T]) fill(all []filed[K, T], compare func(a, b *T) int) {
	slices.SortFunc(all, func(a, b filed[K, T]) int {
		return cmp.Or(cmp.Compare(a.key, b.key), compare(a.record, b.record))
	})
	records := make([]*T, len(all))
	for i, f := range all {
		records[i] = f.record
	}
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].key == all[from].key {
			to++
		}
		x.Load(all[from].key, &links[T]{list: records[from:to:to]})
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

// Allocate makes the list of a noun and returns pointers to its zero records, to be
// filled in. Different nouns may be allocated and filled concurrently.
func (r *Records) Allocate(n Noun, size int) []Keyed { return kinds[n].allocate(r, size) }
