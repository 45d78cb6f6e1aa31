package sight

import (
	"slices"

	"zichtlijn/domain"
)

// missedTies says of relations by which one could have led to the other what
// alone stands in their way.
func (q question) missedTies() []Miss {
	var out []Miss
	for _, r := range q.routes {
		if faults := q.faults(r); len(faults) == 1 {
			out = append(out, faults[0])
		}
	}
	slices.SortFunc(out, compareMisses)
	return slices.Compact(out)
}

// faults returns everything that keeps a route from counting, each thing once:
// two relations of a type that is switched off have one fault.
func (q question) faults(r route) []Miss {
	rule := N2
	if len(r.ties) > 1 {
		rule = N3
	}
	var out []Miss
	add := func(m Miss, same func(Miss) bool) {
		if !slices.ContainsFunc(out, func(o Miss) bool { return o.Because == m.Because && same(o) }) {
			m.Of, m.Client = everything(), r.client
			out = append(out, m)
		}
	}
	for _, tie := range r.ties {
		if m, ok := q.idleTie(tie, rule); ok {
			add(m, func(o Miss) bool { return o.Relation == tie.ID })
		}
		for _, m := range q.unfit(tie) {
			add(m, func(o Miss) bool { return q.typeOf(o.Relation) == tie.Type })
		}
	}
	if p, _ := q.w.Person(r.client); !p.ActiveOn(q.on) {
		add(Miss{Because: Inactive, Rule: rule.String(), Person: r.client}, func(Miss) bool { return true })
	}
	if rule == N3 && !q.policy.around().Holds() {
		add(Miss{Because: ReadingOff, Rule: rule.String(), Reading: domain.ReadNetwork}, func(Miss) bool { return true })
	}
	return out
}

func (q question) typeOf(id domain.RelationID) domain.RelationTypeID {
	r, _ := q.w.Relation(id)
	return r.Type
}

// idleTie says why a relation does not run on the day.
func (q question) idleTie(r domain.Relation, rule Rule) (Miss, bool) {
	m := Miss{Rule: rule.String(), Relation: r.ID, Period: r.Period}
	switch {
	case r.Withdrawn:
		m.Because, m.Rule = RelationWithdrawn, "E8"
	case r.Ended(q.on):
		m.Because = RelationEnded
	case r.Ahead(q.on):
		m.Because = RelationAhead
	default:
		return m, false
	}
	return m, true
}

// unfit says why the type of a relation makes no direct relation of it.
func (q question) unfit(r domain.Relation) []Miss {
	t, _ := q.w.RelationType(r.Type)
	var out []Miss
	if t.SwitchedOff {
		out = append(out, Miss{Because: TypeOff, Rule: "E7", Relation: r.ID})
	}
	switch {
	case t.Negative:
		out = append(out, Miss{Because: TypeNegative, Rule: "N4", Relation: r.ID})
	case !t.Network:
		out = append(out, Miss{Because: TypeWithoutNetwork, Rule: "E6", Relation: r.ID})
	}
	return out
}
