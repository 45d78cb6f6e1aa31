package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Answer is why a viewer sees and may message somebody, and what stands against
// it where they do not.
type Answer struct {
	Sightline
	Missing []Miss // in order; empty exactly when both facts hold
}

// Why answers for one pair on a day: every ground on which the viewer sees and
// may message the other and, for what does not hold, the rules that nearly
// applied.
func Why(w domain.World, viewer, other domain.PersonID, on domain.Date) Answer {
	q := ask(w, viewer, other, on)
	return Answer{q.line, q.missing()}
}

// question is one pair on one day, with what they are in.
type question struct {
	eye
	other       domain.PersonID
	line        Sightline
	own, theirs []domain.Member // the groups of the viewer and of the other, by group
	routes      []route
}

func ask(w domain.World, viewer, other domain.PersonID, on domain.Date) question {
	return question{
		eye: look(w, viewer, on), other: other, line: Between(w, viewer, other, on),
		own: w.GroupsOn(viewer, on), theirs: w.GroupsOn(other, on), routes: routes(w, viewer, other),
	}
}

// lacks says which of the two facts does not hold.
func (q question) lacks() Fact { return Fact{!q.line.Sees(), !q.line.MayMessage()} }

// both returns the two people, the viewer first.
func (q question) both() [2]domain.PersonID { return [2]domain.PersonID{q.viewer, q.other} }

// alike reports whether there is no pair to ask about: one person, or a name
// that nobody has.
func (q question) alike() bool {
	_, viewer := q.w.Person(q.viewer)
	_, other := q.w.Person(q.other)
	return q.viewer == q.other || !viewer || !other
}

// shared is a group in which both are on the day.
type shared struct {
	group        domain.Group
	mine, theirs domain.Member
}

// shared returns the groups in which both are, by id.
func (q question) shared() []shared {
	var out []shared
	for _, mine := range q.own {
		if theirs, ok := in(q.theirs, mine.Group); ok {
			g, _ := q.w.Group(mine.Group)
			out = append(out, shared{g, mine, theirs})
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

// route is a way on record by which one could lead to the other through
// relations, whether it counts on the day or not: one relation between the two
// (N2), or both of them with one client (N3), the viewer's first.
type route struct {
	client domain.PersonID
	ties   []domain.Relation
}

// routes returns every one, in order of the viewer's relations.
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
