package signal_test

import (
	"testing"

	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/signal"
)

// BenchmarkFind finds everything in the large institution. Nearly all of the time goes
// to the sightlines; BenchmarkFindWithoutSight measures the rest.
func BenchmarkFind(b *testing.B) {
	w := domaintest.Large()
	for b.Loop() {
		signal.Look(w, today())
	}
}
