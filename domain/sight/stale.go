package sight

import "zichtlijn/domain"

// stale is what of a census changes make out of date. It may name too much,
// never too little.
type stale struct {
	groups   map[domain.GroupID]bool
	people   map[domain.PersonID]bool // their outlooks and relations
	networks map[domain.PersonID]bool // by client
}

// manyChanges is from where on looking everything up again is cheaper than
// finding out what may stay.
const manyChanges = 5000

// staleBy returns what changes make out of date; false means everything.
func staleBy(before, after domain.World, changes []domain.Change) (stale, bool) {
	s := stale{map[domain.GroupID]bool{}, map[domain.PersonID]bool{}, map[domain.PersonID]bool{}}
	if len(changes) > manyChanges {
		return s, false
	}
	for _, c := range changes {
		switch {
		case c.Group != nil:
			for _, g := range both(c.Group) {
				s.groups[g.ID] = true
				for m := range before.MembersOf(g.ID) { // a group that comes or goes takes their place with it
					s.people[m.Person] = true
				}
			}
		case c.Membership != nil:
			for _, m := range both(c.Membership) {
				s.groups[m.Group], s.people[m.Person] = true, true
			}
		case c.Person != nil:
			for _, p := range both(c.Person) {
				s.person(before, p.ID)
				s.person(after, p.ID)
			}
		case c.Relation != nil:
			for _, r := range both(c.Relation) {
				s.relation(r)
			}
		case c.RelationType != nil:
			return s, false
		}
	}
	return s, true
}

func both[T any](s *domain.Swap[T]) []T {
	var out []T
	for _, p := range []*T{s.Before, s.After} {
		if p != nil {
			out = append(out, *p)
		}
	}
	return out
}

func (s stale) person(w domain.World, id domain.PersonID) {
	s.people[id] = true
	for m := range w.MembershipsOf(id) {
		s.groups[m.Group] = true
	}
	for r := range w.RelationsOf(id) {
		s.relation(r)
	}
}

func (s stale) relation(r domain.Relation) {
	s.networks[r.Client], s.people[r.Client], s.people[r.Person] = true, true, true
}

// onlyModes reports whether changes set the modes of groups and nothing else
// that matters to sight.
func onlyModes(changes []domain.Change) bool {
	for _, c := range changes {
		if c.Group == nil || c.Group.Before == nil || c.Group.After == nil {
			return false
		}
	}
	return true
}
