package cli

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

type (
	courseJSON struct {
		Viewer domain.PersonID `json:"viewer"`
		Other  domain.PersonID `json:"other"`
		Spans  []spanJSON      `json:"spans"`
	}
	spanJSON struct {
		From     domain.Date `json:"from"`    // empty: from always on
		Through  domain.Date `json:"through"` // empty: for good
		Sees     bool        `json:"sees"`
		Messages bool        `json:"messages"`
		breaksJSON
		Grounds []groundJSON `json:"grounds"` // of sight and of messages, on its first day
		// Later are other grounds within it, each with its first day.
		Later []laterJSON `json:"later,omitempty"`
		// AsItWas: modes and readings by the journal, under today's it would be otherwise.
		AsItWas bool `json:"asItWas,omitempty"`
	}
	laterJSON struct {
		From    domain.Date  `json:"from"`
		Grounds []groundJSON `json:"grounds"`
	}
)

// course says since when and until when one person sees another.
func (r *run) course(s Session, args []string) error {
	return r.readStore(s, func(db Store) error {
		w := db.World()
		viewer, other, err := r.pairNamed(w, args)
		if err != nil {
			return err
		}
		c, err := r.readChronicle(s, db)
		if err != nil {
			return err
		}
		at := func(on domain.Date) domain.World { return c.World(w, on) }
		spans := sight.Spans(at, w, viewer.ID, other.ID, c.Days())
		about := sight.NewBreaches(w, r.referenceDate(s, w))
		breaks := func(f sight.Span) breaksJSON {
			return breaksJSON{about.Fact(sight.Pair{Viewer: viewer.ID, Other: other.ID}, f.Fact)}
		}
		if r.wantsJSON() {
			return writeJSON(r.out, courseJSON{viewer.ID, other.ID, list(spans, func(f sight.Span) spanJSON { return spanData(f, breaks(f)) })})
		}
		r.say("cli.course.head", r.personName(w, viewer.ID), r.personName(w, other.ID))
		for _, span := range spans {
			r.printSpan(w, viewer.ID, other.ID, span, breaks(span), r.referenceDate(s, w))
		}
		if c.Head() > 0 {
			r.say("course.assumed", r.words.Date(c.Began()))
		}
		r.say("course.rest-as-now")
		return nil
	})
}

func spanData(s sight.Span, breaks breaksJSON) spanJSON {
	out := spanJSON{
		From: s.From, Through: s.Through, Sees: s.Sees, Messages: s.Messages, breaksJSON: breaks, AsItWas: s.AsItWas(),
		Grounds: groundsData(mergeGrounds(s.Stretches[0].Sight, s.Stretches[0].Messages)),
	}
	for _, t := range s.Stretches[1:] {
		out.Later = append(out.Later, laterJSON{t.From, groundsData(mergeGrounds(t.Sight, t.Messages))})
	}
	return out
}

// printSpan writes one span in a line, and in one each below it where its grounds
// change.
func (r *run) printSpan(w domain.World, viewer, other domain.PersonID, s sight.Span, breaks breaksJSON, on domain.Date) {
	line, first := "", s.Stretches[0]
	switch {
	case !s.Sees && !s.Messages:
		line = r.withBreaks(r.words.Say("cli.course.not", r.personName(w, viewer), r.personName(w, other)), breaks.Breaks)
	case len(s.Stretches) == 1:
		line = r.sightlineWords(w, sight.Sightline{Viewer: viewer, Other: other, Sight: first.Sight, Messages: first.Messages}, breaks.Breaks)
	default:
		line = r.withBreaks(r.factWords(w, viewer, other, s.Sees, s.Messages), breaks.Breaks)
	}
	when := r.words.PeriodOrAlways(s.Period)
	if s.Covers(on) {
		when = r.words.Say("cli.course.on-date", when, r.words.Date(on))
	}
	line = r.words.Say("cli.course.line", when, line)
	if len(s.Stretches) == 1 {
		r.print(r.withAsItWas(line, first))
		return
	}
	r.print(line)
	for _, t := range s.Stretches {
		r.print(r.withAsItWas(r.words.Say("cli.course.later", r.words.PeriodOrAlways(t.Period), r.groundWords(w, t.Sight, t.Messages)), t))
	}
}

// withAsItWas adds to a line that it rests on settings which are others now.
func (r *run) withAsItWas(line string, t sight.Stretch) string {
	if !t.AsItWas {
		return line
	}
	return r.words.Say("cli.course.as-it-was", line)
}
