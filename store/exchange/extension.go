package exchange

import (
	"cmp"
	"math"
	"slices"

	"zichtlijn/domain"
)

// extensions is what a newer version added: kept per key, the file's wins, and
// written back. It is stored as JSON on one line with its keys in order, so that
// equal is the same bytes.
func extensions() property[domain.Institution] {
	type T = domain.Institution
	return property[T]{
		key: "extensions",
		read: func(r *reader, n *node, into *T) bool {
			if !r.is(n, object) {
				return false
			}
			before := r.refused
			kept := ordered(r, n)
			kept.kids = slices.DeleteFunc(kept.kids, func(kid node) bool { return kid.key == inactiveKey })
			r.inactive = n.member(inactiveKey)
			into.Extensions = extensionBytes(kept)
			return r.refused == before
		},
		merge: func(into, from *T) {
			// What the set-up holds was written here; if it is JSON no longer, the
			// file that is read in says what it is.
			was, _ := extensionNode(into.Extensions)
			now, _ := extensionNode(from.Extensions)
			for _, kid := range was.kids {
				if now.member(kid.key) == nil {
					now.kids = append(now.kids, kid)
				}
			}
			sortKeys(now.kids)
			into.Extensions = extensionBytes(now)
		},
		write: func(from *T) (node, bool) {
			n, f := extensionNode(from.Extensions)
			return n, f == nil && len(n.kids) > 0
		},
	}
}

// ordered returns n with the keys of every object in order, and refuses texts
// and keys that cannot be kept.
func ordered(r *reader, n *node) node {
	out := *n
	if n.kind == text {
		readText(r, n, domain.Prose, math.MaxInt)
	}
	out.kids = make([]node, 0, len(n.kids))
	for i := range n.kids {
		kid := &n.kids[i]
		s := step{key: kid.key}
		if n.kind == list {
			s = step{at: i, inList: true}
		}
		r.in(s, func() {
			if kid.flawedKey {
				r.refuseValue(kid, NotUTF8, kid.key)
			}
			clean(r, &node{text: kid.key, line: kid.line, column: kid.column}, "")
			out.kids = append(out.kids, ordered(r, kid))
		})
	}
	if n.kind == object {
		sortKeys(out.kids)
		refuseTwice(r, out.kids)
	}
	return out
}

func sortKeys(kids []node) {
	slices.SortStableFunc(kids, func(a, b node) int { return cmp.Compare(a.key, b.key) })
}

func refuseTwice(r *reader, kids []node) {
	for i := 1; i < len(kids); i++ {
		if kids[i].key == kids[i-1].key {
			r.in(step{key: kids[i].key}, func() { r.refuseValue(&kids[i], KeyTwice, kids[i].key) })
		}
	}
}

// extensionBytes returns an object as it is stored; nil for an empty one.
func extensionBytes(n node) []byte {
	if len(n.kids) == 0 {
		return nil
	}
	return appendNode(nil, &n, compact)
}

func extensionNode(stored []byte) (node, *fault) {
	if len(stored) == 0 {
		return node{kind: object}, nil
	}
	n, f := parse(stored, len(stored))
	if f != nil || n.kind != object {
		return node{kind: object}, cmp.Or(f, &fault{code: NotJSON})
	}
	return n, nil
}
