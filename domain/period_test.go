package domain_test

import (
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
)

func TestTheLastDayOfAPeriodIsIncluded(t *testing.T) {
	march := through("2026-03-01", "2026-03-31")
	for _, c := range []struct {
		period domain.Period
		on     string
		want   bool
	}{
		{march, "2026-02-28", false}, {march, "2026-03-01", true},
		{march, "2026-03-31", true}, {march, "2026-04-01", false},
		{domain.Period{}, "0001-01-01", true}, {domain.Period{}, "9999-12-31", true},
		{from("2026-03-01"), "9999-12-31", true}, {from("2026-03-01"), "2026-02-28", false},
		{domain.Period{Through: day("2026-03-01")}, "0001-01-01", true},
		{domain.Period{Through: day("2026-03-01")}, "2026-03-02", false},
		{through("2026-03-01", "2026-03-01"), "2026-03-01", true},
	} {
		if got := c.period.Covers(day(c.on)); got != c.want {
			t.Errorf("%v covers %s: %v", c.period, c.on, got)
		}
	}
}

func TestPeriodsThatTouchDoNotOverlap(t *testing.T) {
	if through("2026-03-01", "2026-03-15").Overlaps(from("2026-03-16")) {
		t.Error("t/m the 15th and from the 16th share a day")
	}
	if !through("2026-03-01", "2026-03-16").Overlaps(from("2026-03-16")) {
		t.Error("t/m the 16th and from the 16th share no day")
	}
}

func TestAPeriodIsBehindOnOrAheadOfADay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPeriod(t, "p")
		on := today() + domain.Date(rapid.IntRange(-20, 20).Draw(t, "day"))
		states := 0
		for _, is := range []bool{p.Ended(on), p.Covers(on), p.Ahead(on)} {
			if is {
				states++
			}
		}
		if states != 1 {
			t.Fatalf("%v on %s: ended %v, covers %v, ahead %v", p, on, p.Ended(on), p.Covers(on), p.Ahead(on))
		}
	})
}

func TestPeriodsOverlapWhenTheyShareADay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, q := anyPeriod(t, "p"), anyPeriod(t, "q")
		shared := false
		for on := today() - 20; on <= today()+20; on++ { // further out both are open or neither counts
			shared = shared || p.Covers(on) && q.Covers(on)
		}
		if p.Overlaps(q) != shared || q.Overlaps(p) != shared {
			t.Fatalf("%v and %v: overlap %v and %v, share a day %v", p, q, p.Overlaps(q), q.Overlaps(p), shared)
		}
	})
}

// anyPeriod draws a period that does not end before it begins.
func anyPeriod(t *rapid.T, label string) domain.Period {
	p := domain.Period{}
	first := today() + domain.Date(rapid.IntRange(-10, 10).Draw(t, label+" from"))
	if rapid.Bool().Draw(t, label+" has a first day") {
		p.From = first
	}
	if rapid.Bool().Draw(t, label+" has a last day") {
		p.Through = first + domain.Date(rapid.IntRange(0, 10).Draw(t, label+" length"))
	}
	return p
}

func TestAPeriodThatEndsBeforeItBeginsIsNotOrdered(t *testing.T) {
	if through("2026-03-02", "2026-03-01").Ordered() || !through("2026-03-02", "2026-03-02").Ordered() || !(domain.Period{}).Ordered() {
		t.Error("the order of first and last day is mixed up")
	}
}
