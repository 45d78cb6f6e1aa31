package signal_test

import (
	"testing"

	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/signal"
)

// BenchmarkFind finds everything in the large institution. Nearly all of it is
// asking for every sightline; see BenchmarkFindWithoutSight in finder_test.go for the rest.
func BenchmarkFind(b *testing.B) {
	w := domaintest.Large()
	for b.Loop() {
		signal.Look(w, today())
	}
}
