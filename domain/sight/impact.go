package sight

import (
	"iter"
	"slices"

	"zichtlijn/domain"
)

// Fact is what one person can of another, without grounds.
type Fact struct{ Sees, Messages bool }

// Turn is a sightline that a change turns.
type Turn struct {
	Viewer, Other domain.PersonID
	Before, After Fact
	Pairing       Pairing // who the two are to each other
}

// Gains reports whether sight or messages come to hold.
func (t Turn) Gains() bool {
	return t.After.Sees && !t.Before.Sees || t.After.Messages && !t.Before.Messages
}

// Loses reports whether sight or messages come to an end.
func (t Turn) Loses() bool {
	return t.Before.Sees && !t.After.Sees || t.Before.Messages && !t.After.Messages
}

// Impact returns every sightline that changes would turn in w on a day, worst
// first: by pairing, then by viewer and other. The error is a Refusal: the
// changes do not start from w.
func Impact(w domain.World, changes []domain.Change, on domain.Date) ([]Turn, error) {
	turned, err := Turns(w, changes, on)
	if err != nil {
		return nil, err
	}
	return ranked(slices.Collect(turned)), nil
}

// ranked puts turns worst first and keeps their order otherwise.
func ranked(turns []Turn) []Turn {
	var next [pairingCount]int // where the next one of each pairing goes
	for _, t := range turns {
		next[t.Pairing]++
	}
	at := 0
	for p, n := range next {
		next[p], at = at, at+n
	}
	out := make([]Turn, len(turns))
	for _, t := range turns {
		out[next[t.Pairing]] = t
		next[t.Pairing]++
	}
	return out
}

// Turns is Impact by viewer and other, one by one, found as they are asked for:
// a reading can turn millions of sightlines, and whoever shows them stops long
// before.
func Turns(w domain.World, changes []domain.Change, on domain.Date) (iter.Seq[Turn], error) {
	return NewLedger(w, on).Turns(changes)
}
