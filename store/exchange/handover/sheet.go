package handover

import (
	"iter"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/signal"
	"zichtlijn/store/exchange"
)

// Sheet is what an administrator has to do: everything, or what is left to do since an
// earlier hand-over.
type Sheet struct {
	world domain.World
	on    domain.Date
	since *Since

	changes   []domain.Change // since then, by noun
	people    []entry[domain.Person]
	groups    []entry[domain.Group]
	members   []entry[domain.Membership]
	types     []entry[domain.RelationType]
	relations []entry[domain.Relation]
	endings   []ending
	signals   []signal.Signal
	broken    []sight.Verdict
}

// Since is an earlier hand-over: the set-up as it was, and the day of it.
type Since struct {
	World domain.World
	On    domain.Date
	Name  string // what the sheet calls it, clean
}

// New returns the sheet of a set-up on a day. Without since everything is to be entered;
// with it only what is new, changed or over since then.
func New(world domain.World, on domain.Date, since *Since) Sheet {
	s := Sheet{world: world, on: on, since: since, signals: signal.Open(world, on)}
	changed := map[domain.Ref]domain.Change{}
	if since != nil {
		for _, c := range exchange.Difference(since.World, world) {
			if c, ok := withoutNotes(c); ok {
				s.changes = append(s.changes, c)
				changed[c.Step().Ref] = c
			}
		}
	}
	for _, v := range sight.Verdicts(world, on) {
		if !v.Holds {
			s.broken = append(s.broken, v)
		}
	}
	s.people = gather(&s, changed, domain.PersonNoun, domain.World.Persons, state.person)
	s.groups = gather(&s, changed, domain.GroupNoun, domain.World.Groups, func(state, domain.Group) reason { return toEnter })
	s.members = gather(&s, changed, domain.MembershipNoun, domain.World.Memberships, state.member)
	s.types = gather(&s, changed, domain.RelationTypeNoun, domain.World.RelationTypes, func(state, domain.RelationType) reason { return toEnter })
	s.relations = gather(&s, changed, domain.RelationNoun, domain.World.Relations, state.relation)
	return s
}

// withoutNotes returns a change without notes about people and relations; ok is false where
// nothing is left of it.
func withoutNotes(c domain.Change) (_ domain.Change, ok bool) {
	switch {
	case c.Person != nil:
		c.Person, ok = blanked(c.Person, func(p *domain.Person) { p.Note = "" })
		return c, ok
	case c.Relation != nil:
		c.Relation, ok = blanked(c.Relation, func(r *domain.Relation) { r.Note = "" })
		return c, ok
	}
	return c, true
}

func blanked[T record[T]](s *domain.Swap[T], blank func(*T)) (*domain.Swap[T], bool) {
	copied := func(one *T) *T {
		if one == nil {
			return nil
		}
		now := *one
		blank(&now)
		return &now
	}
	out := &domain.Swap[T]{Before: copied(s.Before), After: copied(s.After)}
	return out, out.Before == nil || out.After == nil || !(*out.Before).Equal(*out.After)
}

// entry is a record to enter.
type entry[T any] struct {
	record T
	mark   mark
	change domain.Change // of isChanged
}

// mark says why a record is to be entered although there was a hand-over before.
type mark uint8

const (
	unmarked  mark = iota // there was none
	isNew                 // the record is
	isChanged             // its values are others
	isBack                // it did not count then
)

// ending is a record that must not be in the products, or not any more.
type ending struct {
	noun   domain.Noun
	record domain.Keyed
	why    reason
}

// reason is why a record is not to be entered.
type reason uint8

const (
	toEnter reason = iota
	ended
	withdrawn // E8: never began
	switchedOff
	inactive
	removed
)

// state is a set-up on a day.
type state struct {
	world domain.World
	on    domain.Date
}

func (s state) person(p domain.Person) reason {
	if !p.ActiveOn(s.on) {
		return inactive
	}
	return toEnter
}

func (s state) active(id domain.PersonID) bool {
	p, ok := s.world.Person(id)
	return ok && p.ActiveOn(s.on)
}

func (s state) member(m domain.Membership) reason {
	switch {
	case m.Ended(s.on):
		return ended
	case !s.active(m.Person):
		return inactive
	}
	return toEnter
}

func (s state) relation(r domain.Relation) reason {
	t, _ := s.world.RelationType(r.Type)
	switch {
	case r.Withdrawn:
		return withdrawn
	case r.Ended(s.on):
		return ended
	case t.SwitchedOff: // E7
		return switchedOff
	case !s.active(r.Client) || !s.active(r.Person):
		return inactive
	}
	return toEnter
}

type record[T any] interface {
	domain.Keyed
	Equal(T) bool
}

// gather returns the records of a noun to enter, by key, and adds those that are not to the
// endings; after an earlier hand-over only those of which that has changed.
func gather[T record[T]](s *Sheet, changed map[domain.Ref]domain.Change, noun domain.Noun, all func(domain.World) iter.Seq[T], why func(state, T) reason) []entry[T] {
	now, first := state{s.world, s.on}, s.since == nil
	handed := func(key string) (known, entered bool) {
		if first {
			return false, true
		}
		was, known := s.since.World.Record(domain.Ref{Noun: noun, Key: key})
		return known, known && why(state{s.since.World, s.since.On}, was.(T)) == toEnter
	}
	var out []entry[T]
	for one := range all(s.world) {
		known, entered := handed(one.Key())
		change, differs := changed[domain.Ref{Noun: noun, Key: one.Key()}]
		r := why(now, one)
		switch {
		case r != toEnter && entered:
			s.endings = append(s.endings, ending{noun, one, r})
		case r != toEnter:
		case first:
			out = append(out, entry[T]{record: one})
		case !known:
			out = append(out, entry[T]{one, isNew, change})
		case differs:
			out = append(out, entry[T]{one, isChanged, change})
		case !entered:
			out = append(out, entry[T]{one, isBack, change})
		}
	}
	if first {
		return out
	}
	for one := range all(s.since.World) {
		_, entered := handed(one.Key())
		if entered && !s.world.Has(domain.Ref{Noun: noun, Key: one.Key()}) && !now.begunAnew(one) {
			s.endings = append(s.endings, ending{noun, one, removed})
		}
	}
	return out
}

// begunAnew reports whether a membership that is gone has another first day now.
func (s state) begunAnew(gone domain.Keyed) bool {
	was, ok := gone.(domain.Membership)
	if !ok {
		return false
	}
	all := slices.Collect(s.world.MembershipsOf(was.Person))
	return slices.ContainsFunc(all, func(m domain.Membership) bool { return m.Group == was.Group && s.member(m) == toEnter })
}
