package tell

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// Question asks why one person sees another, or why not, by what holds. The
// names are clean.
func (w Words) Question(a sight.Answer, viewer, other string) string {
	key := words.Key("why.sees-not")
	switch {
	case a.Sees() && a.MayMessage():
		key = "why.sees"
	case a.Sees():
		key = "why.sees-only"
	}
	return w.Say(key, viewer, other)
}

// Reason is a heading and the sentences under it: why something holds, or not.
type Reason struct {
	Head  string
	Lines []string
}

// Reasons says every ground and everything that stands in the way, what is the
// same for sight and messages once.
func (w Words) Reasons(world domain.World, a sight.Answer) []Reason {
	var out []Reason
	add := func(head words.Key, lines []string) {
		if len(lines) > 0 {
			out = append(out, Reason{w.Say(head), lines})
		}
	}
	mail := map[sight.Ground]bool{}
	for _, g := range a.Messages {
		mail[g] = true
	}
	var both, seen, sent []string
	for _, g := range a.Sight {
		if mail[g] {
			both = append(both, w.Because(world, g))
			delete(mail, g)
		} else {
			seen = append(seen, w.Because(world, g))
		}
	}
	for _, g := range a.Messages {
		if mail[g] {
			sent = append(sent, w.Because(world, g))
		}
	}
	add("why.both", both)
	add("why.sight", seen)
	add("why.messages", sent)
	missed := map[sight.Fact][]string{}
	for _, m := range a.Missing {
		missed[m.Facts] = append(missed[m.Facts], w.Miss(world, m))
	}
	add("why.neither", missed[sight.Fact{Sees: true, Messages: true}])
	add("why.no-sight", missed[sight.Fact{Sees: true}])
	add("why.no-messages", missed[sight.Fact{Messages: true}])
	return out
}

// Because says a ground with on whose word it stands and, where the institution
// can turn it, by which answer.
func (w Words) Because(world domain.World, g sight.Ground) string {
	tag := w.Tag(g.Clause)
	if g.HasSwitch {
		tag = w.Say("why.switch", tag, w.ReadingQuestion(g.Switch))
	}
	return w.Say("why.line", w.Ground(world, g), tag)
}

// Miss says what alone keeps a rule from applying.
func (w Words) Miss(world domain.World, m sight.Miss) string {
	key := words.Key("because." + m.Because.String())
	day, question, relation := m.Period.Through, "", ""
	switch m.Because {
	case sight.MembershipAhead, sight.RelationAhead:
		day = m.Period.From
	case sight.ReadingOff:
		question = w.ReadingQuestion(m.Reading)
		if m.Group == "" {
			key = "why.reading-off-network"
		}
	}
	if m.Relation != "" {
		relation = w.relation(world, m.Relation)
	}
	return w.Say(key, m.Rule, w.Group(world, m.Group), w.Person(world, m.Client), relation, w.Person(world, m.Person), w.Date(day), question)
}

// Turned says what an edit turns for the pair; ends tells what it ends from what
// it makes hold.
func (w Words) Turned(r sight.Remedy, ends bool) string {
	keys := [3]words.Key{"why.turn-both", "why.turn-sight", "why.turn-mail"}
	if ends {
		keys = [3]words.Key{"why.end-both", "why.end-sight", "why.end-mail"}
	}
	switch {
	case r.Sees && r.Messages:
		return w.Say(keys[0])
	case r.Sees:
		return w.Say(keys[1])
	}
	return w.Say(keys[2])
}

// Along says what an edit turns beside the pair, and whom it replaces (E8).
func (w Words) Along(world domain.World, r sight.Remedy) string {
	out := w.Say("why.no-others")
	if r.Others > 0 {
		out = w.Say("why.others", r.Others)
	}
	var replaced []string
	if _, adds := r.Command.(domain.AddRelation); adds {
		for _, c := range r.Changes {
			if c.Relation != nil && c.Relation.Before != nil {
				replaced = append(replaced, w.Person(world, c.Relation.Before.Person))
			}
		}
	}
	if len(replaced) > 0 {
		out = w.Say("why.detail", w.Say("why.replaces", w.List(replaced)), out)
	}
	return out
}
