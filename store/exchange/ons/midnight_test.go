package ons

import (
	"testing"
	"time"
	_ "time/tzdata" // the tests have the data that the program does without

	"zichtlijn/domain"
)

func TestEveryDayBeginsAsTheTimeZoneDatabaseSays(t *testing.T) {
	amsterdam, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	for d := domain.NewDate(1981, 1, 1); d < domain.NewDate(2101, 1, 1); d++ {
		y, m, day := d.Time().Date()
		want := time.Date(y, m, day, 0, 0, 0, 0, amsterdam).Format("2006-01-02T15:04:05.000-07:00")
		if got := midnight(d); got != want {
			t.Fatalf("%s begins at %s, not at %s", d, want, got)
		}
	}
}

func TestBefore1981TheMomentIsStillOnTheDay(t *testing.T) {
	amsterdam, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	for d := domain.NewDate(1946, 1, 1); d < domain.NewDate(1981, 1, 1); d++ {
		at, err := time.Parse(time.RFC3339, midnight(d))
		if err != nil || domain.DateOf(at.In(amsterdam)) != d {
			t.Fatalf("%s was written as %s", d, midnight(d))
		}
	}
}
