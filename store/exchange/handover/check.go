package handover

import (
	"hash/fnv"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// mostNames is how many people a list of the check names; the rest is counted.
const mostNames = 12

// crowd are the people whom somebody sees, or who see somebody. It keeps the first of them
// only, so that an open group of thousands needs no room for millions of pairs.
type crowd struct {
	count int
	first []int  // places of people, in order
	sum   uint64 // of all: two crowds of one sum are the same people
}

func (c *crowd) add(place int, sum uint64) {
	c.count, c.sum = c.count+1, c.sum+sum
	if len(c.first) == mostNames {
		if place > c.first[mostNames-1] {
			return
		}
		c.first = c.first[:mostNames-1]
	}
	at, _ := slices.BinarySearch(c.first, place)
	c.first = slices.Insert(c.first, at, place)
}

func (c crowd) same(d crowd) bool { return c.count == d.count && c.sum == d.sum }

// check is what must be seen of a person, and by whom, once everything is entered.
type check struct {
	person       domain.Person
	sees, seenBy crowd
}

// allChecks returns a check of everybody on a day, administrators left out (G7), in the
// order of people, who are everybody.
func allChecks(s state, people []domain.PersonID) []check {
	rank, out := make(map[domain.PersonID]int, len(people)), make([]check, len(people))
	for i, id := range people {
		rank[id] = i
		out[i].person, _ = s.world.Person(id)
	}
	byID, sees := sight.NewEvaluator(s.world, s.on).Everybody()
	at, sums := make([]int, len(byID)), make([]uint64, len(byID))
	for n, id := range byID {
		h := fnv.New64a()
		_, _ = h.Write([]byte(id)) // it never fails
		at[n], sums[n] = rank[id], h.Sum64()
	}
	for viewer, seen := range sees {
		for _, n := range seen {
			out[at[viewer]].sees.add(at[n], sums[n])
			out[at[n]].seenBy.add(at[viewer], sums[viewer])
		}
	}
	return slices.DeleteFunc(out, func(c check) bool {
		return c.person.Role == domain.Administrator || s.person(c.person) != toEnter
	})
}

// checks returns whom to check, in the order of people: everybody; after an earlier
// hand-over those who are new, and those of whom sight has changed.
func (s Sheet) checks(people []domain.PersonID) []check {
	out := allChecks(state{s.world, s.on}, people)
	if s.since == nil {
		return out
	}
	then := slices.Clone(people) // and whoever is gone since
	for p := range s.since.World.Persons() {
		if !s.world.Has(domain.Ref{Noun: domain.PersonNoun, Key: p.Key()}) {
			then = append(then, p.ID)
		}
	}
	before := map[domain.PersonID]check{}
	for _, c := range allChecks(state{s.since.World, s.since.On}, then) {
		before[c.person.ID] = c
	}
	return slices.DeleteFunc(out, func(c check) bool {
		was, known := before[c.person.ID]
		return known && was.sees.same(c.sees) && was.seenBy.same(c.seenBy)
	})
}
