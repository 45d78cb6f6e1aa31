package sight

import (
	"maps"
	"math"
	"slices"

	"zichtlijn/domain"
)

// later weighs days after the reference date; coming is what begins and ends from then
// on. now and then are the indexes of the two Worlds on that date, which it moves on
// from day to day; the first people whom they number, viewers, are all whose sight the
// edit could turn, on whatever day.
func (s weigher) later(now, then *index, viewers int, days dates, coming boundaries) []Day {
	var out []Day
	for _, on := range days {
		var past, today boundaries
		past, coming = coming.through(on - 1)
		today, coming = coming.through(on)
		gone := past.stale(s.before, s.after)
		now.moveTo(on-1, gone)
		then.moveTo(on-1, gone)
		moved := today.stale(s.before, s.after)
		nowToday, thenToday := now.onDay(on, moved), then.onDay(on, moved)
		if d := s.newsOf(moved, viewers, nowToday, thenToday, now, then).day(); d.turns() {
			out = append(out, d)
		}
		now.take(nowToday)
		then.take(thenToday)
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

// news finds what turns where only some people move: because a period of theirs begins
// or ends on a day, compared with the day before, or because an edit is about them. One
// of them is at an end of everything that turns: they are looked at as viewers, and as
// those whom others see.
type news struct {
	weigher
	// states are the indexes before and after the changes, in the order of when: of the
	// day, and of the day before where its turns are no news.
	states []*index
	moved  stale // what tells the day from the day before, or the Worlds from each other
	// viewers is how many of the first people in the numbering can turn as viewers, and
	// others as those whom they see.
	viewers, others int
	m               *comparison
	found           *Day
	named           firstTurns
}

func (s weigher) newsOf(moved stale, viewers int, states ...*index) *news {
	others := viewers // whoever turns shares a group or a network
	if s.unlinked() {
		others = math.MaxInt
	}
	return &news{
		weigher: s, states: states, moved: moved, viewers: viewers, others: others,
		m: &comparison{people: states[earlier].people}, found: &Day{On: states[earlier].on}, named: firstTurns{most: s.most},
	}
}

func (n *news) day() Day {
	moved := map[int32]bool{}
	for id := range n.moved.people {
		moved[n.m.people.number(id)] = true
	}
	for at := range moved {
		if !n.work.next() {
			break
		}
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
	for at, c := range n.states {
		c.gatherLinked(id, n.m, when(at))
	}
	if n.unlinked() {
		n.unlinkedOf(id)
	}
	n.m.turned(viewer, func(other int32, c cell) {
		if int(other) < n.others {
			n.add(viewer, other, ownOr(c.worst, n.states[earlier], n.states[later], id, other), c)
		}
	})
}

// seers adds who comes to see somebody or sees them no longer, without those who have
// moved themselves: they are viewers already.
func (n *news) seers(seen int32, moved map[int32]bool) {
	id := n.m.people.ids[seen]
	for at, c := range n.states {
		c.gatherSeers(id, n.m, when(at))
	}
	if n.unlinked() {
		n.unlinkedSeers(id)
	}
	n.m.turned(seen, func(viewer int32, c cell) {
		if int(viewer) < n.viewers && !moved[viewer] {
			n.add(viewer, seen, ownOr(c.worst, n.states[earlier], n.states[later], id, viewer), c)
		}
	})
}

func (n *news) add(viewer, other int32, p Pairing, c cell) {
	ids := n.m.people.ids
	t := Turn{ids[viewer], ids[other], c.facts[earlier].fact(), c.facts[later].fact(), p}
	n.found.count(t, 1)
	n.named.add(t)
}

// unlinkedOf marks whom a viewer sees in groups in which they are not (G6), of those
// with whom that could turn. It is called after gatherLinked.
func (n *news) unlinkedOf(viewer domain.PersonID) {
	shared := n.markShared(viewer)
	for id := range n.moved.people {
		n.m.mark(earlierYesterday, n.m.people.number(id), 0, pairingCount)
	}
	if n.turnsFor(func(c *index) bool { return c.seesEveryGroup(viewer) }) {
		for _, c := range n.states {
			n.m.markAll(earlierYesterday, c.allMembers().people, 0, pairingCount)
		}
	}
	for at, c := range n.states {
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
	shared := n.markShared(seen)
	if n.turnsFor(func(c *index) bool { return len(c.links(seen).places) > 0 }) {
		for _, w := range []domain.World{n.before, n.after} {
			for p := range w.Persons() {
				n.m.mark(earlierYesterday, n.m.people.number(p.ID), 0, pairingCount)
			}
		}
	}
	self := n.m.people.number(seen)
	for at, c := range n.states {
		groups := len(c.links(seen).places)
		for _, viewer := range n.m.marked {
			if groups > int(shared[at][viewer]) && c.seesEveryGroup(n.m.people.ids[viewer]) {
				n.m.mark(when(at), viewer, seesBit, c.toCounselor(self))
			}
		}
	}
}

// markShared marks everybody who is in a group with somebody, and returns for each state
// in how many.
func (n *news) markShared(id domain.PersonID) (shared [whenCount]map[int32]int32) {
	for at, c := range n.states {
		shared[at] = c.shared(id)
		for other := range shared[at] {
			n.m.mark(earlierYesterday, other, 0, pairingCount)
		}
	}
	return shared
}

// turnsFor reports whether something is otherwise than on the day before, in either
// World; without that day, whether the Worlds differ in it.
func (n *news) turnsFor(holds func(*index) bool) bool {
	was := holds(n.states[earlier])
	if len(n.states) == 2 {
		return was != holds(n.states[later])
	}
	return was != holds(n.states[earlierYesterday]) || holds(n.states[later]) != holds(n.states[laterYesterday])
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
		for _, c := range n.states[:2] {
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
		turns := func(of []*index) []GroupTurn {
			return compareGroups(viewer, of[earlier].groupStates(viewer, only), of[later].groupStates(viewer, only))
		}
		var known []GroupTurn
		if len(n.states) > 2 {
			known = turns(n.states[earlierYesterday:])
		}
		for _, t := range turns(n.states) {
			if !slices.Contains(known, t) {
				n.found.addGroup(t, n.most)
			}
		}
	}
}
