package exchange

import (
	"slices"
	"strings"

	"zichtlijn/domain"
)

// entryOf is the entry of a row: the same one for every noun of it.
func (x *resolver) entryOf(f *tableFile, s *sheet, at int) *entry {
	if f.entries == nil {
		f.entries = map[*sheet][]*entry{}
	}
	all := f.entries[s]
	if all == nil {
		all = make([]*entry, len(s.rows))
		f.entries[s] = all
	}
	if all[at] == nil {
		all[at] = &entry{x: x, f: f, s: s, row: s.rows[at]}
	}
	return all[at]
}

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

// recordID finds the record of a row by id, else by its name, which no two of the noun
// share.
func (x *resolver) recordID(e *entry, noun domain.Noun, by named, nameKey string) (id string, known, ok bool) {
	has := func(id string) bool { return x.world.Has(domain.Ref{Noun: noun, Key: id}) }
	if id = e.text("id"); id != "" {
		return id, has(id), true
	}
	found := by[domain.SameName(e.text(nameKey))]
	switch len(found) {
	case 0:
		return x.ids[noun].next(), false, true
	case 1:
		return found[0], has(found[0]), true
	}
	e.f.refuse(e.cell(nameKey), Ambiguous, found[:min(len(found), mostOthers)]...)
	e.reject(noun, false)
	return "", false, false
}

// refer finds the record that a row refers to: by the id of one cell, else by the name of
// another. ok is false where none is given, or the name fits none or several.
func (x *resolver) refer(e *entry, noun domain.Noun, by named, idKey, nameKey string) (id string, at *node, ok bool) {
	if at = e.cell(idKey); at != nil && !at.emptied {
		return at.text, at, true
	}
	at = e.cell(nameKey)
	if at == nil || at.emptied {
		return "", nil, false
	}
	found := by[domain.SameName(at.text)]
	if len(found) == 0 && x.world.Has(domain.Ref{Noun: noun, Key: at.text}) { // an id in the place of a name
		found = []string{at.text}
	}
	switch len(found) {
	case 1:
		return found[0], at, true
	case 0:
		e.f.refuse(at, UnknownReference, noun.String())
	default:
		e.f.refuse(at, Ambiguous, found[:min(len(found), mostOthers)]...)
	}
	return "", at, false
}

// referPerson finds the person that a row refers to: by id, else by number, on one side or
// on both.
func (x *resolver) referPerson(e *entry, idKey, numberKey string, client, other bool) (id string, at *node, ok bool) {
	if at = e.cell(idKey); at != nil && !at.emptied {
		return at.text, at, true
	}
	at = e.cell(numberKey)
	if at == nil || at.emptied {
		return "", nil, false
	}
	found := x.people.numbered(at.text, client, other)
	switch len(found) {
	case 1:
		return found[0], at, true
	case 0:
		e.f.refuse(at, UnknownReference, domain.PersonNoun.String())
	default:
		e.f.refuse(at, Ambiguous, found[:min(len(found), mostOthers)]...)
	}
	return "", at, false
}

// member makes a membership of a row, if it has a group.
func (x *resolver) member(e *entry) {
	flat := e.s.kind != membershipTable
	named := e.cell("group") != nil || e.cell(groupName) != nil
	if flat && (e.who == "" || !named && x.how.Group == "") {
		return
	}
	keys := []string{"from", "through"}
	if !flat {
		keys = append(keys, "role")
	}
	n := e.record(keys)
	before := e.f.refused
	group, groupAt, _ := x.refer(e, domain.GroupNoun, x.groups, "group", groupName)
	if !named && flat {
		group, groupAt = string(x.how.Group), &n
	}
	person, personAt := e.who, &n
	if !flat {
		client, other := true, true
		if role := n.member("role"); role != nil && role.text != "" {
			client, other = role.text == domain.Client.String(), role.text != domain.Client.String()
		}
		person, personAt, _ = x.referPerson(e, "person", personNumber, client, other)
	}
	if e.f.refused > before {
		e.reject(domain.MembershipNoun, false)
		return
	}
	if groupAt != nil {
		n.set("group", group, groupAt)
	}
	if personAt != nil {
		n.set("person", person, personAt)
	}
	x.addMember(e, n, group, person, flat)
}

