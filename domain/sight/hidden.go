package sight

import (
	"slices"
	"sync"

	"zichtlijn/domain"
)

// Hidden lists what the coordinator knows and the viewer does not see. It never
// stands inside a tile.
type Hidden struct {
	Groups  []domain.GroupID // groups in which the viewer is
	Members []HiddenMember   // members of groups that the viewer sees
	Within  []HiddenMember   // members of Groups
	// Unlinked are the viewer's relations that make no direct one, though their kind
	// usually does (E6).
	Unlinked []domain.Relation
}

// HiddenMember is a person whom the viewer does not see, in a group that the viewer is in.
type HiddenMember struct {
	Person domain.PersonID
	Group  domain.GroupID
}

// HiddenFrom returns what the viewer does not see of their own groups and relations on a
// day. A person who is seen on another ground is left out (DOMAIN.md 2.4).
func HiddenFrom(w domain.World, viewer domain.PersonID, on domain.Date) Hidden {
	e := viewpointOf(w, viewer, on)
	seen := sync.OnceValue(func() []Sightline { return Persons(w, viewer, on) })
	var out Hidden
	for _, at := range e.places() {
		others := e.others(at)
		unseen := &out.Members
		if !e.groupAccessIn(at, others).Sees() {
			out.Groups, unseen = append(out.Groups, at.group.ID), &out.Within
		}
		*unseen = e.addUnseen(*unseen, at, others, seen)
	}
	for r := range w.RelationsOf(viewer) {
		t, counts := w.InEffect(r, on)
		if counts && t.LacksNetwork() && !Between(w, viewer, r.Opposite(viewer), on).Sees() {
			out.Unlinked = append(out.Unlinked, r)
		}
	}
	return out
}

// addUnseen adds the others of a place whom the viewer sees neither there nor elsewhere.
// seen is asked only if somebody is not seen there.
func (e viewpoint) addUnseen(out []HiddenMember, at place, others []domain.Member, seen func() []Sightline) []HiddenMember {
	others = slices.DeleteFunc(others, func(m domain.Member) bool { return e.accessIn(at, m.As).Sees() })
	if len(others) == 0 {
		return out
	}
	rest := seen() // both lists are in order of person
	for _, m := range others {
		for len(rest) > 0 && rest[0].Other < m.Person {
			rest = rest[1:]
		}
		if len(rest) == 0 || rest[0].Other != m.Person || !rest[0].Sees() {
			out = append(out, HiddenMember{m.Person, at.group.ID})
		}
	}
	return out
}

// Roles returns the roles in which somebody stands on a day: those that they may know,
// the default role first, and those that they have only in groups that they do not
// see. A hidden role named to them would give that group away (C4).
func Roles(w domain.World, person domain.PersonID, on domain.Date) (known, hidden []domain.Role) {
	p, ok := w.Person(person)
	if !ok {
		return nil, nil
	}
	e := viewpointOf(w, person, on)
	var in, sees [roleCount]bool
	for _, at := range e.places() {
		in[at.as] = true
		sees[at.as] = sees[at.as] || e.groupAccessIn(at, nil).Sees()
	}
	known = append(known, p.Role)
	for _, r := range domain.Roles() {
		switch {
		case r == p.Role:
		case sees[r]:
			known = append(known, r)
		case in[r]:
			hidden = append(hidden, r)
		}
	}
	return known, hidden
}
