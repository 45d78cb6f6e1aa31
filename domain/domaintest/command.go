package domaintest

import (
	"slices"

	"pgregory.net/rapid"

	"zichtlijn/domain"
)

// Command draws an edit that somebody could ask for in w. Some are refused, as in
// life.
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
	return pick(e, slices.Concat(kinds, e.careKinds(), e.agreementKinds(), e.stepKinds()))()
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

// addRelation draws two people and a type that fit. It may be refused still.
func (e edits) addRelation() domain.Command {
	n := domain.Relation{Type: pick(e, e.r.RelationTypes).ID, Period: domain.Period{From: e.day()}}
	t, _ := e.w.RelationType(n.Type)
	n.Client = e.personWho(func(p domain.Person) bool { return p.Role == domain.Client })
	n.Person = e.personWho(func(p domain.Person) bool { return p.Role != domain.Client && e.w.FitsKind(p, t.Kind) })
	return domain.AddRelation{Relation: n}
}

// personWho picks somebody for whom is holds, or anybody if it holds for nobody.
func (e edits) personWho(is func(domain.Person) bool) domain.PersonID {
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

// careKinds returns the edits about shifts and access roles that are possible in w.
func (e edits) careKinds() []func() domain.Command {
	kinds := []func() domain.Command{e.addRole}
	if len(e.r.Shifts) > 0 {
		kinds = append(kinds, e.editShift, e.copyShift, e.removeShift)
	}
	if len(e.r.AccessRoles) > 0 {
		kinds = append(kinds, e.editRole, e.removeRole)
	}
	if len(e.r.AccessRoles) > 0 && len(e.r.Persons) > 0 {
		kinds = append(kinds, e.assign)
	}
	if len(e.r.Assignments) > 0 {
		kinds = append(kinds, e.editAssignment, e.endAssignment, e.removeAssignment)
	}
	return kinds
}

// leave names successors for some of the handovers: proposed ones and others, who
// may be refused.
func (e edits) leave() domain.Command {
	c := domain.Leave{Person: pick(e, e.r.Persons).ID, Through: e.day()}
	for _, h := range domain.Leaving(e.w, c.Person, c.Through).Handovers {
		if oneIn(e, 2) {
			c.Successors = append(c.Successors, domain.Successor{Relation: h.Relation.ID, Person: e.successor(h)})
		}
	}
	return c
}

func (e edits) successor(h domain.Handover) domain.PersonID {
	if len(h.Candidates) > 0 && oneIn(e, 2) {
		return pick(e, h.Candidates)
	}
	t, _ := e.w.RelationType(h.Relation.Type)
	return e.personWho(func(p domain.Person) bool { return e.w.FitsKind(p, t.Kind) })
}

func (e edits) addShift() domain.Command {
	s := domain.Shift{Date: e.day(), Begin: 7 * 60, End: 15 * 60}
	s.Employees = []domain.PersonID{pick(e, e.r.Persons).ID}
	s.Clients = []domain.PersonID{pick(e, e.r.Persons).ID}
	return domain.AddShift{Shift: s}
}

func (e edits) editShift() domain.Command {
	s := pick(e, e.r.Shifts)
	s.Date, s.Name = e.day(), pick(e, []string{"", "Avondroute"})
	return domain.EditShift{Shift: s}
}

func (e edits) copyShift() domain.Command {
	c := domain.CopyShift{Of: pick(e, e.r.Shifts).ID}
	first := e.day()
	for n := range 1 + e.IntN(7) {
		c.Dates = append(c.Dates, first+domain.Date(n))
	}
	return c
}

func (e edits) removeShift() domain.Command { return domain.RemoveShift{ID: pick(e, e.r.Shifts).ID} }

func (e edits) addRole() domain.Command {
	return domain.AddAccessRole{Role: domain.AccessRole{
		Name: "Waarnemer", Kind: pick(e, domain.AccessKinds()), Tasks: []string{"dossier inzien"},
		Scope: domain.Scope{Kind: pick(e, domain.ScopeKinds())},
	}}
}

func (e edits) editRole() domain.Command {
	a := pick(e, e.r.AccessRoles)
	a.SwitchedOff = oneIn(e, 2)
	return domain.EditAccessRole{Role: a}
}

func (e edits) removeRole() domain.Command {
	return domain.RemoveAccessRole{ID: pick(e, e.r.AccessRoles).ID}
}

func (e edits) assign() domain.Command {
	var list []domain.Assignment
	for range 1 + e.IntN(2) {
		list = append(list, domain.Assignment{
			Role: pick(e, e.r.AccessRoles).ID, Person: pick(e, e.r.Persons).ID, Period: domain.Period{From: e.day()},
		})
	}
	return domain.Assign{Assignments: list}
}

func (e edits) assignment() domain.AssignmentKey {
	a := pick(e, e.r.Assignments)
	return domain.AssignmentKey{Role: a.Role, Person: a.Person, From: a.From}
}

func (e edits) editAssignment() domain.Command {
	from := e.day()
	return domain.EditAssignment{
		Key:        e.assignment(),
		Assignment: domain.Assignment{Period: domain.Period{From: from, Through: from + domain.Date(e.IntN(20))}},
	}
}

func (e edits) endAssignment() domain.Command {
	return domain.EndAssignments{Keys: []domain.AssignmentKey{e.assignment()}, Through: e.day()}
}

func (e edits) removeAssignment() domain.Command {
	return domain.RemoveAssignments{Keys: []domain.AssignmentKey{e.assignment()}}
}

// agreementKinds returns the edits about agreements that are possible in w.
func (e edits) agreementKinds() []func() domain.Command {
	var kinds []func() domain.Command
	if len(e.r.Persons) > 0 {
		kinds = append(kinds, e.addAgreement)
	}
	if len(e.r.Agreements) > 0 {
		kinds = append(kinds, e.editAgreement, e.removeAgreement)
	}
	return kinds
}

// promise draws an agreement with the fields that its kind uses. It is refused if it
// is about one person twice, or if there is no group.
func (e edits) promise(id domain.AgreementID) domain.Agreement {
	a := domain.Agreement{ID: id, Kind: pick(e, domain.AgreementKinds()), Note: pick(e, []string{"", "contactverbod"})}
	if a.Kind.OfPair() {
		a.Viewer, a.Other = pick(e, e.r.Persons).ID, pick(e, e.r.Persons).ID
		return a
	}
	if len(e.r.Groups) > 0 {
		a.Group = pick(e, e.r.Groups).ID
	}
	if a.Kind.Has("visibility") {
		a.MostVisible = pick(e, domain.Visibilities())
	}
	if a.Kind.Has("role") {
		a.Role = pick(e, domain.Roles())
	}
	return a
}

func (e edits) addAgreement() domain.Command {
	return domain.AddAgreement{Agreement: e.promise("")}
}

// editAgreement changes the promise, or only its note.
func (e edits) editAgreement() domain.Command {
	a := pick(e, e.r.Agreements)
	if oneIn(e, 2) && len(e.r.Persons) > 0 {
		return domain.EditAgreement{Agreement: e.promise(a.ID)}
	}
	a.Note = pick(e, []string{"", "tot de zitting"})
	return domain.EditAgreement{Agreement: a}
}

func (e edits) removeAgreement() domain.Command {
	return domain.RemoveAgreement{ID: pick(e, e.r.Agreements).ID}
}

// stepKinds returns the edits about the stappenplan that are possible in w.
func (e edits) stepKinds() []func() domain.Command {
	kinds := []func() domain.Command{e.doneCheck, e.handOver}
	if len(e.r.Groups) > 0 {
		kinds = append(kinds, e.tick, e.untick)
	}
	return kinds
}

func (e edits) doneCheck() domain.Command {
	return domain.DoneCheck{Reason: pick(e, []string{"nagelopen", "met het team"}), By: "Marloes", On: e.day()}
}

func (e edits) handOver() domain.Command {
	if oneIn(e, 3) {
		return domain.UntickStep{Step: domain.HandoverStep}
	}
	return domain.TickStep{Step: domain.HandoverStep, On: e.day()}
}

func (e edits) tick() domain.Command {
	return domain.TickStep{Step: pick(e, domain.HandSteps()), Group: pick(e, e.r.Groups).ID, Reason: pick(e, []string{"", "met het team"}), On: e.day()}
}

func (e edits) untick() domain.Command {
	return domain.UntickStep{Step: pick(e, domain.HandSteps()), Group: pick(e, e.r.Groups).ID}
}
