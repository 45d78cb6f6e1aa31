package sight

import (
	"slices"

	"zichtlijn/domain"
)

// byRole counts what a new mode of one group turns, role by role: in a group of
// thousands the pairs are millions, and two members with the same roles turn alike
// unless they see each other in another way too.
type byRole struct {
	now, then *index
	m         *comparison
	group     domain.GroupID
	roles     []domain.Role // in the group, by number; none: not in it on the day
}

// byRole returns nil where more than the mode of one group changes.
func (s weigher) byRole(now, then *index, m *comparison) *byRole {
	if len(s.changes) != 1 || !onlyModes(s.changes) {
		return nil
	}
	c := &byRole{now, then, m, s.changes[0].Group.After.ID, make([]domain.Role, len(now.people.ids))}
	for as, list := range now.roster(c.group).byRole {
		for _, n := range list {
			c.roles[n] = domain.Role(as)
		}
	}
	return c
}

func (c *byRole) role(n int32) domain.Role {
	if int(n) < len(c.roles) {
		return c.roles[n]
	}
	return domain.NoRole
}

// classTurn is how members in one role turn for a viewer.
type classTurn struct {
	before, after facts
	pairing       Pairing
	pairs         int
}

func (t classTurn) turn() Turn {
	return Turn{Before: t.before.fact(), After: t.after.fact(), Pairing: t.pairing}
}

// add adds the turns of a viewer to d. It reports false, and adds nothing, where some
// of them might have to be listed by name.
func (c *byRole) add(d *Day, named *firstTurns, viewer domain.PersonID) bool {
	self := c.now.people.number(viewer)
	as := c.role(self)
	if as == domain.NoRole {
		return true
	}
	classes := c.classes(as)
	if c.now.seesEveryGroup(viewer) || slices.ContainsFunc(classes[:], func(t classTurn) bool { return t.pairs > 0 && !named.enough(t.turn()) }) {
		return false
	}
	c.now.gatherBut(c.group, viewer, c.m, earlier)
	c.now.gatherBut(c.group, viewer, c.m, later)
	for _, n := range c.now.related(viewer) {
		c.m.mark(earlier, n, 0, pairingCount)
	}
	for _, n := range c.m.marked {
		if ro := c.role(n); ro != domain.NoRole && n != self {
			t := &classes[ro]
			t.pairs--
			c.m.mark(earlier, n, t.before, t.pairing)
			c.m.mark(later, n, t.after, t.pairing)
		}
	}
	for _, t := range classes {
		d.count(t.turn(), t.pairs)
	}
	c.m.turned(self, func(other int32, f cell) {
		t := Turn{viewer, c.now.people.ids[other], f.facts[earlier].fact(), f.facts[later].fact(), ownOr(f.worst, c.now, c.then, viewer, other)}
		d.count(t, 1)
		named.add(t)
	})
	return true
}

// classes are the turns for a viewer in a role, by the role of the other, as if nobody
// were seen in another way. Where nothing turns no pairs are counted.
func (c *byRole) classes(as domain.Role) (out [roleCount]classTurn) {
	was, is := c.now.roster(c.group), c.then.roster(c.group)
	for ro, list := range was.byRole {
		t := &out[ro]
		t.before, t.after = c.now.holds[was.group.Visibility][as][ro], c.then.holds[is.group.Visibility][as][ro]
		t.pairing = pairingOf(as, domain.Role(ro))
		if t.before == t.after {
			continue
		}
		if t.pairs = len(list); domain.Role(ro) == as {
			t.pairs--
		}
	}
	return out
}
