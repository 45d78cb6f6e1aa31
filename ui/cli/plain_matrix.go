package cli

import (
	"cmp"
	"iter"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// heardMatrix says a matrix person by person: whom they see, and whom not. Grounds are not in
// it: they are the same for most pairs, and why says those of one.
type heardMatrix struct {
	*run
	world    domain.World
	breaches sight.Breaches
	routes   heardRoutes
	people   []domain.PersonID // of whom the matrix is, by id
	alike    map[string]int    // how many have a name
	// Of groups, who has them and how: said when all viewers are known.
	access []heardAccess
	having map[heardAccess][]domain.PersonID
	blind  []domain.PersonID // who see nobody
}

// heardRoutes is what a matrix of one group knows beside who sees whom: in which role each is
// in it, and whom they see only through something else. Nil: it is not of one group.
type heardRoutes struct {
	as        map[domain.PersonID]domain.Role
	elsewhere map[domain.PersonID][]domain.PersonID
}

// heardAccess is a group and what some can do with it, in words.
type heardAccess struct {
	group domain.GroupID
	can   string
}

// mostUnseen is how many people a matrix may have of whom it names those who are not seen.
// More are counted: in an institution nearly everybody is.
const mostUnseen = 25

// printHeardMatrix says who of people sees whom on a day. pairs is how often one sees another,
// which stands first, and lines are found while they are said: of a large institution nothing
// but its groups is kept.
func (r *run) printHeardMatrix(w domain.World, people []domain.PersonID, routes heardRoutes, pairs int, lines iter.Seq[sight.Sights], on domain.Date) {
	m := heardMatrix{run: r, world: w, routes: routes, breaches: sight.NewBreaches(w, on), people: people, alike: map[string]int{}, having: map[heardAccess][]domain.PersonID{}}
	for p := range w.Persons() {
		m.alike[r.words.Person(w, p.ID)]++
	}
	r.say("plain.matrix.people", len(people))
	r.say("plain.matrix.pairs", pairs)
	rest := people
	for line := range lines {
		for len(rest) > 0 && rest[0] <= line.Viewer {
			if rest[0] != line.Viewer {
				m.viewer(sight.Sights{Viewer: rest[0]})
			}
			rest = rest[1:]
		}
		m.viewer(line)
	}
	for _, id := range rest {
		m.viewer(sight.Sights{Viewer: id})
	}
	m.ending()
}

// name is as short as it can be: there are many.
func (m heardMatrix) name(id domain.PersonID) string {
	name := m.words.Person(m.world, id)
	if m.alike[name] > 1 {
		return m.personName(m.world, id)
	}
	return name
}

func (m heardMatrix) names(ids []domain.PersonID) string { return m.words.List(list(ids, m.name)) }

// viewer says one line of the matrix, and keeps what it says of groups.
func (m *heardMatrix) viewer(line sight.Sights) {
	for _, g := range line.Groups {
		of := heardAccess{g.Group, m.words.List(m.accessWords(g.Access))}
		if _, known := m.having[of]; !known {
			m.access = append(m.access, of)
		}
		m.having[of] = append(m.having[of], line.Viewer)
	}
	var seen, mailed, both []domain.PersonID
	for _, l := range line.Persons {
		if l.Sees() {
			seen = append(seen, l.Other)
		}
		if l.MayMessage() {
			mailed = append(mailed, l.Other)
		}
		if l.Sees() && l.MayMessage() {
			both = append(both, l.Other)
		}
	}
	if len(seen)+len(mailed) == 0 {
		m.blind = append(m.blind, line.Viewer)
		return
	}
	these, not := m.sees(line.Viewer, seen)
	m.print(these + " " + m.messages(seen, mailed, both) + not)
	for _, l := range line.Persons {
		if broken := m.breaches.Sightline(l); len(broken) > 0 {
			m.print(m.withBreaks(m.factWords(m.world, l.Viewer, l.Other, l.Sees(), l.MayMessage()), broken))
		}
	}
}

// sees says whom the viewer sees, and apart whom not: what is said of those who are seen
// comes between the two.
func (m *heardMatrix) sees(viewer domain.PersonID, seen []domain.PersonID) (these, not string) {
	who, others := m.personName(m.world, viewer), len(m.people)-1-len(seen)
	if as, ok := m.routes.as[viewer]; ok {
		who = m.words.Say("plain.matrix.as", who, m.words.Role(as))
	}
	if len(seen) == 0 {
		return m.words.Say("plain.matrix.sees-none", who), ""
	}
	names := m.names(seen)
	switch elsewhere := m.routes.elsewhere[viewer]; len(elsewhere) {
	case 0:
	case len(seen):
		names = m.words.Say("plain.matrix.elsewhere-all", names)
	default:
		names = m.words.Say("plain.matrix.elsewhere", names, m.names(elsewhere))
	}
	these = m.words.Say("plain.matrix.sees", who, names)
	switch {
	case others == 0:
		return m.words.Say("plain.matrix.sees-all", len(seen), who, names), ""
	case len(m.people) > mostUnseen:
		return these, " " + m.words.Say("plain.matrix.unseen-count", others)
	}
	return these, " " + m.words.Say("plain.matrix.unseen", m.names(without(m.people, append(slices.Clone(seen), viewer))))
}

// messages says whom the viewer may message, measured by whom they see.
func (m *heardMatrix) messages(seen, mailed, both []domain.PersonID) string {
	switch {
	case len(mailed) == 0:
		return m.words.Say("plain.matrix.messages-none")
	case len(both) < len(mailed) || 2*len(both) < len(seen):
		return m.words.Say("plain.matrix.messages", m.names(mailed))
	case len(both) == len(seen):
		return m.words.Say("plain.matrix.messages-all", len(seen))
	}
	return m.words.Say("plain.matrix.messages-but", len(both), m.names(without(seen, both)))
}

// ending says who see nobody, and who has which group.
func (m *heardMatrix) ending() {
	if len(m.blind) > 0 {
		m.say("plain.matrix.blind", len(m.blind), m.names(m.blind))
	}
	slices.SortStableFunc(m.access, func(a, b heardAccess) int { return cmp.Compare(a.group, b.group) })
	for _, of := range m.access {
		said := m.words.Say("plain.matrix.group", m.groupName(m.world, of.group), of.can, m.names(m.having[of]))
		m.print(m.withBreaks(said, m.breaches.Group(of.group)))
	}
	m.say("plain.matrix.why")
}

// without returns a without those of b, both of people and a in order.
func without(a, b []domain.PersonID) []domain.PersonID {
	b = slices.Sorted(slices.Values(b))
	var out []domain.PersonID
	for _, id := range a {
		if _, in := slices.BinarySearch(b, id); !in {
			out = append(out, id)
		}
	}
	return out
}

// heardInstitution says the matrix of everybody who is active on a day.
func (r *run) heardInstitution(w domain.World, on domain.Date) {
	var people []domain.PersonID
	for p := range w.Persons() {
		if p.ActiveOn(on) {
			people = append(people, p.ID)
		}
	}
	pairs := 0
	_, sees := sight.NewEvaluator(w, on).Everybody()
	for _, seen := range sees {
		pairs += len(seen)
	}
	r.printHeardMatrix(w, people, heardRoutes{}, pairs, sight.Matrix(w, on), on)
}

// heardGroup says the matrix of the members of a group.
func (r *run) heardGroup(w domain.World, g domain.GroupID, on domain.Date) {
	members := w.MembersOn(g, on)
	if group, ok := w.Group(g); ok {
		r.say("plain.matrix.setting", r.words.Visibility(group.Visibility))
	}
	if len(members) == 0 {
		r.say("matrix.cli.empty", r.groupName(w, g), r.words.LongDate(on))
		return
	}
	square, pairs := sight.NewSquare(w, g, members, on), 0
	routes := heardRoutes{map[domain.PersonID]domain.Role{}, map[domain.PersonID][]domain.PersonID{}}
	for i, m := range members {
		routes.as[m.Person] = m.As
		for j, c := range square.Line(i) {
			if i != j && c.Fact().Sees {
				pairs++
			}
			if i != j && c.Sight == sight.Elsewhere {
				routes.elsewhere[m.Person] = append(routes.elsewhere[m.Person], members[j].Person)
			}
		}
	}
	r.printHeardMatrix(w, list(members, func(m domain.Member) domain.PersonID { return m.Person }), routes, pairs, sight.Within(w, g, on), on)
}
