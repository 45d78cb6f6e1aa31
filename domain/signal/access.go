package signal

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
)

// accessSignals finds access roles on negative types, and assignments that end soon
// or belong to inactive people.
func (f *finder) accessSignals() []Signal {
	var out []Signal
	off := map[domain.AccessRoleID]bool{}
	for role := range f.w.AccessRoles() {
		off[role.ID] = role.SwitchedOff
		if types := care.NegativeTypes(f.w, role); len(types) > 0 {
			slices.Sort(types)
			out = append(out, newListSignal(OnNegativeType, role.ID, types))
		}
	}
	inactive := map[domain.PersonID][]domain.AccessRoleID{}
	for a := range f.w.Assignments() {
		if off[a.Role] || !a.Covers(f.on) {
			continue
		}
		last := f.lastDay(a.Period, a.Person)
		switch {
		case !f.active(a.Person, f.on):
			inactive[a.Person] = append(inactive[a.Person], a.Role)
		case f.near(last) && !f.assignmentGoesOn(a, last):
			out = append(out, newSignal(AssignmentEndsSoon, string(a.Role), string(a.Person)).withDate(last))
		}
	}
	for _, p := range f.people {
		if roles := inactive[p.ID]; len(roles) > 0 {
			slices.Sort(roles)
			out = append(out, newListSignal(AssignmentInactive, p.ID, slices.Compact(roles)))
		}
	}
	return out
}

// assignmentGoesOn reports whether the same person has the same role on the day after last.
func (f *finder) assignmentGoesOn(a domain.Assignment, last domain.Date) bool {
	if !f.active(a.Person, last+1) {
		return false
	}
	for o := range f.w.AssignmentsOf(a.Person) {
		if o.Role == a.Role && o != a && o.Covers(last+1) {
			return true
		}
	}
	return false
}
