package sight

import (
	"iter"
	"slices"

	"zichtlijn/domain"
)

// Ledger answers what changes would turn in one World on one day, and keeps what
// it has looked up for the next question: many hypothetical edits of one World
// cost little more than one. It belongs to one goroutine.
type Ledger struct{ now *census }

// NewLedger returns the ledger of a World on a day. It looks nothing up yet.
func NewLedger(w domain.World, on domain.Date) *Ledger {
	return &Ledger{newCensus(w, on, newNumbering())}
}

// Turns returns every sightline that changes would turn, by viewer and other,
// found as they are asked for. The error is a Refusal: the changes do not start
// from the ledger's World.
func (l *Ledger) Turns(changes []domain.Change) (iter.Seq[Turn], error) {
	after, err := l.now.w.With(changes...)
	if err != nil {
		return nil, err
	}
	return l.turns(after, changes, touched(l.now.w, after, changes, l.now.on)), nil
}

// turns compares the facts of viewers with those in the World after changes.
func (l *Ledger) turns(after domain.World, changes []domain.Change, viewers []domain.PersonID) iter.Seq[Turn] {
	return func(yield func(Turn) bool) {
		now, then := l.pair(after, changes, viewers)
		m := &marks{people: now.people}
		for _, viewer := range viewers {
			now.gather(viewer, m, earlier)
			then.gather(viewer, m, later)
			for _, t := range m.turns(viewer, now.people.number(viewer)) {
				t.Pairing = owned(now, then, t)
				if !yield(t) {
					return
				}
			}
		}
	}
}

// pair returns the two censuses that tell what changes turn for viewers. Where
// nothing but modes changes, it can turn among the members only, so that nobody
// else has to be looked up.
func (l *Ledger) pair(after domain.World, changes []domain.Change, viewers []domain.PersonID) (now, then *census) {
	now = l.now
	few := onlyModes(changes)
	if few {
		now = newCensus(l.now.w, l.now.on, newNumbering())
	}
	for _, v := range viewers {
		now.people.number(v) // in order of id, see numbering.ordered
	}
	if few {
		now.among(viewers)
	}
	return now, now.then(after, changes)
}

// owned is the pairing of a turn with regard to whose client it is, in either World.
func owned(now, then *census, t Turn) Pairing {
	if !t.Pairing.mayBeOwn() {
		return t.Pairing
	}
	other := now.people.number(t.Other)
	if slices.Contains(now.related(t.Viewer), other) || slices.Contains(then.related(t.Viewer), other) {
		return OwnClient
	}
	return t.Pairing
}

// Count returns how many sightlines changes would turn. The error is that of Turns.
func (l *Ledger) Count(changes []domain.Change) (int, error) {
	after, err := l.now.w.With(changes...)
	if err != nil {
		return 0, err
	}
	viewers := touched(l.now.w, after, changes, l.now.on)
	now, then := l.pair(after, changes, viewers)
	m := &marks{people: now.people}
	count := 0
	add := func(int32, cell) { count++ }
	for _, viewer := range viewers {
		if then.sameCrowd() {
			now.gatherLinked(viewer, m, earlier)
			then.gatherLinked(viewer, m, later)
			for _, n := range countUnlinked(now, then, viewer, m) {
				count += n
			}
		} else {
			now.gather(viewer, m, earlier)
			then.gather(viewer, m, later)
		}
		m.turned(now.people.number(viewer), add)
	}
	return count, nil
}

// GroupTurns returns how changes would turn the groups of everybody, by viewer
// and group, found as they are asked for. The error is that of Turns.
func (l *Ledger) GroupTurns(changes []domain.Change) (iter.Seq[GroupTurn], error) {
	after, err := l.now.w.With(changes...)
	if err != nil {
		return nil, err
	}
	return l.groupTurns(after, changes, touched(l.now.w, after, changes, l.now.on)), nil
}

func (l *Ledger) groupTurns(after domain.World, changes []domain.Change, viewers []domain.PersonID) iter.Seq[GroupTurn] {
	return func(yield func(GroupTurn) bool) {
		then := l.now.then(after, changes)
		var only map[domain.GroupID]bool
		if onlyModes(changes) {
			only = then.stale.groups // a mode is nothing to how other groups stand
		}
		for _, viewer := range viewers {
			for _, t := range compareStands(viewer, l.now.stands(viewer, only), then.stands(viewer, only)) {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// Everyone returns everybody by id, and for each whom they see, as places in that
// list in order: the matrix without groups, messages and grounds.
func (l *Ledger) Everyone() (people []domain.PersonID, sees [][]int32) {
	c := newCensus(l.now.w, l.now.on, newNumbering())
	for p := range l.now.w.Persons() {
		c.people.number(p.ID)
	}
	people = slices.Clone(c.people.ids)
	m := &marks{people: c.people}
	for self, viewer := range people {
		c.gather(viewer, m, later)
		var seen []int32
		m.turned(int32(self), func(n int32, f cell) {
			if f.facts[later]&seesBit != 0 {
				seen = append(seen, n)
			}
		})
		slices.Sort(seen)
		sees = append(sees, seen)
	}
	return people, sees
}
