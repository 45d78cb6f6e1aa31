package domain

import (
	"cmp"
	"slices"
	"strings"
)

// HandStep is a step of the stappenplan that somebody ticks off, because the
// set-up does not show whether it is done. The numbers are not stored, the codes are.
type HandStep uint8

// The steps that are ticked by hand, in the order in which they are taken.
const (
	LookStep       HandStep = iota // looked as each role of the group
	ModeStep                       // decided the visibility with the team
	NewsStep                       // decided about a news group (D2)
	ProgrammesStep                 // set out programmes and tools (D3)
	HandoverStep                   // handed over: of a group, and of the institution
)

// HandSteps returns all of them in order.
func HandSteps() []HandStep {
	return []HandStep{LookStep, ModeStep, NewsStep, ProgrammesStep, HandoverStep}
}

var handStepCodes = [...]string{"look", "mode", "news", "programmes", "handover"}

// String returns the code, as the command line takes it.
func (s HandStep) String() string { return handStepCodes[s] }

// ParseHandStep reads what String writes.
func ParseHandStep(code string) (s HandStep, ok bool) { return parseCode(HandSteps(), code) }

// OfInstitution reports whether the institution as a whole takes the step too.
func (s HandStep) OfInstitution() bool { return s == HandoverStep }

// A tick is kept as an accepted signal, which the exchange form has already. Its
// code begins with tickPrefix. Its objects are the group and, for LookStep, the
// role as which somebody looked or, for ModeStep, the visibility that was decided.
const (
	tickPrefix = "step."
	checkCode  = "check.periodic"
)

// TickedStep returns the step that a is a tick of; ok is false for other signals.
func (a AcceptedSignal) TickedStep() (s HandStep, ok bool) {
	code, ok := strings.CutPrefix(a.Code, tickPrefix)
	if !ok {
		return LookStep, false
	}
	return ParseHandStep(code)
}

// IsCheck reports whether a marks a periodic check.
func (a AcceptedSignal) IsCheck() bool { return a.Code == checkCode && len(a.Objects) == 0 }

// LastCheck returns the mark of the last periodic check, if there was one.
func (w World) LastCheck() (a AcceptedSignal, ok bool) {
	return w.Accepted(AcceptedSignal{Code: checkCode}.Key())
}

// Ticks returns the ticks of a step of a group, or of the institution if group is
// empty. Outdated ones are included. Roles are in list order, visibilities from
// closed to open.
func (w World) Ticks(s HandStep, group GroupID) []AcceptedSignal {
	var out []AcceptedSignal
	for _, objects := range possibleTicks(s, group) {
		if a, ok := w.Accepted(AcceptedSignal{Code: tickPrefix + s.String(), Objects: objects}.Key()); ok {
			out = append(out, a)
		}
	}
	return out
}

// possibleTicks returns the objects of every tick that the step can have.
func possibleTicks(s HandStep, group GroupID) [][]string {
	var codes []string
	switch {
	case group == "":
		return [][]string{nil}
	case s == LookStep:
		codes = codesOf(MemberRoles())
	case s == ModeStep:
		codes = codesOf(Visibilities())
	default:
		return [][]string{{string(group)}}
	}
	var out [][]string
	for _, code := range codes {
		out = append(out, []string{string(group), code})
	}
	return out
}

// neededTicks returns the objects of the ticks that the step needs on a day: for
// LookStep one for each role in the group, for ModeStep one for its visibility.
func neededTicks(w World, s HandStep, g Group, on Date) [][]string {
	switch s {
	case LookStep:
		in := map[Role]bool{}
		for _, m := range w.MembersOn(g.ID, on) {
			in[m.As] = true
		}
		var out [][]string
		for _, r := range MemberRoles() {
			if in[r] {
				out = append(out, []string{string(g.ID), r.String()})
			}
		}
		return out
	case ModeStep:
		return [][]string{{string(g.ID), g.Visibility.String()}}
	default:
		return possibleTicks(s, g.ID)
	}
}

// The verbs of the stappenplan and the periodic check.
const (
	VerbStepTick   Verb = "step.tick"
	VerbStepUntick Verb = "step.untick"
	VerbCheckDone  Verb = "check.done"
)

// NobodyInGroup refuses LookStep for Subject, a group without members on Date.
const NobodyInGroup Code = "nobody-in-group"

