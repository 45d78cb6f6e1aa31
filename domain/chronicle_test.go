package domain_test

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

// past is the model of a Chronicle: every world of an institution, and the day on
// which it began.
type past struct {
	worlds  []domain.World
	days    []domain.Date
	entries []domain.Entry
}

func (p past) now() domain.World { return p.worlds[len(p.worlds)-1] }

func (p *past) move(t *rapid.T, kind domain.EntryKind, changes []domain.Change, day domain.Date) {
	next := domain.World{}
	if len(p.worlds) > 0 {
		next = p.now()
	}
	next, err := next.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	p.worlds, p.days = append(p.worlds, next), append(p.days, day)
	p.entries = append(p.entries, domain.Entry{Seq: domain.Seq(len(p.entries) + 1), Kind: kind, Changes: changes})
}

// drawPast draws an institution that was imported on a day and edited and undone on
// later ones.
func drawPast(t *rapid.T) past {
	var p past
	day := domaintest.Today() - 20
	p.move(t, domain.Import, domain.Creation(domaintest.Small(t)), day)
	for range rapid.IntRange(0, 12).Draw(t, "edits") {
		day += domain.Date(rapid.IntRange(0, 3).Draw(t, "later"))
		if last := len(p.entries) - 1; last > 0 && rapid.IntRange(0, 3).Draw(t, "undo") == 0 {
			p.move(t, domain.Undo, domain.Inverse(p.entries[last].Changes), day)
			continue
		}
		c := domaintest.Command(t, p.now())
		if g := firstGroup(p.now()); g != "" && rapid.Bool().Draw(t, "mode") {
			c = domain.SetVisibility{ID: g, Visibility: rapid.SampledFrom(domain.Visibilities()).Draw(t, "to")}
		}
		if changes, err := c.Plan(p.now()); err == nil {
			p.move(t, domain.Edit, changes, day)
		}
	}
	return p
}

func firstGroup(w domain.World) domain.GroupID {
	for g := range w.Groups() {
		return g.ID
	}
	return ""
}

func (p past) chronicle() domain.Chronicle {
	return domain.NewChronicle(func(yield func(domain.Entry, domain.Date) bool) {
		for i, e := range p.entries {
			if !yield(e, p.days[i]) {
				return
			}
		}
	})
}

// at returns the last world at the end of a day, or the first of all.
func (p past) at(on domain.Date) int {
	at := 0
	for i, day := range p.days {
		if day <= on {
			at = i
		}
	}
	return at
}

// mode returns that of a group in the world of a day, or in the first later one with
// the group.
func (p past) mode(id domain.GroupID, on domain.Date) domain.Visibility {
	for _, w := range p.worlds[p.at(on):] {
		if g, ok := w.Group(id); ok {
			return g.Visibility
		}
	}
	panic("a group of no world")
}

func TestTheChroniclePutsBackTheModesAndReadingsOfEveryDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPast(t)
		c, now := p.chronicle(), p.now()
		for on := domaintest.Today() - 25; on < domaintest.Today()+25; on++ {
			then := c.World(now, on)
			if got, want := then.Readings(), p.worlds[p.at(on)].Readings(); got != want {
				t.Fatalf("readings on %s: %b, they were %b", on, got, want)
			}
			if then.Count(domain.GroupNoun) != now.Count(domain.GroupNoun) {
				t.Fatalf("there are other groups on %s", on)
			}
			for g := range now.Groups() {
				was := g
				was.Visibility = p.mode(g.ID, on)
				if got, _ := then.Group(g.ID); got != was {
					t.Fatalf("%s on %s: %+v, it was %+v", g.ID, on, got, was)
				}
			}
		}
	})
}

func TestTheChronicleLeavesEverythingElseAsItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPast(t)
		c, now := p.chronicle(), p.now()
		before := now.Records()
		then := c.World(now, domain.FirstDate).Records()
		then.Groups = before.Groups
		if len(before.Institution) > 0 {
			then.Institution[0].Readings = before.Institution[0].Readings
		} else {
			then.Institution = before.Institution
		}
		if !reflect.DeepEqual(then, before) {
			t.Fatal("more than modes and readings differs")
		}
		if c.World(now, p.days[len(p.days)-1]) != now {
			t.Fatal("from the last turn on it is another world")
		}
	})
}

