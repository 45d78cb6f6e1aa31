package sight

import (
	"cmp"
	"iter"
	"slices"

	"zichtlijn/domain"
)

// Sightline is one directed fact: the viewer sees, or may message, the other,
// with every ground (C1).
type Sightline struct {
	Viewer, Other domain.PersonID
	Sight         []Ground
	Messages      []Ground
}

// Sees reports whether the viewer sees the other.
func (s Sightline) Sees() bool { return len(s.Sight) > 0 }

// MayMessage reports whether the viewer may message the other.
func (s Sightline) MayMessage() bool { return len(s.Messages) > 0 }

// Persons returns everyone whom the viewer sees or may message on a day, by id.
func Persons(w domain.World, viewer domain.PersonID, on domain.Date) []Sightline {
	p, b := Tiles(w, viewer, on)
	return gatherTiles(viewer, p, b)
}

func gatherTiles(viewer domain.PersonID, p Personentegel, b Berichtentegel) []Sightline {
	var seen []contact
	add := func(rows []Row) {
		for _, r := range rows {
			for i := range r.Sight {
				seen = append(seen, contact{person: r.Person, grounds: r.Sight[i : i+1 : i+1]})
			}
		}
	}
	for _, g := range p.Groups {
		add(g.Rows)
	}
	for _, g := range b.Groups {
		add(g.Rows)
	}
	add(p.Network)
	slices.SortFunc(seen, compareContacts)
	return merge(viewer, seen, b.Addressees)
}

// merge makes one Sightline per person of those who are seen and those who may be
// messaged; both lists are in order of person.
func merge(viewer domain.PersonID, seen []contact, addressees []Row) []Sightline {
	out := make([]Sightline, 0, len(addressees))
	for len(seen) > 0 || len(addressees) > 0 {
		line := Sightline{Viewer: viewer}
		switch {
		case len(seen) == 0:
			line.Other = addressees[0].Person
		case len(addressees) == 0:
			line.Other = seen[0].person
		default:
			line.Other = min(seen[0].person, addressees[0].Person)
		}
		for len(seen) > 0 && seen[0].person == line.Other {
			line.Sight = append(line.Sight, seen[0].grounds...)
			seen = seen[1:]
		}
		if len(addressees) > 0 && addressees[0].Person == line.Other {
			line.Messages = addressees[0].Messages
			addressees = addressees[1:]
		}
		out = append(out, line)
	}
	return out
}

// Between returns the sightline from viewer to other on a day. Without grounds it
// says that there is none.
func Between(w domain.World, viewer, other domain.PersonID, on domain.Date) Sightline {
	line := Sightline{Viewer: viewer, Other: other}
	if viewer == other {
		return line
	}
	e := viewpointOf(w, viewer, on)
	own, unlinked := w.GroupsOn(viewer, on), e.seesUnlinked()
	for _, theirs := range w.GroupsOn(other, on) { // few, where a counselor's places can be all groups (G6)
		g, ok := w.Group(theirs.Group)
		at := place{group: g}
		if i := slices.IndexFunc(own, func(m domain.Member) bool { return m.Group == theirs.Group }); i >= 0 {
			at.as = own[i].As
		} else {
			ok = ok && unlinked
		}
		if !ok {
			continue
		}
		h := e.accessIn(at, theirs.As)
		for _, c := range []Clause{h.Personentegel, h.Berichtentegel} {
			if c.Holds() {
				line.Sight = append(line.Sight, Ground{Clause: c, Group: at.group.ID})
			}
		}
		if h.Message.Holds() {
			line.Messages = append(line.Messages, Ground{Clause: h.Message, Group: at.group.ID})
		}
	}
	for _, c := range e.network() {
		if c.person == other {
			line.Sight = append(line.Sight, c.grounds...)
			line.Messages = append(line.Messages, c.grounds...)
		}
	}
	slices.SortFunc(line.Sight, compareGrounds)
	slices.SortFunc(line.Messages, compareGrounds)
	return line
}

