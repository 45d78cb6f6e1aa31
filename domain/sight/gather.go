package sight

import (
	"iter"
	"slices"

	"zichtlijn/domain"
)

// links holds the groups and the networks of one viewer on the day.
type links struct {
	places    []groupRole
	counselor bool              // by default role, and active: could see every group (G6)
	direct    []int32           // N2
	clients   []domain.PersonID // in whose network the viewer is without being that client (N3)
}

// groupRole is a group in which the viewer is, and their role in it.
type groupRole struct {
	group domain.GroupID
	as    domain.Role
}

func (c *index) links(viewer domain.PersonID) *links {
	if o, ok := c.linksByViewer[viewer]; ok {
		return o
	}
	var o *links
	if c.before != nil && !c.stale.people[viewer] {
		o = c.before.links(viewer)
	} else {
		o = c.readLinks(viewer)
	}
	c.linksByViewer[viewer] = o
	return o
}

func (c *index) readLinks(viewer domain.PersonID) *links {
	o := &links{}
	for _, m := range c.w.GroupsOn(viewer, c.on) {
		if _, ok := c.w.Group(m.Group); ok {
			o.places = append(o.places, groupRole{m.Group, m.As})
		}
	}
	p, ok := c.w.Person(viewer)
	o.counselor = ok && p.Role.IsCounselor() && p.ActiveOn(c.on)
	for r := range c.w.RelationsOf(viewer) {
		if t, ok := c.w.InEffect(r, c.on); !ok || !t.Network {
			continue
		}
		o.direct = append(o.direct, c.people.number(r.Opposite(viewer)))
		if r.Client != viewer {
			o.clients = append(o.clients, r.Client)
		}
	}
	return o
}

// gather marks everyone whom the viewer sees or may message, once per group and
// network. It may mark the viewer too; comparison leaves them out of its results.
func (c *index) gather(viewer domain.PersonID, m *comparison, at when) {
	c.gatherLinked(viewer, m, at)
	if c.seesEveryGroup(viewer) {
		c.gatherUnlinked(viewer, m, at)
	}
}

// gatherLinked is gather for the viewer's own groups and networks only.
func (c *index) gatherLinked(viewer domain.PersonID, m *comparison, at when) {
	c.gatherBut("", viewer, m, at)
}

// gatherBut is gatherLinked without one group.
func (c *index) gatherBut(without domain.GroupID, viewer domain.PersonID, m *comparison, at when) {
	for _, p := range c.links(viewer).places {
		if p.group == without {
			continue
		}
		r := c.roster(p.group)
		for ro, list := range r.byRole {
			if f := c.holds[r.group.Visibility][p.as][ro]; f != 0 {
				m.markAll(at, list, f, pairingOf(p.as, domain.Role(ro)))
			}
		}
	}
	c.gatherRelated(viewer, m, at)
}

// gatherRelated marks everyone whom somebody sees through relations (N2, N3).
func (c *index) gatherRelated(viewer domain.PersonID, m *comparison, at when) {
	o := c.links(viewer)
	if len(o.direct) == 0 {
		return
	}
	self := c.role(c.people.number(viewer))
	// Whoever is seen through a relation may be messaged through it (N2, N3).
	for _, n := range o.direct {
		m.mark(at, n, seesBit|messagesBit, pairingOf(self, c.role(n)))
	}
	if !c.around().Holds() {
		return
	}
	for _, client := range o.clients {
		for _, n := range c.network(client) {
			m.mark(at, n, seesBit|messagesBit, pairingOf(self, c.role(n)))
		}
	}
}

// gatherSeers marks everyone who sees somebody, or may message them, in groups and
// networks of their own.
func (c *index) gatherSeers(id domain.PersonID, m *comparison, at when) {
	o := c.links(id)
	for _, p := range o.places {
		r := c.roster(p.group)
		for rv, list := range r.byRole {
			if f := c.holds[r.group.Visibility][rv][p.as]; f != 0 {
				m.markAll(at, list, f, pairingOf(domain.Role(rv), p.as))
			}
		}
	}
	c.gatherRelated(id, m, at) // N2 and N3 are both ways
}

