package tell

import (
	"cmp"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// summaryNames is how many names a summary gives before it counts the rest.
const summaryNames = 3

// subjects says of which noun a verb speaks, by the verb's first word.
var subjects = map[string]domain.Noun{
	"person": domain.PersonNoun, "group": domain.GroupNoun, "member": domain.MembershipNoun,
	"type": domain.RelationTypeNoun, "relation": domain.RelationNoun,
	"institution": domain.InstitutionNoun, "reading": domain.InstitutionNoun,
	"shift": domain.ShiftNoun, "role": domain.AccessRoleNoun, "assignment": domain.AssignmentNoun,
	"step": domain.AcceptedSignalNoun, "check": domain.AcceptedSignalNoun,
	"agreement": domain.AgreementNoun,
	"signal":    domain.AcceptedSignalNoun,
}

// Summary says in one line what an entry of the journal did. Names are those
// that its own changes give, else those of world; what is no longer known is
// named by its id.
func (w Words) Summary(world domain.World, e domain.Entry) string {
	deed := w.deed(world, e)
	switch e.Kind {
	case domain.Undo:
		deed = w.Say("summary.undone", deed)
	case domain.Redo:
		deed = w.Say("summary.redone", deed)
	}
	return upperFirst(deed)
}

// deed says what the entry did or, if it takes one back, what that one did.
func (w Words) deed(world domain.World, e domain.Entry) string {
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
	a := w.account(withNames(world, changes), subject, changes)
	if a.replaced != "" && e.Verb == domain.VerbRelationAdd {
		key = "summary.relation.add.replaces"
	}
	if a.names == "" && e.Verb == domain.VerbPersonLeave {
		// The leaver was inactive already: only links of theirs have changed.
		key, a.names = "summary.person.leave.inactive", w.linked(world, changes)
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

// account is what the sentence of a verb may speak of.
type account struct {
	names, fields, groups, day, was, becomes string
	members                                  int
	replaced                                 string // E8
}

func (w Words) account(world domain.World, subject domain.Noun, changes []domain.Change) account {
	var a account
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
		rec := st.After
		if rec == nil {
			rec = st.Before
		}
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
	a.day, a.fields = w.Date(lastDay(after)), w.changed(world, before, after)
	return w.turned(a, before, after)
}

// replacedNow reports whether a step is what a new relation does to another (E8).
func replacedNow(st domain.Step) bool {
	was, _ := st.Before.(domain.Relation)
	now, ok := st.After.(domain.Relation)
	return ok && was.ReplacedBy != now.ReplacedBy
}

// linked names the records that changed, where no record of the subject did.
func (w Words) linked(world domain.World, changes []domain.Change) string {
	var names []string
	for _, c := range changes {
		st := c.Step()
		rec := st.After
		if rec == nil {
			rec = st.Before
		}
		name, _ := w.subject(world, rec)
		names = appendNew(names, name)
	}
	return w.Some(names, summaryNames)
}

// subject names what a verb is about: of a membership its person, and apart from it its group.
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
		if name, ok := w.tick(world, rec); ok {
			return name, ""
		}
		return w.acceptedName(world, rec), ""
	}
	return w.Named(world, rec), ""
}

// turned adds what was and what is of the two edits that are about one value.
func (w Words) turned(a account, before, after domain.Keyed) account {
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

// lastDay is the day that an ending sets.
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

// withNames returns world with the people, groups and types that changes name,
// as the changes name them: an entry speaks of what was, whatever came later.
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
			put = append(put, domain.Change{Person: over(c.Person, world.Person, domain.PersonID(at.Key))})
		case c.Group != nil:
			put = append(put, domain.Change{Group: over(c.Group, world.Group, domain.GroupID(at.Key))})
		default:
			put = append(put, domain.Change{RelationType: over(c.RelationType, world.RelationType, domain.RelationTypeID(at.Key))})
		}
	}
	if named, err := world.With(put...); err == nil {
		return named
	}
	return world
}

// over swaps what world has now for what the change says.
func over[ID ~string, T any](s *domain.Swap[T], now func(ID) (T, bool), id ID) *domain.Swap[T] {
	out := &domain.Swap[T]{After: cmp.Or(s.After, s.Before)}
	if was, ok := now(id); ok {
		out.Before = &was
	}
	return out
}
