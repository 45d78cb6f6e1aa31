package tell

import (
	"testing"

	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

func TestAConcernWithoutWordsOfItsOwnIsAskedInWordsThatFitAny(t *testing.T) {
	for _, l := range words.Languages() {
		w := In(l)
		for _, part := range []string{"title", "ask", "refused"} {
			any := w.Say(words.Key("consent." + part + ".any"))
			if got := w.Consent(part, "nobody-thought-of-it"); got != any || !w.Has(words.Key("consent."+part+".any")) {
				t.Errorf("%s: %s of a concern without words is %q, not %q", l, part, got, any)
			}
			for _, c := range []sight.Concern{sight.BreakConcern, sight.RevealConcern, sight.ReaderConcern} {
				if w.Consent(part, c) == any {
					t.Errorf("%s: %s does not say that something %s", l, part, c)
				}
			}
		}
	}
}
