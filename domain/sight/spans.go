package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Span is a run of days on which a sightline says the same. No From: from always
// on; no Through: for good.
type Span struct {
	domain.Period
	Fact
	// Stretches are the runs of days within it on the same grounds: one at least.
	Stretches []Stretch
}

// Stretch is a run of days on the same grounds, as they are on its first day.
type Stretch struct {
	domain.Period
	Sight, Messages []Ground
	// AsItWas says that modes and readings as they stood then decided: under
	// today's there would be other grounds on some of the days.
	AsItWas bool
}

// AsItWas reports whether modes and readings other than today's decided on any
// day of the span.
func (s Span) AsItWas() bool {
	return slices.ContainsFunc(s.Stretches, func(t Stretch) bool { return t.AsItWas })
}

// Spans returns, in order and every day once, what the viewer can of the other
// since ever and for good, in w. at gives w with the modes and readings of a day
// (domain.Chronicle.World), and more the days on which those turn: nothing else
// in w depends on the day but periods. Neighbours that say the same are one Span,
// whatever their grounds: whether somebody is seen is the question.
func Spans(at func(domain.Date) domain.World, w domain.World, viewer, other domain.PersonID, more []domain.Date) []Span {
	days := turningDays(w, viewer, other, more)
	var out []Span
	for i, day := range days {
		p := domain.Period{From: day}
		if i == 0 {
			p.From = 0
		}
		if i+1 < len(days) {
			p.Through = days[i+1] - 1
		}
		then := at(day)
		line := Between(then, viewer, other, day)
		out = lengthen(out, line, Stretch{p, line.Sight, line.Messages, then != w && !sameGrounds(line, Between(w, viewer, other, day))})
	}
	return out
}

// turningDays returns, in order, every day on which the sightline may turn, and
// the first of all. It may name too many, never too few.
func turningDays(w domain.World, viewer, other domain.PersonID, more []domain.Date) []domain.Date {
	days := append([]domain.Date{domain.FirstDate}, more...)
	runs := func(p domain.Period) {
		days = append(days, p.From)
		if p.Through != 0 {
			days = append(days, p.Through+1)
		}
	}
	stops := func(id domain.PersonID) {
		p, _ := w.Person(id)
		days = append(days, p.InactiveFrom)
	}
	for _, id := range []domain.PersonID{viewer, other} {
		stops(id)
		for m := range w.MembershipsOf(id) {
			runs(m.Period)
		}
		for r := range w.RelationsOf(id) {
			runs(r.Period)
			stops(r.Client) // N3: a client who is no longer active joins nobody
		}
	}
	slices.Sort(days)
	days = slices.DeleteFunc(days, func(d domain.Date) bool { return d < domain.FirstDate || d > domain.LastDate })
	return slices.Compact(days)
}

// lengthen adds days to the last span where they say the same, and to its last
// stretch where they say it on the same grounds.
func lengthen(spans []Span, line Sightline, s Stretch) []Span {
	last := len(spans) - 1
	if last < 0 || spans[last].Fact != fact(line) {
		return append(spans, Span{s.Period, fact(line), []Stretch{s}})
	}
	span := &spans[last]
	span.Through = s.Through
	end := &span.Stretches[len(span.Stretches)-1]
	if !sameGrounds(line, Sightline{Sight: end.Sight, Messages: end.Messages}) {
		span.Stretches = append(span.Stretches, s)
		return spans
	}
	end.Through, end.AsItWas = s.Through, end.AsItWas || s.AsItWas
	return spans
}

func sameGrounds(a, b Sightline) bool {
	return slices.Equal(a.Sight, b.Sight) && slices.Equal(a.Messages, b.Messages)
}

// SpanOn returns the place of the span that has the day on.
func SpanOn(spans []Span, on domain.Date) int {
	return slices.IndexFunc(spans, func(s Span) bool { return s.Covers(on) })
}

// Since returns from which day on the viewer sees the other (or does not) as on
// the day on, without a day between, whatever may be messaged; none is always.
func Since(spans []Span, on domain.Date) domain.Date {
	at := SpanOn(spans, on)
	for at > 0 && spans[at-1].Sees == spans[at].Sees {
		at--
	}
	return spans[at].From
}

// Until returns the last day on which the viewer still sees the other (or does
// not) as on the day on; none is for good.
func Until(spans []Span, on domain.Date) domain.Date {
	at := SpanOn(spans, on)
	for at+1 < len(spans) && spans[at+1].Sees == spans[at].Sees {
		at++
	}
	return spans[at].Through
}
