package domain_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"zichtlijn/domain"
)

func TestADayIsReadInOneFormOnly(t *testing.T) {
	for _, c := range []struct {
		text string
		why  error
	}{
		{"2026-03-02", nil}, {"2024-02-29", nil}, {"0001-01-01", nil}, {"9999-12-31", nil},
		{"2026-02-29", domain.ErrDay}, {"2026-02-00", domain.ErrDay}, {"2026-04-31", domain.ErrDay},
		{"2026-13-01", domain.ErrMonth}, {"2026-00-10", domain.ErrMonth}, {"0000-12-31", domain.ErrYear},
		{"2026-3-2", domain.ErrDate}, {"02-03-2026", domain.ErrDate}, {"20260302", domain.ErrDate}, {"", domain.ErrDate}, {" 2026-03-02", domain.ErrDate},
		{"2026-03-02T00:00:00Z", domain.ErrDate}, {"2026-03-0२", domain.ErrDate}, {"-026-03-02", domain.ErrDate}, {"2026-03--2", domain.ErrDate}, {"2026003002", domain.ErrDate},
	} {
		d, err := domain.ParseDate(c.text)
		switch {
		case err != c.why:
			t.Errorf("%q: error %v, want %v", c.text, err, c.why)
		case err == nil && d.String() != c.text:
			t.Errorf("%q is written as %q", c.text, d)
		case err != nil && d != 0:
			t.Errorf("%q: %d", c.text, d)
		}
	}
}

func TestTheFirstAndTheLastDayAreTheEndsOfTheScale(t *testing.T) {
	if domain.FirstDate != day("0001-01-01") || domain.LastDate != day("9999-12-31") {
		t.Errorf("%d, %d", day("0001-01-01"), day("9999-12-31"))
	}
	if domain.FirstDate.IsZero() || !domain.Date(0).IsZero() || domain.Date(0).String() != "" {
		t.Error("no date looks like a day")
	}
}

func TestEveryDayComesBackFromItsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := domain.Date(rapid.Int32Range(int32(domain.FirstDate), int32(domain.LastDate)).Draw(t, "day"))
		back, err := domain.ParseDate(d.String())
		if err != nil || back != d {
			t.Fatalf("%d became %q became %d, %v", d, d, back, err)
		}
		if d < domain.LastDate && (d+1).Time().Sub(d.Time()) != 24*time.Hour {
			t.Fatalf("the day after %s is %s", d, d+1)
		}
		text, _ := d.MarshalText()
		var read domain.Date
		if err := read.UnmarshalText(text); err != nil || read != d {
			t.Fatalf("%s is stored as %s", d, text)
		}
	})
}

func TestCountingStopsAtTheFirstAndTheLastDay(t *testing.T) {
	for _, c := range []struct{ got, want domain.Date }{
		{domain.LastDate.Next(), domain.LastDate}, {day("9999-12-30").Next(), domain.LastDate},
		{domain.LastDate.AddMonths(1), domain.LastDate}, {domain.FirstDate.AddMonths(-1), domain.FirstDate},
		{day("9990-05-05").AddMonths(12 * 18), domain.LastDate},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
}

func TestNoCommandMakesADayThatCannotBeWritten(t *testing.T) {
	for _, wild := range []domain.Date{domain.LastDate + 1, domain.LastDate + 100_000, -1, -400} {
		outside := func(f domain.Field) domain.Refusal { return domain.Refusal{Code: domain.DateOutside, Field: f} }
		born := person("nieuw", domain.Client)
		born.BirthDate = wild
		member := domain.Membership{Group: "kookgroep", Person: "bao", Period: domain.Period{From: today()}}
		begins, ends := member, member
		begins.Period, ends.Through = domain.Period{From: wild, Through: wild}, wild
		relation := domain.AddRelation{Relation: domain.Relation{Client: "noor", Person: "bao", Type: "tweede", Period: begins.Period}}
		refuse(t, kade(), []attempt{
			{"a shift", domain.AddShift{Shift: early(func(s *domain.Shift) { s.ID, s.Date = "", wild })}, outside("date")},
			{"a shift that moves", domain.EditShift{Shift: early(func(s *domain.Shift) { s.Date = wild })}, outside("date")},
			{"a shift that is copied", domain.CopyShift{Of: "maandag", Dates: []domain.Date{domain.LastDate, wild}}, outside("date")},
			{"a birth", domain.AddPerson{Person: born}, outside("birthDate")},
			{"the end of somebody's activity", domain.DeactivatePerson{ID: "bao", From: wild}, outside("inactiveFrom")},
			{"a membership that begins", domain.AddMembers{Memberships: []domain.Membership{begins}}, outside("from")},
			{"a membership that ends", domain.AddMembers{Memberships: []domain.Membership{ends}}, outside("through")},
			{"a relation", relation, outside("from")},
			{"an assignment", domain.Assign{Assignments: []domain.Assignment{assigned("nacht", "bao", begins.Period)}}, outside("from")},
		})
	}
}

func TestNoDateIsStoredAsNothing(t *testing.T) {
	read := today()
	if err := read.UnmarshalText(nil); err != nil || read != 0 {
		t.Errorf("%s, %v", read, err)
	}
	if err := read.UnmarshalText([]byte("gisteren")); err != domain.ErrDate {
		t.Errorf("%v", err)
	}
}

func TestAMomentFallsOnTheDayOfItsOwnPlace(t *testing.T) {
	amsterdam := time.FixedZone("zomertijd", 2*60*60)
	midnight := time.Date(2026, time.July, 1, 0, 30, 0, 0, amsterdam)
	if got := domain.DateOf(midnight); got != day("2026-07-01") {
		t.Errorf("half past midnight is %s", got)
	}
	if got := domain.DateOf(midnight.UTC()); got != day("2026-06-30") {
		t.Errorf("in UTC it is %s", got)
	}
}

func TestMonthsAreCountedToTheSameDayOrTheLastOfTheMonth(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		to     string
	}{
		{"2026-03-02", 1, "2026-04-02"},
		{"2026-01-31", 1, "2026-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2010-02-28", 12 * 16, "2026-02-28"},
		{"2012-02-29", 12 * 16, "2028-02-29"},
		{"2012-02-29", 12 * 18, "2030-02-28"},
		{"2026-12-15", 1, "2027-01-15"},
	} {
		if got := day(c.from).AddMonths(c.months); got != day(c.to) {
			t.Errorf("%s and %d months is %s, want %s", c.from, c.months, got, c.to)
		}
	}
}

func TestTheDemonstrationBeginsOnAMonday(t *testing.T) {
	if got := day("2026-03-02").Weekday(); got != time.Monday {
		t.Errorf("2 March 2026 is a %s", got)
	}
}

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
