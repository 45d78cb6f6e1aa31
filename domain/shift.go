package domain

import (
	"fmt"
	"slices"
)

// Clock is a time of day in minutes after midnight.
type Clock uint16

// ParseClock reads HH:MM from 00:00 to 23:59.
func ParseClock(s string) (c Clock, ok bool) {
	if len(s) != 5 || s[2] != ':' {
		return 0, false
	}
	digit := func(i int) int { return int(s[i] - '0') }
	for _, i := range []int{0, 1, 3, 4} {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	h, m := digit(0)*10+digit(1), digit(3)*10+digit(4)
	return Clock(h*60 + m), h < 24 && m < 60
}

// String returns HH:MM.
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", c/60, c%60) }

// Shift is a shift or route: employees who serve clients on a date. An End
// before Begin is past midnight and belongs to the date (DOMAIN.md 3.2).
type Shift struct {
	ID        ShiftID    `cbor:"1,keyasint"`
	Date      Date       `cbor:"2,keyasint"`
	Begin     Clock      `cbor:"3,keyasint,omitempty"`
	End       Clock      `cbor:"4,keyasint,omitempty"`
	Code      string     `cbor:"5,keyasint,omitempty"`
	Name      string     `cbor:"6,keyasint,omitempty"`
	Employees []PersonID `cbor:"7,keyasint,omitempty"`
	Clients   []PersonID `cbor:"8,keyasint,omitempty"`
}

// Key names the shift among all shifts.
func (s Shift) Key() string { return string(s.ID) }

// Equal reports whether s and t say the same.
func (s Shift) Equal(t Shift) bool {
	return s.ID == t.ID && s.Date == t.Date && s.Begin == t.Begin && s.End == t.End && s.Code == t.Code &&
		s.Name == t.Name && slices.Equal(s.Employees, t.Employees) && slices.Equal(s.Clients, t.Clients)
}

var shiftProperties = []Property[Shift]{
	DayProperty("date", func(s *Shift) *Date { return &s.Date }).Needed(),
	TimeProperty("begin", func(s *Shift) *Clock { return &s.Begin }),
	TimeProperty("end", func(s *Shift) *Clock { return &s.End }),
	TextProperty("code", Line, nameLimit, func(s *Shift) *string { return &s.Code }),
	TextProperty("name", Line, nameLimit, func(s *Shift) *string { return &s.Name }),
	ManyProperty("employees", PersonNoun, func(s *Shift) *[]PersonID { return &s.Employees }).Once().Needed(),
	ManyProperty("clients", PersonNoun, func(s *Shift) *[]PersonID { return &s.Clients }).Once().Needed(),
}

// ShiftProperties describes a shift, in the order of a form.
func ShiftProperties() []Property[Shift] { return slices.Clone(shiftProperties) }

// The verbs about shifts.
const (
	VerbShiftAdd    Verb = "shift.add"
	VerbShiftEdit   Verb = "shift.edit"
	VerbShiftCopy   Verb = "shift.copy"
	VerbShiftRemove Verb = "shift.remove"
)

// AddShift adds a shift or route. Without an id it gets the next free one. A
// negative relation is no reason to refuse (L2).
type AddShift struct{ Shift Shift }

func (AddShift) Verb() Verb { return VerbShiftAdd }

func (c AddShift) Plan(w World) ([]Change, error) {
	s := c.Shift
	if s.ID == "" {
		s.ID = ShiftID(w.Next(ShiftNoun))
	}
	return planAdd(w, ShiftNoun, s)
}

// EditShift replaces the shift with Shift's id.
type EditShift struct{ Shift Shift }

func (EditShift) Verb() Verb { return VerbShiftEdit }

func (c EditShift) Plan(w World) ([]Change, error) {
	return planEdit(w, ShiftNoun, c.Shift)
}

// CopyShift copies a shift to other days, as one edit. Dates may hold its own day,
// which gets no second one: that makes copying over a week simple.
type CopyShift struct {
	Of    ShiftID
	Dates []Date
}

func (CopyShift) Verb() Verb { return VerbShiftCopy }

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
	seen := map[Date]bool{}
	for _, on := range c.Dates {
		if seen[on] {
			return nil, Refusal{Code: ValueRepeated, Subject: at, Field: "date", Value: on.String(), Date: on}
		}
		seen[on] = true
		if on == was.Date {
			continue
		}
		next := was
		next.ID, next.Date = ShiftID(following("S", highest+len(changes))), on
		changes = append(changes, Change{Shift: newSwap(nil, &next)})
	}
	return plan(w, changes...)
}

// RemoveShift removes a shift.
type RemoveShift struct{ ID ShiftID }

func (RemoveShift) Verb() Verb { return VerbShiftRemove }

func (c RemoveShift) Plan(w World) ([]Change, error) {
	return planRemove[Shift](w, ShiftNoun, string(c.ID))
}

func refShift(id ShiftID) Ref { return Ref{ShiftNoun, string(id)} }

func (Shift) judge(j *judge, s *Swap[Shift]) {
	if s.After == nil {
		return
	}
	t := *s.After
	at := Ref{ShiftNoun, t.Key()}
	j.id(at)
	properties(j, at, shiftProperties, &t)
	for _, p := range t.Employees {
		j.resolves(at, "employees", refPerson(p))
	}
	for _, p := range t.Clients {
		j.resolves(at, "clients", refPerson(p))
	}
}
