package rehearsal

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// Grounds returns the grounds on which an act was done, each once: those of that moment.
// They are for the coordinator only.
func (r Rehearsal) Grounds(number int) []sight.Ground {
	d, _ := r.acts.Get(number)
	access := func() sight.GroupAccess { return sight.Access(d.in, d.By, d.Group, d.On) }
	switch d.Kind {
	case Send, Answer:
		var out []sight.Ground
		for _, to := range d.To {
			for _, g := range sight.Between(d.in, d.By, to, d.On).Messages {
				if !slices.Contains(out, g) {
					out = append(out, g)
				}
			}
		}
		return out
	case GroupMessage:
		return []sight.Ground{{Clause: access().GroupMessage, Group: d.Group}}
	case Report:
		if d.Client != "" {
			return sight.ClientReports(d.in, d.By, d.Client, d.On)
		}
		return []sight.Ground{{Clause: access().GroupReport, Group: d.Group}}
	case Post:
		g, _ := Rehearsal{world: d.in}.newsGroup(d.By, d.Name, d.On)
		return g.Posting
	case Assign:
		return []sight.Ground{{Clause: access().Programme, Group: d.Group}}
	}
	return nil
}

// Readers returns who can read now what an act brought about, by id. It is for the
// coordinator only.
func (r Rehearsal) Readers(number int) []domain.PersonID {
	d, _ := r.acts.Get(number)
	switch d.Kind {
	case Send, GroupMessage, Answer:
		return r.present(append(slices.Clone(d.To), d.By))
	case Report:
		return r.among(r.maybeReading(d), func(p domain.PersonID) bool { return r.facesOf(p).reads(d) })
	case Post:
		return r.everybody(func(p domain.PersonID) bool {
			_, reached := r.newsGroup(p, d.Name, r.today)
			return reached
		})
	case Assign:
		return r.followers(d)
	case Progress:
		of, _ := r.acts.Get(d.Of)
		of.To = []domain.PersonID{d.By}
		return r.followers(of)
	}
	return nil
}

// followers returns who can read now how far the receivers of a programme are.
func (r Rehearsal) followers(d done) []domain.PersonID {
	return r.among(append(r.members(d.Group, r.today, domain.Role.IsCounselor), d.To...), func(p domain.PersonID) bool {
		return slices.Contains(d.To, p) || sight.Access(r.world, p, d.Group, r.today).Programme.Holds() && len(r.facesOf(p).known(d.To)) > 0
	})
}

// maybeReading returns all who might read a report now: the members of the group, now or
// then, or whoever has a relation with the client. Of thousands of people it asks no others.
func (r Rehearsal) maybeReading(d done) []domain.PersonID {
	inAnyRole := func(domain.Role) bool { return true }
	if d.Client == "" {
		out := r.members(d.Group, r.today, inAnyRole)
		return append(out, Rehearsal{world: d.in}.members(d.Group, d.On, inAnyRole)...)
	}
	out := []domain.PersonID{d.Client}
	for one := range r.world.RelationsOf(d.Client) {
		out = append(out, one.Person)
	}
	return out
}

// among returns those of people who are active and for whom reads holds, by id.
func (r Rehearsal) among(people []domain.PersonID, reads func(domain.PersonID) bool) []domain.PersonID {
	people = r.present(people)
	return slices.DeleteFunc(slices.Compact(people), func(p domain.PersonID) bool { return !reads(p) })
}

// everybody returns the active people for whom reads holds, by id.
func (r Rehearsal) everybody(reads func(domain.PersonID) bool) []domain.PersonID {
	var out []domain.PersonID
	for p := range r.world.Persons() {
		if p.ActiveOn(r.today) && reads(p.ID) {
			out = append(out, p.ID)
		}
	}
	return out
}

// present returns those of people who are active, by id.
func (r Rehearsal) present(people []domain.PersonID) []domain.PersonID {
	people = slices.DeleteFunc(people, func(p domain.PersonID) bool { return !r.isPresent(p, r.today) })
	slices.Sort(people)
	return people
}
