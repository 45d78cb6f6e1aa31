package sight

import (
	"maps"
	"math"
	"slices"

	"zichtlijn/domain"
)

// later weighs the days after the reference date. now and then are the indexes of the
// two Worlds on that date, which it moves on from day to day; viewers, whom they
// number first, are all whose sight the edit could turn, on whatever day.
func (s weigher) later(now, then *index, viewers []domain.PersonID) []Day {
	var out []Day
	days, coming := s.laterDays(viewers, now.on)
	for _, on := range days {
		var past, today boundaries
		past, coming = coming.through(on - 1)
		today, coming = coming.through(on)
		gone := past.stale(s.before, s.after)
		now.moveTo(on-1, gone)
		then.moveTo(on-1, gone)
		n := s.newsOn(on, now, then, today.stale(s.before, s.after), len(viewers))
		if d := n.day(); d.Reveals() || d.Hides() {
			out = append(out, d)
		}
		now.take(n.today[earlier])
		then.take(n.today[later])
	}
	return out
}

// fewDays bounds the cost of a weighing: viewers times days. Up to it every day on
// which a period of theirs begins or ends is weighed, above it only the days that
// the edit itself sets.
const fewDays = 2000

// laterDays returns, in order, the days after on that have to be weighed, and what
// begins and ends after on.
func (s weigher) laterDays(viewers []domain.PersonID, on domain.Date) (dates, boundaries) {
	var own dates
	for _, c := range s.changes {
		own = append(own, ownDays(c)...)
	}
	own = own.after(on)
	if len(viewers) > fewDays && len(own) == 0 {
		return nil, nil
	}
	all := s.boundariesOf(viewers, on)
	if days := all.days(); len(days)*len(viewers) <= fewDays {
		return days, all
	}
	return own, all
}

// news finds what turns on one day and did not turn in the same way the day before.
// Only people with something that begins or ends on that day can be at an end of it:
// they are looked at as viewers, and as those whom others see.
type news struct {
	weigher
	today, yesterday [2]*index // before and after the changes
	moved            stale     // between yesterday and today
	viewers          int       // how many of the first people in the numbering can turn as viewers
	others           int       // and as those whom they see
	m                *comparison
	found            *Day
	named            firstTurns
}

func (s weigher) newsOn(on domain.Date, now, then *index, moved stale, viewers int) *news {
	others := viewers // whoever turns shares a group or a network
	if s.unlinked() {
		others = math.MaxInt
	}
	return &news{
		weigher: s, today: [2]*index{now.onDay(on, moved), then.onDay(on, moved)}, yesterday: [2]*index{now, then},
		moved: moved, viewers: viewers, others: others, m: &comparison{people: now.people}, found: &Day{On: on}, named: firstTurns{most: s.most},
	}
}

// states are the four indexes, in the order of when.
func (n *news) states() [whenCount]*index {
	return [whenCount]*index{n.today[earlier], n.today[later], n.yesterday[earlier], n.yesterday[later]}
}

func (n *news) day() Day {
	moved := map[int32]bool{}
	for id := range n.moved.people {
		moved[n.m.people.number(id)] = true
	}
	for at := range moved {
		if int(at) < n.viewers {
			n.seenBy(at)
		}
		if int(at) < n.others {
			n.seers(at, moved)
		}
	}
	n.found.Turns = n.named.worst()
	n.groups(moved)
	return *n.found
}

// seenBy adds whom a viewer comes to see or sees no longer.
func (n *news) seenBy(viewer int32) {
	id := n.m.people.ids[viewer]
	for at, c := range n.states() {
		c.gatherLinked(id, n.m, when(at))
	}
	if n.unlinked() {
		n.unlinkedOf(id)
	}
	n.m.turned(viewer, func(other int32, c cell) {
		if int(other) < n.others {
			n.add(viewer, other, ownOr(c.worst, n.today[earlier], n.today[later], id, other), c)
		}
	})
}

// seers adds who comes to see somebody or sees them no longer, without those who have
// moved themselves: they are viewers already.
func (n *news) seers(seen int32, moved map[int32]bool) {
	id := n.m.people.ids[seen]
	for at, c := range n.states() {
		c.gatherSeers(id, n.m, when(at))
	}
	if n.unlinked() {
		n.unlinkedSeers(id)
	}
	n.m.turned(seen, func(viewer int32, c cell) {
		if int(viewer) < n.viewers && !moved[viewer] {
			n.add(viewer, seen, ownOr(c.worst, n.today[earlier], n.today[later], id, viewer), c)
		}
	})
}

