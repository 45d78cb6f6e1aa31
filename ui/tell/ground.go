package tell

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

var ruleKeys = map[sight.Rule]words.Key{
	sight.G2: "rule.G2", sight.G3: "rule.G3", sight.G4: "rule.G4", sight.G5: "rule.G5", sight.G6: "rule.G6",
	sight.D1: "rule.D1", sight.D3: "rule.D3", sight.D4: "rule.D4", sight.D5: "rule.D5", sight.D6: "rule.D6",
	sight.D7: "rule.D7", sight.D8: "rule.D8", sight.D9: "rule.D9", sight.N2: "rule.N2", sight.N3: "rule.N3",
}

// Rule says what a rule allows, in a few words.
func (w Words) Rule(r sight.Rule) string { return w.Say(ruleKeys[r]) }

// Ground says why something holds: rule and route, never a bare pair of codes.
func (w Words) Ground(world domain.World, g sight.Ground) string {
	switch g.Rule {
	case sight.N2:
		return w.Say("ground.direct", w.Person(world, g.Client), w.relation(world, g.Relation))
	case sight.N3:
		both := w.List([]string{w.relation(world, g.Relation), w.relation(world, g.Other)})
		return w.Say("ground.network", w.Person(world, g.Client), both)
	}
	return w.Say("ground.group", g.Rule.String(), w.Group(world, g.Group), w.Rule(g.Rule))
}

// Grounds says every ground of the lists once, each with on whose word it stands:
// one relation lets two people both see and message each other.
func (w Words) Grounds(world domain.World, lists ...[]sight.Ground) []string {
	var out []string
	seen := map[sight.Ground]bool{}
	for _, list := range lists {
		for _, g := range list {
			if !seen[g] {
				seen[g] = true
				out = append(out, w.Ground(world, g)+" ("+w.Tag(g.Clause)+")")
			}
		}
	}
	return out
}

// relation names a relation by who stands opposite the client and as what.
func (w Words) relation(world domain.World, id domain.RelationID) string {
	r, ok := world.Relation(id)
	if !ok {
		return string(id)
	}
	return w.Person(world, r.Person) + " (" + w.RelationType(world, r.Type) + ")"
}

// Tag says on whose word a clause stands, and for a reading which question it answers.
func (w Words) Tag(c sight.Clause) string {
	switch c.Tag {
	case sight.Stated:
		return w.Say("tag.stated")
	case sight.Vendor:
		return w.Say("tag.vendor")
	default:
		return w.Say("tag.read")
	}
}
