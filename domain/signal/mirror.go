package signal

import (
	"slices"

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
func Mirror(w domain.World, on domain.Date) []OneWay { return mirror(sightlinesOn(w, on)) }

// sightlines are who sees whom, without grounds. People are indexes in ids.
type sightlines struct {
	ids  []domain.PersonID
	sees [][]int32 // by viewer, each in order
}

func sightlinesOn(w domain.World, on domain.Date) sightlines {
	ids, sees := sight.NewEvaluator(w, on).Everyone()
	return sightlines{ids, sees}
}

func (l sightlines) sights(viewer, other int32) bool {
	_, found := slices.BinarySearch(l.sees[viewer], other)
	return found
}

func mirror(l sightlines) []OneWay {
	var out []OneWay
	for v, seen := range l.sees {
		var others []domain.PersonID
		for _, o := range seen {
			if !l.sights(o, int32(v)) {
				others = append(others, l.ids[o])
			}
		}
		if len(others) > 0 {
			out = append(out, OneWay{l.ids[v], others})
		}
	}
	return out
}

// sightSignals finds people whom nobody sees, and one-way sight of people who are no
// counselor by default role. Counselors see their groups one way (G2, G5, G6). Every
// other rule works both ways, so that anybody else with one-way sight has a
// counselor's role in a group: mostly a parent in the wrong role.
func (f *finder) sightSignals(l sightlines) []Signal {
	seen := make([]bool, len(l.ids))
	for _, others := range l.sees {
		for _, o := range others {
			seen[o] = true
		}
	}
	var out []Signal
	for i, p := range f.people { // the same people in the same order
		if !seen[i] && p.Role != domain.Administrator && p.ActiveOn(f.on) {
			out = append(out, newSignal(Unseen, string(p.ID)))
		}
		if p.Role.IsCounselor() {
			continue
		}
		if slices.ContainsFunc(l.sees[i], func(o int32) bool { return !l.sights(o, int32(i)) }) {
			out = append(out, newSignal(OneWaySight, string(p.ID)))
		}
	}
	return out
}
