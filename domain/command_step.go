package domain

import (
	"cmp"
	"slices"
	"strings"
)

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

// Verb implements Command.
func (TickStep) Verb() Verb { return VerbStepTick }

// Plan implements Command.
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
	return settle(w, changes...)
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
			out = append(out, Change{AcceptedSignal: between(&a, nil)})
		}
	}
	return out
}

// UntickStep takes every tick of a step back: it is open again.
type UntickStep struct {
	Step  HandStep
	Group GroupID // none: the institution
}

// Verb implements Command.
func (UntickStep) Verb() Verb { return VerbStepUntick }

// Plan implements Command.
func (c UntickStep) Plan(w World) ([]Change, error) {
	if c.Group != "" && !w.Has(refGroup(c.Group)) {
		return nil, missing(refGroup(c.Group))
	}
	changes := unticked(w.Ticks(c.Step, c.Group))
	if len(changes) == 0 {
		return nil, Refusal{Code: NothingToDo}
	}
	return settle(w, changes...)
}

func unticked(ticks []AcceptedSignal) []Change {
	var out []Change
	for _, a := range ticks {
		out = append(out, Change{AcceptedSignal: between(&a, nil)})
	}
	return out
}

// DoneCheck marks a periodic check as done: from this entry on the next one looks.
type DoneCheck struct {
	Reason string // what was looked at; the same words on the same day say nothing new
	By     string
	On     Date
}

// Verb implements Command.
func (DoneCheck) Verb() Verb { return VerbCheckDone }

// Plan implements Command.
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
