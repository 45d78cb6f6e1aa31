package sight

import "zichtlijn/domain"

// Route says whether something access between two members of a group, and whether
// through that group.
type Route uint8

// The routes.
const (
	NoRoute   Route = iota // it does not hold
	Elsewhere              // through a network or another group only
	Here                   // through the group itself, whatever else there is
)

// Cell says what one member of a group can of another, and by which route.
type Cell struct{ Sight, Messages Route }

// Fact returns what holds, whatever the route.
func (c Cell) Fact() Fact { return Fact{c.Sight != NoRoute, c.Messages != NoRoute} }

// with adds a route by which the other is seen or may be messaged.
func (c Cell) with(r Route, sees, messages bool) Cell {
	if sees {
		c.Sight = max(c.Sight, r)
	}
	if messages {
		c.Messages = max(c.Messages, r)
	}
	return c
}

// Square is the matrix of the members of one group on one day, on any ground at
// all. Make it with NewSquare. It answers for one viewer at a time, because a group
// can have thousands of members and a window shows a few dozen.
type Square struct {
	w       domain.World
	group   domain.GroupID
	on      domain.Date
	members []domain.Member
	at      map[domain.PersonID]int
	in      map[domain.GroupID][]memberRole // for every group in which a member of the square is
}

// memberRole is the place of a member in the square, and their role in some group.
type memberRole struct {
	at int
	as domain.Role
}

// NewSquare returns the square of a group. members are those of World.MembersOn
// for the same group and day; their order becomes the square's.
func NewSquare(w domain.World, group domain.GroupID, members []domain.Member, on domain.Date) Square {
	q := Square{w, group, on, members, make(map[domain.PersonID]int, len(members)), map[domain.GroupID][]memberRole{}}
	for i, m := range members {
		q.at[m.Person] = i
		for _, one := range w.GroupsOn(m.Person, on) {
			q.in[one.Group] = append(q.in[one.Group], memberRole{i, one.As})
		}
	}
	return q
}

// In returns the square in a World with other settings. Everybody must be in the
// same groups there: memberships are not looked up again.
func (q Square) In(w domain.World) Square {
	q.w = w
	return q
}

// Members returns the members in order. Do not write to the list.
func (q Square) Members() []domain.Member { return q.members }

// Breaches returns which agreements the cells break.
func (q Square) Breaches() Breaches { return NewBreaches(q.w, q.on) }

// Line returns what the member at place viewer can of each member, in the order
// of the square. Their own cell is empty. It says the same as Between.
func (q Square) Line(viewer int) []Cell {
	e := viewpointOf(q.w, q.members[viewer].Person, q.on)
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

// Turned counts the pairs of a square whose facts another setting of its group turns.
type Turned struct{ Differ, Gain, Lose int }

// add counts n pairs with the same facts.
func (t *Turned) add(before, after Cell, n int) {
	turn := Turn{Before: before.Fact(), After: after.Fact()}
	if n == 0 || turn.Before == turn.After {
		return
	}
	t.Differ += n
	if turn.Gains() {
		t.Gain += n
	}
	if turn.Loses() {
		t.Lose += n
	}
}

// Turned compares q with itself in a World in which only the setting of its group
// differs. It asks once per role and viewer, and looks at single pairs only where there is
// another route: thousands of members are millions of pairs.
func (q Square) Turned(then Square) Turned {
	var out Turned
	var byRole [roleCount]int
	for _, m := range q.members {
		byRole[m.As]++
	}
	line := make([]Cell, len(q.members))
	var touched []int
	for viewer, m := range q.members {
		before, after := q.here(viewer), then.here(viewer)
		rest := byRole
		rest[m.As]--
		touched = q.elsewhere(line, touched[:0], viewer)
		for _, i := range touched {
			if c := line[i]; c != (Cell{}) && i != viewer {
				as := q.members[i].As
				rest[as]--
				out.add(c.or(before[as]), c.or(after[as]), 1)
			}
			line[i] = Cell{}
		}
		for as, n := range rest {
			out.add(before[as], after[as], n)
		}
	}
	return out
}

// or returns the routes of both cells.
func (c Cell) or(d Cell) Cell { return Cell{max(c.Sight, d.Sight), max(c.Messages, d.Messages)} }

// here returns what the viewer can through the group itself of members in each role.
func (q Square) here(viewer int) (out [roleCount]Cell) {
	m := q.members[viewer]
	g, _ := q.w.Group(q.group)
	e := viewpointOf(q.w, m.Person, q.on)
	for _, as := range domain.Roles() {
		h := e.accessIn(place{g, m.As}, as)
		out[as] = Cell{}.with(Here, h.Sees(), h.Message.Holds())
	}
	return out
}

// elsewhere adds to line what the viewer can of members through other groups and
// networks, and to touched the places that it wrote to.
func (q Square) elsewhere(line []Cell, touched []int, viewer int) []int {
	e := viewpointOf(q.w, q.members[viewer].Person, q.on)
	for _, at := range e.places() {
		if at.group.ID == q.group {
			continue
		}
		q.through(line, e, at)
		for _, s := range q.in[at.group.ID] {
			touched = append(touched, s.at)
		}
	}
	for _, c := range e.network() {
		if i, ok := q.at[c.person]; ok {
			line[i] = line[i].with(Elsewhere, true, true)
			touched = append(touched, i)
		}
	}
	return touched
}

// through adds to line what the viewer can of members through one place. That
// depends on their role alone, so the policy is asked once per role.
func (q Square) through(line []Cell, e viewpoint, at place) {
	r := Elsewhere
	if at.group.ID == q.group {
		r = Here
	}
	var access [domain.Administrator + 1]personAccess
	var asked [domain.Administrator + 1]bool
	for _, s := range q.in[at.group.ID] {
		if !asked[s.as] {
			access[s.as], asked[s.as] = e.accessIn(at, s.as), true
		}
		h := access[s.as]
		line[s.at] = line[s.at].with(r, h.Sees(), h.Message.Holds())
	}
}
