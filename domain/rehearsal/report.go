package rehearsal

import (
	"cmp"
	"maps"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// MostDays is how many days with reports an overview shows (H7).
const MostDays = 7

// Reported is what one person reads about one group or one client.
type Reported struct {
	// Group or Client is what the reports are about. Both are empty for a group of which
	// the person only keeps what they read (H8) and that they do not see now.
	Group  domain.GroupID
	Client domain.PersonID
	Days   []ReportDay // the newest first
	Older  int         // days that are left out
}

// ReportDay is a day on which something was reported.
type ReportDay struct {
	On      domain.Date
	Reports []Written // by act
}

// Written is a report or post as somebody reads it.
type Written struct {
	Act  int
	On   domain.Date
	By   domain.PersonID // empty: the reader does not see them now
	Text string
}

// Choice is what a reader asks for.
type Choice struct {
	ByRole  []domain.Role // H10; none: everybody's
	AllDays bool
}

// Reports returns the report overview of somebody: of each group and client of which they
// read reports now, by id, groups first.
func (r Rehearsal) Reports(person domain.PersonID, c Choice) (groups, clients []Reported) {
	if !r.isPresent(person) {
		return nil, nil
	}
	f := r.facesOf(person)
	days := map[subject][]ReportDay{}
	for n, d := range r.all() {
		if d.Kind == Report && f.reads(d) && c.wants(d) {
			about := subject{client: d.Client}
			if d.Client == "" {
				about.group = d.Group
			}
			days[about] = addReport(days[about], d.On, Written{n, d.On, f.person(d.By), d.Text})
		}
	}
	take := func(about subject) Reported {
		one := Reported{Group: f.group(about.group), Client: about.client}
		one.show(days[about], c)
		delete(days, about)
		return one
	}
	for _, m := range r.world.GroupsOn(person, r.today) {
		if f.of(m.Group).GroupReport.Holds() {
			groups = append(groups, take(subject{group: m.Group}))
		}
	}
	for _, client := range sight.ClientsReported(r.world, person, r.today) {
		clients = append(clients, take(subject{client: client}))
	}
	// What is left they keep of groups in which they are no longer linked (H8).
	for _, kept := range slices.SortedFunc(maps.Keys(days), func(a, b subject) int { return cmp.Compare(a.group, b.group) }) {
		groups = append(groups, take(kept))
	}
	return groups, clients
}

// subject is the group or the client that a report is about.
type subject struct {
	group  domain.GroupID
	client domain.PersonID
}

func addReport(days []ReportDay, on domain.Date, one Written) []ReportDay {
	if last := len(days) - 1; last >= 0 && days[last].On == on {
		days[last].Reports = append(days[last].Reports, one)
		return days
	}
	return append(days, ReportDay{on, []Written{one}})
}

// show takes over the newest days (H7). days are the oldest first.
func (s *Reported) show(days []ReportDay, c Choice) {
	slices.Reverse(days)
	if !c.AllDays && len(days) > MostDays {
		s.Older = len(days) - MostDays
		days = days[:MostDays]
	}
	s.Days = days
}

// wants reports whether the reader asked for reports by the role of d's writer (H10): in
// the group, or the one in which they stand to the client, else their default role.
func (c Choice) wants(d done) bool {
	if len(c.ByRole) == 0 {
		return true
	}
	p, _ := d.in.Person(d.By)
	role := p.Role
	for _, m := range d.in.GroupsOn(d.By, d.On) {
		if d.Group != "" && m.Group == d.Group {
			role = m.As
		}
	}
	for _, g := range sight.ClientReports(d.in, d.By, d.Client, d.On) {
		relation, _ := d.in.Relation(g.Relation)
		switch t, _ := d.in.RelationType(relation.Type); {
		case g.Relation == "":
		case t.Kind == domain.GuardianKind:
			role = domain.Guardian
		case t.Kind == domain.ExternalKind:
			role = domain.External
		}
	}
	return slices.Contains(c.ByRole, role)
}
