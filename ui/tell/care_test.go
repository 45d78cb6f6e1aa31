package tell

import (
	"testing"

	"zichtlijn/domain/care"
	"zichtlijn/ui/words"
)

func TestEveryStateOfARelationHasWords(t *testing.T) {
	for _, l := range words.Languages() {
		for _, s := range care.States() {
			if k := stateKeys[s]; k == "" || !In(l).Has(k) {
				t.Errorf("%s has no words for %s", l, s)
			}
		}
	}
}
