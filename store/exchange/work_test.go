package exchange

import (
	"bytes"
	"errors"
	"testing"

	"zichtlijn/domain/domaintest"
	"zichtlijn/store/exchange/spreadsheet"
)

// A reading says how far it is, and ends soon when somebody stops it.
func TestAReadingIsWatchedAndStopped(t *testing.T) {
	w := five(domaintest.Institution(1, domaintest.Size{Persons: 8000}))
	var set, table bytes.Buffer
	if Write(&set, w) != nil || spreadsheet.Write(&table, Texts(Tables(w, DutchHeads)[0])) != nil {
		t.Fatal("nothing is written")
	}
	for name, data := range map[string][]byte{"a.json": set.Bytes(), "personen.csv": table.Bytes(), "a.xlsx": workbookOf(t, w)} {
		var work Work
		if _, err := ReadAs(name, bytes.NewReader(data), How{Work: &work}); err != nil || work.Percent() < 80 {
			t.Errorf("%s: read to %d %%, %v", name, work.Percent(), err)
		}
		var stopped Work
		stopped.Stop()
		if s, err := ReadAs(name, bytes.NewReader(data), How{Work: &stopped}); !errors.Is(err, ErrStopped) || s.Records() > 0 || stopped.Percent() > 20 {
			t.Errorf("%s: stopped at %d %% with %d records, %v", name, stopped.Percent(), s.Records(), err)
		}
	}
}
