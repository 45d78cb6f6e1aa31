package cli

import (
	"iter"
	"slices"
	"strings"

	"zichtlijn/domain"

	"zichtlijn/ui/failure"
)

// record finds a record of a noun whose name, where it has one, is all that is known of it.
func record[T domain.Keyed](a *asked, noun domain.Noun, all iter.Seq[T], name func(T) string, typed string) T {
	s := sought[T]{noun: noun, all: all, none: "edits.no-record", near: "edits.near-record", several: "edits.several"}
	s.called = func(T) []string { return nil }
	if name != nil {
		s.names = func(one T) []string { return []string{name(one)} }
		s.called = s.names
	}
	s.apart = s.called
	one, err := find(a.run, a.world, s, typed)
	a.wrong(err)
	return one
}

func (a *asked) somebody(typed string) domain.Person {
	p, err := a.person(a.world, typed)
	a.wrong(err)
	return p
}

func (a *asked) someGroup(typed string) domain.Group {
	g, err := a.aGroup(a.world, typed)
	a.wrong(err)
	return g
}

func (a *asked) someType(typed string) domain.RelationType {
	return record(a, domain.RelationTypeNoun, a.world.RelationTypes(), func(t domain.RelationType) string { return t.Name }, typed)
}

func (a *asked) someRelation(typed string) domain.Relation {
	return record(a, domain.RelationNoun, a.world.Relations(), nil, typed)
}

func (a *asked) someRole(typed string) domain.AccessRole {
	return record(a, domain.AccessRoleNoun, a.world.AccessRoles(), func(r domain.AccessRole) string { return r.Name }, typed)
}

func (a *asked) someShift(typed string) domain.Shift {
	return record(a, domain.ShiftNoun, a.world.Shifts(), nil, typed)
}

// oneOfThem picks which of several records of the same two is meant: the one
// that began on --since, else the only one, else the one that runs on the
// reference date.
func oneOfThem[T any](a *asked, list []T, period func(T) domain.Period, about ...string) T {
	var since domain.Date
	a.date(&since, "since")
	var none T
	running := func(one T) bool { return period(one).Covers(a.on) }
	var firsts []string
	for _, one := range list {
		first := a.words.Date(period(one).From)
		if first == "" {
			first = a.words.Say("detail.empty")
		}
		firsts = append(firsts, first)
	}
	switch {
	case len(list) == 0:
		a.wrong(a.fail(failure.WrongUse, "edits.not-in", about[0], about[1]))
		return none
	case a.flags.Changed("since"):
		list = slices.DeleteFunc(list, func(one T) bool { return period(one).From != since })
	case len(list) > 1 && slices.ContainsFunc(list, running):
		list = slices.DeleteFunc(list, func(one T) bool { return !running(one) })
	}
	if len(list) == 1 {
		return list[0]
	}
	a.wrong(a.fail(failure.WrongUse, "edits.which-since", about[0], about[1], strings.Join(firsts, ", ")))
	return none
}

func (a *asked) membership(g domain.Group, p domain.Person) domain.Membership {
	list := slices.Collect(a.world.MembershipsOf(p.ID))
	list = slices.DeleteFunc(list, func(m domain.Membership) bool { return m.Group != g.ID })
	return oneOfThem(a, list, func(m domain.Membership) domain.Period { return m.Period },
		a.who(a.world, p.ID), a.which(a.world, g.ID))
}

func (a *asked) assignment(r domain.AccessRole, p domain.Person) domain.Assignment {
	list := slices.Collect(a.world.AssignmentsOf(p.ID))
	list = slices.DeleteFunc(list, func(one domain.Assignment) bool { return one.Role != r.ID })
	return oneOfThem(a, list, func(one domain.Assignment) domain.Period { return one.Period },
		a.who(a.world, p.ID), candidate(string(r.ID), r.Name))
}
