package sight

import (
	"slices"

	"zichtlijn/domain"
)

// way is a place through which somebody is seen or may be messaged: one group, or
// the network of one client. Several grounds can be one way (G4 and G5 in a group).
type way struct {
	group  domain.GroupID
	client domain.PersonID
}

func (g Ground) way() way {
	if g.Group != "" {
		return way{group: g.Group}
	}
	return way{client: g.Client}
}

// ByWay returns the grounds of each way, in the order of its first.
func ByWay(grounds []Ground) [][]Ground {
	var out [][]Ground
	for _, g := range grounds {
		at := slices.IndexFunc(out, func(one []Ground) bool { return one[0].way() == g.way() })
		if at < 0 {
			out = append(out, []Ground{g})
		} else {
			out[at] = append(out[at], g)
		}
	}
	return out
}

func hasWay(grounds []Ground, of Ground) bool {
	return slices.ContainsFunc(grounds, func(g Ground) bool { return g.way() == of.way() })
}

// split divides grounds into those whose way is one of others, and the rest.
func split(grounds, others []Ground) (shared, rest []Ground) {
	for _, g := range grounds {
		if hasWay(others, g) {
			shared = append(shared, g)
		} else {
			rest = append(rest, g)
		}
	}
	return shared, rest
}

// WayTurn says that changes open or close ways to what an agreement forbids
// (never-sees by sight, never-messages by messages) while the answer itself does
// not turn: it is broken before and after.
type WayTurn struct {
	Agreement domain.Agreement
	// Opened, Closed and Kept are every ground of each way that opens, that closes,
	// and that stays.
	Opened, Closed, Kept []Ground
}

// Opens reports whether another way to what is forbidden opens.
func (t WayTurn) Opens() bool { return len(t.Opened) > 0 }

// standing is how one agreement stands on a day before and after changes.
type standing struct{ was, is Verdict }

func (s weigher) standing(a domain.Agreement, on domain.Date) standing {
	return standing{VerdictOn(s.before, a, on), VerdictOn(s.after, a, on)}
}

func (n standing) breaks() bool { return n.was.Holds && !n.is.Holds }

func (n standing) mends() bool { return !n.was.Holds && n.is.Holds }

// Mended is an agreement that was broken and holds with an edit, until the day on which it
// breaks after all; zero: none is known.
type Mended struct {
	Agreement domain.Agreement
	Until     domain.Date
}

// ways returns the ways that open and close, without those that did so on the day
// before already. Nothing where the answer turns: that is a breach or its end.
func (n standing) ways(dayBefore standing) (WayTurn, bool) {
	was, is := n.was.Grounds, n.is.Grounds
	if len(was) == 0 || len(is) == 0 {
		return WayTurn{}, false
	}
	out := WayTurn{Agreement: n.is.Agreement}
	out.Kept, out.Opened = split(is, was)
	_, out.Closed = split(was, is)
	_, opened := split(dayBefore.is.Grounds, dayBefore.was.Grounds)
	_, closed := split(dayBefore.was.Grounds, dayBefore.is.Grounds)
	_, out.Opened = split(out.Opened, opened)
	_, out.Closed = split(out.Closed, closed)
	return out, len(out.Opened)+len(out.Closed) > 0
}

// agreements adds to out what the changes do to agreements from the reference date
// on, each on the day on which it begins. viewers are all whose sight could turn.
// An agreement that is new, or says something else than before, is never newly
// broken.
func (s weigher) agreements(out *Weighing, viewers []domain.PersonID) {
	t := s.touches()
	for a := range s.after.Agreements() {
		touched := t.agreement(a)
		if _, may := slices.BinarySearch(viewers, a.Viewer); !may && !touched {
			continue
		}
		on := out.Days[0].On
		first := s.standing(a, on)
		if !first.is.Holds && (touched || first.breaks() || !sameGrounds(first.was.line(), first.is.line())) {
			out.Broken = append(out.Broken, first.is)
		}
		was, ok := s.before.Agreement(a.ID)
		was.Note = a.Note
		if !ok || !was.Equal(a) {
			continue
		}
		var dayBefore standing // on the reference date everything is news
		for _, day := range append([]domain.Date{on}, s.turningDays(a, on)...) {
			now := s.standing(a, day)
			if now.breaks() && !dayBefore.breaks() {
				d := out.dayOn(day)
				d.Broken = append(d.Broken, now.is)
			}
			if now.mends() && !dayBefore.mends() {
				until, _ := Breaks(s.after, a, day)
				d := out.dayOn(day)
				d.Mended = append(d.Mended, Mended{a, until})
			}
			if turn, ok := now.ways(dayBefore); ok {
				d := out.dayOn(day)
				d.Ways = append(d.Ways, turn)
			}
			dayBefore = now
		}
	}
}

// line is the grounds of a verdict, to compare.
func (v Verdict) line() Sightline { return Sightline{Sight: v.Grounds} }

// turningDays returns, in order, the days after on on which an agreement could turn
// in either World: between two of them it stands as on the first.
func (s weigher) turningDays(a domain.Agreement, on domain.Date) []domain.Date {
	days := dates(append(turningDays(s.before, a, on), turningDays(s.after, a, on)...))
	return days.after(on)
}

// dayOn returns the day of w, which it adds in its place where it is not there yet.
func (w *Weighing) dayOn(on domain.Date) *Day {
	at, ok := slices.BinarySearchFunc(w.Days, on, func(d Day, on domain.Date) int { return int(d.On - on) })
	if !ok {
		w.Days = slices.Insert(w.Days, at, Day{On: on})
	}
	return &w.Days[at]
}
