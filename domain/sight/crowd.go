package sight

import "zichtlijn/domain"

// crowd is everyone who is in any group, and in how many: whom counselors see
// where those see every group (G6).
type crowd struct {
	people []int32
	groups []int32           // by number
	by     [pairingCount]int // how many there are, by what they are to a counselor
}

// in returns in how many groups somebody is.
func (d *crowd) in(n int32) int32 {
	if int(n) < len(d.groups) {
		return d.groups[n]
	}
	return 0
}

func (c *census) crowd() *crowd {
	switch {
	case c.all != nil:
	case c.sameCrowd():
		c.all = c.before.crowd()
	default:
		c.all = &crowd{}
		for g := range c.w.Groups() {
			for _, list := range c.roll(g.ID).byRole {
				for _, n := range list {
					for int(n) >= len(c.all.groups) {
						c.all.groups = append(c.all.groups, 0)
					}
					if c.all.groups[n]++; c.all.groups[n] == 1 {
						c.all.people = append(c.all.people, n)
						c.all.by[c.toCounselor(n)]++
					}
				}
			}
		}
	}
	return c.all
}

// sameCrowd reports whether the changes since the census before left everybody
// in the groups in which they were.
func (c *census) sameCrowd() bool {
	return c.before != nil && len(c.stale.groups)+len(c.stale.people) == 0
}

// everywhere reports whether the viewer sees the groups in which they are not (G6).
func (c *census) everywhere(viewer domain.PersonID) bool {
	return c.unlinked().Holds() && c.outlook(viewer).counselor
}

// shared returns who is in a group with the viewer, and in how many of theirs.
func (c *census) shared(viewer domain.PersonID) map[int32]int32 {
	out := map[int32]int32{}
	for _, p := range c.outlook(viewer).places {
		for _, list := range c.roll(p.group).byRole {
			for _, n := range list {
				out[n]++
			}
		}
	}
	return out
}

// gatherUnlinked marks who is in a group in which the viewer is not.
func (c *census) gatherUnlinked(viewer domain.PersonID, m *marks, at when) {
	all, shared := c.crowd(), c.shared(viewer)
	for _, n := range all.people {
		if all.groups[n] > shared[n] {
			m.mark(at, n, seesBit, c.toCounselor(n))
		}
	}
}

// toCounselor is what somebody is to a counselor who sees every group.
func (c *census) toCounselor(n int32) Pairing { return pairingOf(domain.Counselor, c.role(n)) }

// countUnlinked does for counting what gatherUnlinked does for listing, on a
// slate that holds everything else: of the thousands about whom nothing else is
// to say it counts how many turn, by pairing, and marks the few others. Both
// Worlds have the same people in the same groups.
func countUnlinked(now, then *census, viewer domain.PersonID, m *marks) (turned [pairingCount]int) {
	was, is := now.everywhere(viewer), then.everywhere(viewer)
	if !was && !is {
		return turned
	}
	all, shared := now.crowd(), now.shared(viewer)
	for n := range shared {
		m.mark(earlier, n, 0, now.toCounselor(n))
	}
	if was != is {
		turned = all.by
	}
	for _, n := range m.touched {
		if all.in(n) == 0 {
			continue
		}
		if was != is {
			turned[now.toCounselor(n)]--
		}
		if all.in(n) > shared[n] {
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
