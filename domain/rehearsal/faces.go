package rehearsal

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// faces answers whom and what one person sees, may message and reads now. It asks sight
// once for each: ten thousand acts are about a few people and groups.
type faces struct {
	r      Rehearsal
	viewer domain.PersonID
	lines  map[domain.PersonID]sight.Fact
	access map[domain.GroupID]sight.GroupAccess
	about  map[domain.PersonID]bool // by client: the viewer reads reports about them
	then   map[moment]bool          // the viewer was linked when a report was written
}

// moment is a group as it was when something was written about it.
type moment struct {
	in    domain.World
	group domain.GroupID
	on    domain.Date
}

func (r Rehearsal) facesOf(viewer domain.PersonID) faces {
	return faces{r, viewer, map[domain.PersonID]sight.Fact{}, map[domain.GroupID]sight.GroupAccess{}, map[domain.PersonID]bool{}, map[moment]bool{}}
}

// once returns what is known by a key, and finds it the first time.
func once[K comparable, V any](known map[K]V, k K, find func() V) V {
	v, ok := known[k]
	if !ok {
		v = find()
		known[k] = v
	}
	return v
}

// to returns what the viewer can of another.
func (f faces) to(p domain.PersonID) sight.Fact {
	return once(f.lines, p, func() sight.Fact {
		l := sight.Between(f.r.world, f.viewer, p, f.r.today)
		return sight.Fact{Sees: l.Sees(), Messages: l.MayMessage()}
	})
}

// of returns what the viewer can of a group.
func (f faces) of(g domain.GroupID) sight.GroupAccess {
	return once(f.access, g, func() sight.GroupAccess { return f.r.access(f.viewer, g) })
}

// person returns p where the viewer sees them, else nobody: a name that they do not see
// stands in none of their views.
func (f faces) person(p domain.PersonID) domain.PersonID {
	if p != f.viewer && !f.to(p).Sees {
		return ""
	}
	return p
}

// known returns those of people whom the viewer sees, or is.
func (f faces) known(people []domain.PersonID) []domain.PersonID {
	return slices.DeleteFunc(slices.Clone(people), func(p domain.PersonID) bool { return f.person(p) == "" })
}

// group returns g where the viewer sees it, else none.
func (f faces) group(g domain.GroupID) domain.GroupID {
	if !f.of(g).Sees() {
		return ""
	}
	return g
}

// reachable returns those of people whom the viewer may message.
func (f faces) reachable(people []domain.PersonID) []domain.PersonID {
	return slices.DeleteFunc(slices.Clone(people), func(p domain.PersonID) bool { return !f.to(p).Messages })
}

// reads reports whether the viewer reads a report (H8, H9).
func (f faces) reads(d done) bool {
	switch {
	case d.Client != "":
		return once(f.about, d.Client, func() bool {
			return len(sight.ClientReports(f.r.world, f.viewer, d.Client, f.r.today)) > 0
		})
	case f.r.world.Readings().On(domain.ReadReportsFollowMembership):
		return f.of(d.Group).GroupReport.Holds()
	}
	return f.r.isPresent(f.viewer) && once(f.then, moment{d.in, d.Group, d.On}, func() bool {
		return d.then().access(f.viewer, d.Group).GroupReport.Holds()
	})
}
