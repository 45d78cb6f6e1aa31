package scene

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"sync"

	"zichtlijn/domain"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Roster is the order in which lists show the people, groups and types of one World.
// Nothing writes to it once it is made, so goroutines may share it.
//
// Collating ten thousand names takes a tenth of a second, so it happens once, when a
// set-up is opened. The Roster after an edit is made from the one before, and collates
// only the names that changed.
type Roster struct {
	keys   map[string]string // by name, the key of the collation
	ranks  func() map[domain.PersonID]int32
	people []domain.Person
	groups []domain.Group
	types  []domain.RelationType
}

// NewRoster returns the order of a world; before may be nil.
func NewRoster(w domain.World, before *Roster) *Roster {
	if before == nil {
		before = &Roster{}
	}
	k := collation{before: before.keys}
	r := &Roster{}
	r.people = order[domain.Person]{
		now: w.Persons(), count: w.Count(domain.PersonNoun), key: k.person,
		current: func(p domain.Person) (domain.Person, bool) { return w.Person(p.ID) },
		same:    func(a, b domain.Person) bool { return nameOf(a) == nameOf(b) },
	}.sortedFrom(before.people)
	r.groups = order[domain.Group]{
		now: w.Groups(), count: w.Count(domain.GroupNoun), key: func(g domain.Group) string { return k.text(g.Name) },
		current: func(g domain.Group) (domain.Group, bool) { return w.Group(g.ID) },
		same:    func(a, b domain.Group) bool { return a.Name == b.Name },
	}.sortedFrom(before.groups)
	r.types = order[domain.RelationType]{
		now: w.RelationTypes(), count: w.Count(domain.RelationTypeNoun), key: func(t domain.RelationType) string { return k.text(t.Name) },
		current: func(t domain.RelationType) (domain.RelationType, bool) { return w.RelationType(t.ID) },
		same:    func(a, b domain.RelationType) bool { return a.Name == b.Name },
	}.sortedFrom(before.types)
	r.keys = k.merged()
	r.ranks = sync.OnceValue(func() map[domain.PersonID]int32 {
		out := make(map[domain.PersonID]int32, len(r.people))
		for i, p := range r.people {
			out[p.ID] = int32(i)
		}
		return out
	})
	return r
}

// People returns everybody by name.
func (r *Roster) People() []domain.Person { return r.people }

// Rank returns the place of somebody in People; of somebody who is not there, after all.
func (r *Roster) Rank(id domain.PersonID) int32 {
	if rank, ok := r.ranks()[id]; ok {
		return rank
	}
	return int32(len(r.people))
}

// Groups returns every group by name.
func (r *Roster) Groups() []domain.Group { return r.groups }

// Types returns every relation type by name.
func (r *Roster) Types() []domain.RelationType { return r.types }

// NameKey returns the key by which a person sorts.
func (r *Roster) NameKey(p domain.Person) string {
	if key, ok := r.keys[nameOf(p).text()]; ok {
		return key
	}
	return tell.NameKey(p)
}

// TextKey returns the key by which a text sorts.
func (r *Roster) TextKey(s string) string {
	if key, ok := r.keys[s]; ok {
		return key
	}
	return words.SortKey(s)
}

// name is what the sort key of a person depends on.
type name struct{ family, given, prefix string }

func nameOf(p domain.Person) name { return name{p.FamilyName, p.GivenName, p.FamilyNamePrefix} }

func (n name) text() string { return n.family + "\x00" + n.given + "\x00" + n.prefix }

// collation makes sort keys, and remembers the new ones.
type collation struct{ before, fresh map[string]string }

func (k *collation) key(name string, key func() string) string {
	if known, ok := k.before[name]; ok {
		return known
	}
	if _, ok := k.fresh[name]; !ok {
		if k.fresh == nil {
			k.fresh = map[string]string{}
		}
		k.fresh[name] = key()
	}
	return k.fresh[name]
}

func (k *collation) person(p domain.Person) string {
	return k.key(nameOf(p).text(), func() string { return tell.NameKey(p) })
}

func (k *collation) text(s string) string { return k.key(s, func() string { return words.SortKey(s) }) }

func (k *collation) merged() map[string]string {
	if len(k.fresh) == 0 {
		return k.before
	}
	out := maps.Clone(k.before)
	if out == nil {
		return k.fresh
	}
	maps.Copy(out, k.fresh)
	return out
}

// order sorts the records of one noun.
type order[T domain.Keyed] struct {
	now     iter.Seq[T] // by id
	count   int
	current func(T) (T, bool) // a record as it is now
	same    func(a, b T) bool // whether they sort the same
	key     func(T) string
}

// sortedFrom returns the records that there are now, by key and then by id. It starts from
// those before, and inserts the records that are new or have another name.
func (o order[T]) sortedFrom(before []T) []T {
	const few = 100 // with more new records, sorting is faster than inserting
	kept := make([]T, 0, o.count)
	var moved []T
	for _, was := range before {
		switch one, ok := o.current(was); {
		case !ok:
		case o.same(one, was):
			kept = append(kept, one)
		default:
			moved = append(moved, one)
		}
	}
	switch fresh := o.count - len(kept) - len(moved); {
	case len(moved)+fresh > few:
		return o.sorted()
	case fresh > 0:
		moved = append(moved, o.added(before)...)
	}
	for _, one := range moved {
		at, _ := slices.BinarySearchFunc(kept, one, func(a, b T) int {
			return cmp.Or(cmp.Compare(o.key(a), o.key(b)), cmp.Compare(a.Key(), b.Key()))
		})
		kept = slices.Insert(kept, at, one)
	}
	return kept
}

func (o order[T]) sorted() []T {
	all := slices.Collect(o.now)
	words.SortBy(all, o.key)
	return all
}

// added returns the records of now that were not there before.
func (o order[T]) added(before []T) []T {
	ids := make(map[string]bool, len(before))
	for _, one := range before {
		ids[one.Key()] = true
	}
	var out []T
	for one := range o.now {
		if !ids[one.Key()] {
			out = append(out, one)
		}
	}
	return out
}
