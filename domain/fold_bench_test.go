package domain_test

import (
	"strings"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

// BenchmarkLookUp folds the names of a large institution. Its ratio is to the floor:
// looking for a word in the same names as they are. Under 40 it is a few ms for 10,000
// names (measured: 10); with three normalisations a name it was 200.
func BenchmarkLookUp(b *testing.B) {
	var names []string
	for p := range domaintest.Large().Persons() {
		names = append(names, p.Shown()+" "+p.FullName()+" "+p.Location)
	}
	begun := time.Now()
	const rounds = 20
	for range rounds {
		for _, n := range names {
			if strings.Contains(n, "qqq") {
				b.Fatal(n)
			}
		}
	}
	floor := float64(time.Since(begun)) / rounds
	for b.Loop() {
		for _, n := range names {
			domain.LookUp(n)
		}
	}
	each := float64(b.Elapsed()) / float64(b.N)
	b.ReportMetric(each/floor, "x-floor")
	b.ReportMetric(each/float64(len(names)), "ns/name")
}
