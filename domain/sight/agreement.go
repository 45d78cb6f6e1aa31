package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Verdict is how an agreement stands on a day.
type Verdict struct {
	Agreement domain.Agreement
	Holds     bool
	// Grounds are those on which somebody sees or may message a person whom they
	// never should; empty for the other kinds, and while the agreement holds.
	Grounds []Ground
	// Members have in the group the role that nobody should have there.
	Members []domain.Member
}

// VerdictOn judges one agreement on a day.
func VerdictOn(w domain.World, a domain.Agreement, on domain.Date) Verdict {
	v := Verdict{Agreement: a}
	switch a.Kind {
	case domain.NeverSees:
		v.Grounds = Between(w, a.Viewer, a.Other, on).Sight
		v.Holds = len(v.Grounds) == 0
	case domain.NeverMessages:
		v.Grounds = Between(w, a.Viewer, a.Other, on).Messages
		v.Holds = len(v.Grounds) == 0
	case domain.Sees:
		v.Holds = Between(w, a.Viewer, a.Other, on).Sees()
	case domain.GroupAtMost:
		g, ok := w.Group(a.Group)
		v.Holds = !ok || g.Visibility <= a.MostVisible
	case domain.NoRoleInGroup:
		v.Members = slices.DeleteFunc(w.MembersOn(a.Group, on), func(m domain.Member) bool { return m.As != a.Role })
		v.Holds = len(v.Members) == 0
	default:
		panic("sight: nobody judges a promise of kind " + a.Kind.String())
	}
	return v
}

// Verdicts judges every agreement on a day, by id.
func Verdicts(w domain.World, on domain.Date) []Verdict {
	var out []Verdict
	for a := range w.Agreements() {
		out = append(out, VerdictOn(w, a, on))
	}
	return out
}

// Breaks returns the first day after on on which an agreement that holds on on
// holds no longer, by the periods that are known now; false where it goes on to
// hold, and where it is broken already.
func Breaks(w domain.World, a domain.Agreement, on domain.Date) (domain.Date, bool) {
	if !VerdictOn(w, a, on).Holds {
		return 0, false
	}
	for _, day := range turningDays(w, a, on) {
		if !VerdictOn(w, a, day).Holds {
			return day, true
		}
	}
	return 0, false
}

// turningDays returns, in order, the days after on on which something begins or
// ends on which the agreement could depend.
func turningDays(w domain.World, a domain.Agreement, on domain.Date) []domain.Date {
	var out dates
	if a.Kind.OfPair() {
		out = pairDays(w, a.Viewer, a.Other)
		return out.after(on)
	}
	for m := range w.MembersOf(a.Group) {
		if !a.Kind.Has("role") || w.RoleIn(m) == a.Role {
			out.addPeriod(m.Period)
			out.addInactive(w, m.Person)
		}
	}
	return out.after(on)
}
