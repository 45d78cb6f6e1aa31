package cli

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// lookup finds records of a noun by id or, where they have one, by whole name.
type lookup[T domain.Keyed] struct {
	noun  domain.Noun
	all   iter.Seq[T]
	names func(T) []string // nil: found by id only
	// called and apart tell a record from those of other names, and from namesakes.
	called, apart func(T) []string
	// Sentences: argument 1 is what was typed, 2 the candidates, 3 the noun.
	none, near, several words.Key
}

// find returns the record with the typed id, or the only one with the typed name.
func find[T domain.Keyed](r *run, w domain.World, s lookup[T], typed string) (T, error) {
	if one, ok := w.Record(domain.Ref{Noun: s.noun, Key: typed}); ok {
		return one.(T), nil
	}
	var none T
	var fit, miswritten []T
	wanted := domain.LookUp(typed)
	for one := range s.all {
		switch {
		case s.names != nil && wanted != "" && slices.ContainsFunc(s.names(one), func(n string) bool { return domain.LookUp(n) == wanted }):
			fit = append(fit, one)
		case strings.EqualFold(one.Key(), typed):
			miswritten = append(miswritten, one)
		}
	}
	if len(fit) == 1 {
		return fit[0], nil
	}
	key, said := s.several, candidates(fit, s.apart)
	if len(fit) == 0 {
		key, said = s.near, candidates(miswritten, s.called)
	}
	if said == "" && s.names != nil {
		said = candidates(nearest(typed, s.all, s.names), s.called)
	}
	if said == "" {
		key = s.none
	}
	return none, r.fail(failure.WrongUse, key, words.Clean(typed), said, r.words.Noun(s.noun))
}

func (r *run) personNamed(w domain.World, typed string) (domain.Person, error) {
	return r.personAmong(w, w.Persons(), typed)
}

func (r *run) personAmong(w domain.World, all iter.Seq[domain.Person], typed string) (domain.Person, error) {
	return find(r, w, lookup[domain.Person]{
		noun: domain.PersonNoun, all: all,
		names:  func(p domain.Person) []string { return []string{p.Shown(), p.FullName()} },
		called: func(p domain.Person) []string { return []string{p.Shown(), p.Role.String()} },
		apart:  func(p domain.Person) []string { return []string{p.Role.String(), p.Number, p.Location} },
		none:   "cli.no-person", near: "cli.near-person", several: "cli.several-persons",
	}, typed)
}

// pairNamed finds the viewer and whom they look at.
func (r *run) pairNamed(w domain.World, args []string) (viewer, other domain.Person, err error) {
	if viewer, err = r.personNamed(w, args[0]); err == nil {
		other, err = r.personNamed(w, args[1])
	}
	return viewer, other, err
}

func (r *run) groupNamed(w domain.World, typed string) (domain.Group, error) {
	about := func(g domain.Group) []string {
		return []string{g.Name, r.words.VisibilityShort(g.Visibility), g.Location}
	}
	return find(r, w, lookup[domain.Group]{
		noun: domain.GroupNoun, all: w.Groups(),
		names:  func(g domain.Group) []string { return []string{g.Name} },
		called: about, apart: about,
		none: "cli.no-group", near: "cli.near-group", several: "cli.several-groups",
	}, typed)
}

// candidates writes records with what tells them apart: P13 (CLIENT, 100013, Vlierhof); P14 (…).
func candidates[T domain.Keyed](all []T, apart func(T) []string) string {
	return strings.Join(list(all, func(one T) string { return candidate(one.Key(), apart(one)...) }), "; ")
}

// candidate writes an id with what tells it from others: P13 (CLIENT, 100013, Vlierhof).
func candidate(id string, apart ...string) string {
	var known []string
	for _, a := range apart {
		if a != "" {
			known = append(known, words.Clean(a))
		}
	}
	if len(known) == 0 {
		return id
	}
	return id + " (" + strings.Join(known, ", ") + ")"
}

// personName writes the schermnaam with the id, because names are not unique.
func (r *run) personName(w domain.World, id domain.PersonID) string {
	return r.words.Say("cli.named", r.words.Person(w, id), string(id))
}

// namer is personName in a world.
func (r *run) namer(w domain.World) tell.Naming {
	return func(id domain.PersonID) string { return r.personName(w, id) }
}

func (r *run) groupName(w domain.World, id domain.GroupID) string {
	return r.words.Say("cli.named", r.words.Group(w, id), string(id))
}

// groupNamer is groupName in a world.
func (r *run) groupNamer(w domain.World) func(domain.GroupID) string {
	return func(id domain.GroupID) string { return r.groupName(w, id) }
}

// withTag adds to a line that it rests on a reading of ours, if it does.
func (r *run) withTag(said string, c sight.Clause) string {
	if c.Tag != sight.Read {
		return said
	}
	return r.words.Say("cli.read", said, r.words.Tag(c))
}

// groundWords says every ground of the lists once, and which are readings of ours.
func (r *run) groundWords(w domain.World, lists ...[]ground) string {
	var said []string
	for _, g := range mergeGrounds(lists...) {
		said = append(said, r.withTag(r.words.Ground(w, g), g.Clause))
	}
	return strings.Join(said, "; ")
}

