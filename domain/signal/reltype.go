package signal

import "zichtlijn/domain"

// typeSignals finds relation types whose flags are at odds (DOMAIN.md 3), and
// those that are switched off while relations of them run. What is switched off
// has no flags to speak of (E7).
func (h *house) typeSignals() []Signal {
	used := map[domain.RelationTypeID]bool{}
	for r := range h.w.Relations() {
		if h.types[r.Type].SwitchedOff && r.RunsOn(h.on) {
			used[r.Type] = true
		}
	}
	var out []Signal
	for t := range h.w.RelationTypes() {
		for _, one := range []struct {
			code  Code
			holds bool
		}{
			{TypeOffInUse, used[t.ID]},
			{PrimaryNotRelevant, t.Active() && t.Primary && !t.Relevant},
			{NegativeRelevant, t.Active() && t.Negative && t.Relevant},
		} {
			if one.holds {
				out = append(out, made(one.code, string(t.ID)))
			}
		}
	}
	return out
}
