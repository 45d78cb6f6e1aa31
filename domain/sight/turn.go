package sight

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"zichtlijn/domain"
)

// Fact says whether one person sees and may message another, without grounds.
type Fact struct{ Sees, Messages bool }

// Turn is a sightline whose fact a change turns.
type Turn struct {
	Viewer, Other domain.PersonID
	Before, After Fact
	Pairing       Pairing
}

// Gains reports whether sight or messages come to hold.
func (t Turn) Gains() bool {
	return t.After.Sees && !t.Before.Sees || t.After.Messages && !t.Before.Messages
}

// Loses reports whether sight or messages come to an end.
func (t Turn) Loses() bool {
	return t.Before.Sees && !t.After.Sees || t.Before.Messages && !t.After.Messages
}

// compareTurns orders by viewer and other.
func compareTurns(a, b Turn) int {
	return cmp.Or(cmp.Compare(a.Viewer, b.Viewer), cmp.Compare(a.Other, b.Other))
}

// Impact returns every sightline that changes would turn in w on a day, worst
// first: by pairing, then by viewer and other. The error is a Refusal: the
// changes do not start from w.
func Impact(w domain.World, changes []domain.Change, on domain.Date) ([]Turn, error) {
	turned, err := Turns(w, changes, on)
	if err != nil {
		return nil, err
	}
	return ranked(slices.Collect(turned)), nil
}

// ranked returns turns worst first and keeps their order otherwise.
func ranked(turns []Turn) []Turn {
	var next [pairingCount]int // by pairing: the place for the next turn
	for _, t := range turns {
		next[t.Pairing]++
	}
	at := 0
	for p, n := range next {
		next[p], at = at, at+n
	}
	out := make([]Turn, len(turns))
	for _, t := range turns {
		out[next[t.Pairing]] = t
		next[t.Pairing]++
	}
	return out
}

// Turns is Impact by viewer and other, each turn found when it is asked for: a
// reading can turn millions of sightlines, and a screen stops long before.
func Turns(w domain.World, changes []domain.Change, on domain.Date) (iter.Seq[Turn], error) {
	return NewEvaluator(w, on).Turns(changes)
}

func fact(s Sightline) Fact { return Fact{s.Sees(), s.MayMessage()} }

// GroupFact says in which tiles a group stands for one person, and what they may
// do with it. Zero: the group does not exist for them.
type GroupFact struct{ Personentegel, Berichtentegel, GroupMessage, GroupReport, Programme bool }

// Sees reports whether the group and its name are seen at all.
func (s GroupFact) Sees() bool { return s.Personentegel || s.Berichtentegel }

// Fact drops the grounds.
func (s GroupAccess) Fact() GroupFact {
	return GroupFact{
		s.Personentegel.Holds(), s.Berichtentegel.Holds(),
		s.GroupMessage.Holds(), s.GroupReport.Holds(), s.Programme.Holds(),
	}
}

// GroupTurn is a group whose fact for one person a change turns. A group can turn
// where no sightline does: its name comes into view of somebody who sees nobody in it.
type GroupTurn struct {
	Viewer        domain.PersonID
	Group         domain.GroupID
	Before, After GroupFact
}

// Reveals reports whether the group and its name come into view.
func (t GroupTurn) Reveals() bool { return t.After.Sees() && !t.Before.Sees() }

// Hides reports whether the group and its name go out of view.
func (t GroupTurn) Hides() bool { return t.Before.Sees() && !t.After.Sees() }

// GroupTurns returns every group that changes would turn, by viewer and group,
// each found when it is asked for. The error is a Refusal: the changes do not
// start from w.
func GroupTurns(w domain.World, changes []domain.Change, on domain.Date) (iter.Seq[GroupTurn], error) {
	return NewEvaluator(w, on).GroupTurns(changes)
}

// compareGroups returns the groups of one viewer that differ between two lists,
// by group.
func compareGroups(viewer domain.PersonID, before, after []groupState) []GroupTurn {
	var out []GroupTurn
	for len(before) > 0 || len(after) > 0 {
		t := GroupTurn{Viewer: viewer}
		was := len(before) > 0 && (len(after) == 0 || before[0].group <= after[0].group)
		is := len(after) > 0 && (len(before) == 0 || after[0].group <= before[0].group)
		if was {
			t.Group, t.Before = before[0].group, before[0].is
			before = before[1:]
		}
		if is {
			t.Group, t.After = after[0].group, after[0].is
			after = after[1:]
		}
		if t.Before != t.After {
			out = append(out, t)
		}
	}
	return out
}

// Pairing says who the two ends of a sightline are to each other, from the worst
// to be revealed (client to client, the zero value) to the least.
type Pairing uint8

// The pairings. A client is somebody's own while a relation between the two is
// in effect.
const (
	ClientClient     Pairing = iota
	GuardianClient           // a guardian and a client who is not their own
	ExternalClient           // an external and a client who is not their own
	GuardianGuardian         //
	GuardianExternal         //
	ExternalExternal         //
	OwnClient                // a guardian or external and their own client
	UserCounselor            // a user and a counselor, either way
	Colleagues               // counselors among themselves; an administrator with anybody
	pairingCount
)

var pairingCodes = [pairingCount]string{
	"client-client", "guardian-client", "external-client", "guardian-guardian", "guardian-external",
	"external-external", "own-client", "user-counselor", "colleagues",
}

// Pairings returns all, worst first.
func Pairings() []Pairing {
	out := make([]Pairing, pairingCount)
	for i := range out {
		out[i] = Pairing(i)
	}
	return out
}

// String returns the code. It stands in the command line's JSON.
func (p Pairing) String() string {
	if p < pairingCount {
		return pairingCodes[p]
	}
	return fmt.Sprintf("Pairing(%d)", uint8(p))
}

// pairingOf returns the pairing of two roles, in either order, as if no client
// were the other's own.
func pairingOf(a, b domain.Role) Pairing {
	switch {
	case !a.IsUser() && !b.IsUser():
		return Colleagues
	case !a.IsUser() || !b.IsUser():
		return UserCounselor
	case a == domain.Client && b == domain.Client:
		return ClientClient
	case a == domain.Client || b == domain.Client:
		if a == domain.Guardian || b == domain.Guardian {
			return GuardianClient
		}
		return ExternalClient
	case a == domain.Guardian && b == domain.Guardian:
		return GuardianGuardian
	case a == domain.External && b == domain.External:
		return ExternalExternal
	}
	return GuardianExternal
}

// mayBeOwn reports whether the pairing becomes OwnClient where a relation between
// the two is in effect.
func (p Pairing) mayBeOwn() bool { return p == GuardianClient || p == ExternalClient }