const (
	mostNear  = 3 // how many are proposed
	mostSlips = 2 // how many letters may differ
)

// nearest returns the records that may have been meant, the nearest first. They are for
// a sentence only: nothing acts on a part of a name.
func nearest[T any](typed string, all iter.Seq[T], names func(T) []string) []T {
	type guess struct {
		one   T
		apart int
	}
	var out []guess
	wanted := domain.LookUp(typed)
	for one := range all {
		apart := mostSlips + 1
		for _, name := range names(one) {
			apart = min(apart, distance(wanted, domain.LookUp(name)))
		}
		if apart <= mostSlips {
			out = append(out, guess{one, apart})
		}
	}
	slices.SortStableFunc(out, func(a, b guess) int { return cmp.Compare(a.apart, b.apart) })
	return list(out[:min(mostNear, len(out))], func(g guess) T { return g.one })
}

// distance counts the letters by which a name differs from what was typed, both folded.
// The beginning of a word of the name differs by none.
func distance(typed, name string) int {
	letters := utf8.RuneCountInString(typed)
	switch {
	case letters == 0:
		return mostSlips + 1
	case strings.Contains(" "+name, " "+typed):
		return 0
	case letters <= mostSlips: // as far as it is long, everything is near
		return mostSlips + 1
	}
	apart := levenshtein.ComputeDistance(typed, name)
	for word := range strings.FieldsSeq(name) {
		// Short words differ little from each other: one letter at most, and of four.
		if d := levenshtein.ComputeDistance(typed, word); d == 1 && letters > 3 {
			apart = min(apart, d)
		}
	}
	return apart
}

// findRecord finds a record by its id or its name, which is nil for a noun without one.
func findRecord[T domain.Keyed](a *request, noun domain.Noun, all iter.Seq[T], name func(T) string, typed string) T {
	s := lookup[T]{noun: noun, all: all, none: "edits.no-record", near: "edits.near-record", several: "edits.several"}
	s.called = func(T) []string { return nil }
	if name != nil {
		s.names = func(one T) []string { return []string{name(one)} }
		s.called = s.names
	}
	s.apart = s.called
	one, err := find(a.run, a.world, s, typed)
	a.reject(err)
	return one
}

func (a *request) findPerson(typed string) domain.Person {
	p, err := a.personNamed(a.world, typed)
	a.reject(err)
	return p
}

func (a *request) findGroup(typed string) domain.Group {
	g, err := a.groupNamed(a.world, typed)
	a.reject(err)
	return g
}

func (a *request) findType(typed string) domain.RelationType {
	return findRecord(a, domain.RelationTypeNoun, a.world.RelationTypes(), func(t domain.RelationType) string { return t.Name }, typed)
}

func (a *request) findRelation(typed string) domain.Relation {
	return findRecord(a, domain.RelationNoun, a.world.Relations(), nil, typed)
}

func (a *request) findRole(typed string) domain.AccessRole {
	return findRecord(a, domain.AccessRoleNoun, a.world.AccessRoles(), func(r domain.AccessRole) string { return r.Name }, typed)
}

func (a *request) findShift(typed string) domain.Shift {
	return findRecord(a, domain.ShiftNoun, a.world.Shifts(), nil, typed)
}

// pickPeriod picks one of several records that differ in their period only: the one
// that began on --since, else the only one, else the one that runs on the reference
// date.
func pickPeriod[T any](a *request, list []T, period func(T) domain.Period, about ...string) T {
	var since domain.Date
	a.setDate(&since, "since")
	var none T
	running := func(one T) bool { return period(one).Covers(a.on) }
	var firsts []string
	for _, one := range list {
		first := a.words.Date(period(one).From)
		if first == "" {
			first = a.words.Say("detail.empty")
		}
		firsts = append(firsts, first)
	}
	switch {
	case len(list) == 0:
		a.reject(a.fail(failure.WrongUse, "edits.not-in", about[0], about[1]))
		return none
	case a.flags.Changed("since"):
		list = slices.DeleteFunc(list, func(one T) bool { return period(one).From != since })
	case len(list) > 1 && slices.ContainsFunc(list, running):
		list = slices.DeleteFunc(list, func(one T) bool { return !running(one) })
	}
	if len(list) == 1 {
		return list[0]
	}
	a.reject(a.fail(failure.WrongUse, "edits.which-since", about[0], about[1], strings.Join(firsts, ", ")))
	return none
}

func (a *request) findMembership(g domain.Group, p domain.Person) domain.Membership {
	list := slices.Collect(a.world.MembershipsOf(p.ID))
	list = slices.DeleteFunc(list, func(m domain.Membership) bool { return m.Group != g.ID })
	return pickPeriod(a, list, func(m domain.Membership) domain.Period { return m.Period },
		a.personName(a.world, p.ID), a.groupName(a.world, g.ID))
}

func (a *request) findAssignment(r domain.AccessRole, p domain.Person) domain.Assignment {
	list := slices.Collect(a.world.AssignmentsOf(p.ID))
	list = slices.DeleteFunc(list, func(one domain.Assignment) bool { return one.Role != r.ID })
	return pickPeriod(a, list, func(one domain.Assignment) domain.Period { return one.Period },
		a.personName(a.world, p.ID), candidate(string(r.ID), r.Name))
}
