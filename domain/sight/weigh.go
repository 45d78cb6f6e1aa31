package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Count counts sightlines that turn one way: the pairs, and of these how many
// come to see (or see no longer) and how many to message; one pair can be both.
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

// Plus returns both together.
func (c Count) Plus(d Count) Count {
	return Count{c.Pairs + d.Pairs, c.Sees + d.Sees, c.Messages + d.Messages}
}

// Counts has a Count for each pairing.
type Counts [pairingCount]Count

// All returns them all as one.
func (c Counts) All() Count {
	var out Count
	for _, one := range c {
		out = out.Plus(one)
	}
	return out
}

// Day is what an edit turns on one day.
type Day struct {
	On domain.Date
	// Gained and Lost count every sightline that turns, by who the two are to
	// each other.
	Gained, Lost Counts
	// Turns are the sightlines by name, worst first: those that gain anything,
	// then those that only lose. At most as many of either are kept as were asked for.
	Turns []Turn
	// Groups are the groups that come to stand otherwise for somebody, by viewer
	// and group; the first ones likewise. GroupsIn and GroupsOut count all that
	// come into somebody's view and go out of it.
	Groups              []GroupTurn
	GroupsIn, GroupsOut int
	// Broken are the agreements that hold before and would not any more.
	Broken []Verdict
}

// Reveals reports whether anybody comes to see, or may come to message, anybody
// or any group.
func (d Day) Reveals() bool { return d.Gained.All().Pairs+d.GroupsIn > 0 }

// Hides reports whether anybody loses sight, messages or a group.
func (d Day) Hides() bool { return d.Lost.All().Pairs+d.GroupsOut > 0 }

// Weighing is what an edit would do to who sees whom, before it is made.
type Weighing struct {
	// Days are the reference date, always, and every later day on which something
	// turns that did not turn the day before: because of a period that the edit
	// sets or, for an edit that touches few people, because of any period of theirs.
	Days []Day
	// Broken are all agreements that would not hold on the reference date,
	// whether or not they do now.
	Broken []Verdict

	// What was weighed, and how many were asked for by name.
	before  domain.World
	changes []domain.Change
	most    int
}

// Reveals reports whether the edit reveals anything on any day.
func (w Weighing) Reveals() bool { return slices.ContainsFunc(w.Days, Day.Reveals) }

// Breaks reports whether the edit newly breaks an agreement on any day.
func (w Weighing) Breaks() bool {
	return slices.ContainsFunc(w.Days, func(d Day) bool { return len(d.Broken) > 0 })
}

// Weigh tells what changes would turn, from the reference date on. most bounds
// how many sightlines and groups are kept by name each way (zero: all); counts
// are always of all. The error is a Refusal: the changes do not start from w.
func Weigh(w domain.World, changes []domain.Change, on domain.Date, most int) (Weighing, error) {
	after, err := w.With(changes...)
	if err != nil {
		return Weighing{}, err
	}
	s := scale{w, after, changes, most}
	all := touched(w, after, changes, on)
	out := Weighing{Days: []Day{s.day(on, all, false)}, before: w, changes: changes, most: most}
	out.Broken, out.Days[0].Broken = Broken(w, after, on)
	for _, later := range s.laterDays(all, on) {
		d := s.day(later.on, later.viewers, true)
		_, d.Broken = Broken(w, after, later.on)
		d.Broken = slices.DeleteFunc(d.Broken, func(v Verdict) bool { return s.brokenBefore(v, later.on) })
		if d.Reveals() || d.Hides() || len(d.Broken) > 0 {
			out.Days = append(out.Days, d)
		}
	}
	return out, nil
}

// scale compares two Worlds, day by day.
type scale struct {
	before, after domain.World
	changes       []domain.Change
	most          int
}

