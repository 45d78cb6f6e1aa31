package sight

import (
	"iter"
	"slices"
)

// Whole answers for everything that a Weighing counts, where its Days list only the
// first: each turn is found when it is asked for, because of a group of thousands
// millions turn, more than there is room for.
type Whole struct {
	w Weighing
	l *Evaluator
}

// Whole returns the rest of a Weighing, as Weigh has made it.
func (w Weighing) Whole() Whole { return Whole{w, NewEvaluator(w.before, w.Days[0].On)} }

// Turns returns the sightlines that turn on the reference date, worst first: by
// pairing, then by viewer and other. It looks once per pairing that turns at all.
func (a Whole) Turns() iter.Seq[Turn] {
	return func(yield func(Turn) bool) {
		for _, p := range Pairings() {
			if now := a.w.Days[0]; now.Gained[p].Pairs+now.Lost[p].Pairs == 0 {
				continue
			}
			turns, _ := a.l.Turns(a.w.changes) // Weigh was not refused
			for t := range turns {
				if t.Pairing == p && !yield(t) {
					return
				}
			}
		}
	}
}

// GroupTurns returns the groups that turn on the reference date, by viewer and group.
func (a Whole) GroupTurns() iter.Seq[GroupTurn] {
	turns, _ := a.l.GroupTurns(a.w.changes)
	return turns
}

// Later returns the days after the reference date with all that turns on them. It is
// kept: on a later day only whose period begins or ends there is at an end of a turn.
func (a Whole) Later() []Day {
	s := weigher{a.w.before, a.w.after, a.w.changes, 0, nil}
	l, then, viewers := s.indexes(a.w.Days[0].On)
	on, coming := s.laterDays(viewers, l.now.on)
	turning := s.later(l.now, then, len(viewers), on, coming)
	days := slices.Clone(a.w.Days[1:])
	for i := range days { // on some only an agreement breaks
		if len(turning) > 0 && turning[0].On == days[i].On {
			days[i].Turns, days[i].Groups = turning[0].Turns, turning[0].Groups
			turning = turning[1:]
		}
	}
	return days
}
