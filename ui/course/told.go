package course

import (
	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// told says everything of a span: what holds, why, and on whose word its
// settings stand.
func (d Dialog) told(s scene.Scene, span sight.Span, w int) []string {
	t := s.Theme
	w -= 2 // where one is in it, at the right edge
	var out []string
	put := func(style lipgloss.Style, indent, text string) {
		for _, line := range widget.Wrap(text, w-len(indent)) {
			out = append(out, indent+widget.Paint(style, line))
		}
	}
	key := pick(span.Fact, "course.sees-mail", "course.sees-only", "course.mail-only", "course.no-sight")
	fact := s.Words.Say(key, s.Words.Person(s.World, d.viewer), s.Words.Person(s.World, d.other))
	put(t.Heading, "", s.Words.Say("course.span", period(s, span.Period), fact))
	for _, part := range span.Stretches {
		if len(span.Stretches) > 1 {
			put(t.Text, "", s.Words.Say("course.stretch", period(s, part.Period)))
		}
		for _, ground := range grounds(s, part) {
			put(t.Text, "  ", ground)
		}
		if part.AsItWas {
			put(t.Warning, "  ", s.Words.Say("course.as-it-was"))
		}
	}
	// What rests on nothing better than an assumption.
	switch {
	case d.failed != "":
		put(t.Warning, "", s.Words.Say("course.no-journal", d.failed))
	case s.Chronicle == nil:
		put(t.Warning, "", s.Words.Say("course.reading"))
	}
	if s.Chronicle != nil && span.From < s.Chronicle.Began() {
		put(t.Faint, "", s.Words.Say("course.assumed", s.Words.Date(s.Chronicle.Began())))
	}
	put(t.Faint, "", s.Words.Say("course.rest-as-now"))
	return out
}

// grounds are those of sight and of messages, each once, with on whose word it
// stands; that there is none is said too.
func grounds(s scene.Scene, part sight.Stretch) []string {
	if len(part.Sight)+len(part.Messages) == 0 {
		return []string{s.Words.Say("course.no-ground")}
	}
	return s.Words.Grounds(s.World, part.Sight, part.Messages)
}

// period says when; a run of all days in a word.
func period(s scene.Scene, p domain.Period) string {
	if p == (domain.Period{}) {
		return s.Words.Say("course.always")
	}
	return s.Words.Period(p)
}

// held says since when and until when the viewer sees the other, or does not, as
// on the reference date.
func (d Dialog) held(s scene.Scene) string {
	return period(s, domain.Period{From: sight.Since(d.spans, s.On), Through: sight.Until(d.spans, s.On)})
}

// name is a person with what tells them from a namesake.
func (d Dialog) name(s scene.Scene, id domain.PersonID) string {
	p, ok := s.World.Person(id)
	if !ok {
		return string(id)
	}
	return s.Words.Say("course.person", s.Words.Person(s.World, id), s.Words.Apart(p))
}
