package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Proposals returns, in a fixed order and each once, every single edit that
// could make a fact hold for a pair that does not. They are cheap to name and
// not tried: that is Try's task.
func Proposals(w domain.World, viewer, other domain.PersonID, on domain.Date) []domain.Command {
	q := ask(w, viewer, other, on)
	if q.alike() || q.lacks() == (Fact{}) {
		return nil
	}
	if again := q.reactivations(); again != nil {
		return again
	}
	p := proposals{question: q}
	p.modes(q.shared())
	p.memberRoles(q.shared())
	p.idleMemberships()
	p.joins()
	p.idleTies()
	p.ties()
	p.types()
	p.awaken()
	p.readings(true)
	p.defaultRoles(domain.MemberRoles())
	return p.out
}

// Endings returns in the same way every single edit that could end a fact that
// holds.
func Endings(w domain.World, viewer, other domain.PersonID, on domain.Date) []domain.Command {
	q := ask(w, viewer, other, on)
	if q.line.Sight == nil && q.line.Messages == nil {
		return nil
	}
	p := proposals{question: q}
	p.modes(q.shared())
	p.memberRoles(q.shared())
	p.leaves()
	p.partings()
	p.typesOff()
	p.deactivations()
	p.readings(false)
	p.defaultRoles(domain.Roles())
	return p.out
}

// proposals collects commands about one question.
type proposals struct {
	question
	out []domain.Command
}

func (p *proposals) add(c domain.Command) { p.out = append(p.out, c) }

// reactivations are all there is to propose while one of the two counts no more:
// no other edit alone could turn anything.
func (q question) reactivations() []domain.Command {
	var out []domain.Command
	for _, id := range q.both() {
		if p, _ := q.w.Person(id); !p.ActiveOn(q.on) {
			out = append(out, domain.ReactivatePerson{ID: id})
		}
	}
	return out
}

// awaken reactivates clients in whose network both are on record.
func (p *proposals) awaken() {
	for _, c := range p.clients(p.routes) {
		if one, _ := p.w.Person(c); !one.ActiveOn(p.on) {
			p.add(domain.ReactivatePerson{ID: c})
		}
	}
}

// clients returns those of routes, by id.
func (q question) clients(routes []route) []domain.PersonID {
	var out []domain.PersonID
	for _, r := range routes {
		out = append(out, r.client)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// readings turns each answer of the institution that has an effect. Every one of
// them opens when it is on.
func (p *proposals) readings(on bool) {
	for _, r := range domain.AllReadings()[:domain.ReadNewsGroupReachesHidden] {
		if p.On(r) != on {
			p.add(domain.SetReading{Reading: r, On: on})
		}
	}
}

// defaultRoles gives either of the two another role of their own.
func (p *proposals) defaultRoles(roles []domain.Role) {
	for _, id := range p.both() {
		one, _ := p.w.Person(id)
		for _, role := range roles {
			if role != one.Role {
				one.Role = role
				p.add(domain.EditPerson{Person: one})
			}
		}
	}
}

// deactivations makes either of the two, or a client through whom they see each
// other, count no more.
func (p *proposals) deactivations() {
	ids := p.both()
	all := slices.Concat(ids[:], slices.DeleteFunc(p.clients(p.counting()), func(c domain.PersonID) bool { return slices.Contains(ids[:], c) }))
	for _, id := range all {
		p.add(domain.DeactivatePerson{ID: id, From: p.on})
	}
}
