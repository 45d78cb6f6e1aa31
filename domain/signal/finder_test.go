package signal

import (
	"testing"

	"zichtlijn/domain/domaintest"
)

// BenchmarkFindWithoutSight finds everything in the large institution that does not rest on
// sight: at most a few dozen ms.
func BenchmarkFindWithoutSight(b *testing.B) {
	w := domaintest.Large()
	none := sightlines{}
	for p := range w.Persons() {
		none.ids = append(none.ids, p.ID)
		none.sees = append(none.sees, nil)
	}
	for b.Loop() {
		find(w, domaintest.Today(), none)
	}
}
