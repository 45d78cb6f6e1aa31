package tell_test

import (
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Whoever hears one sentence of what an edit does knows what holds after it: nothing that was
// is said as if it would be.
func TestASentenceOfATurnSaysWhatHoldsAfterIt(t *testing.T) {
	name := tell.Naming(func(id domain.PersonID) string { return string(id) })
	w := tell.Words{Words: words.In(words.Dutch)}
	said := map[string]bool{}
	facts := []sight.Fact{{}, {Sees: true}, {Messages: true}, {Sees: true, Messages: true}}
	for _, before := range facts {
		for _, after := range facts {
			if before == after {
				continue
			}
			got := w.TurnFrom(sight.Turn{Viewer: "A", Other: "B", Before: before, After: after}, name, name)
			has := func(parts ...string) bool {
				for _, part := range parts {
					if strings.Contains(got, part) {
						return true
					}
				}
				return false
			}
			if said[got] || !has("A ") || !has(" B ", " B;") {
				t.Errorf("from %v to %v: %q", before, after, got)
			}
			said[got] = true
			for _, one := range []struct {
				what      string
				said, was bool
			}{
				{"comes to see", has("gaat B zien", "gaat B dan ook zien"), after.Sees && !before.Sees},
				{"sees no more", has("ziet B niet meer"), before.Sees && !after.Sees},
				{"may message from now", has("dan een bericht sturen", "dan ook een bericht sturen", "dan wel een bericht sturen"), after.Messages && !before.Messages},
				{"may message no more", has("geen bericht meer sturen"), before.Messages && !after.Messages},
				{"still sees", has("nog wel, maar", "zag B al en"), before.Sees && after.Sees},
				{"still may message", has("mag nog wel een bericht", "mocht al een bericht"), before.Messages && after.Messages},
				{"does not see, as before", has("zag B al niet", "ziet B niet, maar"), !before.Sees && !after.Sees},
				{"may not message, as before", has("een bericht mocht al niet", "mag geen bericht sturen aan B"), !before.Messages && !after.Messages},
			} {
				if one.said != one.was {
					t.Errorf("from %v to %v, %s: %v, in %q", before, after, one.what, one.said, got)
				}
			}
		}
	}
	if len(said) != 12 {
		t.Errorf("%d sentences", len(said))
	}
}
