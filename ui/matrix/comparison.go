package matrix

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
)

// lines are the lines of a square. Only those in view are kept: a large group has
// thousands, and a line asks for every sightline of one viewer.
type lines struct {
	square sight.Square
	from   int // the viewer of the first line that is kept
	cells  [][]sight.Cell
}

// load keeps the lines of the viewers in [from, to).
func (l lines) load(from, to int) lines {
	if from == l.from && to-from == len(l.cells) {
		return l
	}
	now := lines{l.square, from, make([][]sight.Cell, max(to-from, 0))}
	for i := range now.cells {
		now.cells[i] = l.line(from + i)
	}
	return now
}

func (l lines) line(viewer int) []sight.Cell {
	if at := viewer - l.from; at >= 0 && at < len(l.cells) {
		return l.cells[at]
	}
	return l.square.Line(viewer)
}

// comparison holds who of a group sees whom as the world is, and beside it how that
// would be with another visibility.
type comparison struct {
	world   domain.World
	on      domain.Date
	voice   tell.Voice
	group   domain.Group
	members []domain.Member
	names   []string
	now     lines
	broken  sight.Breaches
	supposed
}

// supposed is the group with another visibility; the zero value supposes nothing.
type supposed struct {
	active   bool
	setting  domain.Visibility
	world    domain.World
	ifSet    lines
	breaches sight.Breaches
	turned   sight.Turned // how many cells would differ
}

func newComparison(s scene.Scene, id domain.GroupID) comparison {
	c := comparison{world: s.Seen(), on: s.On, voice: s.Words.Voice()}
	c.group, _ = s.Seen().Group(id)
	c.group.ID = id
	c.members = s.Seen().MembersOn(id, s.On)
	tell.SortMembers(s.Seen(), c.members, s.Roster.NameKey)
	c.names = s.Words.MemberNames(s.Seen(), c.members)
	c.now = lines{square: sight.NewSquare(s.Seen(), id, c.members, s.On)}
	c.broken = c.now.square.Breaches()
	return c
}

// isFor reports whether c was made from the world, date and language of s.
func (c comparison) isFor(s scene.Scene) bool {
	return c.world == s.Seen() && c.on == s.On && c.voice == s.Words.Voice()
}

// suppose gives the group another visibility, without saving it. The group's own
// visibility supposes nothing.
func (c comparison) suppose(v domain.Visibility) comparison {
	c.supposed = supposed{}
	changes, err := domain.SetVisibility{ID: c.group.ID, Visibility: v}.Plan(c.world)
	if err != nil || v == c.group.Visibility {
		return c
	}
	world, err := c.world.With(changes...)
	if err != nil {
		return c
	}
	c.supposed = supposed{active: true, setting: v, world: world, ifSet: lines{square: c.now.square.In(world)}, breaches: c.broken.At(world, c.on)}
	c.turned = c.now.square.Turned(c.ifSet.square)
	return c
}

// load keeps the lines of the viewers in [from, to).
func (c comparison) load(from, to int) comparison {
	c.now = c.now.load(from, to)
	if c.active {
		c.ifSet = c.ifSet.load(from, to)
	}
	return c
}

// next supposes the next visibility, from closed to open without the group's own, and
// after the last none.
func (c comparison) next() comparison {
	from := 0
	if c.active {
		from = int(c.setting) + 1
	}
	for _, v := range domain.Visibilities()[from:] {
		if v != c.group.Visibility {
			return c.suppose(v)
		}
	}
	c.supposed = supposed{}
	return c
}

// cell is the cell that is shown: as supposed, else as it is.
func (c comparison) cell(viewer, other int) sight.Cell {
	if c.active {
		return c.ifSet.line(viewer)[other]
	}
	return c.now.line(viewer)[other]
}

// turn is the difference that supposing makes between two members.
func (c comparison) turn(viewer, other int) sight.Turn {
	return c.newTurn(viewer, other, c.now.line(viewer)[other], c.cell(viewer, other))
}

func (c comparison) newTurn(viewer, other int, now, then sight.Cell) sight.Turn {
	return sight.Turn{Viewer: c.members[viewer].Person, Other: c.members[other].Person, Before: now.Fact(), After: then.Fact()}
}

func (c comparison) shownWorld() domain.World {
	if c.active {
		return c.supposed.world
	}
	return c.world
}

func (c comparison) shownVisibility() domain.Visibility {
	if c.active {
		return c.setting
	}
	return c.group.Visibility
}

// shownBreaches are of the world that is shown.
func (c comparison) shownBreaches() sight.Breaches {
	if c.active {
		return c.supposed.breaches
	}
	return c.broken
}

// breaks are the agreements that a member breaks by seeing another, or not.
func (c comparison) breaks(viewer, other int) []domain.AgreementID {
	pair := sight.Pair{Viewer: c.members[viewer].Person, Other: c.members[other].Person}
	return c.shownBreaches().Fact(pair, c.cell(viewer, other).Fact())
}

// memberBreaks are the agreements that a member breaks by being one.
func (c comparison) memberBreaks(at int) []domain.AgreementID {
	return c.shownBreaches().Member(c.group.ID, c.members[at].As)
}

// cellBreaks are the agreements that a cell breaks, and then those that its two members
// break by being one.
func (c comparison) cellBreaks(viewer, other int) []domain.AgreementID {
	out := c.breaks(viewer, other)
	for _, id := range slices.Concat(c.memberBreaks(viewer), c.memberBreaks(other)) {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// sightline is the sightline of two members in the world that is shown.
func (c comparison) sightline(viewer, other int) sight.Sightline {
	return sight.Between(c.shownWorld(), c.members[viewer].Person, c.members[other].Person, c.on)
}
