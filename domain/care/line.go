package care

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// Line is a relation as it stands in a view: the rule that puts it there, and
// its type with the flags that made it so.
type Line struct {
	Rule     Rule
	Relation domain.Relation
	Type     domain.RelationType
}

// under returns the line as it stands in the view of another rule.
func (l Line) under(r Rule) Line {
	l.Rule = r
	return l
}

// primaryFirst orders lines as every list shows them (E1): primary ones first,
// then by relation.
func primaryFirst(a, b Line) int {
	if a.Type.Primary != b.Type.Primary {
		if a.Type.Primary {
			return -1
		}
		return 1
	}
	return cmp.Compare(a.Relation.ID, b.Relation.ID)
}

// running returns the lines of a client that are in effect, primary ones first,
// and every other relation of the client by id.
func running(w domain.World, client domain.PersonID, on domain.Date) (in []Line, out []domain.Relation) {
	for r := range w.RelationsOf(client) {
		if r.Client != client {
			continue
		}
		if t, ok := w.InEffect(r, on); ok {
			in = append(in, Line{Relation: r, Type: t})
		} else {
			out = append(out, r)
		}
	}
	slices.SortFunc(in, primaryFirst)
	return in, out
}

// lastDay returns the last day on which a relation can count: its own, or the
// day before one of the two becomes inactive. LastDate is an open end.
func lastDay(w domain.World, r domain.Relation) domain.Date {
	last := domain.LastDate
	if r.Through != 0 {
		last = r.Through
	}
	for _, id := range []domain.PersonID{r.Client, r.Person} {
		if p, ok := w.Person(id); ok && p.InactiveFrom != 0 {
			last = min(last, p.InactiveFrom-1)
		}
	}
	return last
}

// successor returns the relation that takes over when one in effect ends: of the
// same client and type, and in effect on the day after its last. Only an
// exclusive type has successors: of another a colleague would be taken for one.
func successor(w domain.World, l Line) (domain.RelationID, bool) {
	r := l.Relation
	if !l.Type.Exclusive {
		return "", false
	}
	next := lastDay(w, r) + 1
	for s := range w.RelationsOf(r.Client) {
		if s.Client != r.Client || s.Type != r.Type {
			continue
		}
		if _, ok := w.InEffect(s, next); ok {
			return s.ID, true
		}
	}
	return "", false
}
