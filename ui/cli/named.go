package cli

import (
	"iter"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// sought is a noun whose records are found by id or, where they have one, by whole name.
type sought[T domain.Keyed] struct {
	noun  domain.Noun
	all   iter.Seq[T]
	names func(T) []string // nil: found by id only
	// called and apart tell one from others: of another name, and of the same name.
	called, apart func(T) []string
	// 1 is what was typed, 2 the candidates, 3 the noun.
	none, near, several words.Key
}

// find returns the one record that somebody means: an id, or a whole name that fits exactly one.
func find[T domain.Keyed](r *run, w domain.World, s sought[T], typed string) (T, error) {
	if one, ok := w.Record(domain.Ref{Noun: s.noun, Key: typed}); ok {
		return one.(T), nil
	}
	var none T
	var fit, miswritten []T
	wanted := words.Fold(typed)
	for one := range s.all {
		switch {
		case s.names != nil && wanted != "" && slices.ContainsFunc(s.names(one), func(n string) bool { return words.Fold(n) == wanted }):
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

func (r *run) person(w domain.World, typed string) (domain.Person, error) {
	return find(r, w, sought[domain.Person]{
		noun: domain.PersonNoun, all: w.Persons(),
		names:  func(p domain.Person) []string { return []string{p.Shown(), p.FullName()} },
		called: func(p domain.Person) []string { return []string{p.Shown(), p.Role.String()} },
		apart:  func(p domain.Person) []string { return []string{p.Role.String(), p.Number, p.Location} },
		none:   "cli.no-person", near: "cli.near-person", several: "cli.several-persons",
	}, typed)
}

func (r *run) aGroup(w domain.World, typed string) (domain.Group, error) {
	about := func(g domain.Group) []string {
		return []string{g.Name, r.words.VisibilityShort(g.Visibility), g.Location}
	}
	return find(r, w, sought[domain.Group]{
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

// who names somebody in a line: the schermnaam with the id, because names are
// not unique.
func (r *run) who(w domain.World, id domain.PersonID) string {
	return r.words.Say("cli.named", r.words.Person(w, id), string(id))
}

func (r *run) which(w domain.World, id domain.GroupID) string {
	return r.words.Say("cli.named", r.words.Group(w, id), string(id))
}

// tagged says of what rests on a reading of ours that it does.
func (r *run) tagged(said string, c sight.Clause) string {
	if c.Tag != sight.Read {
		return said
	}
	return r.words.Say("cli.read", said, r.words.Tag(c))
}

// because says grounds in words, each with whether it is a reading of ours.
func (r *run) because(w domain.World, lists ...[]ground) string {
	var said []string
	for _, g := range union(lists...) {
		said = append(said, r.tagged(r.words.Ground(w, g), g.Clause))
	}
	return strings.Join(said, "; ")
}
