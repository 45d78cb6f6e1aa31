package sight

import (
	"iter"

	"zichtlijn/domain"
)

// Standing is what a group is to one person: in which tiles it stands, and what
// they may do with it. The zero Standing is a group that does not exist for them.
type Standing struct{ Personentegel, Berichtentegel, GroupMessage, GroupReport, Programme bool }

// Sees reports whether the group and its name are seen at all.
func (s Standing) Sees() bool { return s.Personentegel || s.Berichtentegel }

// Standing returns what a stake amounts to, without its grounds.
func (s Stake) Standing() Standing {
	return Standing{
		s.Personentegel.Holds(), s.Berichtentegel.Holds(),
		s.GroupMessage.Holds(), s.GroupReport.Holds(), s.Programme.Holds(),
	}
}

// GroupTurn is a group that comes to stand otherwise for one person. It can turn
// where no sightline does: a name in view of somebody who sees nobody in it.
type GroupTurn struct {
	Viewer        domain.PersonID
	Group         domain.GroupID
	Before, After Standing
}

// Reveals reports whether the group and its name come into view.
func (t GroupTurn) Reveals() bool { return t.After.Sees() && !t.Before.Sees() }

// Hides reports whether the group and its name go out of view.
func (t GroupTurn) Hides() bool { return t.Before.Sees() && !t.After.Sees() }

// GroupTurns returns how changes would turn the groups of everybody, by viewer
// and group, one by one as they are asked for. The error is a Refusal: the
// changes do not start from w.
func GroupTurns(w domain.World, changes []domain.Change, on domain.Date) (iter.Seq[GroupTurn], error) {
	return NewLedger(w, on).GroupTurns(changes)
}

// compareStands returns the groups of one viewer that stand otherwise between
// two lists, by group.
func compareStands(viewer domain.PersonID, before, after []stand) []GroupTurn {
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