// addMember adds a membership. Without a first day it is the one that there is. In a flat
// list a person may stand in the group more than once.
func (x *resolver) addMember(e *entry, n node, group, person string, once bool) {
	if n.member("from") == nil {
		if from := x.runningFrom(group, person); from != 0 {
			n.set("from", from.String(), &n)
		}
	}
	from := ""
	if have := n.member("from"); have != nil {
		from = have.text
	}
	key := strings.Join([]string{group, person, from}, "/")
	if once && e.f.members[key] {
		return
	}
	e.f.members[key] = true
	e.f.add(domain.MembershipNoun, n)
}

// runningFrom returns the first day of the only membership of a person in a group; zero
// where there is none, or one from always on.
func (x *resolver) runningFrom(group, person string) domain.Date {
	var only domain.Date
	count := 0
	for m := range x.world.MembershipsOf(domain.PersonID(person)) {
		if string(m.Group) == group {
			if only = m.From; only == 0 {
				return 0
			}
			count++
		}
	}
	if count != 1 {
		return 0
	}
	return only
}

// counselors makes the counselors that a flat list names members of the row's group. Who
// is not known yet becomes a counselor.
func (x *resolver) counselors(e *entry) {
	at := e.cell(groupCounselor)
	if at == nil || at.emptied {
		return
	}
	for one := range strings.FieldsFuncSeq(at.text, func(r rune) bool { return r == ';' || r == '\n' }) {
		name := *at
		name.text = strings.TrimSpace(one)
		if id, ok := x.counselorNamed(e, &name); ok {
			x.joinGroup(e, id, &name)
		}
	}
}

func (x *resolver) joinGroup(e *entry, person string, at *node) {
	if e.cell("group") == nil && e.cell(groupName) == nil {
		return
	}
	group, groupAt, ok := x.refer(e, domain.GroupNoun, x.groups, "group", groupName)
	if !ok {
		return
	}
	n := e.s.rowNode(e.row)
	n.set("group", group, groupAt)
	n.set("person", person, at)
	x.addMember(e, n, group, person, true)
}

// counselorNamed finds a counselor by number or whole name, and makes one where there is
// none. A name alone is enough here: the same name in a list is one person.
func (x *resolver) counselorNamed(e *entry, at *node) (id string, ok bool) {
	found := x.people.numbered(at.text, false, true)
	if len(found) == 0 {
		given, prefix, family := domain.SplitName(at.text)
		whole := domain.Person{GivenName: given, FamilyNamePrefix: prefix, FamilyName: family}
		found = slices.DeleteFunc(slices.Clone(x.people.names[domain.LookUp(whole.FullName())]), func(id string) bool {
			return !x.people.roles[id].IsCounselor()
		})
	}
	switch len(found) {
	case 1:
		return found[0], true
	case 0:
		return x.newCounselor(e, at), true
	}
	e.f.refuse(at, Ambiguous, found[:min(len(found), mostOthers)]...)
	e.reject(domain.MembershipNoun, false)
	return "", false
}

func (x *resolver) newCounselor(e *entry, at *node) string {
	id := x.ids[domain.PersonNoun].next()
	given, prefix, family := domain.SplitName(at.text)
	n := e.s.rowNode(e.row)
	n.set("id", id, at)
	n.set("role", domain.Counselor.String(), at)
	n.set("givenName", given, at)
	if prefix != "" {
		n.set("familyNamePrefix", prefix, at)
	}
	n.set("familyName", family, at)
	e.f.note(at, Assumed, "counselor", parts(given, prefix, family))
	e.f.add(domain.PersonNoun, n)
	x.people.add(domain.Person{ID: domain.PersonID(id), Role: domain.Counselor, GivenName: given, FamilyNamePrefix: prefix, FamilyName: family})
	return id
}

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
