package draw

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/picture"
)

// segment is a run of days of a bar.
type segment struct {
	domain.Period
	density float64
	said    string
}

// bar is a line of days, each of which is in one segment.
type bar struct {
	name     string
	segments []segment
}

// Course is the time line of two people: since when and until when each sees the other.
// at and days are those of sight.Spans.
func Course(s Subject, at func(domain.Date) domain.World, days []domain.Date, one, other domain.PersonID) picture.Drawing {
	names := s.apart([]domain.PersonID{one, other})
	var bars []bar
	for _, pair := range [2][2]domain.PersonID{{one, other}, {other, one}} {
		b := bar{name: s.Words.Say("picture.course.of", names[pair[0]], names[pair[1]])}
		for _, span := range sight.Spans(at, s.World, pair[0], pair[1], days) {
			b.segments = append(b.segments, s.factSegment(span))
		}
		bars = append(bars, b)
	}
	return s.timeline(s.Words.Say("picture.course.title", names[one], names[other]), bars, s.Words.Say("picture.course.rest-as-now"))
}

func (s Subject) factSegment(span sight.Span) segment {
	out := segment{Period: span.Period, said: s.Words.Say("picture.course.nothing")}
	switch {
	case span.Sees && span.Messages:
		out.density, out.said = 1, s.Words.Say("picture.course.both")
	case span.Sees:
		out.density, out.said = 0.6, s.Words.Say("picture.course.sees")
	case span.Messages:
		out.density, out.said = 0.2, s.Words.Say("picture.course.messages")
	}
	return out
}

// GroupCourse is the time line of the settings of a group, as far as the journal goes back.
func GroupCourse(s Subject, past domain.Chronicle, id domain.GroupID) picture.Drawing {
	var segments []segment
	put := func(from domain.Date, world domain.World) {
		g, _ := world.Group(id)
		said := s.Words.VisibilityShort(g.Visibility)
		if n := len(segments); n > 0 {
			if segments[n-1].said == said {
				return
			}
			segments[n-1].Through = from - 1
		}
		segments = append(segments, segment{domain.Period{From: from}, float64(g.Visibility) / 2, said})
	}
	days := past.Days()
	if len(days) > 0 {
		put(0, past.World(s.World, days[0]-1))
	}
	for _, day := range days {
		put(day, past.World(s.World, day))
	}
	if len(segments) == 0 {
		put(0, s.World)
	}
	under := s.Words.Say("picture.course.no-journal")
	if past.Head() > 0 {
		under = s.Words.Say("picture.course.assumed", s.Words.FullDate(past.Began()))
	}
	return s.timeline(s.Words.Say("picture.course.group-title", s.group(id)), []bar{{s.group(id), segments}}, under)
}

// axis is where days stand in a picture.
type axis struct {
	from, to domain.Date
	left, w  float64
}

func (a axis) x(day domain.Date) float64 {
	return a.left + a.w*float64(day-a.from)/float64(a.to-a.from)
}

// newAxis reaches a little beyond every day on which something turns, and the reference
// date.
func newAxis(on domain.Date, bars []bar, w float64) axis {
	from, to := on, on
	for _, b := range bars {
		for _, one := range b.segments {
			if one.From != 0 {
				from, to = min(from, one.From), max(to, one.From)
			}
			if one.Through != 0 {
				from, to = min(from, one.Through), max(to, one.Through)
			}
		}
	}
	around := max((to-from)/8, 31)
	return axis{from - around, to + around, margin, w - 2*margin}
}

const barH = 40.0

// timeline draws bars under each other on one axis.
func (s Subject) timeline(title string, bars []bar, under string) picture.Drawing {
	l := newLayer(title, wide)
	l.head(title, s.day())
	a := newAxis(s.On, bars, l.W)
	top := l.H
	said := []string{title + "."}
	used := map[string]float64{}
	var marks []picture.Mark
	for _, b := range bars {
		l.H += line
		marks = append(marks, picture.Text{At: picture.Spot{X: margin, Y: l.H}, Text: b.name, Bold: true, Room: l.W - 2*margin, Plate: true})
		l.H += margin
		for _, one := range b.segments {
			used[one.said] = one.density
			marks = append(marks, a.segment(one, l.H)...)
			said = append(said, s.Words.Say("picture.course.says", b.name, s.Words.PeriodOrAlways(one.Period), one.said))
		}
		l.H += barH
		marks = append(marks, s.turns(a, b, l.H)...)
		l.H += picture.LetterH * float64(1+min(len(b.segments)-1, 2))
	}
	now := a.x(s.On)
	l.add(picture.Line{From: picture.Spot{X: now, Y: top + 2}, To: picture.Spot{X: now, Y: l.H}, Weight: 3})
	l.add(marks...)
	l.add(picture.Text{At: picture.Spot{X: min(max(now, margin+100), l.W-margin-100), Y: l.H + 10}, Text: s.Words.Say("picture.course.today", s.Words.Date(s.On)), Anchor: picture.Middle, Bold: true})
	l.add(picture.Text{At: picture.Spot{X: margin, Y: l.H + 40}, Text: under, Room: l.W - 2*margin})
	l.H += 50
	l.legend(segmentSamples(used)...)
	l.says(append(said, under)...)
	return l.Drawing
}

// segment draws a run of days. One without a bound goes on to the edge.
func (a axis) segment(one segment, y float64) []picture.Mark {
	from, to := a.left, a.left+a.w
	if one.From != 0 {
		from = a.x(one.From)
	}
	if one.Through != 0 {
		to = a.x(one.Through.Next())
	}
	out := []picture.Mark{picture.Rect{At: picture.Spot{X: from, Y: y}, W: to - from, H: barH, Density: one.density}}
	if float64(len([]rune(one.said))+2)*picture.LetterW <= to-from {
		out = append(out, picture.Text{At: picture.Spot{X: (from + to) / 2, Y: y + barH/2}, Text: one.said, Anchor: picture.Middle, Plate: true, Bold: true})
	}
	return out
}

// turns writes the day under each bound between two segments, on the first of two lines
// that has room. Where none has, only the description says it.
func (s Subject) turns(a axis, b bar, y float64) []picture.Mark {
	const room = 95.0
	var out []picture.Mark
	last := [2]float64{-room, -room}
	for _, one := range b.segments[1:] {
		x := a.x(one.From)
		at := min(max(x, margin+50), a.left+a.w-50)
		row := slices.IndexFunc(last[:], func(before float64) bool { return at-before >= room })
		if row < 0 {
			continue
		}
		last[row] = at
		spot := picture.Spot{X: at, Y: y + picture.LetterH*(0.7+float64(row))}
		out = append(out, picture.Line{From: picture.Spot{X: x, Y: y}, To: picture.Spot{X: x, Y: spot.Y - 8}, Weight: 1},
			picture.Text{At: spot, Text: s.Words.Date(one.From), Anchor: picture.Middle, Plate: true})
	}
	return out
}

// segmentSamples explain the densities of bars, the fullest first.
func segmentSamples(used map[string]float64) []sample {
	var out []sample
	var names []string
	for name := range used {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if used[a] != used[b] {
			if used[a] > used[b] {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	for _, name := range names {
		out = append(out, sample{func(at picture.Spot) picture.Mark {
			return picture.Rect{At: picture.Spot{X: at.X, Y: at.Y - 10}, W: 46, H: 20, Density: used[name]}
		}, name})
	}
	return out
}
