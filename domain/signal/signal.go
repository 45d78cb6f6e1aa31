package signal

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// Signal is one thing that deserves attention.
type Signal struct {
	Code    Code
	Objects []string // ids, as the code documents them
	// Refs are the records that it is about. The first is the one to edit.
	Refs []domain.Ref
	Date domain.Date // the last day or the birthday, where the code is about one
}

// Key is the key of the signal's acceptance.
func (s Signal) Key() string { return s.acceptance().Key() }

func (s Signal) acceptance() domain.AcceptedSignal {
	return domain.AcceptedSignal{Code: string(s.Code), Objects: s.Objects}
}

// Accept returns the acceptance of the signal, to hand to domain.AcceptSignal.
func (s Signal) Accept(reason, by string, on domain.Date) domain.AcceptedSignal {
	a := s.acceptance()
	a.Reason, a.By, a.On = reason, by, on
	return a
}

func newSignal(c Code, objects ...string) Signal {
	s := Signal{Code: c, Objects: objects, Refs: make([]domain.Ref, len(objects))}
	for i, o := range objects {
		s.Refs[i] = domain.Ref{Noun: c.Noun(i), Key: o}
	}
	return s
}

// newListSignal returns a signal about one object and a list of ids.
func newListSignal[F, R ~string](c Code, first F, rest []R) Signal {
	objects := make([]string, 1, 1+len(rest))
	objects[0] = string(first)
	for _, id := range rest {
		objects = append(objects, string(id))
	}
	return newSignal(c, objects...)
}

func (s Signal) withDate(on domain.Date) Signal {
	s.Date = on
	return s
}

// Accepted is a signal and its acceptance.
type Accepted struct {
	Signal
	Acceptance domain.AcceptedSignal
}

// Findings are what was found in one World on one day.
type Findings struct {
	Open     []Signal   // in order of code and objects
	Accepted []Accepted // as Open
	Mirror   []OneWay
}

// Look finds signals and the mirror list. Both need all sightlines, which cost more
// than everything else: so they are computed once.
func Look(w domain.World, on domain.Date) Findings {
	all := seenOn(w, on)
	out := Findings{Mirror: mirror(all)}
	for _, s := range find(w, on, all) {
		if a, ok := w.Accepted(s.Key()); ok {
			out.Accepted = append(out.Accepted, Accepted{s, a})
		} else {
			out.Open = append(out.Open, s)
		}
	}
	return out
}

// Find returns every signal on a day, accepted ones included, in order of code
// and objects.
func Find(w domain.World, on domain.Date) []Signal { return find(w, on, seenOn(w, on)) }

// Open returns the signals that nobody has accepted.
func Open(w domain.World, on domain.Date) []Signal { return Look(w, on).Open }

func find(w domain.World, on domain.Date, all sight.Seen) []Signal {
	f := newFinder(w, on)
	out := f.groupSignals()
	out = append(out, f.memberSignals()...)
	out = append(out, f.personSignals()...)
	out = append(out, f.namesakes()...)
	out = append(out, f.birthdays()...)
	out = append(out, f.relationSignals()...)
	out = append(out, f.typeSignals()...)
	out = append(out, f.accessSignals()...)
	out = append(out, f.sightSignals(all)...)
	return ordered(out)
}

// ordered sorts signals and drops repetitions: two periods of one link are one signal.
func ordered(list []Signal) []Signal {
	place := make(map[Code]int, len(shapes))
	for i, c := range Codes() {
		place[c] = i
	}
	slices.SortFunc(list, func(a, b Signal) int {
		if a.Code != b.Code {
			return cmp.Compare(place[a.Code], place[b.Code])
		}
		return cmp.Or(slices.Compare(a.Objects, b.Objects), cmp.Compare(a.Date, b.Date))
	})
	return slices.CompactFunc(list, func(a, b Signal) bool {
		return a.Code == b.Code && slices.Equal(a.Objects, b.Objects)
	})
}
