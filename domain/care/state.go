package care

import (
	"fmt"

	"zichtlijn/domain"
)

// State says why a relation does not count on a day (V7).
type State uint8

// The states, in the order in which they are looked for.
const (
	Withdrawn State = iota // E8: replaced before it began, counts on no day
	Planned                // begins only later
	Replaced               // E8: ended because another came
	Ended
	TypeOff  // E7: it runs, but its type is switched off
	Inactive // it runs, but one of the two is inactive
)

// States returns all of them.
func States() []State { return []State{Withdrawn, Planned, Replaced, Ended, TypeOff, Inactive} }

var stateCodes = [...]string{"withdrawn", "planned", "replaced", "ended", "type-off", "inactive"}

// String returns the code that data says.
func (s State) String() string {
	if int(s) < len(stateCodes) {
		return stateCodes[s]
	}
	return fmt.Sprintf("State(%d)", uint8(s))
}

// StateOn says why a relation of type t does not count on a day (V7). Ask it only of
// one that does not.
func StateOn(r domain.Relation, t domain.RelationType, on domain.Date) State {
	switch {
	case r.Withdrawn:
		return Withdrawn
	case r.Ahead(on):
		return Planned
	case r.Ended(on) && r.ReplacedBy != "":
		return Replaced
	case r.Ended(on):
		return Ended
	case t.SwitchedOff:
		return TypeOff
	}
	return Inactive
}
