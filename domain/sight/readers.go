package sight

import (
	"maps"
	"slices"

	"zichtlijn/domain"
)

// readers finds who comes to read more by changes, on a day or when a membership or
// relation that is known by then begins (H13). No Turn says it: to
// read news or reports is no sightline.
type readers struct {
	before, after domain.World
	on            domain.Date
	found         map[domain.PersonID]bool
}

// readersOf returns those people by id: whom a news group comes to reach in a hidden group,
// and who comes to read reports by a reading that is turned on. It looks at the changes
// first: most edits bring nobody anything to read.
func readersOf(before, after domain.World, changes []domain.Change, on domain.Date) []domain.PersonID {
	r := readers{before, after, on, map[domain.PersonID]bool{}}
	for _, c := range changes {
		switch {
		case c.Institution != nil:
			r.institution()
		case c.Group != nil && c.Group.After != nil:
			was, is := c.Group.Before, *c.Group.After
			if was == nil || was.NewsGroup != is.NewsGroup || was.Visibility != is.Visibility {
				r.members(is)
			}
		case c.Membership != nil && c.Membership.After != nil:
			r.member(*c.Membership.After)
		case c.Person != nil && c.Person.After != nil && !keepsSight(c):
			for m := range after.MembershipsOf(c.Person.After.ID) {
				r.member(m)
			}
		}
	}
	return slices.Sorted(maps.Keys(r.found))
}

// institution looks at the readings, and at whether news groups are used at all.
func (r readers) institution() {
	if r.turnedOn(domain.ReadNewsGroupReachesHidden) || r.before.Institution().WithoutNewsGroups && !r.after.Institution().WithoutNewsGroups {
		for g := range r.after.Groups() {
			r.members(g)
		}
	}
	if r.turnedOn(domain.ReadNetworkReports) {
		r.network()
	}
	switch follow := domain.ReadReportsFollowMembership; {
	case r.turnedOn(follow):
		r.counselors(true)
	case r.before.Readings().On(follow) && !r.after.Readings().On(follow):
		r.counselors(false)
	}
}

func (r readers) turnedOn(one domain.Reading) bool {
	return !r.before.Readings().On(one) && r.after.Readings().On(one)
}

// members looks at everybody in a hidden group that is connected to a news group.
func (r readers) members(g domain.Group) {
	if !connectedHidden(g) {
		return
	}
	for m := range r.after.MembersOf(g.ID) {
		r.news(m)
	}
}

func connectedHidden(g domain.Group) bool {
	return g.Visibility == domain.Hidden && domain.SameName(g.NewsGroup) != ""
}

func (r readers) member(m domain.Membership) {
	if g, ok := r.after.Group(m.Group); ok && connectedHidden(g) {
		r.news(m)
	}
}

// news adds a member whom a news group reaches through a hidden group, and did not reach
// before, by whatever group (H11): on the day, or once the membership begins.
func (r readers) news(m domain.Membership) {
	person, on := m.Person, max(r.on, m.From)
	if r.found[person] {
		return
	}
	var had []NewsGroup
	if _, ok := r.before.Person(person); ok {
		had = NewsGroups(r.before, person, on)
	}
	for _, n := range NewsGroups(r.after, person, on) {
		hidden := slices.ContainsFunc(n.Grounds, func(g Ground) bool { return g.HasSwitch })
		if hidden && !slices.ContainsFunc(had, func(one NewsGroup) bool { return one.foldedAs == n.foldedAs }) {
			r.found[person] = true
			return
		}
	}
}

// network adds who comes to read the reports of a client through a direct relation (H9).
func (r readers) network() {
	for one := range r.after.Relations() {
		t, ok := r.after.RelationType(one.Type)
		if !ok || t.Kind == domain.EmployeeKind || r.found[one.Person] {
			continue
		}
		on := max(r.on, one.From)
		if len(ClientReports(r.after, one.Person, one.Client, on)) > 0 && len(ClientReports(r.before, one.Person, one.Client, on)) == 0 {
			r.found[one.Person] = true
		}
	}
}

// counselors adds the counselors who are linked to a group now: they come to read the
// reports from before they were (H8). Or else those who were and are not: the other way
// round each keeps what was written while they were linked.
func (r readers) counselors(linked bool) {
	for g := range r.after.Groups() {
		for m := range r.after.MembersOf(g.ID) {
			p, ok := r.after.Person(m.Person)
			on := r.on
			if linked {
				on = max(on, m.From)
			}
			if !ok || !p.ActiveOn(on) || !r.after.RoleIn(m).IsCounselor() || m.From > on {
				continue
			}
			if Access(r.after, m.Person, g.ID, on).GroupReport.Holds() == linked {
				r.found[m.Person] = true
			}
		}
	}
}
