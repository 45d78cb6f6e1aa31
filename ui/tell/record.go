package tell

import (
	"cmp"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// records names several records, at most as many as a sentence can hold.
func (w Words) records(world domain.World, refs []domain.Ref) string {
	names := make([]string, len(refs))
	for i, r := range refs {
		names[i] = w.Record(world, r)
	}
	return w.Some(names, 5)
}

// Record names a record for a sentence: people and groups by name, links by the people
// that they join. One that does not exist is named by its noun and key.
func (w Words) Record(world domain.World, r domain.Ref) string {
	rec, ok := world.Record(r)
	if !ok {
		return w.Say("record.unknown", w.Noun(r.Noun), words.Clean(r.Key))
	}
	return w.Named(world, rec)
}

// Named is Record for a record that the world may no longer have.
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
		if name, ok := w.markName(world, rec); ok {
			return name
		}
		return w.Say("record.acceptedSignal", w.acceptedName(world, rec))
	}
	panic("tell: nobody names a record of this noun")
}

// name is Named without the noun, which the line begins with.
func (w Words) name(world domain.World, rec domain.Keyed) string {
	switch rec := rec.(type) {
	case domain.Group:
		return words.Clean(rec.Name)
	case domain.RelationType:
		return words.Clean(rec.Name)
	case domain.AccessRole:
		return words.Clean(rec.Name)
	case domain.Agreement:
		return w.Agreement(world, rec)
	case domain.AcceptedSignal:
		if name, ok := w.markName(world, rec); ok {
			return name
		}
		return w.acceptedName(world, rec)
	}
	return strings.TrimSpace(w.Named(world, rec))
}

// recordField is one field of a record in words. Two records of one noun have
// the same fields in the same order.
type recordField struct {
	label, value string
	stored       string // what value says, by which a change is known: two people share a name
	matters      bool   // said of a new record even if it is as usual
}

// differs reports whether two records differ in the field.
func (f recordField) differs(was recordField) bool {
	return f.value != was.value || f.stored != was.stored
}

func (w Words) fields(world domain.World, rec domain.Keyed) []recordField {
	text := func(f domain.Field, s string) recordField {
		return recordField{label: w.Field(f), value: words.Clean(s)}
	}
	switch rec := rec.(type) {
	case domain.Institution:
		return w.institutionFields(world, rec)
	case domain.Person:
		return append(propertyFields(w, world, domain.PersonProperties(), rec), text("inactiveFrom", w.Date(rec.InactiveFrom)))
	case domain.Group:
		return propertyFields(w, world, domain.GroupProperties(), rec)
	case domain.Membership:
		out := propertyFields(w, world, domain.MembershipProperties(), rec)
		if rec.Role == domain.NoRole {
			out[0].value = w.Role(rec.Role) // the words for a person's own role
		}
		return out
	case domain.RelationType:
		return propertyFields(w, world, domain.RelationTypeProperties(), rec)
	case domain.Relation:
		out := propertyFields(w, world, domain.RelationProperties(), rec)
		return slices.Insert(out, len(out)-1, text("withdrawn", w.YesNo(rec.Withdrawn)), text("replacedBy", w.successor(world, rec.ReplacedBy)))
	case domain.AccessRole:
		out := propertyFields(w, world, domain.AccessRoleProperties(), rec)
		out[1].matters = false // by hand is the usual kind
		return out
	case domain.Assignment:
		return propertyFields(w, world, domain.AssignmentProperties(), rec)
	case domain.Shift:
		return propertyFields(w, world, domain.ShiftProperties(), rec)
	case domain.Agreement:
		out := propertyFields(w, world, domain.AgreementProperties(), rec)
		out[4].label = w.Field("mostVisible")
		return out
	case domain.AcceptedSignal:
		code, objects := rec.Code, strings.Join(rec.Objects, ", ")
		if _, ok := w.markName(world, rec); ok { // the name says the code and the group
			code, objects = "", w.TickedFor(rec)
		}
		return []recordField{text("code", code), text("objects", objects),
			text("reason", rec.Reason), text("by", rec.By), text("on", w.Date(rec.On))}
	}
	panic("tell: nobody says the fields of this noun")
}

// propertyFields returns the properties of a record in words.
func propertyFields[T any](w Words, world domain.World, all []domain.Property[T], rec T) []recordField {
	out := make([]recordField, len(all))
	for i, p := range all {
		said := w.SayProperty(p.Field, p.Shape, p.Text(&rec))
		switch p.Shape {
		case domain.One:
			said = w.recordName(world, p.Of, said)
		case domain.Many:
			list := p.List(&rec)
			for i, key := range list {
				list[i] = w.recordName(world, p.Of, key)
			}
			said = strings.Join(list, ", ")
		}
		out[i] = recordField{w.Field(p.Field), words.Clean(said), p.Text(&rec), p.Shape == domain.Choice}
	}
	return out
}

// SayProperty returns the words for the canonical text of a property. Records keep
// their ids.
func (w Words) SayProperty(f domain.Field, shape domain.Shape, text string) string {
	switch shape {
	case domain.Day:
		day, _ := domain.ParseDate(text)
		return w.Date(day)
	case domain.Flag:
		return w.YesNo(text == "true")
	case domain.Lines:
		return strings.ReplaceAll(text, "\n", ", ")
	case domain.Choice:
		if as, ok := domain.ParseRole(text); ok && f == "role" && w.spoken {
			return w.Role(as)
		}
		for _, set := range choiceWords[f] {
			if key := words.Key(set + text); w.Has(key) {
				return w.Say(key)
			}
		}
	}
	return text
}

// choiceWords are the prefixes of the keys that say the codes of a property. Nouns share
// a property's name, but not its codes.
var choiceWords = map[domain.Field][]string{
	"role": {"role."}, "visibility": {"visibility-short."}, "scope.kind": {"scope."},
	"kind": {"kind.", "access-kind.", "agreement-kind."},
}

func (w Words) recordName(world domain.World, of domain.Noun, key string) string {
	switch of {
	case domain.PersonNoun:
		return w.Person(world, domain.PersonID(key))
	case domain.GroupNoun:
		return w.Group(world, domain.GroupID(key))
	case domain.RelationTypeNoun:
		return w.RelationType(world, domain.RelationTypeID(key))
	}
	return key
}

func (w Words) institutionFields(world domain.World, i domain.Institution) []recordField {
	out := append(propertyFields(w, world, domain.InstitutionProperties(), i),
		recordField{label: w.Field("date"), value: w.Date(i.Date)},
		recordField{label: w.Field("revealingWords"), value: w.wordList(i)},
		recordField{label: w.Field("pseudonymised"), value: w.YesNo(i.Pseudonymised)},
		recordField{label: w.Field("extensions"), value: words.Clean(string(i.Extensions))},
	)
	for _, r := range domain.AllReadings() {
		label := r.String() // a reading without an effect or a question yet
		if w.Has(readingKey(r, "question")) {
			label = w.ReadingRule(r) + " ‘" + w.ReadingQuestion(r) + "’"
		}
		out = append(out, recordField{label: label, value: w.YesNo(i.Readings.On(r))})
	}
	return out
}

// successor names the person of the relation that replaces another (E8).
func (w Words) successor(world domain.World, id domain.RelationID) string {
	if r, ok := world.Relation(id); ok {
		return w.Person(world, r.Person)
	}
	return string(id)
}
