package exchange

import (
	"cmp"
	"math"
	"slices"

	"zichtlijn/domain"
)

// institution is the form of the institution itself. Its properties stand in the
// root of the file, between the sections.
func institution() noun[domain.Institution] {
	type T = domain.Institution
	return noun[T]{
		noun: domain.InstitutionNoun,
		properties: []property[T]{
			propertyOf(domain.DayProperty("date", func(i *T) *domain.Date { return &i.Date })),
			organisation(),
			words(),
			pseudonymised(),
			readings(),
			extensions(),
		},
		twice:  RecordTwice,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{Institution: s} },
		// Only a demonstration takes the reference date: elsewhere it would silently
		// freeze the set-up on a day.
		prepare: func(m *merger, patches []patch[T]) {
			for i := range patches {
				if !m.takeDate {
					patches[i].given &^= firstProperty
				}
			}
		},
	}
}

// organisation is merged only where the set-up does not have it yet.
func organisation() property[domain.Institution] {
	return nested("organisation", propertiesOf(domain.InstitutionProperties()), func(into, from *domain.Institution) {
		if into.Name == "" && !into.WithoutNewsGroups {
			into.Name, into.WithoutNewsGroups = from.Name, from.WithoutNewsGroups
		}
	})
}

// readings are merged only where the set-up has every default.
func readings() property[domain.Institution] {
	type T = domain.Institution
	var each []property[T]
	for _, one := range domain.AllReadings() {
		each = append(each, property[T]{
			key: one.String(),
			read: func(r *reader, n *node, into *T) bool {
				ok := r.expect(n, boolean)
				if ok {
					into.Readings = into.Readings.With(one, n.text == "true")
				}
				return ok
			},
			write: func(from *T) (node, bool) { return boolNode(from.Readings.On(one)), from.Readings.Turned(one) },
		})
	}
	return nested("readings", each, func(into, from *T) {
		turned := func(s domain.Readings) bool { return slices.ContainsFunc(domain.AllReadings(), s.Turned) }
		if turned(from.Readings) && !turned(into.Readings) { // bits of before are no answer
			into.Readings = from.Readings
		}
	})
}

// words are merged only where the set-up has the built-in list. An empty list is not
// the same as none given (nil).
func words() property[domain.Institution] {
	type T = domain.Institution
	p := propertyOf(domain.RevealingWords())
	read, write := p.read, p.write
	p.read = func(r *reader, n *node, into *T) bool {
		ok := read(r, n, into)
		if ok && into.Words == nil {
			into.Words = []string{}
		}
		return ok
	}
	p.write = func(from *T) (node, bool) {
		n, _ := write(from)
		return n, from.Words != nil
	}
	p.merge = func(into, from *T) {
		if into.Words == nil {
			into.Words = from.Words
		}
	}
	return p
}

// pseudonymised stays true once it is: a file cannot give the names back.
func pseudonymised() property[domain.Institution] {
	type T = domain.Institution
	p := propertyOf(domain.FlagProperty("pseudonymised", func(i *T) *bool { return &i.Pseudonymised }))
	p.merge = func(into, from *T) { into.Pseudonymised = into.Pseudonymised || from.Pseudonymised }
	return p
}

// extensions holds the values that a newer version added. They are kept per key (the
// file's wins) and written back. They are stored as JSON on one line with sorted
// keys, so that equal extensions are equal bytes.
func extensions() property[domain.Institution] {
	type T = domain.Institution
	return property[T]{
		key: "extensions",
		read: func(r *reader, n *node, into *T) bool {
			if !r.expect(n, object) {
				return false
			}
			before := r.refused
			kept := withSortedKeys(r, n)
			kept.kids = slices.DeleteFunc(kept.kids, func(kid node) bool { return kid.key == inactiveKey })
			r.inactive = n.member(inactiveKey)
			into.Extensions = extensionBytes(kept)
			return r.refused == before
		},
		merge: func(into, from *T) {
			// The stored value was written by us. If it is no longer JSON, the file's
			// replaces it.
			was, _ := parseExtensions(into.Extensions)
			now, _ := parseExtensions(from.Extensions)
			for _, kid := range was.kids {
				if now.member(kid.key) == nil {
					now.kids = append(now.kids, kid)
				}
			}
			sortKeys(now.kids)
			into.Extensions = extensionBytes(now)
		},
		write: func(from *T) (node, bool) {
			n, f := parseExtensions(from.Extensions)
			return n, f == nil && len(n.kids) > 0
		},
	}
}

// withSortedKeys returns n with the keys of every object sorted, and refuses texts
// and keys that cannot be kept.
func withSortedKeys(r *reader, n *node) node {
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
		r.descend(s, func() {
			if kid.flawedKey {
				r.refuseValue(kid, NotUTF8, kid.key)
			}
			checkControls(r, &node{text: kid.key, line: kid.line, column: kid.column}, "")
			out.kids = append(out.kids, withSortedKeys(r, kid))
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
			r.descend(step{key: kids[i].key}, func() { r.refuseValue(&kids[i], KeyTwice, kids[i].key) })
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

func parseExtensions(stored []byte) (node, *fault) {
	if len(stored) == 0 {
		return node{kind: object}, nil
	}
	n, f := parse(stored, len(stored), nil)
	if f != nil || n.kind != object {
		return node{kind: object}, cmp.Or(f, &fault{code: NotJSON})
	}
	return n, nil
}
