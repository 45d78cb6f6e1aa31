package domain

import (
	"iter"
	"slices"
	"strings"
)

// Assignment gives a person a manual access role for a period (A2).
type Assignment struct {
	Role   AccessRoleID `cbor:"1,keyasint"`
	Person PersonID     `cbor:"2,keyasint"`
	Period
}

// Key names the assignment among all assignments.
func (a Assignment) Key() string {
	return strings.Join([]string{string(a.Role), string(a.Person), a.From.String()}, "/")
}

// Equal reports whether a and b say the same.
func (a Assignment) Equal(b Assignment) bool { return a == b }

func (a *Assignment) period() *Period { return &a.Period }

var assignmentProperties = []Property[Assignment]{
	DayProperty("from", func(a *Assignment) *Date { return &a.From }),
	DayProperty("through", func(a *Assignment) *Date { return &a.Through }),
}

// AssignmentProperties describes an assignment, without its role and person.
func AssignmentProperties() []Property[Assignment] { return slices.Clone(assignmentProperties) }

// The verbs about assignments of access roles.
const (
	VerbAssignmentAdd    Verb = "assignment.add"
	VerbAssignmentEdit   Verb = "assignment.edit"
	VerbAssignmentEnd    Verb = "assignment.end"
	VerbAssignmentRemove Verb = "assignment.remove"
)

// AlreadyAssigned refuses a role that the person has already on one of the days.
// Others: those assignments.
const AlreadyAssigned Code = "already-assigned"

// AssignmentKey names one assignment: role, person and first day (zero: from always on).
type AssignmentKey struct {
	Role   AccessRoleID
	Person PersonID
	From   Date
}

func (k AssignmentKey) ref() Ref {
	return refAssignment(Assignment{Role: k.Role, Person: k.Person, Period: Period{From: k.From}})
}

func refAssignment(a Assignment) Ref { return Ref{AssignmentNoun, a.Key()} }

// Assignment returns the assignment of that key.
func (w World) Assignment(k AssignmentKey) (Assignment, bool) {
	return get(&w.tables().assignments, k.ref().Key)
}

// AssignmentsOf returns the assignments of a person by role and first day, ended ones included.
func (w World) AssignmentsOf(p PersonID) iter.Seq[Assignment] {
	return func(yield func(Assignment) bool) {
		for a := range w.Assignments() {
			if a.Person == p && !yield(a) {
				return
			}
		}
	}
}

// Assign gives people access roles for a period, as one edit (A2).
type Assign struct{ Assignments []Assignment }

func (Assign) Verb() Verb { return VerbAssignmentAdd }

func (c Assign) Plan(w World) ([]Change, error) {
	changes := make([]Change, 0, len(c.Assignments))
	for i, a := range c.Assignments {
		if err := alreadyAssigned(w, a, c.Assignments[:i]); err != nil {
			return nil, err
		}
		changes = append(changes, Change{Assignment: newSwap(nil, &a)})
	}
	return plan(w, changes...)
}

// alreadyAssigned refuses a if the person has the role on one of its days, in w or
// in others.
func alreadyAssigned(w World, a Assignment, others []Assignment) error {
	var found []Ref
	for _, o := range slices.Concat(slices.Collect(w.AssignmentsOf(a.Person)), others) {
		if o.Person == a.Person && o.Role == a.Role && o.Overlaps(a.Period) {
			found = append(found, refAssignment(o))
		}
	}
	if len(found) > 0 {
		return Refusal{Code: AlreadyAssigned, Subject: refAssignment(a), Field: "from", Others: found}
	}
	return nil
}

// EditAssignment replaces an assignment by Assignment, of the same role and
// person; its first day may move.
type EditAssignment struct {
	Key        AssignmentKey
	Assignment Assignment
}

func (EditAssignment) Verb() Verb { return VerbAssignmentEdit }

func (c EditAssignment) Plan(w World) ([]Change, error) {
	was, ok := w.Assignment(c.Key)
	if !ok {
		return nil, missing(c.Key.ref())
	}
	now := c.Assignment
	now.Role, now.Person = was.Role, was.Person
	if was.Equal(now) {
		return nil, Refusal{Code: NothingToDo, Subject: c.Key.ref()}
	}
	without, err := w.With(Change{Assignment: newSwap(&was, nil)})
	if err != nil {
		return nil, err
	}
	if err := alreadyAssigned(without, now, nil); err != nil {
		return nil, err
	}
	if was.Key() == now.Key() {
		return plan(w, Change{Assignment: newSwap(&was, &now)})
	}
	return plan(w, Change{Assignment: newSwap(&was, nil)}, Change{Assignment: newSwap(nil, &now)})
}

// EndAssignments ends assignments with the day Through as their last, as one edit.
type EndAssignments struct {
	Keys    []AssignmentKey
	Through Date
}

func (EndAssignments) Verb() Verb { return VerbAssignmentEnd }

func (c EndAssignments) Plan(w World) ([]Change, error) {
	return planEnd(w, c.Keys, c.Through, (*Assignment).period)
}

// RemoveAssignments removes assignments that were made by mistake. One that was
// real is ended instead.
type RemoveAssignments struct{ Keys []AssignmentKey }

func (RemoveAssignments) Verb() Verb { return VerbAssignmentRemove }

func (c RemoveAssignments) Plan(w World) ([]Change, error) {
	return planRemoveAll[Assignment](w, c.Keys)
}

func (Assignment) judge(j *judge, s *Swap[Assignment]) {
	if s.After == nil {
		return
	}
	a := *s.After
	at := Ref{AssignmentNoun, a.Key()}
	j.resolves(at, "role", refRole(a.Role))
	j.resolves(at, "person", refPerson(a.Person))
	properties(j, at, assignmentProperties, &a)
	j.period(at, a.Period)
}
