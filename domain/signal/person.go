package signal

import "zichtlijn/domain"

// personSignals finds who is in groups in several roles, and which users are in
// groups of different modes: those see in one what the other keeps from them.
func (h *house) personSignals() []Signal {
	var out []Signal
	for _, p := range h.people {
		if !p.ActiveOn(h.on) {
			continue
		}
		if groups := p.otherwise(); len(groups) > 0 {
			out = append(out, about(SeveralRoles, p.ID, groups))
		}
		if groups, several := p.modes(); several {
			out = append(out, about(SeveralModes, p.ID, groups))
		}
	}
	return out
}

// otherwise returns the groups in which somebody has another role than their own.
func (p resident) otherwise() []domain.GroupID {
	var out []domain.GroupID
	for _, s := range p.stays {
		if s.as != p.Role {
			out = append(out, s.Group)
		}
	}
	return out
}

// modes returns the groups in which somebody is a user, and whether those are of
// different modes.
func (p resident) modes() (groups []domain.GroupID, several bool) {
	var first domain.Visibility
	for _, s := range p.stays {
		if !s.as.IsUser() {
			continue
		}
		if len(groups) == 0 {
			first = s.in.Visibility
		}
		several = several || s.in.Visibility != first
		groups = append(groups, s.Group)
	}
	return groups, several
}