// groupState is the fact of one group for one viewer.
type groupState struct {
	group domain.GroupID
	is    GroupFact
}

// groupStates returns, by id, the groups whose fact for the viewer is not zero.
// Where only is not nil it looks at those groups alone, which are by id.
func (c *index) groupStates(viewer domain.PersonID, only []domain.GroupID) []groupState {
	o := c.links(viewer)
	out := make([]groupState, 0, len(o.places))
	add := func(g domain.GroupID, s GroupAccess) {
		if is := s.Fact(); is != (GroupFact{}) {
			out = append(out, groupState{g, is})
		}
	}
	own := func(p groupRole) {
		r := c.roster(p.group)
		counselors := r.counselors
		if p.as.IsCounselor() {
			counselors-- // the viewer does not count
		}
		add(p.group, c.groupAccess(r.group.Visibility, p.as, counselors))
	}
	places := o.places
	if !c.seesEveryGroup(viewer) {
		for _, p := range places {
			if _, in := slices.BinarySearch(only, p.group); in || only == nil {
				own(p)
			}
		}
		return out
	}
	for g := range c.groups(only) {
		for len(places) > 0 && places[0].group < g {
			places = places[1:]
		}
		if len(places) > 0 && places[0].group == g {
			own(places[0])
			continue
		}
		add(g, GroupAccess{Berichtentegel: c.unlinked()})
	}
	return out
}

// groups returns, by id, the groups that there are, or those of only where it is not nil.
func (c *index) groups(only []domain.GroupID) iter.Seq[domain.GroupID] {
	return func(yield func(domain.GroupID) bool) {
		if only == nil {
			for g := range c.w.Groups() {
				if !yield(g.ID) {
					return
				}
			}
		}
		for _, id := range only {
			if _, ok := c.w.Group(id); ok && !yield(id) {
				return
			}
		}
	}
}

// allMembers holds everyone who is in any group: the people whom a counselor
// sees who sees every group (G6).
type allMembers struct {
	people []int32
	groups []int32           // by number: in how many groups
	counts [pairingCount]int // how many people, by their pairing with a counselor
}

// groupCount returns in how many groups somebody is.
func (d *allMembers) groupCount(n int32) int32 {
	if int(n) < len(d.groups) {
		return d.groups[n]
	}
	return 0
}

func (c *index) allMembers() *allMembers {
	switch {
	case c.all != nil:
	case c.sameMembers():
		c.all = c.before.allMembers()
	default:
		c.all = &allMembers{}
		for g := range c.w.Groups() {
			for _, list := range c.roster(g.ID).byRole {
				for _, n := range list {
					for int(n) >= len(c.all.groups) {
						c.all.groups = append(c.all.groups, 0)
					}
					if c.all.groups[n]++; c.all.groups[n] == 1 {
						c.all.people = append(c.all.people, n)
						c.all.counts[c.toCounselor(n)]++
					}
				}
			}
		}
	}
	return c.all
}

// sameMembers reports whether everybody is in the same groups as in the index before.
func (c *index) sameMembers() bool {
	return c.before != nil && len(c.stale.groups)+len(c.stale.people) == 0
}

// seesEveryGroup reports whether the viewer sees the groups in which they are not (G6).
func (c *index) seesEveryGroup(viewer domain.PersonID) bool {
	return c.unlinked().Holds() && c.links(viewer).counselor
}

// shared returns everyone who is in a group with the viewer, with the number of
// groups that the two share.
func (c *index) shared(viewer domain.PersonID) map[int32]int32 {
	out := map[int32]int32{}
	for _, p := range c.links(viewer).places {
		for _, list := range c.roster(p.group).byRole {
			for _, n := range list {
				out[n]++
			}
		}
	}
	return out
}

// gatherUnlinked marks everyone who is in a group in which the viewer is not (G6).
func (c *index) gatherUnlinked(viewer domain.PersonID, m *comparison, at when) {
	all, shared := c.allMembers(), c.shared(viewer)
	for _, n := range all.people {
		if all.groups[n] > shared[n] {
			m.mark(at, n, seesBit, c.toCounselor(n))
		}
	}
}

