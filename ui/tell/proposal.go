package tell

import (
	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// Proposal says what a command would do to world, as something one could do:
// "groep … op … zetten". It knows the commands that sight proposes; of another
// it gives the verb.
func (w Words) Proposal(world domain.World, c domain.Command) string {
	return upperFirst(w.proposal(world, c))
}

func (w Words) proposal(world domain.World, c domain.Command) string {
	switch c := c.(type) {
	case domain.SetVisibility:
		return w.Say("proposal.visibility", w.Group(world, c.ID), w.Visibility(c.Visibility))
	case domain.SetReading:
		return w.Say("proposal.reading", w.ReadingQuestion(c.Reading), w.ReadingRule(c.Reading), w.YesNo(c.On))
	case domain.EditPerson:
		return w.Say("proposal.role", w.Person(world, c.Person.ID), w.Role(c.Person.Role))
	case domain.ReactivatePerson:
		return w.Say("proposal.back", w.Person(world, c.ID))
	case domain.DeactivatePerson:
		return w.Say("proposal.gone", w.Person(world, c.ID), w.Date(c.From))
	case domain.EditRelationType:
		return w.proposedType(world, c.Type)
	case domain.AddMembers, domain.EditMembership, domain.EndMembers, domain.RemoveMembers:
		return w.proposedMembership(world, c)
	case domain.AddRelation, domain.EditRelation, domain.EndRelations, domain.RemoveRelation:
		return w.proposedRelation(world, c)
	}
	return string(c.Verb())
}

func (w Words) proposedMembership(world domain.World, c domain.Command) string {
	switch c := c.(type) {
	case domain.AddMembers:
		m := c.Memberships[0]
		if m.Role == domain.NoRole {
			return w.Say("proposal.join", w.Person(world, m.Person), w.Group(world, m.Group))
		}
		return w.Say("proposal.join-as", w.Person(world, m.Person), w.Group(world, m.Group), w.Role(m.Role))
	case domain.EndMembers:
		k := c.Keys[0]
		return w.Say("proposal.member-end", w.Person(world, k.Person), w.Group(world, k.Group), w.Date(c.Through))
	case domain.RemoveMembers:
		k := c.Keys[0]
		return w.Say("proposal.member-never", w.Person(world, k.Person), w.Group(world, k.Group))
	case domain.EditMembership:
		return w.proposedChange(world, c)
	}
	return ""
}

func (w Words) proposedChange(world domain.World, c domain.EditMembership) string {
	was, _ := world.Membership(c.Key.Group, c.Key.Person, c.Key.From)
	now := c.Membership
	who, where := w.Person(world, now.Person), w.Group(world, now.Group)
	switch {
	case was.Role != now.Role:
		return w.Say("proposal.member-role", who, where, w.Role(world.RoleIn(now)))
	case was.From != now.From:
		return w.Say("proposal.member-from", who, where, w.Date(now.From))
	case now.Through == 0:
		return w.Say("proposal.member-on", who, where, w.Date(was.Through))
	}
	return w.Say("proposal.member-until", who, where, w.Date(was.Through), w.Date(now.Through))
}

func (w Words) proposedRelation(world domain.World, c domain.Command) string {
	named := func(r domain.Relation) string {
		return w.Say("summary.relation", w.Person(world, r.Person), w.RelationType(world, r.Type), w.Person(world, r.Client))
	}
	switch c := c.(type) {
	case domain.AddRelation:
		return w.Say("proposal.relation", named(c.Relation))
	case domain.EndRelations:
		r, _ := world.Relation(c.IDs[0])
		return w.Say("proposal.relation-end", named(r), w.Date(c.Through))
	case domain.RemoveRelation:
		r, _ := world.Relation(c.ID)
		return w.Say("proposal.relation-never", named(r))
	case domain.EditRelation:
		was, _ := world.Relation(c.Relation.ID)
		switch {
		case was.From != c.Relation.From:
			return w.Say("proposal.relation-from", named(was), w.Date(c.Relation.From))
		case c.Relation.Through == 0:
			return w.Say("proposal.relation-on", named(was), w.Date(was.Through))
		}
		return w.Say("proposal.relation-until", named(was), w.Date(was.Through), w.Date(c.Relation.Through))
	}
	return ""
}

func (w Words) proposedType(world domain.World, now domain.RelationType) string {
	was, _ := world.RelationType(now.ID)
	key := words.Key("proposal.type-apart")
	switch {
	case was.SwitchedOff && !now.SwitchedOff:
		key = "proposal.type-on"
	case !was.SwitchedOff && now.SwitchedOff:
		key = "proposal.type-off"
	case now.Network:
		key = "proposal.type-network"
	}
	return w.Say(key, w.RelationType(world, now.ID))
}
