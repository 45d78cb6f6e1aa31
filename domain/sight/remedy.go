package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Remedy is a single edit that turns the answer for a pair.
type Remedy struct {
	Command domain.Command
	Changes []domain.Change // what it plans
	// Sees and Messages say which facts it turns.
	Sees, Messages bool
	// Others is how many other pairs it turns on that day, in either direction.
	Others int
}

// Remedies returns every single edit that makes a fact hold that does not, the
// one that turns the fewest others first.
func Remedies(w domain.World, viewer, other domain.PersonID, on domain.Date) []Remedy {
	return tried(viewer, other, Proposals(w, viewer, other, on), NewLedger(w, on).Try)
}

// Ends returns every single edit that ends a fact that holds, in the same order.
func Ends(w domain.World, viewer, other domain.PersonID, on domain.Date) []Remedy {
	return tried(viewer, other, Endings(w, viewer, other, on), NewLedger(w, on).TryEnding)
}

// tried tries each of the edits.
func tried(viewer, other domain.PersonID, edits []domain.Command,
	try func(viewer, other domain.PersonID, c domain.Command) (Remedy, bool),
) []Remedy {
	var out []Remedy
	for _, c := range edits {
		if r, ok := try(viewer, other, c); ok {
			out = Ranked(out, r)
		}
	}
	return out
}

// Try carries a command out in a World that is thrown away, and reports whether
// it makes a fact hold that did not. One that is refused never does.
func (l *Ledger) Try(viewer, other domain.PersonID, c domain.Command) (Remedy, bool) {
	return l.try(viewer, other, c, func(before, after Fact) Fact {
		return Fact{after.Sees && !before.Sees, after.Messages && !before.Messages}
	})
}

// TryEnding is Try for what ends a fact that holds.
func (l *Ledger) TryEnding(viewer, other domain.PersonID, c domain.Command) (Remedy, bool) {
	return l.try(viewer, other, c, func(before, after Fact) Fact {
		return Fact{before.Sees && !after.Sees, before.Messages && !after.Messages}
	})
}

func (l *Ledger) try(viewer, other domain.PersonID, c domain.Command, turned func(before, after Fact) Fact) (Remedy, bool) {
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

// Ranked puts a remedy in its place among those that were found before it: behind
// all that turn as few others. So remedies that are tried in the order of
// Proposals have one order.
func Ranked(found []Remedy, r Remedy) []Remedy {
	at, _ := slices.BinarySearchFunc(found, r, func(one, r Remedy) int {
		if one.Others <= r.Others {
			return -1
		}
		return 1
	})
	return slices.Insert(slices.Clip(found), at, r)
}
