//go:build !race

package store

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
)

// demonstrationFile is the file of the demonstration after an edit, an undo and a redo.
func demonstrationFile(t *testing.T) sound {
	t.Helper()
	db := fresh(t, quick())
	do(t, db, exchange.Demonstration())
	do(t, db, domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible})
	for _, move := range []func(domain.By, domain.Check) (domain.World, domain.Entry, error){db.Undo, db.Redo} {
		if _, _, err := move(domain.By{}, domain.Unchecked); err != nil {
			t.Fatal(err)
		}
	}
	s := sound{world: db.World().Records(), entries: entries(t, db)}
	s.bytes = read(t, closed(t, db))
	s.bytes = s.bytes[:used(t, s.bytes)]
	return s
}

// mutations harm a copy of a file.
var mutations = []struct {
	name string
	harm func(b []byte, chance *rand.Rand) []byte
}{
	{"turned bits", func(b []byte, chance *rand.Rand) []byte {
		for range 1 + chance.IntN(8) {
			bit := chance.IntN(8 * len(b))
			b[bit/8] ^= 1 << (bit % 8)
		}
		return b
	}},
	{"cut short", func(b []byte, chance *rand.Rand) []byte { return b[:chance.IntN(len(b))] }},
	{"two pages changed places", func(b []byte, chance *rand.Rand) []byte {
		i, j := chance.IntN(len(b)/pageSize), chance.IntN(len(b)/pageSize)
		one := bytes.Clone(page(b, i))
		copy(page(b, i), page(b, j))
		copy(page(b, j), one)
		return b
	}},
	{"a page twice", func(b []byte, chance *rand.Rand) []byte {
		copy(page(b, chance.IntN(len(b)/pageSize)), page(b, chance.IntN(len(b)/pageSize)))
		return b
	}},
	{"zeros", func(b []byte, chance *rand.Rand) []byte {
		at := chance.IntN(len(b))
		clear(b[at:min(at+1+chance.IntN(2*pageSize), len(b))])
		return b
	}},
	{"noise", func(b []byte, chance *rand.Rand) []byte {
		at := chance.IntN(len(b))
		for i := range b[at:min(at+1+chance.IntN(64), len(b))] {
			b[at+i] = byte(chance.Uint32())
		}
		return b
	}},
	{"bytes gone", func(b []byte, chance *rand.Rand) []byte {
		at := chance.IntN(len(b) - 1)
		return append(b[:at], b[min(at+1+chance.IntN(pageSize), len(b)):]...)
	}},
	{"bytes doubled", func(b []byte, chance *rand.Rand) []byte {
		at := chance.IntN(len(b))
		return append(bytes.Clone(b[:at]), b[max(at-1-chance.IntN(pageSize), 0):]...)
	}},
}

func page(b []byte, i int) []byte { return b[i*pageSize : (i+1)*pageSize] }

func TestAMutantOfTheDemonstrationIsRefusedOrHarmless(t *testing.T) {
	s := demonstrationFile(t)
	chance := rand.New(rand.NewPCG(30, 1))
	each := times(15, 375)
	for _, m := range mutations {
		refused := 0
		for i := range each {
			if s.harmless(t, m.harm(bytes.Clone(s.bytes), chance), m.name, i) {
				refused++
			}
		}
		t.Logf("%s: %d tried, %d refused, the others harmless", m.name, each, refused)
		if refused == 0 {
			t.Errorf("%s: not one was found", m.name)
		}
	}
}
