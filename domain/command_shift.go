package domain

// The verbs about shifts.
const (
	VerbShiftAdd    Verb = "shift.add"
	VerbShiftEdit   Verb = "shift.edit"
	VerbShiftCopy   Verb = "shift.copy"
	VerbShiftRemove Verb = "shift.remove"
)

// AddShift rosters a shift or route. Without an id it gets the next free one.
// Whom a negative relation speaks against is signalled elsewhere and never
// refused (L2).
type AddShift struct{ Shift Shift }

// Verb implements Command.
func (AddShift) Verb() Verb { return VerbShiftAdd }

// Plan implements Command.
func (c AddShift) Plan(w World) ([]Change, error) {
	s := c.Shift
	if s.ID == "" {
		s.ID = ShiftID(w.Next(ShiftNoun))
	}
	if err := fresh(w, refShift(s.ID)); err != nil {
		return nil, err
	}
	return settle(w, Change{Shift: between(nil, &s)})
}

// EditShift replaces a shift by Shift, whose id says which.
type EditShift struct{ Shift Shift }

// Verb implements Command.
func (EditShift) Verb() Verb { return VerbShiftEdit }

// Plan implements Command.
func (c EditShift) Plan(w World) ([]Change, error) {
	was, ok := w.Shift(c.Shift.ID)
	if !ok {
		return nil, missing(refShift(c.Shift.ID))
	}
	if was.Equal(c.Shift) {
		return nil, Refusal{Code: NothingToDo, Subject: refShift(c.Shift.ID)}
	}
	return settle(w, Change{Shift: between(&was, &c.Shift)})
}

// CopyShift rosters the same shift on other days, as one edit. A copy over a
// week may name the shift's own day too: that day has it already and gets no second.
type CopyShift struct {
	Of    ShiftID
	Dates []Date
}

// Verb implements Command.
func (CopyShift) Verb() Verb { return VerbShiftCopy }

// Plan implements Command.
func (c CopyShift) Plan(w World) ([]Change, error) {
	at := refShift(c.Of)
	was, ok := w.Shift(c.Of)
	if !ok {
		return nil, missing(at)
	}
	if len(c.Dates) == 0 {
		return nil, Refusal{Code: ValueMissing, Subject: at, Field: "date"}
	}
	highest := numberAfter("S", w.Next(ShiftNoun)) - 1
	changes := make([]Change, 0, len(c.Dates))
	named := map[Date]bool{}
	for _, on := range c.Dates {
		if named[on] {
			return nil, Refusal{Code: ValueRepeated, Subject: at, Field: "date", Value: on.String(), Date: on}
		}
		named[on] = true
		if on == was.Date {
			continue
		}
		next := was
		next.ID, next.Date = ShiftID(following("S", highest+len(changes))), on
		changes = append(changes, Change{Shift: between(nil, &next)})
	}
	return settle(w, changes...)
}

// RemoveShift cancels a shift.
type RemoveShift struct{ ID ShiftID }

// Verb implements Command.
func (RemoveShift) Verb() Verb { return VerbShiftRemove }

// Plan implements Command.
func (c RemoveShift) Plan(w World) ([]Change, error) {
	was, ok := w.Shift(c.ID)
	if !ok {
		return nil, missing(refShift(c.ID))
	}
	return settle(w, Change{Shift: between(&was, nil)})
}

func refShift(id ShiftID) Ref { return Ref{ShiftNoun, string(id)} }
