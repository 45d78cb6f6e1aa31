package sight

import (
	"cmp"
	"iter"
	"slices"

	"zichtlijn/domain"
)

// Count counts pairs whose sightline turns one way (gains or loses), and of them
// those where sight turns and those where messages turn; one pair can be both.
type Count struct{ Pairs, Sees, Messages int }

func (c *Count) add(sees, messages bool) {
	if !sees && !messages {
		return
	}
	c.Pairs++
	if sees {
		c.Sees++
	}
	if messages {
		c.Messages++
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
	// view, that go out of it, and that stay, at most as many as Weigh was asked for. GroupsIn and GroupsOut count all that come into somebody's view
	// and go out of it.
	Groups              []GroupTurn
	GroupsIn, GroupsOut int
	// Broken are the agreements that the edit newly breaks.
	Broken []Verdict
	// Ways are what it opens and closes of the ways to what a broken agreement forbids.
	Ways []WayTurn
}

// Reveals reports whether anybody comes to see, or may come to message, anybody
// or any group.
func (d Day) Reveals() bool { return d.Gained.All().Pairs+d.GroupsIn > 0 }

// Hides reports whether anybody loses sight, messages or a group.
func (d Day) Hides() bool { return d.Lost.All().Pairs+d.GroupsOut > 0 }

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

	// The arguments of Weigh.
	before  domain.World
	changes []domain.Change
	most    int
}

// Reveals reports whether the edit reveals anything on any day.
func (w Weighing) Reveals() bool { return slices.ContainsFunc(w.Days, Day.Reveals) }

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
	after, err := w.With(changes...)
	if err != nil {
		return Weighing{}, err
	}
	s := weigher{w, after, changes, most}
	all := affected(w, after, changes)
	out := Weighing{Days: []Day{s.day(on, all, false)}, before: w, changes: changes, most: most}
	for _, later := range s.laterDays(all, on) {
		if d := s.day(later.on, later.viewers, true); d.Reveals() || d.Hides() {
			out.Days = append(out.Days, d)
		}
	}
	s.agreements(&out, all)
	return out, nil
}

// weigher compares two Worlds, day by day.
type weigher struct {
	before, after domain.World
	changes       []domain.Change
	most          int
}

// day weighs one day. With news it leaves out everything that turns in the same
// way on the day before.
func (s weigher) day(on domain.Date, viewers []domain.PersonID, news bool) Day {
	d := Day{On: on}
	var dayBefore *Evaluator
	if news {
		dayBefore = NewEvaluator(s.before, on-1)
	}
	l := NewEvaluator(s.before, on)
	s.sightlines(&d, l, dayBefore, viewers)
	others := 0
	for t := range s.newGroupTurns(l, dayBefore, viewers) {
		of := &others
		switch {
		case t.Reveals():
			of = &d.GroupsIn
		case t.Hides():
			of = &d.GroupsOut
		}
		if *of++; s.most == 0 || *of <= s.most {
			d.Groups = append(d.Groups, t)
		}
	}
	return d
}

// newGroupTurns returns the groups that turn for viewers, by viewer and group,
// without those that turn in the same way on the day before.
func (s weigher) newGroupTurns(l, dayBefore *Evaluator, viewers []domain.PersonID) iter.Seq[GroupTurn] {
	if dayBefore == nil {
		return l.groupTurns(s.after, s.changes, viewers)
	}
	known := map[GroupTurn]bool{}
	for t := range dayBefore.groupTurns(s.after, s.changes, viewers) {
		known[t] = true
	}
	return func(yield func(GroupTurn) bool) {
		for t := range l.groupTurns(s.after, s.changes, viewers) {
			if !known[t] && !yield(t) {
				return
			}
		}
	}
}

