package matrix

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// lines are the lines of a square that were asked for so far. Only what is in
// view is ever asked for, so they belong to the one goroutine of the screen, as
// the Roster does.
type lines struct {
	square sight.Square
	of     [][]sight.Cell
}

func newLines(q sight.Square) *lines { return &lines{q, make([][]sight.Cell, len(q.Members()))} }

func (l *lines) cell(viewer, other int) sight.Cell { return l.line(viewer)[other] }

func (l *lines) line(viewer int) []sight.Cell {
	if l.of[viewer] == nil {
		l.of[viewer] = l.square.Line(viewer)
	}
	return l.of[viewer]
}

// known is what the matrix knows of a group as the world is, and perhaps as it
// would be.
type known struct {
	world    domain.World
	on       domain.Date
	language words.Language
	group    domain.Group
	members  []domain.Member
	names    []string
	now      *lines
	supposed
}

// supposed is the group in another setting; the zero value supposes nothing.
type supposed struct {
	holds      bool
	setting    domain.Visibility
	world      domain.World
	then       *lines
	come, gone int // sightlines that would come to hold, and cease to
	differ     int
}

func learn(s scene.Scene, id domain.GroupID) known {
	k := known{world: s.Seen(), on: s.On, language: s.Words.Language()}
	k.group, _ = s.Seen().Group(id)
	k.group.ID = id
	k.members = s.Seen().MembersOn(id, s.On)
	tell.SortMembers(s.Seen(), k.members, s.Roster.NameKey)
	k.names = s.Words.MemberNames(s.Seen(), k.members)
	k.now = newLines(sight.NewSquare(s.Seen(), id, k.members, s.On))
	return k
}

// fits reports whether what is known is of this scene.
func (k known) fits(s scene.Scene) bool {
	return k.world == s.Seen() && k.on == s.On && k.language == s.Words.Language()
}

// suppose puts the group in another setting, which is not saved; its own setting
// is as it is.
func (k known) suppose(v domain.Visibility) known {
	k.supposed = supposed{}
	changes, err := domain.SetVisibility{ID: k.group.ID, Visibility: v}.Plan(k.world)
	if err != nil || v == k.group.Visibility {
		return k
	}
	world, err := k.world.With(changes...)
	if err != nil {
		return k
	}
	k.supposed = supposed{holds: true, setting: v, world: world, then: newLines(k.now.square.In(world))}
	for viewer := range k.members {
		for other := range k.members {
			t := k.turn(viewer, other)
			if t.Before == t.After {
				continue
			}
			k.differ++
			if t.Gains() {
				k.come++
			}
			if t.Loses() {
				k.gone++
			}
		}
	}
	return k
}

// next is the setting that is supposed after this one: hidden, group-visible,
// members-visible without the group's own, then none.
func (k known) next() known {
	v := domain.Hidden
	if k.holds {
		v = k.setting + 1
	}
	if v == k.group.Visibility {
		v++
	}
	if v > domain.MembersVisible {
		k.supposed = supposed{}
		return k
	}
	return k.suppose(v)
}

// cell is what is shown: as it is, or as it would be.
func (k known) cell(viewer, other int) sight.Cell {
	if k.holds {
		return k.then.cell(viewer, other)
	}
	return k.now.cell(viewer, other)
}

// turn is what supposing turns between two members.
func (k known) turn(viewer, other int) sight.Turn {
	return sight.Turn{
		Viewer: k.members[viewer].Person, Other: k.members[other].Person,
		Before: k.now.cell(viewer, other).Fact(), After: k.cell(viewer, other).Fact(),
	}
}

// seen is the world that is shown.
func (k known) seen() domain.World {
	if k.holds {
		return k.supposed.world
	}
	return k.world
}

// shown is the setting that is shown.
func (k known) shown() domain.Visibility {
	if k.holds {
		return k.setting
	}
	return k.group.Visibility
}

// between is the sightline of two members as it is shown, with every ground.
func (k known) between(viewer, other int) sight.Sightline {
	return sight.Between(k.seen(), k.members[viewer].Person, k.members[other].Person, k.on)
}
