package tell

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// Date writes a day for a table: 02-03-2026, in English 2 Mar 2026. The zero date is
// an empty text.
func (w Words) Date(d domain.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(w.Say("date.layout"))
}

// LongDate writes a day for a header: ma 2 maart 2026.
func (w Words) LongDate(d domain.Date) string {
	if d.IsZero() {
		return ""
	}
	t := d.Time()
	weekday := w.Say(words.Key("weekday." + strconv.Itoa(int(t.Weekday()))))
	return weekday + " " + strconv.Itoa(t.Day()) + " " + w.month(t.Month()) + " " + t.Format("2006")
}

func (w Words) month(m time.Month) string {
	return w.Say(words.Key("month." + strconv.Itoa(int(m))))
}

// Moment writes a point in time in the given zone: 02-03-2026 14:05.
func (w Words) Moment(t time.Time, zone *time.Location) string {
	t = t.In(zone)
	return w.Date(domain.DateOf(t)) + " " + t.Format("15:04")
}

// Period writes a period for a table: "sinds 01-09-2025", "t/m 31-01-2026",
// "01-09-2025 t/m 15-03-2026"; always is an empty text.
func (w Words) Period(p domain.Period) string {
	switch {
	case p.From == 0 && p.Through == 0:
		return ""
	case p.Through == 0:
		return w.Say("period.since", w.Date(p.From))
	case p.From == 0:
		return w.Say("period.until", w.Date(p.Through))
	}
	return w.Say("period.from-to", w.Date(p.From), w.Date(p.Through))
}

// PeriodOrAlways is Period for a line of its own: a period without bounds says so.
func (w Words) PeriodOrAlways(p domain.Period) string {
	if p == (domain.Period{}) {
		return w.Say("course.always")
	}
	return w.Period(p)
}

var (
	dayFirst  = regexp.MustCompile(`^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$`)
	dayByName = regexp.MustCompile(`^(\d{1,2}) ([a-z]{3,}) (\d{4})$`)
)

// ParseDate reads a day as people here write it: 2-3-2026, 02/03/2026,
// 2026-03-02, "2 maart 2026", "2 Mar 2026". The day always stands before the
// month; a year has four digits. ok is false for anything else.
func (w Words) ParseDate(s string) (d domain.Date, ok bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if d, err := domain.ParseDate(s); err == nil {
		return d, true
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return day(m[3], m[2], m[1])
	}
	if m := dayByName.FindStringSubmatch(s); m != nil {
		for _, l := range words.Languages() {
			for month := time.January; month <= time.December; month++ {
				if strings.HasPrefix(strings.ToLower(In(l).month(month)), m[2]) || m[2] == "mrt" && month == time.March {
					return day(m[3], strconv.Itoa(int(month)), m[1])
				}
			}
		}
	}
	return 0, false
}

// day uses the strict form, which refuses 31 April.
func day(year, month, d string) (domain.Date, bool) {
	pad := func(s string) string { return strings.Repeat("0", 2-len(s)) + s }
	date, err := domain.ParseDate(year + "-" + pad(month) + "-" + pad(d))
	return date, err == nil
}
