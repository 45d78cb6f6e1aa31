package tell

import (
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
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

func TestEveryKindOfAgreementAndItsBreachHaveWordsForAllThatItSays(t *testing.T) {
	by := func(id domain.PersonID) string { return string(id) }
	for _, k := range domain.AgreementKinds() {
		sets := []words.Key{"agreement.", "breach.", "agreement-kind.", "agreements.kind."}
		if !k.OfPair() {
			sets = append(sets, "group-dialog.agreement.")
		}
		for _, set := range sets {
			said(t, set+words.Key(k.String()))
		}
		a := domain.Agreement{Kind: k, Viewer: "P1", Other: "P2", Group: "G1", MostVisible: domain.GroupVisible, Role: domain.External}.Fitting()
		for _, l := range words.Languages() {
			w := In(l)
			for _, s := range []string{w.AgreementBy(by, domain.World{}, a), w.BreachBy(by, domain.World{}, sight.Verdict{Agreement: a})} {
				if strings.Contains(s, "%!") {
					t.Errorf("%v: %s", l, s)
				}
				for _, part := range w.agreed(by, domain.World{}, a) {
					if !strings.Contains(s, part.(string)) {
						t.Errorf("%v: %q does not say %s", l, s, part)
					}
				}
			}
		}
	}
}

func TestEveryNounHasNamesAndFields(t *testing.T) {
	for _, n := range domain.Nouns() {
		said(t, words.Key("noun."+n.String()))
		said(t, words.Key("count."+n.String()))
		w := In(words.Dutch)
		w.Named(domain.World{}, n.Blank())
		if len(w.fields(domain.World{}, n.Blank())) == 0 {
			t.Errorf("a %s has no fields", n)
		}
	}
}
