package signal

import (
	"cmp"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
)

// Soon is the number of days within which an end or a birthday is near, as in the
// views of one client (V8).
const Soon = care.Soon

// finder finds signals in a World on one day. It gathers once what every method reads
// of everybody.
type finder struct {
	w            domain.World
	on           domain.Date
	people       []person // by id
	groups       map[domain.GroupID]*group
	types        map[domain.RelationTypeID]domain.RelationType
	inactiveFrom map[domain.PersonID]domain.Date // of those who have such a day
}

// person has the memberships that run, whether the person is active or not.
type person struct {
	domain.Person
	memberships []membership // by group
}

// membership is one that runs.
type membership struct {
	domain.Membership
	as domain.Role // the role in the group
	in *group
}

type group struct {
	domain.Group
	counselors int // active ones
}

func newFinder(w domain.World, on domain.Date) *finder {
	f := &finder{
		w: w, on: on,
		people:       make([]person, 0, w.Count(domain.PersonNoun)),
		groups:       make(map[domain.GroupID]*group, w.Count(domain.GroupNoun)),
		types:        make(map[domain.RelationTypeID]domain.RelationType, w.Count(domain.RelationTypeNoun)),
		inactiveFrom: map[domain.PersonID]domain.Date{},
	}
	for g := range w.Groups() {
		f.groups[g.ID] = &group{Group: g}
	}
	for t := range w.RelationTypes() {
		f.types[t.ID] = t
	}
	// One array for all: ten thousand small ones would cost more than their contents.
	memberships := make([]membership, 0, w.Count(domain.MembershipNoun))
	for p := range w.Persons() {
		if p.InactiveFrom != 0 {
			f.inactiveFrom[p.ID] = p.InactiveFrom
		}
		from := len(memberships)
		for m := range w.MembershipsOf(p.ID) {
			if in := f.groups[m.Group]; in != nil && m.Covers(on) {
				memberships = append(memberships, membership{m, cmp.Or(m.Role, p.Role), in})
			}
		}
		f.people = append(f.people, person{p, memberships[from:len(memberships):len(memberships)]})
	}
	for _, p := range f.people {
		for _, s := range p.memberships {
			if s.as.IsCounselor() && p.ActiveOn(on) {
				s.in.counselors++
			}
		}
	}
	return f
}

// active reports whether a person is active on a day.
func (f *finder) active(id domain.PersonID, on domain.Date) bool {
	from, ok := f.inactiveFrom[id]
	return !ok || on < from
}

// inEffect is World.InEffect, but reads what was gathered.
func (f *finder) inEffect(r domain.Relation) bool {
	return r.RunsOn(f.on) && f.types[r.Type].Active() && f.active(r.Client, f.on) && f.active(r.Person, f.on)
}

// lastDay returns the last day of a period on which all of the people are active.
// LastDate is an open end.
func (f *finder) lastDay(p domain.Period, people ...domain.PersonID) domain.Date {
	last := domain.LastDate
	if p.Through != 0 {
		last = p.Through
	}
	for _, id := range people {
		if from, ok := f.inactiveFrom[id]; ok {
			last = min(last, from-1)
		}
	}
	return last
}

// near reports whether a day lies within Soon days from the day on.
func (f *finder) near(d domain.Date) bool { return f.on <= d && d <= f.on+Soon }
