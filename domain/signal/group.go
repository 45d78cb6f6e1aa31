package signal

import "zichtlijn/domain"

// groupSignals finds groups with too few counselors, and visible ones whose name
// betrays what their members are treated for.
func (h *house) groupSignals() []Signal {
	words := domain.NewWordFinder(h.w.Institution().RevealingWords())
	var out []Signal
	for g := range h.w.Groups() {
		switch h.rooms[g.ID].counselors {
		case 0:
			out = append(out, made(NoCounselors, string(g.ID)))
		case 1:
			out = append(out, made(FewCounselors, string(g.ID)))
		}
		if g.Visibility == domain.Hidden {
			continue // its name is seen by nobody whom it could tell anything (G1)
		}
		if _, found := words.Find(g.Name); found {
			out = append(out, made(RevealingName, string(g.ID)))
		}
	}
	return out
}
