package tell

import (
	"cmp"
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
	switch signal := m.Rule == care.L2; {
	case signal && w.spoken:
		key = "care.signal-spoken"
	case signal:
		key = "care.signal"
	case w.spoken:
		key = "care.star-spoken"
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

// ScopeShort says which clients an access role covers, for a column.
func (w Words) ScopeShort(world domain.World, a domain.AccessRole) string {
	return w.scope(world, a, [...]words.Key{
		"access.reach-none", "access.reach-all", "access.reach-own", "access.reach-places", "access.reach-no-types", "access.reach-types",
	})
}

// ScopeLong says the same in a sentence.
func (w Words) ScopeLong(world domain.World, a domain.AccessRole) string {
	return w.scope(world, a, [...]words.Key{
		"access.scope-none", "access.scope-all", "access.scope-own", "access.scope-places", "access.scope-no-types", "access.scope-types",
	})
}

// scope says one of: no scope, all clients, the own location, some locations, no relation
// type, some relation types.
func (w Words) scope(world domain.World, a domain.AccessRole, line [6]words.Key) string {
	places, types := a.Scope.Locations, a.Scope.RelationTypes
	switch reach := a.Reach(); {
	case reach == domain.AllClients:
		return w.Say(line[1])
	case reach == domain.LocationScope && len(places) == 0:
		return w.Say(line[2])
	case reach == domain.LocationScope:
		return w.Say(line[3], len(places), w.List(words.CleanAll(places)))
	case reach == domain.RelationScope && len(types) == 0:
		return w.Say(line[4])
	case reach == domain.RelationScope:
		names := make([]string, len(types))
		for i, id := range types {
			names[i] = w.TypeName(world, id)
		}
		return w.Say(line[5], len(types), w.List(names))
	}
	return w.Say(line[0])
}

// TypeName names a relation type, and says if it is switched off: then it gives nothing
// (E7).
func (w Words) TypeName(world domain.World, id domain.RelationTypeID) string {
	name := w.RelationType(world, id)
	if t, ok := world.RelationType(id); ok && t.SwitchedOff {
		return w.Say("types.name-off", name)
	}
	return name
}

// CareEnding says when a relation ends, and who replaces it, if anybody.
func (w Words) CareEnding(by Naming, world domain.World, e care.Ending) string {
	args := []any{by(e.Relation.Person), w.CareLine(world, e.Line), w.Date(e.Last)}
	switch next, ok := world.Relation(e.Successor); {
	case ok:
		return w.Say("care.ending-next", append(args, by(next.Person))...)
	case e.Type.Exclusive: // of any other type a colleague may remain
		return w.Say("care.ending-gap", args...)
	}
	return w.Say("care.ending", args...)
}

// ShiftTitle returns the name of a shift, else its code, else the word for a shift.
func (w Words) ShiftTitle(s domain.Shift) string {
	if title := cmp.Or(s.Name, s.Code); title != "" {
		return words.Clean(title)
	}
	return w.Say("plan.nameless")
}

// ShiftTimes says when a shift begins and ends, and whether that is on the next day.
func (w Words) ShiftTimes(s domain.Shift) string {
	key := words.Key("plan.times")
	if s.End < s.Begin {
		key = "plan.times-next"
	}
	return w.Say(key, s.Begin.String(), s.End.String())
}