// Viewers returns everyone who sees or may message a person on a day, by id of
// the viewer.
func Viewers(w domain.World, other domain.PersonID, on domain.Date) []Sightline {
	var out []Sightline
	for _, viewer := range possibleViewers(w, other, on) {
		if line := Between(w, viewer, other, on); line.Sees() || line.MayMessage() {
			out = append(out, line)
		}
	}
	return out
}

// possibleViewers returns, by id, everyone who could see a person: those with whom
// the person shares a group or a client's network, and every counselor where those
// see unlinked groups (G6). It may return too many, never too few.
func possibleViewers(w domain.World, id domain.PersonID, on domain.Date) []domain.PersonID {
	var out []domain.PersonID
	groups := w.GroupsOn(id, on)
	for _, m := range groups {
		for _, o := range w.MembersOn(m.Group, on) {
			out = append(out, o.Person)
		}
	}
	for r := range w.RelationsOf(id) {
		out = append(out, r.Opposite(id))
		for s := range w.RelationsOf(r.Client) {
			out = append(out, s.Client, s.Person)
		}
	}
	if len(groups) > 0 && (policy{w.Readings()}).unlinked().Holds() {
		for p := range w.Persons() {
			if p.Role.IsCounselor() {
				out = append(out, p.ID)
			}
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return slices.DeleteFunc(out, func(p domain.PersonID) bool { return p == id })
}

// Sights is one line of the matrix: everything that one viewer sees and may do.
type Sights struct {
	Viewer  domain.PersonID
	Persons []Sightline  // by other
	Groups  []GroupSight // by group
}

// GroupSight is a group that a viewer sees or can message.
type GroupSight struct {
	Group  domain.GroupID
	Access GroupAccess
	Rows   []domain.PersonID // the people whom the viewer sees in it, by id
}

// Matrix returns every sightline on a day, viewer by viewer in order of id. A
// viewer who sees nothing and nobody is left out.
func Matrix(w domain.World, on domain.Date) iter.Seq[Sights] {
	return func(yield func(Sights) bool) {
		for v := range w.Persons() {
			if s := sights(w, v.ID, on); !s.empty() && !yield(s) {
				return
			}
		}
	}
}

// Within returns the part of Matrix between people who are both in a group on that
// day, on any ground, and of groups that group only.
func Within(w domain.World, group domain.GroupID, on domain.Date) iter.Seq[Sights] {
	members := w.MembersOn(group, on) // by person
	outside := func(l Sightline) bool {
		_, in := slices.BinarySearchFunc(members, l.Other, func(m domain.Member, id domain.PersonID) int { return cmp.Compare(m.Person, id) })
		return !in
	}
	return func(yield func(Sights) bool) {
		for _, m := range members {
			s := sights(w, m.Person, on)
			s.Persons = slices.DeleteFunc(s.Persons, outside)
			s.Groups = slices.DeleteFunc(s.Groups, func(g GroupSight) bool { return g.Group != group })
			if !s.empty() && !yield(s) {
				return
			}
		}
	}
}

func (s Sights) empty() bool { return len(s.Persons) == 0 && len(s.Groups) == 0 }

func sights(w domain.World, viewer domain.PersonID, on domain.Date) Sights {
	p, b := Tiles(w, viewer, on)
	out := Sights{Viewer: viewer, Persons: gatherTiles(viewer, p, b)}
	// A group stands in either tile or in both; both lists are in order of id.
	for len(p.Groups) > 0 || len(b.Groups) > 0 {
		var g GroupRows
		switch {
		case len(b.Groups) == 0 || len(p.Groups) > 0 && p.Groups[0].Group <= b.Groups[0].Group:
			g, p.Groups = p.Groups[0], p.Groups[1:]
			if len(b.Groups) > 0 && b.Groups[0].Group == g.Group {
				b.Groups = b.Groups[1:]
			}
		default:
			g, b.Groups = b.Groups[0], b.Groups[1:]
		}
		line := GroupSight{Group: g.Group, Access: g.Access}
		for _, r := range g.Rows {
			line.Rows = append(line.Rows, r.Person)
		}
		out.Groups = append(out.Groups, line)
	}
	return out
}
