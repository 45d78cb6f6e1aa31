package domain

import (
	"cmp"
	"slices"
)

// With returns the World after changes, applied in order. The error is a
// Refusal with code Outdated when a change does not start from what is there;
// w itself is never touched. With judges no rule: that is Judge's task. Its
// cost grows with the changes and with the links of the people and groups in
// them, not with the World.
func (w World) With(changes ...Change) (World, error) {
	next := w.tables().fork()
	for _, c := range changes {
		if err := next.apply(c); err != nil {
			return w, err
		}
	}
	return World{next}, nil
}

func (t *tables) fork() *tables {
	return &tables{
		institution:    t.institution.fork(),
		accepted:       t.accepted.fork(),
		persons:        t.persons.fork(),
		groups:         t.groups.fork(),
		memberships:    t.memberships.fork(),
		relationTypes:  t.relationTypes.fork(),
		relations:      t.relations.fork(),
		accessRoles:    t.accessRoles.fork(),
		assignments:    t.assignments.fork(),
		shifts:         t.shifts.fork(),
		agreements:     t.agreements.fork(),
		membersOf:      t.membersOf.fork(),
		membershipsOf:  t.membershipsOf.fork(),
		relationsAbout: t.relationsAbout.fork(),
	}
}

func (t *tables) apply(c Change) error {
	switch {
	case c.Institution != nil:
		return swap(&t.institution, InstitutionNoun, c.Institution)
	case c.AcceptedSignal != nil:
		return swap(&t.accepted, AcceptedSignalNoun, c.AcceptedSignal)
	case c.Person != nil:
		return swap(&t.persons, PersonNoun, c.Person)
	case c.Group != nil:
		return swap(&t.groups, GroupNoun, c.Group)
	case c.Membership != nil:
		return t.applyMembership(c.Membership)
	case c.RelationType != nil:
		return swap(&t.relationTypes, RelationTypeNoun, c.RelationType)
	case c.Relation != nil:
		return t.applyRelation(c.Relation)
	case c.AccessRole != nil:
		return swap(&t.accessRoles, AccessRoleNoun, c.AccessRole)
	case c.Assignment != nil:
		return swap(&t.assignments, AssignmentNoun, c.Assignment)
	case c.Shift != nil:
		return swap(&t.shifts, ShiftNoun, c.Shift)
	case c.Agreement != nil:
		return swap(&t.agreements, AgreementNoun, c.Agreement)
	}
	return Refusal{Code: Outdated}
}

// swap replaces one record if the table holds exactly what the swap starts from.
func swap[T record[T]](t *table[T], n Noun, s *Swap[T]) error {
	if s.Before == nil && s.After == nil {
		return Refusal{Code: Outdated, Subject: Ref{Noun: n}}
	}
	one := cmp.Or(s.After, s.Before)
	key := (*one).Key()
	have, there := t.Get(key)
	started := there == (s.Before != nil) && (!there || (*have).Equal(*s.Before))
	if !started || s.Before != nil && (*s.Before).Key() != key {
		return Refusal{Code: Outdated, Subject: Ref{n, key}}
	}
	if s.After == nil {
		t.Delete(key)
	} else {
		t.Set(key, s.After)
	}
	return nil
}

func (t *tables) applyMembership(s *Swap[Membership]) error {
	if err := swap(&t.memberships, MembershipNoun, s); err != nil {
		return err
	}
	one := cmp.Or(s.After, s.Before)
	reindex(&t.membersOf, one.Group, s, compareMemberships)
	reindex(&t.membershipsOf, one.Person, s, compareMemberships)
	return nil
}

func (t *tables) applyRelation(s *Swap[Relation]) error {
	if err := swap(&t.relations, RelationNoun, s); err != nil {
		return err
	}
	if s.Before != nil {
		out := &Swap[Relation]{Before: s.Before}
		reindex(&t.relationsAbout, s.Before.Client, out, compareRelations)
		reindex(&t.relationsAbout, s.Before.Person, out, compareRelations)
	}
	if s.After != nil {
		in := &Swap[Relation]{After: s.After}
		reindex(&t.relationsAbout, s.After.Client, in, compareRelations)
		reindex(&t.relationsAbout, s.After.Person, in, compareRelations)
	}
	return nil
}

func compareRelations(a, b *Relation) int { return cmp.Compare(a.ID, b.ID) }

// reindex replaces one record in the sorted list under key. A list that older
// Worlds share is copied first, never written to.
func reindex[K ~string, T any](x *index[K, T], key K, s *Swap[T], compare func(a, b *T) int) {
	list, _ := x.Get(key)
	if !x.own[key] {
		list = append(make([]*T, 0, len(list)+1), list...)
		x.own[key] = true
	}
	at, found := slices.BinarySearchFunc(list, cmp.Or(s.After, s.Before), compare)
	switch {
	case s.After == nil && found:
		list = slices.Delete(list, at, at+1)
	case s.After != nil && found:
		list[at] = s.After
	case s.After != nil:
		list = slices.Insert(list, at, s.After)
	}
	if len(list) == 0 {
		x.Delete(key)
		return
	}
	x.Set(key, list)
}
