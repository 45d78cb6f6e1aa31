package widget

import (
	"slices"
	"testing"
)

func TestWhatIsFoundComesInOrderOfHowWellItFits(t *testing.T) {
	texts := []string{
		FindText("jonathan bos p2", "persoon voogd"), FindText("bosman p15", "persoon"), FindText("els van den bosch p150", "persoon"),
		FindText("oudercafe g4", "groep bos"), FindText("albos", ""), FindText("", ""),
	}
	for query, want := range map[string][]int{
		"bos": {0, 1, 2, 4, 3}, "p15": {1, 2}, "p1": {1, 2}, "voogd": {0}, "oogd": nil, "bos p2": {0}, "p2 bos": {0},
		"voogd bos": {0}, "ouder": {3}, "groep ouder": {3}, "zzz": nil, " ": {0, 1, 2, 3, 4, 5},
	} {
		if got := Find(query, texts); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, not %v", query, got, want)
		}
	}
	if got := FindOrGuess("odcf", texts); !slices.Equal(got, []int{3}) {
		t.Errorf("guessed %v", got)
	}
}
