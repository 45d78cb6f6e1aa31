package signal

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// OneWay is whom a viewer sees without being seen by them, by id.
type OneWay struct {
	Viewer domain.PersonID
	Others []domain.PersonID
}

// Mirror returns the mirror list on a day: everybody who sees somebody who does
// not see them, by viewer. Most of it is counselors in hidden groups, which is
// what that mode means (G1, G2).
func Mirror(w domain.World, on domain.Date) []OneWay { return mirror(survey(w, on)) }

// sightlines are who sees whom, without grounds: people as their places in order
// of id.
type sightlines struct {
	ids  []domain.PersonID
	sees [][]int32 // by viewer; in order
}

// survey asks for every sightline on a day. It is the one place here that does.
func survey(w domain.World, on domain.Date) sightlines {
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

// sightSignals finds whom nobody sees, and who sees people that do not see them
// without being a counselor by default role. A counselor's one-way sight of a
// group is what its mode means (G2, G5, G6); every other rule works both ways, so
// that one-way sight of somebody else is a counselor's role that they were given
// in a group: mostly a parent in the wrong one.
func (h *house) sightSignals(l sightlines) []Signal {
	seen := make([]bool, len(l.ids))
	for _, others := range l.sees {
		for _, o := range others {
			seen[o] = true
		}
	}
	var out []Signal
	for i, p := range h.people { // the same people in the same order
		if !seen[i] && p.Role != domain.Administrator && p.ActiveOn(h.on) {
			out = append(out, made(Unseen, string(p.ID)))
		}
		if p.Role.IsCounselor() {
			continue
		}
		if slices.ContainsFunc(l.sees[i], func(o int32) bool { return !l.sights(o, int32(i)) }) {
			out = append(out, made(OneWaySight, string(p.ID)))
		}
	}
	return out
}
