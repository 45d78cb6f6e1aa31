package tell_test

import (
	"testing"

	"zichtlijn/domain/sight"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// A route outside the group stands between brackets, and what does not hold is said too.
func TestACellInWordsSaysWhatHoldsAndByWhichRoute(t *testing.T) {
	for cell, want := range map[sight.Cell]string{
		{}: "ziet niet", {Sight: sight.Here}: "ziet", {Sight: sight.Here, Messages: sight.Here}: "ziet+bericht",
		{Sight: sight.Here, Messages: sight.Elsewhere}: "ziet+(bericht)", {Sight: sight.Elsewhere}: "(ziet)",
		{Sight: sight.Elsewhere, Messages: sight.Elsewhere}: "(ziet+bericht)", {Messages: sight.Here}: "bericht",
	} {
		if got := tell.In(words.Dutch).CellWord(cell); got != want {
			t.Errorf("%+v is %q, not %q", cell, got, want)
		}
	}
}
