package sight

import "zichtlijn/domain"

// Route says through what something holds between two members of a group, from
// the least to the most that the group has to do with it.
type Route uint8

// The routes.
const (
	NoRoute   Route = iota // it does not hold
	Elsewhere              // through a network or another group only
	Here                   // through the group itself, whatever else there is
)

// Cell is what one member of a group can of another.
type Cell struct{ Sight, Messages Route }

// Fact returns what holds, whatever the route.
func (c Cell) Fact() Fact { return Fact{c.Sight != NoRoute, c.Messages != NoRoute} }

// with adds what holds on clauses by a route.
func (c Cell) with(r Route, sees, messages bool) Cell {
	if sees {
		c.Sight = max(c.Sight, r)
	}
	if messages {
		c.Messages = max(c.Messages, r)
	}
	return c
}

// Square is who can what of whom among the members of one group on one day, on
// any ground at all: what counts is who sees whom. It is made by NewSquare and
// answers one viewer at a time, because a group can have thousands of members
// and a window shows a few dozen.
type Square struct {
	w       domain.World
	group   domain.GroupID
	on      domain.Date
	members []domain.Member
	at      map[domain.PersonID]int
	in      map[domain.GroupID][]standing // of this group and of every other that a member is in
}

// standing is the place of a member in the square, and their role in some group.
type standing struct {
	at int
	as domain.Role
}

// NewSquare returns the square of a group. members are those of World.MembersOn
// for the same group and day, in the order that is wanted.
func NewSquare(w domain.World, group domain.GroupID, members []domain.Member, on domain.Date) Square {
	q := Square{w, group, on, members, make(map[domain.PersonID]int, len(members)), map[domain.GroupID][]standing{}}
	for i, m := range members {
		q.at[m.Person] = i
		for _, one := range w.GroupsOn(m.Person, on) {
			q.in[one.Group] = append(q.in[one.Group], standing{i, one.As})
		}
	}
	return q
}

// In returns the same square in a World where groups have other settings and
// everybody is in the same groups.
func (q Square) In(w domain.World) Square {
	q.w = w
	return q
}

// Members returns who stands in the square, in its order. It is only read.
func (q Square) Members() []domain.Member { return q.members }

// Line returns what the member at place viewer can of each member, in the order
// of the square. Their own cell is empty. It says the same as Between.
func (q Square) Line(viewer int) []Cell {
	e := look(q.w, q.members[viewer].Person, q.on)
	line := make([]Cell, len(q.members))
	for _, at := range e.places() {
		q.through(line, e, at)
	}
	for _, c := range e.network() {
		if i, ok := q.at[c.person]; ok {
			line[i] = line[i].with(Elsewhere, true, true)
		}
	}
	line[viewer] = Cell{}
	return line
}

// through adds what the viewer holds of members through one place. It hangs on
// their role alone, so each role is asked once.
func (q Square) through(line []Cell, e eye, at place) {
	r := Elsewhere
	if at.group.ID == q.group {
		r = Here
	}
	var holds [domain.Administrator + 1]Hold
	var asked [domain.Administrator + 1]bool
	for _, s := range q.in[at.group.ID] {
		if !asked[s.as] {
			holds[s.as], asked[s.as] = e.holdIn(at, s.as), true
		}
		h := holds[s.as]
		line[s.at] = line[s.at].with(r, h.Personentegel.Holds() || h.Berichtentegel.Holds(), h.Message.Holds())
	}
}
