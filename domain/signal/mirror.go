package signal

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// OneWay is a viewer and everybody whom they see but who does not see them, by id.
type OneWay struct {
	Viewer domain.PersonID
	Others []domain.PersonID
}

// Mirror returns the mirror list on a day: one-way sight, by viewer. Most of it is
// counselors in hidden groups, which that mode means (G1, G2).
func Mirror(w domain.World, on domain.Date) []OneWay { return mirror(seenOn(w, on)) }

func seenOn(w domain.World, on domain.Date) sight.Seen { return sight.NewEvaluator(w, on).Seen() }

func mirror(l sight.Seen) []OneWay {
	var out []OneWay
	for v, seen := range l.OneWay {
		if len(seen) == 0 {
			continue
		}
		others := make([]domain.PersonID, len(seen))
		for i, o := range seen {
			others[i] = l.People[o]
		}
		out = append(out, OneWay{l.People[v], others})
	}
	return out
}

// sightSignals finds people whom nobody sees, and one-way sight of people who are no
// counselor by default role. Counselors see their groups one way (G2, G5, G6). Every
// other rule works both ways, so that anybody else with one-way sight has a
// counselor's role in a group: mostly a parent in the wrong role.
func (f *finder) sightSignals(l sight.Seen) []Signal {
	var out []Signal
	for i, p := range f.people { // the same people in the same order
		if !l.Any[i] && p.Role != domain.Administrator && p.ActiveOn(f.on) {
			out = append(out, newSignal(Unseen, string(p.ID)))
		}
		if !p.Role.IsCounselor() && len(l.OneWay[i]) > 0 {
			out = append(out, newSignal(OneWaySight, string(p.ID)))
		}
	}
	return out
}
