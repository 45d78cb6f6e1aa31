package tell

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// Question asks why one person sees another, or why not. The names must be clean.
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
	Lines []Sentence
}

// Sentence is a sentence, and behind it what matters less: the rule, and where it stands.
type Sentence struct {
	Says, Behind string
}

func (s Sentence) String() string { return s.Says + s.Behind }

// Reasons says every ground and every obstacle. A reason that is the same for sight and
// messages is said once.
func (w Words) Reasons(world domain.World, a sight.Answer) []Reason {
	var out []Reason
	add := func(head words.Key, lines []Sentence) {
		if len(lines) > 0 {
			out = append(out, Reason{w.Say(head), lines})
		}
	}
	mail := map[sight.Ground]bool{}
	for _, g := range a.Messages {
		mail[g] = true
	}
	var both, seen, sent []Sentence
	for _, g := range a.Sight {
		if mail[g] {
			both = append(both, w.taggedGround(world, g))
			delete(mail, g)
		} else {
			seen = append(seen, w.taggedGround(world, g))
		}
	}
	for _, g := range a.Messages {
		if mail[g] {
			sent = append(sent, w.taggedGround(world, g))
		}
	}
	add("why.both", both)
	add("why.sight", seen)
	add("why.messages", sent)
	missed := map[sight.Fact][]Sentence{}
	for _, m := range a.Missing {
		missed[m.Facts] = append(missed[m.Facts], w.MissSentence(world, m))
	}
	add("why.neither", missed[sight.Fact{Sees: true, Messages: true}])
	add("why.no-sight", missed[sight.Fact{Sees: true}])
	add("why.no-messages", missed[sight.Fact{Messages: true}])
	return out
}

// taggedGround says a ground with its tag and, if the institution can switch it, the
// question that it answers.
func (w Words) taggedGround(world domain.World, g sight.Ground) Sentence {
	tag := w.Tag(g.Clause)
	if g.HasSwitch {
		tag = w.Say("why.switch", tag, w.ReadingQuestion(g.Switch))
	}
	return w.GroundSentence(world, g).tagged(tag)
}

func (s Sentence) tagged(tag string) Sentence { return Sentence{s.Says, s.Behind + " (" + tag + ")"} }

// Miss says the single reason why a rule does not apply.
func (w Words) Miss(world domain.World, m sight.Miss) string {
	return w.MissSentence(world, m).String()
}

// MissSentence is Miss of which the parts can be told apart, as those of GroundSentence.
func (w Words) MissSentence(world domain.World, m sight.Miss) Sentence {
	said := w.missReason(world, m)
	switch {
	case w.spoken && m.Rule != "":
		return Sentence{UpperFirst(said), w.Say("ground-spoken.behind", m.Rule)}
	case w.spoken:
		return Sentence{Says: UpperFirst(said)}
	case m.Rule != "":
		return Sentence{Says: w.Say("ground-spoken.before", m.Rule) + said}
	}
	return Sentence{Says: said}
}

