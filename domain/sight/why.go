package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Answer says why a viewer sees and may message somebody, and why not where they
// do not.
type Answer struct {
	Sightline
	Missing []Miss // in order; empty exactly when both facts hold
}

// Why returns every ground on which the viewer sees and may message the other on a
// day and, for a fact that does not hold, the rules that nearly applied.
func Why(w domain.World, viewer, other domain.PersonID, on domain.Date) Answer {
	q := ask(w, viewer, other, on)
	return Answer{q.line, q.missing()}
}

// question is one pair on one day, with their groups and relations.
type question struct {
	viewpoint
	other       domain.PersonID
	line        Sightline
	own, theirs []domain.Member // the groups of the viewer and of the other, by group
	routes      []route
}

func ask(w domain.World, viewer, other domain.PersonID, on domain.Date) question {
	return question{
		viewpoint: viewpointOf(w, viewer, on), other: other, line: Between(w, viewer, other, on),
		own: w.GroupsOn(viewer, on), theirs: w.GroupsOn(other, on), routes: routes(w, viewer, other),
	}
}

// lacks returns the facts that do not hold.
func (q question) lacks() Fact { return Fact{!q.line.Sees(), !q.line.MayMessage()} }

// both returns the two people, the viewer first.
func (q question) both() [2]domain.PersonID { return [2]domain.PersonID{q.viewer, q.other} }

// noPair reports whether there are no two people to ask about: both are the same
// one, or nobody has that id.
func (q question) noPair() bool {
	_, viewer := q.w.Person(q.viewer)
	_, other := q.w.Person(q.other)
	return q.viewer == q.other || !viewer || !other
}

// sharedGroup is a group in which both are on the day.
type sharedGroup struct {
	group        domain.Group
	mine, theirs domain.Member
}

// sharedGroups returns the groups in which both are, by id.
func (q question) sharedGroups() []sharedGroup {
	var out []sharedGroup
	for _, mine := range q.own {
		if theirs, ok := in(q.theirs, mine.Group); ok {
			g, _ := q.w.Group(mine.Group)
			out = append(out, sharedGroup{g, mine, theirs})
		}
	}
	return out
}

// in finds the membership of a group among those of one person.
func in(list []domain.Member, g domain.GroupID) (domain.Member, bool) {
	i := slices.IndexFunc(list, func(m domain.Member) bool { return m.Group == g })
	if i < 0 {
		return domain.Member{}, false
	}
	return list[i], true
}

// route is a chain of relations on record from one person to the other, whether it
// counts on the day or not: one relation between the two (N2), or both of them with
// one client (N3), the viewer's first.
type route struct {
	client    domain.PersonID
	relations []domain.Relation
}

// routes returns every route, in order of the viewer's relations.
func routes(w domain.World, viewer, other domain.PersonID) []route {
	var out []route
	for r := range w.RelationsOf(viewer) {
		if r.Opposite(viewer) == other {
			out = append(out, route{r.Client, []domain.Relation{r}})
		}
		if r.Client == viewer {
			continue
		}
		for s := range w.RelationsOf(r.Client) {
			if s.Client == r.Client && s.Person == other {
				out = append(out, route{r.Client, []domain.Relation{r, s}})
			}
		}
	}
	return out
}
