package tell

import (
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

func (w Words) yesNo(b bool) string {
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
	day := func(f domain.Field, d domain.Date) recordField { return text(f, w.Date(d)) }
	flag := func(f domain.Field, b bool) recordField { return text(f, w.yesNo(b)) }
	always := func(f domain.Field, s string) recordField { return recordField{w.Field(f), s, true} }
	switch rec := rec.(type) {
	case domain.Institution:
		return w.institutionFields(rec)
	case domain.Person:
		return []recordField{always("role", w.Role(rec.Role)),
			text("givenName", rec.GivenName), text("initials", rec.Initials), text("familyNamePrefix", rec.FamilyNamePrefix),
			text("familyName", rec.FamilyName), text("displayName", rec.DisplayName), text("number", rec.Number),
			text("userName", rec.UserName), text("email", rec.Email), day("birthDate", rec.BirthDate),
			text("location", rec.Location), text("function", rec.Function), text("note", rec.Note), day("inactiveFrom", rec.InactiveFrom)}
	case domain.Group:
		return []recordField{text("name", rec.Name), always("visibility", w.VisibilityShort(rec.Visibility)),
			text("location", rec.Location), text("newsGroup", rec.NewsGroup), text("description", rec.Description)}
	case domain.Membership:
		return []recordField{always("role", w.Role(rec.Role)), day("from", rec.From), day("through", rec.Through)}
	case domain.RelationType:
		return []recordField{text("name", rec.Name), always("kind", w.Kind(rec.Kind)),
			flag("primary", rec.Primary), flag("exclusive", rec.Exclusive), flag("relevant", rec.Relevant),
			flag("negative", rec.Negative), flag("legal", rec.Legal), flag("vbmResponsible", rec.VBMResponsible),
			flag("network", rec.Network), flag("active", rec.Active())}
	case domain.Relation:
		return []recordField{text("client", w.Person(world, rec.Client)), text("person", w.Person(world, rec.Person)),
			text("type", w.RelationType(world, rec.Type)), day("from", rec.From), day("through", rec.Through),
			flag("withdrawn", rec.Withdrawn), text("replacedBy", w.successor(world, rec.ReplacedBy)), text("note", rec.Note)}
	}
	return w.careFields(world, rec)
}

func (w Words) institutionFields(i domain.Institution) []recordField {
	out := []recordField{
		{label: w.Field("name"), value: words.Clean(i.Name)},
		{label: w.Field("usesNewsGroups"), value: w.yesNo(!i.WithoutNewsGroups)},
		{label: w.Field("date"), value: w.Date(i.Date)},
		{label: w.Field("revealingWords"), value: w.wordList(i)},
		{label: w.Field("pseudonymised"), value: w.yesNo(i.Pseudonymised)},
		{label: w.Field("extensions"), value: words.Clean(string(i.Extensions))},
	}
	for _, r := range domain.AllReadings() {
		label := r.String() // kept for later, without an effect or a question yet
		if w.Has(readingKey(r, "question")) {
			label = w.ReadingRule(r) + " ‘" + w.ReadingQuestion(r) + "’"
		}
		out = append(out, recordField{label: label, value: w.yesNo(i.Readings.On(r))})
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

// careFields are those of the nouns that come from the care record.
func (w Words) careFields(world domain.World, rec domain.Keyed) []recordField {
	text := func(f domain.Field, s string) recordField {
		return recordField{label: w.Field(f), value: words.Clean(s)}
	}
	people := func(f domain.Field, ids []domain.PersonID) recordField {
		names := make([]string, len(ids))
		for i, id := range ids {
			names[i] = w.Person(world, id)
		}
		return text(f, strings.Join(names, ", "))
	}
	switch rec := rec.(type) {
	case domain.AccessRole:
		types := make([]string, len(rec.Scope.RelationTypes))
		for i, t := range rec.Scope.RelationTypes {
			types[i] = w.RelationType(world, t)
		}
		return []recordField{text("name", rec.Name), text("kind", w.Say(words.Key("access-kind."+rec.Kind.String()))),
			text("tasks", strings.Join(rec.Tasks, ", ")), text("scope", w.scope(rec.Scope.Kind)),
			text("locations", strings.Join(rec.Scope.Locations, ", ")), text("relationTypes", strings.Join(types, ", ")),
			text("active", w.yesNo(!rec.SwitchedOff))}
	case domain.Assignment:
		return []recordField{text("from", w.Date(rec.From)), text("through", w.Date(rec.Through))}
	case domain.Shift:
		return []recordField{text("date", w.Date(rec.Date)), text("begin", rec.Begin.String()), text("end", rec.End.String()),
			text("code", rec.Code), text("name", rec.Name), people("employees", rec.Employees), people("clients", rec.Clients)}
	case domain.Agreement:
		return w.agreementFields(world, rec)
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

func (w Words) scope(k domain.ScopeKind) string {
	if k == domain.NoScope {
		return ""
	}
	return w.Say(words.Key("scope." + k.String()))
}

// agreementFields leaves blank what does not belong to an agreement of its kind.
func (w Words) agreementFields(world domain.World, a domain.Agreement) []recordField {
	text := func(f domain.Field, s string) recordField { return recordField{label: w.Field(f), value: s} }
	most, role := "", ""
	switch a.Kind {
	case domain.GroupAtMost:
		most = w.VisibilityShort(a.MostVisible)
	case domain.NoRoleInGroup:
		role = w.Role(a.Role)
	}
	return []recordField{{w.Field("kind"), w.AgreementKind(a.Kind), true},
		text("viewer", w.Person(world, a.Viewer)), text("other", w.Person(world, a.Other)),
		text("group", w.Group(world, a.Group)), text("mostVisible", most), text("role", role), text("note", words.Clean(a.Note))}
}
