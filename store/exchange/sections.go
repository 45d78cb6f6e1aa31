package exchange

import (
	"cmp"
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
		properties: inOrder(forms(domain.AcceptedSignalProperties(), []domain.Property[T]{objects}), "code", "objects", ""),
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
		properties: forms([]domain.Property[T]{
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
		// E1: a file says that a primary type is exclusive, also where the set-up
		// knows it already. Everything else of the flags the domain judges.
		rules: func(r *reader, n *node, p *patch[T]) {
			if p.values.Primary && !p.values.Exclusive {
				at := cmp.Or(n.member("exclusive"), n)
				r.in(step{key: "exclusive"}, func() { r.refuseValue(at, PrimaryNeedsExclusive, p.values.Name) })
			}
		},
	}
}

func accessRoles() noun[domain.AccessRole] {
	type T = domain.AccessRole
	all := withID(domain.AccessRoleNoun, func(a *T) *domain.AccessRoleID { return &a.ID }, domain.AccessRoleProperties())
	return noun[T]{
		noun: domain.AccessRoleNoun, section: "accessRoles", key: []string{"id"},
		properties: inOrder(scoped(all), "", "active"),
		twice:      RecordTwice,
		all:        domain.World.AccessRoles,
		change:     func(s *domain.Swap[T]) domain.Change { return domain.Change{AccessRole: s} },
	}
}

// scoped puts what is said of the scope into an object of its own, which is given
// as a whole and then says its kind.
func scoped(all []property[domain.AccessRole]) []property[domain.AccessRole] {
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
		properties: forms([]domain.Property[T]{
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
		for _, key := range partsOf(p.values.Kind) {
			if n.member(key) == nil {
				r.absent(n, key)
			}
		}
	}
	return f
}

// partsOf returns what a promise of that kind has to name.
func partsOf(k domain.AgreementKind) []string {
	switch k {
	case domain.GroupAtMost:
		return []string{"group", "visibility"}
	case domain.NoRoleInGroup:
		return []string{"group", "role"}
	default:
		return []string{"viewer", "other"}
	}
}
