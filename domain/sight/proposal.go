package sight

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// Proposals returns, in a fixed order and each once, every single edit that could
// make a fact hold that does not. It is cheap and tries none of them; Try does.
func Proposals(w domain.World, viewer, other domain.PersonID, on domain.Date) []domain.Command {
	q := ask(w, viewer, other, on)
	if q.noPair() || q.lacks() == (Fact{}) {
		return nil
	}
	if again := q.reactivations(); again != nil {
		return again
	}
	p := proposals{question: q}
	p.modes(q.sharedGroups())
	p.memberRoles(q.sharedGroups())
	p.idleMemberships()
	p.additions()
	p.idleRelations()
	p.newRelations()
	p.typesOn()
	p.clientReactivations()
	p.readings(true)
	p.defaultRoles(domain.MemberRoles())
	return p.out
}

// EndingProposals is Proposals for every single edit that could end a fact that holds.
func EndingProposals(w domain.World, viewer, other domain.PersonID, on domain.Date) []domain.Command {
	q := ask(w, viewer, other, on)
	if q.line.Sight == nil && q.line.Messages == nil {
		return nil
	}
	p := proposals{question: q}
	p.modes(q.sharedGroups())
	p.memberRoles(q.sharedGroups())
	p.membershipEnds()
	p.relationEnds()
	p.typesOff()
	p.deactivations()
	p.readings(false)
	p.defaultRoles(domain.Roles())
	return p.out
}

// proposals collects edits for one question. Each of its methods adds one kind.
type proposals struct {
	question
	out []domain.Command
}

func (p *proposals) add(c domain.Command) { p.out = append(p.out, c) }

// reactivations returns the edits that make inactive people of the pair active.
// While there are any, no other edit alone could turn anything.
func (q question) reactivations() []domain.Command {
	var out []domain.Command
	for _, id := range q.both() {
		if p, _ := q.w.Person(id); !p.ActiveOn(q.on) {
			out = append(out, domain.ReactivatePerson{ID: id})
		}
	}
	return out
}

// clientReactivations proposes to reactivate an inactive client when both people
// are in that client's network.
func (p *proposals) clientReactivations() {
	for _, c := range p.clients(p.routes) {
		if one, _ := p.w.Person(c); !one.ActiveOn(p.on) {
			p.add(domain.ReactivatePerson{ID: c})
		}
	}
}

