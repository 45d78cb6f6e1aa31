package domain

import (
	"iter"
	"slices"
	"sort"
	"time"
)

// Chronicle is how the groups' modes and the readings went, as far as a journal
// tells. Periods carry their own days; these two do not, and are known for an
// earlier day from the journal alone. It keeps only what turned, so that a long
// journal leaves a short Chronicle. It is a value: the zero Chronicle knows of
// no turn.
type Chronicle struct {
	turns []turn // oldest first; the days never go back
	head  Seq    // the last entry that was noted
	began Date   // the day of the first entry
	until Date   // the day of the last
}

// turn is one mode or the readings as they were until a day.
type turn struct {
	day      Date
	group    GroupID // empty: the readings
	mode     Visibility
	readings Readings
}

// NewChronicle tells how things went by a journal: its entries, oldest first,
// each with the day on which it counts (see DayOf).
func NewChronicle(entries iter.Seq2[Entry, Date]) Chronicle {
	var c Chronicle
	for e, day := range entries {
		c = c.note(e, day)
	}
	return c
}

// DayOf returns the day on which an entry counts: that of the person at the
// keyboard, or frozen where the set-up has a date of its own (Institution.Date),
// as the demonstration has: there, all was done on that day.
func DayOf(e Entry, zone *time.Location, frozen Date) Date {
	if !frozen.IsZero() {
		return frozen
	}
	return DateOf(e.At.In(zone))
}

// Note returns c with one more entry; an undo tells by its own changes what it
// turned. An entry that c has already changes nothing. A day before that of the
// entry before (a clock that was wrong) counts as that day.
func (c Chronicle) Note(e Entry, day Date) Chronicle {
	c.turns = slices.Clip(c.turns) // an older value must not see what is added
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
		if t, ok := turned(change, first); ok {
			t.day = c.until
			c.turns = append(c.turns, t)
		}
	}
	return c
}

// turned returns what a change turned. What a group or the very first entry
// begins with is no turn: nothing else is known of the days before, so it is
// assumed for them.
func turned(c Change, first bool) (turn, bool) {
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

// Head returns the number of the last entry that was noted.
func (c Chronicle) Head() Seq { return c.head }

// Began returns the day of the first entry; none for an empty journal. For the
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

// World returns w, which is the world after the last entry, with modes and
// readings as they stood at the end of a day; everything else stays as it is in
// w. A group that was not there yet has the mode with which it was made, one
// that is there no longer is left out. Where nothing differs it is w itself.
func (c Chronicle) World(w World, on Date) World {
	from := sort.Search(len(c.turns), func(i int) bool { return c.turns[i].day > on })
	if from == len(c.turns) {
		return w
	}
	seen := map[GroupID]bool{}
	next := w.tables().fork()
	differs := false
	for _, t := range c.turns[from:] {
		if !seen[t.group] { // what a later turn found is not yet so on that day
			seen[t.group] = true
			differs = next.stood(t) || differs
		}
	}
	if !differs {
		return w
	}
	return World{next}
}

// stood puts back what a turn found, and reports whether that differs.
func (t *tables) stood(was turn) bool {
	if was.group == "" {
		i, _ := get(&t.institution, Institution{}.Key())
		if i.Readings == was.readings {
			return false
		}
		i.Readings = was.readings
		t.institution.Set(i.Key(), &i)
		return true
	}
	g, ok := get(&t.groups, string(was.group))
	if !ok || g.Visibility == was.mode {
		return false
	}
	g.Visibility = was.mode
	t.groups.Set(g.Key(), &g)
	return true
}
