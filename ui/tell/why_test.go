package tell

import (
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

func TestEverythingThatCanStandInTheWayHasWords(t *testing.T) {
	for _, l := range words.Languages() {
		for _, b := range sight.Becauses() {
			if key := words.Key("because." + b.String()); !In(l).Has(key) {
				t.Errorf("%v has no words for %s", l, key)
			}
			if said := In(l).Miss(domain.World{}, sight.Miss{Because: b, Rule: "G1", Group: "G1", Person: "P1"}); said == "" || strings.Contains(said, "%") {
				t.Errorf("%v says %q of %s", l, said, b)
			}
		}
	}
}
