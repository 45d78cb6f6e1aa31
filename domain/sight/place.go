package sight

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// eye is one viewer in one World on one day.
type eye struct {
	policy
	w      domain.World
	viewer domain.PersonID
	on     domain.Date
}

func look(w domain.World, viewer domain.PersonID, on domain.Date) eye {
	return eye{policy{w.Readings()}, w, viewer, on}
}

// place is a group in which the viewer has something to see.
type place struct {
	group domain.Group
	as    domain.Role // the viewer's role in it; NoRole for a counselor who is not in it (G6)
}

// places returns the groups in which the viewer is or which they see unlinked,
// by id. A hidden group of a user stands among them: what they hold of it is nothing.
func (e eye) places() []place {
	own := e.w.GroupsOn(e.viewer, e.on)
	out := make([]place, 0, len(own))
	for _, m := range own {
		if g, ok := e.w.Group(m.Group); ok {
			out = append(out, place{g, m.As})
		}
	}
	if !e.seesUnlinked() {
		return out
	}
	for g := range e.w.Groups() {
		if !slices.ContainsFunc(own, func(m domain.Member) bool { return m.Group == g.ID }) {
			out = append(out, place{group: g})
		}
	}
	slices.SortFunc(out, func(a, b place) int { return cmp.Compare(a.group.ID, b.group.ID) })
	return out
}

// seesUnlinked reports whether the viewer is a counselor by default role under
// the reading that lets those see every group (G6).
func (e eye) seesUnlinked() bool {
	if !e.unlinked().Holds() {
		return false
	}
	p, ok := e.w.Person(e.viewer)
	return ok && p.Role.IsCounselor() && p.ActiveOn(e.on)
}

// stakeIn says what the viewer holds of the group of a place. others are its
// members without the viewer.
func (e eye) stakeIn(p place, others []domain.Member) Stake {
	if p.as == domain.NoRole {
		return Stake{Berichtentegel: e.unlinked()}
	}
	counselors := 0
	for _, m := range others {
		if m.As.IsCounselor() {
			counselors++
		}
	}
	return e.stake(p.group.Visibility, p.as, counselors)
}

// holdIn says what the viewer holds of a member in role ro of the group of a place.
func (e eye) holdIn(p place, ro domain.Role) Hold {
	if p.as == domain.NoRole {
		return Hold{Berichtentegel: e.unlinked()}
	}
	return e.hold(p.group.Visibility, p.as, ro)
}

// others returns who is in the group beside the viewer, by person.
func (e eye) others(p place) []domain.Member {
	members := e.w.MembersOn(p.group.ID, e.on)
	return slices.DeleteFunc(members, func(m domain.Member) bool { return m.Person == e.viewer })
}

// contact is somebody whom the viewer can reach, on one ground: a list of one, as
// a row holds it.
type contact struct {
	person  domain.PersonID
	as      domain.Role // their default role
	grounds []Ground
}

// compareContacts orders by person and ground. It looks no further than the
// first difference: thousands are compared for one tile.
func compareContacts(a, b contact) int {
	if c := cmp.Compare(a.person, b.person); c != 0 {
		return c
	}
	return compareGrounds(a.grounds[0], b.grounds[0])
}

// contact returns somebody of the network.
func (e eye) contact(id domain.PersonID, g Ground) contact {
	p, _ := e.w.Person(id)
	return contact{id, p.Role, []Ground{g}}
}

// network returns everyone whom the viewer sees through direct relations (N2)
// and through the network of a client (N3), once per ground, by person and ground.
func (e eye) network() []contact {
	var out []contact
	for r := range e.w.RelationsOf(e.viewer) {
		if t, ok := e.w.InEffect(r, e.on); !ok || !t.Network {
			continue
		}
		out = append(out, e.contact(r.Opposite(e.viewer), Ground{Clause: e.direct(), Client: r.Client, Relation: r.ID}))
		if r.Client != e.viewer {
			out = e.around(out, r)
		}
	}
	slices.SortFunc(out, compareContacts)
	return out
}

// around adds whom the viewer sees in the network of the client of r (N3).
func (e eye) around(out []contact, r domain.Relation) []contact {
	clause := e.policy.around()
	if !clause.Holds() {
		return out
	}
	for s := range e.w.RelationsOf(r.Client) {
		if s.Client != r.Client || s.Person == e.viewer {
			continue
		}
		if t, ok := e.w.InEffect(s, e.on); ok && t.Network {
			out = append(out, e.contact(s.Person, Ground{Clause: clause, Client: r.Client, Relation: r.ID, Other: s.ID}))
		}
	}
	return out
}
