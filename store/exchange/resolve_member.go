package exchange

import (
	"slices"
	"strings"

	"zichtlijn/domain"
)

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
