package sight

import (
	"cmp"
	"maps"
	"slices"

	"zichtlijn/domain"
)

const roleCount = int(domain.Administrator) + 1

// facts is a Fact in two bits.
type facts uint8

const (
	seesBit facts = 1 << iota
	messagesBit
)

func (f facts) fact() Fact { return Fact{f&seesBit != 0, f&messagesBit != 0} }

// facts drops the grounds.
func (h personAccess) facts() facts {
	var f facts
	if h.Sees() {
		f |= seesBit
	}
	if h.Message.Holds() {
		f |= messagesBit
	}
	return f
}

// index prepares one World on one day to answer for many viewers, with facts and
// without grounds. Members and relations are looked up once; the policy is asked
// once per visibility and pair of roles.
//
// The index of a World after changes shares with the one before whatever the
// changes left alone. An index belongs to one goroutine: it fills as it is asked.
type index struct {
	policy
	w      domain.World
	on     domain.Date
	people *numbering
	holds  [domain.VisibilityCount][roleCount][roleCount]facts

	rosters       map[domain.GroupID]*roster
	linksByViewer map[domain.PersonID]*links
	networks      map[domain.PersonID][]int32 // by client: the people linked to them
	relatedTo     map[domain.PersonID][]int32 // the people with whom somebody has a relation in effect
	roles         []domain.Role               // default roles by number, filled as they are asked for
	all           *allMembers                 // for counselors who see every group (G6)

	before     *index // the index to share with; nil: none
	stale      stale  // what can not be shared
	restricted bool   // the rosters hold only the people of restrictTo
}

func newIndex(w domain.World, on domain.Date, people *numbering) *index {
	c := &index{
		policy: policy{w.Readings()}, w: w, on: on, people: people,
		rosters: map[domain.GroupID]*roster{}, linksByViewer: map[domain.PersonID]*links{},
		networks: map[domain.PersonID][]int32{}, relatedTo: map[domain.PersonID][]int32{},
	}
	for _, v := range domain.Visibilities() {
		for _, rv := range domain.Roles() {
			for _, ro := range domain.Roles() {
				c.holds[v][rv][ro] = c.access(v, rv, ro).facts()
			}
		}
	}
	return c
}

// withChanges returns the index of after, the World that changes lead to, on the same day.
func (c *index) withChanges(after domain.World, changes []domain.Change) *index {
	next := newIndex(after, c.on, c.people)
	if s, ok := staleBy(c.w, after, changes); ok {
		next.before, next.stale = c, s
	}
	return next
}

// onDay returns the index of the same World on a later day. out is what is not as on
// the day of c.
func (c *index) onDay(on domain.Date, out stale) *index {
	next := *c
	next.on, next.before, next.stale, next.all = on, c, out, nil
	next.rosters, next.linksByViewer = map[domain.GroupID]*roster{}, map[domain.PersonID]*links{}
	next.networks, next.relatedTo = map[domain.PersonID][]int32{}, map[domain.PersonID][]int32{}
	return &next
}

// moveTo makes c the index of a later day. It forgets what is out of date by then.
func (c *index) moveTo(on domain.Date, out stale) {
	c.on, c.all = on, nil
	for g := range out.groups {
		delete(c.rosters, g)
	}
	for p := range out.people {
		delete(c.linksByViewer, p)
		delete(c.relatedTo, p)
	}
	for p := range out.networks {
		delete(c.networks, p)
	}
}

// take makes c the index of the day of next, which is onDay of c.
func (c *index) take(next *index) {
	c.moveTo(next.on, next.stale)
	maps.Copy(c.rosters, next.rosters)
	maps.Copy(c.linksByViewer, next.linksByViewer)
	maps.Copy(c.relatedTo, next.relatedTo)
	maps.Copy(c.networks, next.networks)
}

// roster holds the members of a group on the day, by role.
type roster struct {
	group      domain.Group
	byRole     [roleCount][]int32
	counselors int
}

func (c *index) roster(id domain.GroupID) *roster {
	if r, ok := c.rosters[id]; ok {
		return r
	}
	var r *roster
	switch {
	case c.before != nil && !c.stale.groups[id]:
		r = c.before.roster(id)
	case c.before != nil && c.before.restricted: // only its mode changed
		now := *c.before.roster(id)
		r = &now
		r.group, _ = c.w.Group(id)
	case c.restricted: // nobody of them is in it
		r = &roster{}
	default:
		r = &roster{}
		r.group, _ = c.w.Group(id)
		for _, m := range c.w.MembersOn(id, c.on) {
			r.byRole[m.As] = append(r.byRole[m.As], c.people.number(m.Person))
			if m.As.IsCounselor() {
				r.counselors++
			}
		}
	}
	c.rosters[id] = r
	return r
}

// restrictTo fills the rosters with a few people only, from their own
// memberships. After it the index answers for nobody else.
func (c *index) restrictTo(people []domain.PersonID) {
	for _, id := range people {
		n := c.people.number(id)
		for _, p := range c.links(id).places {
			r := c.rosters[p.group]
			if r == nil {
				r = &roster{}
				r.group, _ = c.w.Group(p.group)
				c.rosters[p.group] = r
			}
			r.byRole[p.as] = append(r.byRole[p.as], n)
		}
	}
	c.restricted = true
}

