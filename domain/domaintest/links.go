package domaintest

import (
	"strconv"

	"zichtlijn/domain"
)

// openEnd marks in maker.ends a membership after which none of the two can follow.
const openEnd = domain.LastDate

func (m *maker) membership() {
	if len(m.Groups) == 0 || len(m.linkable) == 0 {
		return
	}
	g, p := pick(m, m.Groups), pick(m, m.linkable)
	pair := [2]string{string(g.ID), string(p.ID)}
	last, before := m.ends[pair]
	if before && last >= Today() { // leaves no day that is certainly free
		return
	}
	one := domain.Membership{Group: g.ID, Person: p.ID}
	if before || !oneIn(m, 10) { // else the zero period: from always on
		one.Period = m.period(last + 1)
	}
	if oneIn(m, 12) {
		one.Role = pick(m, domain.MemberRoles())
		m.mayStandAs(p.ID, one.Role)
	}
	m.ends[pair] = one.Through
	if one.Through == 0 {
		m.ends[pair] = openEnd
	}
	m.Memberships = append(m.Memberships, one)
}

// relationTypes makes one type for every flag and kind that matters somewhere.
func (m *maker) relationTypes() {
	m.RelationTypes = []domain.RelationType{
		{ID: "T1", Name: "Persoonlijk begeleider", Primary: true, Exclusive: true, Relevant: true, Network: true},
		{ID: "T2", Name: "Betrokken medewerker", Relevant: true},
		{ID: "T3", Name: "Regiebehandelaar", Exclusive: true, Relevant: true, Legal: true},
		{ID: "T4", Name: "Wzd-functionaris", VBMResponsible: true},
		{ID: "T5", Name: "Ongewenste medewerker", Negative: true},
		{ID: "T6", Name: "Mentor van vroeger", Primary: true, Exclusive: true, SwitchedOff: true},
		{ID: "T7", Name: "Ouder", Kind: domain.GuardianKind, Relevant: true, Network: true},
		{ID: "T8", Name: "Voogd", Kind: domain.GuardianKind, Exclusive: true, Network: oneIn(m, 2)},
		{ID: "T9", Name: "Huisarts", Kind: domain.ExternalKind, Exclusive: true},
		{ID: "T10", Name: "Buur", Kind: domain.ExternalKind, Network: true},
		{ID: "T11", Name: "Behandelaar in netwerk", Network: true},
	}
}

func (m *maker) relation() {
	clients := m.byRole[domain.Client]
	if len(clients) == 0 {
		return
	}
	t, other := pick(m, m.RelationTypes), pick(m, m.linkable)
	if other.Role == domain.Client || !m.fits[other.ID][t.Kind] { // N1
		return
	}
	n := domain.Relation{
		ID:     domain.RelationID("R" + strconv.Itoa(len(m.Relations)+1)),
		Client: pick(m, clients),
		Person: other.ID,
		Type:   t.ID,
		Period: m.period(1),
	}
	if oneIn(m, 20) {
		n.Note = "besproken in het overleg\nmet de familie"
	}
	if m.contradicted(n, t) {
		return
	}
	if t.Exclusive {
		m.replace(n)
	}
	m.relations[n.Client] = append(m.relations[n.Client], len(m.Relations))
	m.Relations = append(m.Relations, n)
}

// contradicted reports whether n can not stand beside what its client has: the
// same two in the same type, or primary beside unwanted (E1), on the same days.
func (m *maker) contradicted(n domain.Relation, t domain.RelationType) bool {
	for _, i := range m.relations[n.Client] {
		r := m.Relations[i]
		if r.Person != n.Person || !r.Overlaps(n.Period) {
			continue
		}
		u := m.typeOf(r)
		if r.Type == n.Type || t.Primary && u.Negative || t.Negative && u.Primary {
			return true
		}
	}
	return false
}

// replace does to the others of an exclusive type what adding n does (E8).
func (m *maker) replace(n domain.Relation) {
	for _, i := range m.relations[n.Client] {
		r := &m.Relations[i]
		if r.Type != n.Type || r.Withdrawn || !r.Overlaps(n.Period) {
			continue
		}
		r.ReplacedBy = n.ID
		if r.From < n.From {
			r.Through = n.From - 1
		} else {
			r.Withdrawn = true
		}
	}
}

func (m *maker) typeOf(r domain.Relation) domain.RelationType {
	for _, t := range m.RelationTypes {
		if t.ID == r.Type {
			return t
		}
	}
	return domain.RelationType{}
}
