package sight

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// Seen is who is seen at all, and who sees whom one way. People are places in People.
// It holds no pairs that see each other: in a members-visible group of thousands
// those are millions, and mutual by construction (G4).
type Seen struct {
	People []domain.PersonID // everybody, by id
	Any    []bool            // by person: somebody sees them
	OneWay [][]int32         // by viewer, in order: whom they see who do not see them
}

// Seen returns the sight of everybody on the day, whatever they may message.
func (l *Evaluator) Seen() Seen {
	c := newIndex(l.now.w, l.now.on, newNumbering())
	for p := range l.now.w.Persons() {
		c.people.number(p.ID)
	}
	out := Seen{slices.Clone(c.people.ids), make([]bool, len(c.people.ids)), make([][]int32, len(c.people.ids))}
	c.markSeen(out.Any)
	m := &comparison{people: c.people}
	for self, viewer := range out.People {
		if !c.gatherOneWay(viewer, m) {
			continue
		}
		c.gatherViewers(int32(self), m)
		m.turned(int32(self), func(n int32, f cell) {
			if f.facts[earlier]&seesBit != 0 && f.facts[later]&seesBit == 0 {
				out.OneWay[self] = append(out.OneWay[self], n)
			}
		})
		slices.Sort(out.OneWay[self])
	}
	return out
}

// sees reports whether a member in role rv sees one in role ro.
func (c *index) sees(v domain.Visibility, rv, ro int) bool { return c.holds[v][rv][ro]&seesBit != 0 }

// markSeen marks everyone whom somebody sees. A group is looked at by role, not by pair.
func (c *index) markSeen(seen []bool) {
	counselors := c.unlinkedViewers()
	for g := range c.w.Groups() {
		r := c.roster(g.ID)
		outside := counselors > 0 && counselors > c.unlinkedViewersIn(r)
		for ro, list := range r.byRole {
			if !outside && !c.seenInRole(r, ro) {
				continue
			}
			for _, n := range list {
				seen[n] = true
			}
		}
	}
	for n, id := range c.people.ids {
		if len(c.links(id).direct) > 0 { // N2 is both ways
			seen[n] = true
		}
	}
}

// seenInRole reports whether a member of the group in role ro is seen by another.
func (c *index) seenInRole(r *roster, ro int) bool {
	for rv, viewers := range r.byRole {
		others := len(viewers)
		if rv == ro {
			others--
		}
		if others > 0 && c.sees(r.group.Visibility, rv, ro) {
			return true
		}
	}
	return false
}

// unlinkedViewers returns how many people see every group (G6).
func (c *index) unlinkedViewers() int {
	n := 0
	if c.unlinked().Holds() {
		for _, id := range c.people.ids {
			if c.seesEveryGroup(id) {
				n++
			}
		}
	}
	return n
}

// unlinkedViewersIn returns how many members see every group.
func (c *index) unlinkedViewersIn(r *roster) int {
	n := 0
	for _, list := range r.byRole {
		for _, member := range list {
			if c.seesEveryGroup(c.people.ids[member]) {
				n++
			}
		}
	}
	return n
}

// gatherOneWay marks as earlier whom the viewer sees by a rule that does not work
// both ways. It reports whether there can be anybody.
func (c *index) gatherOneWay(viewer domain.PersonID, m *comparison) bool {
	for _, p := range c.links(viewer).places {
		r := c.roster(p.group)
		for ro, list := range r.byRole {
			if v := r.group.Visibility; c.sees(v, int(p.as), ro) && !c.sees(v, ro, int(p.as)) {
				m.markAll(earlier, list, seesBit, 0)
			}
		}
	}
	if c.seesEveryGroup(viewer) {
		c.gatherUnlinked(viewer, m, earlier)
	}
	return len(m.marked) > 0
}

// gatherViewers marks as later, of those who are marked, who see somebody.
func (c *index) gatherViewers(self int32, m *comparison) {
	id := c.people.ids[self]
	o := c.links(id)
	mark := func(list []int32) {
		for _, n := range list {
			if m.cells[n].known {
				m.cells[n].facts[later] |= seesBit
			}
		}
	}
	for _, p := range o.places {
		r := c.roster(p.group)
		for rv, list := range r.byRole {
			if c.sees(r.group.Visibility, rv, int(p.as)) {
				mark(list)
			}
		}
	}
	mark(o.direct) // N2 and N3 are both ways
	if c.around().Holds() {
		for _, client := range o.clients {
			mark(c.network(client))
		}
	}
	if !c.unlinked().Holds() || len(o.places) == 0 {
		return
	}
	for _, n := range m.marked {
		if other := c.people.ids[n]; c.seesEveryGroup(other) && c.outsideOf(other, o.places) {
			m.cells[n].facts[later] |= seesBit
		}
	}
}

// outsideOf reports whether somebody is not in one of the groups.
func (c *index) outsideOf(id domain.PersonID, places []groupRole) bool {
	own := c.links(id).places
	return slices.ContainsFunc(places, func(p groupRole) bool {
		_, in := slices.BinarySearchFunc(own, p, func(a, b groupRole) int { return cmp.Compare(a.group, b.group) })
		return !in
	})
}
