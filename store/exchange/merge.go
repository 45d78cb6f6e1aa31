package exchange

import (
	"slices"

	"zichtlijn/domain"
)

// merger brings the records of files into a World, without judging them until
// all of them are there.
type merger struct {
	world    domain.World
	takeDate bool
	files    []string
	changes  []domain.Change
	found    []problems // per file; the last is for what no file can be blamed for
	tallies  []tally
	places   map[domain.Ref]place
	refused  map[domain.Ref]bool // a problem of the record itself
	unread   map[domain.Ref]bool // of those, the ones that were read with problems
}

// tally is how one record comes off, as long as nothing is wrong with it.
type tally struct {
	domain.Ref
	fate    fate
	refused bool
}

type fate uint8

const (
	unchanged fate = iota
	changed
	created
)

// place is where a record stands in a file.
type place struct {
	file, at int
	section  string
	node     *node
}

func newMerger(w domain.World, i Import) *merger {
	m := &merger{
		world:    w,
		takeDate: i.TakeDate,
		found:    make([]problems, len(i.Setups)+1),
		places:   map[domain.Ref]place{},
		refused:  map[domain.Ref]bool{},
		unread:   map[domain.Ref]bool{},
	}
	for n, s := range i.Setups {
		m.files = append(m.files, s.file)
		m.found[n] = problems{list: slices.Clone(s.found.list), more: s.found.more}
	}
	return m
}

// standing is a record on its way from what it was to what it becomes.
type standing[T any] struct {
	before *T
	now    T
	last   int // the patch that came last
}

// merge brings in the records of one noun of every file.
func (f noun[T]) merge(m *merger, batches []batch) {
	patches := together[T](batches)
	if f.prepare != nil {
		f.prepare(m, patches)
	}
	standings := make(map[string]*standing[T], len(patches))
	var order []string
	for n := range patches {
		p := &patches[n]
		if p.nameless {
			m.tallies = append(m.tallies, tally{Ref: domain.Ref{Noun: f.noun}, refused: true})
			continue
		}
		ref := domain.Ref{Noun: f.noun, Key: p.values.Key()}
		s, met := standings[ref.Key]
		if met && patches[s.last].file == p.file {
			m.twice(f.twice, f.place(p), f.place(&patches[s.last]))
			m.tallies = append(m.tallies, tally{Ref: ref, refused: true})
			continue
		}
		if !met {
			s = f.stand(m.world, ref)
			standings[ref.Key] = s
			order = append(order, ref.Key)
		}
		s.last = n
		m.places[ref] = f.place(p)
		if p.refused {
			m.refused[ref], m.unread[ref] = true, true
		}
		m.tallies = append(m.tallies, tally{Ref: ref, fate: f.apply(s, p, met)})
	}
	for _, key := range order {
		if s := standings[key]; f.moved(s) {
			m.changes = append(m.changes, f.change(&domain.Swap[T]{Before: s.before, After: &s.now}))
		}
	}
}

// together returns the records of every file in one list that may be written to.
func together[T record[T]](batches []batch) []patch[T] {
	var out []patch[T]
	for file, b := range batches {
		if b == nil {
			continue
		}
		for _, p := range b.(patches[T]) {
			p.file = file
			out = append(out, p)
		}
	}
	return out
}

// stand returns what the World holds of a record before the first file speaks of it.
func (f noun[T]) stand(w domain.World, ref domain.Ref) *standing[T] {
	s := &standing[T]{}
	if have, there := w.Record(ref); there {
		was := have.(T)
		s.before, s.now = &was, was
	}
	return s
}

// apply brings one patch in, and says what it does to the record.
func (f noun[T]) apply(s *standing[T], p *patch[T], met bool) fate {
	was := s.now
	for i, property := range f.properties {
		if p.given.has(i) {
			property.merge(&s.now, &p.values)
		}
	}
	switch {
	case s.before == nil && !met && f.moved(s):
		return created
	case was.Equal(s.now):
		return unchanged
	}
	return changed
}

// moved reports whether the record becomes another than it was. Saying nothing
// of an institution of which nothing is known makes no record.
func (f noun[T]) moved(s *standing[T]) bool {
	if s.before != nil {
		return !s.now.Equal(*s.before)
	}
	var none T
	return !s.now.Equal(none)
}

func (f noun[T]) place(p *patch[T]) place {
	return place{file: p.file, at: p.at, section: f.section, node: p.node}
}

// twice refuses the second of two records of one key in one file.
func (m *merger) twice(c Code, at, first place) {
	m.found[at.file].add(m.problemAt(at, Problem{Code: c, Args: []string{pathOf(first.steps())}}))
}

// judge judges the World that would come about.
func (m *merger) judge() {
	after, err := m.world.With(m.changes...)
	if err != nil {
		// The changes start from this very World: it is at odds with itself.
		m.found[len(m.files)].add(Problem{Code: SinceChanged})
		return
	}
	type same struct {
		file int
		path string
		code Code
	}
	seen := map[same]bool{}
	for _, r := range domain.Judge(after, m.changes) {
		if m.follows(r) {
			continue
		}
		at, ref, ok := m.blame(after, r)
		if !ok {
			m.found[len(m.files)].add(problemOf(r))
			continue
		}
		m.refused[ref] = true
		x := m.problemAt(at, problemOf(r))
		if ref == r.Subject {
			x = m.pointed(at, r, x)
		}
		if s := (same{at.file, x.Path, x.Code}); !seen[s] {
			seen[s] = true
			m.found[at.file].add(x)
		}
	}
}

// follows reports whether a refusal is but a consequence of a record that could
// not be read, and would send somebody looking in the wrong place.
func (m *merger) follows(r domain.Refusal) bool {
	return m.unread[r.Subject] || slices.ContainsFunc(r.Others, func(o domain.Ref) bool { return m.unread[o] })
}

func (m *merger) counts() []Count {
	out := make([]Count, len(domain.Nouns()))
	for i, n := range domain.Nouns() {
		out[i].Noun = n
	}
	for _, t := range m.tallies {
		c := &out[t.Noun]
		switch {
		case t.refused || m.refused[t.Ref]:
			c.Rejected++
		case t.fate == created:
			c.New++
		case t.fate == changed:
			c.Changed++
		default:
			c.Unchanged++
		}
	}
	return out
}
