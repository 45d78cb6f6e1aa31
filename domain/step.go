package domain

import "strings"

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
func ParseHandStep(code string) (s HandStep, ok bool) {
	for _, s := range HandSteps() {
		if s.String() == code {
			return s, true
		}
	}
	return LookStep, false
}

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

func codesOf[T interface{ String() string }](all []T) []string {
	out := make([]string, len(all))
	for i, one := range all {
		out[i] = one.String()
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
