package tell

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/words"
)

// mostNames is how many names the sentence of a signal bears.
const mostNames = 4

// SignalTitle names what signals of a code have in common.
func (w Words) SignalTitle(c signal.Code) string { return w.ofSignal(c, "title") }

// SignalMeans says what a signal of a code means for people.
func (w Words) SignalMeans(c signal.Code) string { return w.ofSignal(c, "means") }

// SignalDo says what can be done about it.
func (w Words) SignalDo(c signal.Code) string { return w.ofSignal(c, "do") }

// SignalRule says on which rule it rests.
func (w Words) SignalRule(c signal.Code) string { return w.ofSignal(c, "rule") }

func (w Words) ofSignal(c signal.Code, what string) string {
	return w.Say(words.Key("signal." + string(c) + "." + what))
}

// Signal says in one line what deserves attention in world on a day, with people
// named as by says: namesakes told apart, or everybody with their id.
func (w Words) Signal(by Naming, world domain.World, on domain.Date, s signal.Signal) string {
	t := signalTeller{w, by, world, on}
	first, second, third := t.terms(s)
	return upperFirst(w.Say(words.Key("signal."+string(s.Code)+".says"), first, second, third, w.Date(s.Date)))
}

// signalTeller names what a signal is about.
type signalTeller struct {
	Words
	by    Naming
	world domain.World
	on    domain.Date
}

// terms are the first three terms of the sentence of s.
func (t signalTeller) terms(s signal.Signal) (first, second, third string) {
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
	case signal.SeveralRoles:
		return names[0], t.Some(t.roles(s), mostNames), t.ownRole(s.Objects[0])
	case signal.SeveralModes:
		return names[0], t.Some(t.modes(s), mostNames), ""
	case signal.Namesakes:
		return names[0], t.Some(names, mostNames), ""
	}
	return names[0], rest, ""
}

// object names an object of a signal; a relation by what one person is to the other.
func (t signalTeller) object(s signal.Signal, i int) string {
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

func (t signalTeller) groupName(id string) string {
	g, _ := t.world.Group(domain.GroupID(id))
	return g.Name
}

func (t signalTeller) ownRole(id string) string {
	p, _ := t.world.Person(domain.PersonID(id))
	return t.RoleShort(p.Role)
}

func (t signalTeller) counselors(g domain.GroupID) string {
	var out []string
	for _, m := range t.world.MembersOn(g, t.on) {
		if m.As.IsCounselor() {
			out = append(out, t.by(m.Person))
		}
	}
	return t.List(out)
}

// roles says in which role somebody is in the groups of the signal.
func (t signalTeller) roles(s signal.Signal) []string {
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

// modes says of which visibility the groups of the signal are.
func (t signalTeller) modes(s signal.Signal) []string {
	var out []string
	for _, id := range s.Objects[1:] {
		g, _ := t.world.Group(domain.GroupID(id))
		out = append(out, t.Say("signals.mode", words.Clean(g.Name), t.VisibilityShort(g.Visibility)))
	}
	return out
}

// acceptedName names an accepted signal: what it is, and about what. Other codes
// are kept in the same place, such as the steps of a checklist.
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

// wordList names the words that betray: none of its own is the built-in list.
func (w Words) wordList(i domain.Institution) string {
	switch {
	case i.Words == nil:
		return w.Say("signals.words.built-in")
	case len(i.Words) == 0:
		return w.Say("signals.words.none")
	}
	return words.Clean(strings.Join(i.Words, ", "))
}
