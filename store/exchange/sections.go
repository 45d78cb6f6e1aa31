package exchange

import (
	"cmp"
	"strconv"
	"strings"
	"sync"

	"zichtlijn/domain"
)

// sections returns the forms of every noun but the institution, in the order of
// the schema.
var sections = sync.OnceValue(func() []section {
	return []section{
		acceptedSignals(), persons(), groups(), memberships(), relationTypes(), relations(),
		accessRoles(), assignments(), shifts(), agreements(),
	}
})

func acceptedSignals() noun[domain.AcceptedSignal] {
	type T = domain.AcceptedSignal
	objects := domain.ManyProperty("objects", domain.PersonNoun, func(a *T) *[]string { return &a.Objects }).Needed() // of any noun
	return noun[T]{
		noun: domain.AcceptedSignalNoun, section: "acceptedSignals", key: []string{"code", "objects"},
		properties: inOrder(propertiesOf(domain.AcceptedSignalProperties(), []domain.Property[T]{objects}), "code", "objects", ""),
		twice:      RecordTwice,
		all:        domain.World.AcceptedSignals,
		change:     func(s *domain.Swap[T]) domain.Change { return domain.Change{AcceptedSignal: s} },
	}
}

func persons() noun[domain.Person] {
	type T = domain.Person
	all := withID(domain.PersonNoun, func(p *T) *domain.PersonID { return &p.ID }, domain.PersonProperties())
	return noun[T]{
		noun: domain.PersonNoun, section: "persons", key: []string{"id"},
		properties: inOrder(append(all, activity()), "id", "number", "", "active", "note"),
		twice:      RecordTwice,
		all:        domain.World.Persons,
		change:     func(s *domain.Swap[T]) domain.Change { return domain.Change{Person: s} },
	}
}

func groups() noun[domain.Group] {
	type T = domain.Group
	return noun[T]{
		noun: domain.GroupNoun, section: "groups", key: []string{"id"},
		properties: withID(domain.GroupNoun, func(g *T) *domain.GroupID { return &g.ID }, domain.GroupProperties()),
		twice:      RecordTwice,
		all:        domain.World.Groups,
		change:     func(s *domain.Swap[T]) domain.Change { return domain.Change{Group: s} },
	}
}

func memberships() noun[domain.Membership] {
	type T = domain.Membership
	return noun[T]{
		noun: domain.MembershipNoun, section: "memberships", key: []string{"group", "person", "from"},
		properties: propertiesOf([]domain.Property[T]{
			domain.OneProperty("group", domain.GroupNoun, func(m *T) *domain.GroupID { return &m.Group }).Needed(),
			domain.OneProperty("person", domain.PersonNoun, func(m *T) *domain.PersonID { return &m.Person }).Needed(),
		}, domain.MembershipProperties()),
		twice:  MemberTwice,
		all:    domain.World.Memberships,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{Membership: s} },
	}
}

func relationTypes() noun[domain.RelationType] {
	type T = domain.RelationType
	return noun[T]{
		noun: domain.RelationTypeNoun, section: "relationTypes", key: []string{"id"},
		properties: withID(domain.RelationTypeNoun, func(t *T) *domain.RelationTypeID { return &t.ID }, domain.RelationTypeProperties()),
		twice:      RecordTwice,
		all:        domain.World.RelationTypes,
		change:     func(s *domain.Swap[T]) domain.Change { return domain.Change{RelationType: s} },
		// E1: a file must say that a primary type is exclusive, even where the set-up
		// knows it already. The domain judges the other rules of flags.
		rules: func(r *reader, n *node, p *patch[T]) {
			if p.values.Primary && !p.values.Exclusive {
				at := cmp.Or(n.member("exclusive"), n)
				r.descend(step{key: "exclusive"}, func() { r.refuseValue(at, PrimaryNeedsExclusive, p.values.Name) })
			}
		},
	}
}

