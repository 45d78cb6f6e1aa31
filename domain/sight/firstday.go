package sight

import (
	"slices"

	"zichtlijn/domain"
)

// FirstDay is the day on which an institution is set up, as long as nobody uses it yet:
// every entry of its journal is of that day, and nothing of it was exported or handed
// over. For the rest of such a day a Consent keeps the reason that was given first. The
// zero value is no such day.
type FirstDay struct {
	On     domain.Date // zero: there is none, or it is over
	Reason string      // the first that was given; empty: none yet
}

// Note is f after the next entry of the journal, which counts on a day.
func (f FirstDay) Note(e domain.Entry, day domain.Date) FirstDay {
	if f.On != day || !e.Kind.Moves() || handsOver(e.Changes) || e.Kind == domain.Import && f.bringsPast(e.Changes) {
		return FirstDay{}
	}
	if f.Reason == "" {
		f.Reason = e.By.Reason
	}
	return f
}

// bringsPast reports whether a set-up that is read in has memberships or relations that
// began before the day: it is used already.
func (f FirstDay) bringsPast(changes []domain.Change) bool {
	past := func(from domain.Date) bool { return from != 0 && from < f.On }
	return slices.ContainsFunc(changes, func(c domain.Change) bool {
		return c.Membership != nil && c.Membership.After != nil && past(c.Membership.After.From) ||
			c.Relation != nil && c.Relation.After != nil && past(c.Relation.After.From)
	})
}

// handsOver reports whether changes tick off the hand-over, or take such a tick away.
func handsOver(changes []domain.Change) bool {
	return slices.ContainsFunc(changes, func(c domain.Change) bool {
		return c.AcceptedSignal != nil && (isHandover(c.AcceptedSignal.Before) || isHandover(c.AcceptedSignal.After))
	})
}

func isHandover(a *domain.AcceptedSignal) bool {
	if a == nil {
		return false
	}
	step, is := a.TickedStep()
	return is && step == domain.HandoverStep
}
