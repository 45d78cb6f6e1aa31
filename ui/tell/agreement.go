package tell

import (
	"slices"
	"strings"

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
	return w.Say(words.Key("agreement."+a.Kind.String()), w.agreed(by, world, a)...)
}

// agreed says the fields that an agreement of its kind has, in their order.
func (w Words) agreed(by Naming, world domain.World, a domain.Agreement) []any {
	var out []any
	for _, f := range a.Kind.Fields() {
		switch f {
		case "viewer":
			out = append(out, by(a.Viewer))
		case "other":
			out = append(out, by(a.Other))
		case "group":
			out = append(out, w.Group(world, a.Group))
		case "visibility":
			out = append(out, w.Visibility(a.MostVisible))
		case "role":
			out = append(out, w.Role(a.Role))
		default:
			panic("tell: nobody says the " + string(f) + " of an agreement")
		}
	}
	return out
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

// OutlookInFull says what was agreed and, where that is broken, what is the case instead:
// one without the other is heard as the agreement. called is what it is called in there.
func (w Words) OutlookInFull(by Naming, world domain.World, v sight.Verdict, breaks domain.Date, called string) string {
	kind, args := v.Agreement.Kind.String(), w.agreed(by, world, v.Agreement)
	promise := w.Say(words.Key("agreement-that."+kind), args...)
	switch {
	case !v.Holds:
		now := w.Say(words.Key("breach-now."+kind), append(args, w.evidence(by, world, v))...)
		return w.Say("verdict.broken-in-full", called, promise, now)
	case breaks != 0:
		return w.Say("verdict.until-in-full", called, promise, w.Date(breaks-1))
	}
	return w.Say("verdict.holds-in-full", called, promise)
}

// BreachBy says what is the case instead of the promise.
func (w Words) BreachBy(by Naming, world domain.World, v sight.Verdict) string {
	args := append(w.agreed(by, world, v.Agreement), w.evidence(by, world, v))
	return w.Say(words.Key("breach."+v.Agreement.Kind.String()), args...)
}

// evidence says by what an agreement is broken: routes, members, or the group's present
// setting.
func (w Words) evidence(by Naming, world domain.World, v sight.Verdict) string {
	if len(v.Grounds) > 0 {
		return w.routes(by, world, v.Grounds)
	}
	if len(v.Members) > 0 {
		who := make([]domain.PersonID, len(v.Members))
		for i, m := range v.Members {
			who[i] = m.Person
		}
		return w.Some(by.All(who), summaryNames)
	}
	g, _ := world.Group(v.Agreement.Group)
	return w.Visibility(g.Visibility)
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

// BrokenSign marks what breaks an agreement; a word always stands beside it.
const BrokenSign = "✗"

// Breaks says which agreements something breaks, behind the sign; none: nothing.
func (w Words) Breaks(ids []domain.AgreementID) string {
	if len(ids) == 0 {
		return ""
	}
	return w.Say("broken.breaks", BrokenSign, AgreementIDs(ids))
}

// Broken says each of several broken agreements in full, behind the sign.
func (w Words) Broken(world domain.World, ids []domain.AgreementID) []string {
	var out []string
	for _, id := range ids {
		a, _ := world.Agreement(id)
		out = append(out, w.Say("broken.in-full", BrokenSign, words.Clean(string(id)), w.Agreement(world, a)))
	}
	return out
}

// WithBreaks adds to a line which agreements it breaks, if any.
func (w Words) WithBreaks(line string, ids []domain.AgreementID) string {
	if len(ids) == 0 {
		return line
	}
	return w.Say("broken.line", line, w.Breaks(ids))
}

// AgreementIDs lists agreements where there is no room for sentences.
func AgreementIDs(ids []domain.AgreementID) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = words.Clean(string(id))
	}
	return strings.Join(out, " ")
}