// TickStep ticks a step off for the group as it is now: LookStep for the roles in
// it, ModeStep for its visibility. A role that is added later, or another
// visibility, opens the step again. Earlier ticks keep their remark, unless the
// step was wholly ticked already: then they are replaced.
type TickStep struct {
	Step   HandStep
	Group  GroupID // empty: the institution
	Reason string  // a remark, such as with whom it was decided; may be empty
	By     string
	On     Date // the day on which it is ticked
	Of     Date // the reference date, on which the members are judged; zero: On
}

func (TickStep) Verb() Verb { return VerbStepTick }

func (c TickStep) Plan(w World) ([]Change, error) {
	g, err := c.group(w)
	if err != nil {
		return nil, err
	}
	needed := [][]string{nil}
	if c.Group != "" {
		needed = neededTicks(w, c.Step, g, cmp.Or(c.Of, c.On))
	}
	if len(needed) == 0 {
		return nil, Refusal{Code: NobodyInGroup, Subject: refGroup(c.Group), Date: cmp.Or(c.Of, c.On)}
	}
	ticks := make([]AcceptedSignal, len(needed))
	for i, objects := range needed {
		ticks[i] = AcceptedSignal{Code: tickPrefix + c.Step.String(), Objects: objects,
			Reason: strings.TrimSpace(c.Reason), By: c.By, On: c.On}
	}
	absent := slices.DeleteFunc(slices.Clone(ticks), func(a AcceptedSignal) bool { return w.Has(refAccepted(a)) })
	if len(absent) > 0 {
		ticks = absent
	}
	changes := c.removeOtherDecisions(w)
	for _, now := range ticks {
		changes = append(changes, acceptedChanges(w, now)...)
	}
	if len(changes) == 0 {
		return nil, Refusal{Code: NothingToDo, Subject: refAccepted(ticks[0])}
	}
	return plan(w, changes...)
}

// group returns the group. It refuses one that does not exist, and none for a step
// that the institution does not have.
func (c TickStep) group(w World) (Group, error) {
	if c.Group == "" && !c.Step.OfInstitution() {
		return Group{}, Refusal{Code: ValueMissing, Field: "group"}
	}
	g, ok := w.Group(c.Group)
	if !ok && c.Group != "" {
		return g, missing(refGroup(c.Group))
	}
	return g, nil
}

// removeOtherDecisions removes decisions about another visibility: a group has one.
func (c TickStep) removeOtherDecisions(w World) []Change {
	if c.Step != ModeStep {
		return nil
	}
	g, _ := w.Group(c.Group)
	decided := w.Ticks(c.Step, c.Group)
	return removeAccepted(slices.DeleteFunc(decided, func(a AcceptedSignal) bool { return a.Objects[1] == g.Visibility.String() }))
}

// UntickStep takes every tick of a step back, so that it is open again.
type UntickStep struct {
	Step  HandStep
	Group GroupID // empty: the institution
}

func (UntickStep) Verb() Verb { return VerbStepUntick }

func (c UntickStep) Plan(w World) ([]Change, error) {
	if c.Group != "" && !w.Has(refGroup(c.Group)) {
		return nil, missing(refGroup(c.Group))
	}
	changes := removeAccepted(w.Ticks(c.Step, c.Group))
	if len(changes) == 0 {
		return nil, Refusal{Code: NothingToDo}
	}
	return plan(w, changes...)
}

func removeAccepted(all []AcceptedSignal) []Change {
	var out []Change
	for _, a := range all {
		out = append(out, Change{AcceptedSignal: newSwap(&a, nil)})
	}
	return out
}

// DoneCheck marks a periodic check as done. The next check begins after this entry.
type DoneCheck struct {
	Reason string // what was looked at; needed, and the same on the same day is refused as NothingToDo
	By     string
	On     Date
}

func (DoneCheck) Verb() Verb { return VerbCheckDone }

func (c DoneCheck) Plan(w World) ([]Change, error) {
	now := AcceptedSignal{Code: checkCode, Reason: strings.TrimSpace(c.Reason), By: c.By, On: c.On}
	if now.Reason == "" {
		return nil, Refusal{Code: ValueMissing, Subject: refAccepted(now), Field: "reason"}
	}
	return planAccepted(w, now)
}
