package tell

import (
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// GroupAspect is something that holds of a group for somebody, with the sentences for when it
// begins and ends: argument 1 is the group, 2 for whom.
type GroupAspect struct {
	holds      func(sight.GroupFact) bool
	tile       bool // in which the group stands: said of groups only that stay in view
	Gain, Lose words.Key
}

// GroupAspects are the tiles in which a group stands, and what can be done with it.
func GroupAspects() []GroupAspect {
	return []GroupAspect{
		{func(s sight.GroupFact) bool { return s.Personentegel }, true, "impact.group-persons", "impact.group-persons-not"},
		{func(s sight.GroupFact) bool { return s.Berichtentegel }, true, "impact.group-messages", "impact.group-messages-not"},
		{func(s sight.GroupFact) bool { return s.GroupMessage }, false, "impact.group-mail", "impact.group-mail-not"},
		{func(s sight.GroupFact) bool { return s.GroupReport }, false, "impact.group-report", "impact.group-report-not"},
		{func(s sight.GroupFact) bool { return s.Programme }, false, "impact.group-programme", "impact.group-programme-not"},
	}
}

// Begins reports whether the aspect begins to hold.
func (a GroupAspect) Begins(t sight.GroupTurn) bool {
	return a.said(t) && a.holds(t.After) && !a.holds(t.Before)
}

// Ends reports whether the aspect holds no longer.
func (a GroupAspect) Ends(t sight.GroupTurn) bool {
	return a.said(t) && a.holds(t.Before) && !a.holds(t.After)
}

// Turns returns the sentence for what the aspect turns; none: it stays as it is.
func (a GroupAspect) Turns(t sight.GroupTurn) words.Key {
	switch {
	case a.Begins(t):
		return a.Gain
	case a.Ends(t):
		return a.Lose
	}
	return ""
}

func (a GroupAspect) said(t sight.GroupTurn) bool {
	return !a.tile || t.Before.Sees() && t.After.Sees()
}
