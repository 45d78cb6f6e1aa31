package sight

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// counting returns the routes that count on the day.
func (q question) counting() []route {
	return slices.DeleteFunc(slices.Clone(q.routes), func(r route) bool { return len(q.faults(r)) > 0 })
}

// relations returns the relations of routes, by id.
func (q question) relations(routes []route) []domain.Relation {
	var out []domain.Relation
	for _, r := range routes {
		out = append(out, r.ties...)
	}
	slices.SortFunc(out, func(a, b domain.Relation) int { return cmp.Compare(a.ID, b.ID) })
	return slices.Compact(out)
}

// typesOf returns the types of the relations of routes, by id.
func (q question) typesOf(routes []route) []domain.RelationType {
	var out []domain.RelationType
	for _, r := range q.relations(routes) {
		if t, ok := q.w.RelationType(r.Type); ok {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b domain.RelationType) int { return cmp.Compare(a.ID, b.ID) })
	return slices.Compact(out)
}

// idleTies lets a relation run on the day that has ended or is still to begin,
// between the two or with a client of both.
func (p *proposals) idleTies() {
	for _, r := range p.relations(p.routes) {
		if r.RunsOn(p.on) || r.Withdrawn {
			continue
		}
		if r.Ahead(p.on) {
			r.From = p.on
		} else {
			r.Through = p.until(r)
		}
		p.add(domain.EditRelation{Relation: r})
	}
}

// until is the last day that an ended relation can have when it runs on: open, or
// the day before the next of its type begins that it may not overlap (E2).
func (p *proposals) until(r domain.Relation) domain.Date {
	var last domain.Date
	t, _ := p.w.RelationType(r.Type)
	for next := range p.w.RelationsOf(r.Client) {
		rival := next.Client == r.Client && next.Type == r.Type && (t.Exclusive || next.Person == r.Person)
		if rival && !next.Withdrawn && next.Ahead(p.on) && (last == 0 || next.From <= last) {
			last = next.From - 1
		}
	}
	return last
}

// ties makes a direct relation between the two (N2), or of one of them with a
// client in whose network the other is (N3), of each type that fits.
func (p *proposals) ties() {
	p.tie(p.viewer, p.other)
	p.tie(p.other, p.viewer)
	for _, id := range p.both() {
		partner := p.other
		if id == p.other {
			partner = p.viewer
		}
		for _, c := range p.networksOf(partner) {
			if c != id {
				p.tie(c, id)
			}
		}
	}
}

// networksOf returns the clients in whose network somebody is, by id.
func (q question) networksOf(id domain.PersonID) []domain.PersonID {
	var out []domain.PersonID
	for r := range q.w.RelationsOf(id) {
		if t, ok := q.w.InEffect(r, q.on); ok && t.Network && r.Person == id {
			out = append(out, r.Client)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// tie makes a direct relation of somebody with a client, where there can be one (N1).
func (p *proposals) tie(client, id domain.PersonID) {
	c, _ := p.w.Person(client)
	one, _ := p.w.Person(id)
	if c.Role != domain.Client || one.Role == domain.Client {
		return
	}
	for t := range p.w.RelationTypes() {
		if t.Network && t.Active() && p.w.FitsKind(one, t.Kind) {
			p.add(domain.AddRelation{Relation: domain.Relation{Client: client, Person: id, Type: t.ID, Period: domain.Period{From: p.on}}})
		}
	}
}

// types switches on a type on which a relation of the two rests (E7), or makes it
// one of direct relations (E6).
func (p *proposals) types() {
	for _, t := range p.typesOf(p.routes) {
		switch {
		case t.SwitchedOff:
			t.SwitchedOff = false
		case !t.Network && !t.Negative: // N4
			t.Network = true
		default:
			continue
		}
		p.add(domain.EditRelationType{Type: t})
	}
}

// partings ends the relations through which something holds, the day before; one
// that began on the day itself is taken off the record.
func (p *proposals) partings() {
	for _, r := range p.relations(p.counting()) {
		if r.From == p.on {
			p.add(domain.RemoveRelation{ID: r.ID})
			continue
		}
		p.add(domain.EndRelations{IDs: []domain.RelationID{r.ID}, Through: p.on - 1})
	}
}

// typesOff switches off a type through which something holds, or makes it one of
// no direct relations.
func (p *proposals) typesOff() {
	for _, t := range p.typesOf(p.counting()) {
		off, apart := t, t
		off.SwitchedOff, apart.Network = true, false
		p.add(domain.EditRelationType{Type: off})
		p.add(domain.EditRelationType{Type: apart})
	}
}
