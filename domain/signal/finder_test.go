package signal

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// BenchmarkFindWithoutSight finds the signals of the large institution that need no
// sightlines: at most a few dozen ms.
func BenchmarkFindWithoutSight(b *testing.B) {
	w := domaintest.Large()
	people := w.Count(domain.PersonNoun)
	none := sight.Seen{Any: make([]bool, people), OneWay: make([][]int32, people)}
	for b.Loop() {
		find(w, domaintest.Today(), none)
	}
}
