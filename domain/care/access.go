package care

import (
	"slices"

	"zichtlijn/domain"
)

// Grant is what an employee may do with a client by one access role, and why.
type Grant struct {
	Rule  Rule // A1, A2 or A3
	Role  domain.AccessRoleID
	Tasks []string         // in the order of the role; never empty
	Scope domain.ScopeKind // the part of the role's scope in which the client lies
	// Relations is every relation of a named type, by id, where Scope is RelationScope.
	Relations []domain.RelationID
	// Location is where the client is, where Scope is LocationScope. It is the
	// employee's own if the role lists none.
	Location    string
	OwnLocation bool
	Assigned    domain.Period // A2: the assignment
	// Unwanted is a loud signal: the role names a negative type, so that the
	// employee has this access because they are unwanted (DOMAIN.md 3).
	Unwanted bool
}

// ByRelation reports whether the grant rests on relation scope. Some screens of
// Ons ignore that and look at location scope: whoever shows the grant says so (P).
func (g Grant) ByRelation() bool { return g.Scope == domain.RelationScope }

// Holder is a person with everything they may do with a client.
type Holder struct {
	Person domain.PersonID
	Grants []Grant // by role
}

// Access returns what an employee may do with a client on a day: the union over
// the roles whose scope contains the client (A4, a reading), by role, each with
// its ground. A role that is switched off, or has no stated scope, gives nothing.
func Access(w domain.World, employee, client domain.PersonID, on domain.Date) []Grant {
	a, ok := over(w, client, on)
	if !ok {
		return nil
	}
	p, ok := w.Person(employee)
	if !ok {
		return nil
	}
	return a.grants(p)
}

// Who returns everybody who may do something with a client on a day, by person:
// the reverse of Access.
func Who(w domain.World, client domain.PersonID, on domain.Date) []Holder {
	a, ok := over(w, client, on)
	if !ok {
		return nil
	}
	var out []Holder
	for p := range w.Persons() {
		if grants := a.grants(p); len(grants) > 0 {
			out = append(out, Holder{p.ID, grants})
		}
	}
	return out
}

// OnNegative returns the negative types that an access role names: it would give
// access because the employee is unwanted. The role need not be in w. What is
// switched off, role or type, gives no signal (E7).
func OnNegative(w domain.World, role domain.AccessRole) []domain.RelationTypeID {
	if role.SwitchedOff {
		return nil
	}
	var out []domain.RelationTypeID
	for _, id := range role.Scope.RelationTypes {
		if t, ok := w.RelationType(id); ok && t.Negative && t.Active() {
			out = append(out, id)
		}
	}
	return out
}

// authority is who can reach one client on one day, made ready to be asked for
// many employees.
type authority struct {
	client   domain.Person
	on       domain.Date
	roles    []domain.AccessRole // switched on and with tasks, by id
	ties     map[domain.PersonID][]Line
	assigned map[domain.PersonID][]domain.Assignment
	here     map[string]bool // whether a location is the client's
}

// over makes the authority over a client; nobody has any over somebody who is no
// client or inactive.
func over(w domain.World, client domain.PersonID, on domain.Date) (authority, bool) {
	p, ok := w.Person(client)
	if !ok || p.Role != domain.Client || !p.ActiveOn(on) {
		return authority{}, false
	}
	a := authority{client: p, on: on, roles: inUse(w), ties: map[domain.PersonID][]Line{},
		assigned: map[domain.PersonID][]domain.Assignment{}, here: map[string]bool{}}
	for r := range w.RelationsOf(client) {
		if t, ok := w.InEffect(r, on); ok && r.Client == client && t.Kind == domain.EmployeeKind {
			a.ties[r.Person] = append(a.ties[r.Person], Line{Relation: r, Type: t})
		}
	}
	for s := range w.Assignments() {
		if s.Covers(on) {
			a.assigned[s.Person] = append(a.assigned[s.Person], s)
		}
	}
	return a, true
}

// inUse returns the access roles that can give something, by id.
func inUse(w domain.World) []domain.AccessRole {
	var out []domain.AccessRole
	for r := range w.AccessRoles() {
		if !r.SwitchedOff && len(r.Tasks) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// grants returns what somebody may do with the client, by role.
func (a authority) grants(p domain.Person) []Grant {
	ties, assigned := a.ties[p.ID], a.assigned[p.ID]
	employee := p.Role.IsCounselor() // A3
	if !p.ActiveOn(a.on) || !employee && len(ties) == 0 && len(assigned) == 0 {
		return nil
	}
	var out []Grant
	for _, role := range a.roles {
		switch role.Kind {
		case domain.RelationAccess:
			if g, ok := related(role, ties); ok { // whatever else its scope says: for that client only
				out = append(out, g.of(A1, role))
			}
		case domain.ManualAccess:
			for _, s := range assigned {
				if s.Role != role.ID {
					continue
				}
				if g, ok := a.contains(role, p, ties); ok {
					g.Assigned = s.Period
					out = append(out, g.of(A2, role))
				}
			}
		case domain.StandardAccess:
			if !employee {
				continue
			}
			if g, ok := a.contains(role, p, ties); ok {
				out = append(out, g.of(A3, role))
			}
		}
	}
	return out
}

func (g Grant) of(rule Rule, role domain.AccessRole) Grant {
	g.Rule, g.Role, g.Tasks = rule, role.ID, role.Tasks
	return g
}

// contains reports whether the scope of a role, for this employee, contains the
// client, and through what. A role without a stated scope contains nobody.
func (a authority) contains(role domain.AccessRole, p domain.Person, ties []Line) (Grant, bool) {
	switch role.Scope.Kind {
	case domain.AllClients:
		return Grant{Scope: domain.AllClients}, true
	case domain.LocationScope:
		own := len(role.Scope.Locations) == 0
		ok := own && a.at(p.Location) || slices.ContainsFunc(role.Scope.Locations, a.at)
		return Grant{Scope: domain.LocationScope, Location: a.client.Location, OwnLocation: own}, ok
	case domain.RelationScope:
		return related(role, ties)
	}
	return Grant{}, false
}

// related finds the relations of the types that a role names; none named, none found.
func related(role domain.AccessRole, ties []Line) (Grant, bool) {
	g := Grant{Scope: domain.RelationScope}
	for _, t := range ties {
		if slices.Contains(role.Scope.RelationTypes, t.Type.ID) {
			g.Relations = append(g.Relations, t.Relation.ID)
			g.Unwanted = g.Unwanted || t.Type.Negative
		}
	}
	return g, len(g.Relations) > 0
}

// at reports whether the client is at a location. Locations are names that people
// type, so they are compared as names are; no location is nowhere.
func (a authority) at(location string) bool {
	here, known := a.here[location]
	if !known {
		name := domain.SameName(location)
		here = name != "" && name == domain.SameName(a.client.Location)
		a.here[location] = here
	}
	return here
}
