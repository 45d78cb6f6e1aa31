package draw

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/picture"
	"zichtlijn/ui/words"
)

// mostSingle is how many people have a point of their own. More are drawn as density: a
// point for each role, with the share that sees.
const mostSingle = 24

// Group is the picture of who sees whom in a group, in its present setting.
func Group(s Subject, id domain.GroupID) picture.Drawing {
	return s.groupPicture(id, wide, true).Drawing
}

// InSetting is Group as if the group had that setting.
func InSetting(s Subject, id domain.GroupID, v domain.Visibility) picture.Drawing {
	s.World = s.World.InSetting(id, v)
	return Group(s, id)
}

// Settings is the group in each of the three settings, side by side, with one legend.
func Settings(s Subject, id domain.GroupID) picture.Drawing {
	var parts []picture.Drawing
	present, _ := s.World.Group(id)
	desc := []string{s.Words.Say("picture.settings.desc", s.Words.Visibility(present.Visibility))}
	used := usedMarks{roles: map[domain.Role]bool{}}
	for _, v := range domain.Visibilities() {
		one := s
		one.World = s.World.InSetting(id, v)
		l := one.groupPicture(id, wide*0.6, false)
		if v == present.Visibility {
			l.add(picture.Ring{At: picture.Spot{X: l.W / 2, Y: l.H / 2}, RX: l.W/2 - 5, RY: l.H/2 - 3, Corners: true, Weight: 3})
		}
		parts, desc, used = append(parts, l.Drawing), append(desc, l.Desc...), used.with(l.used)
	}
	title := s.Words.Say("picture.settings.title", s.group(id))
	all := newLayer(title, 0)
	all.Drawing = picture.Beside(title, desc, parts...)
	all.above(title, s.day())
	all.legend(append(s.samples(used), sample{func(at picture.Spot) picture.Mark {
		return picture.Ring{At: picture.Spot{X: at.X + 26, Y: at.Y}, RX: 24, RY: 12, Corners: true, Weight: 3}
	}, s.Words.Say("picture.settings.present")})...)
	return all.Drawing
}

// usedMarks are the marks that a legend must explain.
type usedMarks struct {
	both, oneWay, elsewhere bool
	none                    bool // somebody sees nobody where there could be a line
	roles                   map[domain.Role]bool
}

func (u usedMarks) with(v usedMarks) usedMarks {
	for r := range v.roles {
		u.roles[r] = true
	}
	return usedMarks{u.both || v.both, u.oneWay || v.oneWay, u.elsewhere || v.elsewhere, u.none || v.none, u.roles}
}

func (s Subject) samples(u usedMarks) []sample {
	var out []sample
	if u.both {
		out = append(out, lineSample(s.Words.Say("picture.legend.both"), picture.Line{}))
	}
	if u.oneWay {
		out = append(out, lineSample(s.Words.Say("picture.legend.one-way"), picture.Line{Arrow: true}))
	}
	if u.elsewhere {
		out = append(out, lineSample(s.Words.Say("picture.legend.elsewhere"), picture.Line{Style: picture.Dotted, Weight: 2.5}))
	}
	if u.none {
		out = append(out, textSample(s.Words.Say("picture.legend.none")))
	}
	return append(out, s.roleSamples(u.roles)...)
}

// groupLayer is the picture of a group under way.
type groupLayer struct {
	*layer
	used   usedMarks
	said   []picture.Spot // where shares stand
	shares []picture.Mark // they stand over every line
}

func (s Subject) groupPicture(id domain.GroupID, w float64, legend bool) groupLayer {
	g, _ := s.World.Group(id)
	members := s.World.MembersOn(id, s.On)
	count, roles := map[domain.Role]int{}, map[domain.Role]bool{}
	for _, m := range members {
		count[m.As]++
		roles[m.As] = true
	}
	l := groupLayer{layer: newLayer(s.Words.Say("picture.group.title", s.group(id)), w), used: usedMarks{roles: roles}}
	setting := s.Words.Visibility(g.Visibility)
	if legend {
		l.head(s.group(id), s.Words.Say("picture.setting-on", setting, s.day()))
	} else {
		l.head(setting)
	}
	if len(members) == 0 {
		l.says(s.Words.Say("picture.group.empty", s.group(id), setting, s.Words.FullDate(s.On)))
		l.add(picture.Text{At: picture.Spot{X: w / 2, Y: l.H + 2*line}, Text: s.Words.Say("picture.group.no-members"), Anchor: picture.Middle, Room: w})
		l.H += 4 * line
		return l
	}
	l.says(s.Words.Say("picture.group.desc", s.group(id), setting, s.Words.VisibilityExplain(g.Visibility), s.Words.FullDate(s.On), s.counted(count)))
	if len(members) <= mostSingle {
		l.single(s, id, members)
	} else {
		l.clusters(s, id, members, count)
	}
	if legend {
		l.legend(s.samples(l.used)...)
	}
	return l
}

