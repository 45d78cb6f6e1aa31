package signal

import (
	"cmp"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
)

// Soon is how many days ahead an end or a birthday counts as near, the last one
// included: as in the views of one client (V8).
const Soon = care.Soon

// house is a World on one day as the finders read it: gathered once, since each
// of them looks at everybody.
type house struct {
	w      domain.World
	on     domain.Date
	people []resident // by id
	rooms  map[domain.GroupID]*room
	types  map[domain.RelationTypeID]domain.RelationType
	// stops is the day on which somebody counts no more, of those who have one.
	stops map[domain.PersonID]domain.Date
}

// resident is a person with the memberships that run, whether they are active or not.
type resident struct {
	domain.Person
	stays []stay // by group
}

// stay is a membership that runs, and the role in it.
type stay struct {
	domain.Membership
	as domain.Role
	in *room
}

// room is a group, and how many counselors it has.
type room struct {
	domain.Group
	counselors int
}

// open gathers a World.
func open(w domain.World, on domain.Date) *house {
	h := &house{
		w: w, on: on,
		people: make([]resident, 0, w.Count(domain.PersonNoun)),
		rooms:  make(map[domain.GroupID]*room, w.Count(domain.GroupNoun)),
		types:  make(map[domain.RelationTypeID]domain.RelationType, w.Count(domain.RelationTypeNoun)),
		stops:  map[domain.PersonID]domain.Date{},
	}
	for g := range w.Groups() {
		h.rooms[g.ID] = &room{Group: g}
	}
	for t := range w.RelationTypes() {
		h.types[t.ID] = t
	}
	// One array for all: ten thousand small ones cost more than what is in them.
	stays := make([]stay, 0, w.Count(domain.MembershipNoun))
	for p := range w.Persons() {
		if p.InactiveFrom != 0 {
			h.stops[p.ID] = p.InactiveFrom
		}
		from := len(stays)
		for m := range w.MembershipsOf(p.ID) {
			if in := h.rooms[m.Group]; in != nil && m.Covers(on) {
				stays = append(stays, stay{m, cmp.Or(m.Role, p.Role), in})
			}
		}
		h.people = append(h.people, resident{p, stays[from:len(stays):len(stays)]})
	}
	for _, p := range h.people {
		for _, s := range p.stays {
			if s.as.IsCounselor() && p.ActiveOn(on) {
				s.in.counselors++
			}
		}
	}
	return h
}

// active reports whether somebody counts on a day.
func (h *house) active(id domain.PersonID, on domain.Date) bool {
	stop, ok := h.stops[id]
	return !ok || on < stop
}

// inEffect is World.InEffect by what was gathered.
func (h *house) inEffect(r domain.Relation) bool {
	return r.RunsOn(h.on) && h.types[r.Type].Active() && h.active(r.Client, h.on) && h.active(r.Person, h.on)
}

// lastDay is the last day on which a period counts that links people: the first
// of its own last day and those of the people. LastDate is an open end.
func (h *house) lastDay(p domain.Period, people ...domain.PersonID) domain.Date {
	last := domain.LastDate
	if p.Through != 0 {
		last = p.Through
	}
	for _, id := range people {
		if stop, ok := h.stops[id]; ok {
			last = min(last, stop-1)
		}
	}
	return last
}

// near reports whether a day lies within Soon days from the day on.
func (h *house) near(d domain.Date) bool { return h.on <= d && d <= h.on+Soon }
