package exchange

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// Import is the command that takes set-ups into a World, in their order and as one
// edit. It merges by key: a value in a file wins, a value that no file gives stays,
// and nothing is deleted. It is all or nothing, and it never replaces (E8): an
// overlap of an exclusive type is a problem.
type Import struct {
	Setups []Setup
	// TakeDate takes the reference date too. Only a demonstration asks for it.
	TakeDate bool
	// On is the day of the import, that of the World where it is not given: what begins in
	// a table without a first day begins then.
	On       domain.Date
	SameName SameName
	Role     domain.Role // of people in tables without one; NoRole: a problem
	// Group is one that the people of tables of people join; empty: none.
	Group domain.GroupID
	// Match ends what the tables do not have (EXCHANGE.md 4).
	Match bool

	without map[rowKey]bool // rows that are set aside, see SetAside
}

var _ domain.Command = Import{}

// Verb is VerbImport, which makes the entry one of kind Import.
func (Import) Verb() domain.Verb { return domain.VerbImport }

// Plan returns the changes of the import. The error is Rejected, or a domain.Refusal
// with code NothingToDo when everything is in w already.
func (i Import) Plan(w domain.World) ([]domain.Change, error) {
	out := i.Outcome(w)
	switch {
	case len(out.Problems) > 0:
		return nil, Rejected{Problems: out.Problems, More: out.More}
	case len(out.Changes) == 0:
		return nil, domain.Refusal{Code: domain.NothingToDo, Subject: domain.Ref{Noun: domain.InstitutionNoun, Key: domain.Institution{}.Key()}}
	}
	return out.Changes, nil
}

// Outcome is the result of a dry run of Plan, by the same code.
type Outcome struct {
	Counts   []Count // of every noun, in the order of domain.Nouns
	Problems []Problem
	More     int             // problems found beyond those
	Notices  []Problem       // what was assumed and is replaced; they refuse nothing
	Ended    []domain.Ref    // what Match ends, by noun and key
	Missing  []domain.Ref    // groups and relation types that the tables do not have, which stay
	Changes  []domain.Change // none while there are problems
}

// Command makes the very changes of the outcome. A store refuses it if its World is another
// by now.
func (o Outcome) Command() domain.Command { return exactly(o.Changes) }

type exactly []domain.Change

var _ domain.Command = exactly{}

func (exactly) Verb() domain.Verb { return domain.VerbImport }

func (e exactly) Plan(domain.World) ([]domain.Change, error) { return e, nil }

// Count says what becomes of the records of one noun.
type Count struct {
	Noun                              domain.Noun
	New, Changed, Unchanged, Rejected int
	Conflict                          int // of Rejected: those that wait for a decision
	Ended, Replaced                   int // records of the set-up, which were not read
}

// Read returns how many records were read of the noun.
func (c Count) Read() int { return c.New + c.Changed + c.Unchanged + c.Rejected }

// Outcome is a dry run of the import in w.
func (i Import) Outcome(w domain.World) Outcome {
	i.On = cmp.Or(i.On, w.Today())
	m := newMerger(w, i)
	setups := i.resolve(m)
	institution().merge(m, batchesOf(setups, 0))
	for n, f := range sections() {
		f.merge(m, batchesOf(setups, 1+n))
	}
	m.replace()
	var out Outcome
	if i.Match {
		out.Ended, out.Missing = m.match(i)
	}
	m.judge()
	out.Counts = m.counts()
	for _, ref := range out.Ended {
		out.Counts[ref.Noun].Ended++
	}
	var all, noted problems
	for n, of := range m.found {
		of.inOrder()
		all.join(of)
		noted.join(m.noted[n])
	}
	out.Notices = noted.list
	if out.Problems, out.More = all.list, all.more; len(out.Problems) == 0 {
		out.Changes = m.changes
	}
	return out
}

// batchesOf returns the records of one section of every file.
func batchesOf(setups []Setup, n int) []batch {
	out := make([]batch, len(setups))
	for at, s := range setups {
		if n < len(s.batches) {
			out[at] = s.batches[n]
		}
	}
	return out
}

// merger merges the records of files into a World, and judges the World only when
// all of them are merged.
type merger struct {
	world    domain.World
	takeDate bool
	files    []string
	changes  []domain.Change
	found    []problems // per file; the last has the problems of no file
	noted    []problems // as found
	replaced int        // relations that others replace
	results  []result
	places   map[domain.Ref]place
	refused  map[domain.Ref]bool // records with a problem of their own
	unread   map[domain.Ref]bool // those of refused that could not be read
}

// result is the effect of merging one record, unless the record is refused.
type result struct {
	domain.Ref
	effect   effect
	refused  bool
	conflict bool // it waits for a decision
}

type effect uint8

const (
	unchanged effect = iota
	changed
	created
)

