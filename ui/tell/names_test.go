package tell

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// said fails where a language has no words for a key.
func said(t *testing.T, key words.Key) {
	t.Helper()
	for _, l := range words.Languages() {
		if !words.In(l).Has(key) {
			t.Errorf("%v has no words for %s", l, key)
		}
	}
}

func TestEveryVisibilityHasItsWordsASignAndAColour(t *testing.T) {
	signs := map[string]domain.Visibility{}
	for _, v := range domain.Visibilities() {
		for _, set := range []words.Key{"visibility.", "visibility-short.", "visibility-explain."} {
			said(t, set+words.Key(v.String()))
		}
		if other, taken := signs[VisibilitySign(v)]; taken {
			t.Errorf("%s and %s have one sign", v, other)
		}
		signs[VisibilitySign(v)] = v
	}
	if n := len(theme.Theme{}.Visibility); n != domain.VisibilityCount {
		t.Errorf("the theme has %d colours for %d visibilities", n, domain.VisibilityCount)
	}
}
