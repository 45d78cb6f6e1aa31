package sight

import "zichtlijn/domain"

// outlook is from where one viewer looks on the day: the groups in which they
// are, and the networks.
type outlook struct {
	places    []standpoint
	counselor bool              // by default role, and active: who could see every group (G6)
	direct    []int32           // N2
	clients   []domain.PersonID // in whose network the viewer is without being that client (N3)
}

// standpoint is one group in which the viewer is, as what.
type standpoint struct {
	group domain.GroupID
	as    domain.Role
}

func (c *census) outlook(viewer domain.PersonID) *outlook {
	if o, ok := c.outlooks[viewer]; ok {
		return o
	}
	var o *outlook
	if c.before != nil && !c.stale.people[viewer] {
		o = c.before.outlook(viewer)
	} else {
		o = c.lookOut(viewer)
	}
	c.outlooks[viewer] = o
	return o
}

func (c *census) lookOut(viewer domain.PersonID) *outlook {
	o := &outlook{}
	for _, m := range c.w.GroupsOn(viewer, c.on) {
		if _, ok := c.w.Group(m.Group); ok {
			o.places = append(o.places, standpoint{m.Group, m.As})
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

// gather marks everyone whom the viewer sees or may message, by way of every
// place and network. The viewer may come out marked too: whoever reads the marks
// leaves them out.
func (c *census) gather(viewer domain.PersonID, m *marks, at when) {
	c.gatherLinked(viewer, m, at)
	if c.everywhere(viewer) {
		c.gatherUnlinked(viewer, m, at)
	}
}

// gatherLinked is gather by way of the viewer's own groups and networks.
func (c *census) gatherLinked(viewer domain.PersonID, m *marks, at when) {
	o := c.outlook(viewer)
	for _, p := range o.places {
		r := c.roll(p.group)
		for ro, list := range r.byRole {
			if f := c.holds[r.group.Visibility][p.as][ro]; f != 0 {
				m.put(at, list, f, pairingOf(p.as, domain.Role(ro)))
			}
		}
	}
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

// stand is how a group stands for somebody.
type stand struct {
	group domain.GroupID
	is    Standing
}

// stands returns every group that is something to the viewer, by id; of only,
// where that is not nil.
func (c *census) stands(viewer domain.PersonID, only map[domain.GroupID]bool) []stand {
	o := c.outlook(viewer)
	out := make([]stand, 0, len(o.places))
	add := func(g domain.GroupID, s Stake) {
		if is := s.Standing(); is != (Standing{}) {
			out = append(out, stand{g, is})
		}
	}
	own := func(p standpoint) {
		if only != nil && !only[p.group] {
			return
		}
		r := c.roll(p.group)
		counselors := r.counselors
		if p.as.IsCounselor() {
			counselors-- // beside the viewer
		}
		add(p.group, c.stake(r.group.Visibility, p.as, counselors))
	}
	if only != nil || !c.everywhere(viewer) {
		for _, p := range o.places {
			own(p)
		}
		return out
	}
	places := o.places
	for g := range c.w.Groups() {
		if len(places) > 0 && places[0].group == g.ID {
			own(places[0])
			places = places[1:]
			continue
		}
		add(g.ID, Stake{Berichtentegel: c.unlinked()})
	}
	return out
}
