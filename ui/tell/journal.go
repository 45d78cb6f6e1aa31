package tell

import (
	"cmp"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

const (
	summaryNames = 3   // more are counted
	detailLimit  = 200 // changes; nobody reads an import of thousands one by one
)

// subjects is the noun that a verb is about, by the verb's first word.
var subjects = map[string]domain.Noun{
	"person": domain.PersonNoun, "group": domain.GroupNoun, "member": domain.MembershipNoun,
	"type": domain.RelationTypeNoun, "relation": domain.RelationNoun,
	"institution": domain.InstitutionNoun, "reading": domain.InstitutionNoun,
	"shift": domain.ShiftNoun, "role": domain.AccessRoleNoun, "assignment": domain.AssignmentNoun,
	"step": domain.AcceptedSignalNoun, "check": domain.AcceptedSignalNoun,
	"agreement": domain.AgreementNoun, "signal": domain.AcceptedSignalNoun,
}

// Summary says in one line what an entry of the journal did. Names come from the
// entry's own changes, else from world; a record that is in neither is named by its id.
func (w Words) Summary(world domain.World, e domain.Entry) string {
	action := w.action(world, e)
	switch e.Kind {
	case domain.Undo:
		action = w.Say("summary.undone", action)
	case domain.Redo:
		action = w.Say("summary.redone", action)
	case domain.Edit, domain.Import:
	}
	return upperFirst(action)
}

// action says what the entry did; of an undo, what the entry did that it undoes.
func (w Words) action(world domain.World, e domain.Entry) string {
	key := words.Key("summary." + string(e.Verb))
	if e.Verb == domain.VerbImport { // a count reads the same either way
		return w.Say(key, w.List(w.counts(e.Changes)))
	}
	noun, _, _ := strings.Cut(string(e.Verb), ".")
	subject, ok := subjects[noun]
	if !ok || !w.Has(key) {
		return w.Say("summary.other", words.Clean(string(e.Verb)))
	}
	changes := e.Changes
	if e.Kind == domain.Undo {
		changes = domain.Inverse(changes)
	}
	a := w.summaryTerms(withNames(world, changes), subject, changes)
	if a.replaced != "" && e.Verb == domain.VerbRelationAdd {
		key = "summary.relation.add.replaces"
	}
	if a.names == "" && e.Verb == domain.VerbPersonLeave {
		// The leaver was inactive already: only their links have changed.
		key, a.names = "summary.person.leave.inactive", w.changedRecords(world, changes)
	}
	return strings.TrimSpace(w.Say(key, a.names, a.fields, a.groups, a.day, a.was, a.becomes, a.members, a.replaced))
}

// counts says how many records of each noun changed.
func (w Words) counts(changes []domain.Change) []string {
	number := map[domain.Noun]int{}
	for _, c := range changes {
		number[c.Step().Noun]++
	}
	var out []string
	for _, n := range domain.Nouns() {
		if number[n] > 0 {
			out = append(out, w.Count(n, number[n]))
		}
	}
	return out
}

// Count says how many records of a noun there are: 41 personen.
func (w Words) Count(n domain.Noun, number int) string {
	return w.Say(words.Key("count."+n.String()), number)
}

// summaryTerms are the arguments of a verb's sentence.
type summaryTerms struct {
	names, fields, groups, day, was, becomes string
	members                                  int
	replaced                                 string // E8
}

func (w Words) summaryTerms(world domain.World, subject domain.Noun, changes []domain.Change) summaryTerms {
	var a summaryTerms
	var names, groups, replaced []string
	var before, after domain.Keyed
	for _, c := range changes {
		st := c.Step()
		if st.Noun == domain.MembershipNoun {
			a.members++
		}
		if st.Noun != subject {
			continue
		}
		rec := present(st)
		name, group := w.subject(world, rec)
		if r, ok := rec.(domain.Relation); ok && r.ReplacedBy != "" && replacedNow(st) {
			replaced = append(replaced, w.Person(world, r.Person))
			continue
		}
		names, groups = appendNew(names, name), appendNew(groups, group)
		if before == nil {
			before = st.Before
		}
		if st.After != nil {
			after = st.After
		}
	}
	a.names, a.groups, a.replaced = w.Some(names, summaryNames), w.Some(groups, summaryNames), w.Some(replaced, summaryNames)
	a.day, a.fields = w.Date(lastDay(after)), w.changedFields(world, before, after)
	return w.withValues(a, before, after)
}

// present returns the record after a step; of a removal, the one before.
func present(st domain.Step) domain.Keyed {
	if st.After == nil {
		return st.Before
	}
	return st.After
}

// replacedNow reports whether a new relation replaces another by this step (E8).
func replacedNow(st domain.Step) bool {
	was, _ := st.Before.(domain.Relation)
	now, ok := st.After.(domain.Relation)
	return ok && was.ReplacedBy != now.ReplacedBy
}

// changedRecords names all records that changed.
func (w Words) changedRecords(world domain.World, changes []domain.Change) string {
	var names []string
	for _, c := range changes {
		name, _ := w.subject(world, present(c.Step()))
		names = appendNew(names, name)
	}
	return w.Some(names, summaryNames)
}

// subject names the record that a verb is about; of a membership the person, and apart
// from that the group.
func (w Words) subject(world domain.World, rec domain.Keyed) (name, group string) {
	switch rec := rec.(type) {
	case domain.Membership:
		return w.Person(world, rec.Person), w.Group(world, rec.Group)
	case domain.Relation:
		return w.Say("summary.relation", w.Person(world, rec.Person), w.RelationType(world, rec.Type), w.Person(world, rec.Client)), ""
	case domain.Group:
		return words.Clean(rec.Name), ""
	case domain.RelationType:
		return words.Clean(rec.Name), ""
	case domain.AccessRole:
		return words.Clean(rec.Name), ""
	case domain.Agreement:
		return w.Agreement(world, rec), ""
	case domain.AcceptedSignal:
		if rec.IsCheck() {
			return words.Clean(rec.Reason), ""
		}
		if name, ok := w.markName(world, rec); ok {
			return name, ""
		}
		return w.acceptedName(world, rec), ""
	}
	return w.Named(world, rec), ""
}

// withValues adds the old and the new value of the two edits that change one value.
func (w Words) withValues(a summaryTerms, before, after domain.Keyed) summaryTerms {
	switch now := after.(type) {
	case domain.Group:
		if was, ok := before.(domain.Group); ok {
			a.was, a.becomes = w.VisibilityShort(was.Visibility), w.VisibilityShort(now.Visibility)
		}
	case domain.Institution:
		was, _ := before.(domain.Institution)
		for _, r := range domain.AllReadings() {
			if was.Readings.On(r) != now.Readings.On(r) && w.Has(readingKey(r, "question")) {
				a.names, a.was, a.becomes = w.ReadingQuestion(r), w.ReadingRule(r), w.YesNo(now.Readings.On(r))
			}
		}
	}
	return a
}

// lastDay returns the day on which a record ends.
func lastDay(rec domain.Keyed) domain.Date {
	switch rec := rec.(type) {
	case domain.Person:
		return rec.InactiveFrom
	case domain.Membership:
		return rec.Through
	case domain.Relation:
		return rec.Through
	case domain.Assignment:
		return rec.Through
	}
	return 0
}

func appendNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// withNames returns world with people, groups and types named as in the changes: an
// entry is about its own time, whatever changed later.
func withNames(world domain.World, changes []domain.Change) domain.World {
	var put []domain.Change
	done := map[domain.Ref]bool{}
	for _, c := range slices.Backward(changes) {
		if c.Person == nil && c.Group == nil && c.RelationType == nil {
			continue
		}
		at := c.Step().Ref
		if done[at] {
			continue
		}
		done[at] = true
		switch {
		case c.Person != nil:
			put = append(put, domain.Change{Person: replacing(c.Person, world.Person, domain.PersonID(at.Key))})
		case c.Group != nil:
			put = append(put, domain.Change{Group: replacing(c.Group, world.Group, domain.GroupID(at.Key))})
		default:
			put = append(put, domain.Change{RelationType: replacing(c.RelationType, world.RelationType, domain.RelationTypeID(at.Key))})
		}
	}
	if named, err := world.With(put...); err == nil {
		return named
	}
	return world
}

// replacing swaps the record that world has now for the one of the change.
func replacing[ID ~string, T any](s *domain.Swap[T], now func(ID) (T, bool), id ID) *domain.Swap[T] {
	out := &domain.Swap[T]{After: cmp.Or(s.After, s.Before)}
	if was, ok := now(id); ok {
		out.Before = &was
	}
	return out
}

// Details says what an entry of the journal changed, one line per change, with the old
// and the new value of each field. A long entry ends with the number of further changes.
func (w Words) Details(world domain.World, e domain.Entry) []string {
	named := withNames(world, e.Changes)
	shown := e.Changes[:min(len(e.Changes), detailLimit)]
	lines := make([]string, 0, len(shown)+1)
	for _, c := range shown {
		lines = append(lines, w.detail(named, c.Step()))
	}
	if more := len(e.Changes) - len(shown); more > 0 {
		lines = append(lines, w.Say("detail.more", more))
	}
	return lines
}

func (w Words) detail(world domain.World, st domain.Step) string {
	switch {
	case st.Before == nil:
		return joined(w.Say("detail.new", w.noun(st), w.name(world, st.After)), w.filledFields(world, st.Noun, st.After))
	case st.After == nil:
		return joined(w.Say("detail.removed", w.noun(st), w.name(world, st.Before)), w.filledFields(world, st.Noun, st.Before))
	}
	var changed []string
	was, now := w.fields(world, st.Before), w.fields(world, st.After)
	for i := range now {
		if was[i].value != now[i].value {
			changed = append(changed, w.Say("detail.turned", now[i].label, w.orEmpty(was[i].value), w.orEmpty(now[i].value)))
		}
	}
	return joined(w.name(world, st.After), strings.Join(changed, "; "))
}

func joined(name, fields string) string {
	if fields == "" {
		return name
	}
	return name + " · " + fields
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

// filledFields says the fields that differ from a blank record or always matter.
func (w Words) filledFields(world domain.World, n domain.Noun, rec domain.Keyed) string {
	var out []string
	blank := w.fields(world, n.Blank())
	for i, f := range w.fields(world, rec) {
		if f.value != "" && (f.matters || f.value != blank[i].value) {
			out = append(out, w.Say("detail.field", f.label, f.value))
		}
	}
	return strings.Join(out, "; ")
}

// changedFields names the fields in which two records differ; none if one is missing.
func (w Words) changedFields(world domain.World, before, after domain.Keyed) string {
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

// recordField is one field of a record in words. Two records of one noun have
// the same fields in the same order.
type recordField struct {
	label, value string
	matters      bool // said of a new record even if it is as usual
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
	return nil
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
		out[i] = recordField{w.Field(p.Field), words.Clean(said), p.Shape == domain.Choice}
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
