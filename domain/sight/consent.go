package sight

import (
	"reflect"

	"zichtlijn/domain"
)

// Consent is the weighing that a person was shown, and the reason that they gave.
// This file is the whole rule for when changes need a reason: a client hands Check
// to the store and, where the answer is Asked, asks the person.
type Consent struct {
	Reason string // empty: none was given
	// To was shown, or weighed and found to need no question; nil: neither.
	To     *Weighing
	On     domain.Date // the day from which it is judged
	Import bool        // a set-up is read in
	// FirstDay keeps the reason of an institution that nobody uses yet.
	FirstDay FirstDay
}

// Concern is the code of something for which changes need a reason; empty: nothing.
type Concern string

// The concerns that code names.
const (
	BreakConcern  Concern = "breaks"
	WayConcern    Concern = "ways"
	RevealConcern Concern = "reveals"
	ReaderConcern Concern = "readers"
)

// concern is a Concern, how to find it, and whether it always asks for a reason of its own.
type concern struct {
	Concern
	in   func(Weighing) bool
	asks bool
}

// concerns are everything for which changes need a reason, the gravest first. What they
// find must be a field of Weighing: a person agrees to what they were shown. Those that
// always ask are the gravest: see Consent.Keeps.
var concerns = []concern{
	{BreakConcern, Weighing.breaksNewly, true},
	{WayConcern, Weighing.Breaks, true},
	{RevealConcern, Weighing.Reveals, false},
	{ReaderConcern, Weighing.BringsReaders, false},
}

func (w Weighing) gravest() concern {
	for _, c := range concerns {
		if c.in(w) {
			return c
		}
	}
	return concern{}
}

// Concern returns the gravest concern about the changes.
func (w Weighing) Concern() Concern { return w.gravest().Concern }

// Asked refuses changes of some concern to which nobody agreed.
type Asked struct{ Weighing }

// Error is for developers.
func (Asked) Error() string { return "sight: changes that ask for a reason" }

// Check is a domain.Check. The error is Asked where the consent does not cover
// what changes turn in before, or a Refusal where they do not start from it.
func (c Consent) Check(before domain.World, changes []domain.Change) error {
	most := 1 // nobody was shown names: the counts are enough
	if c.To != nil {
		most = c.To.most
	}
	now, err := c.Weigh(nil, before, changes, most)
	if err != nil {
		return err
	}
	if !c.Covers(now) {
		return Asked{now}
	}
	return nil
}

// Weigh is Work.Weigh with two shortcuts: a first set-up turns nothing,
// because before it nobody was there to see anything, and a weighing of the same
// changes that was shown before is not made again.
func (c Consent) Weigh(work *Work, before domain.World, changes []domain.Change, most int) (Weighing, error) {
	if c.Import && before.Count(domain.PersonNoun) == 0 {
		return Weighing{Days: []Day{{On: c.On}}, before: before, after: before, changes: changes, most: most}, nil
	}
	if c.To != nil && c.To.isOf(before, changes, c.On, most) {
		return *c.To, nil // in a large institution another would take a second
	}
	return work.Weigh(before, changes, c.On, most)
}

// Covers reports whether changes with this weighing need no (further) question:
// there is no concern, a reason is kept, or exactly this was shown and one was given.
func (c Consent) Covers(now Weighing) bool {
	if now.Concern() == "" || c.FirstDay.Reason != "" && c.Keeps(now) {
		return true
	}
	return c.Reason != "" && c.To != nil && reflect.DeepEqual(now.found(), c.To.found())
}

// Keeps reports whether one reason counts for all changes of this sort on the first day. A
// set-up with a date of its own, as the demonstration has, is there to show the question.
func (c Consent) Keeps(now Weighing) bool {
	return c.FirstDay.On != 0 && now.Concern() != "" && !now.gravest().asks && now.before.Institution().Date.IsZero()
}

// Given returns the reason to record with changes that turn To: what was given, else what
// is kept; empty where neither is needed.
func (c Consent) Given() string {
	if c.Reason == "" && c.To != nil && c.Keeps(*c.To) {
		return c.FirstDay.Reason
	}
	return c.Reason
}

// found is w without the arguments of Weigh.
func (w Weighing) found() Weighing {
	w.before, w.after, w.changes, w.most = domain.World{}, domain.World{}, nil, 0
	return w
}

// isOf reports whether w was made by Weigh of exactly these.
func (w Weighing) isOf(before domain.World, changes []domain.Change, on domain.Date, most int) bool {
	return w.IsOf(before, on) && w.most == most && reflect.DeepEqual(w.changes, changes)
}