func accessRoles() noun[domain.AccessRole] {
	type T = domain.AccessRole
	all := withID(domain.AccessRoleNoun, func(a *T) *domain.AccessRoleID { return &a.ID }, domain.AccessRoleProperties())
	return noun[T]{
		noun: domain.AccessRoleNoun, section: "accessRoles", key: []string{"id"},
		properties: inOrder(nestScope(all), "", "active"),
		twice:      RecordTwice,
		all:        domain.World.AccessRoles,
		change:     func(s *domain.Swap[T]) domain.Change { return domain.Change{AccessRole: s} },
	}
}

// nestScope moves the properties of the scope into an object of its own, which is
// given as a whole and always with its kind.
func nestScope(all []property[domain.AccessRole]) []property[domain.AccessRole] {
	var out, scope []property[domain.AccessRole]
	for _, p := range all {
		key, inside := strings.CutPrefix(p.key, "scope.")
		if !inside {
			out = append(out, p)
			continue
		}
		p.key, p.required = key, key == "kind"
		scope = append(scope, p)
	}
	return append(out, nested("scope", scope, func(into, from *domain.AccessRole) { into.Scope = from.Scope }))
}

func assignments() noun[domain.Assignment] {
	type T = domain.Assignment
	return noun[T]{
		noun: domain.AssignmentNoun, section: "roleAssignments", key: []string{"role", "person", "from"},
		properties: propertiesOf([]domain.Property[T]{
			domain.OneProperty("role", domain.AccessRoleNoun, func(a *T) *domain.AccessRoleID { return &a.Role }).Needed(),
			domain.OneProperty("person", domain.PersonNoun, func(a *T) *domain.PersonID { return &a.Person }).Needed(),
		}, domain.AssignmentProperties()),
		twice:  RecordTwice,
		all:    domain.World.Assignments,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{Assignment: s} },
	}
}

func shifts() noun[domain.Shift] {
	type T = domain.Shift
	return noun[T]{
		noun: domain.ShiftNoun, section: "shifts", key: []string{"id"},
		properties: withID(domain.ShiftNoun, func(s *T) *domain.ShiftID { return &s.ID }, domain.ShiftProperties()),
		twice:      RecordTwice,
		all:        domain.World.Shifts,
		change:     func(s *domain.Swap[T]) domain.Change { return domain.Change{Shift: s} },
	}
}

func agreements() noun[domain.Agreement] {
	type T = domain.Agreement
	f := noun[T]{
		noun: domain.AgreementNoun, section: "agreements", key: []string{"id"},
		properties: withID(domain.AgreementNoun, func(a *T) *domain.AgreementID { return &a.ID }, domain.AgreementProperties()),
		twice:      RecordTwice,
		all:        domain.World.Agreements,
		change:     func(s *domain.Swap[T]) domain.Change { return domain.Change{Agreement: s} },
	}
	f.rules = func(r *reader, n *node, p *patch[T]) {
		if p.given&f.mask("kind") == 0 {
			return
		}
		for _, key := range p.values.Kind.Fields() {
			if n.member(string(key)) == nil {
				r.absent(n, string(key))
			}
		}
	}
	return f
}

func relations() noun[domain.Relation] {
	type T = domain.Relation
	all := withID(domain.RelationNoun, func(r *T) *domain.RelationID { return &r.ID }, append(domain.RelationProperties(),
		domain.OneProperty("replacedBy", domain.RelationNoun, func(r *T) *domain.RelationID { return &r.ReplacedBy }),
		domain.FlagProperty("withdrawn", func(r *T) *bool { return &r.Withdrawn })))
	all[0].required = false // see assignIDs
	return noun[T]{
		noun: domain.RelationNoun, section: "relations", key: []string{"id"},
		properties: inOrder(all, "", "note"),
		twice:      RecordTwice,
		all:        domain.World.Relations,
		change:     func(s *domain.Swap[T]) domain.Change { return domain.Change{Relation: s} },
		prepare:    assignIDs,
	}
}

// relationKey identifies relations without an id. A withdrawn relation never began
// and is never taken for one that did.
type relationKey struct {
	client, person domain.PersonID
	kind           domain.RelationTypeID
	from           domain.Date
	withdrawn      bool
}

func relationKeyOf(r domain.Relation) relationKey {
	return relationKey{r.Client, r.Person, r.Type, r.From, r.Withdrawn}
}

