package tell

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/words"
)

const mostNames = 4 // in the sentence of a signal

// SignalTitle names what signals of a code have in common.
func (w Words) SignalTitle(c signal.Code) string { return w.signalText(c, "title") }

// SignalMeans says what a signal of a code means for people.
func (w Words) SignalMeans(c signal.Code) string { return w.signalText(c, "means") }

// SignalDo says what can be done about it.
func (w Words) SignalDo(c signal.Code) string { return w.signalText(c, "do") }

// SignalRule names the rule that it follows from.
func (w Words) SignalRule(c signal.Code) string { return w.signalText(c, "rule") }

func (w Words) signalText(c signal.Code, part string) string {
	return w.Say(words.Key("signal." + string(c) + "." + part))
}

// Signal says a signal in one line, with people named by by: namesakes told apart, or
// everybody with their id.
func (w Words) Signal(by Naming, world domain.World, on domain.Date, s signal.Signal) string {
	t := signalTerms{w, by, world, on}
	first, second, third := t.terms(s)
	return UpperFirst(w.Say(words.Key("signal."+string(s.Code)+".says"), first, second, third, w.Date(s.Date)))
}

// signalTerms makes the arguments of a signal's sentence.
type signalTerms struct {
	Words
	by    Naming
	world domain.World
	on    domain.Date
}

// terms returns the first three.
func (t signalTerms) terms(s signal.Signal) (first, second, third string) {
	names := make([]string, len(s.Objects))
	for i := range names {
		names[i] = t.object(s, i)
	}
	rest := t.Some(names[1:], mostNames)
	switch s.Code {
	case signal.ParentAsCounselor:
		return names[0], names[1], names[2]
	case signal.RevealingName:
		word, _ := domain.NewWordFinder(t.world.Institution().RevealingWords()).Find(t.groupName(s.Objects[0]))
		return names[0], words.Clean(word), ""
	case signal.FewCounselors:
		return names[0], t.counselors(domain.GroupID(s.Objects[0])), ""
	case signal.OneWaySight:
		return names[0], t.ownRole(s.Objects[0]), ""
	case signal.RelationEndsSoon:
		r, _ := t.world.Relation(domain.RelationID(s.Objects[0]))
		return t.RelationType(t.world, r.Type), t.by(r.Person), t.by(r.Client)
	case signal.WithoutNetwork:
		return names[0], t.Some(t.pairs(domain.RelationTypeID(s.Objects[0])), mostNames), ""
	case signal.SeveralRoles:
		return names[0], t.Some(t.roles(s), mostNames), t.ownRole(s.Objects[0])
	case signal.SeveralModes:
		return names[0], t.Some(t.modes(s), mostNames), ""
	case signal.Namesakes:
		return names[0], t.Some(names, mostNames), ""
	}
	return names[0], rest, ""
}

// object names an object of a signal; a relation by its type and the other person.
func (t signalTerms) object(s signal.Signal, i int) string {
	id := s.Objects[i]
	switch s.Code.Noun(i) {
	case domain.PersonNoun:
		return t.by(domain.PersonID(id))
	case domain.GroupNoun:
		return t.Group(t.world, domain.GroupID(id))
	case domain.RelationTypeNoun:
		return t.RelationType(t.world, domain.RelationTypeID(id))
	case domain.AccessRoleNoun:
		return t.AccessRole(t.world, domain.AccessRoleID(id))
	case domain.RelationNoun:
		r, _ := t.world.Relation(domain.RelationID(id))
		opposite := r.Opposite(domain.PersonID(s.Objects[0]))
		return t.Say("signals.about", t.RelationType(t.world, r.Type), t.by(opposite))
	}
	return words.Clean(id)
}

// pairs names the people in the relations of a type that have effect.
func (t signalTerms) pairs(id domain.RelationTypeID) []string {
	var out []string
	for r := range t.world.Relations() {
		if r.Type != id {
			continue
		}
		if _, counts := t.world.InEffect(r, t.on); counts {
			out = append(out, t.Say("signals.relation", t.by(r.Person), t.by(r.Client)))
		}
	}
	return out
}

func (t signalTerms) groupName(id string) string {
	g, _ := t.world.Group(domain.GroupID(id))
	return g.Name
}

func (t signalTerms) ownRole(id string) string {
	p, _ := t.world.Person(domain.PersonID(id))
	return t.RoleShort(p.Role)
}

func (t signalTerms) counselors(g domain.GroupID) string {
	var out []string
	for _, m := range t.world.MembersOn(g, t.on) {
		if m.As.IsCounselor() {
			out = append(out, t.by(m.Person))
		}
	}
	return t.List(out)
}

// roles names the person's role in each group of the signal.
func (t signalTerms) roles(s signal.Signal) []string {
	var out []string
	for _, m := range t.world.GroupsOn(domain.PersonID(s.Objects[0]), t.on) {
		for _, g := range s.Objects[1:] {
			if string(m.Group) == g {
				out = append(out, t.Say("signals.role-in", t.RoleShort(m.As), t.Group(t.world, m.Group)))
			}
		}
	}
	return out
}

// modes names the visibility of each group of the signal.
func (t signalTerms) modes(s signal.Signal) []string {
	var out []string
	for _, id := range s.Objects[1:] {
		g, _ := t.world.Group(domain.GroupID(id))
		out = append(out, t.Say("signals.mode", words.Clean(g.Name), t.VisibilityShort(g.Visibility)))
	}
	return out
}

// acceptedName names an accepted signal by its title and its objects. Marks of steps are
// accepted signals too, with codes that are no signal's.
func (w Words) acceptedName(world domain.World, a domain.AcceptedSignal) string {
	c, ok := signal.Parse(a.Code)
	if !ok || len(a.Objects) == 0 {
		return words.Clean(a.Code)
	}
	var names []string
	for i, id := range a.Objects {
		names = append(names, strings.TrimSpace(w.Record(world, domain.Ref{Noun: c.Noun(i), Key: id})))
	}
	return w.Say("signals.about", w.SignalTitle(c), w.Some(names, mostNames))
}

// wordList names the revealing words; an institution without a list has the built-in one.
func (w Words) wordList(i domain.Institution) string {
	switch {
	case i.Words == nil:
		return w.Say("signals.words.built-in")
	case len(i.Words) == 0:
		return w.Say("signals.words.none")
	}
	return words.Clean(strings.Join(i.Words, ", "))
}
