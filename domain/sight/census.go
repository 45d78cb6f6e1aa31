package sight

import (
	"zichtlijn/domain"
)

const roleCount = int(domain.Administrator) + 1

// facts are what one person can of another, in two bits.
type facts uint8

const (
	seesBit facts = 1 << iota
	messagesBit
)

func (f facts) fact() Fact { return Fact{f&seesBit != 0, f&messagesBit != 0} }

// facts is a hold without its grounds.
func (h Hold) facts() facts {
	var f facts
	if h.Personentegel.Holds() || h.Berichtentegel.Holds() {
		f |= seesBit
	}
	if h.Message.Holds() {
		f |= messagesBit
	}
	return f
}

// census is one World on one day made ready to answer for many viewers: who is
// in which group as what and who is linked to whom is looked up once, and what
// follows from it is asked of the policy once per setting and pair of roles. It
// tells facts without grounds.
//
// A census of a World after changes borrows from the one before whatever the
// changes left alone. It belongs to one goroutine.
type census struct {
	policy
	w      domain.World
	on     domain.Date
	people *numbering
	holds  [3][roleCount][roleCount]facts

	rolls    map[domain.GroupID]*roll
	outlooks map[domain.PersonID]*outlook
	networks map[domain.PersonID][]int32 // by client: who is linked to them
	kin      map[domain.PersonID][]int32 // with whom somebody has a relation in effect
	roles    []domain.Role               // default roles by number, filled as they are asked for
	all      *crowd                      // for counselors who see every group (G6)

	before *census // nil, or the one to borrow from
	stale  stale   // what can not be borrowed
	closed bool    // its rolls are only of those whom among was given
}

func newCensus(w domain.World, on domain.Date, people *numbering) *census {
	c := &census{
		policy: policy{w.Readings()}, w: w, on: on, people: people,
		rolls: map[domain.GroupID]*roll{}, outlooks: map[domain.PersonID]*outlook{},
		networks: map[domain.PersonID][]int32{}, kin: map[domain.PersonID][]int32{},
	}
	for _, v := range domain.Visibilities() {
		for _, rv := range domain.Roles() {
			for _, ro := range domain.Roles() {
				c.holds[v][rv][ro] = c.hold(v, rv, ro).facts()
			}
		}
	}
	return c
}

// then returns the census of the World after changes, on the same day.
func (c *census) then(after domain.World, changes []domain.Change) *census {
	next := newCensus(after, c.on, c.people)
	if s, ok := staleBy(c.w, after, changes); ok {
		next.before, next.stale = c, s
	}
	return next
}

// roll is who is in a group on the day, by role.
type roll struct {
	group      domain.Group
	byRole     [roleCount][]int32
	counselors int
}

func (c *census) roll(id domain.GroupID) *roll {
	if r, ok := c.rolls[id]; ok {
		return r
	}
	var r *roll
	switch {
	case c.before != nil && !c.stale.groups[id]:
		r = c.before.roll(id)
	case c.before != nil && c.before.closed: // only its mode changed
		now := *c.before.roll(id)
		r = &now
		r.group, _ = c.w.Group(id)
	case c.closed: // nobody of them is in it
		r = &roll{}
	default:
		r = &roll{}
		r.group, _ = c.w.Group(id)
		for _, m := range c.w.MembersOn(id, c.on) {
			r.byRole[m.As] = append(r.byRole[m.As], c.people.number(m.Person))
			if m.As.IsCounselor() {
				r.counselors++
			}
		}
	}
	c.rolls[id] = r
	return r
}

// among fills the rolls with a few people only, from their own memberships: for
// questions that are about nobody else.
func (c *census) among(people []domain.PersonID) {
	for _, id := range people {
		n := c.people.number(id)
		for _, p := range c.outlook(id).places {
			r := c.rolls[p.group]
			if r == nil {
				r = &roll{}
				r.group, _ = c.w.Group(p.group)
				c.rolls[p.group] = r
			}
			r.byRole[p.as] = append(r.byRole[p.as], n)
		}
	}
	c.closed = true
}

// network returns who is linked to a client directly on the day.
func (c *census) network(client domain.PersonID) []int32 {
	if list, ok := c.networks[client]; ok {
		return list
	}
	var list []int32
	if c.before != nil && !c.stale.networks[client] {
		list = c.before.network(client)
	} else {
		for r := range c.w.RelationsOf(client) {
			if r.Client != client {
				continue
			}
			if t, ok := c.w.InEffect(r, c.on); ok && t.Network {
				list = append(list, c.people.number(r.Person))
			}
		}
	}
	c.networks[client] = list
	return list
}

// related returns with whom somebody has a relation in effect, of any type.
func (c *census) related(id domain.PersonID) []int32 {
	if list, ok := c.kin[id]; ok {
		return list
	}
	var list []int32
	if c.before != nil && !c.stale.people[id] {
		list = c.before.related(id)
	} else {
		for r := range c.w.RelationsOf(id) {
			if _, ok := c.w.InEffect(r, c.on); ok {
				list = append(list, c.people.number(r.Opposite(id)))
			}
		}
	}
	c.kin[id] = list
	return list
}

// role returns somebody's default role.
func (c *census) role(n int32) domain.Role {
	for int(n) >= len(c.roles) {
		c.roles = append(c.roles, domain.NoRole)
	}
	if c.roles[n] == domain.NoRole {
		p, _ := c.w.Person(c.people.ids[n])
		c.roles[n] = p.Role
	}
	return c.roles[n]
}
