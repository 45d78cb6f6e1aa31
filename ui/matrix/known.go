package matrix

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// lines are the lines of a square. Only those in view are known: a large group has
// thousands, and a line asks for every sightline of one viewer.
type lines struct {
	square sight.Square
	from   int // the viewer of the first
	of     [][]sight.Cell
}

// in knows the lines of viewers from up to to.
func (l lines) in(from, to int) lines {
	if from == l.from && to-from == len(l.of) {
		return l
	}
	now := lines{l.square, from, make([][]sight.Cell, max(to-from, 0))}
	for i := range now.of {
		now.of[i] = l.line(from + i)
	}
	return now
}

func (l lines) line(viewer int) []sight.Cell {
	if at := viewer - l.from; at >= 0 && at < len(l.of) {
		return l.of[at]
	}
	return l.square.Line(viewer)
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
	now      lines
	supposed
}

// supposed is the group in another setting; the zero value supposes nothing.
type supposed struct {
	holds      bool
	setting    domain.Visibility
	world      domain.World
	then       lines
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
	k.now = lines{square: sight.NewSquare(s.Seen(), id, k.members, s.On)}
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
	k.supposed = supposed{holds: true, setting: v, world: world, then: lines{square: k.now.square.In(world)}}
	for viewer := range k.members {
		now, then := k.now.line(viewer), k.then.line(viewer)
		for other := range k.members {
			t := k.turned(viewer, other, now[other], then[other])
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

// in knows what is shown of viewers from up to to.
func (k known) in(from, to int) known {
	k.now = k.now.in(from, to)
	if k.holds {
		k.then = k.then.in(from, to)
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
		return k.then.line(viewer)[other]
	}
	return k.now.line(viewer)[other]
}

// turn is what supposing turns between two members.
func (k known) turn(viewer, other int) sight.Turn {
	return k.turned(viewer, other, k.now.line(viewer)[other], k.cell(viewer, other))
}

func (k known) turned(viewer, other int, now, then sight.Cell) sight.Turn {
	return sight.Turn{Viewer: k.members[viewer].Person, Other: k.members[other].Person, Before: now.Fact(), After: then.Fact()}
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
