package tell

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// Naming returns the name of a person, so that a list can tell namesakes apart and a
// line can give ids (DOMAIN.md 4).
type Naming func(domain.PersonID) string

// All returns the names of several people, in their order.
func (by Naming) All(ids []domain.PersonID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = by(id)
	}
	return out
}

// Agreement says a promise as a sentence, without its end: Dennis Bakker ziet
// Petra Bakker nooit.
func (w Words) Agreement(world domain.World, a domain.Agreement) string {
	return w.AgreementBy(func(id domain.PersonID) string { return w.Person(world, id) }, world, a)
}

// AgreementBy is Agreement with people named by by.
func (w Words) AgreementBy(by Naming, world domain.World, a domain.Agreement) string {
	switch a.Kind {
	case domain.GroupAtMost:
		return w.Say("agreement.group-at-most", w.Group(world, a.Group), w.Visibility(a.MostVisible))
	case domain.NoRoleInGroup:
		return w.Say("agreement.no-role-in-group", w.Group(world, a.Group), w.Role(a.Role))
	case domain.NeverMessages:
		return w.Say("agreement.never-messages", by(a.Viewer), by(a.Other))
	case domain.Sees:
		return w.Say("agreement.sees", by(a.Viewer), by(a.Other))
	case domain.NeverSees:
		return w.Say("agreement.never-sees", by(a.Viewer), by(a.Other))
	}
	panic("tell: an agreement of no kind")
}

// AgreementKind says what a kind of promise is about, for a choice.
func (w Words) AgreementKind(k domain.AgreementKind) string {
	return w.Say(words.Key("agreement-kind." + k.String()))
}

// VerdictBy says in one line whether an agreement holds, and by which route it is
// broken: geschonden: Dennis Bakker ziet Petra Bakker via het netwerk van Sem Bakker.
func (w Words) VerdictBy(by Naming, world domain.World, v sight.Verdict) string {
	if v.Holds {
		return w.Say("verdict.holds", w.AgreementBy(by, world, v.Agreement))
	}
	return w.Say("verdict.broken", w.BreachBy(by, world, v))
}

// OutlookBy is VerdictBy for an agreement that breaks on a later day; zero: never.
func (w Words) OutlookBy(by Naming, world domain.World, v sight.Verdict, breaks domain.Date) string {
	if v.Holds && breaks != 0 {
		return w.Say("verdict.until", w.AgreementBy(by, world, v.Agreement), w.Date(breaks-1))
	}
	return w.VerdictBy(by, world, v)
}

// BreachBy says what is the case instead of the promise.
func (w Words) BreachBy(by Naming, world domain.World, v sight.Verdict) string {
	a := v.Agreement
	switch a.Kind {
	case domain.GroupAtMost:
		g, _ := world.Group(a.Group)
		return w.Say("breach.group-at-most", w.Group(world, a.Group), w.Visibility(g.Visibility), w.Visibility(a.MostVisible))
	case domain.NoRoleInGroup:
		var who []string
		for _, m := range v.Members {
			who = append(who, by(m.Person))
		}
		return w.Say("breach.no-role-in-group", w.Group(world, a.Group), w.Role(a.Role), w.Some(who, summaryNames))
	case domain.NeverMessages:
		return w.Say("breach.never-messages", by(a.Viewer), by(a.Other), w.routes(by, world, v.Grounds))
	case domain.Sees:
		return w.Say("breach.sees", by(a.Viewer), by(a.Other))
	case domain.NeverSees:
		return w.Say("breach.never-sees", by(a.Viewer), by(a.Other), w.routes(by, world, v.Grounds))
	}
	panic("tell: an agreement of no kind")
}

// routes says by which routes somebody sees another, each once: one group can give
// several grounds.
func (w Words) routes(by Naming, world domain.World, grounds []sight.Ground) string {
	var out []string
	for _, g := range grounds {
		route := w.Say("route.group", w.Group(world, g.Group))
		switch g.Rule {
		case sight.N2:
			r, _ := world.Relation(g.Relation)
			route = w.Say("route.direct", w.RelationType(world, r.Type))
		case sight.N3:
			route = w.Say("route.network", by(g.Client))
		}
		if !slices.Contains(out, route) {
			out = append(out, route)
		}
	}
	return w.Some(out, summaryNames)
}
