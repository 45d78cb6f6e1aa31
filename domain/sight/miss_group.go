package sight

import "zichtlijn/domain"

// missedGroups says what stands in the way in the groups in which both are.
func (q question) missedGroups() []Miss {
	var out []Miss
	for _, s := range q.shared() {
		out = append(out, q.missedIn(s)...)
	}
	return out
}

func (q question) missedIn(s shared) []Miss {
	v, rv, ro := s.group.Visibility, s.mine.As, s.theirs.As
	h := q.hold(v, rv, ro)
	if !h.Sees() {
		m := Miss{Because: UsersApart, Rule: "G3", Of: everything(), Group: s.group.ID}
		if p, b := q.tiles(v, rv); !p.Holds() && !b.Holds() {
			m.Because, m.Rule = GroupHidden, "G1"
		}
		return []Miss{m}
	}
	if h.Message.Holds() {
		return nil
	}
	var out []Miss
	messages := Fact{Messages: true}
	if ro.IsCounselor() && q.stake(v, rv, 1).GroupMessage.Holds() {
		out = append(out, Miss{Because: GroupMessageOnly, Rule: D4.String(), Of: messages, Group: s.group.ID})
	}
	rule, off := q.needs(func(p policy) Clause { return p.hold(v, rv, ro).Message })
	for _, r := range off {
		out = append(out, Miss{Because: ReadingOff, Rule: rule.String(), Of: messages, Group: s.group.ID, Reading: r})
	}
	return out
}

// needs returns the readings that are off and without which a clause does not
// hold, and its rule; none where no reading could give it. It asks the policy
// itself what each of them would do.
func (p policy) needs(clause func(policy) Clause) (Rule, []domain.Reading) {
	all := p
	for _, r := range domain.AllReadings() {
		all.Readings = all.With(r, true)
	}
	would := clause(all)
	if !would.Holds() {
		return None, nil
	}
	var out []domain.Reading
	for _, r := range domain.AllReadings() {
		if !p.On(r) && !clause(policy{all.With(r, false)}).Holds() {
			out = append(out, r)
		}
	}
	return would.Rule, out
}

// missedUnlinked is about groups of the other in which a counselor is not (G6).
func (q question) missedUnlinked() []Miss {
	if p, _ := q.w.Person(q.viewer); !p.Role.IsCounselor() {
		return nil
	}
	_, off := q.needs(policy.unlinked)
	var out []Miss
	for _, m := range q.theirs {
		if _, linked := in(q.own, m.Group); linked {
			continue
		}
		for _, r := range off {
			out = append(out, Miss{Because: ReadingOff, Rule: G6.String(), Of: Fact{Sees: true}, Group: m.Group, Reading: r})
		}
		if len(off) == 0 {
			out = append(out, Miss{Because: NotLinked, Rule: G6.String(), Of: Fact{Messages: true}, Group: m.Group})
		}
	}
	return out
}

// missedMemberships is about groups in which one of the two is, and the other
// was or will be.
func (q question) missedMemberships() []Miss {
	var out []Miss
	for _, m := range idle(q.w, q.viewer, q.on) {
		if theirs, ok := in(q.theirs, m.Group); ok {
			if _, runs := in(q.own, m.Group); !runs {
				out = append(out, q.missedSide(m, q.w.RoleIn(m), theirs.As)...)
			}
		}
	}
	for _, m := range idle(q.w, q.other, q.on) {
		if own, ok := in(q.own, m.Group); ok {
			if _, runs := in(q.theirs, m.Group); !runs {
				out = append(out, q.missedSide(m, own.As, q.w.RoleIn(m))...)
			}
		}
	}
	return out
}

// missedSide says of a membership that does not run what it would give if it did.
func (q question) missedSide(m domain.Membership, rv, ro domain.Role) []Miss {
	g, _ := q.w.Group(m.Group)
	h := q.hold(g.Visibility, rv, ro)
	out := Miss{Because: MembershipEnded, Of: Fact{h.Sees(), h.Message.Holds()}, Group: m.Group, Person: m.Person, Period: m.Period}
	if m.Ahead(q.on) {
		out.Because = MembershipAhead
	}
	switch {
	case h.Personentegel.Holds():
		out.Rule = h.Personentegel.Rule.String()
	case h.Berichtentegel.Holds():
		out.Rule = h.Berichtentegel.Rule.String()
	default:
		return nil
	}
	return []Miss{out}
}

// idle returns the memberships of somebody that do not cover a day but come
// nearest to it: of each group the last that ended and the first to come.
func idle(w domain.World, id domain.PersonID, on domain.Date) []domain.Membership {
	var out []domain.Membership
	for m := range w.MembershipsOf(id) { // by group and first day
		if m.Covers(on) {
			continue
		}
		last := len(out) - 1
		switch {
		case last < 0 || out[last].Group != m.Group || !out[last].Ahead(on) && m.Ahead(on):
			out = append(out, m)
		case !out[last].Ahead(on):
			out[last] = m
		}
	}
	return out
}
