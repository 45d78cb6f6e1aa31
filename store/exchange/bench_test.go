package exchange

import (
	"bytes"
	"io"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/store/exchange/spreadsheet"
)

func BenchmarkRead(b *testing.B) {
	data := large(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read("", bytes.NewReader(data), Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlan(b *testing.B) {
	s, err := Read("", bytes.NewReader(large(b)), Limits{})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if o := (Import{Setups: []Setup{s}}).Outcome(domain.World{}); len(o.Problems) > 0 {
			b.Fatal(o.Problems[0])
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	w := domaintest.Large()
	for b.Loop() {
		if err := Write(io.Discard, w); err != nil {
			b.Fatal(err)
		}
	}
}

func large(b *testing.B) []byte {
	b.Helper()
	var out bytes.Buffer
	if err := Write(&out, domaintest.Large()); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// The tables of a large institution, beside the exchange form of the same records.
func BenchmarkReadWorkbook(b *testing.B) {
	data := workbookOf(b, five(domaintest.Large()))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		benchRead(b, "inrichting.xlsx", data)
	}
}

func BenchmarkReadSeparated(b *testing.B) {
	var files [][]byte
	var names []string
	for _, s := range Tables(five(domaintest.Large()), DutchHeads) {
		var out bytes.Buffer
		if err := spreadsheet.Write(&out, Texts(s)); err != nil {
			b.Fatal(err)
		}
		files, names = append(files, out.Bytes()), append(names, s.Name+".csv")
	}
	for b.Loop() {
		var all []Setup
		for i, data := range files {
			s, err := ReadAs(names[i], bytes.NewReader(data), How{})
			if err != nil {
				b.Fatal(err)
			}
			all = append(all, s)
		}
		benchPlan(b, all...)
	}
}

func benchRead(b *testing.B, name string, data []byte) {
	b.Helper()
	s, err := ReadAs(name, bytes.NewReader(data), How{})
	if err != nil {
		b.Fatal(err)
	}
	benchPlan(b, s)
}

func benchPlan(b *testing.B, all ...Setup) {
	b.Helper()
	if o := (Import{Setups: all, On: domaintest.Today()}).Outcome(domain.World{}); len(o.Problems) > 0 {
		b.Fatal(o.Problems[0])
	}
}

func BenchmarkWriteWorkbook(b *testing.B) {
	w := five(domaintest.Large())
	for b.Loop() {
		if err := spreadsheet.WriteWorkbook(io.Discard, Tables(w, DutchHeads)); err != nil {
			b.Fatal(err)
		}
	}
}
