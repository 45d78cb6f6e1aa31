package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Verdict is how an agreement stands on a day.
type Verdict struct {
	Agreement domain.Agreement
	Holds     bool
	// Grounds is the route by which somebody sees or may message whom they never
	// should; empty for the other kinds, and while the agreement holds.
	Grounds []Ground
	// Members are who is in the group in the role that nobody should have there.
	Members []domain.Member
}

// VerdictOn judges one agreement on a day, by the one policy.
func VerdictOn(w domain.World, a domain.Agreement, on domain.Date) Verdict {
	v := Verdict{Agreement: a}
	switch a.Kind {
	case domain.NeverSees:
		v.Grounds = Between(w, a.Viewer, a.Other, on).Sight
	case domain.NeverMessages:
		v.Grounds = Between(w, a.Viewer, a.Other, on).Messages
	case domain.Sees:
		v.Holds = Between(w, a.Viewer, a.Other, on).Sees()
		return v
	case domain.GroupAtMost:
		g, ok := w.Group(a.Group)
		v.Holds = !ok || g.Visibility <= a.MostVisible
		return v
	case domain.NoRoleInGroup:
		v.Members = slices.DeleteFunc(w.MembersOn(a.Group, on), func(m domain.Member) bool { return m.As != a.Role })
	}
	v.Holds = len(v.Grounds)+len(v.Members) == 0
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

// Broken returns, by id, which agreements do not hold in after, and which of
// them held in before. An agreement that is new, or says something else than
// before, breaks nothing that was promised: it stands among the first only.
func Broken(before, after domain.World, on domain.Date) (broken, newly []Verdict) {
	for _, v := range Verdicts(after, on) {
		if v.Holds {
			continue
		}
		broken = append(broken, v)
		was, ok := before.Agreement(v.Agreement.ID)
		was.Note = v.Agreement.Note
		if ok && was.Equal(v.Agreement) && VerdictOn(before, was, on).Holds {
			newly = append(newly, v)
		}
	}
	return broken, newly
}