// single draws everybody, and a line for each who sees another.
func (l *groupLayer) single(s Subject, id domain.GroupID, members []domain.Member) {
	var ids []domain.PersonID
	for _, m := range members {
		ids = append(ids, m.Person)
	}
	names := s.apart(ids)
	words.SortBy(members, func(m domain.Member) string {
		return string(rune('a'+slices.Index(rolesDown(), m.As))) + words.SortKey(names[m.Person])
	})
	var above, below []picture.Point
	for _, m := range members {
		p := s.role(m.As)
		p.Label = names[m.Person]
		if m.As.IsCounselor() {
			above = append(above, p)
		} else {
			below = append(below, p)
		}
	}
	arcs := newArcs(l.W, len(members))
	points, bottom := arcs.spread(above, below, l.H)
	square := sight.NewSquare(s.World, id, members, s.On)
	lines := make([][]sight.Cell, len(members))
	for i := range members {
		lines[i] = square.Line(i)
	}
	for i := range lines {
		for j := range i {
			l.joined(points[j].At, points[i].At, lines[j][i].Sight, lines[i][j].Sight, arcs.bend(points[j].At, points[i].At))
		}
	}
	for _, p := range points {
		l.add(p)
	}
	l.H = bottom
	for i, m := range members {
		l.says(s.viewerWords(names, members, m, lines[i]))
	}
}

const (
	clear  = 18.0 // from the middle of a point to the end of a line
	beside = 5.0  // between two lines of the same people
)

// joined draws how two people see each other: one line if they do by the same kind of
// route, else an arrow for each who sees.
func (l *groupLayer) joined(a, b picture.Spot, ab, ba sight.Route, bend float64) {
	style := map[sight.Route]picture.Style{sight.Elsewhere: picture.Dotted, sight.Here: picture.Solid}
	weight := map[sight.Route]float64{sight.Elsewhere: 2.5, sight.Here: 1.5}
	if ab == sight.Elsewhere || ba == sight.Elsewhere {
		l.used.elsewhere = true
	}
	switch {
	case ab == sight.NoRoute && ba == sight.NoRoute:
		l.used.none = true
	case ab == ba:
		l.used.both = l.used.both || ab == sight.Here
		l.add(picture.Line{From: a, To: b, Style: style[ab], Weight: weight[ab], Gap: clear, Bend: bend})
	default:
		l.used.oneWay = true
		shift := picture.Spot{}
		if ab != sight.NoRoute && ba != sight.NoRoute {
			shift = across(a, b, beside)
		}
		if ab != sight.NoRoute {
			l.add(picture.Line{From: move(a, shift, 1), To: move(b, shift, 1), Style: style[ab], Weight: weight[ab], Gap: clear, Arrow: true, Bend: bend})
		}
		if ba != sight.NoRoute {
			l.add(picture.Line{From: move(b, shift, -1), To: move(a, shift, -1), Style: style[ba], Weight: weight[ba], Gap: clear, Arrow: true, Bend: -bend})
		}
	}
}

func move(at, by picture.Spot, times float64) picture.Spot {
	return picture.Spot{X: at.X + by.X*times, Y: at.Y + by.Y*times}
}

// viewerWords says whom one member sees.
func (s Subject) viewerWords(names map[domain.PersonID]string, members []domain.Member, viewer domain.Member, cells []sight.Cell) string {
	var here, elsewhere []string
	for i, m := range members {
		switch cells[i].Sight {
		case sight.Here:
			here = append(here, names[m.Person])
		case sight.Elsewhere:
			elsewhere = append(elsewhere, names[m.Person])
		}
	}
	name := s.Words.Say("picture.as", names[viewer.Person], s.Words.RoleWord(viewer.As))
	all := len(members) - 1
	switch {
	case len(here)+len(elsewhere) == 0:
		return s.Words.Say("picture.sees.nobody", name)
	case len(here) == all:
		return s.Words.Say("picture.sees.all", name)
	case len(elsewhere) == 0:
		return s.Words.Say("picture.sees.some", name, s.Words.List(here))
	case len(here) == 0:
		return s.Words.Say("picture.sees.elsewhere", name, s.Words.List(elsewhere))
	}
	return s.Words.Say("picture.sees.both", name, s.Words.List(here), s.Words.List(elsewhere))
}
