package domaintest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"zichtlijn/domain"
)

// maker keeps what later records have to agree with.
type maker struct {
	chance
	domain.Records
	byRole    map[domain.Role][]domain.PersonID
	linkable  []domain.Person // everybody but administrators (G7)
	fits      map[domain.PersonID]map[domain.Kind]bool
	ends      map[[2]string]domain.Date // group and person: last day of their latest membership
	relations map[domain.PersonID][]int // of a client: places in Records.Relations
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

// attempt calls make until have reports n, or until it looks full.
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

// byKey sorts records as a World keeps them. Keys are made once: a key costs more
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
	m.mayStandAs(p.ID, p.Role)
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

// mayStandAs remembers which kinds of relation a role of somebody allows (N1).
func (m *maker) mayStandAs(id domain.PersonID, r domain.Role) {
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
