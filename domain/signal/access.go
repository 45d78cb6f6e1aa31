package signal

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
)

// accessSignals finds access roles on negative types, and assignments that end
// soon or were left to somebody who counts no more.
func (h *house) accessSignals() []Signal {
	var out []Signal
	off := map[domain.AccessRoleID]bool{}
	for role := range h.w.AccessRoles() {
		off[role.ID] = role.SwitchedOff
		if types := care.NegativeTypes(h.w, role); len(types) > 0 {
			slices.Sort(types)
			out = append(out, about(OnNegativeType, role.ID, types))
		}
	}
	left := map[domain.PersonID][]domain.AccessRoleID{}
	for a := range h.w.Assignments() {
		if off[a.Role] || !a.Covers(h.on) {
			continue
		}
		last := h.lastDay(a.Period, a.Person)
		switch {
		case !h.active(a.Person, h.on):
			left[a.Person] = append(left[a.Person], a.Role)
		case h.near(last) && !h.hasOn(a, last):
			out = append(out, made(AssignmentEndsSoon, string(a.Role), string(a.Person)).due(last))
		}
	}
	for _, p := range h.people {
		if roles := left[p.ID]; len(roles) > 0 {
			slices.Sort(roles)
			out = append(out, about(AssignmentInactive, p.ID, slices.Compact(roles)))
		}
	}
	return out
}

// hasOn reports whether the same person has the same role on the day after last.
func (h *house) hasOn(a domain.Assignment, last domain.Date) bool {
	if !h.active(a.Person, last+1) {
		return false
	}
	for o := range h.w.AssignmentsOf(a.Person) {
		if o.Role == a.Role && o != a && o.Covers(last+1) {
			return true
		}
	}
	return false
}
