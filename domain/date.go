package domain

import (
	"errors"
	"time"
)

// Date is a whole day: the number of days since 31 December of the year 0, so
// that 1 January of the year 1 is day 1. The zero Date is no date at all; what
// that means ("always", "open end", "unknown") depends on the field.
type Date int32

// FirstDate and LastDate bound what can be written as YYYY-MM-DD.
const (
	FirstDate Date = 1
	LastDate  Date = 3652059 // 9999-12-31
)

// Why a text is no day.
var (
	ErrDate  = errors.New("domain: not a date in the form YYYY-MM-DD")
	ErrYear  = errors.New("domain: before FirstDate or after LastDate")
	ErrMonth = errors.New("domain: a year has twelve months")
	ErrDay   = errors.New("domain: the month has no such day")
)

const (
	isoDate    = "2006-01-02"
	unixOfDay0 = -62135683200 // 31 December of the year 0, in seconds since 1970
	daySeconds = 24 * 60 * 60
)

// NewDate returns the day of the given year, month and day. Days beyond the end
// of a month run on into the next, as in time.Date.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf returns the day on which t falls in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date((time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() - unixOfDay0) / daySeconds)
}

// ParseDate reads YYYY-MM-DD, and nothing else. The error is one of those above.
func ParseDate(s string) (Date, error) {
	if len(s) != len(isoDate) {
		return 0, ErrDate
	}
	n := [3]int{}
	at := 0
	for i := range len(s) {
		switch digit := '0' <= s[i] && s[i] <= '9'; {
		case digit && isoDate[i] != '-':
			n[at] = n[at]*10 + int(s[i]-'0')
		case !digit && s[i] == '-' && isoDate[i] == '-':
			at++
		default:
			return 0, ErrDate
		}
	}
	return dayOf(n[0], n[1], n[2])
}

func dayOf(year, month, day int) (Date, error) {
	switch {
	case year < 1:
		return 0, ErrYear
	case month < 1 || month > 12:
		return 0, ErrMonth
	case day < 1 || day > DaysIn(year, time.Month(month)):
		return 0, ErrDay
	}
	return NewDate(year, time.Month(month), day), nil
}

// DaysIn returns how many days a month has.
func DaysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Time returns the beginning of the day in UTC. The zero Date has none.
func (d Date) Time() time.Time {
	return time.Unix(unixOfDay0+int64(d)*daySeconds, 0).UTC()
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == 0 }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// Next returns the day after d; LastDate, after which there is none, stays.
func (d Date) Next() Date { return min(d+1, LastDate) }

// AddMonths returns the same day n months on, or the last day of that month
// where it is shorter, so that the end of January never jumps into March. It stops at
// FirstDate and LastDate.
func (d Date) AddMonths(n int) Date {
	y, m, day := d.Time().Date()
	first := time.Date(y, m+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	to := NewDate(first.Year(), first.Month(), min(day, DaysIn(first.Year(), first.Month())))
	return min(max(to, FirstDate), LastDate)
}

// String returns YYYY-MM-DD, or an empty text for no date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(isoDate)
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = 0
		return nil
	}
	v, err := ParseDate(string(b))
	*d = v
	return err
}

// Period is a run of whole days, the last day included ("t/m"). No From means
// from always on, no Through means an open end; the zero Period is always.
type Period struct {
	From    Date `cbor:"20,keyasint,omitempty"`
	Through Date `cbor:"21,keyasint,omitempty"`
}

// last returns Through, or LastDate for an open end, to compare by.
func (p Period) last() Date {
	if p.Through == 0 {
		return LastDate
	}
	return p.Through
}

// Covers reports whether the day on lies in p.
func (p Period) Covers(on Date) bool { return p.From <= on && on <= p.last() }

// Overlaps reports whether p and q share a day.
func (p Period) Overlaps(q Period) bool { return p.From <= q.last() && q.From <= p.last() }

// Ordered reports whether p does not end before it begins.
func (p Period) Ordered() bool { return p.From <= p.last() }

// Ended reports whether p ends before the day on.
func (p Period) Ended(on Date) bool { return p.last() < on }

// Ahead reports whether p begins after the day on.
func (p Period) Ahead(on Date) bool { return p.From > on }
