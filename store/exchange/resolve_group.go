package exchange

import "zichtlijn/domain"

// group makes a group of a row of groups, or of the name in a flat list that no group has.
func (x *resolver) group(e *entry) {
	if e.s.kind == flatTable {
		x.groupInPassing(e)
		return
	}
	n := e.record(x.keys[domain.GroupNoun])
	id, known, ok := x.recordID(e, domain.GroupNoun, x.groups, "name")
	if !ok {
		return
	}
	n.partial = known
	n.set("id", id, &n)
	if !known && n.member("visibility") == nil {
		n.set("visibility", domain.Hidden.String(), &n)
		e.f.note(&n, Assumed, "hidden")
	}
	e.f.add(domain.GroupNoun, n)
	x.groups.add(e.text("name"), id)
}

// groupInPassing makes the group that a flat list names, where there is none of that name.
// It begins hidden.
func (x *resolver) groupInPassing(e *entry) {
	name := e.cell(groupName)
	if name == nil || name.emptied || len(x.groups[domain.SameName(name.text)]) > 0 {
		return
	}
	id := e.text("group")
	if id == "" {
		id = x.ids[domain.GroupNoun].next()
	} else if x.world.Has(domain.Ref{Noun: domain.GroupNoun, Key: id}) {
		return
	}
	n := e.s.rowNode(e.row)
	n.set("id", id, name)
	n.set("name", name.text, name)
	n.set("visibility", domain.Hidden.String(), name)
	e.f.note(name, Assumed, "group")
	e.f.add(domain.GroupNoun, n)
	x.groups.add(name.text, id)
}

// relationType makes a relation type of a row.
func (x *resolver) relationType(e *entry) {
	n := e.record(x.keys[domain.RelationTypeNoun])
	id, known, ok := x.recordID(e, domain.RelationTypeNoun, x.types, "name")
	if !ok {
		return
	}
	n.partial = known
	n.set("id", id, &n)
	e.f.add(domain.RelationTypeNoun, n)
	x.types.add(e.text("name"), id)
}