// clients returns the clients of routes, by id.
func (q question) clients(routes []route) []domain.PersonID {
	var out []domain.PersonID
	for _, r := range routes {
		out = append(out, r.client)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// readings proposes to turn each reading on, or off, that can affect sight or
// messages. Each of them only ever opens when it is on.
func (p *proposals) readings(on bool) {
	for _, r := range domain.AllReadings() {
		if r.TurnsSight() && p.On(r) != on {
			p.add(domain.SetReading{Reading: r, On: on})
		}
	}
}

// defaultRoles proposes another default role for either of the two.
func (p *proposals) defaultRoles(roles []domain.Role) {
	for _, id := range p.both() {
		one, _ := p.w.Person(id)
		for _, role := range roles {
			if role != one.Role {
				one.Role = role
				p.add(domain.EditPerson{Person: one})
			}
		}
	}
}

// deactivations proposes to deactivate either of the two, or a client through whom
// they see each other.
func (p *proposals) deactivations() {
	ids := p.both()
	all := slices.Concat(ids[:], slices.DeleteFunc(p.clients(p.routesInEffect()), func(c domain.PersonID) bool { return slices.Contains(ids[:], c) }))
	for _, id := range all {
		p.add(domain.DeactivatePerson{ID: id, From: p.on})
	}
}

// modes proposes the other modes of every group in which both are.
func (p *proposals) modes(groups []sharedGroup) {
	for _, s := range groups {
		for _, v := range domain.Visibilities() {
			if v != s.group.Visibility {
				p.add(domain.SetVisibility{ID: s.group.ID, Visibility: v})
			}
		}
	}
}

// memberRoles proposes another role for either of the two in a group in which both are.
func (p *proposals) memberRoles(groups []sharedGroup) {
	for _, s := range groups {
		for _, m := range []domain.Member{s.mine, s.theirs} {
			for _, role := range domain.MemberRoles() {
				if role != m.As {
					p.editMembership(m.Membership, func(now *domain.Membership) { now.Role = p.membershipRole(m, role) })
				}
			}
		}
	}
}

// membershipRole returns role as a membership records it: NoRole where it is the
// person's default.
func (p *proposals) membershipRole(m domain.Member, role domain.Role) domain.Role {
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

// idleMemberships proposes to let a membership run on the day that has ended or is
// still to begin, in a group where the other of the two is.
func (p *proposals) idleMemberships() {
	for _, id := range p.both() {
		own, theirs := p.sides(id)
		for _, m := range idle(p.w, id, p.on) {
			_, runs := in(own, m.Group)
			_, meet := in(theirs, m.Group)
			if !runs && (meet || id == p.other && p.seesUnlinked()) {
				p.editMembership(m, func(now *domain.Membership) { now.Period = p.extended(m) })
			}
		}
	}
}

// sides returns the memberships of one of the two, and those of the other.
func (q question) sides(id domain.PersonID) (own, theirs []domain.Member) {
	if id == q.viewer {
		return q.own, q.theirs
	}
	return q.theirs, q.own
}

// extended returns the period of a membership, made to cover the day: open, or up
// to the day before the next membership begins.
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

// additions proposes to add either of the two to a group where the other is: in
// their default role or, where that would turn nothing, in each role that would.
func (p *proposals) additions() {
	for _, id := range p.both() {
		own, theirs := p.sides(id)
		for _, m := range theirs {
			if _, there := in(own, m.Group); !there {
				p.additionBeside(id, m)
			}
		}
	}
	if !p.seesUnlinked() || !p.lacks().Sees {
		return
	}
	for g := range p.w.Groups() { // G6: everyone in any group is seen
		_, mine := in(p.own, g.ID)
		_, theirs := in(p.theirs, g.ID)
		if !mine && !theirs {
			p.addMember(g.ID, p.other, domain.NoRole)
		}
	}
}

// additionBeside proposes to add id to the group in which the other is.
func (p *proposals) additionBeside(id domain.PersonID, with domain.Member) {
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

// turnsAs reports whether a fact that does not hold would hold with id in that role
// in the group of the other.
func (p *proposals) turnsAs(id domain.PersonID, role domain.Role, with domain.Member) bool {
	g, _ := p.w.Group(with.Group)
	h := p.access(g.Visibility, role, with.As)
	if id == p.other {
		h = p.access(g.Visibility, with.As, role)
	}
	lacks := p.lacks()
	return lacks.Sees && h.Sees() || lacks.Messages && h.Message.Holds()
}

func (p *proposals) addMember(g domain.GroupID, id domain.PersonID, role domain.Role) {
	p.add(domain.AddMembers{Memberships: []domain.Membership{{Group: g, Person: id, Role: role, Period: domain.Period{From: p.on}}}})
}

// membershipEnds proposes to end the memberships of either in the groups through
// which a fact holds, and to add a counselor who sees a group unlinked (G6) to it:
// they may see less as a member.
func (p *proposals) membershipEnds() {
	for _, g := range p.groups() {
		mine, linked := in(p.own, g)
		if linked {
			p.membershipEnd(mine.Membership)
		}
		if theirs, ok := in(p.theirs, g); ok {
			p.membershipEnd(theirs.Membership)
		}
		if !linked {
			p.additionsThatHide(g)
		}
	}
}

// membershipEnd proposes to end a membership the day before; one that began on the
// day itself it proposes to remove.
func (p *proposals) membershipEnd(m domain.Membership) {
	if m.From == p.on {
		p.add(domain.RemoveMembers{Keys: []domain.MembershipKey{keyOf(m)}})
		return
	}
	p.add(domain.EndMembers{Keys: []domain.MembershipKey{keyOf(m)}, Through: p.on - 1})
}

// additionsThatHide proposes to add the viewer to a group in each role in which
// they would no longer see the other there.
func (p *proposals) additionsThatHide(id domain.GroupID) {
	g, _ := p.w.Group(id)
	theirs, _ := in(p.theirs, id)
	for _, role := range domain.MemberRoles() {
		if !p.access(g.Visibility, role, theirs.As).Sees() {
			p.addMember(id, p.viewer, role)
		}
	}
}

// groups returns the groups through which a fact holds, by id.
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

// routesInEffect returns the routes that count on the day.
func (q question) routesInEffect() []route {
	return slices.DeleteFunc(slices.Clone(q.routes), func(r route) bool { return len(q.faults(r)) > 0 })
}

// relations returns the relations of routes, by id.
func (q question) relations(routes []route) []domain.Relation {
	var out []domain.Relation
	for _, r := range routes {
		out = append(out, r.relations...)
	}
	slices.SortFunc(out, func(a, b domain.Relation) int { return cmp.Compare(a.ID, b.ID) })
	return slices.Compact(out)
}

// typesOf returns the types of the relations of routes, by id.
func (q question) typesOf(routes []route) []domain.RelationType {
	var out []domain.RelationType
	for _, r := range q.relations(routes) {
		if t, ok := q.w.RelationType(r.Type); ok {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b domain.RelationType) int { return cmp.Compare(a.ID, b.ID) })
	return slices.Compact(out)
}

// idleRelations proposes to let a relation run on the day that has ended or is
// still to begin, between the two or with a client of both.
func (p *proposals) idleRelations() {
	for _, r := range p.relations(p.routes) {
		if r.RunsOn(p.on) || r.Withdrawn {
			continue
		}
		if r.Ahead(p.on) {
			r.From = p.on
		} else {
			r.Through = p.lastDay(r)
		}
		p.add(domain.EditRelation{Relation: r})
	}
}

// lastDay returns the last day of an ended relation that is made to run on: zero
// (open), or the day before the next one of its type that it may not overlap (E2).
func (p *proposals) lastDay(r domain.Relation) domain.Date {
	var last domain.Date
	t, _ := p.w.RelationType(r.Type)
	for next := range p.w.RelationsOf(r.Client) {
		rival := next.Client == r.Client && next.Type == r.Type && (t.Exclusive || next.Person == r.Person)
		if rival && !next.Withdrawn && next.Ahead(p.on) && (last == 0 || next.From <= last) {
			last = next.From - 1
		}
	}
	return last
}

// newRelations proposes, of each type that fits, a direct relation between the two
// (N2), or of one of them with a client in whose network the other is (N3).
func (p *proposals) newRelations() {
	p.newRelation(p.viewer, p.other)
	p.newRelation(p.other, p.viewer)
	for _, id := range p.both() {
		partner := p.other
		if id == p.other {
			partner = p.viewer
		}
		for _, c := range p.networksOf(partner) {
			if c != id {
				p.newRelation(c, id)
			}
		}
	}
}

// networksOf returns the clients in whose network somebody is, by id.
func (q question) networksOf(id domain.PersonID) []domain.PersonID {
	var out []domain.PersonID
	for r := range q.w.RelationsOf(id) {
		if t, ok := q.w.InEffect(r, q.on); ok && t.Network && r.Person == id {
			out = append(out, r.Client)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// newRelation proposes a direct relation of somebody with a client, where there
// can be one (N1).
func (p *proposals) newRelation(client, id domain.PersonID) {
	c, _ := p.w.Person(client)
	one, _ := p.w.Person(id)
	if c.Role != domain.Client || one.Role == domain.Client {
		return
	}
	for t := range p.w.RelationTypes() {
		if t.Network && t.Active() && p.w.FitsKind(one, t.Kind) {
			p.add(domain.AddRelation{Relation: domain.Relation{Client: client, Person: id, Type: t.ID, Period: domain.Period{From: p.on}}})
		}
	}
}

// typesOn proposes to switch on a type of a relation of the two (E7), or to make it
// a type of direct relations (E6).
func (p *proposals) typesOn() {
	for _, t := range p.typesOf(p.routes) {
		switch {
		case t.SwitchedOff:
			t.SwitchedOff = false
		case !t.Network && !t.Negative: // N4
			t.Network = true
		default:
			continue
		}
		p.add(domain.EditRelationType{Type: t})
	}
}

// relationEnds proposes to end the relations through which a fact holds, the day
// before; one that began on the day itself it proposes to remove.
func (p *proposals) relationEnds() {
	for _, r := range p.relations(p.routesInEffect()) {
		if r.From == p.on {
			p.add(domain.RemoveRelation{ID: r.ID})
			continue
		}
		p.add(domain.EndRelations{IDs: []domain.RelationID{r.ID}, Through: p.on - 1})
	}
}

// typesOff proposes to switch off a type through which a fact holds, or to make it
// no type of direct relations.
func (p *proposals) typesOff() {
	for _, t := range p.typesOf(p.routesInEffect()) {
		off, apart := t, t
		off.SwitchedOff, apart.Network = true, false
		p.add(domain.EditRelationType{Type: off})
		p.add(domain.EditRelationType{Type: apart})
	}
}
