package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Span is a run of days on which a sightline has the same Fact. No From: it always
// had; no Through: it has for good.
type Span struct {
	domain.Period
	Fact
	// Stretches are the runs of days within it on the same grounds, at least one.
	Stretches []Stretch
}

// Stretch is a run of days on the same grounds, as they are on its first day.
type Stretch struct {
	domain.Period
	Sight, Messages []Ground
	// AsItWas says that modes and readings as they stood then decided: today's would
	// give other grounds on some of the days.
	AsItWas bool
}

// AsItWas reports whether modes and readings other than today's decided on any
// day of the span.
func (s Span) AsItWas() bool {
	return slices.ContainsFunc(s.Stretches, func(t Stretch) bool { return t.AsItWas })
}

// Spans returns the sightline from viewer to other on all days, in order and every
// day once. at gives w with the modes and readings of a day (domain.Chronicle.World)
// and more lists the days on which those turn: beside them only periods depend on
// the day. Neighbours with the same Fact are one Span, whatever their grounds.
func Spans(at func(domain.Date) domain.World, w domain.World, viewer, other domain.PersonID, more []domain.Date) []Span {
	days := append(append(pairDays(w, viewer, other), more...), domain.FirstDate).after(domain.FirstDate - 1)
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

// lengthen adds s to the last span where the Fact is the same, and to its last
// stretch where the grounds are the same too.
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

// SpanOn returns the index of the span that covers the day on.
func SpanOn(spans []Span, on domain.Date) int {
	return slices.IndexFunc(spans, func(s Span) bool { return s.Covers(on) })
}

// Since returns the first day from which the viewer sees the other (or does not)
// without a break until the day on, whatever may be messaged; zero: always.
func Since(spans []Span, on domain.Date) domain.Date {
	at := SpanOn(spans, on)
	for at > 0 && spans[at-1].Sees == spans[at].Sees {
		at--
	}
	return spans[at].From
}

// Until returns the last day on which the viewer sees the other (or does not)
// without a break since the day on; zero: for good.
func Until(spans []Span, on domain.Date) domain.Date {
	at := SpanOn(spans, on)
	for at+1 < len(spans) && spans[at+1].Sees == spans[at].Sees {
		at++
	}
	return spans[at].Through
}
