package sight

import (
	"reflect"

	"zichtlijn/domain"
)

// Consent is what a person was shown of what changes turn, and what they said to
// it. The whole rule of what asks for a reason stands in this file: a client
// hands Check to the store, and asks where it is answered with Asked.
type Consent struct {
	Reason string // empty: none was given
	// To is what was shown, or found to be nothing that needs to be; nil: nothing.
	To     *Weighing
	On     domain.Date // the day from which it is judged
	Import bool        // a set-up is read in
}

// Asked is the refusal of changes that turn something to which nobody agreed.
type Asked struct{ Weighing }

// Error is for developers.
func (Asked) Error() string { return "sight: changes that ask for a reason" }

// Check is a domain.Check: Asked where the consent does not cover what changes
// turn in before, a Refusal where they do not start from it.
func (c Consent) Check(before domain.World, changes []domain.Change) error {
	most := 1 // nobody was shown a name: the counts are enough
	if c.To != nil {
		most = c.To.most
	}
	now, err := c.Weigh(before, changes, most)
	if err != nil {
		return err
	}
	if !c.Covers(now) {
		return Asked{now}
	}
	return nil
}

// Weigh is what changes turn, as in the function Weigh, as far as anybody need be
// asked. A first set-up turns nothing: before it nobody was there to see anything.
func (c Consent) Weigh(before domain.World, changes []domain.Change, most int) (Weighing, error) {
	if c.Import && before.Count(domain.PersonNoun) == 0 {
		return Weighing{Days: []Day{{On: c.On}}}, nil
	}
	if c.To != nil && c.To.isOf(before, changes, c.On, most) {
		return *c.To, nil // shown a moment ago: in a large institution it took a second
	}
	return Weigh(before, changes, c.On, most)
}

// Covers reports whether no (further) question is needed about what is turned now:
// it reveals nothing and newly breaks no agreement, or exactly this was shown and
// a reason given.
func (c Consent) Covers(now Weighing) bool {
	if !now.Reveals() && !now.Breaks() {
		return true
	}
	return c.Reason != "" && c.To != nil && reflect.DeepEqual(now.Days, c.To.Days) && reflect.DeepEqual(now.Broken, c.To.Broken)
}

// isOf reports whether w was made by Weigh of exactly these.
func (w Weighing) isOf(before domain.World, changes []domain.Change, on domain.Date, most int) bool {
	return w.before == before && w.most == most && len(w.Days) > 0 && w.Days[0].On == on && reflect.DeepEqual(w.changes, changes)
}
