package lang

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

var ruleKeys = map[sight.Rule]Key{
	sight.G2: RuleG2, sight.G3: RuleG3, sight.G4: RuleG4, sight.G5: RuleG5, sight.G6: RuleG6,
	sight.D1: RuleD1, sight.D3: RuleD3, sight.D4: RuleD4, sight.D5: RuleD5, sight.D6: RuleD6,
	sight.D7: RuleD7, sight.D8: RuleD8, sight.D9: RuleD9, sight.N2: RuleN2, sight.N3: RuleN3,
}

// Rule says what a rule allows, in a few words.
func (w Words) Rule(r sight.Rule) string { return w.Say(ruleKeys[r]) }

// Ground says why something holds: rule and route, never a bare pair of codes.
func (w Words) Ground(world domain.World, g sight.Ground) string {
	switch g.Rule {
	case sight.N2:
		return w.Say(GroundDirect, w.Person(world, g.Client), w.relation(world, g.Relation))
	case sight.N3:
		both := w.List([]string{w.relation(world, g.Relation), w.relation(world, g.Other)})
		return w.Say(GroundNetwork, w.Person(world, g.Client), both)
	}
	return w.Say(GroundGroup, g.Rule.String(), w.Group(world, g.Group), w.Rule(g.Rule))
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
		return w.Say(TagStated)
	case sight.Vendor:
		return w.Say(TagVendor)
	default:
		return w.Say(TagRead)
	}
}
