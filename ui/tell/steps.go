package tell

import (
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/words"
)

// StepName names a step of the stappenplan.
func (w Words) StepName(s steps.Step) string { return w.Say(words.Key("step-name." + string(s))) }

// StepHow says in a few sentences what a step asks and how to do it.
func (w Words) StepHow(s steps.Step) string { return w.Say(words.Key("step-how." + string(s))) }

// StepOpen says why a step of a group (none: of the institution) is open. The records
// that it is about are in Open.Refs.
func (w Words) StepOpen(world domain.World, group domain.GroupID, o steps.Open) string {
	var roles []string
	for _, r := range o.Roles {
		roles = append(roles, w.RoleWord(r))
	}
	g, _ := world.Group(group)
	return w.Say(words.Key("step-open."+string(o.Code)), len(o.Refs), w.List(roles), w.VisibilityShort(o.Was), w.VisibilityShort(g.Visibility))
}

// StepRef names a record that an open step is about.
func (w Words) StepRef(world domain.World, r domain.Ref) string {
	switch r.Noun {
	case domain.PersonNoun:
		return w.Person(world, domain.PersonID(r.Key))
	case domain.GroupNoun:
		return w.Group(world, domain.GroupID(r.Key))
	}
	return words.Clean(r.Key)
}

// StepTicked says who ticked a step off, when, and with which remark. A step that is
// not done any more says that it was ticked before.
func (w Words) StepTicked(a domain.AcceptedSignal, done bool) string {
	said := w.Say("steps.ticked", w.Date(a.On))
	if a.By != "" {
		said = w.Say("steps.ticked-by", w.Date(a.On), words.Clean(a.By))
	}
	if !done {
		said = w.Say("steps.earlier", said)
	}
	if a.Reason != "" {
		said = w.Say("steps.remarked", said, words.Clean(a.Reason))
	}
	return said
}

// CheckReason says what a periodic check looked at: the numbers of the entries since the
// last check, or the whole set-up at the first. head is the last entry.
func (w Words) CheckReason(world domain.World, later []domain.Entry, head domain.Seq) string {
	number := func(n domain.Seq) string { return strconv.FormatUint(uint64(n), 10) }
	switch _, ever := world.LastCheck(); {
	case !ever:
		return w.Say("periodic.default-first", number(head))
	case len(later) == 0:
		return w.Say("periodic.default-nothing", number(head))
	default:
		return w.Say("periodic.default", number(later[len(later)-1].Seq), number(later[0].Seq))
	}
}

// Turn says how a sightline differs from before, with people named by by.
func (w Words) Turn(t sight.Turn, by Naming) string {
	var said []string
	say := func(sees, messages bool, both, one, other words.Key) {
		key := both
		switch {
		case !sees && !messages:
			return
		case !messages:
			key = one
		case !sees:
			key = other
		}
		said = append(said, w.Say(key, by(t.Viewer), by(t.Other)))
	}
	say(t.After.Sees && !t.Before.Sees, t.After.Messages && !t.Before.Messages, "periodic.both", "periodic.sees", "periodic.messages")
	say(t.Before.Sees && !t.After.Sees, t.Before.Messages && !t.After.Messages, "periodic.neither", "periodic.sees-not", "periodic.messages-not")
	return strings.Join(said, "; ")
}

// turnKeys say what held before a turn and what holds after it.
var turnKeys = map[[2]sight.Fact]words.Key{
	{{Sees: true, Messages: true}, {}}:               "turn.both-none",
	{{Sees: true}, {}}:                               "turn.sees-none",
	{{Messages: true}, {}}:                           "turn.messages-none",
	{{Sees: true, Messages: true}, {Sees: true}}:     "turn.both-sees",
	{{Sees: true, Messages: true}, {Messages: true}}: "turn.both-messages",
	{{Sees: true}, {Messages: true}}:                 "turn.sees-messages",
	{{Messages: true}, {Sees: true}}:                 "turn.messages-sees",
	{{}, {Sees: true, Messages: true}}:               "turn.none-both",
	{{}, {Sees: true}}:                               "turn.none-sees",
	{{}, {Messages: true}}:                           "turn.none-messages",
	{{Sees: true}, {Sees: true, Messages: true}}:     "turn.sees-both",
	{{Messages: true}, {Sees: true, Messages: true}}: "turn.messages-both",
}

// TurnFrom says both sides of a turn: one alone is heard as what will be, also where it is
// what was. again names the other once more.
func (w Words) TurnFrom(t sight.Turn, by, again Naming) string {
	return w.Say(turnKeys[[2]sight.Fact{t.Before, t.After}], by(t.Viewer), by(t.Other), again(t.Other))
}

// Ago says how long date is before on, in the unit that reads best.
func (w Words) Ago(date, on domain.Date) string {
	switch days := int(on) - int(date); {
	case days < 0:
		return w.Date(date)
	case days == 0:
		return w.Say("steps.today")
	case days < 21:
		return w.Say("steps.days", days)
	case days < 91:
		return w.Say("steps.weeks", days/7)
	default:
		return w.Say("steps.months", days*12/365)
	}
}

// markName names the mark of a step or a check; false for an accepted signal. Readers
// do not know that marks are kept as accepted signals.
func (w Words) markName(world domain.World, a domain.AcceptedSignal) (name string, ok bool) {
	if a.IsCheck() {
		return w.Say("steps.check"), true
	}
	s, ok := a.TickedStep()
	if !ok {
		return "", false
	}
	name = w.StepName(steps.Step(s.String()))
	if len(a.Objects) > 0 {
		name = w.Say("steps.of", name, w.Group(world, domain.GroupID(a.Objects[0])))
	}
	return name, true
}

// noun is Noun, with words of their own for marks of steps and checks.
func (w Words) noun(st domain.Step) string {
	for _, rec := range []domain.Keyed{st.After, st.Before} {
		if a, ok := rec.(domain.AcceptedSignal); ok && a.IsCheck() {
			return w.Say("steps.check-noun")
		} else if _, ticked := a.TickedStep(); ok && ticked {
			return w.Say("steps.tick-noun")
		}
	}
	return w.Noun(st.Noun)
}

// TickedFor says the choice with which a step was ticked: the role in which somebody
// looked, or the setting that was decided.
func (w Words) TickedFor(a domain.AcceptedSignal) string {
	if len(a.Objects) < 2 {
		return ""
	}
	if r, ok := domain.ParseRole(a.Objects[1]); ok {
		return w.Role(r)
	}
	if v, ok := domain.ParseVisibility(a.Objects[1]); ok {
		return w.VisibilityShort(v)
	}
	return words.Clean(a.Objects[1])
}
