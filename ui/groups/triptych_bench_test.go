package groups

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// BenchmarkTriptych is a key in the triptych of a large institution, Update and
// View, at 200×60: the next member and the next group build all three columns
// anew, the others draw what is there. It is to stay under 16 ms.
func BenchmarkTriptych(b *testing.B) {
	s := scenetest.At(domaintest.Large(), words.Dutch, 200, 60)
	for _, c := range []struct {
		name string
		keys []string
	}{
		{"member", []string{"j", "j", "j", "k"}}, {"group", []string{"l", "l", "l", "h"}},
		{"role", []string{"]"}}, {"column", []string{"tab"}}, {"page", []string{"space", "space", "pgup"}},
	} {
		b.Run(c.name, func(b *testing.B) { pressTriptych(b, s, opened(b, s, fullest(s), ""), c.keys) })
	}
}

func pressTriptych(b *testing.B, s scene.Scene, c scene.Screen, keys []string) {
	b.Helper()
	c.View(s)
	for i := 0; b.Loop(); i++ {
		c, _ = c.Update(s, scenetest.Press(keys[i%len(keys)]))
		c.View(s)
	}
}

// fullest is the group with most members.
func fullest(s scene.Scene) domain.GroupID {
	most, out := 0, domain.GroupID("")
	for g := range s.World.Groups() {
		if n := len(s.World.MembersOn(g.ID, s.On)); n > most {
			most, out = n, g.ID
		}
	}
	return out
}
