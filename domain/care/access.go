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
	// Unwanted: the role names a negative type, so that the employee has this access
	// because they are unwanted (DOMAIN.md 3). Show it loudly.
	Unwanted bool
}

// ByRelation reports whether the grant rests on relation scope. Some screens of Ons
// ignore that and look at location scope: say so beside the grant (P).
func (g Grant) ByRelation() bool { return g.Scope == domain.RelationScope }

// Holder is a person with everything they may do with a client.
type Holder struct {
	Person domain.PersonID
	Grants []Grant // by role
}

// Access returns what an employee may do with a client on a day: the union over
// the roles whose scope contains the client (A4, a reading), by role, each with its
// ground. A role that is switched off, or has no scope, gives nothing.
func Access(w domain.World, employee, client domain.PersonID, on domain.Date) []Grant {
	a, ok := authorityOver(w, client, on)
	if !ok {
		return nil
	}
	p, ok := w.Person(employee)
	if !ok {
		return nil
	}
	return a.grants(p)
}

// Holders returns everybody who may do something with a client on a day, by person:
// the reverse of Access.
func Holders(w domain.World, client domain.PersonID, on domain.Date) []Holder {
	a, ok := authorityOver(w, client, on)
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

// NegativeTypes returns the negative types that an access role names: it gives
// access because the employee is unwanted. The role need not be in w. Roles and
// types that are switched off do not count (E7).
func NegativeTypes(w domain.World, role domain.AccessRole) []domain.RelationTypeID {
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

// authority is what decides the access to one client on one day, gathered once for
// many employees.
type authority struct {
	client    domain.Person
	on        domain.Date
	roles     []domain.AccessRole // switched on and with tasks, by id
	relations map[domain.PersonID][]Line
	assigned  map[domain.PersonID][]domain.Assignment
	here      map[string]bool // whether a location is the client's; a cache
}

// authorityOver gathers the authority over a client; ok is false for somebody who is
// no client or inactive.
func authorityOver(w domain.World, client domain.PersonID, on domain.Date) (authority, bool) {
	p, ok := w.Person(client)
	if !ok || p.Role != domain.Client || !p.ActiveOn(on) {
		return authority{}, false
	}
	a := authority{client: p, on: on, roles: rolesInUse(w), relations: map[domain.PersonID][]Line{},
		assigned: map[domain.PersonID][]domain.Assignment{}, here: map[string]bool{}}
	for r := range w.RelationsOf(client) {
		if t, ok := w.InEffect(r, on); ok && r.Client == client && t.Kind == domain.EmployeeKind {
			a.relations[r.Person] = append(a.relations[r.Person], Line{Relation: r, Type: t})
		}
	}
	for s := range w.Assignments() {
		if s.Covers(on) {
			a.assigned[s.Person] = append(a.assigned[s.Person], s)
		}
	}
	return a, true
}

// rolesInUse returns the access roles that can give something, by id.
func rolesInUse(w domain.World) []domain.AccessRole {
	var out []domain.AccessRole
	for r := range w.AccessRoles() {
		if !r.SwitchedOff && len(r.Tasks) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// grants returns what p may do with the client, by role.
func (a authority) grants(p domain.Person) []Grant {
	relations, assigned := a.relations[p.ID], a.assigned[p.ID]
	employee := p.Role.IsCounselor() // A3
	if !p.ActiveOn(a.on) || !employee && len(relations) == 0 && len(assigned) == 0 {
		return nil
	}
	var out []Grant
	for _, role := range a.roles {
		switch role.Kind {
		case domain.RelationAccess:
			if g, ok := byRelation(role, relations); ok { // for that client only, whatever else its scope is
				out = append(out, g.under(A1, role))
			}
		case domain.ManualAccess:
			for _, s := range assigned {
				if s.Role != role.ID {
					continue
				}
				if g, ok := a.contains(role, p, relations); ok {
					g.Assigned = s.Period
					out = append(out, g.under(A2, role))
				}
			}
		case domain.StandardAccess:
			if !employee {
				continue
			}
			if g, ok := a.contains(role, p, relations); ok {
				out = append(out, g.under(A3, role))
			}
		}
	}
	return out
}

func (g Grant) under(rule Rule, role domain.AccessRole) Grant {
	g.Rule, g.Role, g.Tasks = rule, role.ID, role.Tasks
	return g
}

// contains reports whether the role's scope, for employee p, contains the client,
// and by what. A role without a scope contains nobody.
func (a authority) contains(role domain.AccessRole, p domain.Person, relations []Line) (Grant, bool) {
	switch role.Scope.Kind {
	case domain.AllClients:
		return Grant{Scope: domain.AllClients}, true
	case domain.LocationScope:
		own := len(role.Scope.Locations) == 0
		ok := own && a.at(p.Location) || slices.ContainsFunc(role.Scope.Locations, a.at)
		return Grant{Scope: domain.LocationScope, Location: a.client.Location, OwnLocation: own}, ok
	case domain.RelationScope:
		return byRelation(role, relations)
	}
	return Grant{}, false
}

// byRelation returns the grant by relations of the types that a role names.
func byRelation(role domain.AccessRole, relations []Line) (Grant, bool) {
	g := Grant{Scope: domain.RelationScope}
	for _, l := range relations {
		if slices.Contains(role.Scope.RelationTypes, l.Type.ID) {
			g.Relations = append(g.Relations, l.Relation.ID)
			g.Unwanted = g.Unwanted || l.Type.Negative
		}
	}
	return g, len(g.Relations) > 0
}

// at reports whether the client is at a location. People type locations, so that
// they are compared as names. An empty one is nowhere.
func (a authority) at(location string) bool {
	here, known := a.here[location]
	if !known {
		name := domain.SameName(location)
		here = name != "" && name == domain.SameName(a.client.Location)
		a.here[location] = here
	}
	return here
}

// Reach is a client with everything that one person may do with them.
type Reach struct {
	Client domain.PersonID
	Grants []Grant // by role
}

// AccessibleClients returns every client with whom an employee may do something on a
// day, by client. It is faster than Access for each.
func AccessibleClients(w domain.World, employee domain.PersonID, on domain.Date) []Reach {
	p, ok := w.Person(employee)
	roles := rolesInUse(w)
	if !ok || len(roles) == 0 {
		return nil
	}
	assigned := map[domain.PersonID][]domain.Assignment{}
	for s := range w.AssignmentsOf(employee) {
		if s.Covers(on) {
			assigned[employee] = append(assigned[employee], s)
		}
	}
	relations := map[domain.PersonID][]Line{} // by client
	for r := range w.RelationsOf(employee) {
		if t, ok := w.InEffect(r, on); ok && r.Person == employee && t.Kind == domain.EmployeeKind {
			relations[r.Client] = append(relations[r.Client], Line{Relation: r, Type: t})
		}
	}
	here := map[string]map[string]bool{} // by the client's location
	var out []Reach
	for client := range w.Persons() {
		if client.Role != domain.Client || !client.ActiveOn(on) {
			continue
		}
		if here[client.Location] == nil {
			here[client.Location] = map[string]bool{}
		}
		a := authority{client: client, on: on, roles: roles, assigned: assigned, here: here[client.Location]}
		if l := relations[client.ID]; l != nil {
			a.relations = map[domain.PersonID][]Line{employee: l}
		}
		if grants := a.grants(p); len(grants) > 0 {
			out = append(out, Reach{client.ID, grants})
		}
	}
	return out
}
