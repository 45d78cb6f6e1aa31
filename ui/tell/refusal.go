package tell

import (
	"cmp"
	"unicode"
	"unicode/utf8"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// Refusal says in one sentence why something is not done and what to do.
func (w Words) Refusal(world domain.World, r domain.Refusal) string {
	key := words.Key("refusal." + string(r.Code))
	if r.Field != "" {
		if special := key + "." + words.Key(r.Field); w.Has(special) {
			key = special
		}
	}
	return upperFirst(w.Say(key, w.Record(world, r.Subject), w.Field(r.Field), words.Clean(r.Value), w.records(world, r.Others), w.Date(r.Date), r.Limit))
}

// upperFirst makes a sentence begin with a capital, whatever word came to stand first.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// Field names a property of a record.
func (w Words) Field(f domain.Field) string {
	key := words.Key("field." + string(f))
	if f == "" || !w.Has(key) {
		return string(f)
	}
	return w.Say(key)
}

// Noun names a kind of record.
func (w Words) Noun(n domain.Noun) string { return w.Say(words.Key("noun." + n.String())) }

// records names several, cut to what a sentence bears.
func (w Words) records(world domain.World, refs []domain.Ref) string {
	names := make([]string, len(refs))
	for i, r := range refs {
		names[i] = w.Record(world, r)
	}
	return w.Some(names, 5)
}

// Record names a record for a sentence: people and groups by name, links by
// whom they join. One that does not exist is named by its kind and key.
func (w Words) Record(world domain.World, r domain.Ref) string {
	rec, ok := world.Record(r)
	if !ok {
		return w.Say("record.unknown", w.Noun(r.Noun), words.Clean(r.Key))
	}
	return w.Named(world, rec)
}

// Named names a record that need not be in the world any more.
func (w Words) Named(world domain.World, rec domain.Keyed) string {
	switch rec := rec.(type) {
	case domain.Institution:
		return w.Say("record.institution")
	case domain.Person:
		return words.Clean(rec.Shown())
	case domain.Group:
		return w.Say("record.group", words.Clean(rec.Name))
	case domain.Membership:
		return w.Say("record.membership", w.Person(world, rec.Person), w.Group(world, rec.Group), w.Period(rec.Period))
	case domain.RelationType:
		return w.Say("record.relationType", words.Clean(rec.Name))
	case domain.Relation:
		return w.Say("record.relation", w.Person(world, rec.Person), w.RelationType(world, rec.Type), w.Person(world, rec.Client), w.Period(rec.Period))
	case domain.AccessRole:
		return w.Say("record.accessRole", words.Clean(rec.Name))
	case domain.Assignment:
		return w.Say("record.assignment", w.Person(world, rec.Person), w.AccessRole(world, rec.Role))
	case domain.Shift:
		return w.Say("record.shift", words.Clean(cmp.Or(rec.Name, rec.Code, string(rec.ID))), w.Date(rec.Date))
	case domain.Agreement:
		return w.Say("record.agreement", w.Agreement(world, rec))
	case domain.AcceptedSignal:
		if name, ok := w.tick(world, rec); ok {
			return name
		}
		return w.Say("record.acceptedSignal", w.acceptedName(world, rec))
	}
	return words.Clean(rec.Key())
}
