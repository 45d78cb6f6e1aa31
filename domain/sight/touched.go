package sight

import "zichtlijn/domain"

// touched are the places of agreements that changes are about. A record that keeps
// what sight depends on (a name, a note) touches nothing.
type touched struct {
	weigher
	groups    map[domain.GroupID]bool
	members   map[membershipOf]bool
	groupsOf  map[domain.GroupID]bool // groups of members
	people    map[domain.PersonID]bool
	relations map[domain.RelationID]bool
	types     map[domain.RelationTypeID]bool
	promises  map[domain.AgreementID]bool
}

type membershipOf struct {
	group  domain.GroupID
	person domain.PersonID
}

func (s weigher) touches() touched {
	t := touched{
		s, map[domain.GroupID]bool{}, map[membershipOf]bool{}, map[domain.GroupID]bool{}, map[domain.PersonID]bool{},
		map[domain.RelationID]bool{}, map[domain.RelationTypeID]bool{}, map[domain.AgreementID]bool{},
	}
	for _, c := range s.changes {
		t.change(c)
	}
	return t
}

func (t touched) change(c domain.Change) {
	switch {
	case keepsSight(c):
	case c.Group != nil:
		t.groups[one(c.Group).ID] = true
	case c.Membership != nil:
		m := one(c.Membership)
		t.members[membershipOf{m.Group, m.Person}], t.groupsOf[m.Group] = true, true
	case c.Person != nil:
		t.person(one(c.Person).ID)
	case c.Relation != nil:
		t.relations[one(c.Relation).ID] = true
	case c.RelationType != nil:
		t.types[one(c.RelationType).ID] = true
	case c.Agreement != nil:
		t.promises[one(c.Agreement).ID] = true
	case c.Institution != nil, beside(c): // readings touch an agreement where its grounds turn
	default:
		panic("sight: nobody says which agreements a change touches")
	}
}

func (t touched) person(id domain.PersonID) {
	t.people[id] = true
	for _, w := range []domain.World{t.before, t.after} {
		for m := range w.MembershipsOf(id) {
			t.members[membershipOf{m.Group, id}], t.groupsOf[m.Group] = true, true
		}
	}
}

// comesOrTurns reports whether a record comes, goes, or is no longer the same.
func comesOrTurns[T any](s *domain.Swap[T], same func(a, b T) bool) bool {
	return s.Before == nil || s.After == nil || !same(*s.Before, *s.After)
}

// one is the record of a swap, whichever of its values there is.
func one[T any](s *domain.Swap[T]) T { return both(s)[0] }

// agreement reports whether the changes touch an agreement: itself, its group or a
// member of it, or of its pair a person, a group that they share, or a client's
// network that they share.
func (t touched) agreement(a domain.Agreement) bool {
	switch {
	case t.promises[a.ID]:
		return true
	case !a.Kind.OfPair():
		return t.groups[a.Group] || t.groupsOf[a.Group]
	}
	return t.people[a.Viewer] || t.people[a.Other] || t.sharedGroup(a) || t.sharedNetwork(a)
}

func (t touched) sharedGroup(a domain.Agreement) bool {
	groups := func(id domain.PersonID) map[domain.GroupID]bool {
		out := map[domain.GroupID]bool{}
		for _, w := range []domain.World{t.before, t.after} {
			for m := range w.MembershipsOf(id) {
				out[m.Group] = true
			}
		}
		return out
	}
	other := groups(a.Other)
	for g := range groups(a.Viewer) {
		if other[g] && (t.groups[g] || t.members[membershipOf{g, a.Viewer}] || t.members[membershipOf{g, a.Other}]) {
			return true
		}
	}
	return false
}

func (t touched) sharedNetwork(a domain.Agreement) bool {
	// By client: whether a relation that links somebody to them is touched.
	clients := func(id domain.PersonID) map[domain.PersonID]bool {
		out := map[domain.PersonID]bool{}
		for _, w := range []domain.World{t.before, t.after} {
			for r := range w.RelationsOf(id) {
				out[r.Client] = out[r.Client] || t.people[r.Client] || t.relations[r.ID] || t.types[r.Type]
			}
		}
		return out
	}
	other := clients(a.Other)
	for c, touches := range clients(a.Viewer) {
		if theirs, share := other[c]; share && (touches || theirs) {
			return true
		}
	}
	return false
}
