package draw

import (
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/picture"
	"zichtlijn/ui/words"
)

// mostGroups is how many groups have a line of their own in the matrix. More are drawn as
// density: how many groups there are for each share.
const mostGroups = 24

// groupShares is how much of a group whoever is in it sees, by their role in it.
type groupShares struct {
	group domain.Group
	name  string
	role  map[domain.Role]pairs
}

// Matrix is the picture of the institution: for each group and role how much somebody with
// that role in the group sees of its other members, by whatever route.
func Matrix(s Subject) picture.Drawing {
	all := s.shares()
	l := newLayer(s.Words.Say("picture.matrix.title"), wide)
	l.head(l.Title, s.Words.Say("picture.matrix.groups", len(all), s.day()), s.Words.Say("picture.matrix.means"))
	l.says(s.Words.Say("picture.matrix.desc", len(all), s.Words.FullDate(s.On)), s.Words.Say("picture.matrix.means")+".")
	shown := map[domain.Role]bool{}
	for _, g := range all {
		for r, p := range g.role {
			shown[r] = shown[r] || p.all > 0
		}
	}
	if len(all) <= mostGroups {
		l.groups(s, all)
	} else {
		l.densities(s, all)
	}
	l.legend(s.roleSamples(shown)...)
	return l.Drawing
}

// shares counts every group at once, by name.
func (s Subject) shares() []groupShares {
	people, sees := sight.NewEvaluator(s.World, s.On).Everybody()
	place := make(map[domain.PersonID]int32, len(people))
	for i, id := range people {
		place[id] = int32(i)
	}
	members, at := map[domain.GroupID][]int32{}, map[domain.GroupID]int{}
	var out []groupShares
	for g := range s.World.Groups() {
		for _, m := range s.World.MembersOn(g.ID, s.On) {
			members[g.ID] = append(members[g.ID], place[m.Person])
		}
		at[g.ID] = len(out)
		out = append(out, groupShares{g, s.group(g.ID), map[domain.Role]pairs{}})
	}
	marked := make([]int32, len(people)) // by whom last, counted from 1
	for viewer, seen := range sees {
		for _, other := range seen {
			marked[other] = int32(viewer) + 1
		}
		for _, m := range s.World.GroupsOn(people[viewer], s.On) {
			p := out[at[m.Group]].role[m.As]
			for _, other := range members[m.Group] {
				if other != int32(viewer) {
					p.all++
					if marked[other] == int32(viewer)+1 {
						p.seen++
					}
				}
			}
			out[at[m.Group]].role[m.As] = p
		}
	}
	words.SortBy(out, func(g groupShares) string { return words.SortKey(g.name) })
	return out
}

const (
	cellW = 80.0
	boxW  = 26.0                    // of a cell; what is said stands beside it
	roleX = wide - margin - 5*cellW // where the columns of roles begin
)

// columnHeads are the roles, as they look.
func (l *layer) columnHeads(s Subject) {
	l.H += 20
	for i, r := range rolesDown() {
		p := s.role(r)
		p.At = picture.Spot{X: roleX + cellW*float64(i) + boxW/2 + 3, Y: l.H}
		l.add(p)
	}
	l.H += 22
	l.even()
}

// row is how far one line of the matrix stands below another, and how high its cells are.
func row(lines int) (step, high float64) {
	if lines <= 12 {
		return 2 * picture.LetterH, 27
	}
	return picture.LetterH, picture.LetterH - 3
}

// cell draws a share in a column, and beside it what is said of it.
func (l *layer) cell(column int, high, share float64, said string) {
	x := roleX + cellW*float64(column)
	l.add(picture.Rect{At: picture.Spot{X: x + 3, Y: l.H + 1}, W: boxW, H: high, Density: share},
		picture.Text{At: picture.Spot{X: x + boxW + 8, Y: l.H + 1 + high/2}, Text: said, Bold: true})
}

// groups draws a line for each group.
func (l *layer) groups(s Subject, all []groupShares) {
	l.columnHeads(s)
	step, high := row(len(all))
	for _, g := range all {
		middle := l.H + 1 + high/2
		l.add(picture.Text{At: picture.Spot{X: margin, Y: middle}, Text: g.name, Room: 180, Bold: true},
			picture.Text{At: picture.Spot{X: margin + 195, Y: middle}, Text: s.Words.VisibilityShort(g.group.Visibility), Room: roleX - margin - 195})
		var said []string
		for i, r := range rolesDown() {
			p := g.role[r]
			if p.all == 0 {
				l.add(picture.Text{At: picture.Spot{X: roleX + cellW*float64(i) + boxW + 8, Y: middle}, Text: "–"})
				continue
			}
			l.cell(i, high, p.share(), s.percent(p.share()))
			said = append(said, s.Words.Say("picture.matrix.share", s.Words.RoleWord(r), s.percent(p.share())))
		}
		if len(said) == 0 {
			said = []string{s.Words.Say("picture.matrix.no-pairs")}
		}
		l.says(s.Words.Say("picture.matrix.says", g.name, s.Words.VisibilityShort(g.group.Visibility), strings.Join(said, ", ")))
		l.H += step
	}
}

// steps are the shares into which many groups are sorted: the first is nobody and the last
// everybody, and nothing between is rounded to them.
func stepOf(share float64) int {
	switch {
	case share <= 0:
		return 0
	case share >= 1:
		return stepCount - 1
	}
	return 1 + int(share*4)
}

const stepCount = 6

func (s Subject) stepWords() [stepCount]string {
	return [stepCount]string{
		s.Words.Say("picture.step.nobody"), s.Words.Say("picture.step.quarter"), s.Words.Say("picture.step.half"),
		s.Words.Say("picture.step.three-quarters"), s.Words.Say("picture.step.most"), s.Words.Say("picture.step.everybody"),
	}
}

// densities draws how many groups there are for each role and share.
func (l *layer) densities(s Subject, all []groupShares) {
	counts, most := map[domain.Role]*[stepCount]int{}, map[domain.Role]int{}
	for _, r := range rolesDown() {
		counts[r] = new([stepCount]int)
		for _, g := range all {
			if p := g.role[r]; p.all > 0 {
				counts[r][stepOf(p.share())]++
				most[r]++
			}
		}
	}
	l.columnHeads(s)
	below, high := row(stepCount)
	for step, name := range s.stepWords() {
		l.add(picture.Text{At: picture.Spot{X: margin, Y: l.H + 1 + high/2}, Text: name, Room: roleX - margin - 10, Bold: true})
		for i, r := range rolesDown() {
			if most[r] == 0 {
				continue
			}
			n := counts[r][step]
			l.cell(i, high, float64(n)/float64(most[r]), strconv.Itoa(n))
			if n > 0 {
				l.says(s.Words.Say("picture.matrix.step-says", n, s.Words.RoleWord(r), name))
			}
		}
		l.H += below
	}
	l.add(picture.Text{At: picture.Spot{X: margin, Y: l.H + line/2}, Text: s.Words.Say("picture.matrix.counts"), Room: wide - 2*margin})
	l.H += line
}