// network returns the people who have a direct relation with a client on the day.
func (c *index) network(client domain.PersonID) []int32 {
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

// related returns the people with whom somebody has a relation in effect, of any type.
func (c *index) related(id domain.PersonID) []int32 {
	if list, ok := c.relatedTo[id]; ok {
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
	c.relatedTo[id] = list
	return list
}

// role returns somebody's default role.
func (c *index) role(n int32) domain.Role {
	for int(n) >= len(c.roles) {
		c.roles = append(c.roles, domain.NoRole)
	}
	if c.roles[n] == domain.NoRole {
		p, _ := c.w.Person(c.people.ids[n])
		c.roles[n] = p.Role
	}
	return c.roles[n]
}

// numbering gives people small numbers, so that facts about thousands fit in
// lists instead of maps. A number never changes; two Worlds that are compared
// share one numbering.
type numbering struct {
	numbers map[domain.PersonID]int32
	ids     []domain.PersonID
	// ordered is how many of the first numbers are in order of id. Number viewers
	// first, in order of id: compare then looks at numbers instead of ids.
	ordered int32
}

func newNumbering() *numbering { return &numbering{numbers: map[domain.PersonID]int32{}} }

func (n *numbering) number(id domain.PersonID) int32 {
	if at, ok := n.numbers[id]; ok {
		return at
	}
	at := int32(len(n.ids))
	n.numbers[id] = at
	if n.ordered == at && (at == 0 || n.ids[at-1] < id) {
		n.ordered++
	}
	n.ids = append(n.ids, id)
	return at
}

// compare orders by id.
func (n *numbering) compare(a, b int32) int {
	if a < n.ordered && b < n.ordered {
		return int(a - b)
	}
	return cmp.Compare(n.ids[a], n.ids[b])
}

// stale lists what changes make out of date in an index. It may list too much,
// never too little.
type stale struct {
	groups   map[domain.GroupID]bool
	people   map[domain.PersonID]bool // their links and relations
	networks map[domain.PersonID]bool // by client
}

func noStale() stale {
	return stale{map[domain.GroupID]bool{}, map[domain.PersonID]bool{}, map[domain.PersonID]bool{}}
}

// manyChanges is the number of changes above which a new index is cheaper than
// finding out what may be shared.
const manyChanges = 5000

// shareable reports whether the index after changes can share with the one before: a
// type decides in relations that the changes do not name.
func shareable(changes []domain.Change) bool {
	return len(changes) <= manyChanges && !slices.ContainsFunc(changes, func(c domain.Change) bool { return c.RelationType != nil })
}

// staleBy returns what changes make out of date; false: everything.
func staleBy(before, after domain.World, changes []domain.Change) (stale, bool) {
	s := noStale()
	if !shareable(changes) {
		return s, false
	}
	for _, c := range changes {
		switch {
		case c.Group != nil:
			for _, g := range both(c.Group) {
				s.groups[g.ID] = true
				for m := range before.MembersOf(g.ID) { // with a group that is made or removed their links change too
					s.people[m.Person] = true
				}
			}
		case c.Membership != nil:
			for _, m := range both(c.Membership) {
				s.groups[m.Group], s.people[m.Person] = true, true
			}
		case c.Person != nil:
			for _, p := range both(c.Person) {
				s.person(before, p.ID)
				s.person(after, p.ID)
			}
		case c.Relation != nil:
			for _, r := range both(c.Relation) {
				s.relation(r)
			}
		case c.RelationType != nil: // nothing is shared
		case c.Institution != nil: // every index reads the readings anew
		case beside(c):
		default:
			panic("sight: nobody says what a change makes stale")
		}
	}
	return s, true
}

// beside reports whether a change is of a noun on which sight does not depend.
func beside(c domain.Change) bool {
	return c.AcceptedSignal != nil || c.AccessRole != nil || c.Assignment != nil || c.Shift != nil || c.Agreement != nil
}

// both returns the values before and after, without the one that is not there.
func both[T any](s *domain.Swap[T]) []T {
	var out []T
	for _, p := range []*T{s.Before, s.After} {
		if p != nil {
			out = append(out, *p)
		}
	}
	return out
}

func (s stale) person(w domain.World, id domain.PersonID) {
	s.people[id] = true
	for m := range w.MembershipsOf(id) {
		s.groups[m.Group] = true
	}
	for r := range w.RelationsOf(id) {
		s.relation(r)
	}
}

func (s stale) relation(r domain.Relation) {
	s.networks[r.Client], s.people[r.Client], s.people[r.Person] = true, true, true
}

// onlyModes reports whether changes set the modes of groups and nothing else
// that matters to sight.
func onlyModes(changes []domain.Change) bool {
	for _, c := range changes {
		if c.Group == nil || c.Group.Before == nil || c.Group.After == nil {
			return false
		}
	}
	return true
}
