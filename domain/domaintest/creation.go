package domaintest

import "zichtlijn/domain"

// Creation returns the changes that make all of w from an empty World, as importing
// it would.
func Creation(w domain.World) []domain.Change {
	r := w.Records()
	var out []domain.Change
	out = add(out, r.Institution, func(c *domain.Change, s *domain.Swap[domain.Institution]) { c.Institution = s })
	out = add(out, r.AcceptedSignal, func(c *domain.Change, s *domain.Swap[domain.AcceptedSignal]) { c.AcceptedSignal = s })
	out = add(out, r.Persons, func(c *domain.Change, s *domain.Swap[domain.Person]) { c.Person = s })
	out = add(out, r.Groups, func(c *domain.Change, s *domain.Swap[domain.Group]) { c.Group = s })
	out = add(out, r.Memberships, func(c *domain.Change, s *domain.Swap[domain.Membership]) { c.Membership = s })
	out = add(out, r.RelationTypes, func(c *domain.Change, s *domain.Swap[domain.RelationType]) { c.RelationType = s })
	out = add(out, r.Relations, func(c *domain.Change, s *domain.Swap[domain.Relation]) { c.Relation = s })
	out = add(out, r.AccessRoles, func(c *domain.Change, s *domain.Swap[domain.AccessRole]) { c.AccessRole = s })
	out = add(out, r.Assignments, func(c *domain.Change, s *domain.Swap[domain.Assignment]) { c.Assignment = s })
	out = add(out, r.Shifts, func(c *domain.Change, s *domain.Swap[domain.Shift]) { c.Shift = s })
	return add(out, r.Agreements, func(c *domain.Change, s *domain.Swap[domain.Agreement]) { c.Agreement = s })
}

func add[T any](to []domain.Change, records []T, set func(*domain.Change, *domain.Swap[T])) []domain.Change {
	for i := range records {
		var c domain.Change
		set(&c, &domain.Swap[T]{After: &records[i]})
		to = append(to, c)
	}
	return to
}
