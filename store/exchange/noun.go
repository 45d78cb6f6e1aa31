package exchange

import (
	"iter"
	"slices"

	"zichtlijn/domain"
)

// record is the constraint of a noun's records.
type record[T any] interface {
	domain.Keyed
	Equal(T) bool
}

// noun is the form of one noun: its section, and its properties in the order of the
// schema. Reading, merging and writing all follow it.
type noun[T record[T]] struct {
	noun       domain.Noun
	section    string
	key        []string // the properties that identify a record
	properties []property[T]
	twice      Code                           // for two records of one key in a file
	all        func(domain.World) iter.Seq[T] // nil for the institution, which has no section
	change     func(*domain.Swap[T]) domain.Change
	// rules, unless nil, judge the rules of the schema that join several properties.
	rules func(r *reader, n *node, p *patch[T])
	// prepare, unless nil, completes the patches before they are merged.
	prepare func(m *merger, patches []patch[T])
}

// patch is a record as a file has it: the values that are given.
type patch[T any] struct {
	values   T
	given    given
	node     *node
	file, at int
	refused  bool // reading it found problems
	keyless  bool // its key could not be read
}

// patches are the records of one section.
type patches[T record[T]] []patch[T]

func (p patches[T]) size() int { return len(p) }

// batch is patches without their noun.
type batch interface{ size() int }

// section is a noun without its type.
type section interface {
	comparison
	name() string
	read(r *reader, n *node) batch
	merge(m *merger, batches []batch)
	records(w domain.World) iter.Seq[node]
	record(rec domain.Keyed) (n node, ok bool)
}

func (f noun[T]) domainNoun() domain.Noun { return f.noun }

func (f noun[T]) name() string { return f.section }

func (f noun[T]) read(r *reader, n *node) batch {
	keys, identifies := keysOf(f.properties), f.mask(f.key...)
	needed := given(0)
	for i, property := range f.properties {
		if property.required {
			needed |= 1 << i
		}
	}
	out := make(patches[T], 0, len(n.kids))
	r.items(n, func(at int, kid *node) {
		p := patch[T]{node: kid, at: at}
		before := r.refused
		var present given
		p.given, present = readObject(r, kid, f.properties, keys, &p.values)
		if f.rules != nil && kid.kind == object {
			f.rules(r, kid, &p)
		}
		p.refused = r.refused > before || kid.flawed
		p.keyless = identifies&(needed|present)&^p.given != 0 // of a table the key is always there
		out = append(out, p)
	})
	return out
}

func (f noun[T]) record(rec domain.Keyed) (node, bool) {
	one, ok := rec.(T)
	if !ok {
		return node{}, false
	}
	return writeObject(f.properties, &one), true
}

func (f noun[T]) records(w domain.World) iter.Seq[node] {
	return func(yield func(node) bool) {
		for one := range f.all(w) {
			if !yield(writeObject(f.properties, &one)) {
				return
			}
		}
	}
}

// mask returns the bits of the properties of those keys.
func (f noun[T]) mask(keys ...string) given {
	var out given
	for i, property := range f.properties {
		if slices.Contains(keys, property.key) {
			out |= 1 << i
		}
	}
	return out
}
