package sight

import "slices"

// firstTurns keeps of each pairing the first turns that gain and that only lose, by
// viewer and other, in whatever order they come.
type firstTurns struct {
	most          int // zero: all
	gains, losses [pairingCount]turnList
}

type turnList struct {
	turns []Turn
	full  bool // no turn after the last of the first most is kept
}

func (f *firstTurns) list(t Turn) *turnList {
	if t.Gains() {
		return &f.gains[t.Pairing]
	}
	return &f.losses[t.Pairing]
}

func (f *firstTurns) add(t Turn) {
	l := f.list(t)
	if l.full && compareTurns(t, l.turns[f.most-1]) > 0 {
		return
	}
	l.turns = append(l.turns, t)
	if f.most > 0 && len(l.turns) == 2*f.most {
		l.cut(f.most)
	}
}

func (l *turnList) cut(most int) {
	slices.SortFunc(l.turns, compareTurns)
	if most > 0 && len(l.turns) > most {
		l.turns, l.full = l.turns[:most], true
	}
}

// worst returns the turns that gain, then those that only lose, each worst first.
func (f *firstTurns) worst() []Turn {
	var out []Turn
	for _, side := range []*[pairingCount]turnList{&f.gains, &f.losses} {
		room := f.most
		for p := range side {
			side[p].cut(f.most)
			list := side[p].turns
			if f.most > 0 {
				list = list[:min(room, len(list))]
				room -= len(list)
			}
			out = append(out, list...)
		}
	}
	return out
}

// enough reports whether no turn like t of a further viewer would be kept.
func (f *firstTurns) enough(t Turn) bool { return f.most > 0 && len(f.list(t).turns) >= f.most }
