package sight

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// viewpoint is one viewer in one World on one day.
type viewpoint struct {
	policy
	w      domain.World
	viewer domain.PersonID
	on     domain.Date
}

func viewpointOf(w domain.World, viewer domain.PersonID, on domain.Date) viewpoint {
	return viewpoint{policy{w.Readings()}, w, viewer, on}
}

// place is a group as one viewer stands to it.
type place struct {
	group domain.Group
	as    domain.Role // the viewer's role in it; NoRole for a counselor who is not in it (G6)
}

// places returns the groups in which the viewer is or which they see unlinked, by
// id. It includes a user's hidden groups, to which they have no access (G1).
func (e viewpoint) places() []place {
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
func (e viewpoint) seesUnlinked() bool {
	if !e.unlinked().Holds() {
		return false
	}
	p, ok := e.w.Person(e.viewer)
	return ok && p.Role.IsCounselor() && p.ActiveOn(e.on)
}

// groupAccessIn returns what the viewer can of the group of a place. others are
// its members without the viewer.
func (e viewpoint) groupAccessIn(p place, others []domain.Member) GroupAccess {
	if p.as == domain.NoRole {
		return GroupAccess{Berichtentegel: e.unlinked()}
	}
	counselors := 0
	for _, m := range others {
		if m.As.IsCounselor() {
			counselors++
		}
	}
	return e.groupAccess(p.group.Visibility, p.as, counselors)
}

// accessIn returns what the viewer can of a member in role ro of the group of a place.
func (e viewpoint) accessIn(p place, ro domain.Role) personAccess {
	if p.as == domain.NoRole {
		return personAccess{Berichtentegel: e.unlinked()}
	}
	return e.access(p.group.Visibility, p.as, ro)
}

// others returns the members of the group without the viewer, by person.
func (e viewpoint) others(p place) []domain.Member {
	members := e.w.MembersOn(p.group.ID, e.on)
	return slices.DeleteFunc(members, func(m domain.Member) bool { return m.Person == e.viewer })
}

// contact is somebody whom the viewer sees or may message, on one ground.
type contact struct {
	person  domain.PersonID
	as      domain.Role // their default role
	grounds []Ground    // exactly one: rows share the list
}

// compareContacts orders by person and ground. It stops at the first difference:
// thousands are compared for one tile.
func compareContacts(a, b contact) int {
	if c := cmp.Compare(a.person, b.person); c != 0 {
		return c
	}
	return compareGrounds(a.grounds[0], b.grounds[0])
}

// contact makes the contact of somebody in a network.
func (e viewpoint) contact(id domain.PersonID, g Ground) contact {
	p, _ := e.w.Person(id)
	return contact{id, p.Role, []Ground{g}}
}

// network returns everyone whom the viewer sees through direct relations (N2)
// and through the network of a client (N3), once per ground, by person and ground.
func (e viewpoint) network() []contact {
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

// around adds to out everyone whom the viewer sees in the network of r's client (N3).
func (e viewpoint) around(out []contact, r domain.Relation) []contact {
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
