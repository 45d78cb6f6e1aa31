package exchange

import "zichtlijn/domain"

// relation makes a relation of a row.
func (x *resolver) relation(e *entry) {
	n := e.record([]string{"id", "from", "through", "withdrawn", "replacedBy", "note"})
	before := e.f.refused
	client, clientAt, _ := x.referPerson(e, "client", clientNumber, true, false)
	person, personAt, _ := x.referPerson(e, "person", personNumber, false, true)
	kind, kindAt, _ := x.refer(e, domain.RelationTypeNoun, x.types, "type", typeName)
	if e.f.refused > before {
		e.reject(domain.RelationNoun, false)
		return
	}
	for _, one := range []struct {
		key, value string
		at         *node
	}{{"client", client, clientAt}, {"person", person, personAt}, {"type", kind, kindAt}} {
		if one.at != nil {
			n.set(one.key, one.value, one.at)
		}
	}
	id := e.text("id")
	n.partial = id != "" && x.world.Has(domain.Ref{Noun: domain.RelationNoun, Key: id})
	if n.member("from") == nil && !n.partial {
		x.beginRelation(e, &n, client, person, kind)
	}
	n.adds = id == ""
	e.f.add(domain.RelationNoun, n)
}

// beginRelation gives a relation without a first day that of the one that runs already,
// else the day of the import.
func (x *resolver) beginRelation(e *entry, n *node, client, person, kind string) {
	for r := range x.world.RelationsOf(domain.PersonID(client)) {
		same := string(r.Client) == client && string(r.Person) == person && string(r.Type) == kind
		if same && !r.Withdrawn && !r.Ended(x.how.On) {
			n.set("from", r.From.String(), n)
			return
		}
	}
	n.set("from", x.how.On.String(), n)
	e.f.note(n, Assumed, "today")
}
