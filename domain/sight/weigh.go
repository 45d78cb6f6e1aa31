package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Count counts pairs whose sightline turns one way (gains or loses), and of them
// those where sight turns and those where messages turn; one pair can be both.
type Count struct{ Pairs, Sees, Messages int }

func (c *Count) add(sees, messages bool, n int) {
	if !sees && !messages {
		return
	}
	c.Pairs += n
	if sees {
		c.Sees += n
	}
	if messages {
		c.Messages += n
	}
}

// Plus returns the sum.
func (c Count) Plus(d Count) Count {
	return Count{c.Pairs + d.Pairs, c.Sees + d.Sees, c.Messages + d.Messages}
}

// Counts is a Count for each pairing.
type Counts [pairingCount]Count

// All returns the sum of all pairings.
func (c Counts) All() Count {
	var out Count
	for _, one := range c {
		out = out.Plus(one)
	}
	return out
}

// Day is everything that an edit turns on one day.
type Day struct {
	On domain.Date
	// Gained and Lost count every sightline that turns.
	Gained, Lost Counts
	// Turns are the sightlines, worst first: those that gain anything, then those
	// that only lose; of either at most as many as Weigh was asked for.
	Turns []Turn
	// Groups are the groups that turn, by viewer and group: of those that come into
	// view, that go out of it, and that stay, at most as many as Weigh was asked for.
	// GroupsIn and GroupsOut count all that come into somebody's view and go out of it.
	Groups                             []GroupTurn
	GroupsIn, GroupsOut, groupsStaying int
	// Broken are the agreements that the edit newly breaks, Mended those that it newly makes
	// hold.
	Broken []Verdict
	Mended []Mended
	// Ways are what it opens and closes of the ways to what a broken agreement forbids.
	Ways []WayTurn
}

// Reveals reports whether anybody comes to see, or may come to message, anybody
// or any group.
func (d Day) Reveals() bool { return d.Gained.All().Pairs+d.GroupsIn > 0 }

// Hides reports whether anybody loses sight, messages or a group.
func (d Day) Hides() bool { return d.Lost.All().Pairs+d.GroupsOut > 0 }

// UnlistedGroups counts the groups that turn and are not in Groups.
func (d Day) UnlistedGroups() int { return d.GroupsIn + d.GroupsOut + d.groupsStaying - len(d.Groups) }

// turns reports whether any sightline or group turns.
func (d Day) turns() bool { return d.Reveals() || d.Hides() || len(d.Groups) > 0 }

// Breaks reports whether an agreement breaks newly, or another way opens to what a
// broken one forbids.
func (d Day) Breaks() bool { return len(d.Broken) > 0 || slices.ContainsFunc(d.Ways, WayTurn.Opens) }

// Weighing is everything that an edit would turn, before it is made.
type Weighing struct {
	// Days are the reference date, always, and every later day on which something
	// turns that did not turn the day before: because of a period that the edit
	// sets or, for an edit that touches few people, because of any period of theirs.
	Days []Day
	// Broken are, by id, the agreements that would not hold on the reference date,
	// whether or not they do now, and that the edit touches: a way to what they forbid,
	// their group, or a member of it.
	Broken []Verdict
	// Readers are, by id, those who come to read more on the reference date (H13).
	Readers []domain.PersonID

	// The arguments of Weigh, and the World after the changes.
	before, after domain.World
	changes       []domain.Change
	most          int
}

// After returns the World after the changes.
func (w Weighing) After() domain.World { return w.after }

// Changes returns the changes that were weighed.
func (w Weighing) Changes() []domain.Change { return w.changes }

// IsOf reports whether changes were weighed in that World from that day on.
func (w Weighing) IsOf(before domain.World, on domain.Date) bool {
	return len(w.Days) > 0 && w.before == before && w.Days[0].On == on
}

// Reveals reports whether the edit reveals anything on any day.
func (w Weighing) Reveals() bool { return slices.ContainsFunc(w.Days, Day.Reveals) }

// BringsReaders reports whether anybody comes to read more.
func (w Weighing) BringsReaders() bool { return len(w.Readers) > 0 }

// Breaks reports whether on any day the edit newly breaks an agreement, or opens
// another way to what a broken one forbids.
func (w Weighing) Breaks() bool { return slices.ContainsFunc(w.Days, Day.Breaks) }

// breaksNewly is Breaks without the ways.
func (w Weighing) breaksNewly() bool {
	return slices.ContainsFunc(w.Days, func(d Day) bool { return len(d.Broken) > 0 })
}

// Weigh returns everything that changes would turn, from the reference date on.
// most bounds how many sightlines that gain, sightlines that lose, and groups are
// listed on each day (zero: all); counts are always complete. The error is a
// Refusal: the changes do not start from w.
func Weigh(w domain.World, changes []domain.Change, on domain.Date, most int) (Weighing, error) {
	return new(Work).Weigh(w, changes, on, most)
}

// Weigh is the function Weigh, watched by w: taking back a large import takes seconds.
func (work *Work) Weigh(w domain.World, changes []domain.Change, on domain.Date, most int) (Weighing, error) {
	after, err := w.With(changes...)
	if err != nil {
		return Weighing{}, err
	}
	s := weigher{w, after, changes, most, work}
	l, then, viewers := s.indexes(on)
	days, coming := s.laterDays(viewers, on)
	work.begin(len(viewers) + len(coming))
	out := Weighing{Days: []Day{s.referenceDay(l, then, viewers)}, before: w, after: after, changes: changes, most: most}
	out.Days = append(out.Days, s.later(l.now, then, len(viewers), days, coming)...)
	s.agreements(&out, viewers)
	out.Readers = readersOf(w, after, changes, on)
	return out, work.err()
}

