package sight

import (
	"slices"

	"zichtlijn/domain"
)

// ClientReports returns on which grounds somebody writes and reads the reports about a
// client on a day (H9): as that client, or through each direct relation with them. None:
// for them there are no such reports.
func ClientReports(w domain.World, person, client domain.PersonID, on domain.Date) []Ground {
	p, ok := w.Person(client)
	if !ok || p.Role != domain.Client || !p.ActiveOn(on) {
		return nil
	}
	rules := policy{w.Readings()}
	if person == client {
		return []Ground{{Clause: stated(H9), Client: client}}
	}
	var out []Ground
	for r := range w.RelationsOf(person) {
		t, counts := w.InEffect(r, on)
		if r.Client != client || r.Person != person || !counts || !t.Network {
			continue
		}
		if c := rules.clientReports(t.Kind); c.Holds() {
			out = append(out, Ground{Clause: c, Client: client, Relation: r.ID})
		}
	}
	return out
}

// ClientsReported returns whose reports somebody writes and reads on a day, by id.
func ClientsReported(w domain.World, person domain.PersonID, on domain.Date) []domain.PersonID {
	var out []domain.PersonID
	ask := func(client domain.PersonID) {
		if len(ClientReports(w, person, client, on)) > 0 {
			out = append(out, client)
		}
	}
	ask(person)
	for r := range w.RelationsOf(person) {
		if r.Person == person {
			ask(r.Client)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// clientReports decides whether somebody with a direct relation of a kind takes part in
// the reports of the client (H9).
func (p policy) clientReports(k domain.Kind) Clause {
	if k == domain.EmployeeKind {
		return stated(H9)
	}
	return p.when(domain.ReadNetworkReports, H9)
}
