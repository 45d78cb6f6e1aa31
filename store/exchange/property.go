package exchange

import (
	"slices"

	"zichtlijn/domain"
)

// property is one key of a noun's form: how it is read, what an import does with
// it, and how it is written.
type property[T any] struct {
	key      string
	required bool
	read     func(r *reader, n *node, into *T) bool
	merge    func(into, from *T) // the key was given in from
	write    func(from *T) (n node, set bool)
}

// form is a property of the domain as it stands in a file. It is left out where
// it is as in a blank record, unless every record says it.
func form[T any](p domain.Property[T]) property[T] {
	blank := p.Text(new(T))
	out := property[T]{
		key: string(p.Field), required: p.Must, merge: p.Copy,
		write: func(from *T) (node, bool) {
			s := p.Text(from)
			if p.Shape == domain.Flag {
				return boolNode(s == "true"), s != blank
			}
			return textNode(s), s != blank
		},
	}
	switch p.Shape {
	case domain.Day, domain.TimeOfDay, domain.Choice, domain.Flag:
		out.read = func(r *reader, n *node, into *T) bool { return readValue(r, n, p, into) }
	case domain.Lines, domain.Many:
		out.read = func(r *reader, n *node, into *T) bool { return readList(r, n, p, into) }
		out.write = func(from *T) (node, bool) {
			all := node{kind: list}
			for _, one := range p.List(from) {
				all.kids = append(all.kids, textNode(one))
			}
			return all, len(all.kids) > 0
		}
	default:
		out.read = func(r *reader, n *node, into *T) bool { return readText(r, n, p.Shape, p.Limit) && p.Put(into, n.text) }
	}
	return out
}

func forms[T any](lists ...[]domain.Property[T]) []property[T] {
	var out []property[T]
	for _, p := range slices.Concat(lists...) {
		out = append(out, form(p))
	}
	return out
}

// withID is the form of a noun whose records have an id.
func withID[T any, I ~string](of domain.Noun, at func(*T) *I, all []domain.Property[T]) []property[T] {
	return forms([]domain.Property[T]{domain.OneProperty("id", of, at).Needed()}, all)
}

// inOrder gives properties the order of the schema, where that is not the one of a
// form. An empty key stands for all that are not named.
func inOrder[T any](all []property[T], keys ...string) []property[T] {
	rank := func(p property[T]) int {
		if at := slices.Index(keys, p.key); at >= 0 {
			return at
		}
		return slices.Index(keys, "")
	}
	slices.SortStableFunc(all, func(a, b property[T]) int { return rank(a) - rank(b) })
	return all
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

// nested is a property whose keys are properties of the record itself. It is left
// out where none of them is set.
func nested[T any](key string, properties []property[T], merge func(into, from *T)) property[T] {
	keys := keysOf(properties)
	return property[T]{
		key: key,
		read: func(r *reader, n *node, into *T) bool {
			before := r.refused
			readObject(r, n, properties, keys, into)
			return r.refused == before
		},
		merge: merge,
		write: func(from *T) (node, bool) {
			set := func(p property[T]) bool { _, set := p.write(from); return set }
			return writeObject(properties, from), slices.ContainsFunc(properties, set)
		},
	}
}