// sightlines adds the sightlines that turn for viewers to d, without those that
// turn in the same way on the day before (nil: none is left out). It looks at that
// day once per viewer: asking both days about each pair costs minutes when a
// set-up is taken back.
func (s weigher) sightlines(d *Day, l, dayBefore *Evaluator, viewers []domain.PersonID) {
	now, then := l.pair(s.after, s.changes, viewers)
	m := &comparison{people: now.people}
	var known turnsOfDay
	if dayBefore != nil {
		known = dayBefore.turnsOfDay(s.after, s.changes, viewers)
	}
	var k namedTurns
	for _, viewer := range viewers {
		into, named := &d.Lost, &k.losses
		if then.seesEveryGroup(viewer) {
			into, named = &d.Gained, &k.gains
		}
		if dayBefore == nil && then.sameMembers() && s.full(named, now.allMembers()) {
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
		var turns []Turn
		if dayBefore == nil {
			turns = m.unordered(viewer, now.people.number(viewer))
		} else {
			turns = known.without(viewer, m.turns(viewer, now.people.number(viewer)))
		}
		listed := 0 // the turns to list are put first
		for i, t := range turns {
			t.Pairing = pairingIn(now, then, t)
			d.Gained[t.Pairing].add(t.After.Sees && !t.Before.Sees, t.After.Messages && !t.Before.Messages)
			d.Lost[t.Pairing].add(t.Before.Sees && !t.After.Sees, t.Before.Messages && !t.After.Messages)
			if k.hasRoom(t, s.most) {
				turns[i], turns[listed] = turns[listed], t
				listed++
			}
		}
		slices.SortFunc(turns[:listed], func(a, b Turn) int { return cmp.Compare(a.Other, b.Other) })
		for _, t := range turns[:listed] {
			k.keep(t, s.most)
		}
	}
	d.Turns = append(s.worst(k.gains), s.worst(k.losses)...)
}

// namedTurns are the turns that a day lists, by pairing.
type namedTurns struct{ gains, losses [pairingCount][]Turn }

func (k *namedTurns) list(t Turn) *[]Turn {
	if t.Gains() {
		return &k.gains[t.Pairing]
	}
	return &k.losses[t.Pairing]
}

func (k *namedTurns) hasRoom(t Turn, most int) bool { return most == 0 || len(*k.list(t)) < most }

func (k *namedTurns) keep(t Turn, most int) {
	if k.hasRoom(t, most) {
		into := k.list(t)
		*into = append(*into, t)
	}
}

// full reports whether no further turn of anybody in all would be listed.
func (s weigher) full(named *[pairingCount][]Turn, all *allMembers) bool {
	for p, n := range all.counts {
		if n > 0 && len(named[p]) < s.most {
			return false
		}
	}
	return s.most > 0 && len(all.people) > 0
}

// worst joins the lists, worst first, up to most turns.
func (s weigher) worst(by [pairingCount][]Turn) []Turn {
	var out []Turn
	for _, list := range by {
		out = append(out, list...)
	}
	if s.most > 0 && len(out) > s.most {
		out = out[:s.most]
	}
	return out
}

// turnsOfDay answers for one viewer after another what turns on one day. The zero
// value knows no turns.
type turnsOfDay struct {
	now, then *index
	m         *comparison
}

func (l *Evaluator) turnsOfDay(after domain.World, changes []domain.Change, viewers []domain.PersonID) turnsOfDay {
	now, then := l.pair(after, changes, viewers)
	return turnsOfDay{now, then, &comparison{people: now.people}}
}

// without leaves out of the viewer's turns, which are by other, those with the same
// facts on the day of k.
func (k turnsOfDay) without(viewer domain.PersonID, turns []Turn) []Turn {
	if k.m == nil || len(turns) == 0 {
		return turns
	}
	k.now.gather(viewer, k.m, earlier)
	k.then.gather(viewer, k.m, later)
	known := k.m.turns(viewer, k.now.people.number(viewer))
	return slices.DeleteFunc(turns, func(t Turn) bool {
		for len(known) > 0 && known[0].Other < t.Other {
			known = known[1:]
		}
		return len(known) > 0 && known[0].Other == t.Other && known[0].Before == t.Before && known[0].After == t.After
	})
}

// laterDay is a day after the reference date on which an edit may turn something
// for viewers that it did not turn the day before.
type laterDay struct {
	on      domain.Date
	viewers []domain.PersonID
}

// fewDays bounds the cost of a weighing: viewers times days. Up to it every day on
// which a period of theirs begins or ends is weighed, above it only the days that
// the edit itself sets.
const fewDays = 2000

// laterDays returns, in order, the days after on that have to be weighed. viewers
// are all whose sight the edit could turn, on whatever day.
func (s weigher) laterDays(viewers []domain.PersonID, on domain.Date) []laterDay {
	var out []laterDay
	if len(viewers) <= fewDays {
		days := s.daysAround(viewers).after(on)
		if len(days)*len(viewers) <= fewDays {
			for _, d := range days {
				out = append(out, laterDay{d, viewers})
			}
			return out
		}
	}
	begins := map[domain.Date][]domain.Change{}
	var days dates
	for _, c := range s.changes {
		own := ownDays(c)
		days = append(days, own...)
		for _, d := range own {
			begins[d] = append(begins[d], c)
		}
	}
	for _, d := range days.after(on) {
		out = append(out, laterDay{d, affected(s.before, s.after, begins[d])})
	}
	return out
}

// daysAround returns every day on which something begins or has ended, in either
// World, for people and for the clients to whom they are linked. Where counselors
// see every group (G6), sight can depend on anybody's days.
func (s weigher) daysAround(people []domain.PersonID) dates {
	if (policy{s.before.Readings()}).unlinked().Holds() || (policy{s.after.Readings()}).unlinked().Holds() {
		people = everybody(s.before, s.after)
	}
	var out dates
	for _, w := range []domain.World{s.before, s.after} {
		seen := map[domain.PersonID]bool{}
		add := func(id domain.PersonID) {
			if !seen[id] {
				seen[id] = true
				out.addPerson(w, id)
			}
		}
		for _, id := range people {
			add(id)
			for r := range w.RelationsOf(id) {
				add(r.Client)
			}
		}
	}
	return out
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