func TestBetweenTheDaysOfAChronicleNothingTurns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPast(t)
		c, now := p.chronicle(), p.now()
		turns := map[domain.Date]bool{}
		for _, day := range c.Days() {
			turns[day] = true
		}
		for on := domaintest.Today() - 25; on < domaintest.Today()+25; on++ {
			if differs := !sameSettings(c.World(now, on-1), c.World(now, on)); differs && !turns[on] {
				t.Fatalf("something turns on %s, and the days are %v", on, c.Days())
			}
		}
	})
}

func sameSettings(a, b domain.World) bool {
	for g := range a.Groups() {
		if other, _ := b.Group(g.ID); other != g {
			return false
		}
	}
	return a.Readings() == b.Readings()
}

func TestNotingEntriesOneByOneIsTheSameAsAllAtOnceAndLeavesTheOlderValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPast(t)
		var c domain.Chronicle
		steps := []domain.Chronicle{c}
		for i, e := range p.entries {
			c = c.Note(e, p.days[i])
			c = c.Note(e, p.days[i]+9) // had already
			steps = append(steps, c)
		}
		for i, had := range steps {
			want := past{p.worlds[:i], p.days[:i], p.entries[:i]}.chronicle()
			if had.Head() != want.Head() || had.Began() != want.Began() || len(had.Days()) != len(want.Days()) {
				t.Fatalf("after %d entries: %v, at once %v", i, had, want)
			}
			for on := domaintest.Today() - 25; on < domaintest.Today()+25; on++ {
				if !sameSettings(had.World(p.now(), on), want.World(p.now(), on)) {
					t.Fatalf("after %d entries %s is another day", i, on)
				}
			}
		}
	})
}

// modes returns the journal of a group that is added on the first day and set one
// mode higher on each other day, and the world at its end.
func modes(days ...domain.Date) (domain.Chronicle, domain.World) {
	g := domain.Group{ID: "G1", Name: "Koor"}
	w, _ := domain.World{}.With(domain.Change{Group: &domain.Swap[domain.Group]{After: &g}})
	var c domain.Chronicle
	c = c.Note(domain.Entry{Seq: 1, Changes: domain.Creation(w)}, days[0])
	for i, day := range days[1:] {
		changes, err := domain.SetVisibility{ID: "G1", Visibility: domain.Visibilities()[i+1]}.Plan(w)
		if err != nil {
			panic(err)
		}
		c = c.Note(domain.Entry{Seq: domain.Seq(i + 2), Changes: changes}, day)
		if w, err = w.With(changes...); err != nil {
			panic(err)
		}
	}
	return c, w
}

func TestADayEndsWithItsLastTurnAndAnUnknownDayHasTheFirstKnownMode(t *testing.T) {
	c, w := modes(100, 110, 110)
	for on, want := range map[domain.Date]domain.Visibility{1: domain.Hidden, 100: domain.Hidden, 109: domain.Hidden, 110: domain.MembersVisible, 500: domain.MembersVisible} {
		if g, _ := c.World(w, on).Group("G1"); g.Visibility != want {
			t.Errorf("on day %d the group is %s, not %s", on, g.Visibility, want)
		}
	}
	if c.Began() != 100 || c.Head() != 3 || len(c.Days()) != 1 || c.Days()[0] != 110 {
		t.Errorf("it began on %d, has %d entries and turns on %v", c.Began(), c.Head(), c.Days())
	}
}

func TestAClockThatWentBackDoesNotChangeTheOrderOfTheJournal(t *testing.T) {
	c, w := modes(100, 120, 90)
	if g, _ := c.World(w, 119).Group("G1"); g.Visibility != domain.Hidden {
		t.Errorf("before both turns the group is %s", g.Visibility)
	}
	if g, _ := c.World(w, 120).Group("G1"); g.Visibility != domain.MembersVisible {
		t.Errorf("on the day of the turn the group is %s", g.Visibility)
	}
}

func TestAnEntryCountsOnTheDayOfThePersonOrOfTheFrozenSetUp(t *testing.T) {
	e := domain.Entry{At: time.Date(2026, 3, 1, 23, 30, 0, 0, time.UTC)}
	zone := time.FixedZone("CET", 3600)
	if got := domain.DayOf(e, zone, 0); got != domain.NewDate(2026, 3, 2) {
		t.Errorf("in the zone of the person it is %s", got)
	}
	if got := domain.DayOf(e, zone, domain.NewDate(2025, 1, 1)); got != domain.NewDate(2025, 1, 1) {
		t.Errorf("in a frozen set-up it is %s", got)
	}
}
