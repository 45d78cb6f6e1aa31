package tell

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/words"
)

var stateKeys = map[care.State]words.Key{
	care.Withdrawn: "care.state.withdrawn", care.Planned: "care.state.planned", care.Replaced: "care.state.replaced",
	care.Ended: "care.state.ended", care.TypeOff: "care.state.type-off", care.Inactive: "care.state.inactive",
}

// CareLine says in which relation somebody stands to a client, and in which period. A
// primary relation is called that in words (E1).
func (w Words) CareLine(world domain.World, l care.Line) string {
	parts := []string{w.RelationType(world, l.Relation.Type)}
	if l.Type.Primary {
		parts = append(parts, w.Field("primary"))
	}
	if period := w.Period(l.Relation.Period); period != "" {
		parts = append(parts, period)
	}
	return strings.Join(parts, ", ")
}

// CareState says why a relation does not count, and who replaces or is replaced.
func (w Words) CareState(world domain.World, p care.Past) string {
	switch {
	case p.State == care.Planned && p.After != "":
		before, _ := world.Relation(p.After)
		return w.Say("care.state.succeeds", w.Person(world, before.Person))
	case p.State == care.Replaced, p.State == care.Withdrawn && p.Relation.ReplacedBy != "":
		next, _ := world.Relation(p.Relation.ReplacedBy)
		key := words.Key("care.state.replaced")
		if p.State == care.Withdrawn {
			key = "care.state.never-began"
		}
		return w.Say(key, w.Person(world, next.Person), w.Date(next.From))
	}
	return w.Say(stateKeys[p.State])
}

// Grant says by which rule and access role somebody may do something with a client,
// how they got the role and why it covers the client.
func (w Words) Grant(world domain.World, g care.Grant) string {
	return w.Say("care.grant", g.Rule.String(), w.AccessRole(world, g.Role), strings.Join(w.grantRoute(world, g), ", "))
}

// grantRoute says how somebody got a role and why it covers the client.
func (w Words) grantRoute(world domain.World, g care.Grant) []string {
	var out []string
	switch g.Rule {
	case care.A2:
		assigned := w.Say("care.assigned")
		if period := w.Period(g.Assigned); period != "" {
			assigned += " " + period
		}
		out = append(out, assigned)
	case care.A3:
		out = append(out, w.Say("care.standard"))
	}
	switch {
	case g.ByRelation():
		out = append(out, w.Say("care.by-relation", w.List(w.causes(world, g.Relations))))
	case g.OwnLocation:
		out = append(out, w.Say("care.own-location", words.Clean(g.Location)))
	case g.Scope == domain.LocationScope:
		out = append(out, w.Say("care.at-location", words.Clean(g.Location)))
	default:
		out = append(out, w.Say("care.all-clients"))
	}
	return out
}

// Mark says which two people a star or signal is about, and by which relations.
func (w Words) Mark(world domain.World, m care.Mark, employee, client string) string {
	key := words.Key("care.star")
	if m.Rule == care.L2 {
		key = "care.signal"
	}
	return w.Say(key, employee, client, w.List(w.causes(world, m.Relations)))
}

// causes names relations by type and period, without their two people.
func (w Words) causes(world domain.World, ids []domain.RelationID) []string {
	var out []string
	for _, id := range ids {
		r, _ := world.Relation(id)
		said := w.RelationType(world, r.Type)
		if period := w.Period(r.Period); period != "" {
			said += " " + period
		}
		out = append(out, said)
	}
	return out
}
