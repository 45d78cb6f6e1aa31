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
	return d.then().grounds(d.Act)
}

// then is the set-up as it stood at an act, without acts.
func (d done) then() Rehearsal { return Rehearsal{world: d.in, today: d.On} }

// grounds returns those on which the person may do a today, each once. Without any they may
// not, where the kind of act needs one.
func (r Rehearsal) grounds(a Act) []sight.Ground {
	switch a.Kind {
	case Send, Answer:
		var out []sight.Ground
		for _, to := range a.To {
			for _, g := range sight.Between(r.world, a.By, to, r.today).Messages {
				if !slices.Contains(out, g) {
					out = append(out, g)
				}
			}
		}
		return out
	case GroupMessage:
		return r.access(a.By, a.Group).GroupMessage.Of(a.Group)
	case Report:
		if a.Client != "" {
			return sight.ClientReports(r.world, a.By, a.Client, r.today)
		}
		return r.access(a.By, a.Group).GroupReport.Of(a.Group)
	case Post:
		return r.newsGroup(a.By, a.Name).Posting
	case Assign:
		return r.access(a.By, a.Group).Programme.Of(a.Group)
	}
	return nil
}

func (r Rehearsal) access(p domain.PersonID, g domain.GroupID) sight.GroupAccess {
	return sight.Access(r.world, p, g, r.today)
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
		return r.among(r.everybody(), func(p domain.PersonID) bool { return r.newsGroup(p, d.Name).Name != "" })
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
	return r.among(append(r.members(d.Group, domain.Role.IsCounselor), d.To...), func(p domain.PersonID) bool {
		return slices.Contains(d.To, p) || r.access(p, d.Group).Programme.Holds() && len(r.facesOf(p).known(d.To)) > 0
	})
}

// maybeReading returns all who might read a report now: the members of the group, now or
// then, or whoever has a relation with the client. Of thousands of people it asks no others.
func (r Rehearsal) maybeReading(d done) []domain.PersonID {
	if d.Client == "" {
		inAnyRole := func(domain.Role) bool { return true }
		return append(r.members(d.Group, inAnyRole), d.then().members(d.Group, inAnyRole)...)
	}
	out := []domain.PersonID{d.Client}
	for one := range r.world.RelationsOf(d.Client) {
		out = append(out, one.Person)
	}
	return out
}

// among returns those of people who are active and for whom reads holds, by id.
func (r Rehearsal) among(people []domain.PersonID, reads func(domain.PersonID) bool) []domain.PersonID {
	return slices.DeleteFunc(slices.Compact(r.present(people)), func(p domain.PersonID) bool { return !reads(p) })
}

func (r Rehearsal) everybody() []domain.PersonID {
	var out []domain.PersonID
	for p := range r.world.Persons() {
		out = append(out, p.ID)
	}
	return out
}

// present returns those of people who are active, by id.
func (r Rehearsal) present(people []domain.PersonID) []domain.PersonID {
	people = slices.DeleteFunc(people, func(p domain.PersonID) bool { return !r.isPresent(p) })
	slices.Sort(people)
	return people
}
