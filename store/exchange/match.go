package exchange

import (
	"zichtlijn/domain"
)

// replace ends the relations that new ones of tables replace: those of an exclusive type of
// the same client (E8). One that a file gives an id replaces nobody.
func (m *merger) replace() {
	at := map[domain.RelationID]int{}
	for n, c := range m.changes {
		if c.Relation != nil {
			at[c.Relation.After.ID] = n
		}
	}
	for _, c := range m.changes[:len(m.changes):len(m.changes)] {
		if c.Relation == nil || c.Relation.Before != nil {
			continue
		}
		now := *c.Relation.After
		from := m.places[domain.Ref{Noun: domain.RelationNoun, Key: now.Key()}]
		if from.node == nil || !from.node.adds {
			continue
		}
		for _, r := range m.world.Replacements(now) {
			if _, given := at[r.Relation.After.ID]; given { // the file says itself how that one ends
				continue
			}
			at[r.Relation.After.ID] = len(m.changes)
			m.changes = append(m.changes, r)
			m.replaced++
			m.noted[from.file].add(m.problemAt(from, Problem{Code: Replaces, Args: []string{r.Relation.After.Key()}}))
		}
	}
}

// match ends what the tables do not have, of the nouns that they have: memberships and
// relations on the day before the import, persons are inactive from that day on. Groups
// and relation types are only listed: with them much else would go.
func (m *merger) match(i Import) (ended, missing []domain.Ref) {
	has := map[domain.Noun]bool{}
	for _, s := range i.Setups {
		for _, t := range s.sheets {
			has[t.kind.noun()] = true
			if t.kind == flatTable {
				has[domain.MembershipNoun] = has[domain.MembershipNoun] || t.gives("group")
			}
		}
	}
	end := func(c domain.Change, ref domain.Ref) {
		m.changes = append(m.changes, c)
		ended = append(ended, ref)
	}
	absent := func(r domain.Keyed, noun domain.Noun) (domain.Ref, bool) {
		ref := domain.Ref{Noun: noun, Key: r.Key()}
		_, read := m.places[ref]
		return ref, has[noun] && !read
	}
	for p := range m.world.Persons() {
		if ref, gone := absent(p, domain.PersonNoun); gone && p.ActiveOn(i.On) {
			now := p
			now.InactiveFrom = i.On
			end(domain.Change{Person: &domain.Swap[domain.Person]{Before: &p, After: &now}}, ref)
		}
	}
	for one := range m.world.Memberships() {
		if ref, gone := absent(one, domain.MembershipNoun); gone && !one.Ended(i.On) {
			end(domain.Change{Membership: endedOn(one, i.On)}, ref)
		}
	}
	replaced := map[domain.RelationID]bool{}
	for _, c := range m.changes {
		if c.Relation != nil {
			replaced[c.Relation.After.ID] = true
		}
	}
	for r := range m.world.Relations() {
		if ref, gone := absent(r, domain.RelationNoun); gone && !replaced[r.ID] && !r.Withdrawn && !r.Ended(i.On) {
			now := r
			if r.Ahead(i.On - 1) {
				now.Withdrawn = true
			} else {
				now.Through = i.On - 1
			}
			end(domain.Change{Relation: &domain.Swap[domain.Relation]{Before: &r, After: &now}}, ref)
		}
	}
	for g := range m.world.Groups() {
		if ref, gone := absent(g, domain.GroupNoun); gone {
			missing = append(missing, ref)
		}
	}
	for t := range m.world.RelationTypes() {
		if ref, gone := absent(t, domain.RelationTypeNoun); gone {
			missing = append(missing, ref)
		}
	}
	return ended, missing
}

// Of a noun more than a tenth is ended with a reason only, more than a fifth with the exact
// number too (EXCHANGE.md 4).
const (
	reasonAbove = 10
	numberAbove = 5
)

// Much is the noun of which Match ends much: somebody has to say why, and with Exact also
// how many records it ends in all.
type Much struct {
	Noun       domain.Noun
	Ended, Had int
	All        int // of every noun
	Exact      bool
}

// EndsMuch returns the noun of w that asks for most; false: none asks.
func (o Outcome) EndsMuch(w domain.World) (much Much, asks bool) {
	for _, c := range o.Counts {
		now := Much{Noun: c.Noun, Ended: c.Ended, Had: w.Count(c.Noun), All: len(o.Ended)}
		now.Exact = now.Ended*numberAbove > now.Had
		if now.Ended*reasonAbove > now.Had && (!asks || now.Exact && !much.Exact) {
			much, asks = now, true
		}
	}
	return much, asks
}

// endedOn ends a membership on the day before on; one that begins later goes.
func endedOn(one domain.Membership, on domain.Date) *domain.Swap[domain.Membership] {
	if one.Ahead(on - 1) {
		return &domain.Swap[domain.Membership]{Before: &one}
	}
	now := one
	now.Through = on - 1
	return &domain.Swap[domain.Membership]{Before: &one, After: &now}
}
