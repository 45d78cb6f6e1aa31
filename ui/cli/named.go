package cli

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/mishap"
)

// person finds whom somebody means: an id, or a whole name that fits exactly one.
func (r *run) person(w domain.World, asked string) (domain.Person, error) {
	if p, ok := w.Person(domain.PersonID(asked)); ok {
		return p, nil
	}
	var fit []domain.Person
	wanted := lang.Fold(asked)
	for p := range w.Persons() {
		if wanted != "" && (lang.Fold(p.Shown()) == wanted || lang.Fold(p.FullName()) == wanted) {
			fit = append(fit, p)
		}
	}
	switch len(fit) {
	case 0:
		return domain.Person{}, r.fail(mishap.WrongUse, lang.CLINoPerson, lang.Clean(asked))
	case 1:
		return fit[0], nil
	}
	var candidates []string
	for _, p := range fit {
		candidates = append(candidates, candidate(string(p.ID), p.Role.String(), p.Number, p.Location))
	}
	return domain.Person{}, r.fail(mishap.WrongUse, lang.CLISeveralPersons, lang.Clean(asked), strings.Join(candidates, "; "))
}

// aGroup finds which group somebody means.
func (r *run) aGroup(w domain.World, asked string) (domain.Group, error) {
	if g, ok := w.Group(domain.GroupID(asked)); ok {
		return g, nil
	}
	var fit []domain.Group
	wanted := lang.Fold(asked)
	for g := range w.Groups() {
		if wanted != "" && lang.Fold(g.Name) == wanted {
			fit = append(fit, g)
		}
	}
	switch len(fit) {
	case 0:
		return domain.Group{}, r.fail(mishap.WrongUse, lang.CLINoGroup, lang.Clean(asked))
	case 1:
		return fit[0], nil
	}
	var candidates []string
	for _, g := range fit {
		candidates = append(candidates, candidate(string(g.ID), g.Name, r.words.VisibilityShort(g.Visibility), g.Location))
	}
	return domain.Group{}, r.fail(mishap.WrongUse, lang.CLISeveralGroups, lang.Clean(asked), strings.Join(candidates, "; "))
}

// candidate writes an id with what tells it from others: P13 (CLIENT, 100013, Vlierhof).
func candidate(id string, apart ...string) string {
	var known []string
	for _, a := range apart {
		if a != "" {
			known = append(known, lang.Clean(a))
		}
	}
	return id + " (" + strings.Join(known, ", ") + ")"
}

// who names somebody in a line: the schermnaam with the id, because names are
// not unique.
func (r *run) who(w domain.World, id domain.PersonID) string {
	return r.words.Say(lang.CLINamed, r.words.Person(w, id), string(id))
}

func (r *run) which(w domain.World, id domain.GroupID) string {
	return r.words.Say(lang.CLINamed, r.words.Group(w, id), string(id))
}

// tagged says of what rests on a reading of ours that it does.
func (r *run) tagged(said string, c sight.Clause) string {
	if c.Tag != sight.Read {
		return said
	}
	return r.words.Say(lang.CLIRead, said, r.words.Tag(c))
}

// because says grounds in words, each with whether it is a reading of ours.
func (r *run) because(w domain.World, lists ...[]ground) string {
	var said []string
	for _, g := range union(lists...) {
		said = append(said, r.tagged(r.words.Ground(w, g), g.Clause))
	}
	return strings.Join(said, "; ")
}
