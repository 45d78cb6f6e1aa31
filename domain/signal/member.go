package signal

import (
	"slices"

	"zichtlijn/domain"
)

// memberSignals finds memberships that need a look: an external for ever, one
// that ends, somebody who has left, a parent in the wrong role.
func (h *house) memberSignals() []Signal {
	var out []Signal
	for _, p := range h.people {
		if !p.ActiveOn(h.on) {
			out = append(out, p.left()...)
			continue
		}
		for _, s := range p.stays {
			if s.as == domain.External && s.Through == 0 {
				out = append(out, s.signal(ExternalNoEnd))
			}
			if last := h.lastDay(s.Period, s.Person); h.near(last) && !h.staysOn(s, last) {
				out = append(out, s.signal(MemberEndsSoon).due(last))
			}
		}
		out = append(out, h.parents(p)...)
	}
	return out
}

func (s stay) signal(c Code) Signal { return made(c, string(s.Group), string(s.Person)) }

// left is the signal of somebody who counts no more and is in groups still.
func (p resident) left() []Signal {
	if len(p.stays) == 0 {
		return nil
	}
	var groups []domain.GroupID
	for _, s := range p.stays {
		groups = append(groups, s.Group)
	}
	return []Signal{about(MemberInactive, p.ID, groups)}
}

// staysOn reports whether another membership takes over on the day after last:
// another role from then on is no end.
func (h *house) staysOn(s stay, last domain.Date) bool {
	if !h.active(s.Person, last+1) {
		return false
	}
	for m := range h.w.MembershipsOf(s.Person) {
		if m.Group == s.Group && m.From == last+1 {
			return true
		}
	}
	return false
}

// parents finds the clients to whom a counselor of their group is a guardian or
// an external: such a one belongs in it in that role.
func (h *house) parents(p resident) []Signal {
	if !slices.ContainsFunc(p.stays, func(s stay) bool { return s.as.IsCounselor() }) {
		return nil
	}
	var out []Signal
	for r := range h.w.RelationsOf(p.ID) {
		if r.Person != p.ID || h.types[r.Type].Kind == domain.EmployeeKind || !h.inEffect(r) {
			continue
		}
		for m := range h.w.MembershipsOf(r.Client) {
			if m.Covers(h.on) && p.counsels(m.Group) {
				out = append(out, made(ParentAsCounselor, string(m.Group), string(p.ID), string(r.Client)))
			}
		}
	}
	return out
}

// counsels reports whether somebody is a counselor of a group.
func (p resident) counsels(g domain.GroupID) bool {
	return slices.ContainsFunc(p.stays, func(s stay) bool { return s.Group == g && s.as.IsCounselor() })
}
