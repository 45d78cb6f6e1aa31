package agreements

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// BenchmarkAWorldIsTakenUp is what the screen does after an edit in an
// institution of ten thousand: judge 50 agreements and find namesakes.
func BenchmarkAWorldIsTakenUp(b *testing.B) {
	s := scenetest.At(domaintest.Large(), words.Dutch, 120, 40)
	changes, err := domain.AddAgreement{Agreement: domain.Agreement{Kind: domain.GroupAtMost, Group: "G1"}}.Plan(s.World)
	if err != nil {
		b.Fatal(err)
	}
	next := s
	if next.World, err = s.World.With(changes...); err != nil {
		b.Fatal(err)
	}
	c := New()
	for n := 0; b.Loop(); n++ {
		s, next = next, s
		c.View(s)
	}
}

// BenchmarkAKey moves the cursor and draws.
func BenchmarkAKey(b *testing.B) {
	s := scenetest.At(domaintest.Large(), words.Dutch, 120, 40)
	c := New()
	for n := 0; b.Loop(); n++ {
		c, _ = scenetest.Keys(s, c, []string{"down", "up"}[n%2])
		c.View(s)
	}
}
