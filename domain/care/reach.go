package care

import "zichtlijn/domain"

// Reach is a client with everything that one person may do with them.
type Reach struct {
	Client domain.PersonID
	Grants []Grant // by role
}

// May returns every client with whom a person may do something on a day, by
// client: Access asked once for all of them.
func May(w domain.World, employee domain.PersonID, on domain.Date) []Reach {
	p, ok := w.Person(employee)
	roles := inUse(w)
	if !ok || len(roles) == 0 {
		return nil
	}
	assigned := map[domain.PersonID][]domain.Assignment{}
	for s := range w.AssignmentsOf(employee) {
		if s.Covers(on) {
			assigned[employee] = append(assigned[employee], s)
		}
	}
	ties := map[domain.PersonID][]Line{} // by client
	for r := range w.RelationsOf(employee) {
		if t, ok := w.InEffect(r, on); ok && r.Person == employee && t.Kind == domain.EmployeeKind {
			ties[r.Client] = append(ties[r.Client], Line{Relation: r, Type: t})
		}
	}
	here := map[string]map[string]bool{} // by where the client is
	var out []Reach
	for client := range w.Persons() {
		if client.Role != domain.Client || !client.ActiveOn(on) {
			continue
		}
		if here[client.Location] == nil {
			here[client.Location] = map[string]bool{}
		}
		a := authority{client: client, on: on, roles: roles, assigned: assigned, here: here[client.Location]}
		if l := ties[client.ID]; l != nil {
			a.ties = map[domain.PersonID][]Line{employee: l}
		}
		if grants := a.grants(p); len(grants) > 0 {
			out = append(out, Reach{client.ID, grants})
		}
	}
	return out
}
