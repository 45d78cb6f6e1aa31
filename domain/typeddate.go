package domain

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
)

// ErrShortYear: which century is not said.
var ErrShortYear = errors.New("domain: a year without four digits")

// TypedDate has the digits of a day as somebody wrote it; none where it has no form that
// is read.
type TypedDate struct{ Year, Month, Date string }

var (
	dayFirst  = regexp.MustCompile(`^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d+)$`)
	dayByName = regexp.MustCompile(`^(\d{1,2}) ([a-z]{3,}) (\d+)$`)
	yearFirst = regexp.MustCompile(`^(\d{4,})-(\d\d)-(\d\d)$`)
)

// months are the months in Dutch and English, as somebody writes or cuts them.
var months = [...][]string{
	{"januari", "january"}, {"februari", "february"}, {"maart", "march", "mrt"}, {"april"}, {"mei", "may"}, {"juni", "june"},
	{"juli", "july"}, {"augustus", "august"}, {"september"}, {"oktober", "october"}, {"november"}, {"december"},
}

// ReadTypedDate reads 2-3-2026, 02/03/2026, 2026-03-02, 2 maart 2026 and 2 Mar 2026. The
// day always stands before the month.
func ReadTypedDate(s string) TypedDate {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		return TypedDate{m[1], m[2], m[3]}
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return TypedDate{m[3], m[2], m[1]}
	}
	if m := dayByName.FindStringSubmatch(s); m != nil {
		for i, names := range months {
			for _, name := range names {
				if strings.HasPrefix(name, m[2]) {
					return TypedDate{m[3], strconv.Itoa(i + 1), m[1]}
				}
			}
		}
	}
	return TypedDate{}
}

// Day returns the day. The error is one of those of ParseDate, or ErrShortYear.
func (t TypedDate) Day() (Date, error) {
	const digits = 4
	switch {
	case t.Year == "":
		return 0, ErrDate
	case len(t.Year) < digits:
		return 0, ErrShortYear
	case len(t.Year) > digits:
		return 0, ErrYear
	}
	pad := func(s string) string { return strings.Repeat("0", 2-len(s)) + s }
	return ParseDate(t.Year + "-" + pad(t.Month) + "-" + pad(t.Date))
}
