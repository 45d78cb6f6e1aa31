package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Remedy is a single edit that turns the answer for a pair.
type Remedy struct {
	Command domain.Command
	Changes []domain.Change // what it plans
	// Sees and Messages are the facts that it turns.
	Sees, Messages bool
	// Others is how many other pairs it turns on that day, in either direction.
	Others int
}

// Remedies returns every single edit that makes a fact hold that does not, those
// that turn the fewest other pairs first.
func Remedies(w domain.World, viewer, other domain.PersonID, on domain.Date) []Remedy {
	return tryAll(viewer, other, Proposals(w, viewer, other, on), NewEvaluator(w, on).Try)
}

// EndingRemedies returns every single edit that ends a fact that holds, in the same
// order.
func EndingRemedies(w domain.World, viewer, other domain.PersonID, on domain.Date) []Remedy {
	return tryAll(viewer, other, EndingProposals(w, viewer, other, on), NewEvaluator(w, on).TryEnding)
}

// tryAll returns the remedies among edits, in order.
func tryAll(viewer, other domain.PersonID, edits []domain.Command,
	try func(viewer, other domain.PersonID, c domain.Command) (Remedy, bool),
) []Remedy {
	var out []Remedy
	for _, c := range edits {
		if r, ok := try(viewer, other, c); ok {
			out = InsertRanked(out, r)
		}
	}
	return out
}

// Try carries a command out in a World that is thrown away, and reports whether it
// makes a fact hold that did not. A command that is refused does not.
func (l *Evaluator) Try(viewer, other domain.PersonID, c domain.Command) (Remedy, bool) {
	return l.try(viewer, other, c, func(before, after Fact) Fact {
		return Fact{after.Sees && !before.Sees, after.Messages && !before.Messages}
	})
}

// TryEnding is Try for a command that ends a fact that holds.
func (l *Evaluator) TryEnding(viewer, other domain.PersonID, c domain.Command) (Remedy, bool) {
	return l.try(viewer, other, c, func(before, after Fact) Fact {
		return Fact{before.Sees && !after.Sees, before.Messages && !after.Messages}
	})
}

func (l *Evaluator) try(viewer, other domain.PersonID, c domain.Command, turned func(before, after Fact) Fact) (Remedy, bool) {
	w, on := l.now.w, l.now.on
	changes, err := c.Plan(w)
	if err != nil {
		return Remedy{}, false
	}
	after, err := w.With(changes...)
	if err != nil {
		return Remedy{}, false
	}
	turns := turned(fact(Between(w, viewer, other, on)), fact(Between(after, viewer, other, on)))
	if turns == (Fact{}) {
		return Remedy{}, false
	}
	all, err := l.Count(changes)
	if err != nil {
		return Remedy{}, false
	}
	return Remedy{c, changes, turns.Sees, turns.Messages, all - 1}, true // the pair itself is one of them
}

// InsertRanked returns found, the remedies that were found before r, with r behind
// all that turn as few others. Inserted in the order of Proposals, remedies always
// come out in one order.
func InsertRanked(found []Remedy, r Remedy) []Remedy {
	at, _ := slices.BinarySearchFunc(found, r, func(one, r Remedy) int {
		if one.Others <= r.Others {
			return -1
		}
		return 1
	})
	return slices.Insert(slices.Clip(found), at, r)
}