// day weighs one day. With news it leaves out what turns in the same way on the
// day before.
func (s scale) day(on domain.Date, viewers []domain.PersonID, news bool) Day {
	d := Day{On: on}
	l := NewLedger(s.before, on)
	s.sightlines(&d, l, viewers, news)
	for t := range l.groupTurns(s.after, s.changes, viewers) {
		if news && s.groupTurnsOn(t, on-1) {
			continue
		}
		if t.Reveals() {
			d.GroupsIn++
		}
		if t.Hides() {
			d.GroupsOut++
		}
		if s.most == 0 || len(d.Groups) < s.most {
			d.Groups = append(d.Groups, t)
		}
	}
	return d
}

// sightlines weighs whom the viewers come to see, or see no longer.
func (s scale) sightlines(d *Day, l *Ledger, viewers []domain.PersonID, news bool) {
	now, then := l.pair(s.after, s.changes, viewers)
	m := &marks{people: now.people}
	var k kept
	for _, viewer := range viewers {
		into, named := &d.Lost, &k.losses
		if then.everywhere(viewer) {
			into, named = &d.Gained, &k.gains
		}
		if !news && then.sameCrowd() && s.full(named, now.crowd()) {
			// Nobody more is named of the thousands whom a counselor sees by G6.
			now.gatherLinked(viewer, m, earlier)
			then.gatherLinked(viewer, m, later)
			for p, n := range countUnlinked(now, then, viewer, m) {
				into[p] = into[p].Plus(Count{Pairs: n, Sees: n})
			}
		} else {
			now.gather(viewer, m, earlier)
			then.gather(viewer, m, later)
		}
		for _, t := range m.turns(viewer, now.people.number(viewer)) {
			t.Pairing = owned(now, then, t)
			if news && s.turnsOn(t, d.On-1) {
				continue
			}
			d.Gained[t.Pairing].add(t.After.Sees && !t.Before.Sees, t.After.Messages && !t.Before.Messages)
			d.Lost[t.Pairing].add(t.Before.Sees && !t.After.Sees, t.Before.Messages && !t.After.Messages)
			k.keep(t, s.most)
		}
	}
	d.Turns = append(s.worst(k.gains), s.worst(k.losses)...)
}

// kept are the turns that are told by name.
type kept struct{ gains, losses [pairingCount][]Turn }

func (k *kept) keep(t Turn, most int) {
	into := &k.losses[t.Pairing]
	if t.Gains() {
		into = &k.gains[t.Pairing]
	}
	if most == 0 || len(*into) < most {
		*into = append(*into, t)
	}
}

// full reports whether no more of a crowd will be named.
func (s scale) full(named *[pairingCount][]Turn, all *crowd) bool {
	for p, n := range all.by {
		if n > 0 && len(named[p]) < s.most {
			return false
		}
	}
	return s.most > 0 && len(all.people) > 0
}

// worst joins the lists, worst first, as far as there is room.
func (s scale) worst(by [pairingCount][]Turn) []Turn {
	var out []Turn
	for _, list := range by {
		out = append(out, list...)
	}
	if s.most > 0 && len(out) > s.most {
		out = out[:s.most]
	}
	return out
}

// turnsOn reports whether a sightline turns in the same way on another day.
func (s scale) turnsOn(t Turn, on domain.Date) bool {
	was, is := Between(s.before, t.Viewer, t.Other, on), Between(s.after, t.Viewer, t.Other, on)
	return fact(was) == t.Before && fact(is) == t.After
}

func (s scale) groupTurnsOn(t GroupTurn, on domain.Date) bool {
	standing := func(w domain.World) Standing {
		for _, is := range newCensus(w, on, newNumbering()).stands(t.Viewer, nil) {
			if is.group == t.Group {
				return is.is
			}
		}
		return Standing{}
	}
	return standing(s.before) == t.Before && standing(s.after) == t.After
}

// brokenBefore reports whether the edit breaks an agreement on the day before, too.
func (s scale) brokenBefore(v Verdict, on domain.Date) bool {
	return VerdictOn(s.before, v.Agreement, on-1).Holds && !VerdictOn(s.after, v.Agreement, on-1).Holds
}
