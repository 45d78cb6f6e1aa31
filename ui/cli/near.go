package cli

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"zichtlijn/ui/words"
)

const (
	mostNear = 3 // how many are proposed
	slips    = 2 // how many letters may differ
)

// nearest returns those of all that may have been meant, the nearest first. They are for a sentence only: nothing acts
// on a part of a name.
func nearest[T any](typed string, all iter.Seq[T], names func(T) []string) []T {
	type guess struct {
		one   T
		apart int
	}
	var out []guess
	wanted := words.Fold(typed)
	for one := range all {
		apart := slips + 1
		for _, name := range names(one) {
			apart = min(apart, distance(wanted, words.Fold(name)))
		}
		if apart <= slips {
			out = append(out, guess{one, apart})
		}
	}
	slices.SortStableFunc(out, func(a, b guess) int { return cmp.Compare(a.apart, b.apart) })
	return list(out[:min(mostNear, len(out))], func(g guess) T { return g.one })
}

// distance counts by how many letters a name differs from what was typed. The beginning of a word of it differs by none.
// Both are folded.
func distance(typed, name string) int {
	letters := utf8.RuneCountInString(typed)
	switch {
	case letters == 0:
		return slips + 1
	case strings.Contains(" "+name, " "+typed):
		return 0
	case letters <= slips: // as far as it is long, everything is near
		return slips + 1
	}
	apart := levenshtein.ComputeDistance(typed, name)
	for word := range strings.FieldsSeq(name) {
		// Short words differ little from each other: one letter at most, and of four.
		if d := levenshtein.ComputeDistance(typed, word); d == 1 && letters > 3 {
			apart = min(apart, d)
		}
	}
	return apart
}
