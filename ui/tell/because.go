package tell

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// Because says grounds as reasons that stand behind "because", without the code of a rule.
// Each is said once, and one rule in several groups in one sentence: who hears them does not
// skip what is the same.
func (w Words) Because(world domain.World, grounds []sight.Ground) string {
	type reason struct {
		sight.Clause
		alone string // what is no rule of a group
	}
	var order []reason
	groups := map[reason][]string{}
	for _, g := range grounds {
		one := reason{Clause: g.Clause}
		if g.Group == "" || g.Rule == sight.H11 {
			one.alone = w.spokenGround(world, g)
		}
		if _, said := groups[one]; !said {
			order = append(order, one)
		}
		groups[one] = append(groups[one], w.Group(world, g.Group))
	}
	out := ""
	for _, one := range order {
		text, in := one.alone, groups[one]
		if text == "" {
			text = w.Say("ground-spoken.in-groups", len(in), w.List(in), w.Rule(one.Rule))
		}
		if one.Tag == sight.Read {
			text = w.Say("why.line", text, w.Tag(one.Clause))
		}
		if out != "" {
			text = w.Say("ground-spoken.reasons", out, text)
		}
		out = text
	}
	return out
}
