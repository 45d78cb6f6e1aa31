package ons

import (
	"time"

	"zichtlijn/domain"
)

// midnight returns 00:00 of a day in Europe/Amsterdam, as the API writes a moment.
func midnight(d domain.Date) string {
	offset := "+01:00"
	if beginsInSummerTime(d) {
		offset = "+02:00"
	}
	return d.String() + "T00:00:00.000" + offset
}

// beginsInSummerTime computes the rule of the EU, for machines without a time zone
// database and without the 450 KB of one in the program. The clock changes in the night
// after the midnight of a Sunday, so that day still begins in the old time. It is
// right from 1981 on. Before that it says winter time, by which the day is right
// back to 1940: the summers of 1977 to 1980 began in April, and those of the war are as
// far away as the employees of then.
func beginsInSummerTime(d domain.Date) bool {
	year := d.Time().Year()
	end := time.October
	switch {
	case year < 1981:
		return false
	case year < 1996:
		end = time.September
	}
	return d > lastSunday(year, time.March) && d <= lastSunday(year, end)
}

func lastSunday(year int, month time.Month) domain.Date {
	last := domain.NewDate(year, month, domain.DaysIn(year, month))
	return last - domain.Date(last.Weekday())
}
