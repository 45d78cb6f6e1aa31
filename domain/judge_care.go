package domain

func (j *judge) accessRole(s *Swap[AccessRole]) {
	if s.After == nil {
		var others []Ref
		for a := range j.Assignments() {
			if a.Role == s.Before.ID {
				others = append(others, Ref{AssignmentNoun, a.Key()})
			}
		}
		j.gone(refRole(s.Before.ID), others)
		return
	}
	a := *s.After
	at := refRole(a.ID)
	j.id(at)
	properties(j, at, accessRoleProperties, &a)
	if a.Scope.Kind == NoScope && len(a.Scope.Locations)+len(a.Scope.RelationTypes) > 0 {
		j.refuse(Refusal{Code: ValueMissing, Subject: at, Field: "scope.kind"})
	}
	for _, t := range a.Scope.RelationTypes {
		j.resolves(at, "scope.relationTypes", refType(t))
	}
}

func (j *judge) assignment(s *Swap[Assignment]) {
	if s.After == nil {
		return
	}
	a := *s.After
	at := Ref{AssignmentNoun, a.Key()}
	j.resolves(at, "role", refRole(a.Role))
	j.resolves(at, "person", refPerson(a.Person))
	j.period(at, a.Period)
}

func (j *judge) shift(s *Swap[Shift]) {
	if s.After == nil {
		return
	}
	t := *s.After
	at := Ref{ShiftNoun, t.Key()}
	j.id(at)
	properties(j, at, shiftProperties, &t)
	for _, p := range t.Employees {
		j.resolves(at, "employees", refPerson(p))
	}
	for _, p := range t.Clients {
		j.resolves(at, "clients", refPerson(p))
	}
}