// assignIDs gives an id to every relation that has none: that of the relation between
// the same two, of the same type and first day, so that a file that is read twice
// changes nothing; else R and the next number above all in the set-up and the files,
// in the order of the files.
func assignIDs(m *merger, patches []patch[domain.Relation]) {
	top := relationNumber(m.world.Next(domain.RelationNoun)) - 1
	keyless := false
	for _, p := range patches {
		top = max(top, relationNumber(string(p.values.ID)))
		keyless = keyless || p.values.ID == ""
	}
	if !keyless {
		return
	}
	known := map[relationKey]domain.RelationID{}
	for r := range m.world.Relations() {
		if _, taken := known[relationKeyOf(r)]; !taken {
			known[relationKeyOf(r)] = r.ID
		}
	}
	for i := range patches {
		p := &patches[i]
		if p.keyless {
			continue
		}
		like := relationKeyOf(p.values)
		same, taken := known[like]
		switch {
		case p.values.ID != "" && taken:
			continue
		case taken:
			p.values.ID = same
		case p.values.ID == "":
			top++
			p.values.ID = domain.RelationID("R" + strconv.Itoa(top))
		}
		known[like] = p.values.ID
		p.given |= firstProperty
	}
}

// relationNumber returns the number of an id such as R73; 0 for any other id, and for
// absurdly large numbers (over 40 bits).
func relationNumber(id string) int {
	digits, ok := strings.CutPrefix(id, "R")
	if !ok {
		return 0
	}
	n, err := strconv.ParseUint(digits, 10, 40)
	if err != nil {
		return 0
	}
	return int(n)
}

// inactiveKey is our own extension, because the schema says only that somebody is not
// active. {"P13": "2026-07-01"} is the first day on which P13 is not active. A reader
// that does not know it takes P13 for always inactive, which shows less and never
// more.
const inactiveKey = "zichtlijn.inactiveFrom"

// activity is the flag active of a person. False without a date means never active,
// but never replaces a date that the set-up has already.
func activity() property[domain.Person] {
	type T = domain.Person
	return property[T]{
		key: "active",
		read: func(r *reader, n *node, into *T) bool {
			ok := r.expect(n, boolean)
			if ok && n.text == "false" {
				into.InactiveFrom = domain.FirstDate
			}
			return ok
		},
		merge: func(into, from *T) {
			if from.InactiveFrom != domain.FirstDate || into.InactiveFrom == 0 {
				into.InactiveFrom = from.InactiveFrom
			}
		},
		write: func(from *T) (node, bool) { return boolNode(from.InactiveFrom == 0), from.InactiveFrom != 0 },
	}
}

// readInactiveDays gives the dates of our extension to the persons of the same file.
func readInactiveDays(r *reader, people patches[domain.Person]) {
	if r.inactive == nil || !r.expect(r.inactive, object) {
		return
	}
	at := make(map[string]*patch[domain.Person], len(people))
	for i := range people {
		at[string(people[i].values.ID)] = &people[i]
	}
	for i := range r.inactive.kids {
		kid := &r.inactive.kids[i]
		r.descend(step{key: kid.key}, func() {
			if !r.expect(kid, text) {
				return
			}
			d, err := domain.ParseDate(kid.text)
			p, known := at[kid.key]
			switch {
			case err != nil:
				r.refuse(kid, WrongDate)
			case !known || p.values.InactiveFrom == 0:
				r.refuseValue(kid, NotInactive, kid.key)
			default:
				p.values.InactiveFrom = d
			}
		})
	}
}

// inactiveDay is the day from which somebody is not active; empty where they always are, or
// never were.
func inactiveDay(p domain.Person) string {
	if p.InactiveFrom <= domain.FirstDate {
		return ""
	}
	return p.InactiveFrom.String()
}

// inactiveDays returns our extension with everybody whose day is known.
func inactiveDays(w domain.World) (n node, set bool) {
	n = node{kind: object}
	for p := range w.Persons() {
		if day := inactiveDay(p); day != "" {
			n.kids = append(n.kids, textNode(day).withKey(string(p.ID)))
		}
	}
	return n.withKey(inactiveKey), len(n.kids) > 0
}
