package sight

import (
	"slices"

	"zichtlijn/domain"
)

// modes sets every group in which both are to its other modes.
func (p *proposals) modes(groups []shared) {
	for _, s := range groups {
		for _, v := range domain.Visibilities() {
			if v != s.group.Visibility {
				p.add(domain.SetVisibility{ID: s.group.ID, Visibility: v})
			}
		}
	}
}

// memberRoles gives either of the two another role in a group in which both are.
func (p *proposals) memberRoles(groups []shared) {
	for _, s := range groups {
		for _, m := range []domain.Member{s.mine, s.theirs} {
			for _, role := range domain.MemberRoles() {
				if role != m.As {
					p.editMembership(m.Membership, func(now *domain.Membership) { now.Role = p.written(m, role) })
				}
			}
		}
	}
}

// written is a role as a membership keeps it: none of its own where it is the
// person's.
func (p *proposals) written(m domain.Member, role domain.Role) domain.Role {
	if role == m.Default {
		return domain.NoRole
	}
	return role
}

func (p *proposals) editMembership(m domain.Membership, edit func(*domain.Membership)) {
	key := keyOf(m)
	edit(&m)
	p.add(domain.EditMembership{Key: key, Membership: m})
}

func keyOf(m domain.Membership) domain.MembershipKey {
	return domain.MembershipKey{Group: m.Group, Person: m.Person, From: m.From}
}

// idleMemberships lets a membership run on the day that has ended or is still to
// begin, in a group where the other of the two is.
func (p *proposals) idleMemberships() {
	for _, id := range p.both() {
		own, theirs := p.sides(id)
		for _, m := range idle(p.w, id, p.on) {
			_, runs := in(own, m.Group)
			_, meet := in(theirs, m.Group)
			if !runs && (meet || p.unlinkedTo(id)) {
				p.editMembership(m, func(now *domain.Membership) { now.Period = p.extended(m) })
			}
		}
	}
}

// sides returns the groups of one of the two, and those of the other.
func (q question) sides(id domain.PersonID) (own, theirs []domain.Member) {
	if id == q.viewer {
		return q.own, q.theirs
	}
	return q.theirs, q.own
}

// unlinkedTo reports whether the viewer would see somebody in any group at all (G6).
func (q question) unlinkedTo(id domain.PersonID) bool { return id == q.other && q.seesUnlinked() }

// extended is the period of a membership made to cover the day: open, or up to
// the day before the next one begins.
func (p *proposals) extended(m domain.Membership) domain.Period {
	out := m.Period
	if m.Ahead(p.on) {
		out.From = p.on
		return out
	}
	out.Through = 0
	for next := range p.w.MembershipsOf(m.Person) {
		if next.Group == m.Group && next.Ahead(p.on) && (out.Through == 0 || next.From <= out.Through) {
			out.Through = next.From - 1
		}
	}
	return out
}

// joins adds either of the two to a group where the other is: in their own role
// or, where that would turn nothing, in each role that would.
func (p *proposals) joins() {
	for _, id := range p.both() {
		own, theirs := p.sides(id)
		for _, m := range theirs {
			if _, there := in(own, m.Group); !there {
				p.join(id, m)
			}
		}
	}
	if !p.seesUnlinked() || !p.lacks().Sees {
		return
	}
	for g := range p.w.Groups() { // G6: whoever is in any group at all is seen
		_, mine := in(p.own, g.ID)
		_, theirs := in(p.theirs, g.ID)
		if !mine && !theirs {
			p.addMember(g.ID, p.other, domain.NoRole)
		}
	}
}

// join adds somebody to the group of a membership of the other of the two.
func (p *proposals) join(id domain.PersonID, with domain.Member) {
	one, _ := p.w.Person(id)
	if p.turnsAs(id, one.Role, with) {
		p.addMember(with.Group, id, domain.NoRole)
		return
	}
	for _, role := range domain.MemberRoles() {
		if role != one.Role && p.turnsAs(id, role, with) {
			p.addMember(with.Group, id, role)
		}
	}
}

// turnsAs asks the policy whether somebody in that role beside the other would
// turn a fact that does not hold.
func (p *proposals) turnsAs(id domain.PersonID, role domain.Role, with domain.Member) bool {
	g, _ := p.w.Group(with.Group)
	h := p.hold(g.Visibility, role, with.As)
	if id == p.other {
		h = p.hold(g.Visibility, with.As, role)
	}
	lacks := p.lacks()
	return lacks.Sees && h.Sees() || lacks.Messages && h.Message.Holds()
}

func (p *proposals) addMember(g domain.GroupID, id domain.PersonID, role domain.Role) {
	p.add(domain.AddMembers{Memberships: []domain.Membership{{Group: g, Person: id, Role: role, Period: domain.Period{From: p.on}}}})
}

// leaves ends the memberships of both in the groups through which something
// holds. A counselor who sees a group unlinked (G6) may see less as a member.
func (p *proposals) leaves() {
	for _, g := range p.groups() {
		mine, linked := in(p.own, g)
		if linked {
			p.leave(mine.Membership)
		}
		if theirs, ok := in(p.theirs, g); ok {
			p.leave(theirs.Membership)
		}
		if !linked {
			p.joinLess(g)
		}
	}
}

// leave ends a membership the day before; one that began on the day itself is
// taken off the record.
func (p *proposals) leave(m domain.Membership) {
	if m.From == p.on {
		p.add(domain.RemoveMembers{Keys: []domain.MembershipKey{keyOf(m)}})
		return
	}
	p.add(domain.EndMembers{Keys: []domain.MembershipKey{keyOf(m)}, Through: p.on - 1})
}

// joinLess adds the viewer to a group in each role in which they would see the
// other there no more.
func (p *proposals) joinLess(id domain.GroupID) {
	g, _ := p.w.Group(id)
	theirs, _ := in(p.theirs, id)
	for _, role := range domain.MemberRoles() {
		if !p.hold(g.Visibility, role, theirs.As).Sees() {
			p.addMember(id, p.viewer, role)
		}
	}
}

// groups returns the groups through which something holds, by id.
func (q question) groups() []domain.GroupID {
	var out []domain.GroupID
	for _, g := range slices.Concat(q.line.Sight, q.line.Messages) {
		if g.Group != "" {
			out = append(out, g.Group)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
