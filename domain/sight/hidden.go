package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Hidden lists what the coordinator knows and the viewer does not see. It never
// stands inside a tile.
type Hidden struct {
	Groups  []domain.GroupID // groups in which the viewer is
	Members []HiddenMember   // members of groups that the viewer sees
}

// HiddenMember is a person whom the viewer does not see, in a group that they see.
type HiddenMember struct {
	Person domain.PersonID
	Group  domain.GroupID
}

// HiddenFrom returns what the viewer does not see of their own groups on a day. A
// person who is seen on another ground is left out (DOMAIN.md 2.4).
func HiddenFrom(w domain.World, viewer domain.PersonID, on domain.Date) Hidden {
	e := viewpointOf(w, viewer, on)
	seen := Persons(w, viewer, on)
	sees := func(id domain.PersonID) bool {
		return slices.ContainsFunc(seen, func(s Sightline) bool { return s.Other == id && s.Sees() })
	}
	var out Hidden
	for _, at := range e.places() {
		others := e.others(at)
		if !e.groupAccessIn(at, others).Sees() {
			out.Groups = append(out.Groups, at.group.ID)
			continue
		}
		for _, m := range others {
			if !sees(m.Person) {
				out.Members = append(out.Members, HiddenMember{m.Person, at.group.ID})
			}
		}
	}
	return out
}
