package handover

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// endingRow is what a row of the part about ends says.
type endingRow struct {
	noun       domain.Noun
	who, where string
	last       domain.Date
	why        string
}

// endingPart tells what must not be in the products now, and what ends later: a reminder,
// because not everything can be entered with an end.
func (t *teller) endingPart() part {
	var now []endingRow
	for _, e := range t.endings {
		row := t.endingRow(e.record)
		row.noun, row.why = e.noun, t.HandOver("ends."+e.why.String())
		now = append(now, row)
	}
	later := t.later()
	columns := []column[endingRow]{
		{t.head("name"), func(r endingRow) string { return r.who }},
		{t.HandOver("noun"), func(r endingRow) string { return t.Noun(r.noun) }},
		{t.HandOver("where"), func(r endingRow) string { return r.where }},
		{t.head("through"), func(r endingRow) string { return t.FullDate(r.last) }},
		{t.HandOver("why"), func(r endingRow) string { return r.why }},
	}
	lead := t.HandOver("ends-lead")
	if t.since != nil {
		lead = t.HandOver("ends-lead-since")
	}
	return t.part("ends", len(now)+len(later), func(yield func(table) bool) {
		first := tableOf(t.HandOver("ends-now", len(now)), now, columns...)
		second := tableOf(t.HandOver("ends-later", len(later)), later, columns...)
		_ = (len(now) == 0 || yield(first)) && (len(later) == 0 || yield(second))
	}, lead)
}

// String is the last part of the key of the sentence.
func (r reason) String() string {
	return [...]string{"", "ended", "withdrawn", "off", "inactive", "removed"}[r]
}

func (t *teller) endingRow(rec domain.Keyed) endingRow {
	switch rec := rec.(type) {
	case domain.Person:
		row := endingRow{who: t.name(rec.ID)}
		if rec.InactiveFrom > domain.FirstDate {
			row.last = rec.InactiveFrom - 1
		}
		return row
	case domain.Membership:
		return endingRow{who: t.name(rec.Person), where: t.group(rec.Group), last: rec.Through}
	case domain.Relation:
		return endingRow{who: t.name(rec.Client), where: t.HandOver("relation-with", t.relationType(rec.Type), t.name(rec.Person)), last: rec.Through}
	case domain.Group:
		return endingRow{who: t.Clean(rec.Name)}
	case domain.RelationType:
		return endingRow{who: t.Clean(rec.Name)}
	}
	return endingRow{who: t.Clean(rec.Key())}
}

// later returns what is to be entered and ends, by its last day.
func (t *teller) later() []endingRow {
	var out []endingRow
	add := func(n domain.Noun, rec domain.Keyed) {
		if row := t.endingRow(rec); row.last > 0 {
			row.noun = n
			out = append(out, row)
		}
	}
	for _, e := range t.Sheet.people {
		add(domain.PersonNoun, e.record)
	}
	for _, e := range t.members {
		add(domain.MembershipNoun, e.record)
	}
	for _, e := range t.relations {
		add(domain.RelationNoun, e.record)
	}
	slices.SortStableFunc(out, func(a, b endingRow) int { return cmp.Compare(a.last, b.last) })
	return out
}