// place is the place of a record in a file.
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
		noted:    make([]problems, len(i.Setups)+1),
		places:   map[domain.Ref]place{},
		refused:  map[domain.Ref]bool{},
		unread:   map[domain.Ref]bool{},
	}
	for n, s := range i.Setups {
		m.files = append(m.files, s.file)
		m.found[n] = problems{list: slices.Clone(s.found.list), more: s.found.more}
		m.noted[n] = problems{list: slices.Clone(s.noted.list), more: s.noted.more}
	}
	return m
}

// merged is a record before and after the patches that were merged into it so far.
type merged[T any] struct {
	before *T
	now    T
	last   int // index of the last patch
}

// merge merges the records of one noun of every file.
func (f noun[T]) merge(m *merger, batches []batch) {
	patches := allPatches[T](batches)
	if f.prepare != nil {
		f.prepare(m, patches)
	}
	records := make(map[string]*merged[T], len(patches))
	var order []string
	for n := range patches {
		p := &patches[n]
		if p.keyless {
			m.results = append(m.results, result{Ref: domain.Ref{Noun: f.noun}, refused: true})
			continue
		}
		ref := domain.Ref{Noun: f.noun, Key: p.values.Key()}
		s, seen := records[ref.Key]
		if seen && patches[s.last].file == p.file {
			m.refuseTwice(f.twice, f.place(p), f.place(&patches[s.last]))
			m.results = append(m.results, result{Ref: ref, refused: true})
			continue
		}
		if !seen {
			s = f.start(m.world, ref)
			records[ref.Key] = s
			order = append(order, ref.Key)
		}
		s.last = n
		m.places[ref] = f.place(p)
		if p.refused {
			m.refused[ref], m.unread[ref] = true, true
		}
		m.results = append(m.results, result{Ref: ref, effect: f.apply(s, p, seen)})
	}
	for _, key := range order {
		if s := records[key]; f.changed(s) {
			m.changes = append(m.changes, f.change(&domain.Swap[T]{Before: s.before, After: &s.now}))
		}
	}
}

// allPatches returns the records of every file in one list, as copies that may be
// written to.
func allPatches[T record[T]](batches []batch) []patch[T] {
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

// start returns a record as the World has it, before the first patch.
func (f noun[T]) start(w domain.World, ref domain.Ref) *merged[T] {
	s := &merged[T]{}
	if have, there := w.Record(ref); there {
		was := have.(T)
		s.before, s.now = &was, was
	}
	return s
}

// apply merges one patch into a record and returns its effect. seen says that an
// earlier patch was merged into the same record.
func (f noun[T]) apply(s *merged[T], p *patch[T], seen bool) effect {
	was := s.now
	for i, property := range f.properties {
		if p.given.has(i) {
			property.merge(&s.now, &p.values)
		}
	}
	switch {
	case s.before == nil && !seen && f.changed(s):
		return created
	case was.Equal(s.now):
		return unchanged
	}
	return changed
}

// changed reports whether the record differs from what it was. An institution of
// which nothing was known and nothing is given stays no record.
func (f noun[T]) changed(s *merged[T]) bool {
	if s.before != nil {
		return !s.now.Equal(*s.before)
	}
	var none T
	return !s.now.Equal(none)
}

func (f noun[T]) place(p *patch[T]) place {
	return place{file: p.file, at: p.at, section: f.section, node: p.node}
}

// refuseTwice refuses the second of two records with one key in one file.
func (m *merger) refuseTwice(c Code, at, first place) {
	m.found[at.file].add(m.problemAt(at, Problem{Code: c, Args: []string{first.name()}}))
}

// judge judges the World after all changes, and adds problems at their places.
func (m *merger) judge() {
	after, err := m.world.With(m.changes...)
	if err != nil {
		// The changes start from this very World, so it contradicts itself.
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
		if m.isConsequence(r) {
			continue
		}
		at, ref, ok := m.source(after, r)
		if !ok {
			m.found[len(m.files)].add(problemOf(r))
			continue
		}
		m.refused[ref] = true
		x := m.problemAt(at, problemOf(r))
		if ref == r.Subject {
			x = m.atProperty(at, r, x)
		}
		if s := (same{at.file, x.Path, x.Code}); !seen[s] {
			seen[s] = true
			m.found[at.file].add(x)
		}
	}
}

// isConsequence reports whether a refusal only follows from a record that could not
// be read. Reported, it would send somebody looking in the wrong place.
func (m *merger) isConsequence(r domain.Refusal) bool {
	return m.unread[r.Subject] || slices.ContainsFunc(r.Others, func(o domain.Ref) bool { return m.unread[o] })
}

func (m *merger) counts() []Count {
	out := make([]Count, len(domain.Nouns()))
	for i, n := range domain.Nouns() {
		out[i].Noun = n
	}
	for _, t := range m.results {
		c := &out[t.Noun]
		switch {
		case t.refused || m.refused[t.Ref]:
			c.Rejected++
			if t.conflict {
				c.Conflict++
			}
		case t.effect == created:
			c.New++
		case t.effect == changed:
			c.Changed++
		default:
			c.Unchanged++
		}
	}
	out[domain.RelationNoun].Replaced = m.replaced
	return out
}