func (n *news) add(viewer, other int32, p Pairing, c cell) {
	ids := n.m.people.ids
	t := Turn{ids[viewer], ids[other], c.facts[earlier].fact(), c.facts[later].fact(), p}
	n.found.count(t)
	n.named.add(t)
}

// unlinkedOf marks whom a viewer sees in groups in which they are not (G6), of those
// with whom that could turn. It is called after gatherLinked.
func (n *news) unlinkedOf(viewer domain.PersonID) {
	var shared [whenCount]map[int32]int32
	for at, c := range n.states() {
		shared[at] = n.markShared(c, viewer)
	}
	for id := range n.moved.people {
		n.m.mark(earlierYesterday, n.m.people.number(id), 0, pairingCount)
	}
	if n.turnsFor(func(c *index) bool { return c.seesEveryGroup(viewer) }) {
		for _, c := range n.states() {
			n.m.markAll(earlierYesterday, c.allMembers().people, 0, pairingCount)
		}
	}
	for at, c := range n.states() {
		if !c.seesEveryGroup(viewer) {
			continue
		}
		for _, other := range n.m.marked {
			if groups := len(c.links(n.m.people.ids[other]).places); groups > int(shared[at][other]) {
				n.m.mark(when(at), other, seesBit, c.toCounselor(other))
			}
		}
	}
}

// unlinkedSeers marks the counselors who see somebody in groups in which they are not (G6).
func (n *news) unlinkedSeers(seen domain.PersonID) {
	var shared [whenCount]map[int32]int32
	for at, c := range n.states() {
		shared[at] = n.markShared(c, seen)
	}
	if n.turnsFor(func(c *index) bool { return len(c.links(seen).places) > 0 }) {
		for p := range n.after.Persons() {
			n.m.mark(earlierYesterday, n.m.people.number(p.ID), 0, pairingCount)
		}
		for p := range n.before.Persons() {
			n.m.mark(earlierYesterday, n.m.people.number(p.ID), 0, pairingCount)
		}
	}
	self := n.m.people.number(seen)
	for at, c := range n.states() {
		groups := len(c.links(seen).places)
		for _, viewer := range n.m.marked {
			if groups > int(shared[at][viewer]) && c.seesEveryGroup(n.m.people.ids[viewer]) {
				n.m.mark(when(at), viewer, seesBit, c.toCounselor(self))
			}
		}
	}
}

// markShared marks everybody who is in a group with somebody, and returns in how many.
func (n *news) markShared(c *index, id domain.PersonID) map[int32]int32 {
	out := c.shared(id)
	for other := range out {
		n.m.mark(earlierYesterday, other, 0, pairingCount)
	}
	return out
}

// turnsFor reports whether something is otherwise today than yesterday in either World.
func (n *news) turnsFor(holds func(*index) bool) bool {
	return holds(n.today[earlier]) != holds(n.yesterday[earlier]) || holds(n.today[later]) != holds(n.yesterday[later])
}

// groups adds the groups that turn: for people who moved, and for the clients of a
// group that has its first counselor or has lost its last (D4).
func (n *news) groups(moved map[int32]bool) {
	around := slices.Sorted(maps.Keys(n.moved.groups))
	viewers := maps.Clone(moved)
	for _, g := range around {
		if !n.turnsFor(func(c *index) bool { return c.roster(g).counselors > 0 }) {
			continue
		}
		for _, c := range n.today {
			for _, client := range c.roster(g).byRole[domain.Client] {
				viewers[client] = true
			}
		}
	}
	for _, at := range slices.SortedFunc(maps.Keys(viewers), n.m.people.compare) {
		if int(at) >= n.viewers {
			continue
		}
		viewer := n.m.people.ids[at]
		only := around
		if n.turnsFor(func(c *index) bool { return c.seesEveryGroup(viewer) }) {
			only = nil
		}
		turns := func(of [2]*index) []GroupTurn {
			return compareGroups(viewer, of[earlier].groupStates(viewer, only), of[later].groupStates(viewer, only))
		}
		known := turns(n.yesterday)
		for _, t := range turns(n.today) {
			if !slices.Contains(known, t) {
				n.found.addGroup(t, n.most)
			}
		}
	}
}
