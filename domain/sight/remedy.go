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
	return tried(w, viewer, other, on, Proposals, Try)
}

// Ends returns every single edit that ends a fact that holds, in the same order.
func Ends(w domain.World, viewer, other domain.PersonID, on domain.Date) []Remedy {
	return tried(w, viewer, other, on, Endings, TryEnding)
}

// tried names edits and tries each.
func tried(w domain.World, viewer, other domain.PersonID, on domain.Date,
	name func(domain.World, domain.PersonID, domain.PersonID, domain.Date) []domain.Command,
	try func(domain.World, domain.PersonID, domain.PersonID, domain.Date, domain.Command) (Remedy, bool),
) []Remedy {
	var out []Remedy
	for _, c := range name(w, viewer, other, on) {
		if r, ok := try(w, viewer, other, on, c); ok {
			out = Ranked(out, r)
		}
	}
	return out
}

// Try carries a command out in a World that is thrown away, and reports whether
// it makes a fact hold that did not. One that is refused never does.
func Try(w domain.World, viewer, other domain.PersonID, on domain.Date, c domain.Command) (Remedy, bool) {
	return try(w, viewer, other, on, c, func(before, after Fact) Fact {
		return Fact{after.Sees && !before.Sees, after.Messages && !before.Messages}
	})
}

// TryEnding is Try for what ends a fact that holds.
func TryEnding(w domain.World, viewer, other domain.PersonID, on domain.Date, c domain.Command) (Remedy, bool) {
	return try(w, viewer, other, on, c, func(before, after Fact) Fact {
		return Fact{before.Sees && !after.Sees, before.Messages && !after.Messages}
	})
}

func try(w domain.World, viewer, other domain.PersonID, on domain.Date, c domain.Command, turned func(before, after Fact) Fact) (Remedy, bool) {
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
	return Remedy{c, changes, turns.Sees, turns.Messages, others(w, changes, on)}, true
}

// others counts the pairs beside the one that is turned which changes turn on a
// day. It is the one expensive step of a try.
func others(w domain.World, changes []domain.Change, on domain.Date) int {
	turned, err := NewLedger(w, on).Count(changes)
	if err != nil {
		return 0
	}
	return turned - 1
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