func (w Words) missReason(world domain.World, m sight.Miss) string {
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

// Effect says what an edit changes for the pair: what it makes hold, or with ends what
// it ends.
func (w Words) Effect(r sight.Remedy, ends bool) string {
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

// SideEffect says how many other sightlines an edit changes, and whom it replaces (E8).
func (w Words) SideEffect(world domain.World, r sight.Remedy) string {
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

var ruleKeys = map[sight.Rule]words.Key{
	sight.G2: "rule.G2", sight.G3: "rule.G3", sight.G4: "rule.G4", sight.G5: "rule.G5", sight.G6: "rule.G6",
	sight.D1: "rule.D1", sight.D3: "rule.D3", sight.D4: "rule.D4", sight.D5: "rule.D5", sight.D6: "rule.D6",
	sight.D7: "rule.D7", sight.D8: "rule.D8", sight.D9: "rule.D9", sight.N2: "rule.N2", sight.N3: "rule.N3",
	sight.H9: "rule.H9", sight.H11: "rule.H11", sight.H12: "rule.H12",
}

// Rule says what a rule allows, in a few words.
func (w Words) Rule(r sight.Rule) string { return w.Say(ruleKeys[r]) }

// Ground says by which rule and route something holds, never in bare codes.
func (w Words) Ground(world domain.World, g sight.Ground) string {
	return w.GroundSentence(world, g).String()
}

// GroundSentence is Ground of which the parts can be told apart: spoken, the reason comes
// first and the rule behind it.
func (w Words) GroundSentence(world domain.World, g sight.Ground) Sentence {
	if w.spoken {
		return Sentence{UpperFirst(w.spokenGround(world, g)), w.Say("ground-spoken.behind", g.Rule.String())}
	}
	return Sentence{Says: w.codedGround(world, g)}
}

func (w Words) codedGround(world domain.World, g sight.Ground) string {
	switch g.Rule {
	case sight.N2:
		return w.Say("ground.direct", w.Person(world, g.Client), w.relation(world, g.Relation))
	case sight.N3:
		both := w.List([]string{w.relation(world, g.Relation), w.relation(world, g.Other)})
		return w.Say("ground.network", w.Person(world, g.Client), both)
	case sight.H9:
		if g.Relation == "" {
			return w.Say("ground.own-reports", w.Person(world, g.Client))
		}
		return w.Say("ground.reports", w.Person(world, g.Client), w.relation(world, g.Relation))
	case sight.H11:
		return w.Say("ground.news", w.Group(world, g.Group))
	}
	return w.Say("ground.group", g.Rule.String(), w.Group(world, g.Group), w.Rule(g.Rule))
}

// spokenGround is the reason of a ground as a sentence.
func (w Words) spokenGround(world domain.World, g sight.Ground) string {
	client := w.Person(world, g.Client)
	switch g.Rule {
	case sight.N2:
		return w.spokenRelation(world, g.Relation, client)
	case sight.N3:
		return w.Say("ground-spoken.network", w.spokenRelation(world, g.Relation, client), w.spokenRelation(world, g.Other, client))
	case sight.H9:
		if g.Relation == "" {
			return w.Say("ground-spoken.own-reports", client)
		}
		return w.Say("ground-spoken.reports", w.spokenRelation(world, g.Relation, client))
	case sight.H11:
		return w.Say("ground-spoken.news", w.Group(world, g.Group))
	}
	return w.Say("ground-spoken.group", w.Group(world, g.Group), w.Rule(g.Rule))
}

// spokenRelation says who somebody is to a client.
func (w Words) spokenRelation(world domain.World, id domain.RelationID, client string) string {
	r, ok := world.Relation(id)
	if !ok {
		return string(id)
	}
	return w.Say("ground-spoken.relation", w.Person(world, r.Person), w.RelationType(world, r.Type), client)
}

// Grounds says every ground of the lists with its tag, each once.
func (w Words) Grounds(world domain.World, lists ...[]sight.Ground) []string {
	all := w.GroundSentences(world, lists...)
	out := make([]string, len(all))
	for i, said := range all {
		out[i] = said.String()
	}
	return out
}

// GroundSentences is Grounds of which the parts can be told apart: one relation lets two
// people both see and message each other, and is said once.
func (w Words) GroundSentences(world domain.World, lists ...[]sight.Ground) []Sentence {
	var out []Sentence
	seen := map[sight.Ground]bool{}
	for _, list := range lists {
		for _, g := range list {
			if !seen[g] {
				seen[g] = true
				out = append(out, w.GroundSentence(world, g).tagged(w.Tag(g.Clause)))
			}
		}
	}
	return out
}

// relation names a relation by the person other than the client, and its type.
func (w Words) relation(world domain.World, id domain.RelationID) string {
	r, ok := world.Relation(id)
	if !ok {
		return string(id)
	}
	return w.Person(world, r.Person) + " (" + w.RelationType(world, r.Type) + ")"
}

// Tag names the source of a clause: the articles, the vendor or a reading.
func (w Words) Tag(c sight.Clause) string {
	switch c.Tag {
	case sight.Stated:
		return w.Say("tag.stated")
	case sight.Vendor:
		return w.Say("tag.vendor")
	case sight.Read:
		return w.Say("tag.read")
	}
	panic("tell: a clause without a tag")
}

// Proposal says a command as something that one could do: "groep … op … zetten". It
// knows the commands that sight proposes; any other is named by its verb.
func (w Words) Proposal(world domain.World, c domain.Command) string {
	return UpperFirst(w.proposal(world, c))
}

func (w Words) proposal(world domain.World, c domain.Command) string {
	switch c := c.(type) {
	case domain.SetVisibility:
		return w.Say("proposal.visibility", w.Group(world, c.ID), w.Visibility(c.Visibility))
	case domain.SetReading:
		return w.Say("proposal.reading", w.ReadingQuestion(c.Reading), w.ReadingRule(c.Reading), w.YesNo(c.On))
	case domain.EditPerson:
		return w.Say("proposal.role", w.Person(world, c.Person.ID), w.Role(c.Person.Role))
	case domain.ReactivatePerson:
		return w.Say("proposal.back", w.Person(world, c.ID))
	case domain.DeactivatePerson:
		return w.Say("proposal.gone", w.Person(world, c.ID), w.Date(c.From))
	case domain.EditRelationType:
		return w.proposedType(world, c.Type)
	case domain.AddMembers, domain.EditMembership, domain.EndMembers, domain.RemoveMembers:
		return w.proposedMembership(world, c)
	case domain.AddRelation, domain.EditRelation, domain.EndRelations, domain.RemoveRelation:
		return w.proposedRelation(world, c)
	}
	return string(c.Verb())
}

func (w Words) proposedMembership(world domain.World, c domain.Command) string {
	switch c := c.(type) {
	case domain.AddMembers:
		m := c.Memberships[0]
		if m.Role == domain.NoRole {
			return w.Say("proposal.join", w.Person(world, m.Person), w.Group(world, m.Group))
		}
		return w.Say("proposal.join-as", w.Person(world, m.Person), w.Group(world, m.Group), w.Role(m.Role))
	case domain.EndMembers:
		k := c.Keys[0]
		return w.Say("proposal.member-end", w.Person(world, k.Person), w.Group(world, k.Group), w.Date(c.Through))
	case domain.RemoveMembers:
		k := c.Keys[0]
		return w.Say("proposal.member-never", w.Person(world, k.Person), w.Group(world, k.Group))
	case domain.EditMembership:
		return w.proposedChange(world, c)
	}
	return ""
}

func (w Words) proposedChange(world domain.World, c domain.EditMembership) string {
	was, _ := world.Membership(c.Key.Group, c.Key.Person, c.Key.From)
	now := c.Membership
	who, where := w.Person(world, now.Person), w.Group(world, now.Group)
	switch {
	case was.Role != now.Role:
		return w.Say("proposal.member-role", who, where, w.Role(world.RoleIn(now)))
	case was.From != now.From:
		return w.Say("proposal.member-from", who, where, w.Date(now.From))
	case now.Through == 0:
		return w.Say("proposal.member-on", who, where, w.Date(was.Through))
	}
	return w.Say("proposal.member-until", who, where, w.Date(was.Through), w.Date(now.Through))
}

func (w Words) proposedRelation(world domain.World, c domain.Command) string {
	named := func(r domain.Relation) string {
		return w.Say("summary.relation", w.Person(world, r.Person), w.RelationType(world, r.Type), w.Person(world, r.Client))
	}
	switch c := c.(type) {
	case domain.AddRelation:
		return w.Say("proposal.relation", named(c.Relation))
	case domain.EndRelations:
		r, _ := world.Relation(c.IDs[0])
		return w.Say("proposal.relation-end", named(r), w.Date(c.Through))
	case domain.RemoveRelation:
		r, _ := world.Relation(c.ID)
		return w.Say("proposal.relation-never", named(r))
	case domain.EditRelation:
		was, _ := world.Relation(c.Relation.ID)
		switch {
		case was.From != c.Relation.From:
			return w.Say("proposal.relation-from", named(was), w.Date(c.Relation.From))
		case c.Relation.Through == 0:
			return w.Say("proposal.relation-on", named(was), w.Date(was.Through))
		}
		return w.Say("proposal.relation-until", named(was), w.Date(was.Through), w.Date(c.Relation.Through))
	}
	return ""
}

func (w Words) proposedType(world domain.World, now domain.RelationType) string {
	was, _ := world.RelationType(now.ID)
	key := words.Key("proposal.type-apart")
	switch {
	case was.SwitchedOff && !now.SwitchedOff:
		key = "proposal.type-on"
	case !was.SwitchedOff && now.SwitchedOff:
		key = "proposal.type-off"
	case now.Network:
		key = "proposal.type-network"
	}
	return w.Say(key, w.RelationType(world, now.ID))
}
