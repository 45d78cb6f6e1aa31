package domain

import (
	"iter"
	"slices"
	"sort"
	"time"
)

// Chronicle is the history of the groups' modes and the readings. Unlike periods
// they carry no days, so that only the journal knows them for an earlier day. It
// keeps no more than what turned: a long journal gives a short Chronicle. It is a
// value; the zero Chronicle has no turn.
type Chronicle struct {
	turns []turn // oldest first; the days never go back
	head  Seq    // the last entry
	began Date   // the day of the first entry
	until Date   // the day of the last entry
}

// turn is what one mode or the readings were before a day on which they changed.
type turn struct {
	day      Date
	group    GroupID // empty: the readings
	mode     Visibility
	readings Readings
}

// NewChronicle reads a journal: entries, oldest first, each with the day on which
// it counts (see DayOf).
func NewChronicle(entries iter.Seq2[Entry, Date]) Chronicle {
	var c Chronicle
	for e, day := range entries {
		c = c.note(e, day)
	}
	return c
}

// DayOf returns the day on which an entry counts: its day in zone, or frozen, the
// set-up's own date (Institution.Date), if there is one.
func DayOf(e Entry, zone *time.Location, frozen Date) Date {
	if !frozen.IsZero() {
		return frozen
	}
	return DateOf(e.At.In(zone))
}

// Note returns c with one more entry. An entry that c has already changes nothing.
// A day before that of the previous entry (the clock was wrong) counts as that day.
func (c Chronicle) Note(e Entry, day Date) Chronicle {
	c.turns = slices.Clip(c.turns) // older values share the array
	return c.note(e, day)
}

func (c Chronicle) note(e Entry, day Date) Chronicle {
	if e.Seq <= c.head {
		return c
	}
	first := c.head == 0
	if first {
		c.began = day
	}
	c.head, c.until = e.Seq, max(day, c.until)
	for _, change := range e.Changes {
		if t, ok := turnIn(change, first); ok {
			t.day = c.until
			c.turns = append(c.turns, t)
		}
	}
	return c
}

// turnIn returns the turn that a change makes. What a new group or the very first
// entry begins with is no turn: it is assumed for the days before, too.
func turnIn(c Change, first bool) (turn, bool) {
	switch {
	case c.Group != nil && c.Group.Before != nil:
		was, gone := c.Group.Before, c.Group.After == nil
		return turn{group: was.ID, mode: was.Visibility}, gone || was.Visibility != c.Group.After.Visibility
	case c.Institution != nil && !(first && c.Institution.Before == nil):
		was, is := readingsOf(c.Institution.Before), readingsOf(c.Institution.After)
		return turn{readings: was}, was != is
	}
	return turn{}, false
}

func readingsOf(i *Institution) Readings {
	if i == nil {
		return 0 // every default
	}
	return i.Readings
}

// Head returns the number of the last entry.
func (c Chronicle) Head() Seq { return c.head }

// Began returns the day of the first entry; zero for an empty journal. For the
// days before it the first known modes and readings are assumed.
func (c Chronicle) Began() Date { return c.began }

// Days returns the days on which modes or readings turned, in order.
func (c Chronicle) Days() []Date {
	out := make([]Date, 0, len(c.turns))
	for _, t := range c.turns {
		out = append(out, t.day)
	}
	return slices.Compact(out)
}

// World returns w, the world after the last entry, with modes and readings as they
// were at the end of a day. Everything else is as in w: a group that was made later
// has its first mode, one that was removed is missing. If nothing differs it is w
// itself.
func (c Chronicle) World(w World, on Date) World {
	from := sort.Search(len(c.turns), func(i int) bool { return c.turns[i].day > on })
	if from == len(c.turns) {
		return w
	}
	seen := map[GroupID]bool{}
	next := w.tables().next()
	differs := false
	for _, t := range c.turns[from:] {
		if !seen[t.group] { // later turns say nothing about that day
			seen[t.group] = true
			differs = next.restore(t) || differs
		}
	}
	if !differs {
		return w
	}
	return World{next}
}

// restore puts back what was before a turn, and reports whether that differs.
func (t *tables) restore(was turn) bool {
	if was.group == "" {
		i, _ := get(&t.institution, Institution{}.Key())
		if i.Readings == was.readings {
			return false
		}
		i.Readings = was.readings
		t.fork(InstitutionNoun)
		t.institution.Set(i.Key(), &i)
		return true
	}
	g, ok := get(&t.groups, string(was.group))
	if !ok || g.Visibility == was.mode {
		return false
	}
	g.Visibility = was.mode
	t.fork(GroupNoun)
	t.groups.Set(g.Key(), &g)
	return true
}
