package exchange

import (
	"bytes"
	"io"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
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
