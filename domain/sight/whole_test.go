package sight_test

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

func TestTheWholeOfAWeighingIsWhatAnUnboundedOneLists(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		changes, err := domaintest.Command(t, w).Plan(w)
		if rapid.IntRange(0, 5).Draw(t, "drastic") == 0 {
			changes, err = drastic(w), nil
		}
		if err != nil {
			return
		}
		few, err := sight.Weigh(w, changes, today(), 1)
		if err != nil {
			return
		}
		all, _ := sight.Weigh(w, changes, today(), 0)
		whole := few.Whole()
		byPair := func(a, b sight.Turn) int {
			return cmp.Or(cmp.Compare(a.Pairing, b.Pairing), cmp.Compare(a.Viewer, b.Viewer), cmp.Compare(a.Other, b.Other))
		}
		want := slices.SortedFunc(slices.Values(all.Days[0].Turns), byPair)
		if got := slices.Collect(whole.Turns()); !slices.Equal(got, want) {
			t.Errorf("turns %v, want %v", got, want)
		}
		if got := slices.Collect(whole.GroupTurns()); !slices.Equal(got, all.Days[0].Groups) {
			t.Errorf("groups %v, want %v", got, all.Days[0].Groups)
		}
		later := whole.Later()
		if len(later) != len(all.Days)-1 {
			t.Fatalf("%d later days, want %d", len(later), len(all.Days)-1)
		}
		for i, d := range later {
			if want := all.Days[1+i]; d.On != want.On || !slices.Equal(d.Turns, want.Turns) || !slices.Equal(d.Groups, want.Groups) || len(d.Broken) != len(want.Broken) {
				t.Errorf("later day %v, want %v", d, want)
			}
		}
	})
}
