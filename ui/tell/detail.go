package tell

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// detailLimit is how many changes are told one by one: nobody reads an import
// of thousands that way.
const detailLimit = 200

// Details says what an entry of the journal changed, one line per change, with
// each field as it was and as it became. A long entry ends in how many more.
func (w Words) Details(world domain.World, e domain.Entry) []string {
	named := withNames(world, e.Changes)
	told := e.Changes[:min(len(e.Changes), detailLimit)]
	lines := make([]string, 0, len(told)+1)
	for _, c := range told {
		lines = append(lines, w.detail(named, c.Step()))
	}
	if more := len(e.Changes) - len(told); more > 0 {
		lines = append(lines, w.Say("detail.more", more))
	}
	return lines
}

func (w Words) detail(world domain.World, st domain.Step) string {
	switch {
	case st.Before == nil:
		return joined(w.Say("detail.new", w.noun(st), w.name(world, st.After)), w.stated(world, st.Noun, st.After))
	case st.After == nil:
		return joined(w.Say("detail.removed", w.noun(st), w.name(world, st.Before)), w.stated(world, st.Noun, st.Before))
	}
	var turns []string
	was, now := w.fields(world, st.Before), w.fields(world, st.After)
	for i := range now {
		if was[i].value != now[i].value {
			turns = append(turns, w.Say("detail.turned", now[i].label, w.orEmpty(was[i].value), w.orEmpty(now[i].value)))
		}
	}
	return joined(w.name(world, st.After), strings.Join(turns, "; "))
}

func joined(name, fields string) string {
	if fields == "" {
		return name
	}
	return name + " · " + fields
}

// name is Named without the noun, which the line has said already.
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
		if name, ok := w.tick(world, rec); ok {
			return name
		}
		return w.acceptedName(world, rec)
	}
	return strings.TrimSpace(w.Named(world, rec))
}

// stated gives the fields of a record that say something; what is as in a
// blank record is left out, unless the field always matters.
func (w Words) stated(world domain.World, n domain.Noun, rec domain.Keyed) string {
	var out []string
	blank := w.fields(world, n.Blank())
	for i, f := range w.fields(world, rec) {
		if f.value != "" && (f.matters || f.value != blank[i].value) {
			out = append(out, w.Say("detail.field", f.label, f.value))
		}
	}
	return strings.Join(out, "; ")
}

// changed names the fields in which two records differ; nothing where one is missing.
func (w Words) changed(world domain.World, before, after domain.Keyed) string {
	if before == nil || after == nil {
		return ""
	}
	var out []string
	was := w.fields(world, before)
	for i, f := range w.fields(world, after) {
		if f.value != was[i].value {
			out = append(out, f.label)
		}
	}
	return strings.Join(out, ", ")
}

func (w Words) orEmpty(s string) string {
	if s == "" {
		return w.Say("detail.empty")
	}
	return s
}

// YesNo says yes or no.
func (w Words) YesNo(b bool) string {
	if b {
		return w.Say("word.yes")
	}
	return w.Say("word.no")
}

// recordField is one field of a record in words. Two records of one noun have
// the same fields in the same order.
type recordField struct {
	label, value string
	matters      bool // told of a new record even when it is as usual
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
			out[0].value = w.Role(rec.Role) // says that it is the person's own
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
		if _, ok := w.tick(world, rec); ok { // its name says the rest
			code, objects = "", w.TickedFor(rec)
		}
		return []recordField{text("code", code), text("objects", objects),
			text("reason", rec.Reason), text("by", rec.By), text("on", w.Date(rec.On))}
	}
	return nil
}

// propertyFields gives the properties of a record in words.
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
		out[i] = recordField{w.Field(p.Field), words.Clean(said), p.Shape == domain.Choice}
	}
	return out
}

// SayProperty says the canonical text of a property; of records, their ids.
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
		for _, set := range choiceWords[f] {
			if key := words.Key(set + text); w.Has(key) {
				return w.Say(key)
			}
		}
	}
	return text
}

// choiceWords are where the words for the codes of a property stand. The codes of
// several nouns differ where their properties have one name.
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
		label := r.String() // kept for later, without an effect or a question yet
		if w.Has(readingKey(r, "question")) {
			label = w.ReadingRule(r) + " ‘" + w.ReadingQuestion(r) + "’"
		}
		out = append(out, recordField{label: label, value: w.YesNo(i.Readings.On(r))})
	}
	return out
}

// successor names who came instead (E8).
func (w Words) successor(world domain.World, id domain.RelationID) string {
	if r, ok := world.Relation(id); ok {
		return w.Person(world, r.Person)
	}
	return string(id)
}
