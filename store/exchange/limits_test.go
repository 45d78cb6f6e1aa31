package exchange

import (
	"bytes"
	"errors"
	"testing"

	"zichtlijn/domain/domaintest"
)

func TestExportWritesWhatImportReadsAndRefusesTheRest(t *testing.T) {
	w := domaintest.Institution(7, domaintest.Size{Persons: 40, Groups: 5, Memberships: 60, Relations: 30, Shifts: 5, Agreements: 3})
	var whole bytes.Buffer
	if err := Write(&whole, w); err != nil {
		t.Fatal(err)
	}
	values, _ := write(&counter{}, w)
	for _, c := range []struct {
		because string
		fits    Limits
		tight   Limits
	}{
		{"bytes", Limits{Bytes: int64(whole.Len())}, Limits{Bytes: int64(whole.Len()) - 1}},
		{"records", Limits{Records: recordsOf(w)}, Limits{Records: recordsOf(w) - 1}},
	} {
		for _, limits := range []Limits{c.fits, c.tight} {
			var out bytes.Buffer
			err := writeWithin(&out, w, limits)
			s, _ := Read("", bytes.NewReader(whole.Bytes()), limits)
			found, _ := s.Problems()
			if (err == nil) != (len(found) == 0) || err != nil && !errors.Is(err, ErrTooLarge) {
				t.Errorf("%s %+v: export says %v, import %v", c.because, limits, err, found)
			}
			if err != nil && out.Len() > 0 {
				t.Errorf("%s: %d bytes were written all the same", c.because, out.Len())
			}
			if (err == nil) != (limits == c.fits) {
				t.Errorf("%s %+v: %v", c.because, limits, err)
			}
		}
	}
	if _, f := parse(whole.Bytes(), values, nil); f != nil {
		t.Errorf("%d values are counted, and that is too few: %v", values, f)
	}
	if _, f := parse(whole.Bytes(), values-1, nil); f == nil {
		t.Errorf("%d values are counted, and that is too many", values)
	}
}
