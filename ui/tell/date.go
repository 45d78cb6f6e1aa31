package tell

import (
	"errors"
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
	dayFirst  = regexp.MustCompile(`^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d+)$`)
	dayByName = regexp.MustCompile(`^(\d{1,2}) ([a-z]{3,}) (\d+)$`)
	yearFirst = regexp.MustCompile(`^(\d{4,})-(\d\d)-(\d\d)$`)
)

// errShortYear: which century is not said.
var errShortYear = errors.New("tell: a year without four digits")

// ParseDate reads a day as people here write it: 2-3-2026, 02/03/2026,
// 2026-03-02, "2 maart 2026", "2 Mar 2026". The day always stands before the
// month; a year has four digits. ok is false for anything else.
func (w Words) ParseDate(s string) (d domain.Date, ok bool) {
	d, err := readDate(s).day()
	return d, err == nil
}

// NoDate says why a text is no day that ParseDate reads; empty if it is one.
func (w Words) NoDate(typed string) string {
	if _, err := readDate(typed).day(); err == nil {
		return ""
	}
	return w.noDate(typed, "no-date.form")
}

// NoISODate says why a text is no day written as YYYY-MM-DD; empty if it is one.
func (w Words) NoISODate(typed string) string {
	if _, err := domain.ParseDate(typed); err == nil {
		return ""
	}
	return w.noDate(typed, "no-date.iso")
}

func (w Words) noDate(typed string, form words.Key) string {
	t := readDate(typed)
	_, err := t.day()
	typed = words.Clean(typed)
	switch err {
	case errShortYear:
		return w.Say("no-date.short-year", typed)
	case domain.ErrYear:
		return w.Say("no-date.outside", typed)
	case domain.ErrMonth:
		return w.Say("no-date.month", typed)
	case domain.ErrDay:
		year, _ := strconv.Atoi(t.year) // day has read it
		month, _ := strconv.Atoi(t.month)
		return w.Say("no-date.day", typed, w.month(time.Month(month))+" "+t.year, domain.DaysIn(year, time.Month(month)))
	}
	return w.Say(form, typed)
}

// typedDate has the digits of a date in any form that is read; none where it has no form.
type typedDate struct{ year, month, date string }

func readDate(s string) typedDate {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		return typedDate{m[1], m[2], m[3]}
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return typedDate{m[3], m[2], m[1]}
	}
	if m := dayByName.FindStringSubmatch(s); m != nil {
		for _, l := range words.Languages() {
			for month := time.January; month <= time.December; month++ {
				if strings.HasPrefix(strings.ToLower(In(l).month(month)), m[2]) || m[2] == "mrt" && month == time.March {
					return typedDate{m[3], strconv.Itoa(int(month)), m[1]}
				}
			}
		}
	}
	return typedDate{}
}

// day uses the strict form, which refuses 31 April.
func (t typedDate) day() (domain.Date, error) {
	const digits = 4
	switch {
	case t.year == "":
		return 0, domain.ErrDate
	case len(t.year) < digits:
		return 0, errShortYear
	case len(t.year) > digits:
		return 0, domain.ErrYear
	}
	pad := func(s string) string { return strings.Repeat("0", 2-len(s)) + s }
	return domain.ParseDate(t.year + "-" + pad(t.month) + "-" + pad(t.date))
}
