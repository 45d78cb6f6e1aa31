package exchange

import "zichtlijn/domain"

// recordID finds the record of a row by id, else by its name, which no two of the noun
// share.
func (x *resolver) recordID(e *entry, noun domain.Noun, by named, nameKey string) (id string, known, ok bool) {
	has := func(id string) bool { return x.world.Has(domain.Ref{Noun: noun, Key: id}) }
	if id = e.text("id"); id != "" {
		return id, has(id), true
	}
	found := by[domain.SameName(e.text(nameKey))]
	switch len(found) {
	case 0:
		return x.ids[noun].next(), false, true
	case 1:
		return found[0], has(found[0]), true
	}
	e.f.refuse(e.cell(nameKey), Ambiguous, found[:min(len(found), mostOthers)]...)
	e.reject(noun, false)
	return "", false, false
}

// refer finds the record that a row refers to: by the id of one cell, else by the name of
// another. ok is false where none is given, or the name fits none or several.
func (x *resolver) refer(e *entry, noun domain.Noun, by named, idKey, nameKey string) (id string, at *node, ok bool) {
	if at = e.cell(idKey); at != nil && !at.emptied {
		return at.text, at, true
	}
	at = e.cell(nameKey)
	if at == nil || at.emptied {
		return "", nil, false
	}
	found := by[domain.SameName(at.text)]
	if len(found) == 0 && x.world.Has(domain.Ref{Noun: noun, Key: at.text}) { // an id in the place of a name
		found = []string{at.text}
	}
	switch len(found) {
	case 1:
		return found[0], at, true
	case 0:
		e.f.refuse(at, UnknownReference, noun.String())
	default:
		e.f.refuse(at, Ambiguous, found[:min(len(found), mostOthers)]...)
	}
	return "", at, false
}

// referPerson finds the person that a row refers to: by id, else by number, on one side or
// on both.
func (x *resolver) referPerson(e *entry, idKey, numberKey string, client, other bool) (id string, at *node, ok bool) {
	if at = e.cell(idKey); at != nil && !at.emptied {
		return at.text, at, true
	}
	at = e.cell(numberKey)
	if at == nil || at.emptied {
		return "", nil, false
	}
	found := x.people.numbered(at.text, client, other)
	switch len(found) {
	case 1:
		return found[0], at, true
	case 0:
		e.f.refuse(at, UnknownReference, domain.PersonNoun.String())
	default:
		e.f.refuse(at, Ambiguous, found[:min(len(found), mostOthers)]...)
	}
	return "", at, false
}
