package domaintest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"zichtlijn/domain"
)

// maker makes records, and keeps what later ones must agree with.
type maker struct {
	chance
	domain.Records
	byRole    map[domain.Role][]domain.PersonID
	linkable  []domain.Person // everybody but administrators (G7)
	fits      map[domain.PersonID]map[domain.Kind]bool
	ends      map[[2]string]domain.Date // by group and person: last day of their latest membership
	relations map[domain.PersonID][]int // by client: indexes in Records.Relations
}

func generate(c chance, size Size) domain.World {
	m := &maker{
		chance:    c,
		byRole:    map[domain.Role][]domain.PersonID{},
		fits:      map[domain.PersonID]map[domain.Kind]bool{},
		ends:      map[[2]string]domain.Date{},
		relations: map[domain.PersonID][]int{},
	}
	m.institution()
	repeat(size.Persons, m.person)
	repeat(size.Groups, m.group)
	m.attempt(size.Memberships, func() int { return len(m.Memberships) }, m.membership)
	if size.Relations > 0 {
		m.relationTypes()
	}
	m.attempt(size.Relations, func() int { return len(m.Relations) }, m.relation)
	repeat(size.Shifts, m.shift)
	repeat(size.AccessRoles, m.accessRole)
	m.attempt(size.Assignments, func() int { return len(m.Assignments) }, m.assignment)
	repeat(size.Agreements, m.agreement)
	repeat(size.Accepted, m.accepted)
	return m.world()
}

func repeat(n int, make func(i int)) {
	for i := range n {
		make(i + 1)
	}
}

// attempt calls make until there are n, or until too many tries failed.
func (m *maker) attempt(n int, have func() int, make func()) {
	for tries := 0; have() < n && tries < 4*n+8; tries++ {
		make()
	}
}

func (m *maker) world() domain.World {
	r := m.Records
	byKey(r.AcceptedSignal)
	byKey(r.Persons)
	byKey(r.Groups)
	byKey(r.Memberships)
	byKey(r.RelationTypes)
	byKey(r.Relations)
	byKey(r.AccessRoles)
	byKey(r.Assignments)
	byKey(r.Shifts)
	byKey(r.Agreements)
	return domain.NewWorld(r)
}

