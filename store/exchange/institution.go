package exchange

import "zichtlijn/domain"

// institution is the form of what a set-up says of the whole. Its properties
// stand in the root of the file, between the sections.
func institution() noun[domain.Institution] {
	type T = domain.Institution
	return noun[T]{
		noun: domain.InstitutionNoun,
		properties: []property[T]{
			on("date", func(i *T) *domain.Date { return &i.Date }, date()),
			organisation(),
			words(),
			pseudonymised(),
			readings(),
			extensions(),
		},
		twice:  RecordTwice,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{Institution: s} },
		// The reference date is a demonstration's: elsewhere it would freeze the
		// set-up on a day without a word.
		prepare: func(m *merger, patches []patch[T]) {
			for i := range patches {
				if !m.takeDate {
					patches[i].given &^= firstProperty
				}
			}
		},
	}
}

// nested is a property whose keys are fields of the record itself.
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
			n := writeObject(properties, from)
			return n, len(n.kids) > 0
		},
	}
}

// organisation is taken only where the set-up says nothing of it yet.
func organisation() property[domain.Institution] {
	type T = domain.Institution
	return nested("organisation", []property[T]{
		on("name", func(i *T) *string { return &i.Name }, name()),
		on("usesNewsGroups", func(i *T) *bool { return &i.WithoutNewsGroups }, negated()),
	}, func(into, from *T) {
		if into.Name == "" && !into.WithoutNewsGroups {
			into.Name, into.WithoutNewsGroups = from.Name, from.WithoutNewsGroups
		}
	})
}

// readings are taken only where the set-up has every default.
func readings() property[domain.Institution] {
	type T = domain.Institution
	var each []property[T]
	for _, one := range domain.AllReadings() {
		each = append(each, property[T]{
			key: one.String(),
			read: func(r *reader, n *node, into *T) bool {
				on, ok := flag().read(r, n)
				if ok {
					into.Readings = into.Readings.With(one, on)
				}
				return ok
			},
			write: func(from *T) (node, bool) { return boolNode(from.Readings.On(one)), from.Readings.Turned(one) },
		})
	}
	return nested("readings", each, func(into, from *T) {
		if into.Readings == 0 {
			into.Readings = from.Readings
		}
	})
}

// words are taken only where the set-up has the built-in list. A list of none is
// another thing than none given.
func words() property[domain.Institution] {
	type T = domain.Institution
	f := distinct(line(nameLength))
	read := f.read
	f.read = func(r *reader, n *node) ([]string, bool) {
		list, ok := read(r, n)
		if ok && list == nil {
			list = []string{}
		}
		return list, ok
	}
	f.unset = func(list []string) bool { return list == nil }
	p := on("revealingWords", func(i *T) *[]string { return &i.Words }, f)
	p.merge = func(into, from *T) {
		if into.Words == nil {
			into.Words = from.Words
		}
	}
	return p
}

// pseudonymised once is pseudonymised: a file cannot give the names back.
func pseudonymised() property[domain.Institution] {
	type T = domain.Institution
	p := on("pseudonymised", func(i *T) *bool { return &i.Pseudonymised }, flag())
	p.merge = func(into, from *T) { into.Pseudonymised = into.Pseudonymised || from.Pseudonymised }
	return p
}
