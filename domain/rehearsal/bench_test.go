package rehearsal_test

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
)

// course is a rehearsal of n acts in one group.
func course(b *testing.B, n int) rehearsal.Rehearsal {
	r := demonstration(b)
	for i := range n / 4 {
		r = play(b, r,
			rehearsal.Act{Kind: rehearsal.GroupMessage, By: "P15", Group: "G5", Text: "Hoi"},
			rehearsal.Act{Kind: rehearsal.Answer, By: "P12", Of: 4*i + 1, Text: "Dag"},
			rehearsal.Act{Kind: rehearsal.Read, By: "P15", Of: 4*i + 1},
			rehearsal.Act{Kind: rehearsal.Report, By: "P12", Group: "G5", Text: "Rustig."})
	}
	return r
}

// BenchmarkCourse is a course of 10,000 acts, from the first to the last.
func BenchmarkCourse(b *testing.B) {
	for b.Loop() {
		course(b, 10_000)
	}
}

// BenchmarkStep is an act behind 10,000 others, and everything that one person then reads.
func BenchmarkStep(b *testing.B) {
	r := course(b, 10_000)
	for b.Loop() {
		next, err := r.Do(rehearsal.Act{Kind: rehearsal.Send, By: "P12", To: []domain.PersonID{"P15"}, Text: "Hoi"})
		if err != nil {
			b.Fatal(err)
		}
		viewsOf(next, "P12")
	}
}
