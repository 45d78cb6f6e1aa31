package domain

import (
	"cmp"
	"slices"
	"strings"
)

// HandStep is a step of the stappenplan that leaves no trace in a set-up, or may
// leave none: somebody ticks it off. The numbers are not stored, the codes are.
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

// A tick is kept as an accepted signal: it is in the exchange form already. Its
// code begins with tickPrefix; its objects are the group and what it was ticked
// for: the role as which somebody looked, the setting that was decided.
const (
	tickPrefix = "step."
	checkCode  = "check.periodic"
)

// Ticked returns of which step a is the tick.
func (a AcceptedSignal) Ticked() (s HandStep, ok bool) {
	code, ok := strings.CutPrefix(a.Code, tickPrefix)
	if !ok {
		return LookStep, false
	}
	return ParseHandStep(code)
}

// Checked reports whether a is the mark of a periodic check.
func (a AcceptedSignal) Checked() bool { return a.Code == checkCode && len(a.Objects) == 0 }

// LastCheck returns the mark of the last periodic check; none where there never was one.
func (w World) LastCheck() (a AcceptedSignal, ok bool) {
	return w.Accepted(AcceptedSignal{Code: checkCode}.Key())
}

// Ticks returns the ticks of a step of a group (no group: of the institution) that
// there are, those that have gone stale included: roles in list order, settings
// from closed to open.
func (w World) Ticks(s HandStep, group GroupID) []AcceptedSignal {
	var out []AcceptedSignal
	for _, objects := range tickable(s, group) {
		if a, ok := w.Accepted(AcceptedSignal{Code: tickPrefix + s.String(), Objects: objects}.Key()); ok {
			out = append(out, a)
		}
	}
	return out
}

// tickable lists every list of objects that a tick of the step can have.
func tickable(s HandStep, group GroupID) [][]string {
	var of []string
	switch {
	case group == "":
		return [][]string{nil}
	case s == LookStep:
		of = codesOf(MemberRoles())
	case s == ModeStep:
		of = codesOf(Visibilities())
	default:
		return [][]string{{string(group)}}
	}
	var out [][]string
	for _, one := range of {
		out = append(out, []string{string(group), one})
	}
	return out
}

// tickedFor lists the objects of the ticks that the step asks for as the group is
// on a day: one for each role that is in it, one for the setting it has.
func tickedFor(w World, s HandStep, g Group, on Date) [][]string {
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
		return tickable(s, g.ID)
	}
}

// The verbs of the stappenplan and the periodic check.
const (
	VerbStepTick   Verb = "step.tick"
	VerbStepUntick Verb = "step.untick"
	VerbCheckDone  Verb = "check.done"
)

// NobodyInGroup is why nobody can have looked as the roles of Subject, a group:
// on Date it has no member.
const NobodyInGroup Code = "nobody-in-group"

// TickStep ticks a step off by hand, for the group as it is: to look as each role is
// ticked for the roles that are in it, the decided setting for the one it has. So a role that comes later, or another setting, opens the step again.
// What was looked at before keeps its remark; ticking once more what is wholly
// ticked replaces it.
type TickStep struct {
	Step   HandStep
	Group  GroupID // none: the institution
	Reason string  // a remark, may be empty: with whom it was decided
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
	wanted := [][]string{nil}
	if c.Group != "" {
		wanted = tickedFor(w, c.Step, g, cmp.Or(c.Of, c.On))
	}
	if len(wanted) == 0 {
		return nil, Refusal{Code: NobodyInGroup, Subject: refGroup(c.Group), Date: cmp.Or(c.Of, c.On)}
	}
	ticks := make([]AcceptedSignal, len(wanted))
	for i, objects := range wanted {
		ticks[i] = AcceptedSignal{Code: tickPrefix + c.Step.String(), Objects: objects,
			Reason: strings.TrimSpace(c.Reason), By: c.By, On: c.On}
	}
	if missing := slices.DeleteFunc(slices.Clone(ticks), func(a AcceptedSignal) bool { return accepted(w, a) }); len(missing) > 0 {
		ticks = missing
	}
	changes := c.stale(w)
	for _, now := range ticks {
		changes = append(changes, put(w, now)...)
	}
	if len(changes) == 0 {
		return nil, Refusal{Code: NothingToDo, Subject: refAccepted(ticks[0])}
	}
	return plan(w, changes...)
}

// group refuses a group that is not there, and a step that the institution as a
// whole does not take.
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

// stale takes back what was decided for another setting: a decision is one.
func (c TickStep) stale(w World) []Change {
	if c.Step != ModeStep {
		return nil
	}
	g, _ := w.Group(c.Group)
	var out []Change
	for _, a := range w.Ticks(c.Step, c.Group) {
		if a.Objects[1] != g.Visibility.String() {
			out = append(out, Change{AcceptedSignal: newSwap(&a, nil)})
		}
	}
	return out
}

// UntickStep takes every tick of a step back: it is open again.
type UntickStep struct {
	Step  HandStep
	Group GroupID // none: the institution
}

func (UntickStep) Verb() Verb { return VerbStepUntick }

func (c UntickStep) Plan(w World) ([]Change, error) {
	if c.Group != "" && !w.Has(refGroup(c.Group)) {
		return nil, missing(refGroup(c.Group))
	}
	changes := unticked(w.Ticks(c.Step, c.Group))
	if len(changes) == 0 {
		return nil, Refusal{Code: NothingToDo}
	}
	return plan(w, changes...)
}

func unticked(ticks []AcceptedSignal) []Change {
	var out []Change
	for _, a := range ticks {
		out = append(out, Change{AcceptedSignal: newSwap(&a, nil)})
	}
	return out
}

// DoneCheck marks a periodic check as done: from this entry on the next one looks.
type DoneCheck struct {
	Reason string // what was looked at; the same words on the same day say nothing new
	By     string
	On     Date
}

func (DoneCheck) Verb() Verb { return VerbCheckDone }

func (c DoneCheck) Plan(w World) ([]Change, error) {
	now := AcceptedSignal{Code: checkCode, Reason: strings.TrimSpace(c.Reason), By: c.By, On: c.On}
	if now.Reason == "" {
		return nil, Refusal{Code: ValueMissing, Subject: refAccepted(now), Field: "reason"}
	}
	return replaceAccepted(w, now)
}

func accepted(w World, a AcceptedSignal) bool {
	_, ok := w.Accepted(a.Key())
	return ok
}
