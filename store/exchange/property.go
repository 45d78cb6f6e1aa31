package exchange

// property is one key of a noun's form: how it is read, what an import does with
// it, and how it is written.
type property[T any] struct {
	key        string
	required   bool
	identifies bool // a record in which it cannot be read is no known record
	read       func(r *reader, n *node, into *T) bool
	merge      func(into, from *T) // the key was given in from
	write      func(from *T) (n node, set bool)
}

// on is a property that stands in one field of the record.
func on[T, V any](key string, field func(*T) *V, f form[V]) property[T] {
	return property[T]{
		key: key,
		read: func(r *reader, n *node, into *T) bool {
			v, ok := f.read(r, n)
			if ok {
				*field(into) = v
			}
			return ok
		},
		merge: func(into, from *T) { *field(into) = *field(from) },
		write: func(from *T) (node, bool) {
			v := *field(from)
			if f.unset(v) {
				return f.write(v), false
			}
			return f.write(v), true
		},
	}
}

// must makes p a property that every record has, whatever its value.
func (p property[T]) must() property[T] {
	p.required = true
	return p
}

// asKey makes p a part of what tells records apart.
func (p property[T]) asKey() property[T] {
	p.identifies = true
	return p
}

func keysOf[T any](properties []property[T]) []string {
	out := make([]string, len(properties))
	for i, p := range properties {
		out[i] = p.key
	}
	return out
}

// given says which properties a record in a file has: bit i is property i.
type given uint32

// firstProperty is the bit of the property that stands first: a relation's id,
// the institution's date.
const firstProperty given = 1

func (g given) has(i int) bool { return g&(1<<i) != 0 }

// readObject reads the properties of an object into a record.
func readObject[T any](r *reader, n *node, properties []property[T], keys []string, into *T) (read, present given) {
	r.members(n, keys, func(at int, kid *node) {
		present |= 1 << at
		if properties[at].read(r, kid, into) {
			read |= 1 << at
		}
	})
	if n.kind != object {
		return 0, 0
	}
	for i, p := range properties {
		if p.required && !present.has(i) {
			r.absent(n, p.key)
		}
	}
	return read, present
}

// writeObject writes what is set, in the order of the properties.
func writeObject[T any](properties []property[T], from *T) node {
	out := node{kind: object}
	for _, p := range properties {
		if n, set := p.write(from); set || p.required {
			out.kids = append(out.kids, n.under(p.key))
		}
	}
	return out
}

// inside is a field that is an object of its own, and is given as a whole.
func inside[V any](properties []property[V], unset func(V) bool) form[V] {
	keys := keysOf(properties)
	return form[V]{
		read: func(r *reader, n *node) (v V, ok bool) {
			before := r.refused
			readObject(r, n, properties, keys, &v)
			return v, r.refused == before
		},
		write: func(v V) node { return writeObject(properties, &v) },
		unset: unset,
	}
}
