package sight

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// touched returns, by id, every viewer whose sight changes could turn, in
// either World. It may name too many, never too few.
func touched(before, after domain.World, changes []domain.Change, on domain.Date) []domain.PersonID {
	t := touch{before: before, after: after, on: on}
	for _, c := range changes {
		t.change(c)
		if t.all {
			return everybody(before, after)
		}
	}
	slices.Sort(t.ids)
	return slices.Compact(t.ids)
}

type touch struct {
	before, after domain.World
	on            domain.Date
	ids           []domain.PersonID
	all           bool // a reading, or the unlinked counselors of G6: no use in choosing
}

func (t *touch) change(c domain.Change) {
	switch {
	case c.Institution != nil:
		t.all = t.all || t.before.Readings() != t.after.Readings()
	case c.Group != nil && c.Group.Before != nil && c.Group.After != nil:
		t.members(c.Group.After.ID)
	case c.Group != nil:
		t.group(cmp.Or(c.Group.After, c.Group.Before).ID)
	case c.Membership != nil:
		m := cmp.Or(c.Membership.After, c.Membership.Before)
		t.group(m.Group)
	case c.Person != nil:
		t.person(cmp.Or(c.Person.After, c.Person.Before).ID)
	case c.Relation != nil:
		t.relation(c.Relation.Before)
		t.relation(c.Relation.After)
	case c.RelationType != nil:
		t.relationType(cmp.Or(c.RelationType.After, c.RelationType.Before).ID)
	}
}

// members touches whoever is or was in the group. What an unlinked counselor
// sees of it (G6) hangs on its members, not on its mode.
func (t *touch) members(id domain.GroupID) {
	for _, w := range []domain.World{t.before, t.after} {
		for m := range w.MembersOf(id) {
			t.ids = append(t.ids, m.Person)
		}
	}
}

// group touches everyone who sees any member of the group through it.
func (t *touch) group(id domain.GroupID) {
	t.members(id)
	for _, w := range []domain.World{t.before, t.after} {
		t.all = t.all || (policy{w.Readings()}).unlinked().Holds()
	}
}

func (t *touch) person(id domain.PersonID) {
	t.ids = append(t.ids, id)
	for _, w := range []domain.World{t.before, t.after} {
		for m := range w.MembershipsOf(id) {
			t.group(m.Group)
		}
		for r := range w.RelationsOf(id) {
			t.relation(&r)
		}
	}
}

// relation touches the client and everyone who is or was linked to them.
func (t *touch) relation(r *domain.Relation) {
	if r == nil {
		return
	}
	t.ids = append(t.ids, r.Client, r.Person)
	for _, w := range []domain.World{t.before, t.after} {
		for s := range w.RelationsOf(r.Client) {
			t.ids = append(t.ids, s.Person)
		}
	}
}

func (t *touch) relationType(id domain.RelationTypeID) {
	for r := range t.before.Relations() {
		if r.Type == id {
			t.relation(&r)
		}
	}
}

func everybody(before, after domain.World) []domain.PersonID {
	var out []domain.PersonID
	for _, w := range []domain.World{before, after} {
		for p := range w.Persons() {
			out = append(out, p.ID)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
