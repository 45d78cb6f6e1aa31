package exchange

import "zichtlijn/domain"

// institution is the form of what a set-up says of the whole. Its properties
// stand in the root of the file, between the sections.
func institution() noun[domain.Institution] {
	type T = domain.Institution
	return noun[T]{
		noun: domain.InstitutionNoun,
		properties: []property[T]{
			form(domain.DayProperty("date", func(i *T) *domain.Date { return &i.Date })),
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

// organisation is taken only where the set-up says nothing of it yet.
func organisation() property[domain.Institution] {
	return nested("organisation", forms(domain.InstitutionProperties()), func(into, from *domain.Institution) {
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
				ok := r.is(n, boolean)
				if ok {
					into.Readings = into.Readings.With(one, n.text == "true")
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
	p := form(domain.RevealingWords())
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

// pseudonymised once is pseudonymised: a file cannot give the names back.
func pseudonymised() property[domain.Institution] {
	type T = domain.Institution
	p := form(domain.FlagProperty("pseudonymised", func(i *T) *bool { return &i.Pseudonymised }))
	p.merge = func(into, from *T) { into.Pseudonymised = into.Pseudonymised || from.Pseudonymised }
	return p
}
