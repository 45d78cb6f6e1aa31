package exchange

import (
	"bytes"
	"flag"
	"io"
	"runtime"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/store/exchange/spreadsheet"
)

var long = flag.Bool("long", false, "measure memory at 100,000, 300,000 and 999,999 rows instead of 5,000 and 20,000")

// mostLive is how much of a file and its plan is kept at most, in bytes a row of people.
const mostLive = 2500

// Memory grows with the file and not with its square: a row costs as much in a large file
// as in a small one.
func TestMemoryGrowsWithTheFile(t *testing.T) {
	sizes := []int{5_000, 20_000}
	if *long {
		sizes = []int{100_000, 300_000, 999_999}
	}
	var worlds []domain.World // a large one takes long to make
	for _, n := range sizes {
		worlds = append(worlds, domaintest.Institution(1, domaintest.Size{Persons: n}))
	}
	for _, form := range []struct {
		name  string
		write func(io.Writer, domain.World) error
	}{
		{"a.json", Write},
		{"personen.csv", func(w io.Writer, of domain.World) error {
			return spreadsheet.Write(w, Texts(Tables(of, DutchHeads)[0]))
		}},
		{"a.xlsx", func(w io.Writer, of domain.World) error {
			return spreadsheet.WriteWorkbook(w, Tables(of, DutchHeads)[:1])
		}},
	} {
		first := 0
		for i, n := range sizes {
			var file bytes.Buffer
			if err := form.write(&file, worlds[i]); err != nil {
				t.Fatal(err)
			}
			made, kept, ok := memoryOf(t, form.name, file.Bytes())
			if !ok { // unpacked it is larger than any file may be, and is refused by that name
				t.Logf("%s of %d rows, %d bytes: refused", form.name, n, file.Len())
				continue
			}
			t.Logf("%s of %d rows, %d bytes: %d bytes a row are made, %d kept", form.name, n, file.Len(), made/n, kept/n)
			if first == 0 {
				first = made / n
			}
			if made/n > first*3/2 || kept/n > mostLive {
				t.Errorf("%s: %d rows take %d bytes each, %d rows %d; kept are %d", form.name, sizes[0], first, n, made/n, kept/n)
			}
		}
	}
}

// memoryOf reads and plans a file, and returns the bytes that were made meanwhile and those
// that are kept at the end; false for a file that is too large.
func memoryOf(t *testing.T, name string, file []byte) (made, kept int, ok bool) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	s, err := ReadAs(name, bytes.NewReader(file), How{})
	if err != nil {
		t.Fatal(err)
	}
	out := Import{Setups: []Setup{s}, On: domaintest.Today()}.Outcome(domain.World{})
	runtime.GC()
	runtime.ReadMemStats(&after)
	if len(out.Problems) == 1 && out.Problems[0].Code == TooLarge {
		return 0, 0, false
	}
	if len(out.Problems) > 0 || len(out.Changes) == 0 {
		t.Fatalf("%s: %v", name, toldAll(out.Problems[:min(1, len(out.Problems))]))
	}
	runtime.KeepAlive(s)
	return int(after.TotalAlloc - before.TotalAlloc), int(after.HeapAlloc) - int(before.HeapAlloc), true
}