// toCounselor is somebody's pairing with a counselor who sees every group.
func (c *index) toCounselor(n int32) Pairing { return pairingOf(domain.Counselor, c.role(n)) }

// countUnlinked is gatherUnlinked in both Worlds for a caller that only counts.
// Call it after gatherLinked: people who are marked by then, or share a group with
// the viewer, it marks; the thousands of others it returns as numbers that turn,
// by pairing. Everybody must be in the same groups in both Worlds (sameMembers).
func countUnlinked(now, then *index, viewer domain.PersonID, m *comparison) (turned [pairingCount]int) {
	was, is := now.seesEveryGroup(viewer), then.seesEveryGroup(viewer)
	if !was && !is {
		return turned
	}
	all, shared := now.allMembers(), now.shared(viewer)
	for n := range shared {
		m.mark(earlier, n, 0, now.toCounselor(n))
	}
	if was != is {
		turned = all.counts
	}
	for _, n := range m.marked {
		if all.groupCount(n) == 0 {
			continue
		}
		if was != is {
			turned[now.toCounselor(n)]--
		}
		if all.groupCount(n) > shared[n] {
			if was {
				m.mark(earlier, n, seesBit, now.toCounselor(n))
			}
			if is {
				m.mark(later, n, seesBit, now.toCounselor(n))
			}
		}
	}
	return turned
}

// when names one of the two Worlds of a comparison, on its day or on the day before.
type when uint8

const (
	earlier when = iota
	later
	earlierYesterday
	laterYesterday
	whenCount
)

// comparison collects the facts of one viewer in two Worlds, and is used for one
// viewer after another.
type comparison struct {
	people *numbering
	cells  []cell
	marked []int32 // the numbers whose cell is in use
	order  []int32 // reused by turns
	found  []Turn  // reused by turns
}

type cell struct {
	facts [whenCount]facts
	worst Pairing // on the day itself
	known bool    // is in marked
}

// turns reports whether the facts differ, and not in the same way on the day before.
// Where that day is not asked for, no fact holds on it.
func (c cell) turns() bool {
	return c.facts[earlier] != c.facts[later] &&
		(c.facts[earlier] != c.facts[earlierYesterday] || c.facts[later] != c.facts[laterYesterday])
}

func (m *comparison) markAll(at when, list []int32, f facts, p Pairing) {
	for _, n := range list {
		m.mark(at, n, f, p)
	}
}

func (m *comparison) mark(at when, n int32, f facts, p Pairing) {
	if int(n) >= len(m.cells) {
		m.cells = append(m.cells, make([]cell, len(m.people.ids)-len(m.cells))...)
	}
	c := &m.cells[n]
	if !c.known {
		m.marked = append(m.marked, n)
		c.known, c.worst = true, pairingCount
	}
	if p < c.worst && at <= later {
		c.worst = p
	}
	c.facts[at] |= f
}

// turned calls keep for everyone but the viewer whose facts turn, in the order
// in which they were marked, and clears the comparison.
func (m *comparison) turned(self int32, keep func(n int32, c cell)) {
	for _, n := range m.marked {
		c := m.cells[n]
		m.cells[n] = cell{}
		if n != self && c.turns() {
			keep(n, c)
		}
	}
	m.marked = m.marked[:0]
}

// turns returns the turns of the viewer, by other, and clears the comparison. The
// list is valid until the next call.
func (m *comparison) turns(viewer domain.PersonID, self int32) []Turn {
	m.order, m.found = m.order[:0], m.found[:0]
	for _, n := range m.marked {
		if n != self && m.cells[n].turns() {
			m.order = append(m.order, n)
		}
	}
	slices.SortFunc(m.order, m.people.compare)
	for _, n := range m.order {
		c := m.cells[n]
		m.found = append(m.found, Turn{viewer, m.people.ids[n], c.facts[earlier].fact(), c.facts[later].fact(), c.worst})
	}
	for _, n := range m.marked {
		m.cells[n] = cell{}
	}
	m.marked = m.marked[:0]
	return m.found
}
