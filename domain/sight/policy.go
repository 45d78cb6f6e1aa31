package sight

import "zichtlijn/domain"

// policy is the rules of DOMAIN.md 2 under the readings of one institution. It
// knows roles and modes only; memberships and relations are looked up elsewhere.
// This file is the one place that decides sight and messages.
type policy struct{ domain.Readings }

// personAccess is what a viewer can of one other person through one place: a
// clause each for seeing them in either tile and for messaging them.
type personAccess struct{ Personentegel, Berichtentegel, Message Clause }

// Sees reports whether the other is seen at all.
func (h personAccess) Sees() bool { return h.Personentegel.Holds() || h.Berichtentegel.Holds() }

// GroupAccess is what a viewer can of a group itself: a clause for each tile in
// which it stands, and for each thing that they may do with it.
type GroupAccess struct {
	Personentegel, Berichtentegel Clause
	GroupMessage                  Clause // D4
	GroupReport                   Clause // D1
	Programme                     Clause // D3
}

// Sees reports whether the group is seen at all.
func (s GroupAccess) Sees() bool { return s.Personentegel.Holds() || s.Berichtentegel.Holds() }

// groupAccess decides what a member in role rv can of a group. counselors is how
// many linked counselors it has, not counting the viewer.
func (p policy) groupAccess(v domain.Visibility, rv domain.Role, counselors int) GroupAccess {
	var s GroupAccess
	s.Personentegel, s.Berichtentegel = p.tiles(v, rv)
	if rv.IsCounselor() {
		s.GroupReport, s.Programme = stated(D1), stated(D3)
		if v == domain.Hidden {
			s.GroupReport.Tag = Read // in a hidden group it is our reading, and fixed
		}
	}
	if rv == domain.Client && v != domain.Hidden && counselors > 0 {
		s.GroupMessage = stated(D4)
	}
	return s
}

// tiles decides in which tiles a group stands for a member in role rv.
func (p policy) tiles(v domain.Visibility, rv domain.Role) (personentegel, berichtentegel Clause) {
	switch {
	case !belongs(rv): // G7
	case v == domain.MembersVisible:
		personentegel = stated(G4)
		if rv.IsCounselor() && p.On(domain.ReadOpenKeepsMessagesTile) {
			berichtentegel = read(G5, domain.ReadOpenKeepsMessagesTile)
		}
	case rv.IsCounselor():
		berichtentegel = stated(G2)
	case v == domain.GroupVisible:
		personentegel = stated(G3)
	}
	return personentegel, berichtentegel // a user in a hidden group: nothing (G1)
}

// belongs reports whether somebody can be in a group in role r. An administrator
// manages groups and is in none (G7).
func belongs(r domain.Role) bool { return r.IsCounselor() || r.IsUser() }

// access decides what a member in role rv can of another in role ro.
func (p policy) access(v domain.Visibility, rv, ro domain.Role) personAccess {
	if !belongs(rv) || !belongs(ro) {
		return personAccess{}
	}
	h := personAccess{Message: p.message(v, rv, ro)}
	h.Personentegel, h.Berichtentegel = p.tiles(v, rv)
	if v == domain.GroupVisible && rv.IsUser() && !ro.IsCounselor() {
		h.Personentegel = Clause{} // G3: all linked counselors, nobody else
	}
	return h
}

func (p policy) message(v domain.Visibility, rv, ro domain.Role) Clause {
	switch {
	case rv.IsCounselor():
		return p.when(domain.ReadCounselorMessagesMembers, D9)
	case v == domain.Hidden:
		return Clause{}
	case ro.IsCounselor():
		return p.toCounselor(v, rv)
	case v == domain.MembersVisible:
		return p.amongUsers(rv, ro)
	}
	return Clause{}
}

// toCounselor is D5 and D6: a user messages one counselor of the group.
func (p policy) toCounselor(v domain.Visibility, rv domain.Role) Clause {
	if v == domain.MembersVisible && !p.On(domain.ReadOpenKeepsCounselorMessages) {
		return Clause{}
	}
	switch rv {
	case domain.Client:
		if v == domain.MembersVisible {
			return read(D5, domain.ReadOpenKeepsCounselorMessages)
		}
		return stated(D5)
	case domain.Guardian:
		return p.when(domain.ReadNamedGuardianMessages, D6)
	case domain.External:
		return p.when(domain.ReadNamedExternalMessages, D6)
	}
	return Clause{}
}

// amongUsers is D7 and D8: users of an open group message one another.
func (p policy) amongUsers(rv, ro domain.Role) Clause {
	switch {
	case rv == domain.External || ro == domain.External:
		return p.when(domain.ReadOpenExternalMessages, D8)
	case rv == ro:
		return p.when(domain.ReadOpenPeerMessages, D7)
	}
	return stated(D7)
}

// unlinked is G6: a counselor by default role sees a group in which they are not,
// with all members, in the Berichtentegel and without actions.
func (p policy) unlinked() Clause { return p.when(domain.ReadUnlinkedCounselorsSeeGroups, G6) }

// direct is N2: the two ends of a direct relation see and message each other.
func (policy) direct() Clause { return vendor(N2) }

// around is N3: everyone in a client's network sees and messages everyone else in it.
func (p policy) around() Clause {
	if !p.On(domain.ReadNetwork) {
		return Clause{}
	}
	return Clause{Rule: N3, Tag: Vendor, Switch: domain.ReadNetwork, HasSwitch: true}
}

func (p policy) when(r domain.Reading, rule Rule) Clause {
	if !p.On(r) {
		return Clause{}
	}
	return read(rule, r)
}
