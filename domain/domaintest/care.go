package domaintest

import (
	"strconv"

	"zichtlijn/domain"
)

func (m *maker) shift(n int) {
	begin := 60 * m.IntN(24)
	m.Shifts = append(m.Shifts, domain.Shift{
		ID:        domain.ShiftID("S" + strconv.Itoa(n)),
		Date:      Today() + domain.Date(m.IntN(14)),
		Begin:     domain.Clock(begin),
		End:       domain.Clock((begin + 8*60) % (24 * 60)),
		Name:      pick(m, []string{"", "Route Kade", "Nacht"}),
		Employees: m.some(m.byRole[domain.Counselor]),
		Clients:   m.some(m.byRole[domain.Client]),
	})
}

// some picks up to three people, nobody twice, in the order of their ids.
func (m *maker) some(of []domain.PersonID) []domain.PersonID {
	if len(of) == 0 {
		return nil
	}
	at := m.IntN(len(of))
	return append([]domain.PersonID(nil), of[at:min(len(of), at+m.IntN(4))]...)
}

func (m *maker) accessRole(n int) {
	a := domain.AccessRole{
		ID:   domain.AccessRoleID("A" + strconv.Itoa(n)),
		Name: "Rol " + strconv.Itoa(n),
		Kind: pick(m, domain.AccessKinds()),
	}
	// None stays nil, as it comes back from a file.
	a.Tasks = append(a.Tasks, []string{"dossier inzien", "rapporteren"}[:m.IntN(3)]...)
	switch a.Kind {
	case domain.RelationAccess:
		a.Scope = domain.Scope{Kind: domain.RelationScope, RelationTypes: m.someTypes()}
	case domain.ManualAccess:
		a.Scope = domain.Scope{Kind: pick(m, domain.ScopeKinds())}
		if a.Scope.Kind == domain.LocationScope && oneIn(m, 2) {
			a.Scope.Locations = []string{"Kade"}
		}
	case domain.StandardAccess:
		a.Scope = domain.Scope{Kind: domain.AllClients}
	}
	m.AccessRoles = append(m.AccessRoles, a)
}

func (m *maker) someTypes() []domain.RelationTypeID {
	var out []domain.RelationTypeID
	for _, t := range m.RelationTypes {
		if t.Kind == domain.EmployeeKind && oneIn(m, 3) {
			out = append(out, t.ID)
		}
	}
	return out
}

func (m *maker) assignment() {
	employees := m.byRole[domain.Counselor]
	if len(m.AccessRoles) == 0 || len(employees) == 0 {
		return
	}
	r := pick(m, m.AccessRoles)
	p := pick(m, employees)
	pair := [2]string{"role " + string(r.ID), string(p)}
	if _, before := m.ends[pair]; before || r.Kind != domain.ManualAccess {
		return
	}
	m.ends[pair] = openEnd
	m.Assignments = append(m.Assignments, domain.Assignment{Role: r.ID, Person: p, Period: m.period(1)})
}

func (m *maker) agreement(n int) {
	a := domain.Agreement{
		ID:   domain.AgreementID("F" + strconv.Itoa(n)),
		Kind: pick(m, domain.AgreementKinds()),
		Note: pick(m, []string{"", "contactverbod"}),
	}
	switch {
	case a.Kind.OfPair() && len(m.linkable) > 1:
		at := m.IntN(len(m.linkable))
		a.Viewer, a.Other = m.linkable[at].ID, m.linkable[(at+1)%len(m.linkable)].ID
	case !a.Kind.OfPair() && len(m.Groups) > 0:
		a.Group = pick(m, m.Groups).ID
		if a.Kind == domain.GroupAtMost {
			a.MostVisible = pick(m, domain.Visibilities())
		} else {
			a.Role = pick(m, domain.MemberRoles())
		}
	default:
		return
	}
	m.Agreements = append(m.Agreements, a)
}

func (m *maker) accepted(n int) {
	m.AcceptedSignal = append(m.AcceptedSignal, domain.AcceptedSignal{
		Code:    "group.few-counselors",
		Objects: []string{"G" + strconv.Itoa(n)},
		Reason:  "tijdelijk, vacature loopt",
		By:      "coördinator",
		On:      Today() - domain.Date(m.IntN(30)),
	})
}
