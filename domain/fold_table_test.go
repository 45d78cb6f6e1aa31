package domain

import (
	"testing"

	"pgregory.net/rapid"
)

func TestNamesFoldByTheTableAsTheyDoWithoutIt(t *testing.T) {
	var all []rune
	for r := rune(0); r < 0x80; r++ {
		all = append(all, r)
	}
	for _, in := range tabled {
		for r := in.first; r <= in.last; r++ {
			all = append(all, r)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom(all)).Draw(t, "name")
		if got, want := LookUp(s), lookUp(s); got != want {
			t.Fatalf("%q folds to %q, without the table to %q", s, got, want)
		}
	})
	for _, s := range []string{"Nguyễn", "Yıldız", "Zoë de Groot", "O’Hara", "Anne‑Fleur", "Ĳsbrand", "Berg\u00a0 Öz"} {
		got, ok := byTable(s)
		if !ok || got != lookUp(s) {
			t.Errorf("%q folds to %q by the table (%t), without to %q", s, got, ok, lookUp(s))
		}
	}
}