// weigher compares two Worlds, day by day.
type weigher struct {
	before, after domain.World
	changes       []domain.Change
	most          int
	work          *Work
}

// indexes returns all whose sight the changes could turn, on whatever day, and indexes of
// the two Worlds on a day, which number them first.
func (s weigher) indexes(on domain.Date) (before *Evaluator, after *index, viewers []domain.PersonID) {
	viewers = affected(s.before, s.after, s.changes)
	before = NewEvaluator(s.before, on)
	for _, v := range viewers {
		before.now.people.number(v)
	}
	return before, before.now.withChanges(s.after, s.changes), viewers
}

// referenceDay weighs the day of l; then is its index after the changes.
func (s weigher) referenceDay(l *Evaluator, then *index, viewers []domain.PersonID) Day {
	if s.fewMove(then, viewers) {
		return s.newsOf(then.stale, len(viewers), l.now, then).day()
	}
	d := Day{On: l.now.on}
	for t := range groupTurns(l.now, then, s.changes, viewers) {
		d.addGroup(t, s.most)
	}
	now := l.now
	if onlyModes(s.changes) {
		now, then = l.pair(s.after, s.changes, viewers)
	}
	s.sightlines(&d, now, then, viewers)
	return d
}

// fewMove reports whether one of some people of then.stale, few beside the viewers, is
// at an end of everything that turns. A group, a reading or a type turns sightlines
// between people whom nothing else changes.
func (s weigher) fewMove(then *index, viewers []domain.PersonID) bool {
	if then.before == nil || 2*len(then.stale.people) > len(viewers) || s.before.Readings() != s.after.Readings() {
		return false
	}
	return !slices.ContainsFunc(s.changes, func(c domain.Change) bool { return c.Group != nil && !keepsSight(c) })
}

// addGroup counts a group that turns, and lists the first most of each sort.
func (d *Day) addGroup(t GroupTurn, most int) {
	of := &d.groupsStaying
	switch {
	case t.Reveals():
		of = &d.GroupsIn
	case t.Hides():
		of = &d.GroupsOut
	}
	if *of++; most == 0 || *of <= most {
		d.Groups = append(d.Groups, t)
	}
}

// count counts n sightlines that turn like t.
func (d *Day) count(t Turn, n int) {
	d.Gained[t.Pairing].add(t.After.Sees && !t.Before.Sees, t.After.Messages && !t.Before.Messages, n)
	d.Lost[t.Pairing].add(t.Before.Sees && !t.After.Sees, t.Before.Messages && !t.After.Messages, n)
}

// sightlines adds the sightlines that turn for viewers to d.
func (s weigher) sightlines(d *Day, now, then *index, viewers []domain.PersonID) {
	m := &comparison{people: now.people}
	named := firstTurns{most: s.most}
	roles := s.byRole(now, then, m)
	for _, viewer := range viewers {
		if !s.work.next() {
			return
		}
		if roles != nil && roles.add(d, &named, viewer) {
			continue
		}
		into, list := &d.Lost, &named.losses
		if then.seesEveryGroup(viewer) {
			into, list = &d.Gained, &named.gains
		}
		if then.sameMembers() && s.full(list, now.allMembers()) {
			// The thousands whom a counselor sees by G6 are only counted from here on.
			now.gatherLinked(viewer, m, earlier)
			then.gatherLinked(viewer, m, later)
			for p, n := range countUnlinked(now, then, viewer, m) {
				into[p] = into[p].Plus(Count{Pairs: n, Sees: n})
			}
		} else {
			now.gather(viewer, m, earlier)
			then.gather(viewer, m, later)
		}
		m.turned(now.people.number(viewer), func(other int32, c cell) {
			p := ownOr(c.worst, now, then, viewer, other)
			t := Turn{viewer, now.people.ids[other], c.facts[earlier].fact(), c.facts[later].fact(), p}
			d.count(t, 1)
			named.add(t)
		})
	}
	d.Turns = named.worst()
}

// full reports whether no turn of a further viewer with anybody in all would be listed.
func (s weigher) full(named *[pairingCount]turnList, all *allMembers) bool {
	for p, n := range all.counts {
		if n > 0 && len(named[p].turns) < s.most {
			return false
		}
	}
	return s.most > 0 && len(all.people) > 0
}

// ownDays returns the days on which something begins or has ended by what a
// change replaces and sets.
func ownDays(c domain.Change) dates {
	var out dates
	switch {
	case c.Membership != nil:
		for _, m := range both(c.Membership) {
			out.addPeriod(m.Period)
		}
	case c.Relation != nil:
		for _, r := range both(c.Relation) {
			out.addPeriod(r.Period)
		}
	case c.Person != nil:
		for _, p := range both(c.Person) {
			out = append(out, p.InactiveFrom)
		}
	case c.Institution != nil, c.Group != nil, c.RelationType != nil, beside(c): // no days
	default:
		panic("sight: nobody says on which days a change counts")
	}
	return out
}
