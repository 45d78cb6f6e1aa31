package invented_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain/invented"
)

// Whatever names there are, no invented one is among them, and it is the same each time.
func TestNoInventedNameIsANameThatIsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		secret := rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "secret")
		id := rapid.String().Draw(t, "id")
		first := rapid.SampledFrom([]string{"A", "B", "L", "M", "V", ""}).Draw(t, "taken are all that begin with")
		taken := func(word string) bool { return strings.HasPrefix(word, first) && len(word) < 20 }
		name, place := invented.Believable(secret, id, taken), invented.Place(secret, id, taken)
		for _, word := range []string{name.Given, name.Family, place} {
			if word == "" || taken(word) {
				t.Errorf("%q is taken", word)
			}
		}
		if invented.Believable(secret, id, taken) != name || invented.Place(secret, id, taken) != place {
			t.Error("another name the second time")
		}
	})
}

// Another secret gives other names: what was shown of one file tells nothing of the next.
func TestAnotherFileInventsOtherNames(t *testing.T) {
	free := func(string) bool { return false }
	same := 0
	for _, id := range strings.Fields("P1 P2 P3 P4 P5 P6 P7 P8 P9 P10") {
		if invented.Believable([]byte("a"), id, free) == invented.Believable([]byte("b"), id, free) {
			same++
		}
	}
	if same > 1 {
		t.Errorf("%d of 10 names are the same", same)
	}
}
