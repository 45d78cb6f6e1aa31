package lang

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// Question asks why one person sees another, or why not, by what holds. The
// names are clean.
func (w Words) Question(a sight.Answer, viewer, other string) string {
	key := WhySeesNot
	switch {
	case a.Sees() && a.MayMessage():
		key = WhySees
	case a.Sees():
		key = WhySeesOnly
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
	add := func(head Key, lines []string) {
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
	add(WhyBoth, both)
	add(WhySight, seen)
	add(WhyMessages, sent)
	missed := map[sight.Fact][]string{}
	for _, m := range a.Missing {
		missed[m.Of] = append(missed[m.Of], w.Miss(world, m))
	}
	add(WhyNeither, missed[sight.Fact{Sees: true, Messages: true}])
	add(WhyNoSight, missed[sight.Fact{Sees: true}])
	add(WhyNoMessages, missed[sight.Fact{Messages: true}])
	return out
}

// Because says a ground with on whose word it stands and, where the institution
// can turn it, by which answer.
func (w Words) Because(world domain.World, g sight.Ground) string {
	tag := w.Tag(g.Clause)
	if g.HasSwitch {
		tag = w.Say(WhySwitch, tag, w.ReadingQuestion(g.Switch))
	}
	return w.Say(WhyLine, w.Ground(world, g), tag)
}

// Miss says what alone keeps a rule from applying.
func (w Words) Miss(world domain.World, m sight.Miss) string {
	key := Key("because." + m.Because.String())
	day, question, relation := m.Period.Through, "", ""
	switch m.Because {
	case sight.MembershipAhead, sight.RelationAhead:
		day = m.Period.From
	case sight.ReadingOff:
		question = w.ReadingQuestion(m.Reading)
		if m.Group == "" {
			key = WhyReadNetwork
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
	keys := [3]Key{WhyTurnBoth, WhyTurnSight, WhyTurnMail}
	if ends {
		keys = [3]Key{WhyEndBoth, WhyEndSight, WhyEndMail}
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
	out := w.Say(WhyNoOthers)
	if r.Others > 0 {
		out = w.Say(WhyOthers, r.Others)
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
		out = w.Say(WhyDetail, w.Say(WhyReplaces, w.List(replaced)), out)
	}
	return out
}
