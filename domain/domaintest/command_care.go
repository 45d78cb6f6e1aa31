package domaintest

import "zichtlijn/domain"

// careKinds are the edits about shifts, access roles and agreements that w leaves
// room for.
func (e edits) careKinds() []func() domain.Command {
	kinds := append([]func() domain.Command{e.addRole}, e.agreementKinds()...)
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

// leave proposes a successor for some of what has to be handed over, as the
// dialog does; any other person may be named too, and refused.
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
	return e.whom(func(p domain.Person) bool { return e.w.FitsKind(p, t.Kind) })
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
