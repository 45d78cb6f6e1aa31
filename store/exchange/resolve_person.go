package exchange

import (
	"slices"
	"strings"

	"zichtlijn/domain"
)

// finder finds persons by what tells them apart (EXCHANGE.md 2 and 4): number and side,
// user name, e-mail; and by their whole name, which tells nobody apart.
type finder struct {
	byKey map[string][]string
	roles map[string]domain.Role
	names map[string][]string // by whole name, folded
}

func newFinder(w domain.World) finder {
	p := finder{map[string][]string{}, map[string]domain.Role{}, map[string][]string{}}
	for one := range w.Persons() {
		p.add(one)
	}
	return p
}

func (p finder) add(one domain.Person) {
	id := string(one.ID)
	p.roles[id] = one.Role
	if one.Number != "" {
		p.put(p.byKey, numberKey(one.Number, one.Role == domain.Client), id)
	}
	if one.UserName != "" {
		p.put(p.byKey, "user "+domain.SameName(one.UserName), id)
	}
	if one.Email != "" {
		p.put(p.byKey, "mail "+strings.ToLower(one.Email), id)
	}
	p.put(p.names, domain.LookUp(one.FullName()), id)
}

func (finder) put(into map[string][]string, key, id string) {
	if !slices.Contains(into[key], id) {
		into[key] = append(into[key], id)
	}
}

// numberKey is that of a number among clients, or among all others: the two may use the
// same.
func numberKey(number string, client bool) string {
	if client {
		return "client " + number
	}
	return "other " + number
}

// numbered returns who has a number, on one side or on both.
func (p finder) numbered(number string, client, other bool) []string {
	var out []string
	if client {
		out = append(out, p.byKey[numberKey(number, true)]...)
	}
	if other {
		out = append(out, p.byKey[numberKey(number, false)]...)
	}
	return out
}

// person makes a person of a row of people. In a flat list the rows of one person are one.
func (x *resolver) person(e *entry) {
	n := e.record(x.keys[domain.PersonNoun])
	e.splitName(&n)
	since := e.activity(&n)
	id, known, ok := x.identify(e, &n)
	if !ok {
		return
	}
	e.who = id
	if since != nil {
		e.f.inactive.kids = append(e.f.inactive.kids, since.withKey(id))
	}
	at := e.f.sections[domain.PersonNoun]
	if place, twice := e.f.persons[id]; twice && e.s.kind == flatTable {
		e.f.repeat(&at.kids[place], n)
		return
	}
	n.partial = known
	n.set("id", id, &n)
	if e.x.how.Role != domain.NoRole && !known && n.member("role") == nil {
		n.set("role", e.x.how.Role.String(), &n)
	}
	e.f.persons[id] = e.f.add(domain.PersonNoun, n)
	x.people.add(e.personOf(&n, id))
}

// personOf is what is known of the person of a row, to find them by.
func (e *entry) personOf(n *node, id string) domain.Person {
	p := domain.Person{ID: domain.PersonID(id)}
	if known, ok := e.x.world.Person(p.ID); ok {
		p = known
	}
	for _, kid := range n.kids {
		if property, ok := e.x.put[kid.key]; ok && !kid.emptied {
			property.Put(&p, kid.text)
		}
	}
	return p
}

// splitName takes a whole name apart, where its parts are not given.
func (e *entry) splitName(n *node) {
	whole := e.cell(wholeName)
	if whole == nil || whole.emptied || n.member("givenName") != nil || n.member("familyName") != nil {
		return
	}
	given, prefix, family := domain.SplitName(whole.text)
	e.f.note(whole, Assumed, "name", parts(given, prefix, family))
	n.set("givenName", given, whole)
	if prefix != "" {
		n.set("familyNamePrefix", prefix, whole)
	}
	n.set("familyName", family, whole)
}

// parts shows how a name was split.
func parts(given, prefix, family string) string {
	return strings.Join(slices.DeleteFunc([]string{given, prefix, family}, func(s string) bool { return s == "" }), " · ")
}

// activity returns the day from which somebody is inactive; nil where none is given. It
// says that they are not active, whatever stands beside it.
func (e *entry) activity(n *node) *node {
	since := e.cell(inactiveFrom)
	if since == nil || since.emptied || !e.f.day(since, e.raw(inactiveFrom)) {
		return nil
	}
	n.set("active", "false", since)
	n.member("active").kind = boolean
	return since
}

// identify finds whom a row is about: by id, number and side, user name or e-mail, never
// by the name alone. known: they are in the set-up.
func (x *resolver) identify(e *entry, n *node) (id string, known, ok bool) {
	inWorld := func(id string) bool { return x.world.Has(domain.Ref{Noun: domain.PersonNoun, Key: id}) }
	if given := e.text("id"); given != "" {
		return given, inWorld(given), true
	}
	strong := false
	for _, key := range []string{"number", "userName", "email"} {
		c := e.cell(key)
		if c == nil || c.emptied {
			continue
		}
		strong = true
		found := x.found(key, c.text, n)
		if len(found) > 1 {
			e.f.refuse(c, Ambiguous, found[:min(len(found), mostOthers)]...)
			e.reject(domain.PersonNoun, false)
			return "", false, false
		}
		if len(found) == 1 {
			return found[0], inWorld(found[0]), true
		}
	}
	if !strong {
		if id, decided := x.sameName(e, n); !decided {
			return "", false, false
		} else if id != "" {
			return id, inWorld(id), true
		}
	}
	return x.ids[domain.PersonNoun].next(), false, true
}

// found returns who has a value that tells people apart. A number counts on the side of
// the role of the row; without a role on both.
func (x *resolver) found(key, value string, n *node) []string {
	switch key {
	case "userName":
		return x.people.byKey["user "+domain.SameName(value)]
	case "email":
		return x.people.byKey["mail "+strings.ToLower(value)]
	}
	role := x.how.Role.String()
	if have := n.member("role"); have != nil && !have.flawed {
		role = have.text
	}
	return x.people.numbered(value, role == "" || role == domain.Client.String(), role != domain.Client.String())
}

// sameName looks for people of the same name and role, for a row that nothing else tells
// apart. decided is false where a person must say whether it is one of them.
func (x *resolver) sameName(e *entry, n *node) (id string, decided bool) {
	p := e.personOf(n, "")
	alike := slices.DeleteFunc(slices.Clone(x.people.names[domain.LookUp(p.FullName())]), func(id string) bool {
		return p.Role != domain.NoRole && x.people.roles[id] != p.Role
	})
	switch {
	case len(alike) == 0 || x.how.SameName == SameNameSeparate:
		return "", true
	case x.how.SameName == SameNameOne && len(alike) == 1:
		return alike[0], true
	}
	e.f.refuse(n, PerhapsTwice, alike[:min(len(alike), mostOthers)]...)
	e.reject(domain.PersonNoun, true)
	return "", false
}

// repeat takes a further row of a person in a flat list: it may say more, and nothing else.
func (f *tableFile) repeat(have *node, n node) {
	for i := range n.kids {
		kid := &n.kids[i]
		was := have.member(kid.key)
		switch {
		case was == nil:
			have.kids = append(have.kids, *kid)
		case was.text != kid.text || was.emptied != kid.emptied:
			f.refuse(kid, Differs, was.text)
			have.flawed = true
		}
	}
}
