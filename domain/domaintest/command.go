package domaintest

import (
	"slices"

	"pgregory.net/rapid"

	"zichtlijn/domain"
)

// Command draws an edit that somebody at the screen could ask for in w. Some are
// refused, as they are in life.
func Command(t *rapid.T, w domain.World) domain.Command {
	e := edits{chance: drawn{t}, w: w, r: w.Records()}
	kinds := []func() domain.Command{e.addPerson, e.addGroup, e.reading}
	if len(e.r.Persons) > 0 {
		kinds = append(kinds, e.editPerson, e.stopPerson, e.removePerson, e.leave, e.addShift)
	}
	if len(e.r.Groups) > 0 {
		kinds = append(kinds, e.visibility, e.copyGroup, e.removeGroup)
	}
	if len(e.r.Groups) > 0 && len(e.r.Persons) > 0 {
		kinds = append(kinds, e.addMembers)
	}
	if len(e.r.Memberships) > 0 {
		kinds = append(kinds, e.endMember, e.removeMember)
	}
	if len(e.r.RelationTypes) > 0 && len(e.r.Persons) > 0 {
		kinds = append(kinds, e.addRelation, e.addRelation, e.editType)
	} else {
		kinds = append(kinds, e.addType)
	}
	if len(e.r.Relations) > 0 {
		kinds = append(kinds, e.endRelation, e.removeRelation)
	}
	return pick(e, append(append(kinds, e.careKinds()...), e.stepKinds()...))()
}

type edits struct {
	chance
	w domain.World
	r domain.Records
}

func (e edits) addPerson() domain.Command {
	m := maker{chance: e.chance, byRole: map[domain.Role][]domain.PersonID{}, fits: map[domain.PersonID]map[domain.Kind]bool{}}
	m.person(1)
	p := m.Persons[0]
	p.ID = ""
	return domain.AddPerson{Person: p}
}

func (e edits) addGroup() domain.Command {
	return domain.AddGroup{Group: domain.Group{
		Name:       pick(e, []string{"Kookgroep", "Oudercafé 1", "Muziek", "Tuin", "kookgroep "}),
		Visibility: pick(e, domain.Visibilities()),
	}}
}

func (e edits) reading() domain.Command {
	return domain.SetReading{Reading: pick(e, domain.AllReadings()), On: oneIn(e, 2)}
}

func (e edits) editPerson() domain.Command {
	p := pick(e, e.r.Persons)
	switch e.IntN(3) {
	case 0:
		p.GivenName = pick(e, []string{"Anna", "Bram", "Zoë"})
	case 1:
		p.Role = pick(e, domain.Roles())
	default:
		p.Note = pick(e, []string{"", "liever gebeld"})
	}
	return domain.EditPerson{Person: p}
}

func (e edits) stopPerson() domain.Command {
	if p := pick(e, e.r.Persons); p.InactiveFrom == 0 {
		return domain.DeactivatePerson{ID: p.ID, From: e.day()}
	} else {
		return domain.ReactivatePerson{ID: p.ID}
	}
}

func (e edits) removePerson() domain.Command { return domain.RemovePerson{ID: pick(e, e.r.Persons).ID} }

func (e edits) visibility() domain.Command {
	return domain.SetVisibility{ID: pick(e, e.r.Groups).ID, Visibility: pick(e, domain.Visibilities())}
}

func (e edits) copyGroup() domain.Command {
	return domain.CopyGroup{Of: pick(e, e.r.Groups).ID, Group: domain.Group{Name: pick(e, []string{"Kopie", "Kopie 2"})}, On: Today()}
}

func (e edits) removeGroup() domain.Command { return domain.RemoveGroup{ID: pick(e, e.r.Groups).ID} }

func (e edits) addMembers() domain.Command {
	g := pick(e, e.r.Groups).ID
	var list []domain.Membership
	for range 1 + e.IntN(3) {
		m := domain.Membership{Group: g, Person: pick(e, e.r.Persons).ID, Period: domain.Period{From: e.day()}}
		if !slices.ContainsFunc(list, func(o domain.Membership) bool { return o.Person == m.Person }) {
			list = append(list, m)
		}
	}
	return domain.AddMembers{Memberships: list}
}

func (e edits) member() domain.MembershipKey {
	m := pick(e, e.r.Memberships)
	return domain.MembershipKey{Group: m.Group, Person: m.Person, From: m.From}
}

func (e edits) endMember() domain.Command {
	return domain.EndMembers{Keys: []domain.MembershipKey{e.member()}, Through: e.day()}
}

func (e edits) removeMember() domain.Command {
	return domain.RemoveMembers{Keys: []domain.MembershipKey{e.member()}}
}

func (e edits) addType() domain.Command {
	exclusive := oneIn(e, 2)
	return domain.AddRelationType{Type: domain.RelationType{Name: "Begeleider", Exclusive: exclusive, Primary: exclusive, Network: oneIn(e, 2)}}
}

func (e edits) editType() domain.Command {
	t := pick(e, e.r.RelationTypes)
	t.SwitchedOff, t.Network = oneIn(e, 2), oneIn(e, 2)
	return domain.EditRelationType{Type: t}
}

// addRelation looks for two people and a type that fit; any may be refused still.
func (e edits) addRelation() domain.Command {
	n := domain.Relation{Type: pick(e, e.r.RelationTypes).ID, Period: domain.Period{From: e.day()}}
	t, _ := e.w.RelationType(n.Type)
	n.Client = e.whom(func(p domain.Person) bool { return p.Role == domain.Client })
	n.Person = e.whom(func(p domain.Person) bool { return p.Role != domain.Client && e.w.FitsKind(p, t.Kind) })
	return domain.AddRelation{Relation: n}
}

// whom picks somebody who answers to is; anybody where nobody does.
func (e edits) whom(is func(domain.Person) bool) domain.PersonID {
	fitting := slices.DeleteFunc(slices.Clone(e.r.Persons), func(p domain.Person) bool { return !is(p) })
	if len(fitting) == 0 {
		fitting = e.r.Persons
	}
	return pick(e, fitting).ID
}

func (e edits) endRelation() domain.Command {
	return domain.EndRelations{IDs: []domain.RelationID{pick(e, e.r.Relations).ID}, Through: e.day()}
}

func (e edits) removeRelation() domain.Command {
	return domain.RemoveRelation{ID: pick(e, e.r.Relations).ID}
}

func (e edits) day() domain.Date { return Today() + domain.Date(e.IntN(20)-5) }
