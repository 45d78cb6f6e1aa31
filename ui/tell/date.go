package tell

import (
	"strconv"
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
	return w.Say(words.Key("weekday."+strconv.Itoa(int(d.Weekday())))) + " " + w.FullDate(d)
}

// FullDate writes a day for a document: 2 maart 2026. The zero date is an empty text.
func (w Words) FullDate(d domain.Date) string {
	if d.IsZero() {
		return ""
	}
	t := d.Time()
	return strconv.Itoa(t.Day()) + " " + w.month(t.Month()) + " " + t.Format("2006")
}

func (w Words) month(m time.Month) string {
	return w.Say(words.Key("month." + strconv.Itoa(int(m))))
}

// Moment writes a point in time in the given zone: 02-03-2026 14:05.
func (w Words) Moment(t time.Time, zone *time.Location) string {
	t = t.In(zone)
	return w.Date(domain.DateOf(t)) + " " + t.Format("15:04")
}

// Period writes a period for a table: "vanaf 01-09-2025", "t/m 31-01-2026",
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

// ParseDate reads a day as people here write it: 2-3-2026, 02/03/2026,
// 2026-03-02, "2 maart 2026", "2 Mar 2026". The day always stands before the
// month; a year has four digits. ok is false for anything else.
func (w Words) ParseDate(s string) (d domain.Date, ok bool) {
	d, err := domain.ReadTypedDate(s).Day()
	return d, err == nil
}

// NoDate says why a text is no day that ParseDate reads; empty if it is one.
func (w Words) NoDate(typed string) string {
	if _, err := domain.ReadTypedDate(typed).Day(); err == nil {
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
	t := domain.ReadTypedDate(typed)
	_, err := t.Day()
	typed = words.Clean(typed)
	switch err {
	case domain.ErrShortYear:
		return w.Say("no-date.short-year", typed)
	case domain.ErrYear:
		return w.Say("no-date.outside", typed)
	case domain.ErrMonth:
		return w.Say("no-date.month", typed)
	case domain.ErrDay:
		year, _ := strconv.Atoi(t.Year) // Day has read it
		month, _ := strconv.Atoi(t.Month)
		return w.Say("no-date.day", typed, w.month(time.Month(month))+" "+t.Year, domain.DaysIn(year, time.Month(month)))
	}
	return w.Say(form, typed)
}
