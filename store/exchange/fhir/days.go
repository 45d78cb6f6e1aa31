package fhir

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// days returns the part of a period on which all the people are active, or why it is not
// carried: it has no day on b.on or later. Days before b.on are kept. 31-12-9999 is an
// open end.
func (b *builder) days(p domain.Period, people ...domain.Person) (days domain.Period, code string) {
	if p.Ended(b.on) {
		return p, Ended
	}
	if p.Through == domain.LastDate {
		p.Through = 0
	}
	for _, q := range people {
		off := q.InactiveFrom
		switch {
		case off.IsZero() || !p.Through.IsZero() && p.Through < off:
		case off <= max(b.on, p.From, domain.FirstDate):
			return p, Inactive
		default:
			p.Through = off - 1
		}
	}
	return p, ""
}

// carried is a relation that counts on b.on or later.
type carried struct {
	domain.Relation
	of   domain.RelationType
	days domain.Period
}

func (b *builder) carried(r domain.Relation) (out carried, code string) {
	t, known := b.world.RelationType(r.Type)
	switch {
	case r.Withdrawn:
		return out, Withdrawn
	case !known || t.SwitchedOff:
		return out, SwitchedOff
	}
	client, _ := b.world.Person(r.Client)
	other, _ := b.world.Person(r.Person)
	days, code := b.days(r.Period, client, other)
	return carried{r, t, days}, code
}

// related is what makes somebody a RelatedPerson of a client.
type related struct {
	client    domain.PersonID
	days      domain.Period
	relations []carried // with each a day in days, by first day
	after     []carried // begin after a gap
}

// relatedTo returns the clients of somebody who is no employee of theirs, by id.
func (b *builder) relatedTo(id domain.PersonID) []related {
	var all []carried
	for r := range b.world.RelationsOf(id) {
		if r.Person != id {
			continue
		}
		if c, code := b.carried(r); code == "" && c.of.Kind != domain.EmployeeKind {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(x, y carried) int {
		return cmp.Or(cmp.Compare(x.Client, y.Client), cmp.Compare(x.days.From, y.days.From), cmp.Compare(x.ID, y.ID))
	})
	var out []related
	for _, c := range all {
		if n := len(out); n == 0 || out[n-1].client != c.Client {
			out = append(out, related{client: c.Client, days: c.days})
		}
		out[len(out)-1].add(c)
	}
	return out
}

// add adds a relation that begins no earlier than those before.
func (r *related) add(c carried) {
	open := r.days.Through.IsZero()
	switch {
	case !open && c.days.From > r.days.Through+1:
		r.after = append(r.after, c)
		return
	case !open && (c.days.Through.IsZero() || c.days.Through > r.days.Through):
		r.days.Through = c.days.Through
	}
	r.relations = append(r.relations, c)
}