// byKey sorts records as a World keeps them. It makes each key once: that costs more
// than a comparison.
func byKey[T domain.Keyed](list []T) {
	type keyed struct {
		key string
		one T
	}
	all := make([]keyed, len(list))
	for i, one := range list {
		all[i] = keyed{one.Key(), one}
	}
	slices.SortFunc(all, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	for i := range all {
		list[i] = all[i].one
	}
}

func (m *maker) institution() {
	i := domain.Institution{Name: "Hazelmeander", WithoutNewsGroups: oneIn(m, 4)}
	for _, r := range domain.AllReadings() {
		i.Readings = i.Readings.With(r, r.Default() != oneIn(m, 6))
	}
	switch m.IntN(3) {
	case 1:
		i.Words = []string{}
	case 2:
		i.Words = []string{"autisme", "verslaving"}
	}
	if oneIn(m, 4) {
		i.Extensions = []byte(`{"later":1}`)
	}
	m.Records.Institution = []domain.Institution{i}
}

func (m *maker) person(n int) {
	given, prefixes, families := names()
	p := domain.Person{
		ID:               domain.PersonID("P" + strconv.Itoa(n)),
		Role:             m.role(),
		GivenName:        pick(m, given),
		FamilyNamePrefix: pick(m, prefixes),
		FamilyName:       pick(m, families),
		Location:         pick(m, []string{"", "Steiger", "Kade", "Werf"}),
	}
	if oneIn(m, 30) {
		p.FamilyNamePrefix, p.FamilyName = "", domain.NoFamilyName
	}
	if oneIn(m, 8) {
		p.DisplayName = p.GivenName + " " + strconv.Itoa(n)
	}
	if p.Role == domain.Client {
		p.Number = fmt.Sprintf("%05d", n)
		p.BirthDate = Today().AddMonths(-12*6 - m.IntN(12*80))
	}
	if oneIn(m, 25) {
		p.InactiveFrom = Today() + domain.Date(m.IntN(60)-30)
	}
	m.Persons = append(m.Persons, p)
	m.byRole[p.Role] = append(m.byRole[p.Role], p.ID)
	if p.Role == domain.Administrator {
		return
	}
	m.linkable = append(m.linkable, p)
	m.addFits(p.ID, p.Role)
}

// role draws a default role as an institution has them: out of 20 people 7
// clients, 4 guardians, 2 externals, 6 counselors, 1 of them plus; administrators are rare.
func (m *maker) role() domain.Role {
	switch n := m.IntN(20); {
	case n < 7:
		return domain.Client
	case n < 11:
		return domain.Guardian
	case n < 13:
		return domain.External
	case n < 18:
		return domain.Counselor
	case n < 19 || !oneIn(m, 8):
		return domain.CounselorPlus
	default:
		return domain.Administrator
	}
}

// addFits records which kinds of relation a role allows a person (N1).
func (m *maker) addFits(id domain.PersonID, r domain.Role) {
	if m.fits[id] == nil {
		m.fits[id] = map[domain.Kind]bool{}
	}
	for _, k := range domain.Kinds() {
		if k.Fits(r) {
			m.fits[id][k] = true
		}
	}
}

func (m *maker) group(n int) {
	m.Groups = append(m.Groups, domain.Group{
		ID:         domain.GroupID("G" + strconv.Itoa(n)),
		Name:       pick(m, []string{"Woongroep", "Oudercafé", "Dagbesteding", "Training"}) + " " + strconv.Itoa(n),
		Visibility: pick(m, domain.Visibilities()),
		Location:   pick(m, []string{"", "Steiger", "Kade"}),
		NewsGroup:  pick(m, []string{"", "", "Nieuws"}),
	})
}

// period draws a period on or around Today; from is its earliest first day.
func (m *maker) period(from domain.Date) domain.Period {
	p := domain.Period{From: max(from, Today()-domain.Date(m.IntN(700)))}
	switch m.IntN(8) {
	case 5:
		p.Through = p.From + domain.Date(m.IntN(400))
	case 6:
		p.From = max(from, Today()+domain.Date(m.IntN(60)))
	case 7:
		p.Through = max(p.From, Today()-domain.Date(m.IntN(30)))
	}
	return p
}

func names() (given, prefixes, families []string) {
	return []string{"Noor", "Sem", "Petra", "Dennis", "Bao", "Fatima", "Willem", "Zoë", "Rob", "Ingrid", "Piet", "Lotte", "José", "Çağla"},
		[]string{"", "", "", "van den", "de", "van 't"},
		[]string{"Haddad", "Berg", "Jansen", "Nguyễn", "Smit", "Kowalski", "Yılmaz", "Visser", "Groot", "O’Neill"}
}

// openEnd in maker.ends: no later membership of the two is possible.
const openEnd = domain.LastDate

func (m *maker) membership() {
	if len(m.Groups) == 0 || len(m.linkable) == 0 {
		return
	}
	g, p := pick(m, m.Groups), pick(m, m.linkable)
	pair := [2]string{string(g.ID), string(p.ID)}
	last, before := m.ends[pair]
	if before && last >= Today() { // the next one might overlap
		return
	}
	one := domain.Membership{Group: g.ID, Person: p.ID}
	if before || !oneIn(m, 10) { // else the zero period: from always on
		one.Period = m.period(last + 1)
	}
	if oneIn(m, 12) {
		one.Role = pick(m, domain.MemberRoles())
		m.addFits(p.ID, one.Role)
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

// contradicted reports whether the client has a relation on the same days that
// excludes n: of the same two in the same type, or primary beside unwanted (E1).
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

// replace ends or withdraws the others of an exclusive type, as adding n does (E8).
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

// some picks up to three people, each once, in the order of their ids.
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
		if a.Kind.Has("visibility") {
			a.MostVisible = pick(m, domain.Visibilities())
		}
		if a.Kind.Has("role") {
			a.Role = pick(m, domain.MemberRoles())
		}
	default:
		return
	}
	for _, o := range m.Agreements { // a promise is made once
		if o.ID, o.Note = a.ID, a.Note; o == a {
			return
		}
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

// WithoutGroup returns the World in which a group never was.
func WithoutGroup(w domain.World, id domain.GroupID) domain.World {
	r := w.Records()
	r.Groups = slices.DeleteFunc(r.Groups, func(g domain.Group) bool { return g.ID == id })
	r.Memberships = slices.DeleteFunc(r.Memberships, func(m domain.Membership) bool { return m.Group == id })
	return domain.NewWorld(r)
}
