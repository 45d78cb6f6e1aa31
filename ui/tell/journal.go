package tell

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

const (
	summaryNames = 3   // more are counted
	detailLimit  = 200 // changes; nobody reads an import of thousands one by one
)

// Summary says in one line what an entry of the journal did. Names come from the
// entry's own changes, else from world; a record that is in neither is named by its id.
func (w Words) Summary(world domain.World, e domain.Entry) string {
	if e.Export != nil {
		return w.exportSummary(*e.Export)
	}
	action := w.action(world, e)
	switch e.Kind {
	case domain.Undo:
		action = w.Say("summary.undone", action)
	case domain.Redo:
		action = w.Say("summary.redone", action)
	case domain.Edit, domain.Import, domain.Export:
	}
	return UpperFirst(action)
}

// exportSummary says in one line what an export took out.
func (w Words) exportSummary(e domain.Exported) string {
	var parts []string
	for _, c := range e.NounCounts() {
		parts = append(parts, w.Count(c.Noun, c.N))
	}
	to := words.Key("export-to." + e.To)
	if !w.Has(to) { // of a later program
		to = "export-to.output"
	}
	key := words.Key("summary.export")
	if e.Pseudonymised {
		key = "summary.export.pseudonymised"
	}
	return UpperFirst(w.Say(key, words.Clean(e.Form), w.Say(to), w.List(parts)))
}

// ImportSummary is Summary of an import, which needs no more than how many records of
// each noun it changed.
func (w Words) ImportSummary(counts []domain.NounCount) string {
	var parts []string
	for _, c := range counts {
		parts = append(parts, w.Count(c.Noun, c.N))
	}
	return UpperFirst(w.Say(words.Key("summary."+string(domain.VerbImport)), w.List(parts)))
}

// action says what the entry did; of an undo, what the entry did that it undoes.
func (w Words) action(world domain.World, e domain.Entry) string {
	key := words.Key("summary." + string(e.Verb))
	if e.Verb == domain.VerbImport { // a count reads the same either way
		return w.Say(key, w.List(w.counts(e.Changes)))
	}
	subject, ok := subjectOf(e.Verb)
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
	if e.Verb == domain.VerbStandardAdd {
		a.names = w.changedRecords(withNames(world, changes), changes)
	}
	if a.names == "" && e.Verb == domain.VerbPersonLeave {
		// The leaver was inactive already: only their links have changed.
		key, a.names = "summary.person.leave.inactive", w.changedRecords(world, changes)
	}
	return strings.TrimSpace(w.Say(key, a.names, a.fields, a.groups, a.day, a.was, a.becomes, a.members, a.replaced))
}

// subjects are the nouns of verbs that do not begin with the code of their noun.
var subjects = map[string]domain.Noun{
	"member": domain.MembershipNoun, "type": domain.RelationTypeNoun, "role": domain.AccessRoleNoun,
	"assignment": domain.AssignmentNoun, "reading": domain.InstitutionNoun,
	"step": domain.AcceptedSignalNoun, "check": domain.AcceptedSignalNoun, "signal": domain.AcceptedSignalNoun,
}

// subjectOf returns the noun that a verb is about, by the verb's first word.
func subjectOf(v domain.Verb) (domain.Noun, bool) {
	first, _, _ := strings.Cut(string(v), ".")
	if n, ok := subjects[first]; ok {
		return n, true
	}
	at := slices.IndexFunc(domain.Nouns(), func(n domain.Noun) bool { return n.String() == first })
	return domain.Noun(max(at, 0)), at >= 0
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
		if r, ok := rec.(domain.Relation); ok && replacedNow(st) {
			if r.ReplacedBy != "" {
				replaced = append(replaced, w.Person(world, r.Person))
				continue
			} else if successorIn(changes, st) { // which is what the entry is about
				continue
			}
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
	a.day, a.fields = w.Date(lastDay(after)), w.changedFields(world, subject, before, after)
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

// successorIn reports whether changes change what a relation was replaced by before a step.
func successorIn(changes []domain.Change, st domain.Step) bool {
	was, _ := st.Before.(domain.Relation)
	return slices.ContainsFunc(changes, func(c domain.Change) bool {
		at := c.Step().Ref
		return at.Noun == domain.RelationNoun && at.Key == string(was.ReplacedBy)
	})
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
	case domain.AcceptedSignal:
		if rec.IsCheck() {
			return words.Clean(rec.Reason), ""
		}
	}
	return w.name(world, rec), ""
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

// withNames returns world with people, groups and types named as in the changes, and with
// the relations in them that it has no more: an
// entry is about its own time, whatever changed later.
func withNames(world domain.World, changes []domain.Change) domain.World {
	var put []domain.Change
	done := map[domain.Ref]bool{}
	for _, c := range slices.Backward(changes) {
		if c.Person == nil && c.Group == nil && c.RelationType == nil && c.Relation == nil {
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
		case c.Relation != nil:
			if !world.Has(at) { // a replacement that is gone is still named by its person
				put = append(put, domain.Change{Relation: replacing(c.Relation, world.Relation, domain.RelationID(at.Key))})
			}
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
	lines := make([]string, 0, min(len(e.Changes), detailLimit)+1)
	for line := range w.Changes(world, e.Changes) {
		if len(lines) == detailLimit {
			return append(lines, w.Say("detail.more", len(e.Changes)-detailLimit))
		}
		lines = append(lines, line)
	}
	return lines
}

// Changes says each of changes in one line, with the old and the new value of each field.
func (w Words) Changes(world domain.World, changes []domain.Change) iter.Seq[string] {
	return func(yield func(string) bool) {
		named := withNames(world, changes)
		for _, c := range changes {
			if !yield(w.detail(named, c.Step())) {
				return
			}
		}
	}
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
		if !now[i].differs(was[i]) {
			continue
		}
		from, to := was[i].value, now[i].value
		if from == to { // two of one name, or what a line does not show
			from, to = strconv.QuoteToASCII(was[i].stored), strconv.QuoteToASCII(now[i].stored)
		}
		changed = append(changed, w.Say("detail.turned", now[i].label, w.orEmpty(from), w.orEmpty(to)))
	}
	return joined(w.name(world, st.After), strings.Join(changed, "; "))
}

func joined(name, fields string) string {
	if fields == "" {
		return name
	}
	return name + " · " + fields
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

// changedFields names the fields in which two records differ. A record that is missing is
// blank: an institution of which nothing was known is edited, not added.
func (w Words) changedFields(world domain.World, n domain.Noun, before, after domain.Keyed) string {
	var out []string
	was := w.fields(world, cmp.Or(before, n.Blank()))
	for i, f := range w.fields(world, cmp.Or(after, n.Blank())) {
		if f.differs(was[i]) {
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
